"""A spreadsheet file into rows: read by pyxform, which knows how the field writes its forms, and looked over by us.

Nothing of a workbook is taken on trust: it may be no workbook, a bomb, or hide things that no reader of rows would see.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import FIRST, Row, Sheets

#: More than any form, and less than what makes a machine slow.
_LARGEST: Final = 20_000_000
_MOST_ROWS: Final = 5_000

_READ: Final = ("survey", "choices", "settings")


class NotAForm(ValueError):
    """A file cannot be read as an XLSForm; the message is a sentence that says why."""


def read_form(path: Path, notes: Notes) -> Sheets:
    """Read the sheets of a form, and note what of the workbook is not read.

    Raises
    ------
    NotAForm
        When there is no form to read in it.
    """
    content = _content(path)
    with _damage_is_said(path):
        found = _sheets(content)
    if "survey" not in found:
        raise NotAForm(f'"{path.name}" has no sheet "survey": that is where an XLSForm has its questions.')
    for name in _READ:
        if len(found.get(name, ())) > _MOST_ROWS:
            raise NotAForm(
                f'The sheet "{name}" of "{path.name}" has more than {_MOST_ROWS} rows: no form is that long.'
            )
    if not any("type" in row or "command" in row for row in found["survey"]):
        raise NotAForm(
            f'The sheet "survey" of "{path.name}" has no column "type": that is where the questions\' types are.'
        )
    with _damage_is_said(path):
        _look_over(content, found, notes)
    return Sheets(*(found.get(name, ()) for name in _READ), unread=_unread(found))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise NotAForm(f'There is no file "{path}".')
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise NotAForm(f'"{path.name}" is no such workbook by its name: save the form as .xlsx.')
    content = path.read_bytes()
    if len(content) > _LARGEST:
        raise NotAForm(f'"{path.name}" is larger than any form: {len(content) // 1_000_000} MB.')
    _refuse_bomb(path, content)
    return content


def _refuse_bomb(path: Path, content: bytes) -> None:
    """Refuse a file that is no zip, or becomes too large; a zip never gives more than it says."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, ValueError, OSError):
        raise NotAForm(
            f'"{path.name}" is no workbook: open it in a spreadsheet program and save it as .xlsx.'
        ) from None
    if size > _LARGEST:
        raise NotAForm(f'"{path.name}" becomes {size // 1_000_000} MB when it is opened: no form is that large.')


def _sheets(content: bytes) -> Mapping[str, Sequence[Row]]:
    from pyxform import xls2json_backends

    readers: Any = xls2json_backends  # which says little of its types
    return readers.xlsx_to_dict(BytesIO(content))


@contextmanager
def _damage_is_said(path: Path) -> Generator[None]:
    """Turn whatever the libraries for workbooks fail on into a sentence: a damaged file can fail anywhere in them."""
    from pyxform.errors import PyXFormError

    try:
        yield
    except PyXFormError as error:
        raise NotAForm(f'"{path.name}" cannot be read as a form. {error}') from error
    except Exception as error:
        raise NotAForm(f'"{path.name}" is damaged: open it in a spreadsheet program and save it again.') from error


def _unread(found: Mapping[str, Sequence[Any]]) -> tuple[str, ...]:
    names = [str(name) for name in found.get("sheet_names", ())]
    return tuple(name for name in names if name.lower() not in _READ) if len(names) > 1 else ()


def _look_over(content: bytes, found: Mapping[str, Sequence[Any]], notes: Notes) -> None:
    """Note formulas, merged cells, and what stands where it is not read."""
    from openpyxl import load_workbook

    book: Any = load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        name = str(sheet.title).lower() if len(book.worksheets) > 1 else "survey"
        if name in _READ and name in found:
            for merged in sheet.merged_cells.ranges:
                sentence = f"The cells {merged.coord} are merged: only the first of them has anything in it."
                notes.add(merged.min_row, sentence, sheet=name)
            columns = {column for headings in found[f"{name}_header"] for column in headings}
            for row, sentence in _odd_cells(sheet, columns, len(found[name]) + FIRST):
                notes.add(row, sentence, sheet=name)


def _odd_cells(sheet: Any, columns: set[str], end: int) -> Iterator[tuple[int, str]]:
    """Go through the cells that are not read as they stand; ``end`` is the row below the last that was read."""
    headings = [" ".join(str(cell.value).split()) for cell in next(sheet.iter_rows())]
    for cell in (cell for cells in sheet.iter_rows(min_row=FIRST) for cell in cells):
        if cell.value is None:
            continue
        if cell.row >= end:
            yield cell.row, "This is so far below the other rows that it is not read: move it up."
        elif headings[cell.column - 1] not in columns:
            yield cell.row, f"{cell.coordinate} is not read: its column has no heading, or is far from the others."
        elif cell.data_type == "f":
            yield (
                cell.row,
                f"{cell.coordinate} is a formula: what it gave when the file was saved is read, if anything.",
            )
