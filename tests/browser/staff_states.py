"""Every page for who is signed in, by its address, so that none is forgotten; and what they say of mistakes."""

import re
from functools import partial
from typing import Final

from playwright.sync_api import Page

from survey import clock
from tests.addresses import ADDRESSES
from tests.batches import leave_file, set_batch
from tests.browser.own_networks import enter_as
from tests.browser.running import Site
from tests.browser.states import Way
from tests.browser.visiting import go
from tests.factories import in_days

#: Who visits the pages of a rule: the least who may.
VISITORS: Final = {
    "signed_in": "coordinator",
    "coordinator": "coordinator",
    "adviser": "adviser",
    "administrator": "administrator",
}
#: What cannot be looked at by an address alone: files, and what somebody has to do something for first.
_NO_PAGES: Final = (
    ".xlsx", ".pptx", ".csv", ".json", ".sav", ".txt", ".pdf", ".zip", "<token>", "/rondes/<uuid:round_id>/rapport",
    "/beheer/personen/bewijs/", ":year>", "/stap-2", "/importeren/<",
    "/voortgang", "/eigen-woorden",
)  # fmt: skip
_PARAMETER: Final = re.compile(r"<(?:\w+:)?(\w+)>")

STAFF_STATES: Final[dict[str, Way]] = {}


def staff_state(way: Way) -> Way:
    """List a state by the name of the function that leads there."""
    STAFF_STATES[way.__name__.replace("_", " ")] = way
    return way


def enter(page: Page, site: Site, visitor: str) -> None:
    """Be signed in as this visitor of the two organisations, without the pages for it."""
    enter_as(page, site, site.world.sessions[visitor])


def filled(path: str, site: Site) -> str:
    """Return an address with what belongs to the visitor in it."""
    values = {**site.world.values, "questionnaire_id": "taalnetwerkspiegel"}
    return _PARAMETER.sub(lambda found: str(values[found[1]]), path)


def _look(path: str, visitor: str, page: Page, site: Site) -> None:
    enter(page, site, visitor)
    go(page, filled(path, site))


def _at_the_door(path: str, page: Page, site: Site) -> None:
    go(page, path)


for _address, _rule in ADDRESSES.items():
    _method, _path = _address.split()
    if _method == "GET" and not any(each in _path for each in _NO_PAGES):
        if _rule in VISITORS:
            STAFF_STATES[_path] = partial(_look, _path, VISITORS[_rule])
        elif _rule == "door":
            STAFF_STATES[_path] = partial(_at_the_door, _path)


@staff_state
def wrong_password(page: Page, site: Site) -> None:
    go(page, "/inloggen")
    page.fill("#address", "niemand@midden.example")
    page.fill("#password", "geen idee meer")
    send(page)


@staff_state
def dead_link_of_a_mail(page: Page, site: Site) -> None:
    go(page, f"/account/uitnodiging/{'x' * 60}", 404)


@staff_state
def adviser_without_networks(page: Page, site: Site) -> None:
    enter(page, site, "adviser")
    go(page, "/netwerken?zoek=bestaat+niet")


@staff_state
def coordinator_without_networks(page: Page, site: Site) -> None:
    enter(page, site, "coordinator of another network")
    go(page, "/contactpersonen")


@staff_state
def network_without_a_name(page: Page, site: Site) -> None:
    enter(page, site, "adviser")
    go(page, "/netwerken/nieuw")
    send(page)


@staff_state
def contact_with_a_wrong_address(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/organisaties/<organisation_id>/contacten/nieuw", site))
    page.fill("#name", "Ada Boek")
    page.fill("#address", "ada bij de bieb")
    send(page)


@staff_state
def action_that_nobody_does(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>/acties/nieuw", site))
    page.fill("#what", "Nodig de taalaanbieder uit.")
    page.fill("#due_on", in_days(30).isoformat())
    send(page)


@staff_state
def action_from_a_suggestion(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>/acties/voorstellen", site))
    page.locator("summary").first.click()
    page.locator("details[open] a").first.click()


@staff_state
def alerts_of_which_one_is_not_chosen(page: Page, site: Site) -> None:
    enter(page, site, "adviser")
    go(page, "/overzicht/meldingen")
    page.evaluate("document.querySelectorAll('[name=late]').forEach((each) => { each.checked = false; })")
    send(page)


@staff_state
def all_reports_are_being_made(page: Page, site: Site) -> None:
    site.do(set_batch, finished_at_utc=None)
    enter(page, site, "adviser")
    go(page, "/rapporten?stil=1")
    site.do(set_batch, finished_at_utc=clock.now())


@staff_state
def all_reports_are_ready(page: Page, site: Site) -> None:
    site.do(leave_file)
    enter(page, site, "adviser")
    go(page, "/rapporten")


@staff_state
def signed_out_while_typing(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>/bewerken", site))
    page.fill("#notes", "Gesprek van dinsdag:\neen volle bladzijde, die niemand twee keer typt.")
    page.context.clear_cookies()
    send(page)


@staff_state
def signed_in_anew_while_typing(page: Page, site: Site) -> None:
    enter(page, site, "coordinator")
    go(page, filled("/contacten/<contact_id>/bewerken", site))
    page.fill("#job", "taalcoach")
    enter(page, site, "coordinator")
    send(page)


@staff_state
def not_found(page: Page, site: Site) -> None:
    enter(page, site, "coordinator of another network")
    go(page, filled("/netwerken/<network_id>", site), 404)


@staff_state
def file_that_is_no_list(page: Page, site: Site) -> None:
    give(page, site, "partners.xlsx", b"dit is geen werkboek")
    page.locator("main .wrong-text, main [role=alert]").first.wait_for()


@staff_state
def import_to_say_yes_to(page: Page, site: Site) -> None:
    give(page, site, "partners.csv", PARTNERS.encode())
    page.wait_for_url("**/importeren/*-*")


@staff_state
def person_found(page: Page, site: Site) -> None:
    enter(page, site, "administrator")
    go(page, "/beheer/personen")
    page.fill("#who", "adviseur@midden.example")
    page.locator("#search").evaluate("form => form.requestSubmit()")
    page.get_by_role("heading", level=2).first.wait_for()


@staff_state
def support_organisation_without_a_name(page: Page, site: Site) -> None:
    enter(page, site, "administrator")
    go(page, "/beheer/ondersteuningsorganisaties/nieuw")
    send(page)


@staff_state
def account_with_mistakes(page: Page, site: Site) -> None:
    enter(page, site, "administrator")
    go(page, "/beheer/accounts/nieuw")
    send(page)


@staff_state
def coordinator_with_mistakes(page: Page, site: Site) -> None:
    enter(page, site, "adviser")
    go(page, filled("/netwerken/<network_id>/coordinatoren", site))
    page.locator("#invite").evaluate("form => form.requestSubmit()")
    page.get_by_role("alert").first.wait_for()


#: As people make them: some good, one without an address, one twice, one of no kind that we know.
PARTNERS: Final = """Organisatie;Soort;Naam;E-mailadres;Taal;Functie
Bibliotheek Waterdam;bieb;Noor Smit;noor@bieb.example;nl;taalcoach
Bibliotheek Waterdam;bieb;Noor Smit;NOOR@bieb.example ;nl;
Welzijn Waterdam;welzijn;Ali Vos;;;
Tafeltennisclub;tafeltennis;Bo de Wit;bo@tafel.example;nl;
"""


def give(page: Page, site: Site, name: str, content: bytes) -> None:
    """Give a file to import into one's own network."""
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>/importeren", site))
    page.locator("main input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    page.locator("main form").filter(has=page.locator("input[type=file]")).locator("button").first.click()


def send(page: Page) -> None:
    """Send the page's form, and wait for what is said about it."""
    page.locator("main form button.button:not(.quiet):not(.second)").first.click()
    page.get_by_role("alert").first.wait_for()
