"""What an adviser does in a round, step by step, by the words on the pages."""

import re
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID

from playwright.sync_api import Page, expect

from survey import clock
from tests.worker import until as until_soon

#: A machine that runs the rest of the tests as well is slow; nobody waits longer than needed.
until: Final = partial(until_soon, seconds=90)
PATIENCE: Final = 60_000
NETWORK: Final = "Taalnetwerk Waterdam"
#: As an adviser has them, in a list; one more is typed.
PARTNERS: Final = "Organisatie;Soort;Naam;E-mailadres\n" + "".join(
    f"{name};{kind};{kind} {person};p{person}@{kind}.example\n"
    for name, kind in (("Bibliotheek Waterdam", "bibliotheek"), ("Welzijn Waterdam", "welzijn"))
    for person in range(7)
)


def make_network(page: Page) -> None:
    """Add a network, an organisation with somebody by hand, and the others by a list."""
    page.get_by_role("link", name="Voeg een netwerk toe").first.click()
    page.get_by_label("Naam van het netwerk").fill(NETWORK)
    page.get_by_label("Provincie").select_option(label="Utrecht")
    page.get_by_label("Naam van de coördinator").fill("Hanna Bos")
    page.get_by_role("button", name="Bewaar").last.click()
    page.get_by_role("link", name="Organisatie toevoegen").click()
    page.get_by_label("Naam van de organisatie").fill("Gemeente Waterdam")
    page.get_by_label("Soort partner").select_option(label="gemeente: beleid")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Contactpersoon toevoegen").click()
    page.get_by_label("Naam").fill("Gerda Gemeente")
    page.get_by_label("E-mailadres").fill("gerda@waterdam.example")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Lees een spreadsheet in").click()
    file = {"name": "partners.csv", "mimeType": "text/csv", "buffer": PARTNERS.encode()}
    page.get_by_label("Het bestand").set_input_files(file)  # type: ignore[arg-type]  # a file as Playwright knows it
    page.get_by_role("button", name="Bekijk wat er gaat gebeuren").click()
    page.get_by_role("button", name="Importeer dit").first.click()
    expect(page.locator("main")).to_contain_text("15 contactpersonen")


def plan(page: Page) -> None:
    """Plan a round of three weeks with a meeting after it, and see what these numbers can show."""
    page.get_by_role("link", name="Naar de ronde", exact=True).click()
    page.get_by_role("link", name="Plan een ronde").click()
    today = clock.dutch_day(clock.now())
    page.get_by_label("Laatste dag om in te vullen").fill((today + timedelta(days=21)).isoformat())
    page.get_by_label("Dag van de bijeenkomst over het rapport").fill((today + timedelta(days=40)).isoformat())
    page.get_by_label("Tijd en plaats van de bijeenkomst").fill("13.30 uur, Bibliotheek Waterdam")
    page.get_by_label("Groepen in het rapport").select_option(label="Twee groepen: de bibliotheek, en alle anderen")
    page.get_by_label("14 dagen na het openen").uncheck()
    page.get_by_role("button", name="Bewaar dit plan").click()
    expect(page.locator("main")).to_contain_text("Je kunt 15 mensen uitnodigen.")
    expect(page.get_by_role("row", name="Het hele netwerk")).to_contain_text("11 antwoorden: gemiddelden, en hoe")


def plan_as_it_begins(page: Page, network: str, *, scan: bool = False) -> None:
    """Plan a round as the form begins, or a quick scan by code alone."""
    page.get_by_role("link", name=network, exact=True).click()
    page.get_by_role("link", name="Naar de ronde", exact=True).click()
    page.get_by_role("link", name="Plan een ronde").click()
    if scan:
        scans = page.get_by_label("Vragenlijst").get_by_role("option", name=re.compile("^Korte scan"))
        page.get_by_label("Vragenlijst").select_option(label=scans.inner_text())
        page.get_by_label("Niemand krijgt een uitnodiging").check()
    page.get_by_role("button", name="Bewaar dit plan").click()


def write_invitation(page: Page) -> None:
    """Begin the invitation with words of one's own; a gap that does not exist is refused, and what was typed kept."""
    page.get_by_role("link", name="Bekijk of verander de teksten").click()
    text = page.get_by_label("Tekst", exact=True)
    text.fill("Dag {naam}, wat gaat er goed in {netwerkje}?")
    page.get_by_role("button", name="Bewaar").last.click()
    expect(page.get_by_role("alert")).to_contain_text("{netwerkje}")
    text.fill("Wat gaat er goed in {netwerk}, {naam}? Het duurt {minuten} minuten.")
    page.get_by_role("button", name="Laat de mail zien").click()
    expect(page.locator("main")).to_contain_text("Wat je typte, is nog niet bewaard.")
    expect(page.get_by_role("group", name="De mail")).to_contain_text(f"Wat gaat er goed in {NETWORK}, ")
    page.get_by_role("button", name="Bewaar").last.click()
    expect(page.locator("main")).to_contain_text("Dit is je eigen tekst.")
    page.get_by_role("link", name="Terug naar de ronde").click()


def open_round(page: Page) -> UUID:
    """Press the button, wait for the worker, and return the round."""
    press(page, "Open nu, en nodig 15 mensen uit")
    wait_for(page, "Ronde 1 is open")
    expect(page.locator("main")).to_contain_text("15 mensen zijn uitgenodigd.")
    found = re.search("/rondes/([0-9a-f-]{36})/sluiten", page.content())
    assert found is not None
    return UUID(found[1])


def press(page: Page, button: str) -> None:
    """Press a button that brings another page, and wait until that page is there: it can be looked at anew then."""
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def wait_for(page: Page, words: str) -> None:
    """Look at a page until it says something; the page has to be there."""

    def says() -> bool:
        page.reload()
        return words in page.inner_text("main")

    until(says)


def extend(page: Page) -> None:
    page.get_by_role("link", name="Verleng de ronde, of verander de bijeenkomst").click()
    later = clock.dutch_day(clock.now()) + timedelta(days=28)
    page.get_by_label("Laatste dag om in te vullen").fill(later.isoformat())
    page.get_by_role("button", name="Bewaar de nieuwe data").click()
    expect(page.locator("main")).to_contain_text("Invullen kan tot en met")


def close(page: Page) -> None:
    """Close by the button, read what becomes final, and wait on the page until the report is there."""
    page.get_by_role("link", name="Ronde nu sluiten").click()
    expect(page.locator("main")).to_contain_text("Een gesloten ronde gaat nooit meer open.")
    page.get_by_role("button", name="Sluit deze ronde definitief").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Het rapport is klaar", timeout=PATIENCE)


def decide_on_words(page: Page) -> None:
    """Hide one text, take a phone number out of another, and let the others stand."""
    page.get_by_role("link", name="Eigen woorden lezen en vrijgeven").click()
    cards = page.locator("fieldset.words-card")
    expect(cards).to_have_count(4)
    for card in cards.all():
        written = card.locator(".as-written").inner_text()
        hides = "niemand" in written
        card.get_by_label("Verbergen" if hides else "Vrijgeven").check()
        if "06-12345678" in written:
            expect(card.locator("mark").last).to_be_visible()
            card.get_by_label("In het rapport").fill("Vraag het aan de bibliotheek.")
    page.get_by_role("button", name="Bewaar alles").click()
    expect(page.locator("main")).to_contain_text("4 bekeken, 0 te gaan")
    page.get_by_role("link", name="Naar de ronde", exact=True).click()


def release(page: Page) -> None:
    page.get_by_role("link", name="Rapport vrijgeven").click()
    page.get_by_role("button", name="Geef vrij en verstuur de mails").click()
    expect(page.locator("main")).to_contain_text("Deelnemers kunnen het rapport nu lezen.")
