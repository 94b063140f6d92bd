"""Charts on the page: what their JSON holds, and what it does not."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from plotly.graph_objects import Figure as PlotlyFigure

from reports.forms.figures import CONFIG, TEMPLATE, Form, figure_json, token_map
from reports.forms.figures.places import plan
from reports.report import Bars, Dots, Figure, Report
from tests.unit.reports.every_block import every_block
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.test_report_printed import figures, in_tables, numbers
from tests.unit.reports.test_report_samples import before, coded, report, rich

REPORTS = (
    report(rich(), previous=before()),
    report(coded(), "en"),
    report(coded(), previous=rich()),
    every_block(),
    *(report_of(name, language) for name in NETWORKS for language in ("nl", "en")),
)
CHARTS = [(made, figure) for made in REPORTS for figure in figures(made) if isinstance(figure.drawing, Dots | Bars)]
FORMS: list[Form] = ["broad", "slim"]
EVERY = pytest.mark.parametrize(("made", "figure", "form"), [(*drawn, form) for drawn in CHARTS for form in FORMS])

#: A number that is no whole one, wherever it stands.
FRACTION = re.compile(r"\d+[.,]\d+")


def leaves(part: object) -> Iterator[object]:
    if isinstance(part, dict):
        for each in part.values():
            yield from leaves(each)
    elif isinstance(part, list):
        for each in part:
            yield from leaves(each)
    else:
        yield part


def themes_figure() -> Figure:
    return figures(report(rich()))[0]


def drawing(figure: Figure, form: Form = "broad") -> dict:
    return json.loads(json.dumps(figure_json(figure, form, "nl")))


def notes(drawn: dict) -> list[dict]:
    return drawn["layout"]["annotations"]


def dots(drawn: dict) -> list[dict]:
    return [trace for trace in drawn["data"] if trace["mode"] == "markers"]


def bands(figure: Figure) -> set[Decimal]:
    """Return what is published of the other networks."""
    drawn = figure.drawing
    found = [row.band for row in drawn.rows if row.band] if isinstance(drawn, Dots) else []
    return {value for band in found for value in (band.low, band.median, band.high)}


def percents(figure: Figure) -> set[Decimal]:
    """Return the shares of a figure's table, in percents."""
    values = [value for row in figure.table.rows for value in row if value.kind == "share"]
    return {Decimal(100 * end) for value in values for end in (value.low, value.high) if end is not None}


@EVERY
def test_plotly_knows_every_setting(made: Report, figure: Figure, form: Form) -> None:
    drawn = drawing(figure, form)
    PlotlyFigure({"data": drawn["data"], "layout": drawn["layout"] | {"template": TEMPLATE}})


@EVERY
def test_colours_are_tokens(made: Report, figure: Figure, form: Form) -> None:
    colours = {leaf for leaf in leaves(drawing(figure, form)) if isinstance(leaf, str) and re.match(r"#|rgb", leaf)}
    assert colours - {"rgba(0,0,0,0)"} <= set(token_map(type(figure.drawing)))


@EVERY
def test_only_printed_values_stand_along_the_scale(made: Report, figure: Figure, form: Form) -> None:
    drawn = drawing(figure, form)
    along = {Decimal(str(value)) for trace in drawn["data"] for value in trace["x"] if value is not None}
    if isinstance(figure.drawing, Bars):
        assert {abs(value) for value in along} <= percents(figure)
        return
    places = [shape[end] for shape in drawn["layout"]["shapes"] for end in ("xanchor", "x0", "x1") if end in shape]
    along |= {Decimal(str(place)) for place in places if isinstance(place, float)}
    assert along <= in_tables(made) | bands(figure)
    assert numbers(" ".join(note["text"] for note in notes(drawn))) <= in_tables(made)


@EVERY
def test_bars_are_as_long_as_their_shares_are_printed(made: Report, figure: Figure, form: Form) -> None:
    """To the one end that a share has, and to both of a range."""
    if isinstance(figure.drawing, Bars):
        parts = [part for row in figure.drawing.rows for part in row.parts]
        ends = Counter(100 * end for part in parts for end in {part.low, part.high} if end is not None)
        assert Counter(Decimal(abs(x)) for trace in drawing(figure, form)["data"] for x in trace["x"]) == ends


@EVERY
def test_no_number_could_be_taken_for_another_result(made: Report, figure: Figure, form: Form) -> None:
    """Places are whole: a fraction in the JSON is an average, and stands there as it is printed."""
    found = {
        Decimal(number.replace(",", "."))
        for number in FRACTION.findall(json.dumps(drawing(figure, form), ensure_ascii=False))
    }
    whole = {Decimal(f"{value}.0") for value in range(1, 6)}  # 3.0 is printed as such, and a float all the same
    assert found <= in_tables(made) | bands(figure) | whole


@EVERY
def test_nothing_is_hidden_in_the_json(made: Report, figure: Figure, form: Form) -> None:
    names = {name for trace in drawing(figure, form)["data"] for name in trace}
    bars = {"orientation", "width", "base", "text", "textposition", "insidetextfont", "outsidetextfont"}
    assert names <= {"type", "mode", "x", "y", "line", "marker"} | bars


@EVERY
def test_every_row_keeps_within_the_height(made: Report, figure: Figure, form: Form) -> None:
    layout = drawing(figure, form)["layout"]
    tall = layout["height"]
    assert layout["yaxis"]["range"] == [tall, 0]
    assert all(0 < note["y"] < tall for note in layout["annotations"])
    if isinstance(figure.drawing, Dots):
        places = plan(figure.drawing, form).places
        assert all(upper.bottom <= lower.grid[0] for upper, lower in pairwise(places))


def test_every_kind_of_chart_is_tried() -> None:
    assert {type(figure.drawing) for _, figure in CHARTS} == {Dots, Bars}
    assert all(figure_json(figure, "slim", "nl") is None for figure in figures(every_block())[3:])


def test_withheld_has_no_mark_and_a_dash() -> None:
    drawn = drawing(themes_figure())
    (dot,) = dots(drawn)
    assert len(dot["x"]) == 7
    (dash,) = [note for note in notes(drawn) if note["text"] == "–"]
    assert dash["y"] not in dot["y"]


def test_a_coded_average_has_an_arrow_and_no_margin() -> None:
    drawn = drawing(themes_figure())
    anchors = [shape["xanchor"] for shape in drawn["layout"]["shapes"] if shape["type"] == "path"]
    assert [anchor for anchor in anchors if anchor != 1] == [3.9]
    (margins,) = [trace for trace in drawn["data"] if trace["mode"] == "lines"]
    assert len(margins["x"]) == 3 * 6


def test_a_range_is_a_line_with_caps_and_no_dot() -> None:
    drawn = drawing(figures(report(coded()))[0])
    (capped,) = [trace for trace in drawn["data"] if trace["mode"] == "lines+markers"]
    assert capped["x"] == [2.6, 3.4, None]
    assert not any(capped["y"][0] in trace["y"] for trace in dots(drawn))


def test_groups_have_a_shape_each() -> None:
    groups = figures(report(rich()))[1]
    assert [trace["marker"]["symbol"] for trace in dots(drawing(groups))] == ["triangle-up", "square", "circle-open"]


def test_a_broken_line_is_not_drawn() -> None:
    figure = figures(report(rich(), previous=before()))[2]
    joined, broken = (
        drawing(replace(figure, drawing=replace(figure.drawing, linked=linked)))["data"] for linked in (True, False)
    )
    assert len(broken) == len(joined) - 1


def test_rows_stand_in_questionnaire_order() -> None:
    (dot,) = dots(drawing(themes_figure()))
    assert dot["x"] == [3.7, 2.9, 2.8, 3.9, 3.1, 3.3, 3.0]
    assert dot["y"] == sorted(dot["y"])


def test_titles_are_text_and_long_ones_are_broken() -> None:
    figure = themes_figure()
    row = replace(figure.drawing.rows[0], label="Contact <b>& vertrouwen</b> tussen alle partners van het hele netwerk")
    drawn = drawing(replace(figure, drawing=replace(figure.drawing, rows=(row,))))
    lines = [note["text"] for note in notes(drawn) if note["font"]["weight"] == 600][:-1]
    assert lines[0].startswith("Contact &lt;b&gt;&amp;")
    assert len(lines) > 2


def test_decimal_signs() -> None:
    for language, signs in (("nl", ",."), ("en", ".,")):
        layout = figure_json(themes_figure(), "broad", language)["layout"]
        assert isinstance(layout, dict)
        assert layout["separators"] == signs


def test_the_browser_may_only_show_a_chart() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["plotlyServerURL"] == ""
    assert CONFIG["displayModeBar"] is False


def test_every_colour_has_a_property_by_the_kind_of_chart() -> None:
    assert token_map(Dots)["#0b5f66"] == "--group-total"
    assert token_map(Bars)["#0b5f66"] == "--agree"
    assert all(name.startswith("--") for kind in (Dots, Bars) for name in token_map(kind).values())
