"""What staff see of people once a round is closed: the same whoever of them answered or refused (attacks 2 and 17)."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import Network, Round
from survey.services.audit import COMMAND_LINE
from survey.services.releasing import release_report
from tests.attacks.staff_channels import ROLES_OF_STAFF
from tests.attacks.staff_walk import Subject, differences, said_to
from tests.factories import OpenRound, answer, close_round, statements
from tests.pages import PageClient
from tests.round_mails import mail_all, rows, send_all
from tests.round_times import Set, dutch, open_round_of, ticking_clock

PEOPLE = 12
#: Who says "I do not take part": one who sent in, which nobody sees, and one who did not, which staff see while it is
#: open. In the other instance it is the other way round, and others of the same group sent in.
LEAVING = (0, PEOPLE - 1)
Closed = Callable[[Sequence[int]], tuple[Flask, OpenRound]]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return ticking_clock(monkeypatch)


@pytest.fixture
def closed(make_app: Callable[..., Flask], engine_name: str, at: Set) -> Closed:
    """Return what makes an instance in which these people sent in, all with the same answers, and closes its round."""

    def make(sending: Sequence[int]) -> tuple[Flask, OpenRound]:
        at(dutch(2, 9))
        app = make_app(engine_name)
        opened = open_round_of(app, {"library": PEOPLE})
        mail_all(app, opened.id, "invitation")
        send_all(app)
        at(dutch(5, 9, 30))
        for person in sending:
            answer(app, opened.tokens[person], statements(3))
        for person in LEAVING:
            PageClient(app).post(f"/v/{opened.tokens[person]}/afmelden", {"go": "leave"})
        at(dutch(6, 9, 30))
        close_round(app, opened.id, at=clock.now())
        return app, opened

    return make


def test_17_nothing_that_staff_see_of_a_closed_round_tells_who_answered_or_refused(closed: Closed, at: Set) -> None:
    found: list[dict[str, str]] = []
    for sending in (range(PEOPLE - 1), range(1, PEOPLE)):
        app, opened = closed(sending)
        at(dutch(6, 10))
        subject = Subject(opened.network_id, opened.id, ["library 000", "library 011"])
        said = {name: each for role in ROLES_OF_STAFF for name, each in said_to(app, role, subject).items()}
        found.append(said | {"mails": released(app, opened)})

    assert differences(*found) == {}
    assert any("/vrijgeven" in name and f"{PEOPLE} mensen" in said for name, said in found[0].items())


def released(app: Flask, opened: OpenRound) -> str:
    """Release the report, and return how many mails of each kind are in which state."""
    sender = app.extensions["netwerkspiegel"].mail_from
    with app.app_context(), writing() as session:
        closed, network = session.get_one(Round, opened.id), session.get_one(Network, opened.network_id)
        given: dict[str, Any] = {"sender": sender, "by": COMMAND_LINE, "at": clock.now()}
        assert release_report(session, network=network, closed=closed, **given)
    send_all(app)
    return str(sorted((row.purpose, row.state) for row in rows(app)))
