"""The report of many networks is fit for everybody, on a phone and on a wall, with its charts unfolded."""

import re
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from survey import clock
from survey.access import SESSION_KEY
from survey.database import writing
from survey.services import sessions
from survey.services.sessions import Signs
from tests.browser.fit import Fit
from tests.browser.picturing import is_said, said_on
from tests.browser.running import Site
from tests.browser.visiting import go, visiting
from tests.dashboards import add_stood
from tests.factories import add_adviser

SUPPORT, ADDRESS = "Taalsteun Regio", "regio@taalsteun.example"
LOOKS: Final = ("large", "middling", "divided", "small", "large", "middling", "silent")


def add_region(app: Flask) -> UUID:
    """Add seven networks of an adviser of their own; return the session by which the adviser is signed in."""
    with app.app_context(), writing() as session:
        adviser = add_adviser(session, support=SUPPORT, address=ADDRESS)
        adviser.joined_at_utc = adviser.joined_at_utc or clock.now()
        for place, look in enumerate(LOOKS):
            add_stood(session, adviser, f"Taalnetwerk aan de Vecht {place + 1}", look)
        signs = Signs("test", "Firefox", "passkey")
        return sessions.add(session, account_id=adviser.id, at=clock.now(), signs=signs).id


@pytest.fixture(scope="module")
def region(site: Site) -> UUID:
    return site.do(add_region)


def enter(page: Page, site: Site, session: UUID) -> None:
    cookies: Any = site.app.session_interface
    value = cookies.get_signing_serializer(site.app).dumps({SESSION_KEY: str(session)})
    page.context.add_cookies([{"name": "netwerkspiegel", "value": value, "url": site.address}])


@pytest.fixture(scope="module", params=["/regio?voor=doorgeven", "/regio"], ids=["given on", "own"])
def state(request: pytest.FixtureRequest, browser: Browser, site: Site, region: UUID) -> Iterator[Page]:
    with visiting(browser, site.address) as page:
        enter(page, site, region)
        go(page, request.param)
        yield page


class TestRegionalReport(Fit):
    """Both reports of seven networks."""


def test_an_adviser_chooses_for_whom_and_reads_the_chart_by_keyboard(
    browser: Browser, site: Site, region: UUID
) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        enter(page, site, region)
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
        enter(page, site, region)
        go(page, "/regio")
        written = said_on(page, page.get_by_role("button", name=re.compile("Download als PNG.*Waar")))
    assert is_said(
        "Alleen voor wie het rapport van elk van deze netwerken mag lezen. Geef het niet aan anderen.", written
    )


def test_every_table_of_the_report_can_be_kept_as_a_picture(browser: Browser, site: Site, region: UUID) -> None:
    with visiting(browser, site.address, (1280, 800)) as page:
        enter(page, site, region)
        go(page, "/regio")
        captions = page.locator("main details.long > .scroll caption").all_inner_texts()
        offered = " ".join(page.locator(".as-picture button").all_inner_texts())
        written = said_on(page, page.get_by_role("button", name=re.compile("Download als PNG.*welk woord")))

    assert len(captions) > 5
    assert not [caption for caption in captions if caption not in offered]
    assert is_said("Hoe donkerder, hoe meer netwerken.", written)
    assert is_said("verdeeld", written)
    assert written.count("Netwerken samen") == 1
