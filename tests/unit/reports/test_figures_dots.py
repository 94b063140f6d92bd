"""Averages on the page: the status of a row in shape and word, and the band of the other networks."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from reports.forms.figures import Form
from reports.look import light
from reports.report import Dots, Figure, Row, StatusMark
from reports.report.figures import StatusShape
from tests.unit.reports.every_figure import DOTS, GROUPS
from tests.unit.reports.test_figures import FORMS, drawing, notes

SHAPES: tuple[StatusShape, ...] = get_args(StatusShape)


def with_rows(*rows: Row) -> Figure:
    assert isinstance(DOTS.drawing, Dots)
    return replace(DOTS, drawing=replace(DOTS.drawing, rows=rows))


def beside(drawn: dict) -> list[dict]:
    """Return the shapes at the right of the axis."""
    return [shape for shape in drawn["layout"]["shapes"] if shape.get("xref") == "paper"]


def gist(shape: dict) -> tuple[str, ...]:
    """Return what a shape looks like, wherever it stands."""
    return shape["type"], shape.get("path", "").split("L")[0][:1], str("fillcolor" in shape), shape.get("path", "")


@pytest.mark.parametrize("form", FORMS)
def test_each_status_has_a_shape_of_its_own_beside_its_words(form: Form) -> None:
    looks: list[tuple[object, ...]] = []
    for shape in SHAPES:
        drawn = drawing(with_rows(Row("Rollen", (), "–", status=StatusMark("een woord", shape))), form)
        assert "een woord" in [note["text"] for note in notes(drawn)]
        assert beside(drawn)
        signs = [note["text"] for note in notes(drawn) if note["text"] == "?"]
        looks.append((*map(gist, beside(drawn)), *signs))
    assert len(set(looks)) == len(SHAPES)


@pytest.mark.parametrize("form", FORMS)
def test_shapes_stand_below_each_other_beside_the_words_of_their_row(form: Form) -> None:
    drawn = drawing(DOTS, form)
    circles = [shape for shape in beside(drawn) if shape["type"] == "circle"]
    assert len({(shape["x0"], shape["x1"]) for shape in circles}) == 1
    words = {note["text"]: note["y"] for note in notes(drawn)}
    middles = [(shape["y0"] + shape["y1"]) // 2 for shape in circles]
    assert middles == [words["op weg"], words["op weg of sterk"], words["onbekend"]]


def test_long_words_of_a_status_are_broken_where_labels_stand_beside() -> None:
    texts = [note["text"] for note in notes(drawing(DOTS, "broad"))]
    assert {"te weinig", "antwoorden"} <= set(texts)
    assert "te weinig antwoorden" in [note["text"] for note in notes(drawing(DOTS, "slim"))]


def test_attention_is_the_only_status_with_its_colour() -> None:
    colours = {
        shape: {each.get("fillcolor", each["line"].get("color")) for each in beside(drawn)}
        for shape in SHAPES
        if (drawn := drawing(with_rows(Row("Rollen", (), "–", status=StatusMark("woord", shape)))))
    }
    assert [shape for shape, used in colours.items() if light("attention") in used] == ["triangle"]


def test_a_band_has_an_edge_and_its_median_and_lies_under_the_marks() -> None:
    drawn = drawing(DOTS)
    rects = [shape for shape in drawn["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(rect["x0"], rect["x1"]) for rect in rects] == [(3.2, 3.8), (3.4, 4.0)]
    assert {rect["fillcolor"] for rect in rects} == {light("band")}
    medians = [
        shape["x0"] for shape in drawn["layout"]["shapes"] if shape["type"] == "line" and shape["line"]["width"] == 2
    ]
    assert medians == [3.5, 3.7]


def test_a_row_without_marks_can_have_a_band() -> None:
    assert isinstance(DOTS.drawing, Dots)
    band = DOTS.drawing.rows[0].band
    drawn = drawing(with_rows(Row("Rollen", (), "–", band=band)))
    assert [shape["type"] for shape in drawn["layout"]["shapes"]].count("rect") == 1
    assert drawn["data"] == []


@pytest.mark.parametrize("form", FORMS)
def test_marks_of_the_same_average_stand_above_each_other_in_the_order_of_the_key(form: Form) -> None:
    assert isinstance(GROUPS.drawing, Dots)
    row = next(row for row in GROUPS.drawing.rows if len({mark.series for mark in row.marks}) > 1)
    first, second, *_ = row.marks
    same = replace(row, marks=(first, replace(second, low=first.low, high=first.high, kind=first.kind, margin=None)))
    figure = replace(GROUPS, drawing=replace(GROUPS.drawing, rows=(same,)))

    traces = [trace for trace in drawing(figure, form)["data"] if trace["mode"] == "markers"]
    heights = {trace["marker"]["symbol"]: trace["y"] for trace in traces}

    assert set(heights) == {"circle-open", "square"}
    assert heights["circle-open"] < heights["square"]  # heights are counted from above


def test_the_broad_drawing_may_be_cut_between_its_rows() -> None:
    assert isinstance(DOTS.drawing, Dots)
    drawn, labels = drawing(DOTS, "broad"), {row.label for row in DOTS.drawing.rows}
    rows = sorted(note["y"] for note in notes(drawn) if note["text"] in labels)

    assert len(rows) == len(labels)
    assert all(above < row < below for row, (above, below) in zip(rows, pairwise(drawn["cuts"]), strict=True))
    assert drawn["cuts"][-1] < min(note["y"] for note in notes(drawn) if note["text"] in "12345")
    assert "cuts" not in drawing(DOTS, "slim")
