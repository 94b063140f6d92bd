"""Every kind of block and drawing in the PDF: printed, told to a screen reader, and nothing that is not for paper."""

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reports.forms.pdf import pdf
from reports.forms.pdf.drawings import figure_json
from reports.forms.typesetting import Texts
from reports.report import BarRow, Bars, Column, Dots, Figure, Heat, HeatCell, Report, Row, Table, Ties, Value
from reports.report.ledger import table_of, tables
from reports.report.values import texts
from tests.pdf_reading import check, elements, spoken, squeezed, text_of
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import BARS, DOTS, HEAT, TIES

FIGURES = (BARS, DOTS, HEAT, TIES)


@pytest.fixture(scope="module")
def report() -> Report:
    return every_block()


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return pdf(report)


@pytest.fixture(scope="module")
def text(made: bytes) -> str:
    return squeezed(text_of(made, order="-raw"))


def test_it_is_sound_in_both_languages(tmp_path: Path) -> None:
    for language in ("nl", "en"):
        made = pdf(every_block(language))
        check(made, tmp_path)
        with pikepdf.open(io.BytesIO(made)) as document:
            metadata = document.open_metadata()
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (
                "1",
                "2",
                "A",
            )
            assert document.Root.Lang == language


def test_dots_and_maps_are_told_by_their_alternative_text(made: bytes) -> None:
    told = [figure.alt for figure in (DOTS, TIES)]
    said = spoken(made)
    assert [each for each in said if each in told] == told
    assert "18 van de 24 vakjes zijn gevuld." in said


def test_bars_and_heat_maps_are_tables_and_every_other_table_is_one(made: bytes, report: Report) -> None:
    drawn = [table for section in report.sections for block in section.blocks if (table := table_of(block))]
    with pikepdf.open(io.BytesIO(made)) as document:
        kinds = Counter(str(each.S) for each in elements(document.Root.StructTreeRoot.K))
    assert kinds["/Table"] == len([table for table in drawn if table.reach == "all"])
    assert kinds["/TH"] == sum(len(table.columns) for table in drawn if table.reach == "all")


def test_every_row_of_a_table_is_printed_in_one_piece(text: str, report: Report) -> None:
    drawn = {BARS.table.id, HEAT.table.id}
    rows = [row for _, table in tables(report) if table.id not in drawn and table.reach == "all" for row in table.rows]
    assert len(rows) == 12
    assert [row for row in rows if squeezed("".join(value.text for value in row)) not in text] == []


def test_the_values_of_a_bar_stand_beside_its_words_in_the_order_of_the_drawing(text: str) -> None:
    assert isinstance(BARS.drawing, Bars)
    for row in BARS.drawing.rows:
        labels = {part.series: part.label for part in row.parts}
        printed = "".join(labels.get(series.id, "–") for series in BARS.key)
        assert squeezed(row.label + printed + row.word) in text


def test_every_cell_of_a_heat_map_says_its_number_in_short(text: str) -> None:
    assert isinstance(HEAT.drawing, Heat)
    for name, cells in zip(HEAT.drawing.rows, HEAT.drawing.cells, strict=True):
        assert squeezed(name + "".join(cell.value.text for cell in cells)) in text


def test_statuses_are_said_in_words_as_well_as_shapes(text: str) -> None:
    assert isinstance(DOTS.drawing, Dots)
    said = [row.status.words for row in DOTS.drawing.rows if row.status]
    assert len(said) == 6
    assert [words for words in said if squeezed(words) not in text] == []


def test_what_bars_do_not_show_stands_beside_them() -> None:
    more = replace(
        BARS.table,
        columns=(*BARS.table.columns, Column("Weet ik niet", numeric=True)),
        rows=tuple((*row, Value(f"{index}1%", "share")) for index, row in enumerate(BARS.table.rows)),
    )
    text = squeezed(text_of(pdf(_with(replace(BARS, table=more))), order="-raw"))
    assert "Weetikniet" in text
    assert squeezed("Iedereen doet mee. ≤5% ≥90% ≤5% grotendeels eens 21%") in text


def test_tables_for_the_data_are_not_on_paper(text: str) -> None:
    assert "Eens,pergroep" not in text
    assert "65%65%" not in text


def test_a_figure_without_rows_or_values_is_printed_as_well() -> None:
    empty = (
        replace(DOTS, drawing=Dots(("a", "b"), (Row("Niets", (), "–"),))),
        replace(BARS, drawing=Bars((BarRow("Niets", (), "–"),)), table=_only_first(BARS.table)),
        replace(HEAT, drawing=Heat(("Niets",), (), ((),)), table=_only_first(HEAT.table)),
        replace(TIES, drawing=Ties((), ())),
    )
    assert pdf(_with(*empty)).startswith(b"%PDF")


def test_the_edition_stands_at_the_foot_of_every_page_and_in_full_at_the_end(made: bytes, text: str) -> None:
    foots = squeezed(text_of(made)).count("editie1van16november2026(aaaaaaaaaaaa)")
    with pikepdf.open(io.BytesIO(made)) as document:
        assert foots == len(document.pages) - 1
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261116120000")
        assert document.docinfo["/Author"] == "Netwerkspiegel"
    assert "a" * 64 in text


def test_without_an_edition_its_time_is_that_of_the_closing_date() -> None:
    made = pdf(replace(every_block(), edition=None))
    with pikepdf.open(io.BytesIO(made)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261113120000")
    assert "editie" not in text_of(made)


def test_the_same_report_and_edition_give_the_same_bytes(report: Report, made: bytes) -> None:
    assert pdf(report) == made


def _with(*figures: Figure) -> Report:
    report = every_block()
    section = replace(report.sections[3], blocks=figures)
    return replace(report, sections=(report.sections[0], report.sections[2], section))


def _only_first(table: Table) -> Table:
    return replace(table, columns=table.columns[:1], rows=tuple(row[:1] for row in table.rows))


def _wide(columns: int) -> Figure:
    """Return a map with coded shares in its cells, each another one."""
    names = tuple(f"soort {number}" for number in range(1, columns + 1))
    rows = tuple(
        (task, *(f"≤{10 * ten + number}%" for number in range(1, columns + 1))) for ten, task in enumerate("ab", 1)
    )
    cells = tuple(tuple(HeatCell(Value(text), 0) for text in row[1:]) for row in rows)
    table = Table("roles-views", "Iets", (Column("Taak"), *map(Column, names)), tuple(texts(*row) for row in rows))
    return replace(HEAT, drawing=Heat(("a", "b"), names, cells), table=table)


@pytest.mark.parametrize(("columns", "maps"), [(11, [11]), (12, [6, 6]), (18, [9, 9]), (25, [9, 9, 7])])
def test_columns_that_do_not_fit_beside_each_other_go_on_in_a_map_below(columns: int, maps: list[int]) -> None:
    figure = _wide(columns)
    drawn = figure_json(figure, Texts((), ""), None, ())["drawing"]
    assert [len(grid["columns"]) for grid in drawn["grids"]] == maps
    printed = text_of(pdf(_with(figure)))
    assert isinstance(figure.drawing, Heat)
    # Words that touch are read as one.
    said = {cell.value.text for row in figure.drawing.cells for cell in row}
    assert said <= {*printed.replace("\u2060", "").split()}
