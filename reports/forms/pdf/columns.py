"""How wide the columns of a table are: words share what numbers leave, by how much they have to say."""

from dataclasses import dataclass
from typing import Final

from reports.report import Table

#: So many characters of the small type stand on a line, and this much goes to the space around a column.
_LINE: Final = 100
_AROUND: Final = 2
#: A longer word is broken.
_LONGEST_WORD: Final = 20
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
    least = sum(need.least for need in needs)
    wanted = sum(need.usual - need.least for need in needs) or 1
    share = max(0, line - least) / wanted
    return Widths(tuple(round(need.least + share * (need.usual - need.least) + _AROUND) for need in needs), 100)


def _need(table: Table, index: int) -> _Need:
    heading, texts = table.columns[index].heading, [row[index].text for row in table.rows]
    lengths = [len(text) for text in texts] or [0]
    words = [len(word) for text in (heading, *texts) for word in text.split()] or [1]
    least = min(max(words), _LONGEST_WORD)
    most = max(least, *lengths, len(heading) / 2)
    if table.columns[index].numeric:
        # A number stays on one line.
        return _Need(max(least, *lengths), most, most)
    usual = (sum(length**2 for length in lengths) / len(lengths)) ** 0.5
    return _Need(least, max(least, usual), most)
