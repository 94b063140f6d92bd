"""The heads of the workbook's columns: each its own, in sight on the screen and on every page of paper."""

from datetime import UTC, datetime

import pytest

from reports.forms.workbook import workbook
from reports.report import Report, tables
from tests.unit.reports.every_block import every_block
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.workbook_reading import opened, read


def made(report: Report) -> bytes:
    return workbook(report, at=datetime(2026, 11, 16, 12, tzinfo=UTC))


def test_heads_stay_in_sight() -> None:
    sheets = {sheet.title: sheet.freeze_panes for sheet in opened(made(every_block())).worksheets}
    assert sheets["De onderwerpen"] == "B4"
    assert sheets["De zinnen"] == "B2"
    assert sheets["Over dit rapport"] == "A2", "texts only: no names of rows to keep"
    assert sheets["Lees dit eerst"] is None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_columns_of_a_table_have_the_same_head(language: str) -> None:
    for report in (every_block(language), *(report_of(name, language) for name in NETWORKS)):
        for table in read(made(report), report).values():
            heads = (*table.shown_heads, *table.number_heads, *table.exactness_heads)
            assert len({*heads}) == len(heads)


def test_what_the_columns_are_stays_in_sight_beside_the_name_of_the_section() -> None:
    sheets = {sheet.title: sheet for sheet in opened(made(report_of("middling"))).worksheets}
    for name in ("De acht onderwerpen", "Wie bereiken jullie", "Alle zinnen"):  # of one table, and of several
        assert [cell.value for cell in sheets[name][1] if cell.value][1:] == ["Als getal", "Hoe precies"]
        assert sheets[name].freeze_panes.startswith("B")
        below = {str(cell.value) for row in sheets[name].iter_rows(min_row=2) for cell in row}
        assert not {"Als getal", "Hoe precies"} & below, "said once, where it stays"
    assert [cell.value for cell in sheets["Wie antwoordde"][1]] == ["Wie antwoordde"]


def test_on_paper_stands_what_the_report_prints_with_the_heads_on_every_page() -> None:
    sheet = opened(made(every_block()))["De onderwerpen"]
    columns = len(next(table for _, table in tables(every_block()) if table.id == "themes").columns)
    assert sheet.print_area.startswith("'De onderwerpen'!$A$1:$" + chr(ord("A") + columns - 1))
    assert sheet.print_title_rows == "$1:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
