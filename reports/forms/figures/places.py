"""Where everything in a chart on the page stands, in pixels: the two drawings, and the places of their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final, Literal

from reports.report import Dots, Row

#: ``broad`` has the labels at the left, for 44rem and wider; ``slim`` has them above the rows.
Form = Literal["broad", "slim"]

#: The narrowest place that the slim drawing gets: a page of 320 pixels less its edges.
_NARROWEST: Final = 284
#: The width of an average character in strong labels, and in words and numbers, in parts of the type size.
_WIDE, _NARROW = 0.52, 0.48
#: Between a label and what stands at its right.
_AIR: Final = 8
#: Below the last row: the scale's numbers, its words, and the lower edge of the chart.
NUMBERS, ENDS, FOOT = 20, 39, 50


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a drawing."""

    #: Left of the axis, and between the axis and what stands at its right.
    left: int
    gap: int
    #: Above the first row; of a row's marks.
    top: int
    band: int
    #: Type: of labels and values, and of words and the scale; and a line of a label.
    label: int
    note: int
    line: int


MEASURES: Final[dict[Form, Measures]] = {
    "broad": Measures(left=232, gap=32, top=12, band=46, label=16, note=15, line=20),
    "slim": Measures(left=9, gap=14, top=0, band=48, label=15, note=14, line=19),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A row's place: the lines of its label and the height of the first, of its word, its marks and its grid."""

    row: Row
    lines: tuple[str, ...]
    label: int
    word: int
    marks: int
    grid: tuple[int, int]
    bottom: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole chart: its places, and what stands at the right of the axis, from the axis on."""

    form: Form
    measures: Measures
    places: tuple[Place, ...]
    #: Where the values and the words are anchored, and how much room they all need.
    values: int
    words: int
    right: int

    @property
    def bottom(self) -> int:
        """Where the rows end and the scale begins."""
        return self.places[-1].bottom

    @property
    def height(self) -> int:
        """The height of the chart."""
        return self.bottom + FOOT


def plan(dots: Dots, form: Form) -> Plan:
    """Give every row of a drawing its place."""
    measures, top, places = MEASURES[form], MEASURES[form].top, list[Place]()
    for row in dots.rows:
        lines = tuple(wrap(row.label, _room(row, form, measures))) or ("",)
        places.append((_broad if form == "broad" else _slim)(row, lines, top))
        top = places[-1].bottom
    return Plan(form, measures, tuple(places), *_columns(dots.rows, form, measures))


def _room(row: Row, form: Form, measures: Measures) -> int:
    """Return how many characters fit on a line of a label."""
    beside = measures.left if form == "broad" else _NARROWEST - _width(row.word, measures.note)
    return max(12, int((beside - _AIR) / (measures.label * _WIDE)))


def _width(text: str, size: int) -> int:
    return round(len(text) * size * _NARROW)


def _broad(row: Row, lines: tuple[str, ...], top: int) -> Place:
    measures = MEASURES["broad"]
    bottom = top + max(measures.band, (len(lines) + 1) * measures.line)
    middle = (top + bottom) // 2
    first = middle - (len(lines) - 1) * measures.line // 2
    return Place(row, lines, first, middle, middle, (top, bottom), bottom)


def _slim(row: Row, lines: tuple[str, ...], top: int) -> Place:
    measures = MEASURES["slim"]
    first = top + measures.line
    bottom = top + len(lines) * measures.line + measures.band
    middle = bottom - 19
    return Place(row, lines, first, first, middle, (middle - 15, middle + 19), bottom)


def _columns(rows: Sequence[Row], form: Form, measures: Measures) -> tuple[int, int, int]:
    """Return where values and words are anchored, and the room at the right: beside, or slim above, each other."""
    value = max(_width(row.value, measures.label) for row in rows)
    word = max(_width(row.word, measures.note) for row in rows)
    word += _AIR if word else 0  # a clear word is set in strong type, which is a little wider
    if form == "slim":
        right = measures.gap + value if value else measures.left
        return right, right, right
    after = measures.gap + (value + measures.gap // 2 if value else 0)
    return measures.gap, after, after + word
