"""Light enough for an old phone on a slow line: what is loaded, what moves while loading, what stays behind."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.visiting import go

#: What browsers call good (cumulative layout shift); ours are still.
STILL = 0.02
#: 3G as browsers' own tools imitate it: bytes a second, and milliseconds before anything comes.
SLOW = {"offline": False, "downloadThroughput": 200_000, "uploadThroughput": 90_000, "latency": 300}

SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((each) => (sum += each.value)))
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 400);
})"""
#: What was fetched for this page, uncompressed by the server of the tests but for its assets.
NAMES = "performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)"


@pytest.fixture
def slow(visit: Visit) -> Page:
    """A visitor on a slow line, with an empty cache."""
    page = visit()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    return page


@pytest.mark.parametrize("rest", ["", "/shared-purpose", "/roles-first", "/closing", "/nakijken"])
def test_nothing_moves_while_a_page_loads_on_a_slow_line(slow: Page, site: Site, rest: str) -> None:
    go(slow, f"{site.fresh_link()}{rest}")

    assert slow.evaluate(SHIFTS) < STILL


def test_nothing_moves_when_a_choice_is_kept_on_a_slow_line(slow: Page, site: Site) -> None:
    go(slow, f"{site.fresh_link()}/roles")
    before = slow.locator('[data-unit="ro-3"]').bounding_box()

    slow.locator('[name="ro-1"][value="4"]').check()
    slow.locator(".kept").wait_for()

    after = slow.locator('[data-unit="ro-3"]').bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] == before["height"]
    assert slow.evaluate(SHIFTS) < STILL


def test_a_later_page_loads_only_itself(page: Page, site: Site) -> None:
    link = site.fresh_link()
    go(page, link)
    first = set(page.evaluate(NAMES))
    go(page, f"{link}/roles")

    again = [name for name in page.evaluate(NAMES) if not name.startswith("/v/")]
    again = [name for name in again if "/mark." not in name]  # browsers ask for the icon when they see fit

    assert set(again) <= first
    sizes = page.evaluate("performance.getEntriesByType('resource').map((each) => each.transferSize)")
    assert sum(sizes) == 0, "What was loaded before is loaded once more."


def test_a_partner_gets_no_cookie_and_leaves_nothing_behind(page: Page, site: Site) -> None:
    link = site.fresh_link()
    go(page, f"{link}/roles")
    page.locator('[name="ro-1"][value="4"]').check()
    page.locator(".kept").wait_for()
    go(page, f"{link}/nakijken")

    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
