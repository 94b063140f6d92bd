"""The rows of tables as a page has them: thousands of cells would take a template long, one by one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from reports.dashboards import WordCell
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


def word_cells(cells: Iterable[WordCell], shapes: Mapping[str, str]) -> Markup:
    """Return the cells of a row of words; ``shapes`` are the drawings before them, by the names that signs have."""
    told = list(cells)
    texts = iter(_safe(text for cell in told for text in _texts(cell)))
    return Markup("".join(_word_cell(cell, texts, shapes) for cell in told))  # noqa: S704 -- made safe, or our own


def _texts(cell: WordCell) -> Iterator[str]:
    yield cell.says
    for sign in cell.signs:
        yield from (sign.of, sign.text)


def _word_cell(cell: WordCell, texts: Iterator[str], shapes: Mapping[str, str]) -> str:
    says = next(texts)
    signs = (_sign(sign.shape, next(texts), next(texts), shapes) for sign in cell.signs)
    return f'<td data-says="{says}">{"".join(signs)}</td>'


def _sign(shape: str, of: str, text: str, shapes: Mapping[str, str]) -> str:
    what = f'<span class="sr">{of} </span>' if of else ""
    return f'<span class="sign sign-{shape}">{shapes[shape]}{what}{text}</span> '


def _safe(values: Iterable[str]) -> Sequence[str]:
    texts = list(values)
    safe = str(escape(_BETWEEN.join(texts))).split(_BETWEEN)
    return safe if len(safe) == len(texts) else [str(escape(each)) for each in texts]
