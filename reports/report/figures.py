"""Charts as data: a figure answers a question in a sentence, and holds what is drawn and the same as a table.

Whatever stands in a drawing stands in the table as well; no form computes, rounds or chooses.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reports.margins import Margin
from reports.report.tables import Table
from reports.report.values import Value

#: A value that can be drawn: a dot, a dot with an arrow to one side, or a line without a dot.
MarkKind = Literal["exact", "at_least", "at_most", "between"]
#: The shape of a status: it says in form what the word says.
StatusShape = Literal["full", "half", "triangle", "apart", "question", "dash"]


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of mark in a figure: its look (``reports.look.MARKS``) and its words in the key."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One published value to draw: ``low`` and ``high`` as in ``reports.results.Cell``."""

    series: str
    kind: MarkKind
    low: Decimal | None
    high: Decimal | None
    margin: Margin | None = None

    @property
    def edges(self) -> tuple[Decimal, ...]:
        """The printed values that place this mark: one, or two for a range."""
        ends = self.low, self.high
        return tuple(dict.fromkeys(end for end in ends if end is not None))


@dataclass(frozen=True, slots=True)
class Band:
    """The other networks on one theme: the middle half of their published averages, and the median."""

    low: Decimal
    median: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class StatusMark:
    """How a theme stands, in words and as a shape."""

    words: str
    shape: StatusShape


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a figure; a row without marks says by ``value`` ("–") that nothing is shown."""

    label: str
    marks: tuple[Mark, ...]
    #: Printed at the right: the value itself, in strong type.
    value: str = ""
    #: Printed after the value: what it means in a word; ``clear`` sets it in strong type.
    word: str = ""
    clear: bool = False
    status: StatusMark | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True)
class Dots:
    """Averages on the axis from 1 to 5, a row each; ``linked`` draws a line from the lowest to the highest of a row."""

    #: The words at both ends of the axis.
    ends: tuple[str, str]
    rows: tuple[Row, ...]
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One class of a bar: a share between ``low`` and ``high``, 0 to 1; ``label`` as printed (``≤15%``)."""

    series: str
    kind: MarkKind
    low: Decimal | None
    high: Decimal | None
    label: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar: its classes, in the order of the key; no parts when nothing is shown, and then ``word`` says so.

    The parts need not add to 1: what is coded leaves the rest blank.
    """

    label: str
    parts: tuple[Part, ...]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares of classes that lie against each other: agree at one side, disagree at the other, the middle apart."""

    rows: tuple[BarRow, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A share in a cell; ``step`` (0 to 4) is its colour, by what is printed; ``None`` where nothing is shown."""

    value: Value
    step: int | None


@dataclass(frozen=True, slots=True)
class Heat:
    """A grid of shares, the number in every cell."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An organisation on the map, at ``x`` and ``y`` (whole thousandths of the drawing); open when it was silent."""

    name: str
    answered: bool
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes, by their places in the list; ``strength`` 0 (not said) to 3; dashed when one-sided."""

    first: int
    second: int
    strength: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """A map of who has contact with whom; where a node stands says nothing."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class LinePoint:
    """One round on a line: its place along the axis, its value drawn and printed; ``joined`` to the point before it."""

    place: int
    mark: Mark
    value: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """One theme over rounds on the scale from 1 to 5; ``rounds`` name the places, also those without a point."""

    rounds: tuple[str, ...]
    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """A place within an area: its name, and how many there are of each of the series; without a name the whole area."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the country where it lies on the grid: its name, column and row from 0, all of it, and its tiles."""

    label: str
    column: int
    row: int
    whole: Tile
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class TileGrid:
    """The country as a grid of areas, each with its tiles; ``series`` are the ids of what is counted in each."""

    series: tuple[str, ...]
    areas: tuple[Area, ...]


Drawing = Dots | Bars | Heat | Ties | Lines | TileGrid


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart that answers a question: the answer as a sentence, how to read it, the drawing, the same in a table."""

    id: str
    answer: str
    how: str
    alt: str
    #: The kinds of mark or class in the drawing, with their words.
    key: tuple[Series, ...]
    drawing: Drawing
    table: Table
