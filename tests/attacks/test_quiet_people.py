"""Who sent in and then wants no more mail: staff see no refusal, so nothing else may tell either (attack 17).

Two instances in which the same people sent in; in one of them the first person said "I do not take part" afterwards.
"""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import update

from survey.database import writing
from survey.models import Invitation
from tests.attacks.staff_channels import OWN_MARK
from tests.factories import OpenRound, answer, close_round, sign_in, statements
from tests.invited import invitation_of, list_of, press
from tests.mail_server import TAKEN, Inbox, receiving
from tests.networks import contact
from tests.pages import PageClient
from tests.round_mails import mail_all, send, send_all
from tests.round_times import Set, dutch, open_round_of, setting_clock

WHO = "library 000"
Made = Callable[[bool], tuple[Flask, OpenRound, PageClient]]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return setting_clock(monkeypatch)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def made(make_app: Callable[..., Flask], engine_name: str, at: Set, inbox: Inbox) -> Iterator[Made]:
    """Return what makes an instance with six people of whom five sent in, and its adviser."""

    def make(is_quiet: bool) -> tuple[Flask, OpenRound, PageClient]:
        inbox.to_recipient = [TAKEN]
        at(dutch(2, 9))
        app = make_app(engine_name, mail_server=server)
        opened = open_round_of(app, {"library": 6})
        send(app, mail_all(app, opened.id, "invitation"))
        at(dutch(5, 9, 30))
        for token in opened.tokens[:5]:
            answer(app, token, statements(3))
        if is_quiet:
            PageClient(app).post(f"{opened.link}/afmelden", {"go": "leave"})
        adviser = PageClient(app)
        sign_in(app, adviser)
        return app, opened, adviser

    with receiving(inbox) as server:
        yield make


def said(app: Flask, opened: OpenRound, adviser: PageClient) -> list[str]:
    """Return what the adviser reads of everybody and of this person."""
    paths = (list_of(opened), f"/netwerken/{opened.network_id}/ronde", f"/contacten/{contact(app, WHO).id}/bewerken")
    return [OWN_MARK.sub("", adviser.get(path).words) for path in paths]


def test_17_an_invitation_that_goes_once_more_tells_nothing_of_who_wants_no_mail(made: Made, at: Set) -> None:
    """A mail that is kept back leaves what one leaves that went, also to who presses the button twice."""
    found: list[list[str]] = []
    for is_quiet in (False, True):
        app, opened, adviser = made(is_quiet)
        at(dutch(6, 10, 5))
        told = [press(adviser, opened, invitation_of(app, WHO).id, "opnieuw").words]
        send_all(app)
        at(dutch(6, 10, 7))
        told += [press(adviser, opened, invitation_of(app, WHO).id, "opnieuw").words]
        found.append([OWN_MARK.sub("", each) for each in told] + said(app, opened, adviser))

    assert found[0] == found[1]
    assert "opnieuw op" in found[1][2]


def test_17_an_invitation_once_more_to_an_address_that_is_wrong_tells_nothing_either(
    made: Made, at: Set, inbox: Inbox
) -> None:
    """The mail came back before: kept back, it stays so, as one does that comes back once more."""
    found: list[list[str]] = []
    for is_quiet in (False, True):
        app, opened, adviser = made(is_quiet)
        first = Invitation.id == invitation_of(app, WHO).id
        with app.app_context(), writing() as session:
            session.execute(update(Invitation).where(first).values(bounced_at_utc=dutch(2, 10), bounce_code=550))
        at(dutch(6, 10, 5))
        press(adviser, opened, invitation_of(app, WHO).id, "opnieuw")
        inbox.to_recipient = ["550 5.1.1 unknown"]
        send_all(app)
        found.append(said(app, opened, adviser))

    assert found[0] == found[1]
    assert "bestaat niet" in found[1][0]


def test_17_how_many_are_mailed_about_the_report_tells_nothing_of_who_wants_no_mail(made: Made) -> None:
    """Also not when somebody goes to the archive meanwhile: the number would fall by one, or not."""
    found: list[list[str]] = []
    for is_quiet in (False, True):
        app, opened, adviser = made(is_quiet)
        close_round(app, opened.id)
        release = f"/rondes/{opened.id}/vrijgeven"
        told = [adviser.get(release).words]
        of = f"/contacten/{contact(app, WHO).id}"
        adviser.submit(adviser.get(f"{of}/bewerken"), {}, form={"action": f"{of}/archiveren"})
        found.append([*told, adviser.get(release).words, *said(app, opened, adviser)])

    assert found[0] == found[1]
    assert "6 mensen kunnen een mail krijgen" in found[0][0]
    assert "5 mensen kunnen een mail krijgen" in found[0][1]
