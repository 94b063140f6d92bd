"""A map of ties on the page: lines by strength and by who names them, and names that fit."""

from math import cos, pi, sin

import pytest

from reports.forms.figures import Form, Picture, picture
from reports.report import Edge, Node, Ties
from tests.unit.reports.every_figure import HOSTILE, TIES
from tests.unit.reports.test_figures import FORMS

EACH_FORM = pytest.mark.parametrize("form", FORMS)
#: As much as a character takes of a line at most, in parts of the type size.
CHARACTER = 0.507
#: Words as names of organisations have them, to twenty letters.
LONG = ("Taalambassadeurs", "Gezondheidscentrum", "Vluchtelingenwerk", "Volwassenenonderwijs")


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
@pytest.mark.parametrize("name", ["Bibliotheek", "Stichting Vluchtelingenwerk Midden", LONG[1], HOSTILE[0]])
def test_names_stay_within_the_picture_and_apart(form: Form, count: int, name: str) -> None:
    drawn = picture(around([name] * count), form)
    boxes = [box(spot, drawn.type) for spot in drawn.spots]
    for left, top, right, bottom in boxes:
        assert left >= -6
        assert top >= 0
        assert right <= drawn.width + 6
        assert bottom <= drawn.height
    for number, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[number + 1 :])


@EACH_FORM
@pytest.mark.parametrize("count", [4, 7, 8, 11])
@pytest.mark.parametrize("word", LONG)
def test_long_words_stay_whole(form: Form, count: int, word: str) -> None:
    drawn = picture(around([f"{word} Waterdam"] * count), form)
    assert words(drawn) == [f"{word} Waterdam"] * count
    assert drawn.type >= 11  # on a phone of 360 pixels a picture is drawn as large as it says


def test_letters_are_smaller_only_where_words_need_it() -> None:
    assert picture(around(["Bibliotheek Waterdam"] * 6), "slim").type == 15
    assert picture(around(["Welzijn", "Bibliotheken", "Gemeente", "Bibliotheken"]), "slim").type < 15


@pytest.mark.parametrize("names", [["Bibliotheek"] * 7, ["Bibliotheek", LONG[3], "Welzijn", "Gemeente"]])
def test_on_a_phone_names_that_leave_no_circle_stand_below_it_by_number(names: list[str]) -> None:
    drawn = picture(around(names), "slim")
    assert [spot.number for spot in drawn.spots] == list(range(1, len(names) + 1))
    across, down = ([getattr(spot, side) for spot in drawn.spots] for side in ("x", "y"))
    assert max(across) - min(across) > 200
    assert max(down) - min(down) > 200
    assert min(spot.lines[0][0] for spot in drawn.spots) > max(down) + 20
    assert not any(spot.number for spot in picture(around(names), "broad").spots)


@EACH_FORM
def test_a_word_that_fits_nowhere_is_broken_with_hyphens(form: Form) -> None:
    drawn = picture(around([HOSTILE[3]] * 4), form)
    for spot in drawn.spots:
        *broken, last = [line for _, line in spot.lines]
        assert all(line.endswith("-") for line in broken)
        assert len(last) > 2
        assert "".join(line.removesuffix("-") for line in broken) + last == HOSTILE[3]


def box(spot: object, size: int) -> tuple[int, int, int, int]:
    """Return about where a name stands: left, top, right and bottom."""
    lines, x, anchor = spot.lines, spot.text_x, spot.anchor  # type: ignore[attr-defined]
    wide = round(max(len(line) for _, line in lines) * size * CHARACTER)
    left = {"start": x, "end": x - wide, "middle": x - wide // 2}[anchor]
    return left, lines[0][0] - 12, left + wide, lines[-1][0] + 4


def overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_places_are_whole() -> None:
    drawn = picture(around(["Bibliotheek"] * 7), "slim")
    numbers = [*(spot.x for spot in drawn.spots), *(spot.y for spot in drawn.spots), drawn.height, drawn.width]
    assert all(isinstance(number, int) for number in numbers)
