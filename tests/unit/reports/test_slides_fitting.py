"""Words are made to fit before an office sees them, with fonts that are wider than ours."""

from pathlib import Path

import pytest
from PIL import ImageFont

from reports.forms.slides.boxes import MM, POINT, SLIDE, Box
from reports.forms.slides.fitting import CUT, breadth, depth, fitted, lines
from reports.forms.typesetting import FONTS

OURS = FONTS / "atkinson-hyperlegible-next"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
TEXTS = [
    "Over contact en vertrouwen zijn jullie het meest tevreden, over samen mensen bereiken het minst.",
    "18 van de 24 genodigden (75%) hebben geantwoord.",
    "TAALNETWERK WATERDAM",
    "Commitment of the municipality mmm www",
    "bibliotheek (n = 41–45), < 5, ≥ 80% → hoger",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("strong", [False, True])
def test_what_fits_by_measure_fits_in_our_font_and_in_that_of_libreoffice(text: str, strong: bool) -> None:
    ours = OURS / ("700Bold" if strong else "400Regular")
    fonts = [next(ours.glob("*.ttf")), DEJAVU / f"DejaVuSans{'-Bold' if strong else ''}.ttf"]
    for font in fonts:
        if font.exists():
            assert ImageFont.truetype(font, 100).getlength(text) * POINT <= breadth(text, 100, strong=strong)


def test_measuring_is_not_much_too_careful() -> None:
    font = ImageFont.truetype(next((OURS / "400Regular").glob("*.ttf")), 100)

    for text in TEXTS:
        assert breadth(text, 100) < 1.45 * font.getlength(text) * POINT


@pytest.mark.parametrize(("text", "expected"), [("", 1), ("een", 1), ("een twee drie", 3), ("a" * 13, 3)])
def test_words_go_to_the_next_line_and_long_ones_are_broken(text: str, expected: int) -> None:
    assert lines(text, width=round(5 * 10 * 0.62 * POINT), size=10) == expected


def test_the_largest_size_that_fits_is_taken() -> None:
    text = "Dit is een zin die over twee regels gaat."

    assert fitted([text], width=100 * MM, height=30 * MM, sizes=(24, 18, 12)).size == 24
    assert fitted([text], width=60 * MM, height=26 * MM, sizes=(24, 18, 12)).size == 18
    assert not fitted([text], width=60 * MM, height=26 * MM, sizes=(24, 18, 12)).is_cut


def test_what_fits_at_no_size_is_cut_with_a_mark() -> None:
    fit = fitted(["kort", "lang " * 400, "valt weg"], width=60 * MM, height=20 * MM, sizes=(14, 12))

    assert fit.is_cut
    assert fit.size == 12
    assert fit.texts[0] == "kort"
    assert fit.texts[1].endswith(CUT)
    assert len(fit.texts) == 2
    assert depth(fit.texts, width=60 * MM, size=12) <= 20 * MM


def test_nothing_fits_in_no_room_but_the_mark_stays() -> None:
    assert fitted(["een twee"], width=10 * MM, height=0, sizes=(12,)).texts == (CUT,)


def test_marks_above_letters_take_no_room_and_wide_scripts_do() -> None:
    assert breadth("e\u0301", 12) == breadth("e", 12)
    assert breadth("語", 12) > breadth("w", 12)


def test_boxes_share_their_room() -> None:
    box = Box(10, 20, 110, 200)

    assert [(each.left, each.width) for each in box.columns((1, 2, 1), 10)] == [(10, 22), (42, 45), (97, 22)]
    assert [(each.top, each.height) for each in box.rows(2, 20)] == [(20, 90), (130, 90)]
    assert box.below(50) == Box(10, 70, 110, 150)
    assert box.inset(5, 10) == Box(15, 30, 100, 180)
    assert (box.right, box.bottom) == (120, 220)
    assert SLIDE.width * 9 == SLIDE.height * 16


@pytest.mark.parametrize("width", range(41, 120, 7))
def test_what_is_cut_ends_with_a_whole_word(width: int) -> None:
    names = "Bibliotheek Waterdam, Welkom in Waterdam en Welzijn, Taalmaatjes en Taalschool Noord, Buurthuis De Brug"
    (cut,) = fitted([names], width=width * MM, height=7 * MM, sizes=(12,)).texts

    kept = cut.removesuffix(CUT)
    assert names.startswith(kept)
    assert cut == names or names[len(kept)] in " ,"


def test_a_word_that_is_too_long_for_its_place_is_cut_within() -> None:
    assert fitted(["w" * 500], width=40 * MM, height=7 * MM, sizes=(12,)).texts[0].endswith("w …")
