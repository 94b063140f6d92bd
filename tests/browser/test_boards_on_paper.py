"""Pages over many networks as a browser prints them, and on a wall: what belongs together stands together."""

import subprocess
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.own_networks import add_region, enter_as
from tests.browser.running import Site
from tests.browser.staff_states import enter
from tests.browser.visiting import go
from tests.dashboards import add_stood_of_midden

#: Which networks are laid side by side: as an adviser ticks them.
_TICKED: Final = "boxes => boxes.map((box) => `netwerk=${box.value}`)"
#: Of each chart: where its scale begins and how long it is.
_SCALES: Final = "plots => plots.map((plot) => plot._fullLayout.xaxis).map((axis) => [axis._offset, axis._length])"


@pytest.fixture(scope="module", autouse=True)
def _stood(site: Site) -> None:
    site.do(add_stood_of_midden, site.world, {"Dijk": "large", "Duin": "divided", "Plas": "small"})


@pytest.fixture
def wall(visit: Visit, site: Site) -> Page:
    page = visit((1920, 1080))
    enter(page, site, "adviser")
    return page


def printed(page: Page, folder: Path) -> list[str]:
    """Print, and return the words of each sheet of paper, with one space between them."""
    paper = folder / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    done = subprocess.run(["pdftotext", "-raw", paper, "-"], capture_output=True, text=True, check=True)
    return [" ".join(sheet.split()) for sheet in done.stdout.split("\f") if sheet.strip()]


def lay_three_side_by_side(page: Page) -> None:
    go(page, "/vergelijken?wie=")
    chosen = page.locator("input[name=netwerk]").evaluate_all(_TICKED)[:3]
    go(page, f"/vergelijken/naast-elkaar?{'&'.join(chosen)}")


def test_a_heading_and_its_notes_stand_with_their_table(wall: Page, tmp_path: Path) -> None:
    go(wall, "/inzet-rollen-bereik?wie=")
    sections = wall.locator("main section:has(table)")
    starts = [
        (section.locator("h2").inner_text(), section.locator("tbody tr").last.locator("th, td").first.inner_text())
        for section in sections.all()
    ]

    sheets = printed(wall, tmp_path)

    assert len(starts) == 4
    for heading, last in starts:
        (sheet,) = [each for each in sheets if f"{heading} " in each]
        assert last in sheet.split(f"{heading} ")[1], heading
    assert not [sheet for sheet in sheets if sheet.endswith(tuple(heading for heading, _ in starts))]


def test_charts_of_few_networks_share_a_sheet(wall: Page, tmp_path: Path) -> None:
    lay_three_side_by_side(wall)
    answers = [" ".join(each.split()) for each in wall.locator("figure .answer").all_inner_texts()]
    topics = [each.split(":")[0] + ":" for each in answers]

    sheets = printed(wall, tmp_path)

    of_charts = [number for sheet in sheets if (number := sum(topic in sheet for topic in topics))]
    assert sum(of_charts) == len(topics)
    assert min(of_charts) >= 2
    assert max(of_charts) == 4


@pytest.mark.parametrize(
    ("address", "heading"),
    [("/vergelijken?wie=", "Eén onderwerp"), ("/kaart?wie=", "Vergelijk de netwerken van één provincie")],
)
def test_what_is_for_the_screen_leaves_no_heading_on_paper(wall: Page, address: str, heading: str) -> None:
    go(wall, address)
    title = wall.get_by_role("heading", name=heading)
    expect(title).to_be_visible()

    wall.emulate_media(media="print")

    expect(wall.locator("h2", has_text=heading)).to_be_hidden()


def test_a_heading_with_its_chart_stays_on_paper(wall: Page) -> None:
    go(wall, "/vergelijken?wie=&onderwerp=roles")
    wall.emulate_media(media="print")

    expect(wall.locator("#onderwerp h2")).to_be_visible()
    expect(wall.locator("p", has_text="Hoe donkerder, hoe hoger")).to_be_hidden()


@pytest.mark.parametrize(("support", "many", "parts"), [("Taalsteun Weinig", 5, 1), ("Taalsteun Veel", 27, 3)])
def test_a_topic_begins_on_the_first_sheet_and_no_row_is_cut(
    visit: Visit, site: Site, tmp_path: Path, support: str, many: int, parts: int
) -> None:
    names = [f"Taalnetwerk {support[10:]} {place:02}" for place in range(many)]
    page = visit((1280, 800))
    enter_as(page, site, site.do(add_region, support, dict.fromkeys(names, "small")))
    go(page, "/vergelijken?onderwerp=roles")
    plot = page.locator("#onderwerp .plot")
    plot.scroll_into_view_if_needed()
    expect(plot.locator(".main-svg").first).to_be_visible()

    sheets = printed(page, tmp_path)

    assert "Eén onderwerp" in sheets[0]
    assert names[0] in sheets[0]
    assert "Netwerken en onderwerpen" not in sheets[0]
    whole = " ".join(sheets)
    assert [whole.count(name) for name in names] == [2] * many, "In the chart and in its table."
    assert whole.count("helemaal oneens") == parts
    expect(plot.locator(".main-svg").first).to_be_visible()
    expect(plot.locator(".sheet")).to_have_count(0)


def test_on_a_wall_two_charts_stand_abreast_with_one_scale(wall: Page) -> None:
    lay_three_side_by_side(wall)
    plots = wall.locator(".abreast .plot")
    for plot in plots.all():
        plot.scroll_into_view_if_needed()
        expect(plot.locator(".main-svg").first).to_be_visible()

    first, second = (plots.nth(place).bounding_box() for place in (0, 1))
    assert first
    assert second
    assert first["x"] + first["width"] < second["x"]
    scales = plots.evaluate_all(_SCALES)
    assert len(scales) > 2
    assert [scale for scale in scales if scale != scales[0]] == []
