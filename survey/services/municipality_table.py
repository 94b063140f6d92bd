"""Read the yearly table of municipalities as Statistics Netherlands publishes it.

Two forms are known: the workbook "Gemeenten alfabetisch" of a year, and the CSV of "Gebieden in Nederland" of a year,
in which codes have spaces behind them and names can end in "(gemeente)".
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from survey.errors import Refused
from survey.services.names import tidy

#: What each column is called in the one form and in the other, in small letters.
_HEADINGS: Final = {
    "code": ("gemeentecodegm", "codes en namen van gemeenten/code (code)"),
    "name": ("gemeentenaam", "codes en namen van gemeenten/naam (naam)"),
    "province": ("provinciecodepv", "lokaliseringen van gemeenten/provincies/code (code)"),
    "region": ("arbeidsmarktregiocode", "lokaliseringen van gemeenten/arbeidsmarktregio's/code (code)"),
    "region_name": ("arbeidsmarktregionaam", "lokaliseringen van gemeenten/arbeidsmarktregio's/naam (naam)"),
}
_NEEDED: Final = ("code", "name")
_SHAPES: Final = {"code": r"GM\d{4}", "province": r"PV\d{2}", "region": r"AM\d{2}"}
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
#: More than the country ever had, and fewer than a file that is something else.
_MOST: Final = 3_000
_LARGEST: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality of the table."""

    code: str
    name: str
    province: str | None = None
    region: str | None = None
    region_name: str | None = None

    def values(self) -> dict[str, str | None]:
        """Return it by column."""
        return asdict(self)


def year_of(path: Path) -> int | None:
    """Return the year in a file's name, if there is one."""
    found = _YEAR.findall(path.stem)
    return int(found[-1]) if found else None


def read_table(path: Path) -> list[Row]:
    """Return the municipalities in a file.

    Raises
    ------
    Refused
        When the file cannot be read, a heading is missing, or a row is not one of a municipality.
    """
    lines = iter(_lines(path))
    columns = _columns(next(lines, ()), path)
    rows = [_row(number, line, columns) for number, line in enumerate(lines, 2) if any(map(_text, line))]
    if not rows or len(rows) > _MOST:
        raise Refused(f'"{path.name}" is no table of municipalities: it has {len(rows)} rows.')
    often, number = Counter(row.code for row in rows).most_common(1)[0]
    if number > 1:
        raise Refused(f'"{path.name}" has {often} {number} times.')
    return rows


def _lines(path: Path) -> Iterable[Sequence[Any]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f'"{path}" cannot be read: {error.strerror}.') from None
    if len(content) > _LARGEST:
        raise Refused(f'"{path.name}" is too large for a table of municipalities.')
    return _workbook(path) if path.suffix.lower() == ".xlsx" else _semicolons(content)


def _workbook(path: Path) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook  # only who loads a table waits for it

    try:
        book = load_workbook(path, read_only=True, data_only=True)
        yield from book.worksheets[0].iter_rows(values_only=True, max_row=_MOST + 2, max_col=60)
    except (BadZipFile, KeyError, ValueError, OSError):
        raise Refused(f'"{path.name}" is no workbook: save it as .xlsx or .csv.') from None


def _semicolons(content: bytes) -> Iterator[Sequence[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    return csv.reader(StringIO(text), delimiter=";" if first.count(";") >= first.count(",") else ",")


def _columns(headings: Sequence[Any], path: Path) -> dict[str, int]:
    """Return where each column is."""
    found = [_text(heading).casefold() for heading in headings]
    columns: dict[str, int] = {}
    for name, known in _HEADINGS.items():
        places = [found.index(heading) for heading in known if heading in found]
        if places:
            columns[name] = places[0]
    missing = [f'"{_HEADINGS[name][0]}"' for name in _NEEDED if name not in columns]
    if missing:
        raise Refused(
            f'"{path.name}" has no column {" and no column ".join(missing)}. '
            f"Its headings are: {', '.join(filter(None, map(_text, headings))) or 'none'}."
        )
    return columns


def _row(number: int, line: Sequence[Any], columns: dict[str, int]) -> Row:
    values = {name: _text(line[place]) if place < len(line) else "" for name, place in columns.items()}
    values["name"] = values["name"].removesuffix("(gemeente)").strip()
    for name, shape in _SHAPES.items():
        if values.get(name) and not re.fullmatch(shape, values[name]):
            raise Refused(f"Row {number}: '{values[name][:40]}' is no {name} of Statistics Netherlands.")
    if not values["code"] or not 0 < len(values["name"]) <= 100:
        raise Refused(f"Row {number} has no code, or no name that fits.")
    return Row(**{name: value or None for name, value in values.items()})  # type: ignore[arg-type]  # both are there


def _text(cell: Any) -> str:
    return tidy(str(cell)) if cell is not None else ""
