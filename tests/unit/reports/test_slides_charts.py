"""The charts on slides: the printed numbers, nothing but those, and the same ones in their workbooks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from reports.forms.lanes import lanes
from reports.forms.slides.charts import Chart
from reports.forms.slides.charts.bars import opposed_chart, single_chart
from reports.forms.slides.charts.dots import dots_chart
from reports.forms.slides.charts.sheet import Column, Sheet
from reports.forms.slides.charts.space import Inner
from reports.look import MARKS
from reports.margins import Margin
from reports.report import BarRow, Bars, Dots, Figure, Mark, Part, Report, Row, Series
from reports.wording import words
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import BARS, DOTS, GROUPS
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.slides_reading import ReadChart, charts, deck, parts

NL = words("nl")
TENTHS = [Decimal(number) / 10 for number in range(10, 51)]
FIVES = [Decimal(number) / 100 for number in range(0, 105, 5)]


def read(report: Report, of: Figure) -> list[ReadChart]:
    found = [chart for chart in charts(deck(report)) if of.answer in chart.alt]
    assert found
    return found


def text(chart: Chart) -> str:
    return chart.xml.decode()


def sheet(chart: Chart) -> list[list[object]]:
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(chart.workbook)).active.iter_rows()]  # type: ignore[union-attr]  # a kind of mark


def test_averages_are_in_the_chart_as_they_are_printed() -> None:
    (chart,) = read(every_block(), DOTS)

    assert chart.series == {
        "jullie netwerk, met marge": ["3.7"],
        "jullie netwerk, met marge, de marge": ["3.2", "4.2"],
        "jullie netwerk, met marge, of hoger": ["3.9"],
        "jullie netwerk, met marge, of lager": ["2.1"],
        "jullie netwerk, met marge, tussen twee cijfers": ["2.6", "3.4"],
        "midden van andere netwerken": ["3.5", "3.5", "3.7", "3.7"],
        "middelste helft van andere netwerken": ["3.2", "3.8", "3.4", "4.0"],
    }


def test_groups_have_a_series_each_and_a_line_from_the_lowest_to_the_highest() -> None:
    (chart,) = read(every_block(), GROUPS)

    assert chart.series == {
        "bibliotheek (n = 6)": ["3.6", "3.1"],
        "welzijn (n = 5)": ["2.3"],
        "overige (n = 7), of hoger": ["3.8"],
        "van laagste naar hoogste": ["2.3", "3.8"],
    }


def test_shares_are_in_the_chart_as_they_are_printed() -> None:
    opposed, single = read(every_block(), BARS)

    assert opposed.series == {
        "oneens": ["35"],
        "oneens, hoogstens": ["10", "5"],
        "eens": ["70", "55"],
        "eens, minstens": ["90"],
    }
    assert single.series == {"ertussen": ["20"], "ertussen, hoogstens": ["10", "5"]}
    assert single.alt.startswith("ertussen: ")


def printed(drawing: Dots | Bars) -> set[Decimal]:
    """Every number that a drawing holds: of shares the percents."""
    if isinstance(drawing, Bars):
        ends = (end for row in drawing.rows for part in row.parts for end in (part.low, part.high))
        return {100 * end for end in ends if end is not None}
    marks = [mark for row in drawing.rows for mark in row.marks]
    margins = [end for mark in marks if mark.margin for end in (mark.margin.low, mark.margin.high)]
    bands = [end for row in drawing.rows if row.band for end in (row.band.low, row.band.median, row.band.high)]
    return {*margins, *bands, *(edge for mark in marks for edge in mark.edges)}


def drawings(report: Report) -> Iterator[Dots | Bars]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Figure) and isinstance(block.drawing, Dots | Bars):
                yield block.drawing


@pytest.mark.parametrize("name", NETWORKS)
def test_no_chart_holds_a_number_that_is_not_printed(name: str) -> None:
    report = report_of(name)
    known = set[Decimal]().union(*map(printed, drawings(report)))

    for chart in charts(deck(report)):
        assert {Decimal(number) for numbers in chart.series.values() for number in numbers} <= known
        assert all(place == str(int(place)) for place in chart.places)


@pytest.mark.parametrize("name", NETWORKS)
def test_workbooks_hold_the_numbers_of_their_charts_and_whole_places(name: str) -> None:
    for chart in charts(deck(report_of(name))):
        heading, *rows = chart.sheet
        for number, title in enumerate(heading[1:], 1):
            column = [row[number] for row in rows if row[number] is not None]
            if title in chart.series:
                assert [Decimal(str(value)) for value in column] == [Decimal(each) for each in chart.series[title]]
            else:
                assert str(title).startswith("plaats")
                assert all(isinstance(value, int) for value in column)


def test_rows_of_a_workbook_have_the_names_of_the_figure() -> None:
    (chart,) = read(every_block(), GROUPS)

    assert [row[0] for row in chart.sheet] == [
        None, "Rollen en taken", "Rollen en taken", None, "Voorwaarden", "Voorwaarden",
    ]  # fmt: skip


def dots(*rows: Row) -> Chart:
    return dots_chart(Dots(("laag", "hoog"), rows), (Series("total", "netwerk"),), NL, Inner())


@pytest.mark.parametrize("value", TENTHS, ids=str)
def test_every_tenth_is_written_as_it_is(value: Decimal) -> None:
    chart = dots(Row("a", (Mark("total", "exact", value, value),)))

    assert f"<c:v>{value}</c:v>" in text(chart)
    assert f"<v>{value.normalize():f}</v>" in parts(chart.workbook)["xl/worksheets/sheet1.xml"].decode()


@pytest.mark.parametrize("value", FIVES, ids=str)
def test_every_five_percent_is_a_whole_number(value: Decimal) -> None:
    row = BarRow("a", (Part("agree", "exact", value, value, f"{value:%}"), Part("disagree", "exact", value, value, "")))
    chart = opposed_chart([row], Series("disagree", "oneens"), Series("agree", "eens"), NL, 4_000_000)

    whole = int(Fraction(value) * 100)
    assert text(chart).count(f"<c:v>{whole}</c:v>") == 2
    assert sheet(chart)[1] == ["a", whole, whole]


def test_a_coded_average_points_to_the_side_where_it_may_be() -> None:
    higher = text(dots(Row("a", (Mark("total", "at_least", Decimal("3.9"), None),))))
    lower = text(dots(Row("a", (Mark("total", "at_most", None, Decimal("2.1")),))))

    assert "→" in higher
    assert '<c:dLblPos val="r"/>' in higher
    assert "←" in lower
    assert '<c:dLblPos val="l"/>' in lower
    assert "→" not in text(dots(Row("a", (Mark("total", "exact", Decimal(3), Decimal(3)),))))


def test_a_row_without_marks_leaves_a_gap() -> None:
    chart = dots(Row("a", ()), Row("b", (Mark("total", "exact", Decimal(3), Decimal(3)),)))

    assert [row[-1] for row in sheet(chart)[1:]] == [None, None, None, 3, None]


def test_all_series_have_the_same_length() -> None:
    """LibreOffice loses the points of a chart whose first series is shorter than the others."""
    margin = Margin(Decimal("2.5"), Decimal("3.5"))
    chart = text(dots(Row("a", (Mark("total", "exact", Decimal(3), Decimal(3), margin),)), Row("b", ())))

    assert chart.count('<c:ptCount val="6"/>') == 4  # two series, across and down


@pytest.mark.parametrize("name", MARKS)
def test_every_kind_of_mark_has_a_shape(name: str) -> None:
    mark = Mark(name, "exact", Decimal(3), Decimal(3))
    chart = text(dots_chart(Dots(("", ""), (Row("a", (mark,)),)), (Series(name, "naam"),), NL, Inner()))

    assert f'<c:symbol val="{MARKS[name].shape}"/>' in chart


def test_what_is_coded_is_hatched() -> None:
    exact, coded = (
        single_chart([BarRow("a", (part,))], Series("neither", "ertussen"), NL, 1_000_000)
        for part in (
            Part("neither", "exact", Decimal("0.2"), Decimal("0.2"), "20%"),
            Part("neither", "at_most", None, Decimal("0.15"), "≤15%"),
        )
    )

    assert "pattFill" not in text(exact)
    assert "pattFill" in text(coded)
    assert '"≤"0"%"' in text(coded).replace("&quot;", '"')


def test_a_range_of_shares_is_written_as_it_is_printed() -> None:
    part = Part("neither", "between", Decimal("0.6"), Decimal("0.7"), "60–70%")
    chart = single_chart([BarRow("a", (part,))], Series("neither", "ertussen"), NL, 1_000_000)

    assert "<a:t>60–70%</a:t>" in text(chart)
    assert sheet(chart) == [[None, "ertussen", "ertussen, niet meer dan"], ["a", None, 70]]


def test_a_short_bar_has_its_label_beside_it_and_a_long_one_on_it() -> None:
    def label(share: str) -> str:
        part = Part("agree", "exact", Decimal(share), Decimal(share), f"{int(100 * Decimal(share))}%")
        return text(single_chart([BarRow("a", (part,))], Series("agree", "eens"), NL, 2_000_000))

    assert "<c:dLbl>" in label("0.10")
    assert "<c:dLbl>" not in label("0.80")


def test_names_are_text_and_never_formulas() -> None:
    hostile = '=HYPERLINK("x")'
    made = Sheet((hostile,), (Column(f"{hostile}<&>", (1,)),))
    part = parts(made.workbook())["xl/worksheets/sheet1.xml"].decode()

    assert "<f>" not in part
    assert '<c:v>=HYPERLINK("x")&lt;&amp;&gt;</c:v>' in made.heading(0)


def test_no_series_repeats_the_name_of_another() -> None:
    for report in (every_block(), *(report_of(name) for name in NETWORKS)):
        for chart in charts(deck(report)):
            headings = chart.sheet[0][1:]
            assert len(headings) == len(set(headings))


def test_a_chart_has_nothing_that_an_office_would_choose() -> None:
    chart = text(dots(Row("a", (Mark("total", "exact", Decimal(3), Decimal(3)),))))

    assert '<c:max val="5"/><c:min val="1"/>' in chart
    assert '<c:autoTitleDeleted val="1"/>' in chart
    assert "<c:legend>" not in chart


def test_the_words_of_a_workbook_follow_the_language() -> None:
    chart = next(chart for chart in charts(deck(report_of("middling", "en"))) if chart.places)

    assert chart.sheet[0][1] == "place"


def placed(*marks: Mark) -> list[int]:
    """How far below the middle of their row these marks stand."""
    return list(lanes(Row("a", marks)).values())


def at(series: str, low: str, high: str = "", kind: str = "exact") -> Mark:
    return Mark(series, kind, Decimal(low), Decimal(high or low))  # type: ignore[arg-type]  # a kind of mark


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([at("library", "3.5"), at("welfare", "3.7")], [0, 0]),
        ([at("library", "3.5"), at("welfare", "3.5")], [-2, 2]),
        ([at("library", "3.6"), at("welfare", "3.5")], [-2, 2]),
        ([at("library", "3.5"), at("welfare", "3.5"), at("rest", "3.9")], [-2, 2, 0]),
        ([at("library", "3.5"), at("welfare", "3.5"), at("rest", "3.6")], [-4, 0, 4]),
        ([at("library", "2.1", kind="at_least"), at("welfare", "2.5")], [-2, 2]),
        ([at("library", "2.9", kind="at_most"), at("welfare", "2.5")], [-2, 2]),
        ([at("library", "2.6", "3.1", "between"), at("welfare", "2.8", "3.4", "between")], [-2, 2]),
        ([], []),
    ],
)
def test_marks_that_would_lie_on_each_other_stand_apart(marks: list[Mark], expected: list[int]) -> None:
    assert placed(*marks) == expected


def test_a_ring_is_seen_in_any_office() -> None:
    """LibreOffice fills a mark in the colour of its edge: a smaller one of paper lies on it, with the same numbers."""
    chart = text(dots_chart(Dots(("", ""), (Row("a", (at("library", "3"),)),)), (Series("library", "b"),), NL, Inner()))
    hole, ring = re.findall(r'<c:size val="(\d+)"/><c:spPr><a:solidFill><a:srgbClr val="(\w+)"', chart)

    assert (hole[1], ring[1]) == ("FCFBF8", "2C5AA0")
    assert int(hole[0]) < int(ring[0])
    assert "<c:spPr><a:noFill/>" not in chart.partition("<c:marker>")[2].partition("</c:marker>")[0]


def test_a_linked_figure_draws_no_line_for_one_mark() -> None:
    one = replace(GROUPS.drawing, rows=(GROUPS.drawing.rows[1],))  # type: ignore[union-attr, type-var]
    chart = text(dots_chart(one, GROUPS.key, NL, Inner()))  # type: ignore[arg-type]  # a kind of mark

    assert "van laagste naar hoogste" not in chart
