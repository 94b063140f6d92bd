"""The mails of a round as a channel: what is in them, under which names they lie there, and what is logged of them.

Attacks 2, 11, 17, 22 and 24 on invitations, reminders, the mails at the end and the weekly overview: as files in the
folder, and as they come in at a real mail server.
"""

import re
import stat
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from flask import Flask

from survey.mail.folder import mail_folder
from survey.models.campaign import MailPurpose
from tests.attacks.closed_round import logged
from tests.attacks.harvesting import averages, denominators, shares
from tests.factories import answer, close_round, make_round, statements
from tests.invited import invitation_of, token_of
from tests.mail_server import TAKEN, Inbox, all_of, read_mail, receiving
from tests.notices import notice
from tests.pages import PageClient
from tests.round_mails import mail_all, rows, send
from tests.round_times import Set, dutch, open_round_of, ticking_clock

MEMBERS = {"library": 7, "welfare": 6}
PEOPLE = sum(MEMBERS.values())
SECRET = "geheim" * 8
DOOR = "/post/teruggekomen"
#: What is another one in each mail: its Message-ID, the links in it and when it went.
OWN = re.compile(r"[\w-]{43}|[0-9a-f]{32}@|[0-9a-f-]{36}@")
#: Everything that is logged of mails, with no word about which one.
LOGGED = re.compile(
    r"[-0-9]{10} [0-9:,]{12} WARNING (A mail of a round (cannot be delivered|has to wait): [a-z ]+ \([0-9]{3}\)\."
    r"|[0-9]+ more mails of a round have to wait for the mail server\.)"
)
Mails = dict[tuple[str, str], str]
#: What is mailed on which day of the month.
DAYS: dict[MailPurpose, int] = {"invitation": 2, "reminder": 9, "released": 12}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return ticking_clock(monkeypatch)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def mailing(make_app: Callable[..., Flask], engine_name: str, at: Set, inbox: Inbox) -> Iterator[Callable[[], Flask]]:
    """Return what makes another instance with a mail server."""
    with receiving(inbox) as server:
        yield lambda: make_app(engine_name, mail_server=server, bounce_secret=SECRET)


def campaign(app: Flask, at: Set, inbox: Inbox, answering: tuple[int, ...]) -> Mails:
    """Mail all that a round mails, with these people answering; return what each person got of each kind."""
    at(dutch(2, 9))
    opened, got = open_round_of(app, MEMBERS), Mails()
    for purpose, day in DAYS.items():
        at(dutch(day, 10))
        inbox.mails.clear()
        send(app, mail_all(app, opened.id, purpose))
        got |= {(purpose, str(mail["To"])): without_own(all_of(mail)) for mail in inbox.mails}
        if purpose == "invitation":
            for person in answering:
                answer(app, opened.tokens[person], statements(1 + person % 5))
        if purpose == "reminder":
            close_round(app, opened.id)
    return got


def without_own(said: str) -> str:
    return re.sub(r"Date: .*", "", OWN.sub("…", said))


def test_2_no_mail_says_anything_else_because_somebody_answered(
    mailing: Callable[[], Flask], at: Set, inbox: Inbox
) -> None:
    """Nothing in a mail depends on who answered; that there is a reminder does, for its own reader."""
    first, second = (campaign(mailing(), at, inbox, each) for each in ((0, 1, 2, 7, 8, 9), (4, 5, 6, 10, 11, 12)))

    both = first.keys() & second.keys()
    assert {purpose for purpose, _ in both} == {"invitation", "reminder", "released"}
    assert [each for each in both if first[each] != second[each]] == []
    assert {purpose for purpose, _ in first.keys() ^ second.keys()} == {"reminder"}


def test_11_no_mail_names_an_average_a_share_or_a_number_of_answers(
    mailing: Callable[[], Flask], at: Set, inbox: Inbox
) -> None:
    said = "\n".join(campaign(mailing(), at, inbox, (0, 1, 2)).values())

    assert averages(said) == shares(said) == denominators(said) == set()
    assert f"zijn {PEOPLE} mensen uitgenodigd" in said


def test_17_a_file_of_a_mail_tells_only_who_opens_it_whose_it_is(committed_app: Flask) -> None:
    opened = make_round(committed_app, MEMBERS)
    for purpose in get_args(MailPurpose):
        send(committed_app, mail_all(committed_app, opened.id, purpose))
    files = sorted(mail_folder(committed_app.extensions["netwerkspiegel"]).iterdir())

    assert {stat.filemode(each.stat().st_mode) for each in files} == {"-rw-------"}
    assert {stat.filemode(each.parent.stat().st_mode) for each in files} == {"drwx------"}
    assert [each.name for each in files if not re.fullmatch(r"[0-9a-f]{32}\.eml", each.name)] == []
    known = {each for row in rows(committed_app) for each in (row.id.hex, row.invitation_id.hex, row.batch_id.hex)}
    assert not known & {each.stem for each in files}
    whose = [str(read_mail(each.read_bytes())["To"]) for each in files]
    assert len(set(whose)) == PEOPLE
    assert whose != sorted(whose)


def test_17_the_log_names_nobody_to_whom_a_mail_did_not_go(mailing: Callable[[], Flask], at: Set, inbox: Inbox) -> None:
    """No address, no name, no Message-ID, no kind of mail: refused, greylisted, and by a server that is down."""
    at(dutch(2, 9))
    app = mailing()
    opened = open_round_of(app, MEMBERS)
    with logged() as log:
        for purpose in ("invitation", "reminder"):
            at(dutch(3, 10))
            inbox.to_recipient = ["550 5.1.1 p0@library.example is unknown", "451 4.7.1 p1@library.example", TAKEN]
            send(app, mail_all(app, opened.id, purpose))

    lines = log.getvalue().splitlines()
    assert len(lines) == 4
    assert [line for line in lines if not LOGGED.fullmatch(line)] == []


def test_17_who_hands_in_a_mail_that_came_back_is_told_the_same_of_a_reminder_and_of_none_of_ours(
    mailing: Callable[[], Flask], at: Set, inbox: Inbox
) -> None:
    """While it waits, after it went, and of every other kind; without the secret also of an invitation."""
    at(dutch(2, 9))
    app = mailing()
    opened = open_round_of(app, MEMBERS)
    batches = [each for purpose in ("invitation", "reminder") for each in mail_all(app, opened.id, purpose)]
    waiting = [row.message_id for row in rows(app) if row.purpose == "reminder"]
    invitation = next(row.message_id for row in rows(app) if row.purpose == "invitation")
    knows = {"Authorization": f"Bearer {SECRET}"}
    handed = notice(waiting[0]), notice(f"<{'0' * 32}@spiegel.example>")
    client = PageClient(app)

    told = [client.post(DOOR, each, 200, headers=knows).text for each in handed]
    at(dutch(3, 10))
    send(app, batches)
    told += [client.post(DOOR, each, 200, headers=knows).text for each in handed]
    refused = {client.post(DOOR, each, 401).text for each in (*handed, notice(invitation))}

    assert len(set(told)) == 1
    assert len(refused) == 1
    assert client.post(DOOR, notice(invitation), 200, headers=knows).text not in told


def test_24_a_mail_leads_its_own_person_to_one_link_and_nobody_elses(
    mailing: Callable[[], Flask], at: Set, inbox: Inbox
) -> None:
    """An answer goes to the adviser; no answering machine makes one, which would say that somebody got a reminder."""
    at(dutch(2, 9))
    app = mailing()
    opened = open_round_of(app, MEMBERS)
    at(dutch(3, 10))
    for purpose in ("invitation", "reminder"):
        send(app, mail_all(app, opened.id, purpose))

    assert len(inbox.mails) == 2 * PEOPLE
    for mail in inbox.mails:
        address = str(mail["To"]).partition("@")[0], str(mail["To"]).split("@")[1].partition(".")[0]
        own = token_of(app, invitation_of(app, f"{address[1]} {int(address[0][1:]):03}"))
        assert {token for token in opened.tokens if token in mail.as_string().replace("=\n", "")} == {own}
        assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
        assert (mail["Cc"], mail["Bcc"], mail["Return-Receipt-To"], mail["Disposition-Notification-To"]) == (None,) * 4
        assert mail["List-Unsubscribe"] == f"<https://spiegel.example/v/{own}/afmelden>"
