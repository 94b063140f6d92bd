"""The pages of a round as they are at each time of it, from a plan to what comes after the report."""

from itertools import count
from typing import Final

from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import update

from survey.database import writing
from survey.models import Network
from tests.browser.running import Site
from tests.browser.staff_states import enter, filled, send
from tests.browser.states import Way
from tests.browser.visiting import go
from tests.endings import cut_only, published_unreleased, set_round
from tests.factories import OpenRound, make_round

#: Own words as people write them: one names somebody, one can be reached by phone.
WORDS: Final = (
    "We zien elkaar te weinig.",
    "Vraag het aan mevrouw De Vries, 06-12345678.",
    "Jan van de bibliotheek belt altijd terug.",
)
_names = (f"Taalnetwerk Afloop {number}" for number in count(1))

ROUND_STATES: Final[dict[str, Way]] = {}


def round_state(way: Way) -> Way:
    """List a state by the name of the function that leads there."""
    ROUND_STATES[way.__name__.replace("_", " ")] = way
    return way


def of_our_adviser(app: Flask, site: Site, opened: OpenRound) -> OpenRound:
    """Give a round's network to the adviser who visits."""
    one = site.world.midden
    with app.app_context(), writing() as session:
        session.execute(
            update(Network)
            .where(Network.id == opened.network_id)
            .values(adviser_id=one.accounts["adviser"], support_organisation_id=one.id)
        )
    return opened


def ended(site: Site, members: dict[str, int] | None = None) -> OpenRound:
    """Make a round of the adviser who visits, that is published and not released."""
    opened = site.do(published_unreleased, members, texts=WORDS, name=next(_names))
    return site.do(of_our_adviser, site, opened)


def look(page: Page, site: Site, opened: OpenRound, path: str = "") -> None:
    """Go to a page of a round, or to the round's own."""
    enter(page, site, "adviser")
    go(page, f"/rondes/{opened.id}/{path}" if path else f"/netwerken/{opened.network_id}/ronde")


@round_state
def round_that_can_be_released(page: Page, site: Site) -> None:
    look(page, site, ended(site))


@round_state
def round_that_was_released(page: Page, site: Site) -> None:
    opened = ended(site)
    look(page, site, opened, "vrijgeven")
    page.locator("main form button.button").first.click()
    page.wait_for_url("**/ronde")


@round_state
def round_with_too_few_answers(page: Page, site: Site) -> None:
    opened = ended(site, {"library": 4})
    look(page, site, opened, "vrijgeven")
    page.locator("main form button.button").first.click()
    page.wait_for_url("**/ronde")


@round_state
def report_to_release(page: Page, site: Site) -> None:
    look(page, site, ended(site), "vrijgeven")


@round_state
def own_words_to_decide_on(page: Page, site: Site) -> None:
    look(page, site, ended(site), "eigen-woorden")


@round_state
def round_that_is_being_published(page: Page, site: Site) -> None:
    opened = site.do(of_our_adviser, site, site.do(make_round, {"library": 6}, name=next(_names)))
    site.do(set_round, opened.id, releases_at_once=False)
    site.do(cut_only, opened.id)
    look(page, site, opened)


@round_state
def plan_with_mistakes(page: Page, site: Site) -> None:
    opened = ended(site)
    enter(page, site, "adviser")
    go(page, f"/netwerken/{opened.network_id}/ronde/plannen")
    page.fill("#closes_on", "2020-01-01")
    send(page)


@round_state
def round_that_was_planned(page: Page, site: Site) -> None:
    opened = ended(site)
    enter(page, site, "adviser")
    go(page, f"/netwerken/{opened.network_id}/ronde/plannen")
    page.locator("main form button.button").first.click()
    page.wait_for_url("**/ronde")


@round_state
def text_with_a_wrong_gap(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>/ronde/teksten", site))
    page.locator("main textarea").first.fill("Beste {naam}, vul in: {linkje}")
    send(page)
