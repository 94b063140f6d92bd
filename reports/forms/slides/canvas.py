"""One slide to draw on."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, Final, cast

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.slide import Slide

from reports.forms.slides.boxes import MM, Box
from reports.forms.slides.charts import Chart
from reports.forms.slides.markup import NAMES, NO_TEXT, Anchor, Ground, Line, about, place, text_body
from reports.forms.slides.tables import Grid, table

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_BARE: Final = Ground()
_CORNER: Final = 3 * MM
#: The feet: their kind and number in the layout, and what is in them.
_FOOT: Final = '<p:ph type="{kind}" sz="quarter" idx="{index}"/>'
_NUMBER: Final = (
    '<a:p><a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:rPr lang="LANGUAGE"/>'
    "<a:t>‹#›</a:t></a:fld></a:p>"
)


class Canvas:
    """Adds shapes to a slide, in the order in which they are read out; the first is its title."""

    def __init__(self, slide: Slide, language: str) -> None:
        self.slide = slide
        self.language = language
        #: The first numbers are those of the layout's own shapes.
        self._number = 100
        self._into = list[str]()

    def text(self, box: Box, lines: Sequence[Line], *, anchor: Anchor = "t", ground: Ground = _BARE) -> None:
        """Write text, on a ground of its own if it has one. It is to fit, for nothing shrinks it."""
        body = text_body(lines, self.language, anchor=anchor, inset=ground.inset)
        if ground.fill or ground.edge:
            self._shape("roundRect", box, ground.xml, body, alt="", adjust=_round(box))
        else:
            self._shape("rect", box, ground.xml, body, alt="")

    def ornament(self, shape: str, box: Box, ground: Ground, *, adjust: str = "", sign: Sequence[Line] = ()) -> None:
        """Draw what tells nothing that is not told in words as well; ``adjust`` gives the angles of a part of it."""
        body = text_body(sign, self.language, anchor="ctr")
        self._shape(shape, box, ground.xml, body, alt=None, adjust=adjust)

    @contextmanager
    def together(self, box: Box, alt: str) -> Generator[None]:
        """Make one object of all that is drawn meanwhile, which screen readers read as one."""
        outer, self._into = self._into, list[str]()
        yield
        drawn, self._into = "".join(self._into), outer
        size = f'<a:ext cx="{box.width}" cy="{box.height}"/>'
        bounds = f'<a:off x="{box.left}" y="{box.top}"/>{size}'
        inner = bounds.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        self._append(
            f"<p:grpSp {NAMES}><p:nvGrpSpPr>{self._about('Drawing', alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{bounds}{inner}</a:xfrm></p:grpSpPr>{drawn}</p:grpSp>"
        )

    def connector(self, start: tuple[int, int], end: tuple[int, int], look: str) -> None:
        """Draw a straight line between two points."""
        box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
        flips = ' flipV="1"' if (end[0] - start[0]) * (end[1] - start[1]) < 0 else ""
        self._append(
            f"<p:cxnSp {NAMES}><p:nvCxnSpPr>{self._about('Line', None)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr>{place(box).replace("<a:xfrm", f"<a:xfrm{flips}")}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f"{look}</p:spPr></p:cxnSp>"
        )

    def table(self, box: Box, grid: Grid, alt: str) -> None:
        """Draw a native table."""
        self._frame(box, "Table", alt, _TABLE, table(grid, self.language))

    def chart(self, box: Box, chart: Chart, alt: str) -> None:
        """Draw a native chart, with the workbook in which it is edited."""
        package = self.slide.part.package
        name = package.next_partname(ChartPart.partname_template)
        part = ChartPart.load(name, CONTENT_TYPE.DML_CHART, package, chart.xml)
        cast("Any", part.chart_workbook).update_from_xlsx_blob(chart.workbook)
        link = self.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        self._frame(box, "Chart", alt, _CHART, f'<c:chart xmlns:c="{_CHART}" r:id="{link}"/>')

    def feet(self, text: str) -> None:
        """Write whose slides these are, and the number of this one."""
        words = text_body((Line.plain(text, 11, colour="muted"),), self.language, anchor="ctr")
        self._placeholder("Footer", _FOOT.format(kind="ftr", index=11), words)
        field = _NUMBER.replace("LANGUAGE", self.language)
        number = text_body((), self.language, anchor="ctr").replace(NO_TEXT, field)
        self._placeholder("Number", _FOOT.format(kind="sldNum", index=12), number)

    def _placeholder(self, name: str, kind: str, body: str) -> None:
        self._append(
            f'<p:sp {NAMES}><p:nvSpPr>{self._about(name, "")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>"
        )

    def _shape(self, shape: str, box: Box, look: str, body: str, *, alt: str | None, adjust: str = "") -> None:
        name, is_text = ("Shape", "") if alt is None else ("Text", ' txBox="1"' if shape == "rect" else "")
        self._append(
            f"<p:sp {NAMES}><p:nvSpPr>{self._about(name, alt)}<p:cNvSpPr{is_text}/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr>{place(box)}<a:prstGeom prst="{shape}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{look}</p:spPr>'
            f"{body}</p:sp>"
        )

    def _frame(self, box: Box, name: str, alt: str, kind: str, content: str) -> None:
        self._append(
            f"<p:graphicFrame {NAMES}><p:nvGraphicFramePr>{self._about(name, alt)}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f'{place(box, "p")}<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _about(self, name: str, alt: str | None) -> str:
        self._number += 1
        return about(self._number, f"{name} {self._number - 100}", alt)

    def _append(self, xml: str) -> None:
        self._into.append(xml)

    def finish(self) -> None:
        """Put everything on the slide."""
        for xml in self._into:
            cast("Any", self.slide.shapes.element).append(parse_xml(xml))


def _round(box: Box) -> str:
    """Return the roundness of corners that are equal on large grounds and on small ones."""
    return f'<a:gd name="adj" fmla="val {min(50_000, 100_000 * _CORNER // max(1, min(box.width, box.height)))}"/>'
