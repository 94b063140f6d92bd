"""What makes a page fit for everybody, as tests: whoever has states to look at makes a class of its own of these."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visiting import PHONE

Scheme = Literal["light", "dark"]
SIZES: Final = (PHONE, (1280, 800))
#: The narrowest screen that has to do: 1280 pixels at 400 percent (WCAG 1.4.10).
NARROWEST: Final = (320, 640)
#: The least height of what a finger has to hit on a partner's page, in pixels.
FINGER: Final = 48

#: A screen, in pixels wide and high, and its colours.
Screen = tuple[tuple[int, int], Scheme]
#: How often a page is looked at, a tenth of a second apart, before what it shows is what it will show.
PATIENT: Final = 150
#: What axe checks: everything in light colours; in dark ones what has to do with colour.
RULES: Final[dict[Scheme, list[str]]] = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
RUN_AXE: Final = """rules => axe.run(document, { resultTypes: ["violations"], runOnly: rules })
    .then((result) => result.violations)"""

#: How far from the top each of some elements stands; in a list that scrolls by itself at most at its lower edge.
_TOPS: Final = """all => all.map((each) => {
  let top = each.getBoundingClientRect().top;
  for (let around = each.parentElement; around; around = around.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(around).overflowY) && around.scrollHeight > around.clientHeight;
    if (scrolls && around !== document.documentElement) top = Math.min(top, around.getBoundingClientRect().bottom);
  }
  return [Math.round(top), each.outerHTML.slice(0, 60)];
})"""


class Fit:
    """Tests of a page in one of its states, which the fixture ``state`` leads to."""

    #: Where axe looks: colours do not depend on how wide a screen is.
    screens: tuple[Screen, ...] = (PHONE, "light"), (PHONE, "dark"), ((1280, 800), "light")

    def test_axe_finds_nothing(self, state: Page) -> None:
        assert not (found := seen(state, self.screens)), "\n".join(found)

    def test_the_page_does_not_scroll_sideways(self, state: Page) -> None:
        for size in (NARROWEST, *SIZES):
            resize(state, size)
            wide = settled(state, "document.documentElement.scrollWidth", lambda wide, size=size: wide <= size[0])
            assert wide <= size[0], f"At {size[0]} pixels the page is {wide} pixels wide."

    def test_the_order_of_the_source_is_the_order_on_the_screen(self, state: Page) -> None:
        """What is read aloud, and where Tab goes, is what an eye meets from above to below."""
        resize(state, PHONE)
        tops = state.locator("main :is(h1, h2, h3, legend, input, textarea, .button):visible").evaluate_all(_TOPS)
        back = [(before, after) for before, after in pairwise(tops) if after[0] < before[0] - 60]
        assert not back, back


def seen(page: Page, screens: Sequence[Screen]) -> list[str]:
    """Return what axe finds on these screens, in light or dark colours; the page is left in light ones."""
    page.evaluate(Axe().axe_script)
    found: list[str] = []
    for size, scheme in screens:
        resize(page, size)
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(50)
        found += [f"{size[0]} px, {scheme}: {violation}" for violation in violations(page, scheme)]
    page.emulate_media(color_scheme="light")
    return found


def violations(page: Page, scheme: Scheme) -> Iterator[str]:
    """Return what axe finds, a sentence each, with the places where it is."""
    for violation in page.evaluate(RUN_AXE, RULES[scheme]):
        places = "; ".join(f"{' '.join(map(str, node['target']))}: {node['html'][:120]}" for node in violation["nodes"])
        yield f"{violation['id']} ({violation['help']}): {places}"


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def settled(page: Page, expression: str, is_right: Callable[[int], bool]) -> int:
    """Return a measure once it is right, or what it stays: charts follow the width a little later."""
    for _ in range(PATIENT):
        if is_right(page.evaluate(expression)):
            break
        page.wait_for_timeout(100)
    return page.evaluate(expression)
