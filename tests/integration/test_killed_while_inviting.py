"""The worker dies while it invites: everybody has one invitation all the same."""

from collections.abc import Callable

from flask import Flask

from tests.killing import kill_while_sending
from tests.mail_server import Inbox, receiving
from tests.round_mails import states

PEOPLE = 20


def test_killed_once_everybody_has_one_invitation(make_app: Callable[..., Flask], engine_name: str) -> None:
    inbox = Inbox(thinks=[0.01])
    with receiving(inbox) as server:
        app = make_app(engine_name, mail_server=server)
        outcome = kill_while_sending(app, inbox, people=PEOPLE, kills=1)

    assert outcome.per_person == {f"p{person}@library.example": 1 for person in range(PEOPLE)}
    assert states(app) == {"sent": PEOPLE}
    assert outcome.twice <= outcome.kills
