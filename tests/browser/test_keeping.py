"""Choices are kept as they are made: with a connection, without one, after the tab was closed, on two devices."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect
from sqlalchemy import update

from survey.database import writing
from survey.models import Invitation
from survey.tokens import hash_token
from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.visiting import go
from tests.factories import close_round, make_round, the_questionnaire
from tests.pages import PageClient

OFFLINE = "Er is geen verbinding."
#: A tab that is killed says nothing more.
NO_LAST_WORDS = (
    "addEventListener = new Proxy(addEventListener, { apply: (to, of, [name, ...more]) =>"
    " name === 'pagehide' ? null : Reflect.apply(to, of, [name, ...more]) })"
)


@pytest.fixture
def link(site: Site) -> str:
    return site.fresh_link()


def choose(page: Page, name: str, value: str) -> None:
    """Click, and do not ask whether it stays: what is newer elsewhere may take its place at once."""
    page.locator(f'[name="{name}"][value="{value}"]').click(force=True)


def stored(site: Site, address: str) -> dict[str, str]:
    return site.do(lambda app: PageClient(app).get(address).form().fields)


@contextmanager
def no_connection(page: Page, status: int = 0) -> Iterator[None]:
    """Let nothing through that is saved; or have it answered with this status, as a proxy does."""

    def stop(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
        elif status:
            route.fulfill(status=status, body="<h1>Bad Gateway</h1>", content_type="text/html")
        else:
            route.abort("connectionfailed")

    page.route("**/v/**", stop)
    yield
    page.unroute("**/v/**")


@pytest.fixture
def page(visit: Visit) -> Page:
    """A visitor on a phone whose connection comes and goes."""
    return visit(loses_connection=True)


def test_a_choice_is_kept_by_a_link_that_staff_printed(page: Page, site: Site, link: str) -> None:
    site.do(print_link, link)
    go(page, link)
    page.get_by_role("button", name="Begin").first.click()
    page.wait_for_url("**/code")  # it is shown, and stays on this device
    go(page, f"{link}/roles")

    choose(page, "ro-2", "4")

    expect(page.locator('[data-unit="ro-2"] .kept')).to_have_text("Bewaard")


def print_link(app: Flask, link: str) -> None:
    with app.app_context(), writing() as session:
        of = Invitation.token_hash == hash_token(link.rsplit("/", 1)[-1])
        session.execute(update(Invitation).where(of).values(through_staff=True))


def test_a_choice_is_kept_at_once_and_said(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/roles")

    choose(page, "ro-2", "4")

    expect(page.locator('[data-unit="ro-2"] .kept')).to_have_text("Bewaard")
    expect(page.locator(".saved")).to_contain_text("Bewaard om")
    assert stored(site, f"{link}/roles")["ro-2"] == "4"


def test_each_kind_of_field_is_kept_without_the_button(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/closing")
    page.locator('[name="op-keep"]').fill("De koffie.")
    page.locator('[name="op-keep-ok"]').check()
    expect(page.locator('[data-unit="op-keep"] .kept')).to_be_visible()
    go(page, f"{link}/roles-first")
    page.locator('[name="roles-find.signal.now"][value="library"]').check(force=True)
    page.locator('[name="roles-find.signal.now"][value="welfare"]').check(force=True)
    expect(page.locator(".kept")).to_be_visible()

    expect(page.locator(".saved")).to_contain_text("Bewaard om")
    fields = stored(site, f"{link}/closing")
    assert (fields["op-keep"].strip(), fields["op-keep-ok"]) == ("De koffie.", "on")
    assert stored(site, f"{link}/roles-first")["roles-find.signal.now"] == ["", "library", "welfare"]


def test_an_answer_that_is_taken_back_is_taken_back_at_once(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/roles")
    choose(page, "ro-1", "2")
    expect(page.locator('[data-unit="ro-1"] .kept')).to_be_visible()

    page.locator('[data-unit="ro-1"] [name="clear_field"]').click()

    expect(page.locator('[data-unit="ro-1"] input:checked')).to_have_count(0)
    expect(page.locator('[data-unit="ro-1"] input').first).to_be_focused()
    page.wait_for_timeout(600)
    assert "ro-1" not in stored(site, f"{link}/roles")


def test_without_a_connection_choices_stay_on_the_device_and_are_sent_when_it_is_back(
    page: Page, site: Site, link: str
) -> None:
    go(page, f"{link}/roles")
    with no_connection(page):
        choose(page, "ro-1", "5")
        choose(page, "ro-3", "1")
        expect(page.locator("#keeping")).to_contain_text(OFFLINE)
        expect(page.locator(".kept")).to_have_count(0)
        assert "ro-1" not in stored(site, f"{link}/roles")

    expect(page.locator("#keeping")).to_have_text("Alles is weer bewaard.")
    fields = stored(site, f"{link}/roles")
    assert (fields["ro-1"], fields["ro-3"]) == ("5", "1")


def test_what_was_not_sent_when_the_tab_was_closed_is_sent_by_the_next_page_of_the_link(
    page: Page, site: Site, link: str
) -> None:
    page.add_init_script(NO_LAST_WORDS)
    go(page, f"{link}/closing")
    with no_connection(page):
        page.locator('[name="op-keep"]').fill("Het overleg van maandag.")
        expect(page.locator("#keeping")).to_contain_text(OFFLINE)
        page.goto("about:blank")
    assert stored(site, f"{link}/closing")["op-keep"].strip() == ""

    go(page, link)

    expect(page.get_by_role("heading", name="Je antwoorden staan klaar")).to_be_visible()
    assert stored(site, f"{link}/closing")["op-keep"].strip() == "Het overleg van maandag."


def test_the_page_itself_shows_what_was_not_sent(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/roles")
    with no_connection(page):
        choose(page, "ro-4", "2")
        expect(page.locator("#keeping")).to_contain_text(OFFLINE)
        go(page, f"{link}/roles")
        expect(page.locator('[name="ro-4"][value="2"]')).to_be_checked()

    expect(page.locator('[data-unit="ro-4"] .kept')).to_be_visible()


def test_the_button_does_not_lead_to_an_error_page(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/roles")
    with no_connection(page, status=502):
        choose(page, "ro-1", "3")
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.locator("#keeping")).to_contain_text("Bewaren lukt nu even niet.")
        expect(page).to_have_url(re.compile("/roles$"))

    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.wait_for_url("**/municipality")
    assert stored(site, f"{link}/roles")["ro-1"] == "3"


def test_on_two_devices_the_newest_choice_wins_and_the_older_page_says_so(visit: Visit, site: Site, link: str) -> None:
    phone, laptop = visit(loses_connection=True), visit((1280, 800))
    for device in (phone, laptop):
        go(device, f"{link}/roles")

    choose(phone, "ro-1", "2")
    choose(phone, "ro-2", "5")
    expect(phone.locator('[data-unit="ro-2"] .kept')).to_be_visible()
    choose(laptop, "ro-1", "4")

    expect(laptop.locator('[data-unit="ro-2"] .elsewhere')).to_have_text(
        "Je hebt dit ondertussen ergens anders ingevuld: helemaal eens."
    )
    expect(laptop.locator('[name="ro-2"][value="5"]')).to_be_checked()
    expect(laptop.locator('[name="ro-1"][value="4"]')).to_be_checked()
    fields = stored(site, f"{link}/roles")
    assert (fields["ro-1"], fields["ro-2"]) == ("4", "5")

    laptop.get_by_role("button", name="Bewaar en ga verder").click()
    laptop.wait_for_url("**/municipality")


def test_a_choice_made_earlier_without_a_connection_does_not_undo_a_newer_one(
    visit: Visit, site: Site, link: str
) -> None:
    phone, laptop = visit(loses_connection=True), visit((1280, 800))
    go(phone, f"{link}/roles")
    with no_connection(phone):
        choose(phone, "ro-1", "1")
        expect(phone.locator("#keeping")).to_contain_text(OFFLINE)
        go(laptop, f"{link}/roles")
        choose(laptop, "ro-1", "5")
        expect(laptop.locator('[data-unit="ro-1"] .kept')).to_be_visible()

    expect(phone.locator('[name="ro-1"][value="5"]')).to_be_checked()
    expect(phone.locator('[data-unit="ro-1"] .elsewhere')).to_contain_text("helemaal eens")
    assert stored(site, f"{link}/roles")["ro-1"] == "5"


def test_a_device_whose_clock_is_years_off_counts_like_any_other(visit: Visit, site: Site, link: str) -> None:
    wrong, right = visit(), visit()
    wrong.add_init_script("const right = Date.now; Date.now = () => right() - 7 * 365 * 86_400_000")
    for device in (right, wrong):
        go(device, f"{link}/roles")
    choose(right, "ro-1", "1")
    expect(right.locator('[data-unit="ro-1"] .kept')).to_be_visible()

    choose(wrong, "ro-1", "4")

    expect(wrong.locator('[data-unit="ro-1"] .kept')).to_be_visible()
    assert stored(site, f"{link}/roles")["ro-1"] == "4"


def test_a_round_that_closes_meanwhile_is_said_and_nothing_waits_any_more(page: Page, site: Site) -> None:
    opened = site.do(make_round, {"library": 2, "welfare": 2}, name="Taalnetwerk Te Laat")
    go(page, f"{opened.link}/roles")
    site.do(close_round, opened.id)

    choose(page, "ro-1", "4")

    expect(page.locator("#keeping")).to_contain_text("Deze ronde is gesloten.")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_browser_that_keeps_nothing_asks_to_leave_the_page_open(page: Page, link: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); }")
    go(page, f"{link}/roles")

    with no_connection(page):
        choose(page, "ro-1", "4")
        expect(page.locator("#keeping")).to_contain_text("Laat deze pagina open")

    expect(page.locator("#keeping")).to_have_text("Alles is weer bewaard.")


def test_switching_the_language_keeps_the_place_and_what_was_chosen(page: Page, link: str) -> None:
    go(page, f"{link}/roles")
    page.locator('[data-unit="ro-4"]').scroll_into_view_if_needed()
    choose(page, "ro-4", "5")

    page.evaluate("""document.querySelector('button[name=lang][value=en]').click()""")

    page.wait_for_url(re.compile(r"/roles#ro-"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator('[name="ro-4"][value="5"]')).to_be_checked()
    assert page.evaluate("window.scrollY") > 300


def test_two_clicks_on_the_button_go_one_page_on(page: Page, link: str) -> None:
    pages = [each.id for each in the_questionnaire().pages]
    go(page, f"{link}/{pages[0]}")

    page.get_by_role("button", name="Bewaar en ga verder").dblclick()

    page.wait_for_url(f"**/{pages[1]}")


def test_a_text_that_is_too_long_says_so_beside_it_and_the_rest_is_kept(page: Page, site: Site, link: str) -> None:
    go(page, f"{link}/closing")

    page.locator('[name="op-keep"]').fill("te lang " * 60)
    page.locator('[name="op-first"]').fill("Kort.")
    page.locator('[name="op-first"]').blur()

    expect(page.locator('[data-unit="op-keep"] .wrong-text')).to_contain_text("Maak je antwoord korter.")
    expect(page.locator('[data-unit="op-first"] .kept')).to_be_visible()
    assert stored(site, f"{link}/closing")["op-first"].strip() == "Kort."
    assert page.locator('[name="op-keep"]').input_value() == "te lang " * 60


def test_a_link_that_is_followed_while_a_page_is_being_saved_is_where_one_arrives(page: Page, link: str) -> None:
    go(page, f"{link}/roles")
    held: list[Route] = []
    page.route("**/roles", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.get_by_role("button", name="Bewaar en ga verder").click()
    while not held:
        page.wait_for_timeout(50)
    page.evaluate("document.querySelector('.brand').addEventListener('click', (event) => event.preventDefault())")

    page.locator(".brand").click()
    held[0].continue_()
    page.wait_for_timeout(800)

    expect(page).to_have_url(re.compile("/roles$"))


def test_a_device_that_slept_counts_like_any_other(visit: Visit, site: Site, link: str) -> None:
    phone, laptop = visit(), visit((1280, 800))
    for device in (phone, laptop):
        go(device, f"{link}/roles")
    # Stands still, as in sleep: from when its page is there, however long that took.
    phone.evaluate("() => { const asleep = performance.now(); performance.now = () => asleep; }")
    choose(laptop, "ro-1", "2")
    expect(laptop.locator('[data-unit="ro-1"] .kept')).to_be_visible()

    choose(phone, "ro-1", "5")

    expect(phone.locator('[data-unit="ro-1"] .kept')).to_be_visible()
    assert stored(site, f"{link}/roles")["ro-1"] == "5"


def test_a_choice_that_lost_is_not_said_to_be_kept(visit: Visit, site: Site, link: str) -> None:
    phone, laptop = visit(), visit((1280, 800))
    phone.add_init_script("performance.now = () => 0; Date.now = () => 0")
    for device in (phone, laptop):
        go(device, f"{link}/roles")
    choose(laptop, "ro-1", "2")
    expect(laptop.locator('[data-unit="ro-1"] .kept')).to_be_visible()

    choose(phone, "ro-1", "5")

    expect(phone.locator('[data-unit="ro-1"] .elsewhere')).to_contain_text("oneens")
    expect(phone.locator('[name="ro-1"][value="2"]')).to_be_checked()
    expect(phone.locator(".kept")).to_have_count(0)
    choose(phone, "ro-1", "4")  # by now it knows what time it is
    expect(phone.locator('[data-unit="ro-1"] .kept')).to_be_visible()
    assert stored(site, f"{link}/roles")["ro-1"] == "4"


@pytest.mark.parametrize("status", [400, 403, 404, 407, 408, 413])
def test_whatever_else_says_no_on_the_way_nothing_is_forgotten(page: Page, site: Site, link: str, status: int) -> None:
    go(page, f"{link}/roles")
    with no_connection(page, status=status):
        choose(page, "ro-1", "3")
        expect(page.locator("#keeping")).to_contain_text("Je antwoorden staan op dit apparaat.")

    go(page, f"{link}/municipality")

    expect(page.locator("#keeping")).to_have_attribute("data-kept", "Bewaard")
    page.wait_for_timeout(800)
    assert stored(site, f"{link}/roles")["ro-1"] == "3"


def test_choices_that_wait_until_after_the_closing_are_said_to_be_late_and_forgotten(page: Page, site: Site) -> None:
    opened = site.do(make_round, {"library": 2, "welfare": 2}, name="Taalnetwerk Na Sluiting")
    page.add_init_script(NO_LAST_WORDS)
    go(page, f"{opened.link}/roles")
    with no_connection(page):
        choose(page, "ro-1", "4")
        expect(page.locator("#keeping")).to_contain_text(OFFLINE)
        page.goto("about:blank")
    site.do(close_round, opened.id)

    go(page, opened.link)

    expect(page.locator("#keeping")).to_contain_text("Deze ronde is gesloten.")
    assert page.evaluate("localStorage.length") == 0


def test_a_text_that_was_refused_stays_on_the_device_until_it_is_changed(page: Page, site: Site, link: str) -> None:
    long = "te lang " * 60
    go(page, f"{link}/closing")
    page.locator('[name="op-keep"]').fill(long)
    field = page.locator('[name="op-keep"]')
    expect(page.locator(".saved")).to_contain_text("Maak je antwoord korter.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Maak je antwoord korter"))

    go(page, f"{link}/roles")
    go(page, f"{link}/closing")

    assert field.input_value() == long
    expect(page.locator('[data-unit="op-keep"] .wrong-text')).to_be_visible()
    field.fill("Kort.")
    expect(page.locator('[data-unit="op-keep"] .kept')).to_be_visible()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert page.evaluate("localStorage.length") == 0


def test_what_a_choice_took_the_place_of_is_said(visit: Visit, site: Site, link: str) -> None:
    phone, laptop = visit(), visit((1280, 800))
    for device in (phone, laptop):
        go(device, f"{link}/roles-first")
    ticks = "roles-find.signal.now"
    choose(phone, ticks, "library")
    expect(phone.locator(".kept")).to_be_visible()

    choose(laptop, ticks, "welfare")

    expect(laptop.locator(".elsewhere").first).to_contain_text("Ergens anders had je ingevuld")


def test_sending_without_a_connection_stays_on_the_page_and_says_so(page: Page, link: str) -> None:
    go(page, f"{link}/roles")
    choose(page, "ro-1", "4")
    expect(page.locator(".kept")).to_be_visible()
    go(page, f"{link}/nakijken")
    page.context.set_offline(True)

    page.get_by_role("button", name="Verstuur mijn antwoorden").click()

    expect(page.locator("#keeping")).to_contain_text("Probeer het zo nog eens.")
    expect(page).to_have_url(re.compile("/nakijken$"))
    page.context.set_offline(False)


def test_what_is_typed_while_an_answer_is_long_under_way_is_kept_to_the_last_letter(
    page: Page, site: Site, link: str
) -> None:
    page.add_init_script("""
        const [send, waits] = [fetch, [0, 1000, 600]];
        window.fetch = async (...request) => {
            const answer = await send(...request);
            await new Promise((go) => setTimeout(go, waits.shift() ?? 0));
            return answer;
        };
    """)
    go(page, f"{link}/closing")
    field = page.locator('[name="op-keep"]')
    for part, pause in (("Samen ", 300), ("één ", 800), ("loket, ", 450), ("waar iedereen naar doorstuurt.", 900)):
        field.press_sequentially(part)
        field.dispatch_event("change", {"bubbles": True})
        page.wait_for_timeout(pause)

    expect(page.locator("#keeping")).to_have_text("")
    assert field.input_value() == "Samen één loket, waar iedereen naar doorstuurt."
    assert stored(site, f"{link}/closing")["op-keep"].strip() == field.input_value()
