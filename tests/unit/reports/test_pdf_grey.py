"""A print in grey: nothing is told by colour alone."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from reports.forms.pdf import pdf
from reports.look import CLASSES, MARKS, STEPS, TOKENS
from tests.unit.reports.every_block import every_block
from tests.unit.reports.test_look import contrast, luminance


def light(token: str) -> str:
    return TOKENS[token].light


def test_the_steps_of_a_heat_map_become_darker_one_by_one() -> None:
    shades = [light(ground) for ground, _ in STEPS]
    assert len(shades) == 5
    assert [contrast(one, other) >= 1.15 for one, other in pairwise(shades)] == [True] * 4
    assert sorted(shades, key=luminance, reverse=True) == shades


def test_the_middle_class_differs_from_both_others() -> None:
    for other in ("agree", "disagree"):
        assert contrast(light(CLASSES["neither"][0]), light(CLASSES[other][0])) >= 3


def test_agree_and_disagree_differ_by_their_place_and_so_have_a_line_between_them() -> None:
    made = Path("reports/forms/pdf/bars.typ").read_text()
    assert "table.vline(x: 2" in made
    assert contrast(light("agree"), light("surface")) >= 3
    assert contrast(light("disagree"), light("surface")) >= 3


def test_groups_differ_by_shape_or_filling() -> None:
    looks = {(mark.shape, mark.filled, mark.size) for mark in MARKS.values()}
    assert len(looks) == len(MARKS)


@pytest.mark.parametrize("colour", [*(ground for ground, _ in CLASSES.values()), "edge", "accent", "attention"])
def test_what_is_drawn_stands_out_of_the_paper(colour: str) -> None:
    drawn = "edge" if colour == "neutral" else colour
    assert contrast(light(drawn), light("surface")) >= 3


def test_a_page_in_grey_has_as_many_shades_as_it_has_meanings(tmp_path: Path) -> None:
    """Bars, their hatching and the cells of the heat map are still there when the colours are not."""
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf(every_block()))
    subprocess.run(["pdftoppm", "-gray", "-r", "60", path, tmp_path / "page"], check=True)
    shades = {shade for page in tmp_path.glob("page-*.pgm") for shade in _shades(page)}
    wanted = {_grey(ground) for ground, _ in STEPS} | {_grey(ground) for ground, _ in CLASSES.values()}
    assert [grey for grey in wanted if not shades & set(range(grey - 3, grey + 4))] == []


def _shades(page: Path) -> set[int]:
    """Return the greys of a page that stand on more than a few of its points."""
    with Image.open(page) as picture:
        return {shade for shade, times in enumerate(picture.convert("L").histogram()) if times > 60}


def _grey(token: str) -> int:
    red, green, blue = (int(light(token)[place : place + 2], 16) for place in (1, 3, 5))
    return round(0.3 * red + 0.59 * green + 0.11 * blue)
