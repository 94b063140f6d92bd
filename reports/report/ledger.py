"""Every published value of a report, in its order: what each form of the report is held to."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.report.figures import Figure
from reports.report.parts import Block, Report
from reports.report.tables import Reach, Table
from reports.report.values import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One value and where it stands; ``row`` and ``column`` are the words at its left and above it."""

    section: str
    table: str
    row: str
    column: str
    value: Value
    reach: Reach


def tables(report: Report) -> Iterator[tuple[str, Table]]:
    """Return every table with the id of its section: of figures, and those that stand by themselves."""
    for section in report.sections:
        for block in section.blocks:
            if (table := table_of(block)) is not None:
                yield section.id, table


def table_of(block: Block) -> Table | None:
    """Return the table that a block is or holds."""
    if isinstance(block, Figure):
        return block.table
    return block if isinstance(block, Table) else None


def ledger(report: Report) -> tuple[Entry, ...]:
    """Return every value that is a number or a withheld one; words are in no ledger."""
    return tuple(
        Entry(section, table.id, row[0].text, column.heading, value, table.reach)
        for section, table in tables(report)
        for row in table.rows
        for column, value in zip(table.columns, row, strict=True)
        if value.kind != "text"
    )


def withheld(report: Report) -> tuple[Entry, ...]:
    """Return the values that stand there without being told."""
    return tuple(entry for entry in ledger(report) if entry.value.exactness == "withheld")
