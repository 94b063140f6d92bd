"""The preview in a real browser: every type of question fit for everybody, and conditions that follow the answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from questionnaires.catalogue import load
from survey.preview import create_preview
from tests.browser.running import ROOT
from tests.browser.test_accessibility import NARROWEST, resize, violations
from tests.browser.visiting import PHONE, go, visiting
from tests.browser.whole_answers import read_whole
from tests.definitions import write
from tests.factories import make_config

PROFILE: Final = ROOT / "questionnaires" / "organisatieprofiel.yaml"
PAGES: Final = [page.id for page in load(PROFILE).pages]

Open = Callable[[Path], Page]


@pytest.fixture
def preview(browser: Browser, collected_assets: None, tmp_path: Path) -> Iterator[Open]:
    """Open a file's preview on a phone."""
    with _previews(browser, tmp_path) as begin:
        yield begin


@contextmanager
def _previews(browser: Browser, folder: Path) -> Iterator[Open]:
    servers: list[Any] = []
    visitors: list[Any] = []

    def begin(path: Path, *, script: bool = True) -> Page:
        app = read_whole(create_preview(path, make_config("sqlite://", folder)).wsgi_app)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        visitor = visiting(browser, f"http://127.0.0.1:{server.server_port}", script=script)
        visitors.append(visitor)
        page = visitor.__enter__()
        go(page, "/")
        return page

    try:
        yield begin
    finally:
        for visitor in visitors:
            visitor.__exit__(None, None, None)
        for server in servers:
            server.shutdown()
            server.server_close()


@pytest.mark.parametrize("page_id", PAGES)
def test_the_profile_is_fit_for_everybody(preview: Open, page_id: str) -> None:
    page = preview(PROFILE)
    go(page, f"/?p_kind=municipality&p_page={page_id}")
    for summary in page.locator("summary").all():
        summary.click()
    page.evaluate(Axe().axe_script)
    for size in (PHONE, (768, 1000), (1280, 800)):
        resize(page, size)
        assert list(violations(page, "light")) == []
    resize(page, NARROWEST)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST[0]


def test_all_answers_at_the_end_are_fit_for_everybody(preview: Open) -> None:
    page = preview(PROFILE)
    go(page, "/?p_page=nakijken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle antwoorden")
    page.evaluate(Axe().axe_script)
    assert list(violations(page, "light")) == []


def question(name: str, kind: str, **settings: object) -> dict[str, Any]:
    return {"id": name, "type": kind, "text": {"nl": f"Vraag {name}"}, **settings}


def options(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "text": {"nl": name}} for name in names]


@pytest.fixture
def dependent(tmp_path: Path) -> Path:
    """One page on which questions hang on each other, and a roster beside its list."""
    asked = [
        question("grade", "grade"),
        question("low", "long_text", show_when={"not": {"question": "grade", "at_least": 6}}),
        question(
            "kinds", "multiple_choice", options=options("tea", "coffee"), show_when={"question": "grade", "at_least": 8}
        ),
        question(
            "milk", "single_choice", options=options("yes", "no"), show_when={"question": "kinds", "includes": "coffee"}
        ),
        question("partners", "multiple_choice", options_from="organisations"),
        question(
            "map",
            "roster",
            of="partners",
            fields=[{"id": "often", "text": {"nl": "Hoe vaak?"}, "options": options("a", "b")}],
        ),
    ]
    definition = {
        "id": "dependent",
        "version": "1.0.0",
        "answered_by": "organisation",
        "languages": ["nl"],
        "title": {"nl": "Afhankelijk"},
        "blocks": [
            {"id": "block", "title": {"nl": "Blok"}, "minutes": 1, "questions": [*asked, question("after", "grade")]}
        ],
        "pages": [
            {"id": "one", "title": {"nl": "Een"}, "questions": [each["id"] for each in asked]},
            {"id": "two", "title": {"nl": "Twee"}, "questions": ["after"]},
        ],
    }
    return write(definition, tmp_path / "dependent.yaml")


def test_conditions_follow_the_answers_at_once(preview: Open, dependent: Path) -> None:
    page = preview(dependent)
    low, kinds, milk = (page.locator(f'[name="{name}"]').last for name in ("low", "kinds", "milk"))
    expect(low).to_be_visible()
    expect(kinds).to_be_hidden()

    page.locator('[name="grade"][value="9"]').check(force=True)
    expect(low).to_be_hidden()
    expect(kinds).to_be_visible()
    expect(milk).to_be_hidden()

    page.locator('[name="kinds"][value="coffee"]').check(force=True)
    expect(milk).to_be_visible()

    page.locator('[name="grade"][value="3"]').check(force=True)
    expect(milk).to_be_hidden()
    expect(low).to_be_visible()


def test_what_was_answered_comes_back_when_it_is_asked_again(preview: Open, dependent: Path) -> None:
    page = preview(dependent)
    page.locator('[name="low"]').fill("Omdat het beter kan.")
    page.locator('[name="grade"][value="9"]').check(force=True)
    expect(page.locator('[name="low"]')).to_be_hidden()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twee")

    page.get_by_role("button", name="Terug naar").click()
    expect(page.locator('[name="low"]')).to_be_hidden()
    page.locator('[name="grade"][value="4"]').check(force=True)
    expect(page.locator('[name="low"]')).to_have_value("Omdat het beter kan.")


def test_a_roster_follows_its_list(preview: Open, dependent: Path) -> None:
    page = preview(dependent)
    card = page.get_by_role("group", name="Welzijn Waterdam")
    expect(card).to_be_hidden()
    page.locator('[name="partners"][value="m2"]').check(force=True)
    expect(card).to_be_visible()
    expect(page.get_by_role("group", name="Gemeente Waterdam")).to_be_hidden()


def test_without_script_the_page_asks_more_when_it_is_saved(browser: Browser, dependent: Path, tmp_path: Path) -> None:
    with _previews(browser, tmp_path) as begin:
        page = begin(dependent, script=False)  # type: ignore[call-arg]  # begin's own option
        page.locator('[name="grade"][value="9"]').check(force=True)
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("status")).to_contain_text("Er is een vraag bij gekomen")
        expect(page.locator('[name="kinds"]').last).to_be_visible()
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Twee")
