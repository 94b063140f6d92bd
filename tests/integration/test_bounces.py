"""Mails that come back: by the command, by the web, and what becomes of them; on both engines."""

import mailbox
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import RoundMail
from tests.commands import refusal, run_in
from tests.notices import AWAY, FOR_PEOPLE, notice
from tests.round_mails import invitations, mail_all, put_out, rows, send, states

MakeApp = Callable[..., Flask]
SECRET = "geheim" * 8
DOOR = "/post/teruggekomen"
NOTED = "An address takes no mail; this stands at its invitation now"


@pytest.fixture
def sent(committed_app: Flask) -> list[RoundMail]:
    """Invitations that went, to two people."""
    _, batches = put_out(committed_app, 2)
    send(committed_app, batches)
    return rows(committed_app)


@pytest.fixture
def quick(make_app: MakeApp) -> Flask:
    """On one engine, for what has nothing to do with the database; two invitations went."""
    app = make_app("sqlite", bounce_secret=SECRET)
    _, batches = put_out(app, 2)
    send(app, batches)
    return app


def kept(folder: Path, *contents: bytes) -> list[str]:
    paths = [folder / f"{number}.eml" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return list(map(str, paths))


def test_an_address_that_takes_no_mail_stands_at_its_invitation(
    committed_app: Flask, sent: list[RoundMail], tmp_path: Path
) -> None:
    before = clock.now()
    files = kept(tmp_path, notice(sent[0].message_id), notice(sent[0].message_id, diagnostic=""))

    assert run_in(committed_app, "bounce", "read", *files) == [f"{NOTED}: 2."]

    (wrong,) = [each for each in invitations(committed_app) if each.bounced_at_utc]
    assert wrong.id == sent[0].invitation_id
    assert wrong.bounce_code == 550, "The second notice changes nothing."
    assert wrong.bounced_at_utc
    assert before <= wrong.bounced_at_utc <= clock.now()
    assert states(committed_app) == {"sent": 1, "refused": 1}


def test_what_is_no_final_failure_changes_nothing_and_is_told(
    committed_app: Flask, sent: list[RoundMail], tmp_path: Path
) -> None:
    late = notice(sent[0].message_id, status="4.4.7", action="delayed")
    files = kept(tmp_path, late, notice(), AWAY, FOR_PEOPLE)

    assert run_in(committed_app, "bounce", "read", *files) == [
        "Late, or arrived after all; nothing to be done: 1.",
        "About no invitation of ours: 1.",
        "Not recognised as a notice of a mail server: 2.",
    ]
    assert states(committed_app) == {"sent": 2}
    assert not any(each.bounced_at_utc for each in invitations(committed_app))


@pytest.mark.parametrize("purpose", ["reminder", "released", "too_few", "cancelled"])
def test_no_other_mail_that_comes_back_leads_to_a_person(quick: Flask, tmp_path: Path, purpose: str) -> None:
    mail_all(quick, rows(quick)[0].round_id, purpose)  # type: ignore[arg-type]  # one of them
    files = kept(tmp_path, *(notice(row.message_id) for row in rows(quick) if row.purpose == purpose))

    assert run_in(quick, "bounce", "read", *files) == ["About no invitation of ours: 2."]
    assert not any(each.bounced_at_utc for each in invitations(quick))
    assert states(quick) == {"sent": 2, "waiting": 2}


def test_a_mail_that_came_back_is_not_tried_again(quick: Flask, tmp_path: Path) -> None:
    with quick.app_context(), writing() as session:
        row = session.merge(rows(quick)[0])
        row.state, row.done_at_utc, row.tries = "waiting", None, 1

    run_in(quick, "bounce", "read", *kept(tmp_path, notice(row.message_id)))

    assert states(quick) == {"sent": 1, "refused": 1}


def test_mbox_files_and_maildir_folders_are_read_too(quick: Flask, tmp_path: Path) -> None:
    first, second = (notice(row.message_id) for row in rows(quick))
    box = mailbox.mbox(tmp_path / "box")
    box.add(first)
    box.add(AWAY)
    box.close()
    folder = mailbox.Maildir(tmp_path / "folder")
    folder.add(second)

    said = run_in(quick, "bounce", "read", str(tmp_path / "box"), str(tmp_path / "folder"))

    assert said == [f"{NOTED}: 2.", "Not recognised as a notice of a mail server: 1."]


def test_a_mail_can_be_piped_in(quick: Flask) -> None:
    piped = notice(rows(quick)[0].message_id)
    done = quick.test_cli_runner().invoke(args=["bounce", "read", "-"], input=piped)

    assert done.output == f"{NOTED}: 1.\n"


def test_what_cannot_be_read_is_told_in_a_sentence(quick: Flask, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "niets").write_bytes(b"")

    assert refusal(quick, "bounce", "read", "weg.eml") == 'There is no file or folder "weg.eml".'
    assert "is no Maildir folder" in refusal(quick, "bounce", "read", str(tmp_path / "leeg"))
    (empty,) = run_in(quick, "bounce", "read", str(tmp_path / "niets"))
    assert empty == "Not recognised as a notice of a mail server: 1."


def post(app: Flask, content: bytes, given: str = f"Bearer {SECRET}", place: str = "10.1.1.1") -> tuple[int, str]:
    answer = app.test_client().post(
        DOOR, data=content, headers={"Authorization": given}, environ_base={"REMOTE_ADDR": place}
    )
    return answer.status_code, answer.text


def test_a_mail_server_hands_it_in_by_web(
    committed_app: Flask, sent: list[RoundMail], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = replace(committed_app.extensions["netwerkspiegel"], bounce_secret=SECRET)
    monkeypatch.setitem(committed_app.extensions, "netwerkspiegel", ours)

    assert post(committed_app, notice(sent[0].message_id)) == (200, "Noted: this address takes no mail.\n")
    assert post(committed_app, AWAY) == (200, "This is not recognised as a notice of a mail server.\n")
    assert states(committed_app) == {"sent": 1, "refused": 1}


def test_without_a_secret_there_is_no_such_door(committed_app: Flask, sent: list[RoundMail]) -> None:
    for given in ("", "Bearer ", f"Bearer {SECRET}"):
        status, _ = post(committed_app, notice(sent[0].message_id), given)
        assert status == 404
    assert states(committed_app) == {"sent": 2}


@pytest.mark.parametrize("given", ["", "Bearer", f"Bearer {SECRET}x", f"Basic {SECRET}", SECRET, "Bearer \xe9"])
def test_a_wrong_secret_changes_nothing(quick: Flask, given: str) -> None:
    status, said = post(quick, notice(rows(quick)[0].message_id), given)

    assert status == 401
    assert said.startswith("Give the secret of NETWERKSPIEGEL_BOUNCE_SECRET")
    assert states(quick) == {"sent": 2}


def test_after_ten_wrong_secrets_nobody_there_is_listened_to_for_a_while(
    quick: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [post(quick, AWAY, "Bearer x")[0] for _ in range(11)] == [401] * 10 + [429]
    assert post(quick, AWAY)[0] == 429, "Otherwise the right secret could still be guessed."
    assert post(quick, AWAY, place="192.0.2.1")[0] == 200
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now.replace(year=now.year + 1))
    assert post(quick, AWAY)[0] == 200


def test_what_is_too_long_is_not_read(quick: Flask) -> None:
    status, said = post(quick, notice(rows(quick)[0].message_id) + b"x" * 1_000_000)

    assert (status, said) == (413, "This mail is too long. Have only its headers returned.\n")
    assert states(quick) == {"sent": 2}
