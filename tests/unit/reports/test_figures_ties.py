"""A map of ties on the page: lines by strength and by who names them, and names that fit."""

from math import cos, pi, sin

import pytest

from reports.forms.figures import Form, Picture, picture
from reports.report import Edge, Node, Ties
from tests.unit.reports.every_figure import HOSTILE, TIES
from tests.unit.reports.test_figures import FORMS

EACH_FORM = pytest.mark.parametrize("form", FORMS)
#: As much as a character takes of a line at most.
CHARACTER = 8


def around(names: list[str]) -> Ties:
    """Put organisations on a circle, as a report does."""
    angles = [2 * pi * place / len(names) for place in range(len(names))]
    nodes = [
        Node(name, True, round(500 + 500 * sin(angle)), round(500 - 500 * cos(angle)))
        for name, angle in zip(names, angles, strict=True)
    ]
    return Ties(tuple(nodes), ())


def words(drawn: Picture) -> list[str]:
    return [" ".join(line for _, line in spot.lines) for spot in drawn.spots]


@EACH_FORM
def test_every_organisation_and_tie_is_drawn_once(form: Form) -> None:
    assert isinstance(TIES.drawing, Ties)
    drawn = picture(TIES.drawing, form)
    assert words(drawn) == [node.name for node in TIES.drawing.nodes]
    assert len(drawn.lines) == 4
    assert [spot.open for spot in drawn.spots] == [False, False, True, False, False]


@EACH_FORM
def test_a_tie_is_as_thick_as_it_is_strong_and_dashed_when_one_side_names_it(form: Form) -> None:
    nodes = tuple(Node(str(number), True, 250 * number, 500) for number in range(5))
    ties = Ties(nodes, tuple(Edge(0, number, number - 1, number % 2 == 0) for number in (1, 2, 3, 4)))
    drawn = picture(ties, form)
    widths = [line.width for line in drawn.lines]
    assert widths == sorted(set(widths))
    assert [line.dashed for line in drawn.lines] == [True, False, True, False]


@EACH_FORM
def test_lines_end_in_their_organisations(form: Form) -> None:
    assert isinstance(TIES.drawing, Ties)
    drawn = picture(TIES.drawing, form)
    places = {(spot.x, spot.y) for spot in drawn.spots}
    assert {(line.x1, line.y1) for line in drawn.lines} | {(line.x2, line.y2) for line in drawn.lines} <= places


@EACH_FORM
@pytest.mark.parametrize("count", [1, 2, 3, 7, 12])
@pytest.mark.parametrize("name", ["Bibliotheek", "Stichting Vluchtelingenwerk Midden", HOSTILE[0]])
def test_names_stay_within_the_picture_and_apart(form: Form, count: int, name: str) -> None:
    drawn = picture(around([name] * count), form)
    boxes = [box(spot) for spot in drawn.spots]
    for left, top, right, bottom in boxes:
        assert left >= -6
        assert top >= 0
        assert right <= drawn.width + 6
        assert bottom <= drawn.height
    for number, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[number + 1 :])


def box(spot: object) -> tuple[int, int, int, int]:
    """Return about where a name stands: left, top, right and bottom."""
    lines, x, anchor = spot.lines, spot.text_x, spot.anchor  # type: ignore[attr-defined]
    wide = round(max(len(line) for _, line in lines) * CHARACTER * 0.95)
    left = {"start": x, "end": x - wide, "middle": x - wide // 2}[anchor]
    return left, lines[0][0] - 12, left + wide, lines[-1][0] + 4


def overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_places_are_whole() -> None:
    drawn = picture(around(["Bibliotheek"] * 7), "slim")
    numbers = [*(spot.x for spot in drawn.spots), *(spot.y for spot in drawn.spots), drawn.height, drawn.width]
    assert all(isinstance(number, int) for number in numbers)
