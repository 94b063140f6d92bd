"""What every kind of file is read into: lines of cells, with the numbers that Excel shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from survey.importing.sentences import Sentence


@dataclass(slots=True)
class Line:
    """One row with something in it: texts by column, and what is wrong with a cell, by column."""

    number: int
    cells: dict[int, str] = field(default_factory=dict[int, str])
    faults: dict[int, Sentence] = field(default_factory=dict[int, Sentence])


@dataclass(frozen=True, slots=True)
class Merged:
    """Rows of one column that were merged into one cell."""

    column: int
    first: int
    last: int


@dataclass(slots=True)
class Grid:
    """A sheet, or the whole of a text file."""

    lines: list[Line]
    merged: Sequence[Merged] = ()
    #: Addresses behind a cell that shows something else, by row and column.
    links: Mapping[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    remarks: list[Sentence] = field(default_factory=list[Sentence])
