"""The printed shares at bars: on a long one, beside a short one and beside one that is coded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from reports.forms.slides.boxes import MM
from reports.forms.slides.charts.space import VALUE, number_format, words
from reports.forms.slides.fitting import breadth
from reports.forms.slides.markup import solid
from reports.look import CLASSES

_SIZE: Final = 14
_AIR: Final = MM
#: How the number of a bar becomes what is printed. A range has two numbers, so that its words are given.
_FORMATS: Final = {"exact": '0"%"', "at_least": '"≥"0"%"', "at_most": '"≤"0"%"', "between": '0"%"'}
#: No line from a label to its bar.
_NO_LEADER: Final = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext>'
    "</c:extLst>"
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one class: the width of its chart and of its axis in percent, and the side its bars grow to."""

    series: str
    width: int
    units: int
    side: int

    def xml(self, numbers: Sequence[int | None], texts: Sequence[str], kind: str) -> str:
        """Return the labels of a series."""
        inside = words(_SIZE, CLASSES[self.series][1], strong=True)
        points = "".join(
            self._point(row, number, text, kind)
            for row, (number, text) in enumerate(zip(numbers, texts, strict=True))
            if number is not None and (kind != "exact" or not self._fits(number, text))
        )
        return (
            f"<c:dLbls>{points}{number_format(_FORMATS[kind])}<c:spPr>{solid(None)}</c:spPr>{inside}"
            f'<c:dLblPos val="ctr"/>{VALUE}{_NO_LEADER}</c:dLbls>'
        )

    def _fits(self, number: int, text: str) -> bool:
        return breadth(text, _SIZE, strong=True) + _AIR < self.width * number // self.units

    def _point(self, row: int, number: int, text: str, kind: str) -> str:
        """Return the label of a bar that has it beside itself, as a shift from the bar's middle."""
        half = breadth(text, _SIZE, strong=True) // 2 + _AIR
        shift = self.side * (number / (2 * self.units) + half / self.width)
        layout = f'<c:layout><c:manualLayout><c:x val="{shift:.4f}"/><c:y val="0"/></c:manualLayout></c:layout>'
        given = _given(text) if kind == "between" else ""
        return (
            f'<c:dLbl><c:idx val="{row}"/>{layout}{given}{number_format(_FORMATS[kind])}<c:spPr>{solid(None)}</c:spPr>'
            f'{words(_SIZE, "ink", strong=True)}<c:dLblPos val="ctr"/>{VALUE}</c:dLbl>'
        )


def _given(text: str) -> str:
    return (
        '<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr sz="{_SIZE * 100}" b="1">{solid("ink")}</a:rPr><a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>'
    )
