"""Any valid questionnaire can be filled in with any valid answers, and reads back equal; wrong ones are refused.

Through HTTP and into the database: definitions that nobody has seen, the small ones of tests/questionnaires, our own.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, update

import questionnaires.catalogue
from questionnaires.catalogue import load
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts, showing
from questionnaires.types.parts import Answer
from survey.models import Response, Round, SealedResponse
from tests.definitions import definitions, write, wrong_values
from tests.factories import OpenRound, close_round, make_round
from tests.pages import PageClient

KINDS = ("library", "municipality")
RESPONDENT = Respondent("nl", "library", KINDS)
SEVERAL = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_numbers = count(1)


@pytest.fixture
def ask(
    app: Flask, connection: Connection, opened: OpenRound, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[Any], Questionnaire]]:  # fmt: skip
    """Make the open round ask another questionnaire, and take back what was answered."""

    def change(definition: Questionnaire | dict[str, Any]) -> Questionnaire:
        asked = definition
        if isinstance(definition, dict):
            version = f"1.0.{next(_numbers)}"  # pages are drawn once per version
            asked = load(write(definition | {"version": version}, tmp_path / "any.yaml"))
        assert isinstance(asked, Questionnaire)
        monkeypatch.setattr(questionnaires.catalogue, "catalogue", lambda: {(asked.id, asked.version): asked})
        connection.execute(
            update(Round).values(
                questionnaire_id=asked.id, questionnaire_version=asked.version, questionnaire_hash=asked.content_hash
            )
        )
        connection.execute(update(Response).values(answers={}, sent_in_at_utc=None, kept_at_utc=None))
        return asked

    yield change
    questionnaires.catalogue.asked.cache_clear()


def own_questionnaires() -> list[Questionnaire]:
    """Those of ours, and the small ones, that are asked of persons."""
    folder = Path(questionnaires.catalogue.__file__).parent
    ours = [folder / f"{name}.yaml" for name in ("taalnetwerkspiegel", "taalnetwerkspiegel-kort", "quickscan")]
    small = sorted(Path(__file__).parents[1].glob("questionnaires/*.yaml"))
    found = [load(path) for path in (*ours, *small) if path.stem != "ten_mistakes"]
    return [each for each in found if each.answered_by == "person" and "nl" in each.languages]


def drawn(questionnaire: Questionnaire, seed: int) -> dict[str, Answer]:
    random = Random(seed)  # noqa: S311 -- invented answers
    return {key: question.sample(random, RESPONDENT) for key, question in questionnaire.questions.items()}


def stored(connection: Connection, opened: OpenRound) -> dict[str, Any]:
    return next(row for row in connection.scalars(select(Response.answers)) if row)


def fill_in(client: PageClient, opened: OpenRound, questionnaire: Questionnaire, answers: dict[str, Answer]) -> None:
    for page in questionnaire.pages:
        form: dict[str, Any] = {"go": "next", "live": "1"}
        for question in page.questions:
            form |= {name: list(values) for name, values in question.posted(answers[question.id], RESPONDENT).items()}
        client.post(f"{opened.link}/{page.id}", form)


def check_reads_back(
    client: PageClient, connection: Connection, opened: OpenRound, asked: Questionnaire, answers: dict[str, Answer]
) -> None:
    fill_in(client, opened, asked, answers)
    if asked.questions:
        assert stored(connection, opened) == answers
    for page in asked.pages:
        fields = client.get(f"{opened.link}/{page.id}").form().fields
        for question in page.questions:
            for name, values in question.posted(answers[question.id], RESPONDENT).items():
                given = fields.get(name)
                assert ([given] if isinstance(given, str) else given) == list(values), name


@pytest.mark.parametrize("asked", own_questionnaires(), ids=lambda asked: asked.id)
def test_our_own_and_the_small_ones_read_back(
    ask: Callable[[Any], Questionnaire], client: PageClient, connection: Connection, opened: OpenRound,
    asked: Questionnaire,
) -> None:  # fmt: skip
    for seed in (1, 2):
        ask(asked)
        check_reads_back(client, connection, opened, asked, drawn(asked, seed))


@SEVERAL
@given(definition=definitions(), seed=st.integers(0, 10_000))
def test_any_questionnaire_reads_back(
    ask: Callable[[Any], Questionnaire], client: PageClient, connection: Connection, opened: OpenRound,
    definition: dict[str, Any], seed: int,
) -> None:  # fmt: skip
    asked = ask(definition)
    check_reads_back(client, connection, opened, asked, drawn(asked, seed))


@SEVERAL
@given(definition=definitions(), seed=st.integers(0, 10_000), data=st.data())
def test_any_wrong_answer_is_refused_at_its_field_and_the_rest_is_kept(
    ask: Callable[[Any], Questionnaire], client: PageClient, connection: Connection, opened: OpenRound,
    definition: dict[str, Any], seed: int, data: st.DataObject,
) -> None:  # fmt: skip
    asked = ask(definition)
    answers = drawn(asked, seed)
    fill_in(client, opened, asked, answers)
    now = showing(asked, answers, Facts("library", 1, tuple(block.id for block in asked.blocks)))
    for page in asked.pages:
        for question in now.questions(page):
            wrong = list(wrong_values(question.part(RESPONDENT)))
            name, values = data.draw(st.sampled_from(wrong))
            refused = client.post(f"{opened.link}/{page.id}", {name: values, "live": "1"}, 422)
            assert f"#{name}" in refused.links()
            assert refused.one("p", id=f"{name}-e")
            assert refused.all("input", id=name) or refused.all("textarea", id=name) or refused.all("select", id=name)
    assert (stored(connection, opened) if asked.questions else answers) == answers


@SEVERAL
@given(definition=definitions(), seed=st.integers(0, 10_000))
def test_what_is_not_asked_is_kept_and_not_sent_in(
    app: Flask, ask: Callable[[Any], Questionnaire], client: PageClient, connection: Connection, opened: OpenRound,
    definition: dict[str, Any], seed: int,
) -> None:  # fmt: skip
    asked = ask(definition)
    answers = drawn(asked, seed)
    fill_in(client, opened, asked, answers)
    sends = any(answer is not None for answer in answers.values())
    client.post(f"{opened.link}/nakijken", {"go": "sure"}, 303 if sends else 422)
    counted = showing(asked, answers, Facts("library", 1, tuple(block.id for block in asked.blocks))).answers

    with undone(connection):
        close_round(app, opened.id)
        sealed = list(connection.scalars(select(SealedResponse.answers)))

    closed_questions = {key for key, question in asked.questions.items() if question.type != "long_text"}
    assert sealed == ([{key: counted.get(key) for key in closed_questions}] if sends else [])


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    """Take back what happens inside: a round closes only once."""
    point = connection.begin_nested()
    try:
        yield
    finally:
        point.rollback()


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    return make_round(app, {"library": 1, "municipality": 1})


DEPENDENT = {
    "id": "any-questionnaire",
    "languages": ["nl"],
    "title": {"nl": "Twee"},
    "blocks": [
        {
            "id": "block",
            "title": {"nl": "Blok"},
            "minutes": 1,
            "questions": [
                {"id": "grade", "type": "grade", "text": {"nl": "Cijfer?"}},
                {
                    "id": "why",
                    "type": "long_text",
                    "text": {"nl": "Waarom zo hoog?"},
                    "show_when": {"question": "grade", "at_least": 8},
                },
            ],
        }
    ],
    "pages": [{"block": "block"}],
}


def test_a_page_that_depends_on_answers_says_when_it_was_saved(
    ask: Callable[[Any], Questionnaire], client: PageClient, opened: OpenRound
) -> None:
    ask(DEPENDENT)
    client.post(f"{opened.link}/block", {"grade": "9", "why": "Omdat.", "why-ok": "on", "go": "next", "live": "1"})

    page = client.get(f"{opened.link}/block")

    assert len(page.all("p", class_="saved")) == 1
    assert "Bewaard om" in page.words
    assert "<" not in page.words


def test_the_check_page_reads_back_what_is_sent_in_and_nothing_else(
    ask: Callable[[Any], Questionnaire], client: PageClient, opened: OpenRound
) -> None:
    ask(DEPENDENT)
    client.post(f"{opened.link}/block", {"grade": "9", "why": "Omdat.", "why-ok": "on", "go": "next", "live": "1"})
    assert "Omdat." in client.get(f"{opened.link}/nakijken").words

    client.post(f"{opened.link}/block", {"grade": "2", "go": "next", "live": "1"})

    assert "Omdat." not in client.get(f"{opened.link}/nakijken?alles=1").words
    client.post(f"{opened.link}/block", {"grade": "8", "go": "next", "live": "1"})
    assert "Omdat." in client.get(f"{opened.link}/nakijken").words


def test_a_choice_can_be_taken_back_and_the_rest_of_the_page_is_kept(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/form-phase")
    chosen = {"form-depth.now": "tell", "form-depth.needed": "one-plan", "fp-phase": "plan"}
    client.submit(page, chosen | {"go": "next"})
    page = client.get(f"{opened.link}/form-phase")

    back = client.submit(page, {"fp-phase": "plan", "form-depth.now": "adjust", "clear_field": "fp-phase"})

    assert back.location.endswith("/form-phase#fp-phase")
    fields = client.get(f"{opened.link}/form-phase").form().fields
    assert "fp-phase" not in fields
    assert fields["form-depth.now"] == "adjust"
    assert fields["form-depth.needed"] == "one-plan"
