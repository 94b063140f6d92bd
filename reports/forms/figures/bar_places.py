"""Where everything in a chart of bars stands: its rows in pixels, and along its scale in whole percents.

The middle of the scale lies between disagree and agree; the class that is neither begins at a line of its own, at
``apart``. A percent takes as many pixels as the longest bars allow on the narrowest page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.forms.figures.sizes import AIR, NARROWEST, NARROWEST_BROAD, Form, fold, wide
from reports.report import BarRow, Bars, Part, Series

#: How long the bars of a class are at least taken to be: so that most charts have the same scale.
_LEAST: Final = {"disagree": 40, "agree": 70, "neither": 25}
#: Tenths of pixels that a percent may take, from much to little.
_SCALES: Final = range(23, 3, -1)
#: Between the longest bar that agrees and the class that is neither.
_GAP: Final = 16
#: What stays free at the right of a chart without words.
_NO_WORDS: Final = 2
#: A bar, and half of it.
BAR, HALF = 28, 14


@dataclass(frozen=True, slots=True)
class BarMeasures:
    """The measures of a drawing: as those of averages, but for the words at the right, if any, and their lines."""

    left: int
    right: int
    top: int
    label: int
    note: int
    line: int
    #: How many characters of a label and of a word fit on a line.
    characters: int
    word: int


BAR_MEASURES: Final[dict[Form, BarMeasures]] = {
    "broad": BarMeasures(left=256, right=112, top=34, label=15, note=15, line=20, characters=34, word=13),
    "slim": BarMeasures(left=2, right=2, top=30, label=15, note=14, line=19, characters=38, word=40),
}


@dataclass(frozen=True, slots=True)
class BarPlace:
    """A row's place: the lines of its label and word with the heights of their first, and the middle of its bar."""

    row: BarRow
    lines: tuple[str, ...]
    words: tuple[str, ...]
    label: int
    word: int
    bar: int
    bottom: int


@dataclass(frozen=True, slots=True)
class BarPlan:
    """A whole chart: its places, its scale from ``low`` to ``high``, and where the class that is neither begins."""

    form: Form
    measures: BarMeasures
    places: tuple[BarPlace, ...]
    #: What stays free at the right of the bars, for the words.
    right: int
    low: int
    apart: int
    high: int
    #: Tenths of pixels that a percent takes on the narrowest page.
    scale: int

    @property
    def height(self) -> int:
        """The height of the chart."""
        return self.places[-1].bottom + AIR


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A part as it is drawn: its length in percents, and the pixels of its label; one that is coded is hatched."""

    percents: int
    label: int
    is_hatched: bool

    def has_room(self, scale: int) -> bool:
        """Whether the label fits on it; on one that is hatched it cannot be read."""
        return not self.is_hatched and self.percents * scale / 10 >= self.label

    def reach(self, scale: int) -> int:
        """Return how many pixels it takes, with its label beside it where that does not fit on it."""
        return self.percents * scale // 10 + (0 if self.has_room(scale) else self.label)


def bar_plan(bars: Bars, key: Sequence[Series], form: Form) -> BarPlan:
    """Give every row of a drawing its place, and find the scale."""
    measures, top, places = BAR_MEASURES[form], BAR_MEASURES[form].top, list[BarPlace]()
    for row in bars.rows:
        places.append((_broad if form == "broad" else _slim)(row, top))
        top = places[-1].bottom
    right = measures.right if any(row.word for row in bars.rows) else _NO_WORDS
    room = (NARROWEST_BROAD if form == "broad" else NARROWEST) - measures.left - right
    return BarPlan(form, measures, tuple(places), right, *_scale(bars, key, measures.note, room))


def length(part: Part) -> int:
    """Return how long a part is drawn, in percents: its printed end, or the one that it has."""
    return _percents(part.low if part.high is None else part.high)


def certain(part: Part) -> int:
    """Return how much of a range there is in any case, in percents: its near end."""
    return _percents(part.low)


def _percents(end: Decimal | None) -> int:
    return 0 if end is None else int(100 * end)


def has_room(part: Part, scale: int, size: int) -> bool:
    """Whether the label of a part is written on it, and not beside it."""
    return _drawn(part, size).has_room(scale)


def _drawn(part: Part, size: int) -> _Drawn:
    return _Drawn(length(part), _label(part.label, size), part.kind != "exact")


def _label(text: str, size: int) -> int:
    return wide(text, size) + 2 * AIR - 2  # a strong label, with air at both sides


def _broad(row: BarRow, top: int) -> BarPlace:
    measures = BAR_MEASURES["broad"]
    lines, words = fold(row.label, measures.characters), fold(row.word, measures.word)
    bottom = top + max(BAR + 18, (max(len(lines), len(words)) + 1) * measures.line)
    middle = (top + bottom) // 2
    label, word = (middle - (len(each) - 1) * measures.line // 2 for each in (lines, words))
    return BarPlace(row, lines, words, label, word, middle, bottom)


def _slim(row: BarRow, top: int) -> BarPlace:
    measures = BAR_MEASURES["slim"]
    lines, words = fold(row.label, measures.characters), fold(row.word, measures.word) if row.word else ()
    word = top + 12 + len(lines) * measures.line
    after = word + len(words) * measures.line
    bottom = after + (BAR + 14 if row.parts else 6)
    return BarPlace(row, lines, words, top + 12, word, after + HALF - 4, bottom)


def _scale(bars: Bars, key: Sequence[Series], size: int, room: int) -> tuple[int, int, int, int]:
    """Return both ends of the scale, where the third class begins, and the tenths of pixels of a percent."""
    heads = {series.id: wide(series.label, size) + AIR for series in key}
    drawn = {name: [*_class(bars, name, size)] for name in _LEAST}
    longest = sum(max((each.percents for each in drawn[name]), default=0) for name in _LEAST)

    def reached(scale: int) -> dict[str, int]:
        return {name: max(heads.get(name, 0), _reach(name, drawn[name], scale, size)) for name in _LEAST}

    def fits(scale: int) -> bool:
        """Whether all has room; bars that have none by themselves are not looked at with their labels."""
        return longest * scale // 10 + _GAP <= room + len(_LEAST) and sum(reached(scale).values()) + _GAP <= room

    scale = next(filter(fits, _SCALES), _SCALES[-1])
    low, after, high = (-(-10 * pixels // scale) for pixels in _ends(reached(scale)))
    return -low, after, after + high, scale


def _ends(reached: dict[str, int]) -> tuple[int, int, int]:
    return reached["disagree"], reached["agree"] + _GAP, reached["neither"]


def _class(bars: Bars, name: str, size: int) -> Iterator[_Drawn]:
    return (_drawn(part, size) for row in bars.rows for part in row.parts if part.series == name)


def _reach(name: str, drawn: Sequence[_Drawn], scale: int, size: int) -> int:
    """Return how many pixels the longest bar of a class takes, or the one that it is at least taken to have."""
    beside = 0 if name == "agree" else _label("≤15%", size) // 2
    return max([_LEAST[name] * scale // 10 + beside, *(each.reach(scale) for each in drawn)])
