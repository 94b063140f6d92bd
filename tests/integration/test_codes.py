"""The codes of a round: made once, shown again, made anew, stopped; and the command that does so."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import segno
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock, tokens
from survey.database import writing
from survey.errors import CodeUnknown, Refused
from survey.models import Round, RoundCode
from survey.queries.codes import OpenCode
from survey.services import codes, entering
from tests.commands import CLOSES, Run
from tests.factories import NETWORK, OpenRound, close_round, in_days, make_round
from tests.joining import begin_quietly, make_code, stop_code
from tests.pages import HOST, PageClient

Fails = Callable[..., str]


@pytest.fixture
def opened_by_command(run: Run, network: str) -> str:
    run("round", "open", network, *CLOSES)
    return network


def stored(connection: Connection) -> list[RoundCode]:
    with writing() as session:
        return list(session.scalars(select(RoundCode).order_by(RoundCode.purpose)))


# --- making, making anew, stopping ----------------------------------------------------------------------------


def test_a_code_is_six_digits_and_a_token_and_lasts_as_long_as_the_round(app: Flask, opened: OpenRound) -> None:
    code = make_code(app, opened)

    assert (len(code.digits), code.digits.isdecimal(), len(code.token)) == (6, True, 43)
    with writing() as session:
        assert code.ends_at_utc == clock.end_of(session.get_one(Round, opened.id).closes_on)


def test_asked_again_it_is_the_same_code(app: Flask, opened: OpenRound) -> None:
    assert make_code(app, opened) == make_code(app, opened)


def test_asked_again_with_an_end_it_is_the_same_code_with_that_end(app: Flask, opened: OpenRound) -> None:
    first, ends_at = make_code(app, opened), clock.now() + timedelta(hours=3)

    again = make_code(app, opened, ends_at=ends_at)

    assert (again.digits, again.token, again.ends_at_utc) == (first.digits, first.token, ends_at)


def test_the_codes_for_a_meeting_and_for_paper_differ(app: Flask, opened: OpenRound) -> None:
    meeting, paper = make_code(app, opened), make_code(app, opened, "paper")

    assert meeting.digits != paper.digits
    assert meeting.token != paper.token


def test_the_database_holds_neither_digits_nor_token(app: Flask, opened: OpenRound, connection: Connection) -> None:
    code = make_code(app, opened)

    (row,) = connection.execute(select(RoundCode.__table__)).all()
    assert not {code.digits, code.token} & {str(value) for value in row}
    assert tokens.hash_token(code.digits) not in tuple(row)  # a plain hash of six digits is found in a second


def test_a_code_made_anew_replaces_the_one_before(app: Flask, client: PageClient, opened: OpenRound) -> None:
    before = make_code(app, opened)

    after = make_code(app, opened, anew=True)

    assert before.digits != after.digits
    client.get(f"/meedoen/{before.token}", 404)
    client.get(f"/meedoen/{after.token}")
    client.post("/meedoen", {"code": before.digits}, 422)


def test_digits_that_another_code_has_are_passed_over(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first two generations of every code come out as the same six digits."""

    def clash(key: bytes, of: str, length: int) -> str:
        return "000000" if of.endswith((":1", ":2")) else tokens.make_digits(key, of, length)

    monkeypatch.setattr(codes, "make_digits", clash)
    first, second = (make_round(app, name=f"Taalnetwerk {name}") for name in "AB")

    made = [make_code(app, first), make_code(app, second)]

    assert made[0].digits == "000000"
    assert made[1].digits != "000000"
    assert [code.generation for code in stored(connection)].count(3) == 1


def test_a_stopped_code_does_not_work_and_the_next_is_another(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    before = make_code(app, opened)

    stop_code(app, opened)

    client.get(f"/meedoen/{before.token}", 404)
    client.post("/meedoen", {"code": before.digits}, 422)
    assert make_code(app, opened).digits != before.digits


def test_a_code_ends_at_its_moment(
    app: Flask, client: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    code = make_code(app, opened, ends_at=now + timedelta(hours=1))
    client.get(f"/meedoen/{code.token}")

    monkeypatch.setattr(clock, "now", lambda: now + timedelta(hours=1))

    client.get(f"/meedoen/{code.token}", 404)
    client.post(f"/meedoen/{code.token}", status=404)
    client.post("/meedoen", {"code": code.digits}, 422)


def test_a_code_ends_with_its_round(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    close_round(app, opened.id)

    page = client.get(f"/meedoen/{code.token}", 404)

    assert "Deze code werkt niet" in page.words
    assert client.post(f"/meedoen/{code.token}", status=404).words == page.words
    client.post("/meedoen", {"code": code.digits}, 422)


def test_a_code_that_was_left_behind_in_a_closed_round_opens_nothing(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    code = make_code(app, opened)
    with writing() as session:
        session.get_one(Round, opened.id).closed_at_utc = clock.now()

    client.get(f"/meedoen/{code.token}", 404)
    client.post("/meedoen", {"code": code.digits}, 422)


def test_a_round_that_closes_at_the_last_moment_takes_nobody_in(
    make_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It closes between finding the code and beginning, which SQLite with its one writer has no room for."""
    app = make_app("postgresql")
    opened = make_round(app)
    code, find = make_code(app, opened), entering.find_code

    def find_and_close(connection: Connection, *, token: str) -> OpenCode:
        found = find(connection, token=token)
        close_round(app, opened.id)
        return found

    monkeypatch.setattr(entering, "find_code", find_and_close)

    with pytest.raises(CodeUnknown):
        begin_quietly(app, code, person=1)


@pytest.mark.parametrize(("days", "said"), [(-1, "has passed already"), (60, "cannot work any longer")])
def test_an_end_that_makes_no_sense_is_refused(app: Flask, opened: OpenRound, days: int, said: str) -> None:
    with pytest.raises(Refused, match=said):
        make_code(app, opened, ends_at=clock.now() + timedelta(days=days))


# --- the command ----------------------------------------------------------------------------------------------


def test_the_command_shows_digits_an_address_and_a_qr_code(run: Run, opened_by_command: str) -> None:
    lines = run("round", "code", opened_by_command)

    assert lines[0].startswith(f"Code of '{NETWORK}' for the people in a meeting: ")
    digits = lines[0].rsplit(": ", 1)[1]
    assert (len(digits), digits[3]) == (7, " ")
    assert lines[1] == f"It works until {CLOSES[-1]} 23:59. Type it at {HOST}/meedoen"
    address = lines[2].removeprefix("Or scan: ")
    assert address.startswith(f"{HOST}/meedoen/")
    modules = segno.make_qr(address, error="m").symbol_size(border=4)[0]
    assert {len(line) for line in lines[3:] if line} == {modules}


def test_the_command_gives_the_same_code_again_until_another_is_asked(run: Run, opened_by_command: str) -> None:
    first, again, anew = (run("round", "code", opened_by_command, *more) for more in ([], [], ["--new"]))

    assert first == again
    assert first[0] != anew[0]


def test_what_the_command_says_opens_the_page(run: Run, client: PageClient, opened_by_command: str) -> None:
    said, _, scan, *_ = run("round", "code", opened_by_command, "--purpose", "paper")

    found = client.post("/meedoen", {"code": said.rsplit(": ", 1)[1]}).location

    assert found.split("?")[0] == scan.removeprefix(f"Or scan: {HOST}")
    assert "Papieren formulieren overtypen" in client.get(found).words


def test_a_code_for_some_hours_or_until_a_day(run: Run, opened_by_command: str) -> None:
    _, until, *_ = run("round", "code", opened_by_command, "--until", in_days(3).isoformat())
    assert until.startswith(f"It works until {in_days(3)} 23:59.")

    end = (clock.now() + timedelta(hours=3) - timedelta(minutes=1)).astimezone(clock.DUTCH_TIME)
    _, until, *_ = run("round", "code", opened_by_command, "--hours", "3")
    assert until.startswith(f"It works until {end:%Y-%m-%d %H:}")


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_the_qr_code_can_be_written_to_a_file(run: Run, opened_by_command: str, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"code{suffix}"

    lines = run("round", "code", opened_by_command, suffix.replace(".", "--"), str(path))

    assert lines[-1] == f"QR code: {path}"
    assert {".svg": b"<svg", ".png": b"PNG"}[suffix] in path.read_bytes()


def test_the_command_stops_a_code(run: Run, fails: Fails, opened_by_command: str) -> None:
    run("round", "code", opened_by_command)

    assert run("round", "code", opened_by_command, "--stop") == [
        "The code no longer works. Who began by it can still go on."
    ]
    assert fails("round", "code", opened_by_command, "--stop") == "There is no code to stop."


def test_the_command_refuses_in_one_sentence(run: Run, fails: Fails, network: str, tmp_path: Path) -> None:
    assert "has no open round" in fails("round", "code", network)
    run("round", "open", network, *CLOSES)
    assert "as .svg or .png" in fails("round", "code", network, "--svg", str(tmp_path / "code.pdf"))
    assert "cannot work any longer" in fails("round", "code", network, "--until", in_days(21).isoformat())
