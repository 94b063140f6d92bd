"""Pictures of the pages of a round for the handbook, made afresh (``PICTURES=1`` writes them)."""

from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.pictured_rounds import (
    begin_round,
    give_to_adviser,
    let_things_happen,
    make_network,
    send_in_before_the_hour,
)
from tests.browser.running import Site
from tests.browser.staff_states import enter
from tests.browser.test_pictures import box_of, keep
from tests.browser.visiting import go
from tests.endings import published_unreleased
from tests.factories import OpenRound, in_days
from tests.meetings import Meeting, join, open_meeting, scan

#: Own words as people write them: one can be reached by phone.
WORDS: Final = (
    "De lijnen zijn kort. We weten elkaar snel te vinden.",
    "Bel gerust, 06-12345678. Ik denk graag mee over het taalcafé.",
    "Het spreekuur in de bibliotheek werkt goed. Houd dat vast.",
)
#: The other rounds of the list: how many of each group sent in, and how many days ago they opened.
OTHERS: Final = {
    "Vossenbroek": ({"library": 2, "welfare": 1, "rest": 2}, 17),
    "Oudermeer": ({"library": 7, "rest": 7}, 15),
}
#: Around what a picture is of.
MARGIN: Final = 12
#: Where a reader's own site would be: the address of a server of tests says nothing.
TYPED_AT: Final = "spiegel.voorbeeld.nl/meedoen"


@pytest.fixture(scope="module")
def opened(site: Site) -> OpenRound:
    """A round that has been open for nine days, of a network whose people have names."""
    made = site.do(make_network, site.world, "Merenland")
    opened = site.do(begin_round, made, {"library": 5, "welfare": 4, "rest": 5})
    site.do(let_things_happen, opened)
    return opened


@pytest.fixture(scope="module")
def ended(site: Site) -> OpenRound:
    """A round whose report waits to be released, with own words."""
    members = {"library": 7, "welfare": 6, "municipality": 3}
    ended = site.do(published_unreleased, members, texts=WORDS, name="Taalpact Hoogveld")
    site.do(give_to_adviser, site.world, ended.network_id)
    return ended


@pytest.fixture(scope="module")
def meeting(site: Site) -> Meeting:
    """A meeting that fills in the quick scan."""
    made = site.do(open_meeting, name="Taalpact Zandhoek")
    site.do(give_to_adviser, site.world, made.network_id)
    site.do(join, made, [scan(4)] * 11)
    site.do(send_in_before_the_hour, made.id)
    return made


def test_the_page_of_a_round_makes_a_picture(visit: Visit, site: Site, opened: OpenRound) -> None:
    page = shown(visit, site, f"/netwerken/{opened.network_id}/ronde")
    keep(cropped(page, "h1", "section[aria-labelledby=people]"), "ronde-1280")


def test_a_plan_with_what_it_can_show_makes_a_picture(visit: Visit, site: Site) -> None:
    page = shown(visit, site, f"/netwerken/{site.do(make_network, site.world, 'Lindewaard')}/ronde/plannen")
    page.fill("#meeting_on", in_days(41).isoformat())
    page.fill("#meeting_place", "13.30 uur, bibliotheek Lindewaard")
    page.locator("main form button.button").first.click()
    page.wait_for_url("**/ronde")
    keep(cropped(page, "h1", "section[aria-labelledby=next]"), "ronde-plan-1280")


def test_the_texts_of_the_mails_make_a_picture(visit: Visit, site: Site, opened: OpenRound) -> None:
    page = shown(visit, site, f"/netwerken/{opened.network_id}/ronde/teksten")
    keep(cropped(page, "h1", "details.about"), "ronde-teksten-1280")


def test_who_is_invited_makes_a_picture(visit: Visit, site: Site, opened: OpenRound) -> None:
    page = shown(visit, site, f"/netwerken/{opened.network_id}/ronde/genodigden")
    keep(cropped(page, "main .notice", ".invited li:nth-child(4)"), "ronde-genodigden-1280")


def test_the_screen_of_a_meeting_makes_a_picture(visit: Visit, site: Site, meeting: Meeting) -> None:
    page = shown(visit, site, f"{meeting.codes}/scherm")
    page.locator(".where").evaluate("(where, address) => { where.textContent = address; }", TYPED_AT)
    keep(cropped(page, ".kicker", ".join"), "code-scherm-1280")


def test_own_words_make_a_picture(visit: Visit, site: Site, ended: OpenRound) -> None:
    page = shown(visit, site, f"/rondes/{ended.id}/eigen-woorden")
    keep(cropped(page, "main section", "main section"), "ronde-eigen-woorden-1280")


@pytest.mark.usefixtures("opened", "ended", "meeting")
def test_the_list_of_rounds_makes_a_picture(visit: Visit, site: Site) -> None:
    for place, (sent_in, days_ago) in OTHERS.items():
        site.do(begin_round, site.do(make_network, site.world, place), sent_in, days_ago=days_ago)
    keep(cropped(shown(visit, site, "/rondes?zoek=Taalpact"), "h1", "main table"), "rondes-1280")


def shown(visit: Visit, site: Site, address: str) -> Page:
    page = visit((1280, 900))
    enter(page, site, "adviser")
    go(page, address)
    return page


def cropped(page: Page, first: str, last: str) -> Page:
    """Show a page from the top of the first of these to the end of the last, and nothing else."""
    first_box, last_box = box_of(page, f"{first} >> nth=0"), box_of(page, f"{last} >> nth=0")
    top = round(first_box["y"]) - MARGIN
    page.set_viewport_size({"width": 1280, "height": round(last_box["y"] + last_box["height"]) + MARGIN - top})
    page.evaluate("top => scrollTo(0, top)", top)
    return page
