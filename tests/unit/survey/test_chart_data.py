"""What the page gets of a figure: data that no parser stumbles over, and nothing twice."""

import json
from dataclasses import replace

import pytest

from reports.report import Dots, Figure, Heat
from survey.charts import chart
from tests.unit.reports.every_figure import BARS, DOTS, HEAT, TIES

HOSTILE = "</script><!-- & \u2028 \u2029"


def renamed(figure: Figure, label: str) -> Figure:
    assert isinstance(figure.drawing, Dots)
    rows = (replace(figure.drawing.rows[0], label=label), *figure.drawing.rows[1:])
    return replace(figure, drawing=replace(figure.drawing, rows=rows))


@pytest.mark.parametrize(("figure", "kind"), [(DOTS, "dots"), (BARS, "bars")])
def test_both_drawings_of_a_chart_and_their_heights(figure: Figure, kind: str) -> None:
    made = chart(figure, "nl")
    assert made is not None
    data = json.loads(made.data)
    assert set(data) == {"kind", "broad", "slim"}
    assert data["kind"] == kind
    heights = [data[form]["layout"]["height"] for form in ("broad", "slim")]
    assert heights == [made.broad_height, made.slim_height]


@pytest.mark.parametrize("figure", [HEAT, TIES])
def test_a_heat_map_and_a_map_of_ties_need_no_chart(figure: Figure) -> None:
    assert chart(figure, "nl") is None
    assert bool(chart.pictures(figure)) == (figure is TIES)


def test_what_charts_have_in_common_is_not_in_each_of_them() -> None:
    look = json.loads(chart.look)
    assert look["config"]["showSendToCloud"] is False
    assert set(look["names"]) == {"dots", "bars", "lines", "tilegrid"}
    made = chart(BARS, "nl")
    assert made is not None
    assert "template" not in made.data
    assert "font-family" not in made.data


def test_data_cannot_end_the_script_element() -> None:
    made = chart(renamed(DOTS, HOSTILE), "nl")
    assert made is not None
    assert not set("<>&\u2028\u2029") & set(made.data)
    texts = [note["text"] for note in json.loads(made.data)["slim"]["layout"]["annotations"]]
    assert any(text.startswith("&lt;/script&gt;&lt;!-- &amp;") for text in texts), "Plotly reads markup."


def test_letters_are_in_the_page_as_they_are() -> None:
    """What looks for numbers on a page would not see one behind an escape, as in 2,6\\u20133,4."""
    made = chart(DOTS, "nl")
    assert made is not None
    assert "2,6–3,4" in made.data


def test_a_heat_map_says_all_only_with_the_same_rows_and_values() -> None:
    assert chart.says_all(HEAT)
    assert not chart.says_all(BARS)
    assert isinstance(HEAT.drawing, Heat)
    fewer = Heat(HEAT.drawing.rows[1:], HEAT.drawing.columns, HEAT.drawing.cells[1:])
    other = Heat(("Iets anders", *HEAT.drawing.rows[1:]), HEAT.drawing.columns, HEAT.drawing.cells)
    assert not chart.says_all(replace(HEAT, drawing=fewer))
    assert not chart.says_all(replace(HEAT, drawing=other))
