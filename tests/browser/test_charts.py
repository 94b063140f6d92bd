"""Charts are drawn for the screen and the colours that somebody has, and offer nothing but themselves."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from reports.look import TOKENS
from tests.browser.conftest import Visit
from tests.browser.fit import settled
from tests.browser.running import Site
from tests.browser.visiting import PHONE, draw_all_charts, go, unfold

#: A phone on its side: charts have another drawing there than upright.
TURNED: Final = (740, 360)

COLOURS: Final = """marks => marks.flatMap((mark) => {
    const style = getComputedStyle(mark);
    return parseFloat(style.strokeWidth) ? [style.fill, style.stroke] : [style.fill];
})"""
LINES: Final = "plots => plots.map((plot) => plot.querySelectorAll('path').length)"

#: The marks of averages; what is coded in bars is hatched.
DOTS = ":is(#themes, #trend, #groups) .plot .points path"


@pytest.fixture
def drawn(page: Page, site: Site) -> Page:
    """A report on a phone, with its charts."""
    go(page, site.published.report)
    draw_all_charts(page)
    return page


def test_a_chart_offers_no_tools_and_no_sharing(drawn: Page) -> None:
    expect(drawn.locator(".modebar, .modebar-btn, .plot a, .plot button")).to_have_count(0)
    assert "share" not in drawn.locator("main").inner_text().lower()
    drawn.locator(".plot").first.hover()
    expect(drawn.locator(".hoverlayer *")).to_have_count(0)


def test_a_chart_says_what_it_shows_and_keeps_its_room(page: Page, site: Site) -> None:
    go(page, site.published.report)
    unfold(page, ".figure > details")
    before = page.evaluate("document.documentElement.scrollHeight")
    draw_all_charts(page)
    assert page.evaluate("document.documentElement.scrollHeight") == before, "The page moves when a chart is drawn."
    for plot in page.locator(".plot").all():
        expect(plot).to_have_role("img")
        expect(plot).to_have_accessible_name(re.compile("Dezelfde cijfers staan in de tabel"))


def test_a_chart_is_the_same_after_turning_the_phone_twice(visit: Visit, site: Site) -> None:
    page = visit(TURNED)
    go(page, site.published.report)
    draw_all_charts(page)
    fresh = page.locator(".plot").evaluate_all(LINES)
    for width, height in (PHONE, TURNED):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(500)
    assert page.locator(".plot").evaluate_all(LINES) == fresh


def test_a_chart_follows_its_place_when_only_that_becomes_narrower(drawn: Page) -> None:
    """As when a scroll bar comes after the window was sized."""
    place = drawn.locator("#themes .plot").first
    place.scroll_into_view_if_needed()
    place.evaluate("(place) => { place.style.width = '250px'; }")

    drawing = "document.querySelector('#themes .plot svg.main-svg').clientWidth"
    assert 0 < settled(drawn, drawing, lambda wide: wide <= 250) <= 250


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_have_the_colours_of_the_scheme(visit: Visit, site: Site, scheme: str) -> None:
    page = visit(dark=scheme == "dark")
    go(page, site.published.report)
    draw_all_charts(page)
    groups = ("group-total", "group-library", "group-welfare", "group-rest", "surface")
    expected = {"none", *(rgb(getattr(TOKENS[token], scheme)) for token in groups)}
    assert set(page.locator(DOTS).evaluate_all(COLOURS)) <= expected


def test_marks_have_forced_colours(page: Page, site: Site) -> None:
    page.emulate_media(forced_colors="active")
    go(page, site.published.report)
    draw_all_charts(page)
    allowed = page.evaluate(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert set(page.locator(DOTS).evaluate_all(COLOURS)) <= {"none", *allowed}


def rgb(colour: str) -> str:
    """Return a colour as a browser says it."""
    return f"rgb({', '.join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))})"
