"""The rows of a report's table as a page has them: thousands of cells would take a template long, one by one."""

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup, escape

from reports.report.tables import Column, Table

#: Stands between texts that are made safe together; both databases refuse it in a text.
_BETWEEN: Final = "\x00"


def table_rows(table: Table, is_wordy: bool) -> Markup:
    """Return the rows of a table; of a wordy one every cell names its column, for when it becomes a card."""
    width = len(table.columns)
    row = f"<tr>{''.join(_cell(each, place, is_wordy) for place, each in enumerate(table.columns))}</tr>\n"
    texts = _safe(value.text for values in table.rows for value in values)
    rows = (row.format(*texts[first : first + width]) for first in range(0, len(texts), width))
    return Markup("".join(rows))  # noqa: S704 -- each text in it was made safe


def _cell(column: Column, place: int, is_wordy: bool) -> str:
    """Return a cell around the place of its text."""
    if not place:
        return '<th scope="row">{}</th>'
    number = ' class="n"' if column.numeric else ""
    heading = str(escape(column.heading)).replace("{", "{{").replace("}", "}}")
    label = f' data-label="{heading}"' if is_wordy else ""
    return f"<td{number}{label}>{{}}</td>"


def _safe(values: Iterable[str]) -> Sequence[str]:
    texts = list(values)
    safe = str(escape(_BETWEEN.join(texts))).split(_BETWEEN)
    return safe if len(safe) == len(texts) else [str(escape(each)) for each in texts]
