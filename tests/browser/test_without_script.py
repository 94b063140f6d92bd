"""Nobody needs script: a partner answers, sends in, erases and reads the report without it."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.running import Site
from tests.browser.states import send_with_gaps
from tests.browser.visiting import go, unfold
from tests.factories import the_questionnaire
from tests.joining import make_code


def test_a_partner_fills_in_and_erases_without_script(visit: Visit, site: Site) -> None:
    page, link = visit(script=False), site.fresh_link()
    go(page, link)
    page.get_by_role("link", name="Begin met de vragen").first.click()
    for number, questions in enumerate(the_questionnaire().pages):
        expect(page.get_by_role("heading", level=1)).to_have_text(questions.title.in_language("nl"))
        page.locator(".tiles").first.locator(".tile").nth(number % 5).click()
        page.get_by_role("button", name="Bewaar en ga verder").click()
    send_with_gaps(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Je eigen spiegel")
    erase(page)


def erase(page: Page) -> None:
    question = page.get_by_role("heading", name="Wil je al je antwoorden wissen?")
    expect(question).to_be_hidden()
    page.locator("summary", has_text="Wis mijn antwoorden").click()
    expect(question).to_be_visible()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.locator(".notice[role=status]")).to_contain_text("Alles is gewist")


def test_somebody_in_a_meeting_joins_by_qr_without_script(visit: Visit, site: Site) -> None:
    page, code = visit(script=False), site.do(make_code, site.open)
    go(page, f"/meedoen/{code.token}")
    expect(page.get_by_text("Laat dit veld leeg").first).not_to_be_in_viewport(ratio=0.01)
    page.get_by_role("button", name="Begin").first.click()
    page.get_by_role("link", name="Begin met de vragen").first.click()
    page.locator(".tile").first.click()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    link = page.url.rsplit("/", 1)[0]

    go(page, "/meedoen")
    page.get_by_label("De zes cijfers").fill(f"{code.digits[:3]} {code.digits[3:]}")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ga verder met mijn antwoorden").first.click()

    expect(page.get_by_role("heading", name="Je antwoorden staan klaar")).to_be_visible()
    assert page.url == link


def test_switching_language_keeps_what_was_chosen_without_script(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    go(page, f"{site.fresh_link()}/roles")
    page.locator('[name="ro-1"][value="4"]').check()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Roles and tasks")
    expect(page.locator('[name="ro-1"][value="4"]')).to_be_checked()


def test_a_report_is_complete_without_script(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    go(page, site.published.report)
    expect(page.locator(".striking li").first).to_be_visible()
    for figure in page.locator(".figure", has=page.locator(".plot")).all():
        expect(figure.locator(".answer")).to_be_visible()
        for summary in figure.locator("summary").all():
            summary.click()
        expect(figure.locator("table").first).to_be_visible()
        expect(figure.locator(".plot")).to_be_hidden()


def test_no_space_is_kept_for_charts_that_are_not_drawn(visit: Visit, site: Site) -> None:
    page = visit(script=False)
    go(page, site.published.report)
    unfold(page, ".figure > details")
    for figure in page.locator(".figure", has=page.locator(".plot")).all():
        parts = figure.locator(".answer, .how, .unfolds, noscript p, details:not(:has(.plot))").all()
        said = [part for part in parts if part.is_visible()]
        assert len(said) >= 3
        assert height(figure) - sum(map(height, said)) < 110, "There is an empty space in a figure."


def height(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["height"]
