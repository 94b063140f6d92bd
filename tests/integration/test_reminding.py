"""Reminders by the worker and by hand: to whom, when, how often, and what is left of them."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import AuditEvent, Contact, Invitation, Reminding, Round, RoundMail
from survey.services import round_mail
from survey.services.round_mail import About
from survey.work import jobs, mails, reminders, rounds
from survey.work.orders import Order
from tests.factories import OpenRound, answer, coded_answers, fill_in, sign_in, statements
from tests.mail_server import read_mail, words_of
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of

ALL = ("7", "14", "last")


pytestmark = pytest.mark.usefixtures("mail_folder")


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set) -> OpenRound:
    return open_round_of(app, {"library": 4, "welfare": 4}, reminds_on=ALL)


@pytest.fixture
def coordinator(app: Flask, opened: OpenRound, client: PageClient) -> PageClient:
    sign_in(app, client, role="coordinator", address="hanna@x.example")
    return client


def rows(app: Flask, kind: type[Any]) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(kind).order_by(kind.id)))


def change(app: Flask, model: type[Any], row_id: UUID | None, **values: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(model).where(model.id == row_id).values(**values))


def invitations(app: Flask) -> list[Invitation]:
    """Return the invitations in the order of the round's tokens."""
    with app.app_context(), reading() as session:
        statement = select(Invitation).join(Contact, Contact.id == Invitation.contact_id).order_by(Contact.sort_name)
        return list(session.scalars(statement))


def look(app: Flask) -> list[str]:
    """Do what the worker does once a minute, and return to whom reminders wait."""
    with app.app_context():
        reminders.put_out_due()
        with reading() as session:
            statement = (
                select(Contact.address)
                .join(Invitation, Invitation.contact_id == Contact.id)
                .join(RoundMail, RoundMail.invitation_id == Invitation.id)
                .where(RoundMail.purpose == "reminder")
            )
            return sorted(str(address) for address in session.scalars(statement))


def send(app: Flask) -> None:
    with app.app_context():
        for batch in {mail.batch_id for mail in rows(app, RoundMail)}:
            mails.send_batch("worker", str(batch))


def sent(folder: Path) -> Iterator[tuple[str, str]]:
    """Return to whom mails went, and what they say."""
    for path in sorted(folder.glob("*.eml")):
        mail = read_mail(path.read_bytes())
        yield str(mail["To"]), words_of(mail)


def test_on_its_day_everybody_who_did_not_send_in_is_reminded_once(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    answer(app, opened.tokens[0], statements(3))
    fill_in(PageClient(app), opened.tokens[1], coded_answers(1), send=False)
    at(dutch(9, 8, 59))
    assert look(app) == []

    at(dutch(9, 9, 0))
    assert len(look(app)) == 7
    assert len(look(app)) == 7
    send(app)

    assert sorted(to for to, _ in sent(mail_folder)) == sorted(
        [f"p{person}@library.example" for person in range(1, 4)] + [f"p{person}@welfare.example" for person in range(4)]
    )
    assert rows(app, RoundMail) == []
    at(dutch(9, 14))
    assert look(app) == []


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Invitation, {"refused_at_utc": dutch(3)}),
        (Invitation, {"wants_no_mail": True}),
        (Invitation, {"withdrawn_at_utc": dutch(3)}),
        (Invitation, {"bounced_at_utc": dutch(3), "bounce_code": 550}),
        (Contact, {"archived_at_utc": dutch(3)}),
        (Contact, {"address": None, "address_key": None}),
    ],
)
def test_who_is_not_to_be_mailed_is_not_reminded(
    app: Flask, opened: OpenRound, at: Set, model: type[Any], values: dict[str, Any]
) -> None:
    first = invitations(app)[0]
    change(app, model, first.id if model is Invitation else first.contact_id, **values)
    at(dutch(9))

    assert "p0@library.example" not in look(app)
    assert len(look(app)) == 7


def test_whose_invitation_did_not_go_yet_gets_that_first(app: Flask, opened: OpenRound, at: Set) -> None:
    first = invitations(app)[0].id
    with app.app_context(), writing() as session:
        about, sender = About(opened.id, "invitation"), app.extensions["netwerkspiegel"].mail_from
        round_mail.put_out(session, about, invitation_ids=[first], sender=sender, at=clock.now())
    at(dutch(9))

    assert "p0@library.example" not in look(app)


def test_who_sends_in_meanwhile_is_not_reminded_and_nothing_is_left_of_it(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(9))
    look(app)
    answer(app, opened.tokens[0], statements(3))
    change(app, Invitation, invitations(app)[1].id, bounced_at_utc=dutch(9), bounce_code=550)
    send(app)

    assert len(list(sent(mail_folder))) == 6
    assert not {"p0@library.example", "p1@library.example"} & {to for to, _ in sent(mail_folder)}
    assert rows(app, RoundMail) == []
    assert rows(app, Reminding)[0].failed == 0


def test_a_mail_that_waits_until_night_goes_in_the_morning(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(9, 16, 59))
    look(app)
    at(dutch(9, 17, 0))
    send(app)
    assert list(sent(mail_folder)) == []
    assert {mail.due_at_utc for mail in rows(app, RoundMail)} == {dutch(10, 9, 0)}
    assert {mail.tries for mail in rows(app, RoundMail)} == {0}

    at(dutch(10, 9, 0))
    send(app)
    assert len(list(sent(mail_folder))) == 8


def test_nothing_is_put_out_on_a_sunday_or_at_night_however_long_the_worker_was_off(
    app: Flask, opened: OpenRound, at: Set
) -> None:
    for moment in (dutch(15, 12), dutch(16, 8, 59), dutch(16, 17), dutch(16, 3)):
        at(moment)
        assert look(app) == []


def test_after_days_off_there_is_one_reminder(app: Flask, opened: OpenRound, at: Set) -> None:
    at(dutch(18))
    assert len(look(app)) == 8
    send(app)
    at(dutch(19))
    assert look(app) == []
    (only,) = rows(app, Reminding)
    assert (only.number, only.moment) == (1, "14")


def test_there_are_three_and_each_says_that_drafts_go(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    said: list[str] = []
    for day in (9, 16, 23):
        at(dutch(day))
        look(app)
        send(app)
        said.append([words for to, words in sent(mail_folder) if to == "p0@library.example"][-1])
        for path in mail_folder.glob("*.eml"):
            path.unlink()
    at(dutch(23, 15))
    assert look(app) == []
    assert [each.number for each in sorted(rows(app, Reminding), key=lambda each: each.number)] == [1, 2, 3]
    assert ["telt niet mee en wordt gewist" in each for each in said] == [True, True, True]


def test_a_round_without_reminders_or_about_to_close_has_none(app: Flask, opened: OpenRound, at: Set) -> None:
    at(dutch(9))
    change(app, Round, opened.id, reminds_on=[])
    assert look(app) == []
    change(app, Round, opened.id, reminds_on=list(ALL), closing_asked_at_utc=dutch(9, 9))
    assert look(app) == []


def test_the_worker_does_it_and_hands_the_mails_over(
    app: Flask, opened: OpenRound, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[str] = []

    def note(order: Order, config: object) -> None:
        handed.append(order.workflow)

    monkeypatch.setattr(rounds, "hand_over", note)
    monkeypatch.setattr(jobs, "hand_over", note)
    at(dutch(9))
    with app.app_context():
        jobs.pick_up("worker")

    assert "round-mails" in handed


def test_half_of_a_reminder_is_never_there(
    app: Flask, opened: OpenRound, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **named: object) -> None:
        raise RuntimeError("cut off")

    at(dutch(9))
    with monkeypatch.context() as broken:
        broken.setattr(round_mail, "put_out", fail)
        with app.app_context(), pytest.raises(RuntimeError):
            reminders.put_out_due()
    assert rows(app, Reminding) == []
    assert rows(app, AuditEvent) == []
    assert len(look(app)) == 8


def press(client: PageClient, opened: OpenRound, status: int = 303) -> Any:
    asked = client.get(f"/rondes/{opened.id}/herinneren")
    return client.submit(asked, {}, status, form={"id": "remind"})


def test_by_hand_it_is_asked_first_and_then_goes(
    app: Flask, opened: OpenRound, coordinator: PageClient, at: Set, mail_folder: Path
) -> None:
    at(dutch(5))
    page = coordinator.get(f"/netwerken/{opened.network_id}/ronde")
    (link,) = [each for each in page.links() if each.endswith("/herinneren")]
    asked = coordinator.get(link)
    assert "ongeveer 8 mensen" in asked.words
    assert rows(app, Reminding) == []

    done = coordinator.follow(coordinator.submit(asked, {}, form={"id": "remind"}))
    assert "De herinnering gaat naar wie nog niet heeft ingestuurd." in done.words
    assert "Verstuurd op donderdag 5 november 2026, naar ongeveer 8 mensen" in done.words
    assert "Je kunt een herinnering sturen vanaf maandag 9 november 2026, 09.00 uur." in done.words
    assert not [each for each in done.links() if each.endswith("/herinneren")]
    send(app)
    assert len(list(sent(mail_folder))) == 8
    (noted,) = [each for each in rows(app, AuditEvent) if each.action == "round.reminded"]
    assert noted.details == {"number": 1}


def test_pressed_twice_nobody_gets_two(app: Flask, opened: OpenRound, coordinator: PageClient, at: Set) -> None:
    at(dutch(5))
    first, second = (coordinator.get(f"/rondes/{opened.id}/herinneren") for _ in range(2))
    coordinator.submit(first, {}, form={"id": "remind"})
    refused = coordinator.submit(second, {}, 422, form={"id": "remind"})

    assert "Je kunt een herinnering sturen vanaf maandag 9 november 2026, 09.00 uur." in refused.words
    assert refused.title.startswith("Fout:")
    assert len(rows(app, RoundMail)) == 8


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        (dutch(8, 12), "vanaf maandag 9 november 2026, 09.00 uur"),
        (dutch(5, 22), "vanaf vrijdag 6 november 2026, 09.00 uur"),
        (dutch(5, 7), "vanaf donderdag 5 november 2026, 09.00 uur"),
        (dutch(2, 12), "vanaf dinsdag 3 november 2026, 09.00 uur"),
        (dutch(23, 18), "Er is geen tijd meer voor een herinnering."),
    ],
)
def test_by_hand_never_on_a_sunday_or_at_night(
    app: Flask, opened: OpenRound, coordinator: PageClient, at: Set, moment: datetime, sentence: str
) -> None:
    at(dutch(5))
    form = coordinator.get(f"/rondes/{opened.id}/herinneren")
    at(moment)
    assert sentence in coordinator.get(f"/rondes/{opened.id}/herinneren").words
    assert sentence in coordinator.get(f"/netwerken/{opened.network_id}/ronde").words
    assert sentence in coordinator.submit(form, {}, 422, form={"id": "remind"}).words
    assert rows(app, Reminding) == []


def test_by_hand_at_most_three(app: Flask, opened: OpenRound, coordinator: PageClient, at: Set) -> None:
    for day in (3, 6, 10):
        at(dutch(day))
        press(coordinator, opened)
        send(app)
    at(dutch(14))
    assert "Er zijn al drie herinneringen geweest" in coordinator.get(f"/rondes/{opened.id}/herinneren").words
    at(dutch(23))
    assert look(app) == []


def test_the_number_that_is_told_is_of_the_full_hour(
    app: Flask, opened: OpenRound, coordinator: PageClient, at: Set
) -> None:
    """Who presses just after somebody sent in learns nothing: the number is that of the hour before (rule R10)."""
    at(dutch(5, 9, 50))
    answer(app, opened.tokens[0], statements(3))
    at(dutch(5, 10, 20))
    answer(app, opened.tokens[1], statements(3))
    press(coordinator, opened)

    (row,) = rows(app, Reminding)
    assert row.told == 7
    assert len(rows(app, RoundMail)) == 6


def test_a_closed_round_has_no_reminders(app: Flask, opened: OpenRound, coordinator: PageClient, at: Set) -> None:
    at(dutch(5))
    form = coordinator.get(f"/rondes/{opened.id}/herinneren")
    change(app, Round, opened.id, closed_at_utc=clock.now())
    refused = coordinator.submit(form, {}, 422, form={"id": "remind"})

    assert "Deze ronde is gesloten." in refused.words
    assert not [each for each in coordinator.get(f"/netwerken/{opened.network_id}/ronde").links() if "herinner" in each]


def test_reminders_by_plan_wait_for_no_one_who_was_reminded_by_hand(
    app: Flask, opened: OpenRound, coordinator: PageClient, at: Set
) -> None:
    at(dutch(7))
    press(coordinator, opened)
    send(app)
    for day in (9, 10, 11, 12):
        at(dutch(day))
        assert look(app) == []
    page = coordinator.get(f"/netwerken/{opened.network_id}/ronde").words
    assert "Gepland op maandag 16 november 2026" in page
    assert "Gepland op maandag 9 november 2026" not in page
    at(dutch(16))
    assert len(look(app)) == 8
