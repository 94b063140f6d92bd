"""The look: one set of tokens everywhere, and pictures of pages for the documentation (``PICTURES=1`` writes them)."""

import io
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import FloatRect, Page
from sqlalchemy import update

from reports.look import TOKENS, Token
from survey.database import writing
from survey.models import PartnerOrganisation
from tests.browser.conftest import Visit
from tests.browser.running import ROOT, Site
from tests.browser.states import sent
from tests.browser.visiting import draw_all_charts, go

PICTURES: Final = ROOT / "docs" / "pictures"
STYLE_SHEETS: Final = ROOT / "survey" / "static" / "src"
LARGEST: Final = 250_000

_ROOT_BLOCK = re.compile(r"^( *):root \{\n(.*?)^\1\}", re.MULTILINE | re.DOTALL)
_TOKEN = re.compile(r"--([a-z0-9-]+): ([^;]+);")


def test_style_sheets_and_python_have_the_same_tokens() -> None:
    light, dark = style_sheet_tokens()
    found = {name: Token(value(light, name), value(light | dark, name)) for name in TOKENS}
    assert found == TOKENS


def style_sheet_tokens() -> tuple[dict[str, str], dict[str, str]]:
    """Return the custom properties of the style sheets: for light surroundings, and what is other in the dark."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for path in sorted(STYLE_SHEETS.glob("*.css")):
        for indent, block in _ROOT_BLOCK.findall(path.read_text(encoding="utf-8").split("@media (forced-colors")[0]):
            (dark if indent else light).update(_TOKEN.findall(block))
    return light, dark


def value(tokens: Mapping[str, str], name: str) -> str:
    """Return a token's value; one that is said to be another's follows it."""
    other = re.fullmatch(r"var\(--([a-z0-9-]+)\)", tokens[name])
    return value(tokens, other[1]) if other else tokens[name]


def test_the_questionnaire_makes_a_picture(visit: Visit, site: Site) -> None:
    page = visit((360, 955))
    go(page, f"{site.fresh_link()}/roles")
    page.locator('[name="ro-1"][value="4"]').check()
    page.mouse.move(0, 0)
    keep(page, "vragenlijst-360")


def test_a_role_card_makes_a_picture(visit: Visit, site: Site) -> None:
    page = visit((360, 955))
    go(page, f"{site.fresh_link()}/roles-first")
    page.locator('[name="roles-find.signal.now"][value="library"]').check(force=True)
    page.locator(".card").first.evaluate("card => card.scrollIntoView()")
    page.mouse.move(0, 0)
    keep(page, "rollenkaart-360")


def test_the_organisation_profile_makes_a_picture(visit: Visit, site: Site) -> None:
    site.do(name_the_library, "Bibliotheek Plasburg")
    page = visit((360, 955))
    go(page, f"{sent(page, site)}/organisatie/voice-first")
    page.locator('[name="vo-1"][value="stuck"]').check()
    page.locator("main .notice").first.evaluate("notice => notice.scrollIntoView()")
    page.mouse.move(0, 0)
    keep(page, "namens-organisatie-360")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_line_stands_in_the_card_of_the_choice_before_it(visit: Visit, site: Site, width: int) -> None:
    page = visit((width, 900))
    go(page, f"{sent(page, site)}/organisatie/voice-first")
    card, line, following = (
        box_of(page, f'[data-unit="{unit}"]') for unit in ("vo-1", "vo-1-why", "vo-2")
    )  # fmt: skip
    page.locator('[name="vo-1"][value="stuck"]').check()
    taken_back = box_of(page, '[data-unit="vo-1"] .clear')

    assert line["y"] == pytest.approx(card["y"] + card["height"], abs=1)
    assert (line["x"], line["width"]) == (card["x"], card["width"])
    assert following["y"] - (line["y"] + line["height"]) >= 16
    assert card["y"] + card["height"] - (taken_back["y"] + taken_back["height"]) >= 8
    assert box_of(page, '[data-unit="vo-2"]') == following


def box_of(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return found


def name_the_library(app: Flask, name: str) -> None:
    """Give the library of the open round a name that a reader of the documentation understands."""
    ours = PartnerOrganisation.name == "library van Taalnetwerk Plasburg"
    with app.app_context(), writing() as session:
        session.execute(update(PartnerOrganisation).where(ours).values(name=name))


def test_the_report_makes_pictures(visit: Visit, site: Site) -> None:
    page = visit((1280, 1100))
    go(page, "/voorbeeldrapport")
    draw_all_charts(page)
    page.evaluate("scrollTo(0, 0)")
    keep(page, "rapport-1280")
    page.locator("#groups").evaluate("section => section.scrollIntoView()")
    keep(page, "rapport-grafiek-1280")
    page.locator("#statements").evaluate("section => section.scrollIntoView()")
    keep(page, "rapport-zinnen-1280")


def keep(page: Page, name: str) -> None:
    """Take a picture that is small enough for a readme; write it only when somebody asks."""
    page.evaluate("document.fonts.ready")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small = io.BytesIO()
    image.save(small, "PNG", optimize=True)
    assert len(image.getcolors() or ()) > 20, f"The picture {name} shows next to nothing."
    assert len(small.getvalue()) < LARGEST
    if os.environ.get("PICTURES"):
        PICTURES.mkdir(parents=True, exist_ok=True)
        Path(PICTURES / f"{name}.png").write_bytes(small.getvalue())
