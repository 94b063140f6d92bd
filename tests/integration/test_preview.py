"""A preview shows any definition, in any language and for any kind, with conditions live, and stores nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaires.catalogue import load
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.types.parts import Answer
from survey.preview import create_preview
from survey.preview.source import MEMBERS
from tests.definitions import definitions, write
from tests.factories import make_config
from tests.pages import Page, PageClient

FOLDER = Path(__file__).parents[2] / "questionnaires"
SMALL = Path(__file__).parents[1] / "questionnaires"
FILES = sorted(
    path
    for path in (*FOLDER.glob("*.yaml"), *SMALL.glob("*.yaml"))
    if path.stem not in ("kinds", "published", "ten_mistakes")
)
SEVERAL = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

Open = Callable[[Path], PageClient]


@pytest.fixture
def preview(collected_assets: None, tmp_path: Path) -> Open:
    """Open a preview of a file; the folder for data stays empty."""
    (tmp_path / "data").mkdir()

    def begin(path: Path) -> PageClient:
        app: Flask = create_preview(path, make_config("sqlite://", tmp_path / "data"))
        return PageClient(app)

    return begin


def fields(page: Page) -> dict[str, Any]:
    """Return what the page's form sends, with the panel's fields, which stand outside of it."""
    panel = {each.get("name", ""): each for each in page.all("select", form="answers")}
    chosen = {
        name: next((o.get("value", o.text or "") for o in each.iter("option") if o.get("selected") is not None), "")
        for name, each in panel.items()
    }
    blocks = [each.get("value", "") for each in page.all("input", name="p_block", type="checkbox", checked=None)]
    return page.form().fields | chosen | {"p_block": ["", *blocks]}


def answers_in(page: Page) -> dict[str, Any]:
    return json.loads(page.one("input", name="p_answers").get("value", ""))


def drawn(questionnaire: Questionnaire, seed: int) -> dict[str, Answer]:
    random = Random(seed)  # noqa: S311 -- invented answers
    respondent = Respondent("nl", "library", (), MEMBERS)
    return {key: question.sample(random, respondent) for key, question in questionnaire.questions.items()}


def fill_in(client: PageClient, questionnaire: Questionnaire, answers: dict[str, Answer]) -> Page:
    """Go through every page that is asked; return the last one, with all that was answered."""
    page = client.get("/")
    for _ in range(len(questionnaire.pages) + 1):
        if not page.all("input", name="p_page"):
            return page
        asked = questionnaire.page(page.one("input", name="p_page").get("value", ""))
        assert asked is not None
        form = fields(page) | {"go": "next", "live": "1"}
        for question in asked.questions:
            posted = question.posted(answers[question.id], Respondent("nl", "library", (), MEMBERS))
            form |= {name: list(values) for name, values in posted.items()}
        page = client.post("/", form, 200)
    return page


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_definition_can_be_gone_through(preview: Open, path: Path) -> None:
    questionnaire = load(path)
    answers = drawn(questionnaire, seed=3)

    last = fill_in(preview(path), questionnaire, answers)

    given = answers_in(last)
    assert {key: answers[key] for key in given} == given
    assert len(given) > 0 or not questionnaire.questions


@SEVERAL
@given(definition=definitions(answered_by="organisation"), seed=st.integers(0, 10_000))
def test_any_profile_reads_back(preview: Open, tmp_path: Path, definition: dict[str, Any], seed: int) -> None:
    (tmp_path / "data").rmdir() if (tmp_path / "data").exists() else None
    path = write(definition, tmp_path / "any.yaml")
    questionnaire = load(path)
    answers = drawn(questionnaire, seed)

    given = answers_in(fill_in(preview(path), questionnaire, answers))

    assert {key: answers[key] for key in given} == given


def test_a_kind_has_its_own_questions_and_words(preview: Open) -> None:
    client = preview(FOLDER / "organisatieprofiel.yaml")
    library, municipality = client.get("/?p_kind=library"), client.get("/?p_kind=municipality")

    pages = [
        {each.get("value") for each in page.one("select", name="p_to").iter("option")}
        for page in (library, municipality)
    ]

    assert pages[1] - pages[0] == {"municipal-check"}
    assert "Mijn collega's van de gemeente" in preview_of_theme(preview, "municipality")
    assert "Mijn collega's van de gemeente" not in preview_of_theme(preview, "library")


def preview_of_theme(preview: Open, kind: str) -> str:
    return preview(FOLDER / "taalnetwerkspiegel.yaml").get(f"/?p_page=municipality&p_kind={kind}").words


def test_every_language_can_be_seen(preview: Open) -> None:
    client = preview(FOLDER / "taalnetwerkspiegel.yaml")

    assert client.get("/?p_page=roles").one("h1").text == "Rollen en taken"
    assert client.get("/?p_page=roles&p_language=en").one("h1").text == "Roles and tasks"


def test_blocks_can_be_left_out(preview: Open) -> None:
    client = preview(FOLDER / "taalnetwerkspiegel.yaml")
    page = client.get("/")

    fewer = client.post("/", fields(page) | {"p_show": "1", "p_block": ["", "overall", "open"]}, 200)

    pages = {each.get("value") for each in fewer.one("select", name="p_to").iter("option")}
    assert "closing" in pages
    assert not pages & {"roles-first", "municipal-check", "reach-groups", "form-phase"}


def test_a_question_that_an_answer_brings_up_is_shown_without_script(preview: Open, tmp_path: Path) -> None:
    path = write(
        {
            "id": "two",
            "version": "1.0.0",
            "languages": ["nl"],
            "title": {"nl": "Twee"},
            "blocks": [
                {
                    "id": "block",
                    "title": {"nl": "Blok"},
                    "minutes": 1,
                    "questions": [
                        {"id": "first", "type": "grade", "text": {"nl": "Cijfer?"}},
                        {
                            "id": "second",
                            "type": "long_text",
                            "text": {"nl": "Waarom zo laag?"},
                            "show_when": {"not": {"question": "first", "at_least": 6}},
                        },
                        {
                            "id": "third",
                            "type": "long_text",
                            "text": {"nl": "Waarom zo hoog?"},
                            "show_when": {"question": "first", "at_least": 8},
                        },
                    ],
                }
            ],
            "pages": [{"block": "block"}],
        },
        tmp_path / "two.yaml",
    )
    client = preview(path)
    page = client.get("/")
    assert hidden(page) == ["third"]

    page = client.post("/", fields(page) | {"first": "9", "go": "next"}, 200)
    assert hidden(page) == ["second"]
    assert "Er is een vraag bij gekomen" in page.words

    page = client.post("/", fields(page) | {"third": "Omdat het goed gaat.", "go": "next"}, 200)
    assert page.one("h1").text == "Alle antwoorden"
    assert "Omdat het goed gaat." in page.words

    page = client.post("/", fields(page) | {"p_show": "1"}, 200)
    page = client.post("/", fields(page) | {"first": "3", "go": "next"}, 200)
    page = client.post("/", fields(page) | {"go": "next"}, 200)
    assert "Omdat het goed gaat." not in page.words, "What is not asked is not sent in."
    assert answers_in(page)["third"]["text"] == "Omdat het goed gaat.", "What is not asked is kept."


def hidden(page: Page) -> list[str]:
    """Return the questions that are out of sight."""
    return [inner.get("name", "") for each in page.all("div", hidden=None) for inner in each.iter("textarea")]


def test_nothing_is_stored_and_no_cookie_set(preview: Open, tmp_path: Path) -> None:
    path = FOLDER / "quickscan.yaml"
    client, questionnaire = preview(path), load(path)

    fill_in(client, questionnaire, drawn(questionnaire, seed=1))

    assert list((tmp_path / "data").iterdir()) == []
    assert not client.http._cookies


def test_a_file_with_mistakes_shows_them_and_mending_it_helps(preview: Open, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    sound = (SMALL / "small.yaml").read_text(encoding="utf-8")
    path.write_text(sound.replace("level: network", "levl: network"), encoding="utf-8")
    client = preview(path)

    page = client.get("/", 422)
    assert 'mine.yaml:25:9 "levl" is not a setting that can stand here. Did you mean "level"?' in page.words

    path.write_text(sound, encoding="utf-8")
    assert client.get("/").one("h1").text == "Contact"
    path.unlink()
    assert "not there any more" in client.get("/", 422).words


@pytest.mark.parametrize(
    "junk", ["", "[]", "{", '{"sp-1": 99}', '{"sp-1": {"a": 1}}', '{"nobody": 1}', "null", "9" * 5000, "[" * 9000]
)
def test_what_travels_in_the_page_may_be_anything(preview: Open, junk: str) -> None:
    client = preview(FOLDER / "taalnetwerkspiegel.yaml")

    page = client.post(
        "/", {"p_answers": junk, "p_page": "nowhere", "p_language": "xx", "p_kind": "?", "p_round": "nine"}, 200
    )

    assert page.one("h1").text == "Ons gezamenlijke doel"
    assert answers_in(page) == {}
