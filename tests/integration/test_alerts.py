"""Alerts by mail: what is told, when, once, and what the mails say."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, update

from survey import clock
from survey.database import writing
from survey.models import Account, AlertTold, Round
from tests.agreeing import agree
from tests.alerting import ALL_AT_ONCE, NETWORK, bounce, change, choose, make, open_and_look, rows, send, told
from tests.factories import ADVISER_ADDRESS, OpenRound, answer, close_round, sign_in, statements
from tests.mail_server import all_of, words_of
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of

pytestmark = pytest.mark.usefixtures("mail_folder")


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set, client: PageClient) -> OpenRound:
    return open_and_look(app, client)


def test_at_once_a_report_that_waits_is_told_within_the_hour_and_once(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(4, 10, 5))
    make(app)
    close_round(app, opened.id)
    at(dutch(4, 10, 50))
    assert told(app, mail_folder) == []
    at(dutch(4, 11, 1))
    (said,) = told(app, mail_folder)
    assert said.startswith(f"{ADVISER_ADDRESS}\nNieuw bij {NETWORK}\nHallo Joris Veenstra,\n\n")
    assert f"{NETWORK}\nHet rapport wacht op vrijgeven:\n" in said
    assert f"/netwerken/{opened.network_id}/ronde\n" in said
    assert "/overzicht/meldingen" in said
    for moment in (dutch(4, 11, 30), dutch(4, 12, 1), dutch(5, 9, 0)):
        at(moment)
        assert told(app, mail_folder) == []


def test_everything_of_an_hour_is_in_one_mail_the_most_urgent_network_first(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, ALL_AT_ONCE)
    at(dutch(18, 9, 30))
    bounce(app, 2, dutch(18, 9, 10))
    other = open_round_of(app, {"library": 5}, name="Taalnetwerk Bergen")
    with app.app_context(), writing() as session:
        session.get_one(Round, other.id).closes_on = date(2026, 12, 20)
    agree(app, other.network_id, due_on=date(2026, 11, 17), person="Hanna Bos", what="Bel de wethouder.")
    at(dutch(18, 10, 0))
    (said,) = told(app, mail_folder)

    assert said.index("Respons 0%, sluit over 5 dagen, nog te weinig voor een uitkomst") < said.index("Bergen\n1 actie")
    assert "2 mails komen niet aan" in said
    assert f"/netwerken/{other.network_id}/acties" in said
    assert "Nieuw bij 2 netwerken" in said
    assert "wethouder" not in said
    assert "Hanna" not in said


@pytest.mark.parametrize(("hour", "minute", "goes"), [(0, 30, 0), (6, 59, 0), (7, 0, 1), (19, 59, 1), (20, 0, 0)])
def test_at_night_nobody_is_mailed(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, hour: int, minute: int, goes: int
) -> None:
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, hour, minute))

    assert len(told(app, mail_folder)) == goes


def test_on_monday_all_networks_are_in_one_mail_and_again_the_next_one_as_long_as_it_is_so(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    late = agree(app, opened.network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    for moment in (dutch(6, 12), dutch(8, 12), dutch(9, 6, 59)):
        at(moment)
        assert told(app, mail_folder) == []
    at(dutch(9, 7, 0))
    (said,) = told(app, mail_folder)
    assert "\nJe netwerken deze week\n" in said
    assert f"{NETWORK}\n1 actie is te laat, al 4 dagen:\n" in said
    assert "te weinig" not in said
    at(dutch(9, 12, 0))
    assert told(app, mail_folder) == []
    at(dutch(16, 7, 0))
    (said,) = told(app, mail_folder)
    assert "Respons 0%, sluit over 7 dagen, nog te weinig voor een uitkomst" in said
    assert "1 actie is te laat" in said

    with app.app_context(), writing() as session:
        session.execute(update(Round).values(closes_on=date(2026, 12, 20)))
    change_action(app, late)
    at(dutch(23, 7, 0))
    assert told(app, mail_folder) == []


def change_action(app: Flask, action_id: UUID) -> None:
    """Settle an action."""
    from survey.models import Action

    with app.app_context(), writing() as session:
        row = session.get_one(Action, action_id)
        row.slot, row.status, row.settled_at_utc = None, "done", clock.now()


@pytest.mark.parametrize(("day", "made"), [(10, 1), (11, 1), (12, 0)])
def test_a_worker_that_was_off_makes_the_mail_of_the_week_until_wednesday(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, day: int, made: int
) -> None:
    agree(app, opened.network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    at(dutch(day, 9))

    assert len(told(app, mail_folder)) == made


def test_who_is_new_waits_for_monday(app: Flask, connection: Connection, at: Set, mail_folder: Path) -> None:
    opened = open_round_of(app, {"library": 4})
    sign_in(app, PageClient(app))
    agree(app, opened.network_id, due_on=date(2026, 11, 1), person="Hanna Bos")
    at(dutch(3, 9))
    assert told(app, mail_folder) == []
    at(dutch(9, 9))
    assert len(told(app, mail_folder)) == 1


def test_monday_says_what_is_new_and_the_rest_in_one_mail(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    agree(app, opened.network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    at(dutch(8, 22))
    close_round(app, opened.id)
    at(dutch(9, 7))
    (said,) = told(app, mail_folder)

    assert "Het rapport wacht" in said
    assert "1 actie is te laat" in said


def test_what_can_wait_for_monday_is_not_in_a_mail_before_it(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, {"too_few": "at_once"})
    agree(app, opened.network_id, due_on=date(2026, 11, 12), person="Hanna Bos")
    at(dutch(20, 9))
    (said,) = told(app, mail_folder)

    assert "nog te weinig voor een uitkomst" in said
    assert "actie" not in said


def test_a_mail_that_comes_back_is_told_when_there_are_more_of_them(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, {"bounced": "at_once"})
    found: list[bool] = []
    for hour, number in enumerate((1, 1, 3, 2, 3, 0, 1), 8):
        bounce(app, number, dutch(3, hour - 1, 59))
        at(dutch(3, hour, 5))
        found.append(bool(told(app, mail_folder)))

    assert found == [True, False, True, False, True, False, True]


def test_a_round_that_is_extended_is_nearly_over_once_more(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, {"too_few": "at_once"})
    at(dutch(17, 9))
    assert len(told(app, mail_folder)) == 1
    change(app, Round, closes_on=date(2026, 11, 30))
    at(dutch(18, 9))
    assert told(app, mail_folder) == []
    assert rows(app, AlertTold) == 0
    at(dutch(24, 9))
    assert len(told(app, mail_folder)) == 1


@pytest.mark.parametrize(("answers", "says"), [(5, "genoeg voor gemiddelden"), (8, "genoeg voor gemiddelden")])
def test_few_answers_are_told_as_well_as_too_few(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, answers: int, says: str
) -> None:
    choose(app, {"too_few": "at_once"})
    at(dutch(17, 8, 30))
    for token in opened.tokens[:answers]:
        answer(app, token, statements(3))
    at(dutch(17, 9))
    (said,) = told(app, mail_folder)

    assert says in said


def test_a_report_that_nobody_has_to_release_is_told_as_one_that_can_be_read(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    change(app, Round, releases_at_once=True)
    at(dutch(4, 22))
    close_round(app, opened.id)
    at(dutch(5, 9))
    (said,) = told(app, mail_folder)
    assert "Het rapport is klaar, en de deelnemers kunnen het lezen" in said
    at(dutch(16, 9))
    assert told(app, mail_folder) == []


def test_what_is_not_so_any_more_when_the_mail_goes_is_not_in_it(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, {"too_few": "at_once", "bounced": "at_once"})
    bounce(app, 1, dutch(17, 8))
    at(dutch(17, 9))
    make(app)
    bounce(app, 0, dutch(17, 8))
    (mail,) = send(app, mail_folder)

    assert "komt niet aan" not in words_of(mail)
    assert "te weinig" in words_of(mail)


def test_what_was_told_in_the_mail_of_the_week_is_not_new_for_who_wants_it_at_once_from_now_on(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    agree(app, opened.network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    at(dutch(9, 7))
    assert len(told(app, mail_folder)) == 1
    choose(app, {"late": "at_once"})
    at(dutch(9, 8))
    assert told(app, mail_folder) == []
    agree(app, opened.network_id, slot=2, due_on=date(2026, 11, 9), person="Hanna Bos")
    at(dutch(10, 7))
    (said,) = told(app, mail_folder)
    assert "2 acties zijn te laat" in said


def test_in_english_for_who_reads_english(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    change(app, Account, language="en")
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, 9))
    make(app)
    (mail,) = send(app, mail_folder)

    assert mail["Content-Language"] == "en"
    assert f"New at {NETWORK}" in str(mail["Subject"])
    assert "The report waits for you to release it" in words_of(mail)
    assert "rapport" not in words_of(mail)


def test_a_mail_names_no_person_and_no_address_but_the_advisers_own(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    choose(app, ALL_AT_ONCE)
    bounce(app, 3, dutch(17, 8))
    agree(app, opened.network_id, due_on=date(2026, 11, 5), person="Wilma Jansen", what="Vraag het Ada.")
    at(dutch(17, 9))
    make(app)
    (mail,) = send(app, mail_folder)

    for name in ("Wilma", "Ada", "library", "welfare", "@library.example", "Hanna"):
        assert name not in all_of(mail)
