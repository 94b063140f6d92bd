"""What the figures of several sections share: marks, ends of the scale, and the n beside an average."""

from collections.abc import Mapping, Sequence
from typing import Final

from reports.margins import Margin
from reports.report.figures import BarRow, Mark, Part, StatusMark, StatusShape
from reports.report.values import Value, average
from reports.results import Cell
from reports.status import Status, StatusName
from reports.wording import Words
from reports.wording.sentences import status_words
from reports.wording.words import printed_share

#: The classes of a bar in the order of its key: the two sides, and apart from them what lies in between.
SIDES: Final = ("disagree", "agree", "neither")

#: The shape of each status: it says the same as the word.
_SHAPES: Final[dict[StatusName, StatusShape]] = {
    StatusName.STRONG: "full",
    StatusName.ON_THE_WAY: "half",
    StatusName.ATTENTION: "triangle",
    StatusName.DIVIDED: "apart",
    StatusName.UNKNOWN: "question",
    StatusName.TOO_FEW: "dash",
}


def status_mark(words: Words, status: Status) -> StatusMark:
    """Return how a theme stands; of one that can have several statuses the shape is the lowest one's."""
    return StatusMark(status_words(words, status), _SHAPES[status.names[0]])


def bar(label: str, shares: Mapping[str, Cell], word: str) -> BarRow:
    """Return a bar of the published shares; without any it has a word only."""
    parts = (_part(side, shares[side]) for side in SIDES if side in shares)
    return BarRow(label, tuple(part for part in parts if part), word)


def _part(series: str, cell: Cell) -> Part | None:
    if cell.kind == "withheld":
        return None
    return Part(series, cell.kind, cell.low, cell.high, printed_share(cell))


def figure_ends(words: Words) -> tuple[str, str]:
    """Return the words at both ends of the 1-5 axis."""
    return words.say("scale.low"), words.say("scale.high")


def mark(series: str, cell: Cell, margin: Margin | None = None) -> Mark | None:
    """Return the mark of a published average; ``None`` when there is nothing to draw."""
    if cell.kind == "withheld":
        return None
    return Mark(series, cell.kind, cell.low, cell.high, margin)


def with_answers(words: Words, name: str, cells: Sequence[Cell]) -> str:
    """Return a name with the number of answers behind its averages: ``bibliotheek (n = 6)``."""
    numbers = sorted({cell.n for cell in cells if cell.n is not None})
    if not numbers:
        return name
    counted = (
        words.say("n", n=numbers[0]) if len(numbers) == 1 else words.say("n.range", low=numbers[0], high=numbers[-1])
    )
    return f"{name} ({counted})"


def printed(words: Words, cell: Cell, cells: Sequence[Cell]) -> Value:
    """Return a table cell: the average, with its own number of answers where the column's numbers differ."""
    if cell.n is None or len({each.n for each in cells if each.n is not None}) == 1:
        return average(words, cell)
    return average(words, cell, f"{words.value(cell)} ({words.say('n', n=cell.n)})")
