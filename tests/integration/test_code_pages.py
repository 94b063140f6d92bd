"""The pages on which a coordinator makes, ends, renews and stops the codes of a round, and prints its form."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.clock import DUTCH_TIME
from survey.models import Base
from tests.factories import OpenRound, close_round, in_days, sign_in
from tests.joining import begin, make_code, stop_code
from tests.pages import Page, PageClient

TABLES = Base.metadata.tables
pytestmark = pytest.mark.usefixtures("connection")


def rows(connection: Connection, table: str) -> list[Any]:
    return list(connection.execute(select(TABLES[table])))


def actions(connection: Connection) -> list[tuple[str, Any]]:
    return [(row.action, row.details) for row in rows(connection, "audit_event") if not row.action.startswith("acc")]


@pytest.fixture
def coordinator(app: Flask, client: PageClient, opened: OpenRound) -> PageClient:
    sign_in(app, client, role="coordinator")
    return client


def press(
    client: PageClient, opened: OpenRound, do: str, purpose: str = "meeting", status: int = 303, **typed: str
) -> Page:
    """Press a button of a code, with what was typed for it."""
    page = client.get(f"/rondes/{opened.id}/codes")
    token = page.all("input", name="csrf_token")[0].get("value")
    fields = {f"{purpose}-{name}": value for name, value in typed.items()}
    return client.post(page.address, {"csrf_token": token, "purpose": purpose, "do": do, **fields}, status)


def test_a_code_is_made_shown_and_noted(coordinator: PageClient, opened: OpenRound, connection: Connection) -> None:
    before = coordinator.get(f"/rondes/{opened.id}/codes")

    page = coordinator.follow(press(coordinator, opened, "make"))

    (code,) = rows(connection, "round_code")
    assert ("Maak een code" in before.words, "De code werkt" in page.words) == (True, True)
    assert code.ends_at_utc == clock.end_of(rows(connection, "round")[0].closes_on)
    assert f"/rondes/{opened.id}/codes/scherm" in page.links()
    assert actions(connection)[-1] == ("code.made", {"purpose": "meeting"})


@pytest.mark.parametrize("typed", ["2 dagen", "31-02-2027", "2026-13-01"])
def test_what_is_no_day_is_said_at_the_day(
    coordinator: PageClient, opened: OpenRound, connection: Connection, typed: str
) -> None:
    page = press(coordinator, opened, "make", status=422, day=typed)

    assert "Dit is geen datum. Schrijf het zo: 11-12-2026." in page.words
    assert page.title.startswith("Fout:")
    assert page.one("input", id="meeting-day").get("value") == typed
    assert rows(connection, "round_code") == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day": str(in_days(1)), "time": "half vijf"}, "Dit is geen tijd"),
        ({"time": "16:30"}, "Zeg op welke dag"),
        ({"day": "2020-01-01"}, "Dat moment is al voorbij"),
        ({"day": str(in_days(40))}, "langer kan een code niet werken"),
    ],
)
def test_a_moment_that_cannot_be_is_said(
    coordinator: PageClient, opened: OpenRound, connection: Connection, typed: dict[str, str], sentence: str
) -> None:
    page = press(coordinator, opened, "make", status=422, **typed)

    assert sentence in page.words
    assert rows(connection, "round_code") == []
    assert actions(connection) == []


@pytest.mark.parametrize("written", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"])
def test_a_code_ends_when_it_was_said_in_dutch_time(
    coordinator: PageClient, opened: OpenRound, connection: Connection, written: str
) -> None:
    press(coordinator, opened, "make", day=in_days(2).strftime(written), time="16.30")

    (code,) = rows(connection, "round_code")
    assert code.ends_at_utc == datetime(*in_days(2).timetuple()[:3], 16, 30, tzinfo=DUTCH_TIME)


def test_changing_the_end_keeps_the_digits_and_renewing_does_not(
    app: Flask, coordinator: PageClient, opened: OpenRound
) -> None:
    first = make_code(app, opened)

    press(coordinator, opened, "make", day=str(in_days(2)))
    same = make_code(app, opened)
    press(coordinator, opened, "renew")
    newer = make_code(app, opened)

    assert (same.digits, same.ends_at_utc < first.ends_at_utc) == (first.digits, True)
    assert (newer.digits != first.digits, newer.ends_at_utc) == (True, same.ends_at_utc)
    coordinator.get(f"/meedoen/{first.token}", 404)


def test_a_stopped_code_lets_nobody_begin_and_who_began_go_on(
    app: Flask, coordinator: PageClient, opened: OpenRound, connection: Connection
) -> None:
    code, somebody = make_code(app, opened), PageClient(app)
    link = begin(somebody, code)

    page = coordinator.follow(press(coordinator, opened, "stop"))

    assert "De code is afgelopen" in page.words
    assert actions(connection)[-1] == ("code.stopped", {"purpose": "meeting"})
    coordinator.get(f"/meedoen/{code.token}", 404)
    somebody.get(link)


def test_stopping_twice_is_said(app: Flask, coordinator: PageClient, opened: OpenRound) -> None:
    make_code(app, opened)
    stop_code(app, opened)

    assert "Er is geen code om te stoppen" in press(coordinator, opened, "stop", status=422).words


def test_the_helper_gets_a_code_of_its_own(app: Flask, coordinator: PageClient, opened: OpenRound) -> None:
    page = coordinator.follow(press(coordinator, opened, "make", "paper"))

    code = make_code(app, opened, "paper")
    assert code.in_groups in page.words
    assert any(link.endswith(f"/meedoen/{code.token}") for link in page.links())


@pytest.mark.parametrize("sent", [{"purpose": "everybody", "do": "make"}, {"purpose": "meeting", "do": "delete"}, {}])
def test_what_no_button_sends_does_nothing(
    coordinator: PageClient, opened: OpenRound, connection: Connection, sent: dict[str, str]
) -> None:
    page = coordinator.get(f"/rondes/{opened.id}/codes")
    token = page.all("input", name="csrf_token")[0].get("value")

    coordinator.post(page.address, {"csrf_token": token, **sent})

    assert rows(connection, "round_code") == actions(connection) == []


def test_a_closed_round_has_no_codes_to_make(
    app: Flask, coordinator: PageClient, opened: OpenRound, connection: Connection
) -> None:
    page = coordinator.get(f"/rondes/{opened.id}/codes")
    token = page.all("input", name="csrf_token")[0].get("value")
    close_round(app, opened.id)

    refused = coordinator.post(page.address, {"csrf_token": token, "purpose": "meeting", "do": "make"}, 422)

    assert "Deze ronde is gesloten" in refused.words
    assert rows(connection, "round_code") == []
    assert "Maak een code" not in coordinator.get(page.address).words


def test_the_page_says_what_a_code_means_and_what_two_answers_are(coordinator: PageClient, opened: OpenRound) -> None:
    said = coordinator.get(f"/rondes/{opened.id}/codes").words

    assert "telt alleen mee in het resultaat van het hele netwerk, nooit in een groep" in said
    assert "5 of meer mensen met een persoonlijke link" in said
    assert "Niemand kan zien of iemand twee keer antwoordt" in said


def test_the_form_on_paper_is_sent_and_noted(
    coordinator: PageClient, opened: OpenRound, connection: Connection
) -> None:
    page = coordinator.get(f"/rondes/{opened.id}/codes")

    for spoken in ("nl", "en"):
        assert f"/rondes/{opened.id}/papier/{spoken}.pdf" in page.links()
    form = coordinator.get(f"/rondes/{opened.id}/papier/nl.pdf")

    assert form.body.startswith(b"%PDF")
    assert [action for action, _ in actions(connection)] == ["paper.printed"]


def test_there_is_no_form_in_another_language_or_of_a_closed_round(
    app: Flask, coordinator: PageClient, opened: OpenRound, connection: Connection
) -> None:
    refused = coordinator.follow(coordinator.get(f"/rondes/{opened.id}/papier/xx.pdf", 303))
    close_round(app, opened.id)
    closed = coordinator.follow(coordinator.get(f"/rondes/{opened.id}/papier/nl.pdf", 303))

    assert "In deze taal is er geen formulier op papier" in refused.words
    assert "of de ronde is gesloten" in closed.words
    assert actions(connection) == [("round.closed", {})]


def test_the_round_page_leads_to_the_codes(app: Flask, coordinator: PageClient, opened: OpenRound) -> None:
    page = coordinator.get(f"/netwerken/{opened.network_id}/ronde")
    make_code(app, opened)

    later = coordinator.get(f"/netwerken/{opened.network_id}/ronde")

    assert f"/rondes/{opened.id}/codes" in page.links()
    assert f"/rondes/{opened.id}/codes/scherm" not in page.links()
    assert "Er werkt een code voor een bijeenkomst" in later.words
    assert f"/rondes/{opened.id}/codes/scherm" in later.links()


def test_a_screen_without_a_code_leads_to_where_one_is_made(coordinator: PageClient, opened: OpenRound) -> None:
    page = coordinator.get(f"/rondes/{opened.id}/codes/scherm")

    assert "Er is nu geen code" in page.words
    assert f"/rondes/{opened.id}/codes" in page.links()


def test_what_staff_see_of_a_round_with_invitations_changes_by_the_hour_only(
    app: Flask, coordinator: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Disclosure rule R10: not the number, and not whether somebody came in at all."""
    code = make_code(app, opened)
    paths = [f"/rondes/{opened.id}/codes", f"/rondes/{opened.id}/codes/scherm", f"/netwerken/{opened.network_id}/ronde"]
    hour = clock.full_hour(clock.now()) + timedelta(minutes=20)
    monkeypatch.setattr(clock, "now", lambda: hour)
    before = [coordinator.get(path).words for path in paths]

    somebody = PageClient(app)
    link = begin(somebody, code)
    somebody.post(f"{link}/roles", {"ro-1": "4", "go": "next"})
    somebody.post(f"{link}/nakijken", {"go": "sure"})

    assert [coordinator.get(path).words for path in paths] == before
    monkeypatch.setattr(clock, "now", lambda: hour + timedelta(hours=1))
    assert "1 antwoord" in coordinator.get(paths[0]).words
