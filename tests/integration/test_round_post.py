"""The page of a round tells how far its invitations are, in totals, and nothing of who answered; on both engines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, update

from survey import clock
from survey.database import reading, writing
from survey.models import Invitation, Round, RoundMail
from survey.models.campaign import MailState
from survey.services.round_post import Sending, sending
from tests.factories import sign_in
from tests.mail_server import server_at
from tests.pages import PageClient
from tests.round_mails import mail_all, put_out, rows

Words = Callable[[], str]


@pytest.fixture
def shown(app: Flask, client: PageClient, connection: Connection) -> Words:
    """What the page of the round tells of its invitations: ten people, whose mails wait."""
    round_id, _ = put_out(app, 10)
    sign_in(app, client)

    def words() -> str:
        with app.app_context(), reading() as session:
            network_id = session.get_one(Round, round_id).network_id
        sections = client.get(f"/netwerken/{network_id}/ronde").all("section", **{"aria-labelledby": "post"})
        return " ".join(" ".join(sections[0].itertext()).split()) if sections else ""

    return words


@pytest.fixture
def mailing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server, which takes three mails in a minute."""
    ours = replace(app.extensions["netwerkspiegel"], mail_server=server_at(25), mails_per_minute=3)
    monkeypatch.setitem(app.extensions, "netwerkspiegel", ours)


def settle(app: Flask, *numbers: tuple[int, MailState, int]) -> None:
    """Let so many mails be in such a state, after so many tries."""
    left = iter(rows(app))
    with app.app_context(), writing() as session:
        for number, state, tries in numbers:
            for _ in range(number):
                done = None if state == "waiting" else clock.now()
                values = {"state": state, "tries": tries, "done_at_utc": done}
                session.execute(update(RoundMail).where(RoundMail.id == next(left).id).values(**values))


@pytest.mark.usefixtures("mailing")
def test_it_says_what_went_what_came_back_and_what_is_tried(app: Flask, shown: Words) -> None:
    settle(app, (5, "sent", 0), (1, "sent", 2), (1, "refused", 0), (1, "waiting", 1), (1, "given_up", 9))

    assert shown() == (
        "Uitnodigingen per mail 6 verstuurd 1 moet nog weg 1 adres bestaat niet of neemt geen mail aan "
        "1 proberen we nog: de mailserver neemt ze nu niet aan 1 opgegeven na vier dagen proberen"
    )


@pytest.mark.usefixtures("mailing")
def test_what_takes_a_while_says_so(shown: Words) -> None:
    assert shown() == "Uitnodigingen per mail 0 verstuurd 10 moeten nog weg (duurt minstens 4 minuten)"


def test_without_a_mail_server_it_says_that_mails_are_files(app: Flask, shown: Words) -> None:
    settle(app, (10, "sent", 0))

    assert shown().startswith("Uitnodigingen per mail 10 bewaard als bestanden Er is geen mailserver ingesteld.")


@pytest.mark.usefixtures("mailing")
def test_of_reminders_nothing_is_told(app: Flask, shown: Words) -> None:
    settle(app, (10, "sent", 0))
    before = shown()

    mail_all(app, rows(app)[0].round_id, "reminder")

    assert shown() == before
    assert before.startswith("Uitnodigingen per mail 10 verstuurd")


def test_who_has_no_link_any_more_is_not_counted_and_the_newest_mail_counts(app: Flask, shown: Words) -> None:
    settle(app, (2, "refused", 0), (8, "sent", 0))
    round_id = rows(app)[0].round_id
    first, second = [row.invitation_id for row in rows(app) if row.state == "refused"]
    with app.app_context(), writing() as session:
        withdrawn = update(Invitation).where(Invitation.id == first).values(withdrawn_at_utc=clock.now())
        session.execute(withdrawn)
        again = next(row for row in rows(app) if row.invitation_id == second)
        session.add(copy_of(again))

    with app.app_context(), reading() as session:
        assert sending(session, round_id=round_id) == Sending(sent=8, bounced=0, given_up=0, trying=0, to_go=1)
    assert "adres" not in shown()


def copy_of(row: RoundMail) -> RoundMail:
    """Return the same mail once more, as it is put out for a second time."""
    return RoundMail(
        round_id=row.round_id,
        invitation_id=row.invitation_id,
        batch_id=row.batch_id,
        purpose=row.purpose,
        number=2,
        message_id=row.message_id.replace("<", "<2"),
        due_at_utc=clock.now() + timedelta(hours=1),
    )


def test_where_nobody_was_mailed_there_is_no_such_part(app: Flask, shown: Words) -> None:
    with app.app_context(), writing() as session:
        for row in rows(app):
            session.delete(session.merge(row))

    assert shown() == ""
