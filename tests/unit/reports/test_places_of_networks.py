"""The grid of provinces: counts of networks by how far their rounds are, drawn and in a table."""

from typing import Any

import pytest
from plotly.graph_objects import Figure as PlotlyFigure

from reports.dashboards import Placed, Places, Stage, places_figure
from reports.dashboards.places import GRID
from reports.forms.figures import TEMPLATE, Form, figure_json
from reports.forms.figures.sizes import NARROWEST, NARROWEST_BROAD, wide
from reports.report import Figure, TileGrid
from survey.models.network import PROVINCES

PLACES = Places(
    PROVINCES, {"AM01": "Groningen", "AM12": "Midden-Utrecht", "AM13": "Amersfoort", "AM07": "Stedendriehoek"}
)
PLACED = (
    Placed("PV26", "AM12", Stage.OPEN, 2),
    Placed("PV26", "AM13", Stage.NONE, 1),
    Placed("PV26", None, Stage.RELEASED, 1),
    Placed("PV20", "AM01", Stage.CLOSED, 3),
)


def figure(*placed: Placed, language: str = "nl") -> Figure:
    return places_figure(language, placed or PLACED, PLACES)


def drawn(of: Figure, form: Form) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    made: Any = figure_json(of, form, "nl")
    PlotlyFigure(
        data=made["data"], layout=made["layout"] | {"template": TEMPLATE}
    )  # raises on what Plotly does not know
    return made["layout"]["shapes"], made["layout"]["annotations"]


def test_every_province_has_a_place_of_its_own() -> None:
    assert set(GRID) == set(PROVINCES)
    assert len(set(GRID.values())) == len(GRID)


def test_the_sentence_says_where_networks_are_and_how_far() -> None:
    assert figure().answer == (
        "Er zijn 7 netwerken, in 2 provincies: 2 met een ronde die loopt, 3 waarvan het rapport nog niet vrij is, "
        "één met een rapport en één zonder ronde."
    )
    assert figure(PLACED[1]).answer == "Er is één netwerk, in één provincie: één zonder ronde."


def test_regions_without_a_network_are_named() -> None:
    assert "Geen netwerk in Stedendriehoek." in figure().how
    assert "No network in" in figure(PLACED[0], language="en").how


def test_of_many_regions_without_a_network_there_is_a_number() -> None:
    many = Places(PROVINCES, {f"AM{number:02}": f"Regio {number}" for number in range(1, 36)})

    assert "In 34 arbeidsmarktregio's is geen netwerk." in places_figure("nl", PLACED[:1], many).how


def test_the_table_has_a_row_for_every_region_and_one_for_all() -> None:
    rows = [[cell.text for cell in row] for row in figure().table.rows]

    assert rows == [
        ["Groningen", "Groningen", "0", "3", "0", "0", "0", "3"],
        ["Utrecht", "Amersfoort", "0", "0", "0", "0", "1", "1"],
        ["Utrecht", "Midden-Utrecht", "2", "0", "0", "0", "0", "2"],
        ["Utrecht", "regio niet ingevuld", "0", "0", "0", "1", "0", "1"],
        ["Samen", "", "2", "3", "0", "1", "1", "7"],
    ]


def test_a_province_that_nobody_knows_stands_in_the_table_only() -> None:
    made = figure(Placed("Atlantis", None, Stage.OPEN, 4))

    assert [cell.text for cell in made.table.rows[0]][:3] == ["Atlantis", "regio niet ingevuld", "4"]
    assert isinstance(made.drawing, TileGrid)
    assert not any(sum(area.whole.counts) for area in made.drawing.areas)


@pytest.mark.parametrize(("form", "sums"), [("broad", ["2", "1", "1", "3"]), ("slim", ["2", "1", "1", "3"])])
def test_each_number_stands_beside_a_mark_within_its_tile(form: Form, sums: list[str]) -> None:
    shapes, texts = drawn(figure(), form)
    tiles = [each for each in shapes if each["type"] == "rect" and "xsizemode" not in each]
    numbers = [each for each in texts if each["text"].isdecimal()]

    assert len(tiles) == len(GRID)
    assert sorted(each["text"] for each in numbers) == sorted(sums)
    assert len([each for each in shapes if "xsizemode" in each]) == len(numbers)
    for number in numbers:
        assert any(tile["x0"] <= number["x"] < tile["x1"] and tile["y0"] < number["y"] < tile["y1"] for tile in tiles)


@pytest.mark.parametrize(("form", "width"), [("broad", NARROWEST_BROAD), ("slim", NARROWEST)])
def test_what_is_written_fits_its_tile_in_the_narrowest_place(form: Form, width: int) -> None:
    every = [Placed(code, None, stage, 350) for code in GRID for stage in Stage]

    for text in drawn(figure(*every), form)[1]:
        assert text["xshift"] + wide(text["text"], text["font"]["size"]) <= width // 3


def test_names_are_escaped() -> None:
    hostile = Places(PROVINCES, {"AM01": "<b>Vet</b> & meer"})

    texts = drawn(places_figure("nl", [Placed("PV20", "AM01", Stage.OPEN, 1)], hostile), "broad")[1]

    assert "&lt;b&gt;Vet&lt;/b&gt; &amp; meer" in {each["text"] for each in texts}
