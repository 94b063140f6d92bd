"""The workbook explains each kind of figure by what it is, and explains none that it does not have."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reports.dashboards import Summed, as_report
from reports.dashboards.said import total
from reports.forms.workbook import workbook
from reports.margins import Margin
from reports.regional import build_regional
from reports.report import Column, Report, Section, Table, Value, tables
from reports.report.values import NOTHING, margin
from reports.wording import words
from tests.published_networks import others
from tests.unit.reports.every_block import every_block
from tests.unit.reports.networks import report_of
from tests.unit.reports.regions import like, region
from tests.unit.reports.workbook_reading import opened, read

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
LANGUAGES = ("nl", "en")
SAID = words("nl")
RANGE = Value("2,6 tot 3,4", "average", "between", Decimal("2.6"), Decimal("3.4"))
COUNTED = total(SAID, Summed("rn-found", 2, 3050, 45, 54, 0, 0))
HALF = Value("3,1 tot 3,5", "average", "between", Decimal("3.1"), Decimal("3.5"), meant="half")
OTHERS = Value("3,4 (3,1 tot 3,5)", meant="others")
AROUND = margin(SAID, Margin(Decimal("3.0"), Decimal("4.0")))
#: By what a cell is: the cell, and the only line that explains it.
KINDS = {"between": RANGE, "counted": COUNTED, "half": HALF, "others": OTHERS, "margin": AROUND}


def with_cells(*cells: Value) -> Report:
    table = Table("one", "Tabel", (Column("A"), Column("B")), tuple((Value("x"), each) for each in cells))
    return replace(every_block(), sections=(Section("one", "Eén", (table,)),))


def first_sheet(report: Report) -> list[str]:
    first = opened(workbook(report, at=AT)).worksheets[0]
    return [str(cell.value) for row in first.iter_rows() for cell in row if cell.value is not None]


def explained(told: Sequence[str], language: str = "nl") -> set[str]:
    say = words(language).say
    return {each for each in (*KINDS, "at_least") if say(f"workbook.meaning.{each}") in told}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_own_line_and_no_other(kind: str) -> None:
    assert explained(first_sheet(with_cells(KINDS[kind]))) == {kind}


def test_where_no_margin_is_printed_none_is_explained() -> None:
    assert margin(SAID, None) is NOTHING
    assert explained(first_sheet(with_cells(Value("3,1 tot 3,5"), NOTHING))) == set()


def test_a_sum_that_not_everybody_is_in_is_no_coded_figure() -> None:
    report = with_cells(COUNTED, Value("3,8 of hoger", "average", "at_least", Decimal("3.8")))
    found = read(workbook(report, at=AT), report)["one"]

    assert found.exactness == (("zoveel is er geteld",), ("dit of hoger",))
    assert found.numbers == ((3050,), (3.8,))
    (told,) = [each for each in first_sheet(report) if each.startswith("Zoveel is er geteld")]
    assert "niet elke organisatie telt mee" in told
    assert "lager" in told


def test_limits_are_told_of_only_where_a_number_is_one() -> None:
    limits = SAID.say("workbook.about.limits")
    assert not any(limits in each for each in first_sheet(with_cells(COUNTED, HALF)))
    least = Value("3,8 of hoger", "average", "at_least", Decimal("3.8"))
    assert any(limits in each for each in first_sheet(with_cells(least)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_networks_explains_its_middle_half_and_its_sums(language: str) -> None:
    told = first_sheet(build_regional(like(["large"] * 6), language=language, edition="own"))

    assert explained(told, language) == {"half", "counted"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_whom_a_report_is_stands_before_all_else(language: str) -> None:
    own = build_regional(region(), language=language, edition="own")
    given_on = build_regional(region(), language=language, edition="given_on")

    said = words(language).say("region.only-for")
    assert first_sheet(own)[:3] == [own.title, said, own.mirror]
    assert said not in first_sheet(given_on)
    assert first_sheet(given_on)[:2] == [given_on.title, given_on.mirror]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_a_round_explains_margins_and_other_networks(language: str) -> None:
    assert "margin" in explained(first_sheet(report_of("large", language)), language)
    beside = report_of("large", language, edition=others().edition)
    assert {"margin", "others"} <= explained(first_sheet(beside), language)


def test_sums_of_a_round_are_as_they_were_in_files_with_figures() -> None:
    report = report_of("large")
    sums = [row for _, table in tables(report) if table.id == "reach-sums" for row in table.rows]
    partly = [row[1] for row in sums if row[1].meant]
    assert partly
    assert {(each.kind, each.exactness, each.meant) for each in partly} == {("number", "at_least", "counted")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shows", ["needs", "places"])
def test_a_page_of_how_it_is_now_is_not_called_results(language: str, shows: str) -> None:
    report = as_report(language, "Titel", (Section("one", "Eén", with_cells(COUNTED).sections[0].blocks),),
                       on=date(2026, 11, 28), shows=shows)  # type: ignore[arg-type]  # fmt: skip
    say, told = words(language).say, first_sheet(report)

    assert told[1:3] == [say(f"board.mirror.{shows}"), say("workbook.what.now")]
    assert say("workbook.care") not in told
    assert say("workbook.zone.shown.page") in told
    assert say("workbook.zone.shown") not in told
