"""Native tables: every place where numbers stand is a table that a screen reader can walk through."""

from dataclasses import dataclass
from typing import Final

from reports.forms.slides.markup import Line, outline, paragraphs, solid

#: The style without lines and grounds, by the name that all offices know it by.
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs on a ground."""

    lines: tuple[Line, ...] = ()
    fill: str | None = None
    #: How much further from the left the words begin than elsewhere in the table.
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the widths of its columns, the heights of its rows, and its cells; the first row is the heading."""

    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    #: At the left and right of the words in a cell.
    inset: int = 0
    #: The line below each row.
    rule: str | None = "line"


def table(grid: Grid, language: str) -> str:
    """Return a table as XML."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in grid.widths)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(_cell(cell, grid, language) for cell in row)}</a:tr>'
        for height, row in zip(grid.heights, grid.rows, strict=True)
    )
    return (
        f'<a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    )


def _cell(cell: Cell, grid: Grid, language: str) -> str:
    lower = outline(grid.rule).replace("a:ln", "a:lnB") if grid.rule else ""
    edges = f'marL="{grid.inset + cell.indent}" marR="{grid.inset}" marT="0" marB="0"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.lines, language)}</a:txBody>"
        f'<a:tcPr {edges} anchor="ctr">{lower}{solid(cell.fill)}'
        "</a:tcPr></a:tc>"
    )
