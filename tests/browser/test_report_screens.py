"""The page of a report with every kind of block: fit for everybody, on every screen, in every scheme."""

from collections.abc import Iterator
from time import sleep
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from reports.look import TOKENS
from tests.browser.conftest import Visit as Open
from tests.browser.fit import NARROWEST, PATIENT, Fit, resize, settled
from tests.browser.keyboard import Keyboard
from tests.browser.test_charts import COLOURS, rgb
from tests.browser.trial_reports import DESK, EVERY, PAGES, SAMPLE, TABLET
from tests.browser.visiting import PHONE, draw_all_charts, go, unfold, visiting

SCREENS: Final = (NARROWEST, PHONE, TABLET, DESK)

#: What reaches out of the drawing of a chart or a picture, as texts with the pixels on both sides.
#: Words may reach over the edge by the thin spaces around them.
OUTSIDE: Final = """drawings => drawings.filter((each) => each.getBoundingClientRect().width).flatMap((each) => {
    const room = each.getBoundingClientRect();
    return [...each.querySelectorAll("text")].filter((text) => text.textContent.trim()).flatMap((text) => {
        const box = text.getBoundingClientRect();
        const left = Math.round(box.left - room.left), right = Math.round(room.right - box.right);
        return left < -6 || right < -6 ? [[text.textContent, left, right]] : [];
    });
})"""

#: How far from the left each word of the charts begins, in pixels.
STANDS: Final = "texts => texts.map((text) => Math.round(text.getBoundingClientRect().left))"

#: Tables that are wider than their place, scrolled sideways: how far the captions stand out of it then, in pixels.
CAPTIONS: Final = """regions => regions.filter((each) => each.scrollWidth > each.clientWidth).map((each) => {
    each.scrollLeft = 80;
    const [room, box] = [each, each.querySelector("caption")].map((one) => one.getBoundingClientRect());
    return Math.max(Math.round(room.left - box.left), Math.round(box.right - room.right));
})"""

#: How far each table goes on beyond its place, in pixels.
BEYOND: Final = "regions => regions.map((each) => each.scrollWidth - each.clientWidth)"

#: Of each table: whether it goes on beyond its place, how its edge fades before and after it is scrolled to its end,
#: and how far its first column has gone out of sight then, in pixels. An edge that fades has a mask at 100%.
EDGES: Final = """async (regions) => {
    const look = () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
    const fades = () => regions.map((each) => getComputedStyle(each).maskPosition.startsWith("100%"));
    const before = fades();
    for (const each of regions) each.scrollLeft = 10000;
    await look();
    const after = fades();
    return regions.map((each, place) => [each.scrollWidth > each.clientWidth, before[place], after[place],
        each.getBoundingClientRect().left - each.querySelector("tbody th").getBoundingClientRect().left]);
}"""


@pytest.fixture(scope="module", params=PAGES)
def state(request: pytest.FixtureRequest, browser: Browser, trial: str) -> Iterator[Page]:
    """A page with all its charts, and all its tables unfolded."""
    with visiting(browser, trial) as page:
        go(page, request.param)
        draw_all_charts(page)
        unfold(page)
        yield page


class TestReportPages(Fit):
    """A report with every kind of block, and the public sample."""

    screens = (NARROWEST, "dark"), (PHONE, "light"), (TABLET, "light"), (DESK, "light")

    @pytest.mark.parametrize("size", SCREENS)
    def test_every_word_of_a_drawing_is_within_it(self, state: Page, size: tuple[int, int]) -> None:
        resize(state, size)
        wide = settled(state, "document.documentElement.scrollWidth", lambda wide: wide <= size[0])
        assert wide <= size[0]
        state.wait_for_timeout(300)
        for _ in range(PATIENT):  # charts follow the width a little later
            if not (outside := state.locator(".plot, svg.ties").evaluate_all(OUTSIDE)):
                break
            state.wait_for_timeout(100)
        assert outside == []


@pytest.mark.parametrize("path", PAGES)
def test_words_of_drawings_fit_when_letters_never_come(browser: Browser, trial: str, path: str) -> None:
    with visiting(browser, trial, NARROWEST, loses_connection=True) as page:
        page.route("**/*.woff2", lambda route: route.abort())
        go(page, path)
        draw_all_charts(page)
        unfold(page)
        assert page.locator(".plot, svg.ties").evaluate_all(OUTSIDE) == []


def test_words_of_charts_stand_where_they_should_when_letters_come_late(browser: Browser, trial: str) -> None:
    """A chart is measured once: in the letters that it will have."""

    def answer_late(route: Route) -> None:
        sleep(0.5)
        route.continue_()

    stands = list[list[int]]()
    for is_late in (False, True):
        with visiting(browser, trial, NARROWEST) as page:
            if is_late:
                page.route("**/*.woff2", answer_late)
            go(page, EVERY)
            draw_all_charts(page)
            unfold(page)
            stands.append(page.locator(".plot text").evaluate_all(STANDS))
    assert stands[0] == stands[1]


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_name_as_long_as_a_paragraph_fits(read: Open, size: tuple[int, int]) -> None:
    page = read("/proefrapport/long", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_one_drawing_of_a_map_is_shown_at_a_time(read: Open) -> None:
    page = read()
    for size in SCREENS:
        resize(page, size)
        expect(page.locator("svg.ties:visible")).to_have_count(1)


def test_a_heat_map_is_reached_and_scrolled_by_keyboard(read: Open) -> None:
    page = read(size=NARROWEST)
    keyboard = Keyboard(page)
    keyboard.tab_to("#roles .figure > details > summary")
    keyboard.press("Enter")
    keyboard.tab_to(".scroll:has(.heat)")
    keyboard.press("ArrowRight", 3)
    page.wait_for_timeout(300)
    assert page.locator(".scroll:has(.heat)").evaluate("region => region.scrollLeft") > 0


def test_a_heat_map_of_many_options_shows_them_all_on_a_laptop(read: Open) -> None:
    page = read(SAMPLE, (1280, 800))
    unfold(page)
    heads = page.locator(".heat:has(th:nth-child(9)) thead th:not(:first-child)")
    assert heads.evaluate_all("heads => heads.length && heads.every((each) => each.clientHeight > each.clientWidth)")
    beyond = page.locator(".scroll:has(.heat)").evaluate_all(BEYOND)
    assert max(beyond) <= 1


@pytest.mark.parametrize("size", [NARROWEST, PHONE])
def test_the_caption_of_a_wide_table_stays_in_sight(read: Open, size: tuple[int, int]) -> None:
    page = read(SAMPLE, size)
    unfold(page)
    out = page.locator(".scroll").evaluate_all(CAPTIONS)
    assert len(out) > 5
    assert max(out) <= 1


def test_a_table_that_goes_on_fades_at_its_edge_and_keeps_its_first_column(read: Open) -> None:
    page = read(SAMPLE)
    unfold(page)
    tables = page.locator(".scroll").evaluate_all(EDGES)
    assert {(goes_on, before, after) for goes_on, before, after, _ in tables} == {(True, True, False), (False,) * 3}
    assert max(gone for *_, gone in tables) <= 1


def test_a_table_that_ends_in_sentences_is_cards_on_a_phone(read: Open) -> None:
    page = read(SAMPLE)
    unfold(page)
    everyone = page.get_by_role("region", name="Alle organisaties samen")
    sentences = everyone.locator("td:last-child").evaluate_all("cells => cells.map((cell) => cell.clientWidth)")
    assert sentences
    assert min(sentences) > 300


def test_tables_are_unfolded_by_keyboard_in_the_order_of_the_page(read: Open) -> None:
    page = read(size=DESK)
    keyboard, unfolded = Keyboard(page), list[str]()
    for _ in range(5):
        keyboard.tab_to("details:not([open]) > summary")
        keyboard.press("Enter")
        unfolded.append(page.evaluate("document.activeElement.closest('section')?.id ?? 'downloads'"))
    assert unfolded == ["downloads", "themes", "groups", "statements", "statements"]
    expect(page.locator("#statements details details[open]")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_have_the_colours_of_the_scheme(read: Open, scheme: str) -> None:
    page = read(dark=scheme == "dark")
    draw_all_charts(page)
    fills = {rgb(getattr(TOKENS[token], scheme)) for token in ("disagree", "agree")}
    drawn = set(page.locator("#statements .plot .points path").evaluate_all(COLOURS))
    assert fills <= drawn
    lights = {rgb(TOKENS["agree"].light)}
    assert scheme == "light" or not lights & drawn


def test_bars_have_forced_colours(read: Open) -> None:
    page = read()
    page.emulate_media(forced_colors="active")
    page.reload()
    draw_all_charts(page)
    drawn = set(page.locator("#statements .plot .points path").evaluate_all(COLOURS))
    assert not {rgb(TOKENS[token].light) for token in ("disagree", "agree", "neutral")} & drawn


def test_what_is_coded_is_hatched(read: Open) -> None:
    page = read()
    draw_all_charts(page)
    expect(page.locator("#statements .plot defs pattern")).to_have_count(5)  # of eleven bars


def test_without_script_the_page_says_everything_and_has_no_holes(read: Open) -> None:
    page = read(script=False)
    for figure in page.locator(".figure").all():
        expect(figure.locator(".answer")).to_be_visible()
        expect(figure.locator(".plot")).to_be_hidden()
    expect(page.locator(".heat")).to_be_hidden()
    unfold(page, ".figure > details")
    for figure in page.locator(".figure").all():
        expect(figure.locator(".plot")).to_be_hidden()
    expect(page.locator(".heat")).to_be_visible()
    expect(page.locator("svg.ties:visible")).to_have_count(1)
    expect(page.locator("#relations .key")).to_be_visible()
    expect(page.locator("#themes .key")).to_be_hidden()
    detail = page.locator("#statements .figure").first
    expect(detail.locator(".how")).to_be_hidden()  # it speaks of the drawing
    expect(detail).to_contain_text("Bekijk meer hierover", use_inner_text=True)
    expect(detail).not_to_contain_text("Bekijk de figuur", use_inner_text=True)
    expect(detail).to_contain_text("Zonder script staat hier geen figuur.", use_inner_text=True)
    page.locator("#statements details details > summary").first.click()
    expect(page.locator("#statements table").first).to_be_visible()


def test_tables_are_open_when_the_library_does_not_arrive(browser: Browser, trial: str) -> None:
    with visiting(browser, trial, loses_connection=True) as page:
        page.route("**/plotly-cartesian*", lambda route: route.abort())
        go(page, EVERY)
        expect(page.locator("#themes table")).to_be_visible()
        expect(page.locator("#statements table").first).to_be_visible()
        expect(page.locator(".plot:visible")).to_have_count(0)


def test_a_chart_is_drawn_when_it_comes_into_view(read: Open) -> None:
    page = read(size=PHONE)
    far = page.locator("#statements .plot")
    unfold(page, "#statements .figure > details")
    page.evaluate("scrollTo(0, 0)")
    page.reload()
    page.locator("#statements").scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    expect(far.locator("svg")).to_have_count(0)

    unfold(page, "#statements .figure > details")
    before = height(page.locator("main"))
    far.scroll_into_view_if_needed()
    far.locator("svg.main-svg").first.wait_for()
    assert height(page.locator("main")) == before


def test_what_is_folded_on_a_phone_is_open_where_there_is_room(read: Open) -> None:
    page = read()
    folded = page.locator("details.long:not([open])")
    expect(folded).to_have_count(page.locator("details.long").count())
    expect(page.locator(":is(#themes, #groups) .plot:visible")).to_have_count(2)
    expect(page.locator("#statements .plot:visible")).to_have_count(0)
    expect(read(size=DESK).locator("details.long:not([open])")).to_have_count(0)


def test_a_whole_report_on_a_phone_is_short_enough_to_scroll_through(read: Open) -> None:
    page = read(SAMPLE)
    assert height(page.locator("body")) < 22_000  # 30 screens


@pytest.mark.parametrize("script", [True, False])
def test_an_address_within_a_folded_part_opens_it(read: Open, script: bool) -> None:
    page = read(script=script)
    inside = page.locator("#statements .plot")
    expect(inside).to_be_hidden()
    address = inside.get_attribute("id")
    page.goto("about:blank")
    go(page, f"{EVERY}#{address}")
    fold = page.locator("#statements .figure > details").first
    expect(fold).to_have_attribute("open", "")
    if script:  # without it there is no chart to go to
        expect(fold).to_be_in_viewport()


def test_a_link_within_the_page_opens_what_it_leads_to(read: Open) -> None:
    page = read()
    page.evaluate("location.hash = document.querySelector('#statements .answer').id")
    expect(page.locator("#statements .figure > details").first).to_have_attribute("open", "")


@pytest.mark.parametrize("script", [True, False])
def test_the_contents_stay_within_reach_on_a_phone(read: Open, script: bool) -> None:
    page = read(script=script)
    back = page.get_by_role("link", name="Inhoud", exact=True)
    for section in ("#themes", "#roles", "#actions"):
        page.locator(section).scroll_into_view_if_needed()
        expect(back).to_be_in_viewport(ratio=1)
    back.click()
    expect(page.locator(".toc")).to_be_in_viewport()
    expect(read(size=DESK, script=script).get_by_role("link", name="Inhoud", exact=True)).to_be_hidden()


def test_what_has_the_focus_is_never_behind_the_way_to_the_contents(read: Open) -> None:
    page = read()
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden = page.evaluate("""() => {
            const back = document.querySelector(".to-contents a");
            const [box, over] = [document.activeElement, back].map((each) => each.getBoundingClientRect());
            const apart = box.bottom <= over.top || box.top >= over.bottom || box.right <= over.left;
            return document.activeElement.closest("main") && document.activeElement !== back && !apart;
        }""")
        assert not hidden, page.evaluate("document.activeElement.outerHTML")


def height(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["height"]
