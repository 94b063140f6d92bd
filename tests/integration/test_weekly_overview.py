"""The weekly overview: when it is made, who gets it, and that it says no more than the pages do."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import Account, AccountMail, Network, PartnerOrganisation, Round, WeeklyOverview
from survey.services import account_mail, networks
from survey.work import jobs, overviews
from tests.agreeing import agree
from tests.factories import OpenRound, add_adviser, answer, sign_in, statements
from tests.mail_server import read_mail, words_of
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of

COORDINATOR = "hanna@x.example"


pytestmark = pytest.mark.usefixtures("mail_folder")


@pytest.fixture
def opened(app: Flask, connection: Connection, at: Set, client: PageClient) -> OpenRound:
    """A round of a network whose adviser and coordinator can sign in."""
    opened = open_round_of(app, {"library": 4, "welfare": 4})
    sign_in(app, client)
    sign_in(app, client, role="coordinator", address=COORDINATOR)
    return opened


def receivers(app: Flask) -> list[str]:
    with app.app_context():
        overviews.make_due()
        with reading() as session:
            return sorted(session.scalars(select(AccountMail.to_address)))


def send(app: Flask, folder: Path) -> dict[str, str]:
    """Send what waits; return what each mail says, by whom it is for."""
    with app.app_context():
        with reading() as session:
            waiting = list(session.scalars(select(AccountMail.id)))
        for each in waiting:
            jobs.send_account_mail(str(each))
    found = [read_mail(path.read_bytes()) for path in folder.glob("*.eml")]
    return {str(mail["To"]): words_of(mail) for mail in found}


def test_on_monday_at_eight_once(app: Flask, opened: OpenRound, at: Set) -> None:
    for moment in (dutch(7, 12), dutch(8, 12), dutch(9, 7, 59)):
        at(moment)
        assert receivers(app) == []
    at(dutch(9, 8, 0))
    assert receivers(app) == [COORDINATOR]
    at(dutch(10, 8, 0))
    assert len(receivers(app)) == 1
    at(dutch(16, 8, 0))
    assert len(receivers(app)) == 2


@pytest.mark.parametrize(("day", "made"), [(10, 1), (11, 1), (12, 0)])
def test_a_worker_that_was_off_makes_it_until_wednesday(
    app: Flask, opened: OpenRound, at: Set, day: int, made: int
) -> None:
    at(dutch(day, 7, 0))
    assert receivers(app) == []
    at(dutch(day, 9, 0))
    assert len(receivers(app)) == made


def test_it_says_the_totals_of_the_hour_and_what_closes(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    at(dutch(9, 7, 50))
    answer(app, opened.tokens[0], statements(3))
    at(dutch(9, 8, 10))
    answer(app, opened.tokens[1], statements(3))
    receivers(app)
    said = send(app, mail_folder)

    line = "Taalnetwerk Waterdam: 1 van de 8 ingestuurd. Open tot en met maandag 23 november 2026."
    assert line in said[COORDINATOR]
    at(dutch(23, 8, 0))
    for path in mail_folder.glob("*.eml"):
        path.unlink()
    receivers(app)
    assert "2 van de 8 ingestuurd. Sluit deze week: maandag 23 november 2026." in send(app, mail_folder)[COORDINATOR]


def test_in_english_for_who_reads_english(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Account).values(language="en"))
    at(dutch(9, 8))
    receivers(app)

    assert "0 of the 8 sent in. Open until Monday 23 November 2026." in send(app, mail_folder)[COORDINATOR]


def test_who_has_nothing_to_read_gets_nothing(app: Flask, opened: OpenRound, at: Set) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(closed_at_utc=clock.now(), cancelled_at_utc=clock.now()))
    at(dutch(9, 8))

    assert receivers(app) == []
    with app.app_context(), reading() as session:
        assert session.scalars(select(WeeklyOverview)).one().week.isoformat() == "2026-11-09"


@pytest.mark.parametrize(
    "values", [{"gets_overview": False}, {"joined_at_utc": None}, {"active": False, "closed_at_utc": dutch(3)}]
)
def test_only_who_can_sign_in_and_wants_it(app: Flask, opened: OpenRound, at: Set, values: dict[str, object]) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Account).where(Account.address == COORDINATOR).values(values))
    at(dutch(9, 8))

    assert receivers(app) == []


def test_who_looks_after_a_network_is_told_by_alerts_and_not_here(app: Flask, opened: OpenRound, at: Set) -> None:
    """Also who coordinated it before, and is an adviser since."""
    with app.app_context(), writing() as session:
        coordinator = session.scalars(select(Account).where(Account.address == COORDINATOR)).one()
        coordinator.role = "adviser"
        session.get_one(Network, opened.network_id).adviser_id = coordinator.id
    at(dutch(9, 8))

    assert receivers(app) == []


def test_nobody_reads_of_networks_out_of_reach(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path, client: PageClient
) -> None:
    with app.app_context(), writing() as session:
        elsewhere = add_adviser(session, support="Taalsteun Noord", address="ander@noord.example")
        elsewhere.joined_at_utc = clock.now()
        networks.add_network(session, adviser=elsewhere, name="Verweg", province="Groningen")
    sign_in(app, client, address="collega@midden.example")
    at(dutch(9, 8))

    assert receivers(app) == [COORDINATOR]


def test_nothing_is_made_when_it_breaks_off_halfway(
    app: Flask, opened: OpenRound, at: Set, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **named: object) -> None:
        raise RuntimeError("cut off")

    at(dutch(9, 8))
    with monkeypatch.context() as broken:
        broken.setattr(account_mail, "ask", fail)
        with app.app_context(), pytest.raises(RuntimeError):
            overviews.make_due()

    assert len(receivers(app)) == 1


def test_it_can_be_turned_off(app: Flask, opened: OpenRound, client: PageClient, at: Set) -> None:
    page = client.get("/account/gegevens")
    form = page.form(action="/account/gegevens")
    assert "gets_overview" in form.fields
    fields = {key: value for key, value in form.fields.items() if key != "gets_overview"}
    client.post("/account/gegevens", fields)
    at(dutch(9, 8))

    assert receivers(app) == []


def agreed(app: Flask, opened: OpenRound) -> None:
    """Actions that are late, to be ready today, in two weeks and after that, and what is settled."""
    with app.app_context(), reading() as session:
        owner = session.scalars(select(PartnerOrganisation.id).where(PartnerOrganisation.kind == "library")).one()
    day = date(2026, 11, 9)
    agree(
        app, opened.network_id, slot=1, what="Bel <b>de</b> wethouder.", person="Hanna", due_on=day - timedelta(days=7)
    )
    agree(
        app,
        opened.network_id,
        slot=2,
        what="Nodig uit.",
        owner_id=owner,
        status="busy",
        due_on=day + timedelta(days=14),
    )
    agree(app, opened.network_id, slot=3, what="Nog lang niet.", person="Joris", due_on=day + timedelta(days=15))
    agree(app, opened.network_id, what="Al gedaan.", person="Joris", due_on=day, status="done")


def test_it_says_which_actions_are_late_or_to_be_ready_in_two_weeks(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    agreed(app, opened)
    at(dutch(9, 8))
    receivers(app)
    said = send(app, mail_folder)

    (said,) = said.values()
    assert "- Bel <b>de</b> wethouder. (Hanna) Had klaar moeten zijn op maandag 2 november 2026." in said
    assert "- Nodig uit. (library van Taalnetwerk Waterdam) Klaar op maandag 23 november 2026." in said
    assert f"/netwerken/{opened.network_id}/acties" in said
    assert "Nog lang niet." not in said
    assert "Al gedaan." not in said


def test_actions_alone_are_worth_a_mail(app: Flask, opened: OpenRound, at: Set, mail_folder: Path) -> None:
    agreed(app, opened)
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(closed_at_utc=clock.now(), cancelled_at_utc=clock.now()))
        session.execute(update(Account).values(language="en"))
    at(dutch(9, 8))
    assert receivers(app) == [COORDINATOR]
    said = send(app, mail_folder)[COORDINATOR]

    assert "Was to be ready on Monday 2 November 2026." in said
    assert "To be ready on Monday 23 November 2026." in said
    assert "open rounds stand" not in said
    assert "/rondes" not in said


def test_nobody_reads_of_actions_of_networks_out_of_reach(
    app: Flask, opened: OpenRound, at: Set, mail_folder: Path
) -> None:
    with app.app_context(), writing() as session:
        elsewhere = add_adviser(session, support="Taalsteun Noord", address="ander@noord.example")
        elsewhere.joined_at_utc = clock.now()
        network = networks.add_network(session, adviser=elsewhere, name="Verweg", province="Groningen")
    agree(app, network.id, what="Van Verweg.", person="Ida", due_on=date(2026, 11, 10))
    at(dutch(9, 8))
    receivers(app)
    said = send(app, mail_folder)

    assert list(said) == [COORDINATOR]
    assert "Verweg" not in said[COORDINATOR]
