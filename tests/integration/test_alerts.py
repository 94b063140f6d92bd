"""Alerts by mail: what is told to whom, when, once, and what the mails say."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, update

from survey import clock
from survey.database import reading, writing
from survey.mail.failures import MailDelayed
from survey.models import Account, AccountMail, AlertLook, AlertTold, Invitation, Network, Round, SupportOrganisation
from survey.models.alert import AlertKind, AlertPace
from survey.queries import alerts as queries
from survey.services import account_mail, alerts, networks
from survey.services.erasing_accounts import anonymise
from survey.work import alerts as work
from survey.work import jobs, overviews
from tests.agreeing import agree
from tests.factories import ADVISER_ADDRESS, OpenRound, add_adviser, answer, close_round, sign_in, statements
from tests.mail_server import Inbox, all_of, read_mail, receiving, words_of
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of, setting_clock

#: The round of these tests is open until Monday 23 November.
NETWORK = "Taalnetwerk Waterdam"
ALL_AT_ONCE: Mapping[AlertKind, AlertPace] = dict.fromkeys(alerts.STANDARD, "at_once")


@pytest.fixture(autouse=True)
def mail_folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the mails of each test by themselves."""
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(app.extensions["netwerkspiegel"], data_dir=tmp_path))
    return tmp_path / "mail"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    set_clock = setting_clock(monkeypatch)
    set_clock(dutch(2, 9))
    return set_clock


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set, client: PageClient) -> OpenRound:
    """A round of a network whose adviser and coordinator can sign in, looked at once before."""
    opened = open_round_of(app, {"library": 6, "welfare": 6})
    sign_in(app, client)
    sign_in(app, PageClient(app), role="coordinator", address="hanna@x.example")
    make(app)
    return opened


def make(app: Flask) -> None:
    with app.app_context():
        work.make_due()


def waiting(app: Flask) -> list[UUID]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(AccountMail.id).order_by(AccountMail.asked_at_utc)))


def send(app: Flask, folder: Path) -> list[EmailMessage]:
    """Send what waits, and return what was kept of it."""
    before = set(folder.glob("*.eml"))
    with app.app_context():
        for each in waiting(app):
            jobs.send_account_mail(str(each))
    return [read_mail(path.read_bytes()) for path in sorted(set(folder.glob("*.eml")) - before)]


def told(app: Flask, folder: Path) -> list[str]:
    """Look what there is to tell, send it, and return what the mails say, with whom they are to."""
    make(app)
    return [f"{mail['To']}\n{mail['Subject']}\n{words_of(mail)}" for mail in send(app, folder)]


def choose(app: Flask, chosen: Mapping[AlertKind, AlertPace], address: str = ADVISER_ADDRESS) -> None:
    with app.app_context(), writing() as session:
        account_id = session.scalars(select(Account.id).where(Account.address == address)).one()
        queries.keep_choices(session, account_id=account_id, chosen=chosen)


def change(app: Flask, table: type[Any], **values: Any) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(table).values(**values))


def rows(app: Flask, table: type[Any]) -> int:
    with app.app_context(), reading() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def bounce(app: Flask, number: int, moment: datetime) -> None:
    """Have the first addresses take no mail since a moment; the others do."""
    with app.app_context(), writing() as session:
        people = session.scalars(select(Invitation).order_by(Invitation.id)).all()
        for place, person in enumerate(people):
            person.bounced_at_utc = moment if place < number else None


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
    assert f"{NETWORK}\n1 actie is te laat:\n" in said
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


def closed(app: Flask, opened: OpenRound) -> None:
    close_round(app, opened.id)


def archived(app: Flask, opened: OpenRound) -> None:
    change(app, Network, archived_at_utc=clock.now())


def archived_support(app: Flask, opened: OpenRound) -> None:
    change(app, SupportOrganisation, archived_at_utc=clock.now())


def handed_over(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        other = add_adviser(session, address="ida@taalsteun.example")
        session.get_one(Network, opened.network_id).adviser_id = other.id


def locked(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.scalars(select(Account).where(Account.address == ADVISER_ADDRESS)).one().active = False


def moved(app: Flask, opened: OpenRound) -> None:
    """Let a network belong to another support organisation, and its adviser not."""
    with app.app_context(), writing() as session:
        elsewhere = networks.add_support_organisation(session, name="Taalsteun Noord")
        session.get_one(Network, opened.network_id).support_organisation_id = elsewhere.id


def wanted_no_more(app: Flask, opened: OpenRound) -> None:
    choose(app, dict.fromkeys(alerts.STANDARD, "never"))


HAPPENS = [closed, archived, archived_support, handed_over, locked, moved, wanted_no_more]


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda each: each.__name__)
def test_what_happens_before_the_mail_goes_keeps_it_back(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, happens: Any
) -> None:
    choose(app, {"too_few": "at_once", "report": "never"})
    at(dutch(17, 9))
    make(app)
    assert len(waiting(app)) == 1
    happens(app, opened)

    assert send(app, mail_folder) == []
    assert waiting(app) == []


@pytest.mark.parametrize("happens", HAPPENS, ids=lambda each: each.__name__)
def test_what_happens_before_it_is_looked_at_keeps_it_back(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, happens: Any
) -> None:
    choose(app, {"too_few": "at_once", "report": "never"})
    at(dutch(17, 9))
    happens(app, opened)

    assert told(app, mail_folder) == []


def test_who_takes_a_network_over_is_told_of_it_and_who_had_it_is_not(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, 9))
    assert len(told(app, mail_folder)) == 1
    sign_in(app, PageClient(app), address="ida@taalsteun.example")
    handed_over(app, opened)
    at(dutch(4, 10))
    (said,) = told(app, mail_folder)

    assert said.startswith("ida@taalsteun.example\n")
    assert rows(app, AlertTold) == 1


def test_who_did_not_join_yet_gets_nothing(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    change(app, Account, joined_at_utc=None)
    at(dutch(3, 22))
    close_round(app, opened.id)
    at(dutch(4, 9))

    assert told(app, mail_folder) == []


def test_an_adviser_is_told_of_own_networks_only_and_a_coordinator_of_none(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    with app.app_context(), writing() as session:
        for support, address, name in (
            ("Taalsteun Midden", "ida@taalsteun.example", "Van Ida"),
            ("Taalsteun Noord", "ander@noord.example", "Verweg"),
        ):
            adviser = add_adviser(session, support=support, address=address)
            adviser.joined_at_utc = clock.now()
            networks.add_network(session, adviser=adviser, name=name, province="Groningen")
        ids: dict[str, UUID] = {row[0]: row[1] for row in session.execute(select(Network.name, Network.id))}
    for network_id in ids.values():
        agree(app, network_id, due_on=date(2026, 11, 5), person="Hanna Bos")
    at(dutch(8, 9))
    make(app)
    at(dutch(9, 9))
    said = {each.partition("\n")[0]: each for each in told(app, mail_folder)}

    assert sorted(said) == ["ander@noord.example", "ida@taalsteun.example", ADVISER_ADDRESS]
    for address, name in (("ander@noord.example", "Verweg"), ("ida@taalsteun.example", "Van Ida")):
        assert {each for each in ids if f"\n{each}\n" in said[address]} == {name}
    assert {each for each in ids if f"\n{each}\n" in said[ADVISER_ADDRESS]} == {NETWORK}


def test_broken_off_halfway_it_goes_on_and_tells_nobody_twice(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One account's mail cannot be left: the others have theirs, and next minute so has this one."""
    with app.app_context(), writing() as session:
        for place in range(3):
            adviser = add_adviser(session, address=f"a{place}@taalsteun.example")
            adviser.joined_at_utc = clock.now()
            networks.add_network(session, adviser=adviser, name=f"Netwerk {place}", province="Groningen")
        ids = session.scalars(select(Network.id)).all()
    choose_all = [ADVISER_ADDRESS, *(f"a{place}@taalsteun.example" for place in range(3))]
    for address in choose_all:
        choose(app, {"late": "at_once"}, address)
    for network_id in ids:
        agree(app, network_id, due_on=date(2026, 11, 2), person="Hanna Bos")
    at(dutch(3, 9))
    ask, asked = account_mail.ask, list[str]()

    def fail_at_the_second(*arguments: Any, to: str, **named: Any) -> None:
        asked.append(to)
        ask(*arguments, to=to, **named)
        if len(asked) == 2:
            raise RuntimeError("cut off")

    with monkeypatch.context() as broken:
        broken.setattr(account_mail, "ask", fail_at_the_second)
        make(app)
    assert len(waiting(app)) == 3
    make(app)
    make(app)

    assert sorted(str(mail["To"]) for mail in send(app, mail_folder)) == sorted(choose_all)


def test_a_conversation_with_a_mail_server_brings_the_same_mail_once(
    app: Flask, opened: OpenRound, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the server wants it later, then it takes it; the totals are those of when it went."""
    choose(app, {"too_few": "at_once"})
    inbox = Inbox(to_mail=["451 later", "250 OK"])
    at(dutch(17, 9))
    make(app)
    (mail_id,) = waiting(app)
    with receiving(inbox) as server, app.app_context():
        ours = app.extensions["netwerkspiegel"]
        monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(ours, mail_server=server))
        with pytest.raises(MailDelayed):
            jobs.send_account_mail(str(mail_id))
        answer(app, opened.tokens[0], statements(3))
        at(dutch(17, 10, 1))
        jobs.send_account_mail(str(mail_id))
        jobs.send_account_mail(str(mail_id))

    (mail,) = inbox.mails
    assert inbox.refused == inbox.ids
    assert inbox.recipients == [ADVISER_ADDRESS]
    assert "Respons 8%, sluit over 6 dagen" in words_of(mail)
    assert '/ronde">Respons 8%, sluit over 6 dagen, nog te weinig voor een uitkomst</a>' in words_of(mail, "html")


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


def test_an_adviser_gets_no_weekly_overview_of_the_same_networks(app: Flask, opened: OpenRound, at: Set) -> None:
    at(dutch(9, 9))
    with app.app_context():
        overviews.make_due()
        with reading() as session:
            assert session.scalars(select(AccountMail.to_address)).all() == ["hanna@x.example"]


def test_what_was_told_goes_with_the_account(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    choose(app, ALL_AT_ONCE)
    at(dutch(17, 9))
    told(app, mail_folder)
    assert rows(app, AlertTold) == rows(app, AlertLook) == 1
    with app.app_context(), writing() as session:
        anonymise(session, account=session.scalars(select(Account).where(Account.address == ADVISER_ADDRESS)).one())

    assert rows(app, AlertTold) == rows(app, AlertLook) == 0


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
