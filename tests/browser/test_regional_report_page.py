"""The report of many networks is fit for everybody, on a phone and on a wall, with its charts unfolded."""

import re
from collections.abc import Iterator
from typing import Final
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.fit import Fit
from tests.browser.own_networks import add_region, enter_as
from tests.browser.picturing import is_said, said_on
from tests.browser.running import Site
from tests.browser.visiting import go, visiting

SUPPORT: Final = "Taalsteun Regio"
LOOKS: Final = ("large", "middling", "divided", "small", "large", "middling", "silent")


@pytest.fixture(scope="module")
def region(site: Site) -> UUID:
    named = {f"Taalnetwerk aan de Vecht {place}": look for place, look in enumerate(LOOKS, start=1)}
    return site.do(add_region, SUPPORT, named)


@pytest.fixture(scope="module", params=["/regio?voor=doorgeven", "/regio"], ids=["given on", "own"])
def state(request: pytest.FixtureRequest, browser: Browser, site: Site, region: UUID) -> Iterator[Page]:
    with visiting(browser, site.address) as page:
        enter_as(page, site, region)
        go(page, request.param)
        yield page


class TestRegionalReport(Fit):
    """Both reports of seven networks."""


def test_an_adviser_chooses_for_whom_and_reads_the_chart_by_keyboard(
    browser: Browser, site: Site, region: UUID
) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        enter_as(page, site, region)
        go(page, "/regio?voor=doorgeven")
        page.get_by_label("Voor wie").focus()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("voor=(&|$)"))

        page.locator("#overall .plot").scroll_into_view_if_needed()
        expect(page.locator("#overall .plot .main-svg").first).to_be_visible()
        expect(page.locator("#themes table").first).to_be_visible()


def test_a_picture_of_the_chart_says_for_whom_it_is(browser: Browser, site: Site, region: UUID) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        enter_as(page, site, region)
        go(page, "/regio")
        written = said_on(page, page.get_by_role("button", name=re.compile("Download als PNG.*Waar")))
    assert is_said(
        "Alleen voor wie het rapport van elk van deze netwerken mag lezen. Geef het niet aan anderen.", written
    )


def test_every_table_of_the_report_can_be_kept_as_a_picture(browser: Browser, site: Site, region: UUID) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        enter_as(page, site, region)
        go(page, "/regio")
        captions = page.locator("main details.long > .scroll caption").all_inner_texts()
        offered = " ".join(page.locator(".as-picture button").all_inner_texts())
        written = said_on(page, page.get_by_role("button", name=re.compile("Download als PNG.*welk woord")))

    assert len(captions) > 5
    assert not [caption for caption in captions if caption not in offered]
    assert is_said("Hoe donkerder, hoe meer netwerken.", written)
    assert is_said("verdeeld", written)
    assert written.count("Netwerken samen") == 1
