"""Reports of networks with profiles that a test writes out, and how to find something in them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from questionnaires import catalogue
from reports.profile import ProfileResults
from reports.report import Asked, Block, Report, ReportInput, Section, Table, build, table_of
from reports.results import Cell, Results
from tests.network_profiles import Answers, network, published

Kind = TypeVar("Kind")

MEETING_ON = date(2026, 12, 3)


@cache
def asked() -> Asked:
    return Asked(catalogue.latest("taalnetwerkspiegel"), catalogue.latest("organisatieprofiel"))


def report_with(
    answers: Mapping[str, Answers | None] | ProfileResults | None,
    *cells: Cell,
    language: str = "nl",
    results: Results | None = None,
    **kinds: str,
) -> Report:
    """Make the report of organisations with these answers, beside these published shares."""
    profile = answers if answers is None or isinstance(answers, ProfileResults) else network(answers, **kinds)
    given = ReportInput("Taalnetwerk Waterdam", results or published(*cells), profile=profile, meeting_on=MEETING_ON)
    return build(given, asked(), language=language)


def section(of: Report, name: str) -> Section:
    return next(each for each in of.sections if each.id == name)


def names(of: Report) -> list[str]:
    return [each.id for each in of.sections]


def blocks(of: Section, kind: type[Kind]) -> list[Kind]:
    return [block for block in of.blocks if isinstance(block, kind)]


def table(of: Section, name: str) -> Table:
    return next(found for found in map(_table, of.blocks) if found is not None and found.id == name)


def has_table(of: Section, name: str) -> bool:
    return any(found is not None and found.id == name for found in map(_table, of.blocks))


def _table(block: Block) -> Table | None:
    return table_of(block)


def said(of: Table) -> list[list[str]]:
    """Return the words of a table, row by row."""
    return [[value.text for value in row] for row in of.rows]


def row(of: Table, name: str) -> list[str]:
    """Return the words of the row with this name, without it."""
    return next(cells for first, *cells in said(of) if first == name)
