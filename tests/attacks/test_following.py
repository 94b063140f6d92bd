"""What staff see while a round is open, as a way to find out who answered or who was reminded (attacks 2 and 17)."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update

from survey.database import reading, writing
from survey.models import Account, Base, Contact, Invitation, Reminding, RoundMail
from survey.services import account_mail
from survey.tokens import hash_token
from survey.work import overviews, reminders
from tests.attacks.harvesting import everything_on
from tests.attacks.staff_channels import OWN_MARK, ROLES_OF_STAFF, ROUND_LISTS, cells_of
from tests.commands import run_in
from tests.factories import KEY, NETWORK, THREE_GROUPS, OpenRound, answer, sign_in, statements
from tests.pages import PageClient
from tests.round_mails import send_all
from tests.round_times import Set, dutch, open_round_of, setting_clock

MEMBERS = THREE_GROUPS
PEOPLE = sum(MEMBERS.values())
#: What a page signs its forms with.
SIGNATURE = re.compile(r"\bI[\w-]{40,}\.[\w-]+\.[\w-]+")
Made = Callable[[], tuple[Flask, OpenRound]]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return setting_clock(monkeypatch)


@pytest.fixture
def made(make_app: Callable[..., Flask], engine_name: str, at: Set) -> Made:
    """Return what makes another instance with the same round."""

    def make() -> tuple[Flask, OpenRound]:
        at(dutch(2, 9))
        app = make_app(engine_name)
        return app, open_round_of(app, MEMBERS, reminds_on=("7", "14", "last"))

    return make


def said_to_staff(app: Flask, opened: OpenRound) -> list[str]:
    """Return everything that staff of each role can open about an open round, bytes and headers, but for ids."""
    client, said = PageClient(app), list[str]()
    for role in ROLES_OF_STAFF:
        sign_in(app, client, role=role, address=f"{role}@x.example")
        pages = [client.get(path) for path in (*ROUND_LISTS, *_pages(app, opened))]
        said += [each for page in pages for each in (everything_on(page), page.headers.get("ETag", ""))]
        said += [cells_of(client.get(path.replace("?", ".xlsx?")).body) for path in ROUND_LISTS]
    said += [line.partition("\t")[2] for line in run_in(app, "audit", "show", "--limit", "10000")]
    said += run_in(app, "round", "status", NETWORK)
    return [SIGNATURE.sub("", OWN_MARK.sub("", each)) for each in [*said, *kept(app)]]


def _pages(app: Flask, opened: OpenRound) -> list[str]:
    with app.app_context(), reading() as session:
        contacts = session.scalars(select(Contact.id).order_by(Contact.sort_name)).all()
    pages = ["", "/ronde", "/bewerken", "/acties", "/acties/voorstellen", "/acties/nieuw"]
    return [
        *(f"/netwerken/{opened.network_id}{page}" for page in pages),
        f"/rondes/{opened.id}/herinneren",
        *(f"/contacten/{each}/bewerken" for each in contacts),
        "/contactpersonen?archief=", "/organisaties?", "/netwerken?wie=",
    ]  # fmt: skip


def kept(app: Flask) -> list[str]:
    """Return the rows about reminders and mails, but for ids: what the pages of later issues could show."""
    said: list[str] = []
    with app.app_context(), reading() as session:
        for table in (Reminding, RoundMail, Invitation):
            columns = [each for each in Base.metadata.tables[table.__tablename__].columns if not _is_id(each.name)]
            said += sorted(str(tuple(row)) for row in session.execute(select(*columns)))
    return said


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id") or name.endswith("_hash")


def remind_by_plan(app: Flask) -> None:
    with app.app_context():
        reminders.put_out_due()


def remind_by_hand(app: Flask, opened: OpenRound) -> None:
    client = PageClient(app)
    sign_in(app, client, role="coordinator", address="coordinator@x.example")
    client.submit(client.get(f"/rondes/{opened.id}/herinneren"), {}, form={"id": "remind"})


def overview_mails(app: Flask) -> list[str]:
    """Return what the mails of this week's overview say, sealed as they lie there."""
    with app.app_context():
        overviews.make_due()
        with reading() as session:
            waiting = session.scalars(select(Base.metadata.tables["account_mail"].c.id)).all()
            ready = [
                account_mail.prepare(session, mail_id=each, key=KEY, base_url="https://x.example", at=dutch(9))
                for each in waiting
            ]
    return sorted(str((each.to, each.language, each.values)) for each in ready if each)


@pytest.mark.parametrize(("group", "place"), [("library", 4), ("welfare", 4), ("rest", 0)])
def test_2_no_staff_channel_changes_with_one_answer_within_the_hour(
    made: Made, at: Set, group: str, place: int
) -> None:
    """Also not with the answer that brings a group to five, nor with the first one of a group."""
    app, opened = made()
    tokens = by_group(app, opened)
    at(dutch(5, 9, 40))
    for token in [*tokens["library"][:4], *tokens["welfare"][:4]]:
        answer(app, token, statements(3))
    at(dutch(5, 10, 5))
    said_to_staff(app, opened)  # the log of exports is the longer by one round of looking each time
    before = without_log(said_to_staff(app, opened))
    answer(app, tokens[group][place], statements(3))
    at(dutch(5, 10, 59))

    assert without_log(said_to_staff(app, opened)) == before


def test_2_this_attack_reads_what_moves_by_the_hour(made: Made, at: Set) -> None:
    app, opened = made()
    tokens = by_group(app, opened)
    at(dutch(5, 10, 5))
    before = without_log(said_to_staff(app, opened))
    for token in tokens["library"][:5]:
        answer(app, token, statements(3))
    at(dutch(5, 11, 0))
    after = without_log(said_to_staff(app, opened))

    changed = [each for each in after if each not in before]
    assert any(f"5 van de {PEOPLE} genodigden" in each for each in changed)
    assert any("haalbaar" in each for each in changed)
    assert not any("haalbaar" in each for each in before)


def test_2_the_weekly_overview_is_the_same_before_and_after_one_answer(made: Made, at: Set) -> None:
    found: list[list[str]] = []
    for late in (False, True):
        app, opened = made()
        at(dutch(8, 20, 0))
        answer(app, opened.tokens[0], statements(3))
        sign_in(app, PageClient(app), role="coordinator", address="coordinator@x.example")
        _join(app)
        at(dutch(9, 8, 10))
        if late:
            answer(app, opened.tokens[1], statements(3))
        at(dutch(9, 8, 20))
        found.append(overview_mails(app))

    assert found[0] == found[1]
    assert len(found[0]) == 1
    assert all("'sent_in': 1" in each for each in found[0])


@pytest.mark.parametrize("by_hand", [False, True])
def test_17_no_staff_channel_tells_who_was_reminded(made: Made, at: Set, by_hand: bool) -> None:
    """Two instances in which as many sent in, but others of them; everything that staff can open is the same."""
    said: list[list[str]] = []
    for answering in ((0, 1, 7), (2, 8, 9)):
        app, opened = made()
        at(dutch(8, 20, 0))
        for person in answering:
            answer(app, opened.tokens[person], statements(3))
        at(dutch(9, 10, 0))
        remind_by_hand(app, opened) if by_hand else remind_by_plan(app)
        assert send_all(app) == PEOPLE - 3
        said.append(without_log(said_to_staff(app, opened)))

    assert said[0] == said[1]
    assert any(f"naar ongeveer {PEOPLE - 3} mensen" in each for each in said[0])


def test_17_reminding_by_hand_tells_nothing_of_who_sent_in_just_before(made: Made, at: Set) -> None:
    """Who presses the button right after a colleague sent in, or did not, sees the same."""
    said: list[list[str]] = []
    for has_answered in (False, True):
        app, opened = made()
        at(dutch(5, 10, 5))
        if has_answered:
            answer(app, opened.tokens[0], statements(3))
        at(dutch(5, 10, 6))
        remind_by_hand(app, opened)
        waiting = send_all(app)
        assert waiting == PEOPLE - has_answered
        said.append(without_log(said_to_staff(app, opened)))

    assert said[0] == said[1]


def test_17_a_reminder_of_nobody_looks_like_any_other(made: Made, at: Set) -> None:
    """Everybody sent in within the hour: there is a reminder, its number is that of the hour, and no mail goes."""
    app, opened = made()
    at(dutch(5, 10, 5))
    for token in opened.tokens:
        answer(app, token, statements(3))
    remind_by_hand(app, opened)

    assert send_all(app) == 0
    with app.app_context(), reading() as session:
        assert session.scalars(select(Reminding.told)).one() == PEOPLE


@pytest.mark.parametrize("sent_in", [False, True])
def test_17_withdrawing_a_link_tells_nothing_of_who_sent_in(made: Made, at: Set, sent_in: bool) -> None:
    """The number of who sent in does not move, and no word of a group does."""
    app, opened = made()
    at(dutch(5, 9, 0))
    tokens = by_group(app, opened)
    for token in tokens["library"][:5] if sent_in else tokens["library"][1:6]:
        answer(app, token, statements(3))
    at(dutch(5, 10, 5))
    before = shown(app, opened)
    withdraw(app, tokens["library"][0], dutch(5, 10, 6))
    after = shown(app, opened)

    assert f"5 van de {PEOPLE} genodigden" in before
    assert f"5 van de {PEOPLE - 1} genodigden" in after
    assert "Bibliotheek: haalbaar" in before
    assert "Bibliotheek: haalbaar" in after


def shown(app: Flask, opened: OpenRound) -> str:
    client = PageClient(app)
    sign_in(app, client, address="adviser@x.example")
    return client.get(f"/netwerken/{opened.network_id}/ronde").words


def withdraw(app: Flask, token: str, moment: datetime) -> None:
    with app.app_context(), writing() as session:
        mine = Invitation.token_hash == hash_token(token)
        session.execute(update(Invitation).where(mine).values(withdrawn_at_utc=moment))


def by_group(app: Flask, opened: OpenRound) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for token, group in zip(opened.tokens, opened.groups, strict=True):
        found.setdefault(str(group), []).append(token)
    return found


def without_log(said: list[str]) -> list[str]:
    """Leave out that lists were downloaded and the log looked at: by whoever looks, as often as that is."""
    return [each for each in said if ".exported" not in each and "audit.shown" not in each]


def _join(app: Flask) -> None:
    """Let the adviser of the network have signed in before."""
    with app.app_context(), writing() as session:
        ids: list[UUID] = list(session.scalars(select(Account.id)))
        joined = dutch(2) - timedelta(days=1)
        session.execute(update(Account).where(Account.id.in_(ids)).values(joined_at_utc=joined))
