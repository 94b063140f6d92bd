"""Every page in every state is fit for everybody: checked by axe, in both schemes, on a phone and on a desk."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.states import STATES
from tests.browser.visiting import PHONE, go, visiting

Scheme = Literal["light", "dark"]
SIZES: Final = (PHONE, (1280, 800))
#: The narrowest screen that has to do: 1280 pixels at 400 percent (WCAG 1.4.10).
NARROWEST: Final = (320, 640)
#: The least height of what a finger has to hit, in pixels.
FINGER: Final = 48
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

#: What axe checks: everything in light colours; in dark ones what has to do with colour.
RULES: Final[dict[Scheme, list[str]]] = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
RUN_AXE: Final = """rules => axe.run(document, { resultTypes: ["violations"], runOnly: rules })
    .then((result) => result.violations)"""


@pytest.fixture(scope="module", params=STATES)
def state(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page in one of its states; the tests below share it."""
    with visiting(browser, site.address) as page:
        STATES[request.param](page, site)
        yield page


def test_axe_finds_nothing(state: Page) -> None:
    state.evaluate(Axe().axe_script)
    found: list[str] = []
    for size, scheme in product(SIZES, RULES):
        resize(state, size)
        state.emulate_media(color_scheme=scheme)
        state.wait_for_timeout(50)
        found += [f"{size[0]} px, {scheme}: {violation}" for violation in violations(state, scheme)]
    state.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)


def test_axe_would_find_mistakes(page: Page) -> None:
    go(page, "/")
    page.evaluate(Axe().axe_script)
    page.evaluate("document.documentElement.lang = ''; document.querySelector('.page p').style.color = '#7b7b7b'")
    assert [violation.split()[0] for violation in violations(page, "light")] == ["color-contrast", "html-has-lang"]
    page.emulate_media(color_scheme="dark")
    assert [violation.split()[0] for violation in violations(page, "dark")] == ["color-contrast"]


def test_the_page_does_not_scroll_sideways(state: Page) -> None:
    for size in (NARROWEST, *SIZES):
        resize(state, size)
        wide = settled(state, "document.documentElement.scrollWidth", lambda wide, size=size: wide <= size[0])
        assert wide <= size[0], f"At {size[0]} pixels the page is {wide} pixels wide."


def test_a_finger_can_hit_buttons_and_answers(state: Page) -> None:
    for size in (NARROWEST, PHONE):
        resize(state, size)
        for target in state.locator(FINGERS).all():
            box = target.bounding_box()
            assert box is not None
            assert box["height"] >= FINGER, f"This is {box['height']} pixels high: {target.inner_text()!r}"
            assert box["width"] >= FINGER, f"This is {box['width']} pixels wide: {target.inner_text()!r}"


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


def test_the_order_of_the_source_is_the_order_on_the_screen(state: Page) -> None:
    """What is read aloud, and where Tab goes, is what an eye meets from above to below."""
    resize(state, PHONE)
    tops = state.locator("main :is(h1, h2, h3, legend, input, textarea, .button):visible").evaluate_all(
        "all => all.map((each) => [Math.round(each.getBoundingClientRect().top), each.outerHTML.slice(0, 60)])"
    )
    back = [(before, after) for before, after in pairwise(tops) if after[0] < before[0] - 60]
    assert not back, back


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


def violations(page: Page, scheme: Scheme) -> Iterator[str]:
    """Return what axe finds, a sentence each, with the places where it is."""
    for violation in page.evaluate(RUN_AXE, RULES[scheme]):
        places = "; ".join(f"{' '.join(map(str, node['target']))}: {node['html'][:120]}" for node in violation["nodes"])
        yield f"{violation['id']} ({violation['help']}): {places}"


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def settled(page: Page, expression: str, is_right: Callable[[int], bool]) -> int:
    """Return a measure once it is right, or what it is after two seconds: charts follow the width a little later."""
    for _ in range(20):
        if is_right(page.evaluate(expression)):
            break
        page.wait_for_timeout(100)
    return page.evaluate(expression)
