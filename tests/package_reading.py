"""Everything that a reader could find in a workbook or in slides: cells, charts, notes, names, packages in packages."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree

from openpyxl import load_workbook

#: Attributes in which words can stand: descriptions, titles, names of sheets, series and formats. The others are the
#: places and measures of what is drawn.
_SPEAKING: Final = frozenset({"descr", "title", "name", "formatCode", "ref", "location", "tooltip", "author"})
#: Elements that hold a measure of the page and no figure.
_MEASURES: Final = frozenset({"pageMargins", "AppVersion", "Application", "f"})
#: Formats of numbers that hold no word and no figure; what they show is read by ``cells_as_said``.
_FORMATS: Final = frozenset({"0", "0.0", "0.00", "0%", "General"})


def everything_in(package: bytes) -> str:
    """Return every text of a package and of those inside it, part by part; workbooks cell by cell as well."""
    return "\n".join(_texts(package))


def _texts(package: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        assert parts.testzip() is None
        for info in parts.infolist():
            content = parts.read(info)
            yield from (info.filename.rpartition("/")[2], info.comment.decode())
            if content[:2] == b"PK":
                yield from _texts(content)
            elif content.lstrip()[:1] == b"<":
                yield from _of_xml(content, info.filename)
        if any(name.endswith("workbook.xml") for name in parts.namelist()):
            yield from cells_as_said(package)


def _of_xml(content: bytes, name: str) -> Iterator[str]:
    # Numbers in the cells of a workbook are read by ``cells_as_said``, in the precision in which they are shown.
    is_sheet = "/worksheets/" in name
    for element in ElementTree.fromstring(content).iter():  # noqa: S314 -- a file of our own
        tag = element.tag.rpartition("}")[2]
        if tag in _MEASURES:
            continue
        if element.text and element.text.strip() and not (is_sheet and tag == "v"):
            yield element.text
        yield from (value for key, value in element.items() if _speaks(key.rpartition("}")[2], value))


def _speaks(name: str, value: str) -> bool:
    return name in _SPEAKING and not (name == "formatCode" and value in _FORMATS)


def cells_as_said(package: bytes) -> Iterator[str]:
    """Return every number of a workbook as its format shows it, and as it is stored where that says more."""
    book = load_workbook(BytesIO(package), data_only=True)
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible", f"The sheet {sheet.title} is hidden."
        for row in sheet.iter_rows():
            yield from (as_said(cell) for cell in row if isinstance(cell.value, int | float))


def as_said(cell: Any) -> str:
    """Return what a cell with a number shows; the stored number itself when that has more to it."""
    stored = Decimal(repr(cell.value))
    places = {"0.0": 1, "0": 0, "0%": 2, "General": None}[cell.number_format]
    if places is None:
        return str(cell.value)
    shown = round(stored, places)
    if shown != stored:
        return repr(cell.value)
    return f"{int(shown * 100)}%" if cell.number_format == "0%" else f"{shown:.{places}f}"
