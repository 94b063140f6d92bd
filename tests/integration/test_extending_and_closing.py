"""Extend a round, close it by a button, and wait for its report."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from babel.dates import format_date
from flask import Flask
from sqlalchemy import Connection, Select, func, select

from survey import clock
from survey.advise.rounds import ending
from survey.database import writing
from survey.models import Base, Invitation, Network, Response
from survey.queries import planned
from survey.services import closing, system
from survey.tokens import hash_token
from survey.work.orders import Order
from tests.endings import cut_only, find_round, let_it_end, set_round
from tests.factories import OpenRound, answer, close_round, fill_in, in_days, make_round, sign_in, statements
from tests.pages import HOST, Page, PageClient

EVENTS = Base.metadata.tables["audit_event"]


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What the worker is told."""
    told: list[Order] = []

    def tell(order: Order, config: object) -> None:
        told.append(order)

    monkeypatch.setattr(ending, "hand_over", tell)
    return told


@pytest.fixture
def adviser(app: Flask, client: PageClient, opened: OpenRound) -> PageClient:
    sign_in(app, client)
    return client


def extend(client: PageClient, opened: OpenRound, days: dict[str, str], status: int = 303) -> Page:
    address = f"/rondes/{opened.id}/verlengen"
    return client.submit(client.get(address), days, status, form={"action": address})


def noted(connection: Connection, action: str) -> list[Any]:
    return list(connection.execute(select(EVENTS).where(EVENTS.c.action == action).order_by(EVENTS.c.at_utc)))


def test_a_later_day_stands_on_the_pages_of_participants_at_once(
    app: Flask, adviser: PageClient, opened: OpenRound, connection: Connection
) -> None:
    later, meeting = in_days(30), in_days(40)

    done = extend(adviser, opened, {"closes_on": later.isoformat(), "meeting_on": meeting.isoformat()})

    assert str(later.day) in adviser.follow(done).words
    extended = find_round(app, opened.id)
    assert (extended.closes_on, extended.meeting_on) == (later, meeting)
    assert extended.meeting_place == "13.30 uur, Bibliotheek Waterdam"
    assert _dutch(later) in PageClient(app).get(opened.link).words
    assert _dutch(meeting) in PageClient(app).get(opened.link).words
    (event,) = noted(connection, "round.extended")
    assert event.details == {"fields": ["closes_on", "meeting_on"]}


def _dutch(day: date) -> str:
    return format_date(day, "d MMMM y", locale="nl")


def test_a_day_can_be_written_as_people_write_it(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    later = in_days(25)

    extend(adviser, opened, {"closes_on": f"{later.day}-{later.month}-{later.year}", "meeting_on": ""})

    extended = find_round(app, opened.id)
    assert (extended.closes_on, extended.meeting_on, extended.meeting_place) == (later, None, None)


@pytest.mark.parametrize(
    ("closes", "meeting", "sentence"),
    [
        (1, 60, "Wil je eerder stoppen? Sluit de ronde dan nu."),
        (20, 30, "Wil je eerder stoppen? Sluit de ronde dan nu."),
        (-3, 60, "Wil je eerder stoppen? Sluit de ronde dan nu."),
        (400, 410, "meer dan een jaar later"),
        (30, 30, "De bijeenkomst moet na de laatste dag"),
        (30, 25, "De bijeenkomst moet na de laatste dag"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_sentence(
    app: Flask, adviser: PageClient, opened: OpenRound, closes: int, meeting: int, sentence: str
) -> None:
    before = find_round(app, opened.id)
    days = {"closes_on": in_days(closes).isoformat(), "meeting_on": in_days(meeting).isoformat()}

    page = extend(adviser, opened, days, 422)

    assert sentence in page.words
    assert page.title.startswith("Fout:")
    assert page.form(action=f"/rondes/{opened.id}/verlengen").fields["closes_on"] == in_days(closes).isoformat()
    assert find_round(app, opened.id).closes_on == before.closes_on


def test_the_meeting_can_move_while_the_last_day_stays(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    last = find_round(app, opened.id).closes_on

    extend(adviser, opened, {"meeting_on": in_days(41).isoformat(), "meeting_place": "10 uur, Taalhuis"})

    moved = find_round(app, opened.id)
    assert (moved.closes_on, moved.meeting_on, moved.meeting_place) == (last, in_days(41), "10 uur, Taalhuis")
    page = extend(adviser, opened, {"meeting_on": "", "meeting_place": "Elders"}, 422)
    assert "Vul in op welke dag de bijeenkomst is" in page.words


@pytest.mark.parametrize("typed", ["morgen", "31-2-2027", "", "2027-13-01"])
def test_what_is_no_day_is_refused_and_stays_as_typed(adviser: PageClient, opened: OpenRound, typed: str) -> None:
    page = extend(adviser, opened, {"closes_on": typed}, 422)

    assert page.form(action=f"/rondes/{opened.id}/verlengen").fields["closes_on"] == typed


def test_a_round_that_is_over_cannot_be_extended(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    form = adviser.get(f"/rondes/{opened.id}/verlengen").form(action=f"/rondes/{opened.id}/verlengen")
    let_it_end(app, opened.id)

    page = adviser.post(form.action, {**form.fields, "closes_on": in_days(30).isoformat()}, 422)
    assert "Verlengen kan niet meer" in page.words
    close_round(app, opened.id)
    page = adviser.post(form.action, {**form.fields, "closes_on": in_days(30).isoformat()}, 422)

    assert "gaat nooit meer open" in page.words
    assert find_round(app, opened.id).closed_at_utc is not None


def test_pressed_twice_it_is_asked_once(
    app: Flask, adviser: PageClient, opened: OpenRound, orders: list[Order], connection: Connection
) -> None:
    address = f"/rondes/{opened.id}/sluiten"
    page = adviser.get(address)
    assert "Wat niet verstuurd is, wordt gewist." in page.words
    assert "Niemand kan het terugvinden" in page.words

    done = [adviser.submit(page, {}, form={"action": address}) for _ in range(2)]

    asked_at = find_round(app, opened.id).closing_asked_at_utc
    assert asked_at is not None
    assert len({order.workflow_id for order in orders}) == 1
    assert len(noted(connection, "round.closing_asked")) == 1
    assert "De ronde wordt gesloten" in adviser.follow(done[1]).words
    assert "al gesloten, of wordt gesloten" in adviser.get(address).words
    closed = close(app, opened)
    assert closed
    assert [event.place for event in noted(connection, "round.closed")] == ["worker"]
    assert noted(connection, "round.closed")[0].network_id == opened.network_id


def close(app: Flask, opened: OpenRound) -> bool:
    """Cut as the worker does."""
    with app.app_context(), writing() as session:
        return closing.cut_if_over(session, round_id=opened.id, at=clock.now())


def test_an_order_to_close_does_not_overtake_an_extension(app: Flask, opened: OpenRound) -> None:
    """The order was given after midnight, and the round was extended before the worker came to it."""
    let_it_end(app, opened.id)
    set_round(app, opened.id, closes_on=in_days(5))

    assert close(app, opened) is False
    assert find_round(app, opened.id).closed_at_utc is None
    let_it_end(app, opened.id)
    assert close(app, opened) is True
    assert close(app, opened) is True


def test_the_worker_finds_what_is_over(app: Flask, opened: OpenRound) -> None:
    def found() -> list[Any]:
        with app.app_context(), writing() as session:
            return planned.list_to_close(session, today=clock.dutch_day(clock.now()))

    assert found() == []
    set_round(app, opened.id, closes_on=clock.dutch_day(clock.now()))
    assert found() == []
    let_it_end(app, opened.id)
    assert found() == [opened.id]


def test_what_comes_after_the_last_day_counts_until_the_round_is_closed(app: Flask, opened: OpenRound) -> None:
    """Whoever is still typing at midnight loses nothing; the page says so, and the cut is the end."""
    let_it_end(app, opened.id)
    partner = PageClient(app)
    assert "telt wat je verstuurt nog mee" in partner.get(opened.link).words

    fill_in(partner, opened.tokens[0], statements(4))
    assert "telt wat je verstuurt nog mee" in partner.get(f"/v/{opened.tokens[1]}/nakijken").words

    close(app, opened)
    late = partner.post(f"/v/{opened.tokens[1]}/nakijken", {"go": "sure"}, 410)
    assert "kwam te laat" in late.words
    with app.app_context(), writing() as session:
        assert session.scalar(select(func.count()).select_from(Response)) == 0
    results = publish(app, opened)
    assert results is not None
    assert results.response.sent_in == 1


def publish(app: Flask, opened: OpenRound) -> Any:
    with app.app_context(), writing() as session:
        return closing.publish_round(session, round_id=opened.id, at=clock.now())


@pytest.mark.parametrize(("sent_in", "warns"), [(4, True), (5, False)])
def test_before_closing_staff_are_told_the_total_by_the_hour_and_no_more(
    app: Flask, client: PageClient, sent_in: int, warns: bool
) -> None:
    opened = make_round(app, {"library": 6})
    sign_in(app, client)
    for token in opened.tokens[:sent_in]:
        answer(app, token, statements(3))
    an_hour_ago = clock.now() - timedelta(hours=1)
    with app.app_context(), writing() as session:
        for response in session.scalars(select(Response).where(Response.sent_in_at_utc.is_not(None))):
            response.sent_in_at_utc = an_hour_ago

    before = client.get(f"/rondes/{opened.id}/sluiten").words
    answer(app, opened.tokens[5], statements(3))
    after = client.get(f"/rondes/{opened.id}/sluiten").words

    assert f"{sent_in} van de 6 genodigden" in before
    assert ("minder dan vijf antwoorden laten we geen uitkomsten zien" in before) is warns
    assert after == before


def test_the_page_to_close_says_nothing_of_who_was_added_late(app: Flask, client: PageClient) -> None:
    """Beside the total, how many count towards five would tell of a late person whether it answered (R3, R10)."""
    said: set[str] = set()
    for late in (0, 5):  # of six people five have sent in: the first one is among them, the last one is not
        opened = make_round(app, {"library": 6}, name=f"Taalnetwerk {late}")
        for token in opened.tokens[:5]:
            answer(app, token, statements(3))
        with app.app_context(), writing() as session:
            for response in session.scalars(select(Response).where(Response.sent_in_at_utc.is_not(None))):
                response.sent_in_at_utc = clock.now() - timedelta(hours=2)
            session.scalars(_invitation(opened.tokens[late])).one().reporting_group = None
        sign_in(app, client)
        said.add(client.get(f"/rondes/{opened.id}/sluiten").words.replace(f"Taalnetwerk {late}", ""))

    assert len(said) == 1
    assert "5 van de 6 genodigden" in said.pop()


def _invitation(token: str) -> Select[Invitation]:
    return select(Invitation).where(Invitation.token_hash == hash_token(token))


def test_nothing_can_be_ended_in_an_archived_network(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    page = adviser.get(f"/rondes/{opened.id}/sluiten")
    with app.app_context(), writing() as session:
        session.get_one(Network, opened.network_id).archived_at_utc = clock.now()

    refused = adviser.submit(page, {}, 422, form={"action": f"/rondes/{opened.id}/sluiten"})

    assert "gearchiveerd" in refused.words
    assert find_round(app, opened.id).closing_asked_at_utc is None
    assert "Ronde nu sluiten" not in adviser.get(f"/netwerken/{opened.network_id}/ronde").words


def test_a_coordinator_sees_no_way_to_end_a_round(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client, role="coordinator", address="hanna@x.example")

    page = client.get(f"/netwerken/{opened.network_id}/ronde")

    assert not [link for link in page.links() if "sluiten" in link or "verlengen" in link]
    client.get(f"/rondes/{opened.id}/sluiten", 404)


def give_sign(app: Flask, minutes_ago: int = 0) -> None:
    with app.app_context(), writing() as session:
        system.give_sign(session, worker="een", at=clock.now() - timedelta(minutes=minutes_ago))


@pytest.mark.parametrize(
    ("sign", "asked", "sentence"),
    [
        (None, 0, "om de worker te starten"),
        (11, 0, "om de worker te starten"),
        (0, 0, "hooguit 2 minuten"),
        (0, 20, "langer dan normaal"),
    ],
)
def test_who_waits_is_told_how_long_or_what_to_do(
    app: Flask, adviser: PageClient, opened: OpenRound, sign: int | None, asked: int, sentence: str
) -> None:
    set_round(app, opened.id, closing_asked_at_utc=clock.now() - timedelta(minutes=asked))
    if sign is not None:
        give_sign(app, sign)

    assert sentence in adviser.get(f"/netwerken/{opened.network_id}/ronde").words


def test_progress_is_told_anew_only_when_it_changed(app: Flask, adviser: PageClient, opened: OpenRound) -> None:
    give_sign(app)
    let_it_end(app, opened.id)
    address = f"/rondes/{opened.id}/voortgang"
    first = adviser.http.get(address, base_url=HOST)
    assert first.json is not None
    assert first.json["done"] is False
    assert "wordt gesloten" in first.json["sentences"][0]
    again = adviser.http.get(address, base_url=HOST, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304

    cut_only(app, opened.id)
    second = adviser.http.get(address, base_url=HOST, headers={"If-None-Match": first.headers["ETag"]})
    assert second.json is not None
    assert "rapport wordt gemaakt" in second.json["sentences"][0]
    assert "rapport wordt gemaakt" in adviser.get(f"/netwerken/{opened.network_id}/ronde").words
    publish(app, opened)
    assert adviser.http.get(address, base_url=HOST).json == {"sentences": [], "done": True}


def test_the_place_of_the_meeting_stands_behind_a_comma(adviser: PageClient, opened: OpenRound) -> None:
    said = adviser.get(f"/netwerken/{opened.network_id}/ronde").words

    assert re.search(r"De bijeenkomst erover is op \w+ \d+ \w+ \d{4}, 13\.30 uur, Bibliotheek Waterdam", said)
