"""What a form must say of a report, and what of it the form turned out not to say."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from reports.report import Entry, Figure, Report, Section, Table, Value, ledger
from tests.unit.reports.test_report_printed import texts

#: A number as it is written anywhere: ``3,7``, ``60%``, ``28``.
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*%?")

#: Section, table, the words at the left and above, and what stands there.
Said = tuple[str, ...]


def stated(report: Report, where: Callable[[Entry], bool] = lambda _: True) -> Counter[Said]:
    """Return every published value and every withheld mark that a form is to show."""
    return Counter(
        (entry.table, flat(entry.row), entry.column, flat(entry.value.text)) for entry in ledger(report) if where(entry)
    )


def printed_ends(value: Value) -> tuple[float | None, float | None]:
    """Return the number that a value prints, and of a range the other one."""
    first = value.high if value.low is None else value.low
    upper = value.high if value.exactness == "between" else None
    return _float(first), _float(upper)


def _float(number: object) -> float | None:
    return None if number is None else float(str(number))


def numbers(texts_of: Iterable[str]) -> set[str]:
    """Return everything that looks like a number."""
    return {found for text in texts_of for found in _NUMBER.findall(text)}


def foreign(found: Iterable[str], report: Report) -> set[str]:
    """Return the numbers of a form that stand in no text of the report."""
    return numbers(found) - numbers(texts(report))


def flat(text: str) -> str:
    return " ".join(text.split())


def drawn(section: Section) -> list[Figure | Table]:
    """Return the figures and the tables of a section that are not for the data only."""
    return [
        block
        for block in section.blocks
        if isinstance(block, Figure) or (isinstance(block, Table) and block.reach == "all")
    ]


def table_in(block: Figure | Table) -> Table:
    return block.table if isinstance(block, Figure) else block
