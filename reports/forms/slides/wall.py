"""What changes of a page so that it can be read on a wall, where there is one picture and little room."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from reports.forms.legend import legend
from reports.forms.slides.page import Page
from reports.forms.slides.telling import without_its_table
from reports.report import Bars, Block, Figure, Heat, Paragraph, Table, Value
from reports.wording import Words

#: The columns of the largest tables that a wall has room for; by the tables' names.
_COLUMNS: Final = {"roles": (0, 3), "voices": (0, 1, 2, 3)}
#: Those of the role card where of most tasks it cannot be said how they are divided: then it is about who does them.
_OF_FEW: Final = (0, 1, 2, 3)
#: With more letters of names in a row, usually, there is no room for the rows themselves.
_NAMES: Final = 70
#: The tables in which a larger share deserves more talk, by their names; in others the order of rows says something.
_BY_SHARE: Final = ("reach-seen",)


def on_a_slide(page: Page, words: Words) -> Page:
    """Return a page whose words are about what stands on it, and whose table shows first what is said of it."""
    return replace(page, blocks=tuple(_on_a_slide(block, words) for block in page.blocks))


def _on_a_slide(block: Block, words: Words) -> Block:
    if isinstance(block, Figure):
        return _with_signs(without_its_table(block, words), words)
    if isinstance(block, Table):
        return on_a_wall(block, words)
    if block == Paragraph(words.say("groups.partly"), "small"):
        return replace(block, text=words.say("slides.groups.partly"))
    if isinstance(block, Paragraph) and block.tone == "small":
        # No slide has the column of the other networks: the key explains the band.
        return replace(block, text=block.text.removeprefix(words.say("benchmark.how")).strip())
    return block


def _with_signs(figure: Figure, words: Words) -> Figure:
    """Explain hatching and signs in words where they are drawn: bars and grids have no key for them."""
    if not isinstance(figure.drawing, Bars | Heat):
        return figure
    signs = [
        words.say("slides.hatched", what=each.label) if each.id == "hatch" else f"{each.label}."
        for each in legend(figure, words)
    ]
    return replace(figure, how=" ".join(filter(None, (figure.how, *signs))))


def on_a_wall(table: Table, words: Words) -> Table:
    """Return a table with the rows on top that deserve most talk, and with what can be read from afar."""
    order, columns = _order(table), _columns(table, words)
    return replace(
        table,
        columns=tuple(table.columns[each] for each in columns),
        rows=tuple(tuple(table.rows[row][each] for each in columns) for row in order),
        foremost=(),
    )


def _order(table: Table) -> list[int]:
    """Return the rows that what is said of the table is about, and then the others; those that fit are shown.

    Only what is printed decides, so that the order tells nothing more (disclosure rule R6).
    """
    others = list(range(len(table.rows)))
    if table.id in _BY_SHARE:
        others.sort(key=lambda row: _certain(table.rows[row]), reverse=True)
    return list(dict.fromkeys((*table.foremost, *others)))


def _certain(row: Sequence[Value]) -> Decimal | int:
    """Return the largest share of a row as far as it is certain: of one that is so much or less, nothing is."""
    return max((value.low for value in row if value.kind == "share" and value.low is not None), default=0)


def _columns(table: Table, words: Words) -> list[int]:
    """Return the columns that a wall has room for; without one that says the same of every row."""
    columns = [each for each in _COLUMNS.get(table.id, range(len(table.columns))) if each < len(table.columns)]
    unsaid = sum(words.say("roles.status.unknown") in (value.text for value in row) for row in table.rows)
    names = sum(len(row[place].text) for row in table.rows for place in _OF_FEW[1:-1] if len(row) > place)
    if table.id != "roles" or 2 * unsaid <= len(table.rows) or names > _NAMES * len(table.rows):
        return columns
    return list(_OF_FEW[:-1] if unsaid == len(table.rows) else _OF_FEW)
