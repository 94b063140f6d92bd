"""The XML of shapes and texts on a slide. Texts come in as data and are escaped here, nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

from reports.forms.slides.boxes import Box
from reports.look import light

DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAMES: Final = (
    f'xmlns:a="{DRAWING}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: For what is there for the eye alone: screen readers pass over it.
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

#: What stands where there is no text.
NO_TEXT: Final = '<a:p><a:endParaRPr sz="100"/></a:p>'

Align = Literal["l", "ctr", "r"]
Anchor = Literal["t", "ctr", "b"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one type."""

    text: str
    size: int = 16
    strong: bool = False
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; ``before`` is the air above it, in points."""

    runs: tuple[Run, ...]
    align: Align = "l"
    before: int = 0

    @classmethod
    def plain(
        cls, text: str, size: int, *, strong: bool = False, colour: str = "ink", align: Align = "l", before: int = 0
    ) -> "Line":
        """Return a paragraph in one type."""
        return cls((Run(text, size, strong, colour),), align, before)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a shape looks like: its colour, its edge, and how far text stays from that."""

    fill: str | None = None
    edge: str | None = None
    width: int = 12_700
    dashed: bool = False
    inset: int = 0

    @property
    def xml(self) -> str:
        """Fill and edge as XML."""
        return solid(self.fill) + outline(self.edge, self.width, dashed=self.dashed)


def colour(token: str) -> str:
    """Return the value of a token as the XML has it."""
    return light(token).removeprefix("#").upper()


def solid(token: str | None, *, percent: int = 100) -> str:
    """Fill with a colour, wholly or so that what lies below shows through; or not at all."""
    if token is None:
        return "<a:noFill/>"
    alpha = "" if percent == 100 else f'<a:alpha val="{percent * 1000}"/>'
    return f'<a:solidFill><a:srgbClr val="{colour(token)}">{alpha}</a:srgbClr></a:solidFill>'


def outline(token: str | None, width: int = 12_700, *, dashed: bool = False) -> str:
    """Draw a line in a colour, or none."""
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{width}">{solid(token)}{dash}</a:ln>'


def about(number: int, name: str, alt: str | None) -> str:
    """Name a shape: ``alt`` tells what it shows, and None that it shows nothing new."""
    attributes = f'id="{number}" name={quoteattr(name)}'
    if alt is None:
        return f"<p:cNvPr {attributes}>{_DECORATIVE}</p:cNvPr>"
    return f"<p:cNvPr {attributes} descr={quoteattr(alt)}/>" if alt else f"<p:cNvPr {attributes}/>"


def place(box: Box, tag: str = "a") -> str:
    """Place a shape."""
    return f'<{tag}:xfrm><a:off x="{box.left}" y="{box.top}"/><a:ext cx="{box.width}" cy="{box.height}"/></{tag}:xfrm>'


def paragraphs(lines: Iterable[Line], language: str) -> str:
    """Write paragraphs; a place for text needs one at least, and an empty one must not make its row higher."""
    return "".join(_paragraph(each, language) for each in lines) or NO_TEXT


def _paragraph(given: Line, language: str) -> str:
    before = f'<a:spcBef><a:spcPts val="{given.before * 100}"/></a:spcBef>' if given.before else ""
    return (
        f'<a:p><a:pPr algn="{given.align}">{before}</a:pPr>{"".join(_run(run, language) for run in given.runs)}</a:p>'
    )


def _run(run: Run, language: str) -> str:
    bold = ' b="1"' if run.strong else ""
    return (
        f'<a:r><a:rPr lang="{language}" sz="{run.size * 100}"{bold}>{solid(run.colour)}</a:rPr>'
        f"<a:t>{escape(run.text)}</a:t></a:r>"
    )


def text_body(lines: Sequence[Line], language: str, *, anchor: Anchor, inset: int = 0) -> str:
    """Write the text of a shape, which keeps its size and its edges."""
    edges = " ".join(f'{side}Ins="{inset}"' for side in "ltrb")
    return (
        f'<p:txBody><a:bodyPr wrap="square" {edges} anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(lines, language)}</p:txBody>"
    )
