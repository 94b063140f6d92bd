"""How wide the columns of a table are: words share what numbers leave, by how much they have to say."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from reports.forms.typesetting.fitting import unbroken_numbers
from reports.report import Table

#: So many characters of the small type stand on a line, and this much goes to the space around a column.
_LINE: Final = 104
_AROUND: Final = 2
#: So much wider is strong type.
_STRONG: Final = 1.1
#: A longer word is broken.
_LONGEST_WORD: Final = 20
#: Room goes from one column to another in these steps, in characters.
_STEPS: Final = (18, 9, 5, 2)
_LONGEST_NUMBER: Final = 24
#: In a table of few columns one of words is at least this wide, or as wide as its longest text: narrower, it has a word
#: on every line. More columns have no room to give without making the table higher.
_WORDS: Final = 16
_FEW: Final = 4
#: A longer heading is of three lines.
_SHORT_HEADING: Final = 20
#: A narrow table still has at least this part of the page, in percent.
_NARROWEST: Final = 55


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of a table's columns against each other, and of the whole in percent of the page."""

    columns: tuple[int, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class _Need:
    """What a column asks for, in characters: its longest word, its usual text, and its longest text."""

    least: float
    usual: float
    most: float


def widths(table: Table) -> Widths:
    """Return widths with which the table is low: every column has room for its words, and long texts for more."""
    needs = [_need(table, index) for index in range(len(table.columns))]
    line = _LINE - _AROUND * len(needs)
    most = sum(need.most for need in needs)
    if most <= line:
        whole = max(_NARROWEST, round(100 * (most + _AROUND * len(needs)) / _LINE))
        return Widths(tuple(round(need.most + _AROUND) for need in needs), min(100, whole))
    lengths = [[_length(cell.text, index) for index, cell in enumerate(row)] for row in table.rows]
    shared = _lower(lengths, _shared(needs, line), [round(need.least) for need in needs])
    return Widths(tuple(width + _AROUND for width in shared), 100)


def _shared(needs: Sequence[_Need], line: int) -> list[int]:
    """Return widths that fill a line: each column's longest word, and the rest by how long its texts usually are."""
    least = sum(need.least for need in needs)
    wanted = sum(need.usual - need.least for need in needs) or 1
    share = max(0, line - least) / wanted
    return [max(1, round(need.least + share * (need.usual - need.least))) for need in needs]


def _lower(lengths: Sequence[Sequence[int]], widths: list[int], least: Sequence[int]) -> list[int]:
    """Return widths that give the table fewer lines: room goes from one column to another as long as that helps."""
    best = _lines(lengths, widths)
    while True:
        tried = [(_lines(lengths, each), each) for each in _moved(widths, least)]
        lines, lower = min(tried, default=(best, widths))
        if lines >= best:
            return widths
        best, widths = lines, lower


def _moved(widths: Sequence[int], least: Sequence[int]) -> Iterator[list[int]]:
    """Go through the widths that are one step away."""
    for giver, taker in permutations(range(len(widths)), 2):
        for step in _STEPS:
            if widths[giver] - step >= least[giver]:
                moved = [*widths]
                moved[giver] -= step
                moved[taker] += step
                yield moved


def _lines(lengths: Sequence[Sequence[int]], widths: Sequence[int]) -> int:
    return sum(max(1, *(-(-length // width) for length, width in zip(row, widths, strict=True))) for row in lengths)


def _need(table: Table, index: int) -> _Need:
    heading, texts = table.columns[index].heading, [row[index].text for row in table.rows]
    lengths = [_length(text, index) for text in texts] or [0]
    words = [_length(word, index) for text in (heading, *texts) for word in unbroken_numbers(text).split(" ")]
    least = max(min(max(words), _LONGEST_WORD), _heading(heading))
    most = max(least, *lengths, len(heading) / 2)
    if table.columns[index].numeric:
        # A number stays on one line.
        one_line = min(max(least, *lengths), _LONGEST_NUMBER)
        return _Need(one_line, one_line, most)
    usual = (sum(length**2 for length in lengths) / len(lengths)) ** 0.5
    if len(table.columns) <= _FEW:
        least = max(least, min(_WORDS, max(lengths)))
    return _Need(least, max(least, usual), most)


def _heading(heading: str) -> int:
    """Return how wide a column is at least for its heading: a short one is of two lines, a long one of three."""
    lines = 2 if len(heading) <= _SHORT_HEADING else 3
    return math.ceil(len(heading) / lines) + (lines - 1)


def _length(text: str, index: int) -> int:
    """Return how long a text is; the first column is set in strong type, which is wider."""
    return len(text) if index else math.ceil(len(text) * _STRONG)
