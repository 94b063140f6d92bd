"""Attack 16: texts by their order, their language, their time, their number, or an id that they share."""

import json
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from reports.forms.kinds import FORMS, Form
from survey import clock
from survey.database import reading, writing
from survey.models import OwnWords, Response, Round
from survey.queries import own_words as queries
from survey.services.own_words import in_no_order, released_words
from survey.services.releasing import release
from tests.attacks.channels import pdf_text
from tests.commands import run_in
from tests.endings import set_round
from tests.factories import NETWORK, OpenRound, answer, close_round, make_round, sign_in, statements, words
from tests.pages import HOST, PageClient
from tests.reading_programs import make_program

PEOPLE = 12
QUESTIONS = ("op-keep", "op-own")


def text_of(person: int, question: str) -> str:
    return f"De tekst van persoon {'abcdefghijkl'[person]} over {question} is niet lang."


def made(app: Flask, *, name: str = NETWORK, reads_english: bool = False) -> OpenRound:
    """Have everybody write to two questions, in the order in which they were invited."""
    opened = make_round(app, {"library": PEOPLE}, name=name)
    set_round(app, opened.id, releases_at_once=False)
    for person, token in enumerate(opened.tokens):
        said = {
            key: value for each in QUESTIONS for key, value in words(each, text_of(person, each), share=True).items()
        }
        answer(app, token, statements(3) | said)
    if reads_english:
        with app.app_context(), writing() as session:
            ours = select(Response.id).where(Response.round_id == opened.id).order_by(Response.id)
            first = session.scalars(ours.limit(1)).one()
            session.execute(update(Response).where(Response.id == first).values(language="en"))
    close_round(app, opened.id)
    return opened


@pytest.fixture
def released(app: Flask, connection: Connection) -> OpenRound:
    """A report that everybody can read, with every text in it but two that are hidden and one in other words."""
    opened = made(app)
    with app.app_context(), writing() as session:
        texts = {word.words: word for word in queries.list_words(session, round_id=opened.id)}
        for text, word in texts.items():
            word.state = "hidden" if text in (text_of(0, "op-keep"), text_of(1, "op-keep")) else "released"
        texts[text_of(2, "op-keep")].shown_words = "In andere woorden."
        session.flush()
        release(session, closed=session.get_one(Round, opened.id), sender=None, at=clock.now())
    return opened


def orders(app: Flask, opened: OpenRound) -> list[list[int]]:
    """Return, per question and per way of reading, the persons in the order of their texts."""
    persons = {text_of(person, each): person for person in range(PEOPLE) for each in QUESTIONS}
    with app.app_context(), reading() as session:
        found = queries.list_words(session, round_id=opened.id)
        shown = released_words(session, round_id=opened.id)
        pages = [[w.words for w in in_no_order(w for w in found if w.question_id == each)] for each in QUESTIONS]
    return [[persons[text] for text in texts if text in persons] for texts in (*pages, *shown.values())]


def test_16_no_order_of_texts_follows_persons_or_another_question(app: Flask, released: OpenRound) -> None:
    found = orders(app, released)

    assert len(found) == 4
    for order in found:
        assert order != sorted(order)
        assert order != sorted(order, reverse=True)
    both = set(found[0])
    assert [person for person in found[1] if person in both] != found[0]
    assert [person for person in found[3] if person in both] != found[2]
    assert orders(app, released) == found


def test_16_in_which_language_somebody_reads_does_not_mark_a_text(app: Flask, connection: Connection) -> None:
    """One who reads English and writes Dutch must not be told apart by a mark beside the text."""
    twins = [made(app), made(app, name="Een ander netwerk", reads_english=True)]

    with app.app_context(), reading() as session:
        marks = [{w.needs_rewriting for w in queries.list_words(session, round_id=each.id)} for each in twins]
    assert marks == [{False}, {False}]
    assert "language" not in OwnWords.__table__.columns


def data_of(app: Flask, opened: OpenRound) -> list[str]:
    """Return what programs and researchers get: raw, and not packed."""
    adviser = PageClient(app)
    sign_in(app, adviser)
    program = make_program(app)
    paths = ("/networks", f"/networks/{opened.network_id}/rounds", f"/rounds/{opened.id}/results")
    read = [json.dumps(program.read(path)) for path in (*paths, f"/rounds/{opened.id}/profile")]
    files = ("onderzoek.sav", "onderzoek.csv", "onderzoek-codeboek.csv")
    return [*read, *(adviser.get(f"/{file}").body.decode("utf-8", "replace") for file in files)]


def test_16_texts_are_in_the_forms_that_may_have_them_and_nowhere_else(app: Flask, released: OpenRound) -> None:
    client = PageClient(app)
    assert "tekst van persoon" in client.get(released.report).words  # which of them: six at most of each question

    others = [
        *(content_of(app, released, form) for form in FORMS.values() if not form.has_words),
        *data_of(app, released),
        client.get(f"{released.report}/organisaties").text,
        *run_in(app, "results", "show", NETWORK, "--format", "json"),
        *run_in(app, "results", "show", NETWORK),
        *run_in(app, "audit", "show", "--limit", "100"),
    ]
    assert "tekst van persoon" not in "\n".join(others)
    assert [form.name for form in FORMS.values() if form.has_words] == ["pdf"]


def content_of(app: Flask, opened: OpenRound, form: Form) -> str:
    """Return everything in a file, and in the files that are packed in it."""
    sent = PageClient(app).http.get(f"{opened.report}/{form.file}", base_url=HOST)
    assert sent.status_code == 200
    return unpacked(sent.data)


def unpacked(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return pdf_text(content)
    if not is_zipfile(BytesIO(content)):
        return content.decode(errors="replace")
    with ZipFile(BytesIO(content)) as package:
        return "\n".join(f"{name}\n{unpacked(package.read(name))}" for name in package.namelist())


def test_16_what_is_read_of_hidden_and_changed_texts_is_nothing(
    app: Flask, released: OpenRound, connection: Connection
) -> None:
    gone = (text_of(0, "op-keep"), text_of(1, "op-keep"), text_of(2, "op-keep"))
    page = PageClient(app).get(released.report)

    with app.app_context(), reading() as session:
        kept = {word.words for word in queries.list_words(session, round_id=released.id)}
    assert "In andere woorden." in kept
    assert not kept & set(gone)
    assert not [text for text in gone if text in page.text]
