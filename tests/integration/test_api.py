"""The read API: what a program with a token is given, and what anybody else is not."""

from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from reports.profile import ProfileResults
from reports.results import Results
from survey import clock
from survey.database import writing
from survey.models import Account, ApiToken, AuditEvent, Base, SupportOrganisation
from survey.problems import MEDIA_TYPE
from survey.queries.published import get_document
from survey.services.throttling import Limit
from tests.endings import published_unreleased, set_round
from tests.factories import OpenRound
from tests.reading_programs import Program, make_program


def release(app: Flask, opened: OpenRound) -> OpenRound:
    set_round(app, opened.id, released_at_utc=clock.now())
    return opened


@pytest.fixture
def released(app: Flask, connection: Connection) -> OpenRound:
    return release(app, published_unreleased(app))


@pytest.fixture
def program(app: Flask, released: OpenRound) -> Program:
    return make_program(app)


def change(app: Flask, statement: object) -> None:
    with app.app_context(), writing() as session:
        session.execute(statement)  # type: ignore[call-overload]


def test_a_program_finds_its_way_from_networks_to_results(program: Program, released: OpenRound) -> None:
    (network,) = program.read("/networks")["networks"]
    assert network["id"] == str(released.network_id)
    (told,) = program.read(f"/networks/{network['id']}/rounds")["rounds"]
    assert (told["id"], told["number"]) == (str(released.id), 1)
    results = program.get(f"/rounds/{told['id']}/results")
    assert Results.from_json(results.get_data(as_text=True)).hash == told["results_hash"]


def test_results_are_given_byte_for_byte_and_once(app: Flask, program: Program, released: OpenRound) -> None:
    first = program.get(f"/rounds/{released.id}/results")
    with app.app_context(), writing() as session:
        assert first.get_data(as_text=True) == get_document(session, round_id=released.id)
    etag = first.headers["ETag"]
    again = program.get(f"/rounds/{released.id}/results", **{"If-None-Match": etag})
    assert (again.status_code, again.get_data()) == (304, b"")
    assert first.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in first.headers


def test_profiles_are_given_where_the_round_has_them(program: Program, released: OpenRound) -> None:
    (told,) = program.read(f"/networks/{released.network_id}/rounds")["rounds"]
    answer = program.get(f"/rounds/{released.id}/profile")
    assert (answer.status_code == 200) == told["has_profile"]
    if told["has_profile"]:
        ProfileResults.from_json(answer.get_data(as_text=True))


def test_what_is_not_released_is_not_there(app: Flask, program: Program, released: OpenRound) -> None:
    set_round(app, released.id, released_at_utc=None)
    assert program.read("/networks") == {"networks": []}
    assert program.read(f"/networks/{released.network_id}/rounds") == {"rounds": []}
    for form in ("results", "profile"):
        assert program.get(f"/rounds/{released.id}/{form}").status_code == 404


def test_another_organisations_rounds_are_not_there(app: Flask, program: Program) -> None:
    foreign = release(app, published_unreleased(app, name="Taalnetwerk Elders"))
    with app.app_context(), writing() as session:
        other = SupportOrganisation(id=uuid4(), name="Taalsteun Zuid", texts={}, version=1)
        session.add(other)
        session.flush()
        move = update(Base.metadata.tables["network"]).where(Base.metadata.tables["network"].c.id == foreign.network_id)
        session.execute(move.values(support_organisation_id=other.id))
    assert [each["name"] for each in program.read("/networks")["networks"]] == ["Taalnetwerk Waterdam"]
    for path in (
        f"/networks/{foreign.network_id}/rounds",
        f"/rounds/{foreign.id}/results",
        f"/rounds/{uuid4()}/results",
    ):
        assert program.get(path).status_code == 404


def test_networks_come_some_at_a_time(app: Flask, program: Program) -> None:
    for number in range(2):
        release(app, published_unreleased(app, name=f"Netwerk {number}"))
    first = program.read("/networks?limit=2")
    rest = program.read(first["next"].removeprefix("/api/v1"))
    ids = [each["id"] for each in first["networks"] + rest["networks"]]
    assert (len(first["networks"]), len(rest["networks"])) == (2, 1)
    assert len(set(ids)) == 3
    assert "next" not in rest


@pytest.mark.parametrize(
    "query",
    [
        "limit=",
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=x",
        "limit=²",
        "limit=1&limit=2",
        "limit=000001999999",
        "limit=00000199999999999999999999999",
        "limit=" + "9" * 1_900,
        "after=x",
        "sort=name",
    ],
)
def test_a_question_that_cannot_be_is_told_why(program: Program, query: str) -> None:
    answer = program.get(f"/networks?{query}")
    assert (answer.status_code, answer.mimetype) == (400, MEDIA_TYPE)
    assert answer.get_json()["detail"]


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic YTpi", "Bearer netwerkspiegel_x", "Bearer \u00e9"]
)
def test_without_a_token_there_is_nothing(app: Flask, released: OpenRound, header: str | None) -> None:
    with app.test_client() as client:
        headers = {} if header is None else {"Authorization": header}
        answer = client.get("/api/v1/networks", base_url="http://localhost", headers=headers)
    assert (answer.status_code, answer.mimetype) == (401, MEDIA_TYPE)
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_dies_with_what_its_maker_may(app: Flask, program: Program) -> None:
    for wrong, right in (
        ({"active": False, "closed_at_utc": clock.now()}, {"active": True, "closed_at_utc": None}),
        ({"role": "coordinator"}, {"role": "adviser"}),
    ):
        change(app, update(Account).values(**wrong))
        assert program.get("/networks").status_code == 401
        change(app, update(Account).values(**right))
        assert program.get("/networks").status_code == 200
    change(app, update(SupportOrganisation).values(archived_at_utc=clock.now()))
    assert program.get("/networks").status_code == 401


def test_a_revoked_token_opens_nothing(app: Flask, program: Program) -> None:
    change(app, update(ApiToken).values(revoked_at_utc=clock.now()))
    assert program.get("/networks").status_code == 401


def test_the_day_of_use_is_kept_and_no_more(app: Flask, program: Program, connection: Connection) -> None:
    program.get("/networks")
    (used,) = connection.execute(select(ApiToken.__table__.c.used_on)).scalars()
    assert used == clock.dutch_day(clock.now())
    actions = set(connection.execute(select(AuditEvent.__table__.c.action)).scalars())
    assert not [each for each in actions if each.startswith("api_token") and each != "api_token.made"]


def test_who_asks_too_often_waits(app: Flask, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.api.caller.ASKED", Limit("api", 2, timedelta(hours=1)))
    assert [program.get("/networks").status_code for _ in range(3)] == [200, 200, 429]


def test_who_guesses_tokens_waits(app: Flask, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.api.caller.GUESSED", Limit("api token", 1, timedelta(hours=1)))
    guess = Program(app, "netwerkspiegel_niets", program.support_organisation_id)
    assert [guess.get("/networks").status_code for _ in range(2)] == [401, 429]
    assert program.get("/networks").status_code == 200


def test_an_address_that_is_not_there_is_told_as_to_a_program(program: Program) -> None:
    assert program.get("/niets").mimetype == MEDIA_TYPE
    with program.app.test_client() as client:
        posted = client.post("/api/v1/networks", base_url="http://localhost")
    assert (posted.status_code, posted.mimetype) == (405, MEDIA_TYPE)
