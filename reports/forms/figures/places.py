"""Where everything in a chart of averages stands, in pixels: the two drawings, and the places of their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reports.forms.figures.sizes import AIR, NARROWEST, Form, fold, wide
from reports.report import Dots, Row

__all__ = ["ENDS", "MARK", "NUMBERS", "Form", "Place", "Plan", "plan"]

#: Below the last row: the scale's numbers, its words, and the lower edge of the chart.
NUMBERS, ENDS, FOOT = 20, 39, 50
#: What the shape of a status takes, with the air beside it; and how many characters of its words fit on a line.
MARK, _STATUS_LINE = 22, 15


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
    words: tuple[str, ...]
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
        places.append((_broad if form == "broad" else _slim)(row, top))
        top = places[-1].bottom
    return Plan(form, measures, tuple(places), *_columns(places, form, measures))


def _words(row: Row, form: Form) -> tuple[str, ...]:
    """Return what stands after the value, in lines: the status, or else the row's own word."""
    if row.status is None:
        return (row.word,) if row.word else ()
    return (row.status.words,) if form == "slim" else fold(row.status.words, _STATUS_LINE)


def _word_room(row: Row, words: Sequence[str], size: int) -> int:
    return max((wide(line, size) for line in words), default=0) + (MARK if row.status else 0)


def _broad(row: Row, top: int) -> Place:
    measures, words = MEASURES["broad"], _words(row, "broad")
    lines = fold(row.label, _characters(measures.left, measures))
    bottom = top + max(measures.band, (max(len(lines), len(words)) + 1) * measures.line)
    middle = (top + bottom) // 2
    first, word = (middle - (len(each or " ") - 1) * measures.line // 2 for each in (lines, words))
    return Place(row, lines, words, first, word, middle, (top, bottom), bottom)


def _slim(row: Row, top: int) -> Place:
    measures, words = MEASURES["slim"], _words(row, "slim")
    lines = fold(row.label, _characters(NARROWEST - _word_room(row, words, measures.note), measures))
    first = top + measures.line
    bottom = top + len(lines) * measures.line + measures.band
    middle = bottom - 19
    return Place(row, lines, words, first, first, middle, (middle - 15, middle + 19), bottom)


def _characters(room: int, measures: Measures) -> int:
    """Return how many characters fit on a line of a label, which is set in strong type."""
    return max(12, int((room - AIR) / (measures.label * 0.52)))


def _columns(places: Sequence[Place], form: Form, measures: Measures) -> tuple[int, int, int]:
    """Return where values and words are anchored, and the room at the right: beside, or slim above, each other."""
    value = max(wide(place.row.value, measures.label) for place in places)
    word = max(_word_room(place.row, place.words, measures.note) for place in places)
    word += AIR if word else 0  # a clear word is set in strong type, which is a little wider
    if form == "slim":
        right = measures.gap + value if value else measures.left
        return right, right, right
    after = measures.gap + (value + measures.gap // 2 if value else 0)
    return measures.gap, after, after + word
