"""The look's tokens as Python knows them."""

import re
from itertools import product
from pathlib import Path

import pytest

from reports.look import BAR_TOKENS, CHART_TOKENS, CLASSES, FONT, FONTS_OF_CHARTS, MARKS, STEPS, TOKENS

STYLES = Path(__file__).parents[3] / "survey" / "static" / "src"


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_tokens_are_six_digit_colours() -> None:
    values = [value for token in TOKENS.values() for value in (token.light, token.dark)]
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in values)


@pytest.mark.parametrize("tokens", [CHART_TOKENS, BAR_TOKENS])
def test_a_chart_colour_stands_for_one_token(tokens: tuple[str, ...]) -> None:
    lights = [TOKENS[token].light for token in tokens]
    assert len(set(lights)) == len(lights)


def test_marks_differ_in_shape_or_filling_and_use_chart_colours() -> None:
    groups = [look for name, look in MARKS.items() if name != "before"]
    assert len({(look.shape, look.filled) for look in groups}) == len(groups)
    assert {look.colour for look in MARKS.values()} <= set(CHART_TOKENS)


@pytest.mark.parametrize(("mark", "ground", "mode"), list(product(MARKS, ("paper", "surface"), ("light", "dark"))))
def test_marks_stand_out(mark: str, ground: str, mode: str) -> None:
    colours = (getattr(TOKENS[name], mode) for name in (MARKS[mark].colour, ground))
    assert contrast(*colours) >= 5


@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "paper"), ("muted", "paper"), ("muted", "surface"), ("on-cover", "cover"), ("ink", "attention-soft")],
)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_is_readable(text: str, ground: str, mode: str) -> None:
    assert contrast(getattr(TOKENS[text], mode), getattr(TOKENS[ground], mode)) >= 4.5


#: In a chart of bars, the words of one class stand on both dark ones, and ink on the light one.
IN_CHARTS = [("disagree", "on-agree"), ("agree", "on-agree"), ("neutral", "ink")]


@pytest.mark.parametrize(("ground", "text"), [*CLASSES.values(), *STEPS, *IN_CHARTS])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_on_bars_and_cells_are_readable(ground: str, text: str, mode: str) -> None:
    assert contrast(getattr(TOKENS[text], mode), getattr(TOKENS[ground], mode)) >= 4.5


def test_charts_have_the_letters_of_the_page_under_a_name_of_their_own() -> None:
    """But for that they are waited for."""

    def faces(sheet: str, family: str) -> list[str]:
        found = re.findall(r"@font-face {[^}]*}", (STYLES / sheet).read_text())
        named = [face.replace(f'"{family}"', "") for face in found if f'"{family}"' in face]
        return [re.sub(r"font-display: \w+", "", face) for face in named]

    of_page = faces("look.css", FONT)
    assert len(of_page) == 2
    assert faces("report.css", FONTS_OF_CHARTS[0]) == of_page
    assert f'"{FONTS_OF_CHARTS[0]}"' in (STYLES / "pictures.js").read_text()
