"""The XML that all charts share: the frame, the axes, and the look of marks, lines and words."""

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from reports.forms.slides.markup import outline, solid

_NAMES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
#: A label that shows the value, and one that does not.
VALUE: Final = _SHOWN.format(value=1)
NO_VALUE: Final = _SHOWN.format(value=0)


@dataclass(frozen=True, slots=True)
class Inner:
    """Where the axes lie within a chart, in parts of its width and height."""

    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0


def space(plots: str, axes: str, inner: Inner) -> bytes:
    """Return a chart without title, key and ground: those are the slide's."""
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{inner.left:.4f}"/><c:y val="{inner.top:.4f}"/><c:w val="{inner.width:.4f}"/>'
        f'<c:h val="{inner.height:.4f}"/></c:manualLayout></c:layout>'
    )
    nothing = f"<c:spPr>{solid(None)}{outline(None)}</c:spPr>"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMES}><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout}{plots}{axes}{nothing}</c:plotArea>'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{nothing}</c:chartSpace>'
    ).encode()


def scale(first: float, last: float, *, is_reversed: bool = False) -> str:
    """Fix the ends of an axis, so that no office chooses them."""
    direction = "maxMin" if is_reversed else "minMax"
    return f'<c:scaling><c:orientation val="{direction}"/><c:max val="{last}"/><c:min val="{first}"/></c:scaling>'


def words(size: int, token: str, *, strong: bool = False) -> str:
    """Set the type of words in a chart."""
    type_ = f'sz="{size * 100}" b="{int(strong)}"'
    return (
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr {type_}>{solid(token)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
    )


def number_format(code: str) -> str:
    """Say how numbers are written."""
    return f'<c:numFmt formatCode="{escape(code, {chr(34): "&quot;"})}" sourceLinked="0"/>'
