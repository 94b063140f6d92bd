"""Every page in every state is fit for everybody: checked by axe, in both schemes, on a phone and on a desk."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.fit import FINGER, NARROWEST, Fit, resize, violations
from tests.browser.running import Site
from tests.browser.states import STATES
from tests.browser.visiting import PHONE, go, visiting

#: What a finger has to hit on a partner's pages; links within a sentence are left out, as the rules do.
FINGERS: Final = ", ".join(
    f"{each}:visible"
    for each in (
        ".button",
        ".tile",
        ".tick",
        "textarea",
        ".langs > *",
        ".clear button",
        ".about > summary",
        ".ask > summary",
        ".row a",
        ".row summary",
        ".buttons > a",
        ".foot a",
    )
)


BOXES: Final = """all => all.map((each) => {
    const box = each.getBoundingClientRect();
    return [box.width, box.height, each.innerText];
})"""


@pytest.fixture(scope="module", params=STATES)
def state(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page in one of its states; the tests below share it."""
    with visiting(browser, site.address) as page:
        STATES[request.param](page, site)
        yield page


class TestPartnersPages(Fit):
    """Every state that a partner can meet."""


def test_axe_would_find_mistakes(page: Page) -> None:
    go(page, "/")
    page.evaluate(Axe().axe_script)
    page.evaluate("document.documentElement.lang = ''; document.querySelector('.page p').style.color = '#7b7b7b'")
    assert [violation.split()[0] for violation in violations(page, "light")] == ["color-contrast", "html-has-lang"]
    page.emulate_media(color_scheme="dark")
    assert [violation.split()[0] for violation in violations(page, "dark")] == ["color-contrast"]


def test_a_finger_can_hit_buttons_and_answers(state: Page) -> None:
    for size in (NARROWEST, PHONE):
        resize(state, size)
        small = [box for box in state.locator(FINGERS).evaluate_all(BOXES) if min(box[:2]) < FINGER]
        assert not small, f"At {size[0]} pixels these are small, in pixels wide and high: {small}"


def test_forced_colours_show_what_was_chosen(visit: Visit, site: Site) -> None:
    page = visit()
    page.emulate_media(forced_colors="active")
    STATES["theme with answers"](page, site)
    outlines = page.locator(".tile span").evaluate_all(
        "tiles => tiles.map((tile) => [tile.previousElementSibling.checked, getComputedStyle(tile).outlineStyle])"
    )
    assert sum(chosen for chosen, _ in outlines) == 2
    assert all((outline == "solid") == chosen for chosen, outline in outlines)


def test_what_has_the_focus_is_never_behind_the_strip(visit: Visit, site: Site) -> None:
    page = visit()
    STATES["no connection"](page, site)
    strip = page.locator("#keeping")
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
            const [box, over] = [document.activeElement, document.getElementById("keeping")]
                .map((each) => each.getBoundingClientRect());
            return document.activeElement.closest("main") && box.bottom > over.top && box.top < innerHeight;
        }""")
        assert not place, page.evaluate("document.activeElement.outerHTML")
    expect(strip).to_be_visible()


def test_who_wants_no_motion_gets_none(visit: Visit, site: Site) -> None:
    page = visit()
    for motion, moves in (("reduce", False), ("no-preference", True)):
        page.emulate_media(reduced_motion=motion)  # pyright: ignore[reportArgumentType]  # it is one of the two
        STATES["theme"](page, site)
        took = page.locator(".tile span").first.evaluate("tile => getComputedStyle(tile).transitionDuration")
        assert (took not in ("0s", "")) == moves


def test_the_way_back_from_an_error_is_one_link(visit: Visit, site: Site) -> None:
    page = visit()
    STATES["too long text"](page, site)
    expect(page).to_have_title("Fout: Tot slot | Netwerkspiegel")
    page.get_by_role("alert").get_by_role("link").press("Enter")
    wrong = page.locator('[name="op-keep"]')
    expect(wrong).to_be_in_viewport()
    expect(wrong).to_have_accessible_description(re.compile("Hoogstens 400 tekens.*Fout: Maak je antwoord korter"))
    expect(wrong).to_have_attribute("aria-invalid", "true")


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(visit: Visit) -> None:
    page = visit()
    go(page, "/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
