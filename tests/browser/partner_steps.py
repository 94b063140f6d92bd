"""What partners do in a round: by the links of their mails, or by the code of a meeting."""

from email.message import EmailMessage
from typing import Final
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser.campaigning import Running, link_in
from tests.browser.visiting import PHONE, go, visiting
from tests.factories import fill_in, statements, words
from tests.pages import PageClient

QUESTION: Final = "op-keep"
#: What four people wrote: one names somebody, one is nothing for a report.
WORDS: Final = (
    "We zien elkaar te weinig.",
    "Vraag het aan mevrouw De Vries, 06-12345678.",
    "Eén loket voor iedereen.",
    "Dit had niemand mogen lezen.",
)


def join(phone: Page, where: str, digits: str) -> None:
    """Type the address and the six digits of the screen."""
    go(phone, where)
    phone.get_by_label("De zes cijfers").fill(digits)
    phone.get_by_role("button", name="Ga verder").click()
    phone.get_by_role("button", name="Begin").first.click()
    phone.get_by_role("link", name="Begin met de vragen").first.click()


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
    onward, tapped = phone.get_by_role("button", name="Bewaar en ga verder"), 0
    onward.wait_for()  # a link just clicked may not have brought its page yet
    while not phone.url.endswith("/nakijken"):
        for tile in phone.locator('main input[type=radio][value="4"]').all():
            tile.locator("xpath=..").click()
            tapped += 1
        if topic and "scan-closing" in phone.url:
            phone.get_by_text(topic, exact=True).click()
        with phone.expect_navigation():
            onward.click()
    assert tapped, "No page of questions had a tile to tap."
    with phone.expect_navigation():
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
