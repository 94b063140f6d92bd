"""Lost links as a way to find out who answered, who is a partner, or what another answered (2, 17, 24 and 27)."""

import re
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from survey.database import reading
from survey.extensions import db
from survey.mail.folder import mail_folder
from survey.queries import lost_links
from survey.work import jobs
from tests.attacks.closed_round import PRIVATE, SHARED, logged, own_words
from tests.attacks.rejoining import TABLES
from tests.factories import OpenRound, close_round, coded_answers, fill_in, make_round, sign_in
from tests.lost_links import KNOWN, UNKNOWN
from tests.mail_server import all_of, read_mail, words_of
from tests.pages import PageClient

#: What differs between any two mails, and between any two log lines.
OWN = re.compile(r"/v/[\w-]{43}|[0-9a-f]{32}|^Date: .*$|^[-0-9]{10} [0-9:,]{12}", re.MULTILINE)


@pytest.fixture
def opened(committed_app: Flask) -> OpenRound:
    return make_round(committed_app, {"library": 3})


def folder_of(app: Flask) -> Path:
    return mail_folder(app.extensions["netwerkspiegel"])


def work(app: Flask) -> None:
    """Answer what was asked for, as the worker does."""
    with app.app_context():
        with reading() as session:
            waiting = lost_links.list_waiting(session)
        for request_id in waiting:
            jobs.answer_lost_link(str(request_id))


def everything_said(app: Flask, address: str) -> str:
    """Ask for a link and have that answered; return the pages, the mail and the log, without what is always new."""
    client, before = PageClient(app), set(folder_of(app).glob("*"))
    with logged() as log:
        first = client.post("/link-kwijt", {"address": address})
        work(app)
    mails = [all_of(read_mail(path.read_bytes())) for path in set(folder_of(app).glob("*")) - before]
    return OWN.sub("…", "\n".join([first.text, client.follow(first).text, *mails, log.getvalue()]))


def test_2_asking_for_a_link_says_the_same_before_and_after_an_answer(committed_app: Flask, opened: OpenRound) -> None:
    before = everything_said(committed_app, KNOWN)

    fill_in(PageClient(committed_app), opened.tokens[0], coded_answers(1))

    assert everything_said(committed_app, KNOWN) == before
    assert KNOWN in before


def test_17_what_is_left_of_lost_links_does_not_tell_who_answered_or_who_asked(
    committed_app: Flask, opened: OpenRound
) -> None:
    fill_in(PageClient(committed_app), opened.tokens[0], coded_answers(1))
    said = [everything_said(committed_app, f"p{person}@library.example") for person in (0, 1)]
    everything_said(committed_app, UNKNOWN)

    assert said[0] == said[1].replace("p1@", "p0@")
    with committed_app.app_context(), db.engine.connect() as connection:
        others = ("link_request", "throttle", "response", "invitation")
        tables = repr([connection.execute(select(TABLES[name])).all() for name in others])
    assert "@" not in tables
    assert all(re.fullmatch(r"[0-9a-f]{32}\.eml", path.name) for path in folder_of(committed_app).iterdir())


def test_24_a_lost_link_goes_to_its_own_person_whoever_asks(committed_app: Flask, opened: OpenRound) -> None:
    client = PageClient(committed_app)
    sign_in(committed_app, client)  # also who looks after the network

    page = client.follow(client.post("/link-kwijt", {"address": KNOWN}))
    work(committed_app)

    assert not any(token in page.text for token in opened.tokens)
    (path,) = folder_of(committed_app).iterdir()
    mail = read_mail(path.read_bytes())
    assert (mail["To"], mail["Cc"], mail["Bcc"]) == (KNOWN, None, None)
    assert [token for token in opened.tokens if token in words_of(mail)] == [opened.tokens[0]]


def test_27_mails_that_were_kept_lead_to_no_sealed_answer(committed_app: Flask, opened: OpenRound) -> None:
    client = PageClient(committed_app)
    for person, token in enumerate(opened.tokens):
        fill_in(client, token, coded_answers(person) | own_words(person))
    mails = [everything_said(committed_app, f"p{person}@library.example") for person in range(3)]
    close_round(committed_app, opened.id)
    mails += [everything_said(committed_app, f"p{person}@library.example") for person in range(3)]

    with committed_app.app_context(), db.engine.connect() as connection:
        sealed = [row["id"].hex for row in connection.execute(select(TABLES["sealed_response"])).mappings()]
    kept = "\n".join([*mails, *(path.read_text("utf-8") for path in folder_of(committed_app).iterdir())])
    assert len(sealed) == 3
    assert [secret for secret in (*sealed, SHARED, PRIVATE) if secret in kept] == []
    for token in opened.tokens:
        assert client.get(f"/v/{token}", 303).location.startswith(opened.report)
