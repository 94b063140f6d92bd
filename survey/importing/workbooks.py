"""A workbook into its visible sheets, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Final

from survey.importing.grid import Grid
from survey.importing.packages import Package
from survey.importing.sheets import Book, read_sheet

_MAIN: Final = "xl/workbook.xml"
#: Looks of a cell that are a date in every workbook, by number.
_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_NO_DATE_PART: Final = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|General", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    is_hidden: bool


def list_sheets(package: Package) -> list[Sheet]:
    """Return the sheets of a workbook, in the order of their tabs."""
    targets = _relations(package, _MAIN)
    found: list[Sheet] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            relation = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            part = normpath(join("xl", targets.get(relation, "")))
            is_hidden = attributes.get("state", "visible") != "visible"
            found.append(Sheet(attributes.get("name", ""), part.removeprefix("/"), is_hidden))

    package.parse(_MAIN, start)
    return [sheet for sheet in found if "chartsheets" not in sheet.part]


def read_sheets(package: Package, sheets: list[Sheet]) -> Iterator[tuple[Sheet, Grid]]:
    """Read sheets one by one: the next only when it is asked for."""
    book = Book(_texts(package), _dates(package))
    for sheet in sheets:
        grid, links = read_sheet(package, sheet.part, book)
        if links:
            targets = _relations(package, sheet.part)
            grid.links = {(row, column): targets.get(relation, "") for row, column, relation in links}
        yield sheet, grid


def _relations(package: Package, part: str) -> dict[str, str]:
    name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"
    found: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            found[attributes.get("Id", "")] = attributes.get("Target", "")

    if name in package.names:
        package.parse(name, start)
    return found


@dataclass(slots=True)
class _Texts:
    """The texts that cells refer to by number; how a word sounds is no part of it."""

    texts: list[str] = field(default_factory=list[str])
    parts: list[str] = field(default_factory=list[str])
    is_text: bool = False
    is_sound: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self.parts = []
        elif tag == "rPh":
            self.is_sound = True
        self.is_text = tag == "t" and not self.is_sound

    def end(self, tag: str) -> None:
        self.is_text = False
        if tag == "si":
            self.texts.append("".join(self.parts))
        elif tag == "rPh":
            self.is_sound = False

    def text(self, text: str) -> None:
        if self.is_text:
            self.parts.append(text)


def _texts(package: Package) -> list[str]:
    name, reader = "xl/sharedStrings.xml", _Texts()
    if name in package.names:
        package.parse(name, reader.start, reader.end, reader.text)
    return reader.texts


def _dates(package: Package) -> frozenset[int]:
    """Return which looks, by their number in the workbook, show a number as a date."""
    name = "xl/styles.xml"
    formats: dict[str, str] = {}
    looks: list[str] = []
    within: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        within.append(tag)
        if tag == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in within:
            looks.append(attributes.get("numFmtId", "0"))

    if name in package.names:
        package.parse(name, start, lambda tag: within.remove(tag))
    return frozenset(number for number, look in enumerate(looks) if _is_date(look, formats))


def _is_date(look: str, formats: dict[str, str]) -> bool:
    if look in formats:
        return re.search("[dmyhs]", _NO_DATE_PART.sub("", formats[look]), re.IGNORECASE) is not None
    return look.isdecimal() and int(look) in _DATES
