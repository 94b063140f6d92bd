"""A round by code alone: nobody is invited, the room sees how many joined, and showing the result closes it."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import Base, Network, Round
from survey.queries import networks
from survey.services import closing
from survey.services.rounds import invite_late
from tests.factories import close_round, key_of, make_round, sign_in
from tests.joining import answer_by_code, begin, make_code
from tests.meetings import Meeting, join, open_meeting, scan
from tests.pages import PageClient

TABLES = Base.metadata.tables
pytestmark = pytest.mark.usefixtures("connection")  # what a test makes goes with it


def rows(connection: Connection, table: str) -> list[Any]:
    return list(connection.execute(select(TABLES[table])))


def show(client: PageClient, meeting: Meeting) -> Any:
    """Press the button that shows the result."""
    return client.submit(
        client.get(f"{meeting.codes}/scherm?vraag=1"), {}, form={"action": f"{meeting.codes}/resultaat"}
    )


def test_it_opens_without_inviting_anybody_and_with_a_code(app: Flask, connection: Connection) -> None:
    meeting = open_meeting(app)

    (opened,) = rows(connection, "round")
    assert (opened.plan, opened.is_by_code, opened.releases_at_once) == ([], True, True)
    assert (opened.profile_version, opened.profile_left_out) == (None, [])
    assert rows(connection, "invitation") == rows(connection, "round_mail") == []
    (code,) = rows(connection, "round_code")
    assert (code.round_id, code.purpose, code.ends_at_utc) == (meeting.id, "meeting", clock.end_of(opened.closes_on))


def test_it_opens_in_a_network_without_contacts(app: Flask) -> None:
    meeting = open_meeting(app)

    with app.app_context(), writing() as session:
        network = session.get_one(Network, meeting.network_id)
        contact = networks.list_contacts(session, network_id=network.id)[0]
        assert invite_late(session, network=network, contact=contact, key=key_of(app)) is None


def test_the_page_behind_the_code_promises_no_groups_and_asks_for_no_link(app: Flask, client: PageClient) -> None:
    page = client.get(f"/meedoen/{open_meeting(app).code.token}")

    assert "tellen mee in het resultaat van iedereen die meedoet" in page.words
    assert "persoonlijke link" not in page.words


def test_the_first_page_says_that_nobody_is_invited(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)

    page = client.get(begin(client, meeting.code))

    assert "Niemand is op naam uitgenodigd" in page.words
    assert "geen gemiddelden" not in page.words


def test_in_a_round_with_invitations_the_pages_say_what_they_said(app: Flask, client: PageClient) -> None:
    code = make_code(app, make_round(app))

    assert "Heb je een persoonlijke link" in client.get(f"/meedoen/{code.token}").words
    assert "In deze ronde zijn 3 mensen uitgenodigd" in client.get(begin(client, code)).words


@pytest.mark.parametrize(("people", "kinds"), [(4, {"withheld"}), (5, {"exact", "between", "at_most", "at_least"})])
def test_the_answers_by_code_themselves_reach_the_minimum(app: Flask, people: int, kinds: set[str]) -> None:
    meeting = open_meeting(app)
    join(app, meeting, [scan(5)] * people)

    results = close_round(app, meeting.id)

    assert results is not None
    words = [cell for cell in results.cells if cell.measure == "item_word"]
    assert {cell.kind for cell in words if cell.shown} <= kinds
    assert len([cell for cell in words if cell.shown]) == (8 if people >= 5 else 0)
    assert {cell.group for cell in results.cells} == {"total"}
    assert (results.response.invited, results.response.sent_in, results.response.by_code) == (0, 0, people)


def test_nine_show_words_and_no_shares_and_ten_show_shares(app: Flask) -> None:
    shown: dict[int, set[str]] = {}
    for people in (9, 10):
        meeting = open_meeting(app, name=f"Taalnetwerk {people}")
        join(app, meeting, [scan(1 + person % 5) for person in range(people)])
        results = close_round(app, meeting.id)
        assert results is not None
        shown[people] = {cell.measure for cell in results.cells if cell.shown}

    assert shown == {9: {"item_word"}, 10: {"share"}}


def test_what_was_sealed_is_in_no_group_and_points_to_nobody(app: Flask, connection: Connection) -> None:
    meeting = open_meeting(app)
    join(app, meeting, [scan(2)] * 6)

    close_round(app, meeting.id)

    assert [row.reporting_group for row in rows(connection, "sealed_response")] == [None] * 6
    assert rows(connection, "invitation") == rows(connection, "response") == []


def test_after_closing_its_code_leads_to_the_result(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    link = begin(client, meeting.code)
    join(app, meeting, [scan(4)] * 6)
    with app.app_context(), writing() as session:
        closing.cut(session, round_id=meeting.id, at=clock.now())

    soon = client.get(f"/meedoen/{meeting.code.token}")
    with app.app_context(), writing() as session:
        closing.publish_round(session, round_id=meeting.id, at=clock.now())

    assert "wordt gemaakt" in soon.words
    assert soon.headers["Refresh"] == "5"
    report = client.follow(client.get(f"/meedoen/{meeting.code.token}", 303))
    assert report.address.startswith(f"/rapport/{meeting.report_token}")
    assert "Scan de code nog een keer" in client.get(link, 410).words
    client.post("/meedoen", {"code": meeting.code.digits}, 422)


def test_a_code_of_a_round_with_invitations_leads_to_nothing_afterwards(app: Flask, client: PageClient) -> None:
    opened = make_round(app)
    code = make_code(app, opened)

    close_round(app, opened.id)

    client.get(f"/meedoen/{code.token}", 404)


def test_a_code_made_anew_withdraws_the_way_to_the_result(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    with app.app_context(), writing() as session:
        assert session.get_one(Round, meeting.id).is_by_code
    newer = make_code(app, meeting, anew=True)  # type: ignore[arg-type]  # it only needs the id

    close_round(app, meeting.id)

    client.get(f"/meedoen/{meeting.code.token}", 404)
    client.get(f"/meedoen/{newer.token}", 303)


def test_who_sent_in_finds_the_way_to_the_result_on_the_last_page(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    (token,) = join(app, meeting, [scan(4)])

    page = client.get(f"/v/{token}/klaar")

    assert f"/meedoen/{meeting.code.token}?taal=nl" in page.links()


def test_the_screen_counts_what_comes_in_as_it_does(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)
    before = client.get(f"{meeting.codes}/scherm")

    join(app, meeting, [scan(4)] * 2)

    after = client.get(f"{meeting.codes}/scherm")
    assert ("0 antwoorden" in before.words, "2 antwoorden" in after.words) == (True, True)
    assert after.headers["Refresh"] == "10"
    assert "per uur" not in after.words


def test_where_people_are_invited_the_screen_counts_by_the_hour(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = make_round(app)
    answer_by_code(app, opened, 2, {})
    sign_in(app, client)
    now = client.get(f"/rondes/{opened.id}/codes/scherm")
    later = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    then = client.get(f"/rondes/{opened.id}/codes/scherm")

    assert ("0 antwoorden geteld per uur" in now.words, "2 antwoorden geteld per uur" in then.words) == (True, True)
    assert then.headers["Refresh"] == "300"


def test_the_screen_can_be_made_to_stand_still(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)

    page = client.get(f"{meeting.codes}/scherm?stil=1")

    assert "Refresh" not in page.headers
    assert "Laat hem weer bijwerken" in page.words


def test_the_question_whether_to_show_the_result_does_not_go_while_one_reads_it(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)

    screen = client.get(f"{meeting.codes}/scherm")
    asking = client.get(f"{meeting.codes}/scherm?vraag=1")

    assert f"{meeting.codes}/scherm?vraag=1" in screen.links()
    assert "Refresh" in screen.headers
    assert "Refresh" not in asking.headers
    assert "Nu het resultaat laten zien?" in asking.words
    assert f"{meeting.codes}/scherm" in asking.links()


def test_the_screen_of_a_quick_scan_says_what_its_host_says(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)

    said = client.get(f"{meeting.codes}/scherm").words

    assert "We vullen samen acht zinnen in. Dat duurt drie minuten." in said
    assert meeting.code.in_groups in said


def test_showing_the_result_asks_the_worker_to_close_and_leads_to_the_screen(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)

    waiting = client.follow(show(client, meeting))

    assert "wordt gemaakt" in waiting.words
    assert waiting.headers["Refresh"] == "3"
    (asked,) = rows(connection, "round")
    assert asked.closing_asked_at_utc is not None
    assert asked.closed_at_utc is None
    assert [row.action for row in rows(connection, "audit_event")].count("round.result_asked") == 1


def test_asked_twice_it_is_asked_once(app: Flask, client: PageClient, connection: Connection) -> None:
    meeting = open_meeting(app)
    sign_in(app, client)
    form = client.get(f"{meeting.codes}/scherm?vraag=1")
    client.submit(form, {}, form={"action": f"{meeting.codes}/resultaat"})
    (first,) = rows(connection, "round")

    client.submit(form, {}, form={"action": f"{meeting.codes}/resultaat"})

    (second,) = rows(connection, "round")
    assert first.closing_asked_at_utc == second.closing_asked_at_utc
    assert [row.action for row in rows(connection, "audit_event")].count("round.result_asked") == 1


def test_the_screen_leads_to_the_result(app: Flask, client: PageClient) -> None:
    meeting = open_meeting(app)
    join(app, meeting, [scan(4)] * 6)
    close_round(app, meeting.id)
    sign_in(app, client)

    page = client.get(f"{meeting.codes}/scherm")

    assert "Het resultaat is er" in page.words
    assert f"/rapport/{meeting.report_token}" in page.links()
    assert "Refresh" not in page.headers


def test_a_round_with_invitations_is_not_ended_from_a_screen(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = make_round(app)
    code_page = f"/rondes/{opened.id}/codes"
    sign_in(app, client)
    page = client.get(code_page)
    token = page.all("input", name="csrf_token")[0].get("value")

    refused = client.follow(client.post(f"{code_page}/resultaat", {"csrf_token": token}))

    assert "zij hebben tot de sluitdatum" in refused.words
    assert rows(connection, "round")[0].closing_asked_at_utc is None
    assert "Laat het resultaat zien" not in client.get(f"{code_page}/scherm").words
