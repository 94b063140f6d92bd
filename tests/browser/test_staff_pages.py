"""Every page for who is signed in is fit for everybody; and an adviser does the daily work with the keyboard alone."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.fit import Fit
from tests.browser.round_states import ROUND_STATES
from tests.browser.running import Site
from tests.browser.staff_states import STAFF_STATES, enter, filled
from tests.browser.visiting import PHONE, go, visiting

STATES: Final = {**STAFF_STATES, **ROUND_STATES}

#: What stands on the first line of an element.
FIRST_LINE = """element => {
    const text = element.firstChild, range = document.createRange();
    const tops = Array.from(text.data, (_, place) => {
        range.setStart(text, place); range.setEnd(text, place + 1);
        return Array.from(range.getClientRects()).at(-1)?.top;
    });
    return Array.from(text.data).filter((_, place) => tops[place] === tops[0]).join("");
}"""


@pytest.fixture(scope="module", params=STATES)
def state(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page in one of its states; the tests below share it."""
    with visiting(browser, site.address) as page:
        STATES[request.param](page, site)
        yield page


class TestStaffPages(Fit):
    """Every page and state that somebody who is signed in can meet."""


def test_an_adviser_adds_a_network_an_organisation_and_a_contact_by_keyboard(visit: Visit, site: Site) -> None:
    page = visit((1280, 800))
    enter(page, site, "adviser")
    go(page, "/netwerken")
    follow(page, "Voeg een netwerk toe")
    write(page, "Naam", "Taalnetwerk Toetsenbord")
    write(page, "Provincie", "Utrecht")
    write(page, "Naam van de coördinator", "Hanna Bos")
    page.keyboard.press("Enter")
    page.wait_for_url("**/netwerken/*-*")

    follow(page, "Organisatie toevoegen")
    write(page, "Naam", "Bibliotheek Toetsenbord")
    write(page, "Soort", "bibliotheek")
    follow(page, "Bewaar")

    follow(page, "Contactpersoon toevoegen")
    write(page, "Naam", "Ada Boek")
    write(page, "E-mailadres", "ada@toetsenbord.example")
    page.keyboard.press("Enter")
    page.wait_for_url("**/netwerken/*-*")

    expect(page.locator(".people")).to_contain_text("Ada Boek")


def test_a_coordinator_agrees_on_an_action_and_finishes_it_by_keyboard(visit: Visit, site: Site) -> None:
    page = visit((1280, 800))
    enter(page, site, "coordinator")
    go(page, filled("/netwerken/<network_id>", site))
    follow(page, "Naar de acties")
    follow(page, "Kies een voorstel")
    press_at(page, "Ons gezamenlijke doel")
    follow(page, "Schrijf samen één doel")
    write(page, "Wat gaat er gebeuren?", "Bel de wethouder. ")
    write(page, "Of iemand die niet in de lijst staat", "Hanna Bos")
    page.keyboard.press("Enter")
    page.wait_for_url("**/acties")
    mine = page.locator(".agreement", has_text="Bel de wethouder.")
    expect(mine).to_contain_text("Hanna Bos")

    press_at(page, (mine.get_by_role("button", name="Het is klaar").text_content() or "").strip())

    expect(mine).to_have_count(0)
    expect(page.locator(".agreed")).to_contain_text("Bel de wethouder.")


@pytest.mark.parametrize("script", [True, False])
def test_an_adviser_chooses_alerts_by_keyboard(visit: Visit, site: Site, script: bool) -> None:
    page = visit((360, 740), script=script)
    enter(page, site, "adviser")
    go(page, "/overzicht")
    follow(page, "Kies welke meldingen")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "late":
            break
    page.keyboard.press("ArrowRight")
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Je keuze is bewaard.")
    expect(page.locator(f"#{chosen}")).to_be_checked()
    expect(page.locator("#too_few-weekly")).to_be_checked()


def press_at(page: Page, name: str) -> None:
    """Go by Tab to a button or what unfolds, and press it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent || ''").strip() == name:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"No button {name!r} can be reached with Tab.")


def test_a_long_word_in_a_heading_is_broken_between_its_parts_on_a_phone(visit: Visit, site: Site) -> None:
    page = visit(PHONE)
    enter(page, site, "administrator")
    go(page, "/beheer/ondersteuningsorganisaties")

    assert page.locator("h1").evaluate(FIRST_LINE) == "Ondersteunings\u00ad"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", ["/netwerken/nieuw", "/account/gegevens", "/inloggen"])
def test_after_a_refused_form_one_is_at_what_is_wrong(visit: Visit, site: Site, path: str, script: bool) -> None:
    page = visit((360, 740), script=script)
    if path != "/inloggen":
        enter(page, site, "adviser")
    go(page, path)
    page.locator("main form input:not([type=hidden])").first.fill("")
    page.locator("main form button.button:not(.quiet):not(.second)").first.click()

    expect(page.locator("#mistakes")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#mistakes a").first).to_be_focused()


def test_who_is_signed_out_gets_what_was_typed_back(visit: Visit, site: Site) -> None:
    page = visit((1280, 800))

    STAFF_STATES["signed out while typing"](page, site)

    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent intussen uitgelogd")
    expect(page.get_by_label("Aantekeningen")).to_have_value(
        "Gesprek van dinsdag:\neen volle bladzijde, die niemand twee keer typt."
    )
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in, in een nieuw tabblad").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Log in")


def follow(page: Page, name: str) -> None:
    """Go by Tab to a link or a button, and press Enter."""
    before = page.url
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText || ''").strip().startswith(name):
            page.keyboard.press("Enter")
            page.wait_for_url(lambda address: address != before)
            return
    raise AssertionError(f"No link {name!r} can be reached with Tab.")


def write(page: Page, label: str, text: str) -> None:
    """Go by Tab to a field, and type."""
    wanted = page.get_by_label(label, exact=False).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("field => field === document.activeElement"):
            page.keyboard.type(text)
            return
    raise AssertionError(f"The field {label!r} cannot be reached with Tab.")
