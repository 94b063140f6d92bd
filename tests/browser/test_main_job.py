"""The whole main job as one partner lives it: on a phone, by keyboard alone, from the invitation to the PDF."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.documents import check_accessible, check_with_qpdf, pdf_lines
from tests.browser.keyboard import Keyboard
from tests.browser.running import MEMBERS, Site, answer_all
from tests.browser.visiting import draw_all_charts, go
from tests.factories import OpenRound, make_round, the_questionnaire

NETWORK = "Taalnetwerk Waterdam"
WORDS = "Eén loket, waar iedereen naar doorstuurt."
#: Which answer to choose on the statements of a page; the last one is "weet ik niet".
PLACES = (4, 3, 0, 2, 5)


def test_a_partner_fills_in_by_keyboard_and_downloads_the_report(page: Page, site: Site, tmp_path: Path) -> None:
    opened = site.do(make_round, MEMBERS, name=NETWORK)
    site.do(answer_all, opened, but=1)
    link = f"/v/{opened.tokens[-1]}"
    keyboard = Keyboard(page)

    fill_in(keyboard, link)
    check_and_send(keyboard, link)
    see_own_mirror(page)

    close(site, opened)
    read_report(keyboard, link, opened.report)
    pdf = download_pdf(keyboard, tmp_path / "rapport.pdf")
    open_tables(keyboard)

    check_with_qpdf(pdf)
    check_accessible(pdf, title=page.title().removesuffix(" | Netwerkspiegel"), language="nl")
    check_same_numbers(page, pdf)


def fill_in(keyboard: Keyboard, link: str) -> None:
    pages = the_questionnaire().pages
    go(keyboard.page, link)
    keyboard.follow("a.button", to=f"{link}/{pages[0].id}")
    for page, after in zip(pages, [*(page.id for page in pages[1:]), "nakijken"], strict=True):
        keyboard.answer(page, PLACES, WORDS)
        keyboard.follow('button[value="next"]', to=f"{link}/{after}")
        expect(keyboard.page.locator(".saved")).to_contain_text("Bewaard om")


def check_and_send(keyboard: Keyboard, link: str) -> None:
    main = keyboard.page.locator("main")
    expect(main).to_contain_text("Je hebt 40 van de 40 stellingen beantwoord.")
    expect(main).to_contain_text(f"{WORDS} (mag in het rapport)")
    keyboard.follow('button[value="send"]', to=f"{link}/klaar")


def see_own_mirror(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Je eigen spiegel")
    theme = page.locator(".mirror-theme").first.locator("dd")
    expect(theme).to_have_text(["helemaal eens", "eens", "helemaal oneens", "niet eens, niet oneens", "weet ik niet"])


def close(site: Site, opened: OpenRound) -> None:
    said = site.flask("round", "close", NETWORK, "--yes")
    assert f"{site.address}{opened.report}" in said


def read_report(keyboard: Keyboard, link: str, report: str) -> None:
    page = keyboard.page
    go(page, link)
    assert page.url.split("?")[0].endswith(report), "The personal link does not lead to the report."
    expect(page.locator(".cover")).to_contain_text("24 van de 24 mensen")
    draw_all_charts(page)
    assert page.locator(".plot").count() >= 2
    expect(page.locator(".modebar, .modebar-btn")).to_have_count(0)
    assert "share chart" not in page.content().lower()


def download_pdf(keyboard: Keyboard, path: Path) -> Path:
    go(keyboard.page, keyboard.page.url)
    keyboard.tab_to('a[href*="rapport.pdf"]')
    with keyboard.page.expect_download() as download:
        keyboard.press("Enter")
    assert re.fullmatch(r"taalnetwerk-waterdam-[\d-]+-rapport-deelnemers-nl\.pdf", download.value.suggested_filename)
    download.value.save_as(path)
    return path


def open_tables(keyboard: Keyboard) -> None:
    for figure in keyboard.page.locator(".figure", has=keyboard.page.locator(".plot")).all():
        table = figure.locator("table").first
        while not table.is_visible():
            keyboard.tab_to(".figure details:not([open]) > summary")
            keyboard.press("Enter")


def check_same_numbers(page: Page, pdf: Path) -> None:
    """Look for the averages of the page in the PDF; every other number is compared in ``tests/every_form``."""
    averages = page.locator(":is(#themes, #trend, #groups) figure table tbody tr").all()
    rows, lines = [" ".join(row.inner_text().split()) for row in averages], pdf_lines(pdf)
    assert len(rows) >= 16
    assert [row for row in rows if row not in lines] == [], "The tables of the PDF are not those of the page."
