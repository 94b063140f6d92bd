"""Lists of partners for tests, made as people and their programs make them."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook

from survey.importing.reading import ReadFile, read_file
from survey.importing.sentences import Unreadable

HEADINGS: Final = ("Organisatie", "Soort", "Naam", "E-mail", "Functie", "Taal", "Namens organisatie")


def workbook(*rows: Sequence[Any], sheet: str = "Partners") -> bytes:
    """Return a workbook with these rows, headings included."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def changed(content: bytes, part: str, change: tuple[bytes, bytes] | bytes) -> bytes:
    """Return a workbook in which one part is another, or has one text in place of another."""
    return packed_with(content, part, change if isinstance(change, bytes) else _parts(content)[part].replace(*change))


def packed_with(content: bytes, part: str, data: bytes) -> bytes:
    """Return a workbook that has this part, whether or not it had one."""
    return packed((_parts(content) | {part: data}).items())


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file with these parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


def refusal(content: bytes) -> str:
    """Return the sentence with which a file is refused, its values filled in."""
    try:
        found: ReadFile = read_file(content)
    except Unreadable as unreadable:
        return unreadable.sentence.message % unreadable.sentence.values
    raise AssertionError(f"{len(found.rows)} rows were read.")
