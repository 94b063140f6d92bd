"""Pages over many networks: choices are kept by keyboard, charts and tables become pictures, paper shows all of it."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.fit import Fit
from tests.browser.own_networks import add_region, enter_as
from tests.browser.picturing import is_said, kept_as_picture, said_on
from tests.browser.running import Site
from tests.browser.staff_states import enter
from tests.browser.visiting import PHONE, go, visiting
from tests.dashboards import add_stood_of_midden

LAPTOP: Final = (1280, 800)
BOARDS: Final = {
    "/overzicht": 1,
    "/vergelijken?wie=&onderwerp=roles": 2,
    "/ontwikkeling?wie=": 1,
    "/bibliotheek-en-welzijn?wie=": 2,
    "/inzet-rollen-bereik?wie=": 1,
}
#: The blue-green of the project, as a picture has it.
ACCENT: Final = (11, 95, 102)

#: Whether the cell that has the focus lies wholly between the names and the edge of its table.
CLEAR = """() => {
    const [cell, room] = [document.activeElement, document.activeElement.closest(".scroll")];
    const name = cell.parentElement.firstElementChild;
    const [before, box, edge] = [name, cell, room].map((each) => each.getBoundingClientRect());
    return box.left >= before.right - 1 && box.right <= edge.right + 1;
}"""


@pytest.fixture(scope="module", autouse=True)
def _stood(site: Site) -> None:
    site.do(
        add_stood_of_midden,
        site.world,
        {"Taalnetwerk Dijk en Duin": "large", "Taalpunt Zuid": "divided", "Noordrand": "small"},
    )


@pytest.fixture(scope="module", params=BOARDS)
def state(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """A page over networks that have published; the tests of ``Fit`` share it."""
    with visiting(browser, site.address) as page:
        enter(page, site, "adviser")
        go(page, request.param)
        for summary in page.locator(".keep-or-share summary").all():
            summary.click()
        yield page


class TestBoards(Fit):
    """Every page over networks, with what keeps and shares a choice unfolded."""


@pytest.fixture
def laptop(visit: Visit, site: Site) -> Page:
    page = visit(LAPTOP)
    enter(page, site, "adviser")
    return page


def pictures(page: Page) -> list[tuple[str, Image.Image]]:
    """Press every button for a picture and return the files."""
    found: list[tuple[str, Image.Image]] = []
    for button in page.get_by_role("button", name=re.compile("Download als PNG")).all():
        file = kept_as_picture(page, button)
        found.append((file.suggested_filename, Image.open(BytesIO(Path(file.path()).read_bytes())).convert("RGB")))
    return found


@pytest.mark.parametrize("address", BOARDS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_chart_and_table_becomes_a_picture(
    visit: Visit, site: Site, address: str, dark: bool, tmp_path: Path
) -> None:
    page = visit(LAPTOP, dark=dark)
    enter(page, site, "adviser")
    go(page, address)

    found = pictures(page)

    assert len(found) >= BOARDS[address]
    for number, (name, picture) in enumerate(found):
        picture.save(tmp_path / f"{number}.png")
        assert re.fullmatch(r"[a-z0-9-]+-\d{4}-\d\d-\d\d\.png", name)
        assert picture.width >= 960
        assert picture.height >= 200
        tones = picture.convert("L").histogram()
        assert picture.getpixel((2, 2)) == (255, 255, 255), "A picture is light, whatever the screen is."
        assert sum(tones[220:]) > 0.5 * sum(tones), "A picture is light, whatever the screen is."
        assert sum(tones[:100]) > 2000, "There is nothing on it."


def test_a_chart_in_a_picture_has_its_marks(laptop: Page) -> None:
    go(laptop, "/vergelijken?wie=&onderwerp=roles")

    charts = [picture for name, picture in pictures(laptop) if not name.startswith("netwerken-vergelijken")]

    (chart,) = charts
    assert chart.width == 2 * (960 + 56)
    assert sum(count for count, colour in chart.getcolors(1 << 24) or [] if colour == ACCENT) > 200


@pytest.mark.parametrize("address", [*BOARDS, "/regio", "/kaart?wie="])
def test_a_picture_says_what_it_is_of_and_how_to_read_it(laptop: Page, address: str) -> None:
    go(laptop, address)
    source = json.loads(laptop.locator("#picture-words").inner_text())["source"]
    told = laptop.locator("[data-pictured='']:not(main section *)").all_text_contents()

    for button in laptop.get_by_role("button", name=re.compile("Download als PNG")).all():
        written = said_on(laptop, button)
        what = (button.locator(".sr").text_content() or "").removeprefix(": ")
        assert is_said(what, written), what
        assert [each for each in (*told, source) if not is_said(each, written)] == []


#: By the page and by what stands on the button: words of the notes of its own, and of notes of what is beside it.
NOTES: Final = {
    ("/inzet-rollen-bereik?wie=", "zin is gekozen"): (["bij meer zinnen meetellen"], ["zeggen dit zelf"]),
    ("/inzet-rollen-bereik?wie=", "taak zo is verdeeld"): (
        ["Organisaties zeggen dit zelf", "daar vulden genoeg organisaties dit in"],
        ["kan dubbel zijn geteld", "bij meer zinnen meetellen"],
    ),
    ("/inzet-rollen-bereik?wie=", "Deze netwerken samen"): (
        ["Een mens kan dubbel zijn geteld", "kan dus lager zijn", "‘Minstens’ betekent"],
        ["Organisaties zeggen dit zelf"],
    ),
    ("/bibliotheek-en-welzijn?wie=", "in cijfers"): (["gemiddelde van één groep"], ["Dit zeggen organisaties zelf"]),
    ("/bibliotheek-en-welzijn?wie=", "zelf zeggen"): (["Dit zeggen organisaties zelf"], ["gemiddelde van één groep"]),
    ("/vergelijken?wie=&onderwerp=roles", "en onderwerpen"): (
        ["Hoe donkerder, hoe hoger", "Een streepjesrand", "geen ranglijst"],
        ["middelste helft"],
    ),
    ("/vergelijken?wie=&onderwerp=roles", "Rollen en taken"): (
        ["middelste helft", "geen ranglijst"],
        ["Hoe donkerder", "Een streepjesrand"],
    ),
    ("/regio", ""): (["Alleen voor wie het rapport van elk van deze netwerken mag lezen"], ["bij meer zinnen"]),
}


@pytest.mark.parametrize(("address", "what"), NOTES)
def test_a_picture_carries_the_notes_of_its_own_figure_only(laptop: Page, address: str, what: str) -> None:
    own, others = NOTES[address, what]
    go(laptop, address)
    page = laptop.locator("main").inner_text()

    buttons = laptop.get_by_role("button", name=re.compile(f"Download als PNG.*{what}"))
    written = said_on(laptop, buttons.first)

    assert [each for each in (*own, *others) if not is_said(each, page)] == [], "These words are not on the page."
    assert [each for each in own if not is_said(each, written)] == []
    assert [each for each in others if is_said(each, written)] == []


def test_a_picture_of_a_chart_says_how_its_figure_is_read(laptop: Page) -> None:
    go(laptop, "/vergelijken?wie=&onderwerp=roles")
    figure = laptop.locator("figure", has=laptop.locator("script[data-chart]"))
    how = figure.locator(".how").text_content() or ""
    keys = figure.locator(".key li").all_text_contents()

    written = said_on(laptop, figure.get_by_role("button", name=re.compile("Download als PNG")))

    assert how.strip()
    assert [each for each in (how, *keys) if not is_said(each, written)] == []


def test_a_figure_that_is_not_known_precisely_has_its_dashed_edge_in_a_picture(laptop: Page) -> None:
    go(laptop, "/vergelijken?wie=")
    coded = laptop.locator("td.coded").count()

    said_on(laptop, laptop.get_by_role("button", name=re.compile("Download als PNG")).first)

    assert coded >= 1
    assert laptop.evaluate("window.dashed") == coded


def test_a_cell_that_has_the_focus_is_clear_of_the_names_on_a_phone(visit: Visit, site: Site) -> None:
    phone = visit(PHONE)
    enter(phone, site, "adviser")
    go(phone, "/vergelijken")
    cells = phone.locator("table.networks tbody tr").first.locator("td[data-says]")
    cells.first.focus()
    for key in ["ArrowRight"] * cells.count() + ["ArrowLeft"] * cells.count():
        phone.keyboard.press(key)
        assert phone.evaluate(CLEAR), key


def test_a_choice_is_kept_and_opened_by_keyboard(laptop: Page) -> None:
    go(laptop, "/vergelijken?wie=&provincie=PV26")
    keep = laptop.locator("summary", has_text="Bewaar deze keuze")
    keep.focus()
    laptop.keyboard.press("Enter")
    laptop.keyboard.press("Tab")
    laptop.keyboard.type("Utrecht, alles")
    laptop.keyboard.press("Enter")
    expect(laptop.get_by_role("status").first).to_contain_text("Bewaard als ‘Utrecht, alles’.")

    go(laptop, "/ontwikkeling")
    link = laptop.get_by_role("navigation", name="Bewaarde keuzes").get_by_role("link", name="Utrecht, alles")
    link.focus()
    laptop.keyboard.press("Enter")

    laptop.wait_for_url("**/vergelijken?wie=&provincie=PV26")
    expect(laptop.locator(".kept-views [aria-current]")).to_contain_text("Utrecht, alles")


def test_what_is_ticked_goes_along_to_a_topic_to_other_choices_and_back(visit: Visit, site: Site) -> None:
    page = visit(LAPTOP)
    names = ["Taalnetwerk Uiterwaard", "Taalnetwerk Zomerdijk"]
    enter_as(page, site, site.do(add_region, "Taalsteun Vinkjes", dict.fromkeys([*names, "Winterdijk"], "small")))
    boxes = [page.get_by_role("checkbox", name=name) for name in names]
    go(page, "/vergelijken")
    for box in boxes:
        box.check()

    with page.expect_navigation():
        page.locator("#onderwerp .chips a").nth(1).click()
    page.get_by_label("Van wie").select_option(index=1)
    with page.expect_navigation():
        page.get_by_role("button", name="Toon").first.click()
    for box in boxes:
        expect(box).to_be_checked()
    with page.expect_navigation():
        page.get_by_role("button", name="naast elkaar").click()
    expect(page.locator("table.networks tbody tr")).to_have_count(2)
    with page.expect_navigation():
        page.get_by_role("link", name="Terug naar alle netwerken").click()

    for box in boxes:
        expect(box).to_be_checked()


def test_the_link_is_copied_and_said(laptop: Page) -> None:
    laptop.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(laptop, "/vergelijken?wie=&grootte=klein")
    laptop.locator("summary", has_text="Koppeling naar deze keuze").click()
    laptop.get_by_role("button", name="Kopieer de koppeling").click()

    expect(laptop.locator("#copy-told")).to_have_text("Gekopieerd.")
    assert laptop.evaluate("navigator.clipboard.readText()").endswith("/vergelijken?wie=&grootte=klein")


def test_without_script_there_is_no_button_that_does_nothing(visit: Visit, site: Site) -> None:
    page = visit(PHONE, script=False)
    enter(page, site, "adviser")
    go(page, "/vergelijken?wie=&onderwerp=roles")

    expect(page.get_by_role("button", name=re.compile("PNG|Kopieer"))).to_have_count(0)
    page.locator("summary", has_text="Koppeling naar deze keuze").click()
    expect(page.locator("#link-here")).to_have_value(re.compile("onderwerp=roles$"))


@pytest.mark.parametrize("address", BOARDS)
def test_on_paper_stands_what_was_chosen_and_no_button(laptop: Page, address: str) -> None:
    go(laptop, address)
    laptop.emulate_media(media="print")

    expect(laptop.locator(".on-paper")).to_be_visible()
    for button in laptop.locator("button, select, .boards, .found").all():
        expect(button).to_be_hidden()
