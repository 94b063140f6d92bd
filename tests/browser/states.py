"""Every page and state that somebody can meet, and the way there."""

from collections.abc import Callable
from typing import Final

from flask import Flask
from playwright.sync_api import Page

from survey import clock
from survey.database import writing
from survey.models.code import Purpose
from survey.services import closing
from tests.browser.running import Site
from tests.browser.visiting import draw_all_charts, go, unfold
from tests.factories import make_round
from tests.joining import make_code
from tests.pages import PageClient

#: Brings a visitor into a state.
Way = Callable[[Page, Site], None]

STATES: Final[dict[str, Way]] = {}


def state(way: Way) -> Way:
    """List a state by the name of the function that leads there."""
    STATES[way.__name__.replace("_", " ")] = way
    return way


def at(path: str, status: int = 200) -> Way:
    """Return the way to what has an address for everybody."""
    return lambda page, site: go(page, path, status)


STATES.update(
    {
        "start with doors": at("/"),
        "start in English": at("/?taal=en"),
        "privacy": at("/antwoorden"),
        "privacy in English": at("/antwoorden?taal=en"),
        "accessibility statement": at("/toegankelijkheid"),
        "accessibility statement in English": at("/toegankelijkheid?taal=en"),
        "door for advisers": at("/demo/adviseur"),
        "lost link": at("/link-kwijt"),
        "lost link in English": at("/link-kwijt?taal=en"),
        "lost link asked for": at("/link-kwijt/gevraagd"),
        "unknown link": at(f"/v/{'x' * 43}", 404),
        "link of a closed round's code": at(f"/v/~{'x' * 43}", 410),
        "unknown page": at("/nergens", 404),
    }
)


@state
def lost_link_without_an_address(page: Page, site: Site) -> None:
    go(page, "/link-kwijt")
    page.get_by_label("Je e-mailadres").fill("ada bij de bieb")
    page.get_by_role("button", name="Mail mij mijn link").click()
    page.get_by_role("alert").wait_for()


@state
def lost_link_asked_too_often(page: Page, site: Site) -> None:
    for _ in range(3):
        site.do(ask_for_link, "ada@bieb.example")
    go(page, "/link-kwijt")
    page.get_by_label("Je e-mailadres").fill("ada@bieb.example")
    page.get_by_role("button", name="Mail mij mijn link").click()
    page.get_by_role("alert").wait_for()


@state
def invitation(page: Page, site: Site) -> None:
    go(page, site.fresh_link())


@state
def theme(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/shared-purpose")


@state
def what_happens_with_answers_unfolded(page: Page, site: Site) -> None:
    theme(page, site)
    page.locator(".about summary").click()


@state
def choice_kept(page: Page, site: Site) -> None:
    theme(page, site)
    page.locator('[name="sp-2"][value="4"]').check()
    page.locator(".kept").wait_for()


@state
def no_connection(page: Page, site: Site) -> None:
    theme(page, site)
    page.evaluate("() => void (window.fetch = () => Promise.reject(new TypeError()))")
    page.locator('[name="sp-2"][value="4"]').check()
    page.locator("#keeping", has_text="Er is geen verbinding").wait_for()


@state
def refused_while_typing(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/closing")
    page.locator('[name="op-keep"]').fill("te lang " * 60)
    page.locator(".wrong-text").wait_for()


@state
def changed_elsewhere_meanwhile(page: Page, site: Site) -> None:
    address = f"{site.fresh_link()}/shared-purpose"
    go(page, address)
    site.do(post, address, {"sp-1": "4", "go": "next"})
    page.locator('[name="sp-2"][value="2"]').check()
    page.locator(".elsewhere").wait_for()


@state
def role_cards(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/roles-first")


@state
def role_cards_that_contradict(page: Page, site: Site) -> None:
    role_cards(page, site)
    for value in ("library", "nobody"):
        page.locator(f'[name="roles-find.signal.now"][value="{value}"]').check(force=True)
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("alert").wait_for()


@state
def municipal_check(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/municipal-check")


@state
def reach_groups(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/reach-groups")


@state
def form_and_phase(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/form-phase")


@state
def check_with_all_answers(page: Page, site: Site) -> None:
    go(page, f"{begun(page, site)}/nakijken?alles=1")


@state
def last_page(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/closing")


@state
def nothing_to_send(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/nakijken")
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    page.get_by_role("alert").wait_for()


@state
def theme_with_answers(page: Page, site: Site) -> None:
    go(page, f"{begun(page, site)}/shared-purpose")


@state
def invitation_resumed(page: Page, site: Site) -> None:
    go(page, begun(page, site))
    page.locator("summary", has_text="Wis mijn antwoorden").click()


@state
def check_with_gaps(page: Page, site: Site) -> None:
    go(page, f"{begun(page, site)}/nakijken")
    page.locator(".row summary").first.click()


@state
def asked_about_gaps(page: Page, site: Site) -> None:
    go(page, f"{begun(page, site)}/nakijken")
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    page.get_by_role("alert").wait_for()


@state
def too_long_text(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/closing")
    page.locator('[name="op-keep"]').fill("te lang " * 60)
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("alert").wait_for()


@state
def changed_elsewhere(page: Page, site: Site) -> None:
    """As without script, which would keep each choice as it is made."""
    page.route("**/keep.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    address = f"{site.fresh_link()}/shared-purpose"
    go(page, address)
    page.locator('[name="sp-1"][value="2"]').check()
    site.do(post, address, {"sp-1": "4", "go": "next"})
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("alert").wait_for()


@state
def thanks(page: Page, site: Site) -> None:
    sent(page, site)
    page.locator("summary", has_text="Wis mijn antwoorden").click()


@state
def invitation_after_sending(page: Page, site: Site) -> None:
    go(page, sent(page, site))


@state
def check_after_sending(page: Page, site: Site) -> None:
    go(page, f"{sent(page, site)}/nakijken")


@state
def erased(page: Page, site: Site) -> None:
    invitation_resumed(page, site)
    page.get_by_role("button", name="Ja, wis alles").click()
    page.locator(".notice[role=status]").wait_for()


@state
def closed_without_report(page: Page, site: Site) -> None:
    go(page, site.do(cut_round), 410)


@state
def profile_before_the_own_part(page: Page, site: Site) -> None:
    go(page, f"{site.fresh_link()}/organisatie", 403)


@state
def profile_overview(page: Page, site: Site) -> None:
    go(page, f"{sent(page, site)}/organisatie")


@state
def profile_page(page: Page, site: Site) -> None:
    go(page, f"{sent(page, site)}/organisatie/first")


@state
def profile_relations_unfolded(page: Page, site: Site) -> None:
    go(page, f"{sent(page, site)}/organisatie/contact-partners")
    page.locator('[name="rel-partners"][type="checkbox"]').first.check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.locator("fieldset.several").first.wait_for()


@state
def profile_with_a_wrong_number(page: Page, site: Site) -> None:
    go(page, f"{sent(page, site)}/organisatie/reach-numbers")
    page.locator('[name="rn-found"]').fill("heel veel")
    page.locator(".wrong-text").wait_for()


@state
def profile_changed_by_a_colleague(page: Page, site: Site) -> None:
    address = f"{sent(page, site)}/organisatie/voice-second"
    go(page, address)
    site.do(post, address, {"vo-5": "stuck", "go": "next"})
    page.locator('[name="vo-6"][value="well"]').check()
    page.locator(".elsewhere").wait_for()


@state
def profile_read_back(page: Page, site: Site) -> None:
    profile_relations_unfolded(page, site)
    go(page, page.url.replace("/contact-details", "?alles=1"))


@state
def profile_about_to_be_erased(page: Page, site: Site) -> None:
    profile_relations_unfolded(page, site)
    go(page, page.url.replace("/contact-details", ""))
    page.locator(".ask summary").click()


@state
def profile_erased(page: Page, site: Site) -> None:
    profile_about_to_be_erased(page, site)
    page.get_by_role("button", name="Ja, wis alles").click()
    page.get_by_text("Alles is gewist").wait_for()


@state
def profile_published(page: Page, site: Site) -> None:
    go(page, f"{site.published.report}/organisaties")


@state
def report(page: Page, site: Site) -> None:
    go(page, site.published.report)
    draw_all_charts(page)


@state
def report_with_tables(page: Page, site: Site) -> None:
    report(page, site)
    unfold(page)


@state
def sample_report(page: Page, site: Site) -> None:
    go(page, "/voorbeeldrapport?taal=en")
    draw_all_charts(page)


@state
def networks_of_an_adviser(page: Page, site: Site) -> None:
    go(page, "/demo/adviseur")
    page.get_by_role("button", name="Log in als demo-adviseur").click()
    page.wait_for_url("**/overzicht")
    go(page, "/netwerken")


@state
def typing_a_code(page: Page, site: Site) -> None:
    go(page, "/meedoen")


@state
def wrong_code(page: Page, site: Site) -> None:
    typing_a_code(page, site)
    page.get_by_label("De zes cijfers").fill("12 34")
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_text("Een code heeft zes cijfers").wait_for()


@state
def begin_page_of_a_meeting(page: Page, site: Site) -> None:
    go(page, code_address(site))


@state
def begin_page_on_a_device_that_began(page: Page, site: Site) -> None:
    joined(page, site)
    begin_page_of_a_meeting(page, site)


@state
def joined_by_a_code(page: Page, site: Site) -> None:
    joined(page, site)


@state
def cookies_off(page: Page, site: Site) -> None:
    begin_page_of_a_meeting(page, site)
    page.context.clear_cookies()
    page.get_by_role("button", name="Begin").first.click()
    page.get_by_role("alert").wait_for()


@state
def code_that_does_not_work(page: Page, site: Site) -> None:
    go(page, f"/meedoen/{'x' * 43}", 404)


@state
def helpers_page(page: Page, site: Site) -> None:
    go(page, code_address(site, "paper"))


@state
def unknown_form_number(page: Page, site: Site) -> None:
    helpers_page(page, site)
    page.get_by_label("Het nummer op het formulier").fill("1234")
    page.get_by_role("button", name="Open dit formulier").click()
    page.get_by_text("Er is geen formulier met dit nummer").wait_for()


@state
def paper_form(page: Page, site: Site) -> None:
    helpers_page(page, site)
    page.get_by_role("button", name="Typ een formulier over").click()
    page.wait_for_url("**/v/*")


@state
def paper_form_sent(page: Page, site: Site) -> None:
    paper_form(page, site)
    page.get_by_role("link", name="Begin met de vragen").click()
    page.locator(".tile").first.click()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.wait_for_url("**/roles")
    go(page, f"{page.url.rsplit('/', 1)[0]}/nakijken")
    send_with_gaps(page)
    page.locator("summary").click()


def code_address(site: Site, purpose: Purpose = "meeting") -> str:
    """Return the address behind a code of the open round."""
    return f"/meedoen/{site.do(make_code, site.open, purpose).token}"


def joined(page: Page, site: Site) -> None:
    """Begin by the code of a meeting."""
    begin_page_of_a_meeting(page, site)
    page.get_by_role("button", name="Begin").first.click()
    page.wait_for_url("**/v/*")


def begun(page: Page, site: Site) -> str:
    """Answer a few questions and return the link."""
    link = site.fresh_link()
    go(page, f"{link}/shared-purpose")
    page.locator('[name="sp-1"][value="4"]').check()
    page.locator('[name="sp-3"]').last.check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.wait_for_url("**/roles")
    return link


def sent(page: Page, site: Site) -> str:
    """Answer something, in own words as well, send it in, and return the link."""
    link = begun(page, site)
    go(page, f"{link}/closing")
    page.locator('[name="op-first"]').fill("Samen één taalpunt openen.")
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.wait_for_url("**/nakijken")
    send_with_gaps(page)
    return link


def send_with_gaps(page: Page) -> None:
    """Send in, and say once more that it is meant."""
    page.locator("button[value=send]").click()
    page.get_by_role("button", name="Ja, verstuur zo").click()
    page.wait_for_url("**/klaar")


def ask_for_link(app: Flask, address: str) -> None:
    app.test_client().post("/link-kwijt", data={"address": address}).close()


def post(app: Flask, address: str, fields: dict[str, str]) -> None:
    PageClient(app).post(address, fields)


def cut_round(app: Flask) -> str:
    """Close a round whose report is not there yet, and return a personal link of it."""
    opened = make_round(app, name=f"Taalnetwerk {clock.now():%H%M%S%f}")
    with app.app_context(), writing() as session:
        closing.cut(session, round_id=opened.id, at=clock.now())
    return opened.link
