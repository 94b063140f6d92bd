"""Who gets which link by mail, and in what words; on both engines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, select, update

from survey import clock
from survey.config import Config
from survey.database import writing
from survey.models import Contact, Invitation, Network, Response
from survey.tokens import hash_token, make_token
from survey.work import jobs
from tests.factories import (
    ADVISER_ADDRESS,
    KEY,
    NETWORK,
    OpenRound,
    add_network,
    close_round,
    fill_in,
    make_round,
    open_next_round,
    statements,
)
from tests.lost_links import KNOWN, UNKNOWN, ask, noted, requests
from tests.mail_server import read_mail, words_of
from tests.pages import HOST, PageClient

CONTACTS, INVITATIONS = Contact.__table__, Invitation.__table__

Answer = Callable[..., list[EmailMessage]]


@pytest.fixture(autouse=True)
def config(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    """Keep the mails of each test by themselves."""
    own = replace(app.extensions["netwerkspiegel"], data_dir=tmp_path)
    monkeypatch.setitem(app.extensions, "netwerkspiegel", own)
    return own


@pytest.fixture
def answer(app: Flask, connection: Connection, config: Config) -> Answer:
    """Have a request answered, and return the mails that this made."""

    def answered(address: str = KNOWN, language: str = "nl") -> list[EmailMessage]:
        before = set(config.data_dir.glob("mail/*"))
        request_id = ask(app, address, language)
        with app.app_context():
            jobs.answer_lost_link(str(request_id))
        return [read_mail(path.read_bytes()) for path in sorted(set(config.data_dir.glob("mail/*")) - before)]

    return answered


def test_the_own_link_comes_by_mail(client: PageClient, opened: OpenRound, answer: Answer) -> None:
    (mail,) = answer()

    assert (mail["To"], mail["Reply-To"]) == (KNOWN, ADVISER_ADDRESS)
    assert mail["From"] == "Netwerkspiegel <noreply@spiegel.example>"
    assert NETWORK in words_of(mail)
    assert f"{HOST}{opened.link}\n" in words_of(mail)
    assert f'<a href="{HOST}{opened.link}">' in words_of(mail, "html")
    client.get(opened.link)


def test_nobody_gets_anything_for_an_address_that_is_not_known(
    opened: OpenRound, answer: Answer, connection: Connection
) -> None:
    assert answer(UNKNOWN) == []
    assert requests(connection) == []


def test_a_request_that_was_answered_is_gone(opened: OpenRound, answer: Answer, connection: Connection) -> None:
    assert len(answer()) == 1
    assert requests(connection) == []


def test_the_mail_goes_to_the_address_on_the_list(app: Flask, connection: Connection, answer: Answer) -> None:
    make_round(app)
    connection.execute(update(CONTACTS).where(CONTACTS.c.address == KNOWN).values(address="P0+Werk@Library.example"))

    (mail,) = answer("p0+iets@LIBRARY.example")

    assert mail["To"] == "P0+Werk@Library.example"


def test_one_mail_holds_the_links_of_all_networks(app: Flask, connection: Connection, answer: Answer) -> None:
    one, other = make_round(app), make_round(app, name="Taalnetwerk Aaldorp")
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 1}, name="Zonder ronde")

    (mail,) = answer()

    words = words_of(mail)
    assert words.index("Taalnetwerk Aaldorp") < words.index(other.link) < words.index(NETWORK) < words.index(one.link)
    assert "Zonder ronde" not in words
    assert words.count(ADVISER_ADDRESS) == 1


def test_who_is_not_invited_gets_no_mail(app: Flask, connection: Connection, answer: Answer) -> None:
    with app.app_context(), writing() as session:
        add_network(session, members={"library": 1})

    assert answer() == []


def test_two_mailboxes_with_one_key_get_their_own_link_only(app: Flask, connection: Connection, answer: Answer) -> None:
    rounds = [make_round(app), make_round(app, name="Taalnetwerk Aaldorp")]
    _set_address(connection, rounds[0], "p0+een@library.example")
    _set_address(connection, rounds[1], "p0+twee@library.example")

    mails = {str(mail["To"]): mail for mail in answer()}

    assert sorted(mails) == ["p0+een@library.example", "p0+twee@library.example"]
    for mail, own, other in zip(sorted(mails), rounds, reversed(rounds), strict=True):
        assert own.link in words_of(mails[mail])
        assert other.link not in words_of(mails[mail])
    assert len({str(mail["Message-ID"]) for mail in mails.values()}) == 2


def _set_address(connection: Connection, opened: OpenRound, address: str) -> None:
    mine = (CONTACTS.c.network_id == opened.network_id) & (CONTACTS.c.address_key == KNOWN)
    connection.execute(update(CONTACTS).where(mine).values(address=address))


def test_of_a_closed_round_the_link_leads_to_the_report(
    app: Flask, client: PageClient, opened: OpenRound, answer: Answer
) -> None:
    fill_in(client, opened.tokens[0], statements(4))
    close_round(app, opened.id)

    (mail,) = answer()

    assert "Deze ronde is gesloten. De link brengt je naar het rapport." in words_of(mail)
    assert "Je kunt invullen" not in words_of(mail)
    assert client.get(opened.link, 303).location.startswith(opened.report)
    assert opened.link in words_of(mail)


def test_only_the_newest_round_counts(app: Flask, opened: OpenRound, answer: Answer, connection: Connection) -> None:
    close_round(app, opened.id)
    with app.app_context(), writing() as session:
        network = session.get_one(Network, opened.network_id)
        at = clock.now() + timedelta(days=100)
        newest = open_next_round(session, network=network, key=KEY, at=at)

    (mail,) = answer()

    assert newest.link in words_of(mail)
    assert opened.link not in words_of(mail)
    connection.execute(delete(Response).where(Response.round_id == newest.id))
    connection.execute(delete(Invitation).where(Invitation.round_id == newest.id))
    assert answer() == []


def test_a_link_that_was_withdrawn_is_not_mailed_again(
    app: Flask, client: PageClient, opened: OpenRound, answer: Answer, connection: Connection
) -> None:
    mine = INVITATIONS.c.token_hash == hash_token(opened.tokens[0])
    invitation = connection.scalar(select(INVITATIONS.c.id).where(mine))
    token = make_token(KEY, "invitation", invitation, 2)
    connection.execute(update(INVITATIONS).where(mine).values(generation=2, token_hash=hash_token(token)))

    (mail,) = answer()

    assert opened.link not in words_of(mail)
    assert f"/v/{token}\n" in words_of(mail)
    client.get(f"/v/{token}")


def test_the_mail_does_not_know_whether_somebody_answered(
    client: PageClient, opened: OpenRound, answer: Answer, connection: Connection
) -> None:
    before = words_of(answer()[0])
    fill_in(client, opened.tokens[0], statements(4))

    with noted(connection) as seen:
        after = words_of(answer()[0])

    assert before == after
    assert [statement for statement in seen if "response" in statement] == []
    assert any("invitation" in statement for statement in seen)


@pytest.mark.parametrize(
    ("listed", "asked", "written"),
    [
        (("nl", "nl"), "en", "nl"),
        (("en", "en"), "nl", "en"),
        (("nl", "en"), "en", "en"),
        (("nl", "en"), "nl", "nl"),
        (("en", "nl"), "fy", "en"),
    ],
)
def test_a_mail_is_in_the_language_of_who_gets_it(
    app: Flask, connection: Connection, answer: Answer, listed: tuple[str, str], asked: str, written: str
) -> None:
    for number, language in enumerate(listed):
        make_round(app, {"library": 1}, name=f"Taalnetwerk {number}", language=language)

    (mail,) = answer(language=asked)

    assert mail["Content-Language"] == written
    assert ("Je vroeg om" in words_of(mail)) == (written == "nl")
    assert ("You asked for" in words_of(mail)) == (written == "en")


@pytest.mark.parametrize("name", ["Taal & <b>Co</b>", "Taal\u2028Bcc: x@y.example", "Één 'net' {{ 7 * 7 }}"])
def test_the_name_of_a_network_is_only_text(app: Flask, connection: Connection, answer: Answer, name: str) -> None:
    make_round(app, name=name)

    (mail,) = answer()

    assert name.replace("\u2028", " ") in words_of(mail).replace("\u2028", " ")
    assert "<b>" not in words_of(mail, "html")
    assert mail["Bcc"] is None
