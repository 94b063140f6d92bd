"""To the check and back: a page is saved on the way there, and a link to an open question shows that question."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.visiting import PHONE, go


@pytest.mark.parametrize("script", [True, False])
def test_a_page_is_saved_on_the_way_to_the_check(visit: Visit, site: Site, *, script: bool) -> None:
    page, link = visit(script=script), site.fresh_link()
    go(page, f"{link}/roles")
    page.locator(".tile").first.click()

    page.get_by_role("button", name="Bewaar en kijk na").click()

    page.wait_for_url("**/nakijken")
    expect(page.locator("main")).to_contain_text("Je hebt 1 van de 40 stellingen beantwoord.")


def test_a_link_to_an_open_question_brings_its_words_into_view(visit: Visit, site: Site) -> None:
    page = visit(PHONE)
    go(page, f"{site.fresh_link()}/nakijken")
    page.locator(".row summary").nth(1).click()
    link = page.locator(".row details[open] a").nth(3)
    words = link.inner_text()

    link.click()

    page.wait_for_url("**/roles#ro-4")
    expect(page.locator("legend", has_text=words)).to_be_in_viewport(ratio=1)
