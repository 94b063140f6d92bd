"""Whole rounds as people live them: adviser, partners, the server, the worker, and mail that really goes.

Nothing here depends on the hour: reminders do, and are tried with a clock of their own (test_reminding).
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from survey.database import writing
from survey.models import Account
from survey.services import networks
from tests.browser.adviser_steps import (
    NETWORK,
    PATIENCE,
    close,
    decide_on_words,
    extend,
    make_network,
    open_round,
    plan,
    plan_as_it_begins,
    press,
    release,
    until,
    wait_for,
    write_invitation,
)
from tests.browser.campaigning import DESK, Running, an_hour_passes, installed, link_in, sign_in, to
from tests.browser.partner_steps import (
    WORDS,
    answer,
    join,
    read_report,
    refuse,
    refuse_by_program,
    said_at,
    send_in,
    take_part,
)
from tests.browser.visiting import PHONE, visiting
from tests.factories import add_members
from tests.mail_server import Inbox, receiving, words_of


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
        until(lambda: len(mailing.to_partners(inbox.mails)) == 15)
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
        until(lambda: len(mailing.to_partners(inbox.mails)) == 15 + 1 + 13)
        read_report(browser, mailing, to(inbox.mails, "p0@bibliotheek.example")[-1])
    assert mailing.worker.said == ""


def test_a_round_of_too_few_answers_where_mail_is_kept_in_files(keeping: Running, browser: Browser) -> None:
    keeping.do(add_members_of, keeping.adviser.id, "Taalnetwerk Klein", people=6)
    with visiting(browser, keeping.address, DESK) as adviser:
        sign_in(adviser, keeping)
        plan_as_it_begins(adviser, "Taalnetwerk Klein")
        press(adviser, "Open nu, en nodig 6 mensen uit")
        until(lambda: len(keeping.kept()) == 6)
        wait_for(adviser, "6 bewaard als bestanden")
        expect(adviser.locator("main")).to_contain_text("Er is geen mailserver ingesteld.")
        links = [link_in(mail, keeping.address) for mail in keeping.kept()]
        answer(keeping, links[:4])
        adviser.get_by_role("link", name="Ronde nu sluiten").click()
        expect(adviser.locator("main")).to_contain_text("Bij minder dan vijf antwoorden laten we geen uitkomsten zien")
        adviser.get_by_role("button", name="Sluit deze ronde definitief").click()
        expect(adviser.get_by_role("heading", level=2).first).to_have_text("Het rapport is klaar", timeout=PATIENCE)
        expect(adviser.locator("main")).to_contain_text("Te weinig mensen deden mee om iets te laten zien.")
        adviser.get_by_role("link", name="Rapport vrijgeven").click()
        adviser.get_by_role("button", name="Geef vrij en verstuur de mails").click()
        expect(adviser.locator("main")).to_contain_text("Bel twee of drie partners.")
        until(lambda: len(keeping.kept()) == 12)
    kind = [words_of(mail) for mail in keeping.kept() if "is gesloten" in mail["Subject"]]
    assert len(kind) == 6
    assert all("Er kwamen te weinig antwoorden binnen om iets te laten zien." in each for each in kind)
    assert all("Dank je wel" in each for each in kind)
    assert keeping.worker.said == ""


def test_a_quick_scan_by_the_code_of_a_meeting(keeping: Running, browser: Browser) -> None:
    keeping.do(add_members_of, keeping.adviser.id, "Taalnetwerk Snel", people=1)
    with visiting(browser, keeping.address, DESK) as adviser, ExitStack() as room:
        sign_in(adviser, keeping)
        plan_as_it_begins(adviser, "Taalnetwerk Snel", scan=True)
        press(adviser, "Open nu, en laat de code zien")
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


def check_invitations(running: Running, inbox: Inbox) -> dict[str, str]:
    """Read a mail, and return the link of each person."""
    links = {str(mail["To"]): link_in(mail, running.address) for mail in running.to_partners(inbox.mails)}
    assert (len(links), len(set(links.values()))) == (15, 15)
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
    expect(page.get_by_role("link", name="Bekijk wie is uitgenodigd")).to_be_visible()


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
