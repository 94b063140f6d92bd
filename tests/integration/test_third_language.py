"""A third language comes with the file alone: the questions are in it, the buttons around them in Dutch."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, update

import questionnaires.catalogue
from questionnaires.catalogue import load
from questionnaires.definition import Questionnaire
from survey.models import Response, Round
from tests.factories import OpenRound, make_round
from tests.pages import PageClient

FRISIAN = load(Path(__file__).parents[1] / "questionnaires" / "frisian.yaml")
WORDS = "Wy bêste freonen: û, â, ê, ô, ú."


@pytest.fixture
def opened(app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch) -> OpenRound:
    opened = make_round(app)
    monkeypatch.setattr(questionnaires.catalogue, "catalogue", lambda: {(FRISIAN.id, FRISIAN.version): FRISIAN})
    questionnaires.catalogue.asked.cache_clear()
    connection.execute(
        update(Round).values(
            questionnaire_id=FRISIAN.id,
            questionnaire_version=FRISIAN.version,
            questionnaire_hash=FRISIAN.content_hash,
        )
    )
    connection.execute(update(Response).values(language="fy"))
    return opened


def the_pages(questionnaire: Questionnaire) -> list[str]:
    return [page.id for page in questionnaire.pages]


def test_the_questions_are_frisian_and_marked_so(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/{the_pages(FRISIAN)[0]}")

    title = page.one("h1")
    assert title.text == FRISIAN.pages[0].title.in_language("fy")
    assert title.get("lang") == "fy"
    assert page.one("div", class_="questions").get("lang") == "fy"
    assert page.tree is not None
    assert page.tree.get("lang") == "nl"
    assert "Bewaar en ga verder" in page.words


def test_the_language_can_be_chosen_by_its_own_name(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/{the_pages(FRISIAN)[0]}")

    names = {each.get("value"): each.text for each in page.all("button", name="lang")}

    assert names == {"nl": "Nederlands", "fy": "Frysk"}


def test_the_whole_way_can_be_gone_in_frisian(client: PageClient, opened: OpenRound) -> None:
    for page in FRISIAN.pages:
        shown = client.get(f"{opened.link}/{page.id}")
        texts = [area.get("name", "") for area in shown.all("textarea")]
        client.submit(shown, {name: WORDS for name in texts} | {"go": "next"})
        for name in texts:
            assert client.get(f"{opened.link}/{page.id}").form().fields[name].strip() == WORDS
    assert FRISIAN.pages[0].title.in_language("fy") in client.get(f"{opened.link}/nakijken").words


@pytest.fixture
def language_name() -> Callable[[str], str]:
    from survey.i18n import name_of

    return name_of


@pytest.mark.parametrize(
    ("code", "name"),
    [("nl", "Nederlands"), ("en", "English"), ("fy", "Frysk"), ("de", "Deutsch"), ("tr", "Türkçe"), ("xx", "xx")],
)
def test_any_language_has_its_own_name(language_name: Callable[[str], str], code: str, name: str) -> None:
    assert language_name(code) == name


def test_who_reads_a_language_that_is_not_asked_gets_the_first_one(
    app: Flask, connection: Connection, client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questionnaires.catalogue, "latest", lambda name: FRISIAN)
    monkeypatch.setattr(questionnaires.catalogue, "find", lambda name, version: FRISIAN)
    questionnaires.catalogue.asked.cache_clear()

    opened = make_round(app, {"library": 1}, language="en", name="Taalnetwerk Sneek")

    page = client.get(f"{opened.link}/{the_pages(FRISIAN)[0]}")
    assert page.one("h1").text == FRISIAN.pages[0].title.in_language("nl")
    questionnaires.catalogue.asked.cache_clear()
