"""Whole rounds as people live them: adviser, partners, the server, the worker, and mail that really goes.

Nothing here depends on the hour: reminders do, and are tried with a clock of their own (test_reminding).
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from email.message import EmailMessage
from functools import partial
from typing import Final
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from survey import clock
from survey.database import writing
from survey.models import Account
from survey.services import networks
from tests.browser.campaigning import DESK, Running, an_hour_passes, installed, link_in, sign_in, to
from tests.browser.visiting import PHONE, go, visiting
from tests.factories import add_members, fill_in, statements, words
from tests.mail_server import Inbox, receiving, words_of
from tests.pages import PageClient
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
QUESTION: Final = "op-keep"
#: What four people wrote: one names somebody, one is nothing for a report.
WORDS: Final = (
    "We zien elkaar te weinig.",
    "Vraag het aan mevrouw De Vries, 06-12345678.",
    "Eén loket voor iedereen.",
    "Dit had niemand mogen lezen.",
)


@pytest.fixture(scope="module")
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture(scope="module")
def mailing(collected_assets: None, tmp_path_factory: pytest.TempPathFactory, inbox: Inbox) -> Iterator[Running]:
    """An installation with a mail server."""
    with receiving(inbox) as server, installed(tmp_path_factory.mktemp("mailing"), server) as running:
        yield running


@pytest.fixture(scope="module")
def keeping(collected_assets: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """An installation as it is before anybody set anything."""
    with installed(tmp_path_factory.mktemp("keeping"), None) as running:
        yield running


def test_a_round_from_an_empty_network_to_the_report(mailing: Running, inbox: Inbox, browser: Browser) -> None:
    with visiting(browser, mailing.address, DESK) as adviser:
        sign_in(adviser, mailing)
        make_network(adviser)
        plan(adviser)
        write_invitation(adviser)
        round_page = open_round(adviser)
        until(lambda: len(inbox.mails) == 15)
        links = check_invitations(mailing, inbox)
        take_part(browser, mailing, links["p0@bibliotheek.example"])
        refuse(browser, mailing, links["p1@welzijn.example"])
        refuse_by_program(mailing, links["p2@welzijn.example"])
        correct_address(adviser, mailing, inbox, links["p6@welzijn.example"])
        answer(mailing, [links[f"p{person}@bibliotheek.example"] for person in range(1, 7)], WORDS)
        answer(mailing, [links[f"p{person}@welzijn.example"] for person in range(3, 6)])
        answer(mailing, [links["gerda@waterdam.example"]])
        see_totals(adviser, mailing, round_page)
        extend(adviser)
        close(adviser)
        decide_on_words(adviser)
        release(adviser)
        until(lambda: len(inbox.mails) == 15 + 1 + 13)
        read_report(browser, mailing, to(inbox.mails, "p0@bibliotheek.example")[-1])
    assert mailing.worker.said == ""


def test_a_round_of_too_few_answers_where_mail_is_kept_in_files(keeping: Running, browser: Browser) -> None:
    keeping.do(add_members_of, keeping.adviser.id, "Taalnetwerk Klein", people=6)
    with visiting(browser, keeping.address, DESK) as adviser:
        sign_in(adviser, keeping)
        plan_as_it_begins(adviser, "Taalnetwerk Klein")
        adviser.get_by_role("button", name="Open nu, en nodig 6 mensen uit").click()
        until(lambda: len(keeping.kept()) == 6)
        wait_for(adviser, "6 bewaard als bestanden")
        expect(adviser.locator("main")).to_contain_text("Er is geen mailserver ingesteld.")
        links = [link_in(mail, keeping.address) for mail in keeping.kept()]
        answer(keeping, links[:4])
        adviser.get_by_role("link", name="Ronde nu sluiten").click()
        expect(adviser.locator("main")).to_contain_text("Bij minder dan vijf antwoorden laten we niets zien")
        adviser.get_by_role("button", name="Sluit deze ronde definitief").click()
        expect(adviser.get_by_role("heading", level=2).first).to_have_text("Het rapport is klaar", timeout=PATIENCE)
        expect(adviser.locator("main")).to_contain_text("Te weinig mensen deden mee om iets te laten zien.")
        adviser.get_by_role("link", name="Rapport vrijgeven").click()
        adviser.get_by_role("button", name="Geef vrij en verstuur de mails").click()
        expect(adviser.locator("main")).to_contain_text("Bel twee of drie partners.")
        until(lambda: len(keeping.kept()) == 12)
    kind = [words_of(mail) for mail in keeping.kept() if "is gesloten" in mail["Subject"]]
    assert len(kind) == 6
    assert all("Minder dan vijf mensen hebben de vragenlijst verstuurd." in each for each in kind)
    assert all("Dank je wel" in each for each in kind)
    assert keeping.worker.said == ""


def test_a_quick_scan_by_the_code_of_a_meeting(keeping: Running, browser: Browser) -> None:
    keeping.do(add_members_of, keeping.adviser.id, "Taalnetwerk Snel", people=1)
    with visiting(browser, keeping.address, DESK) as adviser, ExitStack() as room:
        sign_in(adviser, keeping)
        plan_as_it_begins(adviser, "Taalnetwerk Snel", scan=True)
        adviser.get_by_role("button", name="Open nu, en laat de code zien").click()
        wait_for(adviser, "Ronde 1 is open")
        adviser.get_by_role("link", name="Laat het scherm zien").click()
        where, digits = adviser.locator(".where").inner_text(), adviser.locator(".big-digits").inner_text()
        phones = [room.enter_context(visiting(browser, keeping.address, PHONE)) for _ in range(5)]
        for phone in phones:
            join(phone, f"http://{where}", digits)
            send_in(phone, topic="Rollen en taken")
        adviser.reload()
        expect(adviser.locator(".count")).to_have_text("5")
        adviser.get_by_role("link", name="Laat het resultaat zien").click()
        adviser.get_by_role("button", name="Sluit de ronde en laat het resultaat zien").click()
        adviser.get_by_role("link", name="Open het resultaat hier").click(timeout=PATIENCE)
        expect(adviser.locator("main")).to_contain_text("eerder eens")  # words from five, and no topic before ten
        phones[0].reload()
        expect(phones[0].locator("main")).to_contain_text("resultaat")
    assert keeping.worker.said == ""


def add_members_of(app: Flask, adviser_id: UUID, name: str, *, people: int) -> None:
    """Add a network of an adviser, with so many people at its library."""
    with app.app_context(), writing() as session:
        adviser = session.get_one(Account, adviser_id)
        network = networks.add_network(session, adviser=adviser, name=name, province="Utrecht")
        add_members(session, network, "library", people)


def plan_as_it_begins(page: Page, network: str, *, scan: bool = False) -> None:
    """Plan a round as the form begins, or a quick scan by code alone."""
    page.get_by_role("link", name=network).click()
    page.get_by_role("link", name="Naar de ronde").click()
    page.get_by_role("link", name="Plan een ronde").click()
    if scan:
        scans = page.get_by_label("Vragenlijst").get_by_role("option", name=re.compile("^Korte scan"))
        page.get_by_label("Vragenlijst").select_option(label=scans.inner_text())
        page.get_by_label("Niemand krijgt een uitnodiging").check()
    page.get_by_role("button", name="Bewaar dit plan").click()


def join(phone: Page, where: str, digits: str) -> None:
    """Type the address and the six digits of the screen."""
    go(phone, where)
    phone.get_by_label("De zes cijfers").fill(digits)
    phone.get_by_role("button", name="Ga verder").click()
    phone.get_by_role("button", name="Begin").first.click()
    phone.get_by_role("link", name="Begin met de vragen").first.click()


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
    page.get_by_role("link", name="Naar de ronde").click()
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
    page.get_by_role("button", name="Open nu, en nodig 15 mensen uit").click()
    wait_for(page, "Ronde 1 is open")
    expect(page.locator("main")).to_contain_text("15 mensen zijn uitgenodigd.")
    found = re.search("/rondes/([0-9a-f-]{36})/sluiten", page.content())
    assert found is not None
    return UUID(found[1])


def wait_for(page: Page, words: str) -> None:
    """Look at a page until it says something."""

    def says() -> bool:
        page.reload()
        return words in page.inner_text("main")

    until(says)


def check_invitations(running: Running, inbox: Inbox) -> dict[str, str]:
    """Read a mail, and return the link of each person."""
    assert len(set(inbox.recipients)) == 15
    links = {str(mail["To"]): link_in(mail, running.address) for mail in inbox.mails}
    assert len(set(links.values())) == 15
    mail = to(inbox.mails, "p0@bibliotheek.example")[0]
    link = f"{running.address}{links['p0@bibliotheek.example']}"
    plain, html = words_of(mail), words_of(mail, "html")
    assert f"Wat gaat er goed in {NETWORK}, bibliotheek 0? Het duurt " in plain
    assert told(html) == told(plain)
    assert f'href="{link}"' in html
    assert mail["List-Unsubscribe"] == f"<{link}/afmelden>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Reply-To"] == running.adviser.address
    calendar = next(mail.iter_attachments())
    assert str(calendar.get_filename()).endswith(".ics")
    assert calendar.get_content().count("BEGIN:VEVENT") == 2
    return links


def told(text: str) -> list[str]:
    """Return the sentences of a mail, without what makes it a page, and without its addresses."""
    body = re.sub(r"(?s)<head>.*?</head>|<[^>]+>", " ", text)
    plain = re.sub(r"https?://\S+|^- ", " ", body, flags=re.MULTILINE)
    for written, char in (("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
        plain = plain.replace(written, char)
    return re.findall(r"\w+", plain)


def take_part(browser: Browser, running: Running, link: str) -> None:
    """Follow the link of the mail on a phone, tap an answer to every statement, and send in."""
    with visiting(browser, running.address, PHONE) as phone:
        go(phone, link)
        expect(phone.locator("main")).to_contain_text("13.30 uur, Bibliotheek Waterdam")
        phone.get_by_role("link", name="Begin met de vragen").first.click()
        send_in(phone)
        expect(phone.get_by_role("heading", level=1)).to_have_text("Je eigen spiegel")


def send_in(phone: Page, *, topic: str = "") -> None:
    """Tap the second answer of every statement on every page, and the topic of a quick scan, and send in."""
    while not phone.url.endswith("/nakijken"):
        for tile in phone.locator('main input[type=radio][value="4"]').all():
            tile.locator("xpath=..").click()
        if topic and "scan-closing" in phone.url:
            phone.get_by_text(topic, exact=True).click()
        with phone.expect_navigation():
            phone.get_by_role("button", name="Bewaar en ga verder").click()
    phone.get_by_role("button", name="Verstuur mijn antwoorden").click()
    if phone.get_by_role("button", name="Ja, verstuur zo").is_visible():
        phone.get_by_role("button", name="Ja, verstuur zo").click()
    phone.wait_for_url("**/klaar")


def refuse(browser: Browser, running: Running, link: str) -> None:
    with visiting(browser, running.address, PHONE) as phone:
        go(phone, f"{link}/afmelden")
        phone.get_by_role("button", name="Ik doe niet mee").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Je krijgt geen mail meer")


def refuse_by_program(running: Running, link: str) -> None:
    """Do what a mail program does whose reader clicks "unsubscribe"."""
    said = urlencode({"List-Unsubscribe": "One-Click"}).encode()
    with build_opener(ProxyHandler({})).open(f"{running.address}{link}/afmelden", said, timeout=10) as answer:
        assert answer.status == 200


def correct_address(page: Page, running: Running, inbox: Inbox, old: str) -> None:
    """Correct an address by one click and a form; the new invitation has another link, and the old one is dead."""
    page.get_by_role("link", name="Bekijk wie is uitgenodigd").click()
    page.get_by_role("link", name="Verbeter het adres van welzijn 6").click()
    page.get_by_label("E-mailadres").fill("goed@welzijn.example")
    page.get_by_role("button", name="Nodig uit").click()
    expect(page.locator("main")).to_contain_text("welzijn 6 is uitgenodigd.")
    until(lambda: to(inbox.mails, "goed@welzijn.example"))
    new = link_in(to(inbox.mails, "goed@welzijn.example")[0], running.address)
    assert new != old
    assert "Deze link is ingetrokken" in running.do(said_at, old, 404)
    assert NETWORK in running.do(said_at, new)
    page.get_by_role("link", name="Terug naar de ronde").click()


def said_at(app: Flask, link: str, status: int = 200) -> str:
    """Return what somebody reads who opens a link."""
    return PageClient(app).get(link, status).words


def answer(running: Running, links: list[str], texts: tuple[str, ...] = ()) -> None:
    """Have people fill in and send in, each by the own link, the first ones with words that may be in the report."""
    for place, link in enumerate(links):
        said = words(QUESTION, texts[place], share=True) if place < len(texts) else {}
        running.do(send_by, link.removeprefix("/v/"), statements(1 + place % 5) | said)


def send_by(app: Flask, token: str, answers: dict[str, str]) -> None:
    fill_in(PageClient(app), token, answers)


def see_totals(page: Page, running: Running, round_id: UUID) -> None:
    """See how many, an hour later, and nowhere who: the line of who sent in is as that of who did not."""
    running.do(an_hour_passes, round_id)
    page.reload()
    main = page.locator("main")
    expect(main).to_contain_text("11 van de 15 genodigden hebben ingestuurd")
    expect(main.locator("dl.facts div", has_text="Doen niet mee")).to_contain_text("2")
    page.get_by_role("link", name="Bekijk wie is uitgenodigd").click()
    sent, not_sent = (
        page.get_by_role("listitem").filter(has_text=f"p{person}@bibliotheek.example").inner_text() for person in (0, 1)
    )
    assert sent.replace("bibliotheek 0", "x").replace("p0@", "@") == not_sent.replace("bibliotheek 1", "x").replace(
        "p1@", "@"
    )
    page.get_by_role("link", name="Terug naar de ronde").click()


def extend(page: Page) -> None:
    page.get_by_role("link", name="Ronde verlengen").click()
    later = clock.dutch_day(clock.now()) + timedelta(days=28)
    page.get_by_label("Laatste dag om in te vullen").fill(later.isoformat())
    page.get_by_role("button", name="Bewaar de nieuwe data").click()
    expect(page.locator("main")).to_contain_text("Iedereen kan nu invullen tot en met")


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
    page.get_by_role("button", name="Bewaar deze teksten").click()
    expect(page.locator("main")).to_contain_text("4 bekeken, 0 te gaan")
    page.get_by_role("link", name="Naar de ronde").click()


def release(page: Page) -> None:
    page.get_by_role("link", name="Rapport vrijgeven").click()
    page.get_by_role("button", name="Geef vrij en verstuur de mails").click()
    expect(page.locator("main")).to_contain_text("Deelnemers kunnen het rapport nu lezen.")


def read_report(browser: Browser, running: Running, mail: EmailMessage) -> None:
    """Open the report by the mail that says that it is there."""
    with visiting(browser, running.address, PHONE) as phone:
        go(phone, link_in(mail, running.address))
        report = phone.locator("main")
        expect(phone.locator(".cover")).to_contain_text("11 van de ")
        for text in (WORDS[0], WORDS[2], "Vraag het aan de bibliotheek."):
            expect(report).to_contain_text(text)
        for text in ("06-12345678", "De Vries", WORDS[3]):
            expect(report).not_to_contain_text(text)
