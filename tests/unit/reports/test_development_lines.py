"""One network over all its rounds: lines that are those of the trend rule, their chart, and their table."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from plotly.graph_objects import Figure as PlotlyFigure

from reports.dashboards import ComparedNetwork, StoodRound, line_figures, lines_table
from reports.dashboards.lines import points_of
from reports.forms.figures import TEMPLATE, Form, figure_json
from reports.report import Figure, Lines, ReportInput
from reports.results import Results
from reports.standing import standing_of
from reports.trend import development
from tests.unit.reports.networks import given
from tests.unit.reports.test_trend_development import rounds

#: Rounds as the trend rule is tested with: averages, who returned, and versions of the questions.
HISTORIES = {
    "joined": rounds("3.0 (18)", "3.4+ (18)", "3.6 (18)"),
    "one": rounds("3.0 (18)"),
    "other people": rounds("3.0 (18)", "3.4 (18)", "3.6 (18)", before=(None, 15, 24)),
    "nobody counted": rounds("3.0 (18)", "3.4 (18)", before=(None, None)),
    "other questions": rounds("3.0 (18)", "3.4 (18)", "3.6 (18)", "3.8 (18)", versions=(1, 2, 1, 1)),
    "new questions": rounds("3.0 (18)", "3.4 (18)", "3.6 (18)", versions=(1, 1, 2)),
    "withheld": rounds("3.0 (18)", "-", "3.6 (18)", "3.7 (18)"),
    "nothing": rounds("-", "-"),
    "range": rounds("3.0 (18)", "2.0~4.0 (18)", "3.6 (18)", "3.7- (18)"),
}
TITLES = {"roles": "Rollen en taken"}
FORMS: list[Form] = ["broad", "slim"]


def report(results: Results, before: Results | None) -> ReportInput:
    return replace(given("small")[0], results=results, previous=before, profile=None, edition=None)


def stood(history: Sequence[Results]) -> list[StoodRound]:
    made = [standing_of(report(now, before)) for before, now in pairwise([None, *history]) if now]
    return [
        StoodRound(ComparedNetwork("w", "Waterdam", each.closed_on, each.themes), each.composition_changed)
        for each in made
    ]


@pytest.mark.parametrize("name", HISTORIES)
def test_points_are_joined_as_the_trend_rule_joins_them(name: str) -> None:
    history = HISTORIES[name]
    (line,) = development(history)

    points = points_of(stood(history), "roles")

    assert [(history[each.place].closed_on, each.average, each.joined) for each in points] == [
        (each.closed_on, each.average, each.joined) for each in line.points
    ]


def test_a_round_after_one_without_a_report_is_joined_to_nothing() -> None:
    first, last = stood(HISTORIES["joined"])[0], stood(rounds("3.6 (18)"))[0]
    later = replace(last, network=replace(last.network, closed_on=stood(HISTORIES["joined"])[2].closed_on))

    assert [each.joined for each in points_of([first, later], "roles")] == [False, False]


def figure(name: str, language: str = "nl") -> Figure:
    (made,) = line_figures(language, stood(HISTORIES[name]), TITLES)
    return made


def test_a_theme_without_any_average_has_no_chart() -> None:
    assert line_figures("nl", stood(HISTORIES["nothing"]), TITLES) == ()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("one", "Rollen en taken: er is nog maar één ronde."),
        ("joined", "Rollen en taken: het verschil tussen de laatste twee rondes kan toeval zijn."),
        ("new questions", "Rollen en taken: de laatste ronde is niet te vergelijken, want de vragen zijn veranderd."),
    ],
)
def test_a_chart_answers_what_changed(name: str, answer: str) -> None:
    assert figure(name).answer == answer


def test_the_table_has_the_rounds_that_have_no_point() -> None:
    rows = [[value.text for value in row] for row in figure("new questions").table.rows]

    assert [row[2] for row in rows] == ["3,0", "3,4", "3,6"]
    assert [row[4] for row in rows] == ["eerste ronde", "kan toeval zijn", "niet te vergelijken"]


def test_the_table_of_all_themes_has_every_round() -> None:
    history = stood(HISTORIES["other people"])

    rows = lines_table("nl", history, TITLES).rows

    assert [row[-1].text for row in rows] == ["–", "er deden andere mensen mee", "–"]


def drawing(made: Figure, form: Form = "broad") -> Any:
    return json.loads(json.dumps(figure_json(made, form, "nl")))


def leaves(part: object) -> Iterator[object]:
    if isinstance(part, dict):
        for each in part.values():
            yield from leaves(each)
    elif isinstance(part, list):
        for each in part:
            yield from leaves(each)
    else:
        yield part


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", [name for name in HISTORIES if name != "nothing"])
def test_a_drawing_holds_printed_averages_and_whole_numbers_only(name: str, form: Form) -> None:
    made = figure(name)
    drawn = drawing(made, form)

    PlotlyFigure({"data": drawn["data"], "layout": drawn["layout"] | {"template": TEMPLATE}})

    printed = {end for row in made.table.rows for value in row for end in (value.low, value.high) if end is not None}
    numbers = [each for each in leaves(drawn) if isinstance(each, float) and not each.is_integer()]
    written = [number for text in leaves(drawn["layout"]["annotations"]) if isinstance(text, str)
               for number in re.findall(r"\d+,\d+", text)]  # fmt: skip
    assert {Decimal(str(each)) for each in numbers} <= printed
    assert {Decimal(each.replace(",", ".")) for each in written} <= printed


def test_only_joined_points_have_a_line_between_them() -> None:
    drawn = drawing(figure("other people"))

    (line,) = (trace for trace in drawn["data"] if trace["mode"] == "lines")
    assert line["x"] == [2, 4, None]
    assert line["y"] == [3.4, 3.6, None]


def test_a_coded_value_has_an_arrow_and_a_range_has_no_dot() -> None:
    drawn = drawing(figure("range"))

    (dots,) = (trace for trace in drawn["data"] if trace["mode"] == "markers")
    assert dots["y"] == [3.0, 3.6, 3.7]
    (arrow,) = (shape for shape in drawn["layout"]["shapes"] if shape["type"] == "path")
    assert (arrow["xanchor"], arrow["yanchor"]) == (6, 3.7)
    assert "L0 -" in arrow["path"]


def test_of_many_rounds_so_many_are_named_as_fit_and_always_the_last() -> None:
    lines = figure("joined").drawing
    assert isinstance(lines, Lines)
    many = replace(lines, rounds=tuple(f"najaar {2000 + place}" for place in range(12)))

    named = {
        form: [note["text"] for note in drawing(replace(figure("joined"), drawing=many), form)["layout"]["annotations"]]
        for form in FORMS
    }

    assert "2011" in named["slim"]
    assert named["slim"].count("najaar") < named["broad"].count("najaar") < 12
