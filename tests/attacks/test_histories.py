"""Everything that staff can open and do, before and after somebody answers, refuses or is reminded (attacks 2 and 17).

Each test has two instances of the same network in which staff do the same and its people do not. In both, each role of
staff opens every address there is. What is the same for each role alone is so for any two together.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from survey.database import reading
from survey.models import Contact
from survey.models.account import Role
from tests.agreeing import agree
from tests.attacks.staff_channels import ROLES_OF_STAFF
from tests.attacks.staff_walk import NOT_WALKED, Subject, clean, differences, said_to, walked
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, answer, begin_by_link, fill_in, sign_in, statements
from tests.invited import add_without_address, invitation_of, list_of, press, replace, token_of
from tests.mail_server import Inbox, receiving
from tests.notices import notice
from tests.pages import PageClient
from tests.pdf_reading import squeezed, text_of
from tests.round_mails import mail_all, send_all
from tests.round_times import Set, dutch, open_round_of, ticking_clock

MEMBERS = {"library": 6, "welfare": 9}
#: Each of these does something in one instance, and nothing in the other.
ANSWERS, LEAVES, BEGINS, BOUNCES, REFUSES, REPORTED = (f"library {each:03}" for each in range(6))
REPLACED, ARCHIVED, ERASED, WITHDRAWN = (f"welfare {each:03}" for each in range(4))
BY_LETTER = "Zonder Mail"
#: Where totals stand.
TOTALS = {
    "/netwerken", "/netwerken.xlsx", "/netwerken/<uuid:network_id>", "/netwerken/<uuid:network_id>/ronde",
    "/rondes", "/rondes.xlsx", "/rondes/<uuid:round_id>/sluiten", "round",
    "/overzicht", "/overzicht.xlsx", "/netwerken/<uuid:network_id>/gesprek",
}  # fmt: skip
SECRET = "geheim" * 8
DOOR = {"Authorization": f"Bearer {SECRET}"}


@dataclass
class Choosy(Inbox):
    """A mail server at which some addresses are wrong."""

    wrong: set[str] = field(default_factory=set[str])

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address in self.wrong:
            return "550 5.1.1 unknown"
        return await super().handle_RCPT(server, session, envelope, address, options)


@dataclass(frozen=True)
class Instance:
    """One of the two, with the round in it and what its mail server got."""

    app: Flask
    opened: OpenRound
    inbox: Choosy
    at: Set

    def token(self, name: str) -> str:
        return token_of(self.app, invitation_of(self.app, name))

    def walk(self, *names: str, roles: Sequence[Role] = ROLES_OF_STAFF) -> dict[str, str]:
        """Return what each of these roles is told at each address, and what the commands say."""
        subject = Subject(self.opened.network_id, self.opened.id, names)
        said = {name: each for role in roles for name, each in said_to(self.app, role, subject).items()}
        for command in (["round", "status", NETWORK], ["network", "list"], ["retention", "run", "--dry-run"]):
            said[" ".join(command)] = clean("\n".join(run_in(self.app, *command)))
        log = [line.partition("\t")[2] for line in run_in(self.app, "audit", "show", "--limit", "10000")]
        return said | {"audit show": clean("\n".join(log))}


Made = Callable[[], Instance]
Said = dict[str, str]


@pytest.fixture
def made(make_app: Callable[..., Flask], engine_name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    """Return what makes another instance with the same round, of which all invitations went."""
    at, inbox = ticking_clock(monkeypatch), Choosy()

    def make() -> Instance:
        at(dutch(2, 9))
        inbox.wrong.clear()
        inbox.mails.clear()
        app = make_app(engine_name, mail_server=server, bounce_secret=SECRET)
        opened = open_round_of(app, MEMBERS, reminds_on=("7", "14", "last"))
        with app.test_request_context():
            add_without_address(app, opened, [BY_LETTER])
        mail_all(app, opened.id, "invitation")
        send_all(app)
        with app.app_context():
            agree(
                app, opened.network_id, contact_id=UUID(id_of(app, ERASED)), helpers=ANSWERS, due_on=date(2026, 11, 20)
            )
        at(dutch(5, 9, 30))
        for token in opened.tokens[-5:]:
            answer(app, token, statements(3))
        at(dutch(5, 10, 5))
        return Instance(app, opened, inbox, at)

    with receiving(inbox) as server:
        yield make


def people_act(of: Instance) -> None:
    """Do what staff may not find out, all of it within the hour."""
    for name in (ANSWERS, LEAVES, REFUSES, REPLACED, ARCHIVED, ERASED, WITHDRAWN):
        answer(of.app, of.token(name), statements(4))
    PageClient(of.app).post(f"/v/{of.token(LEAVES)}/afmelden", {"go": "leave"})
    fill_in(PageClient(of.app), of.token(BEGINS), statements(2), send=False, pages=["roles"])
    owner = PageClient(of.app)
    begin_by_link(owner, of.token(BY_LETTER))
    fill_in(owner, of.token(BY_LETTER), statements(5))


def reminders_come_back(of: Instance) -> None:
    """Let one reminder be refused, and one that was taken come back later."""
    of.inbox.wrong = {"p3@library.example"}
    send_all(of.app)
    reminder = next(mail for mail in of.inbox.mails[len(of.opened.tokens) :] if "p5@library" in str(mail["To"]))
    page = PageClient(of.app).post("/post/teruggekomen", notice(str(reminder["Message-ID"])), 200, headers=DOOR)
    assert "no invitation of ours" in page.text


def staff_act(of: Instance, *, comes_back: bool) -> list[str]:
    """Do all that staff can do to people of an open round, and return every sentence that is said on the way."""
    app, staff = of.app, PageClient(of.app)
    sign_in(app, staff, role="administrator")
    said = [staff.submit(staff.get(f"/rondes/{of.opened.id}/herinneren"), {}, form={"id": "remind"}).location]
    reminders_come_back(of) if comes_back else send_all(app)
    of.inbox.wrong = set()
    for name in (ANSWERS, LEAVES, BEGINS, BOUNCES, REPORTED):
        said.append(press(staff, of.opened, invitation_of(app, name).id, "opnieuw").words)
    send_all(app)
    for action in ("intrekken", "teruggeven", "intrekken"):
        said.append(press(staff, of.opened, invitation_of(app, WITHDRAWN).id, action).words)
    replaced = replace(staff, invitation_of(app, REPLACED).id, {"name": "Nieuw", "address": "n@x.example"})
    said.append(staff.follow(replaced).words)
    send_all(app)
    for name, form in ((ARCHIVED, "archiveren"), (ERASED, "wissen")):
        place = f"/contacten/{id_of(app, name)}"
        asked = staff.get(f"{place}/wissen" if form == "wissen" else f"{place}/bewerken")
        chosen = {"id": "erase"} if form == "wissen" else {"action": f"{place}/archiveren"}
        said += [asked.words, staff.follow(staff.submit(asked, {}, form=chosen)).words]
    found = staff.submit(staff.get("/beheer/personen"), {"who": ANSWERS}, 200, form={"id": "search"})
    said += [found.words, staff.submit(found, {}, 200, form={"id": "file1"}).words]
    said.append(letters(staff, of))
    return [clean(each) for each in said]


def letters(staff: PageClient, of: Instance) -> str:
    """Print what there is to print, and return what it says but for the link."""
    made = staff.submit(staff.get(list_of(of.opened)), {"form": "letters"}, 200, form={"id": "print"})
    return squeezed(text_of(made.body)).replace(squeezed(of.token(BY_LETTER)), "")


def id_of(app: Flask, name: str) -> str:
    with app.app_context(), reading() as session:
        return str(session.scalars(select(Contact.id).where(Contact.name == name)).one())


def test_17_whatever_staff_open_and_do_is_the_same_whoever_answered_refused_or_was_reminded(made: Made) -> None:
    """Within the hour nothing differs; at the full hour the totals do, with the words of groups, and nothing else."""
    _, said, within, after = everything_of(made(), acts=False)
    one, said_too, within_too, after_too = everything_of(made(), acts=True)

    assert said == said_too
    assert differences(within, within_too) == {}
    assert differences(without_totals(after), without_totals(after_too)) == {}
    assert {address_of(name) for name in differences(after, after_too)} == TOTALS
    assert {rule.rule for rule in walked(one.app)} <= {address_of(name) for name in within}
    assert set(NOT_WALKED) <= {rule.endpoint for rule in one.app.url_map.iter_rules()}
    finds_what_may_be_seen(one)


def finds_what_may_be_seen(one: Instance) -> None:
    """A refusal of who did not send in stands at the list of the invited and at the contact, at once."""
    before = one.walk(BOUNCES, roles=["coordinator"])
    PageClient(one.app).post(f"/v/{one.token(BOUNCES)}/afmelden", {"go": "leave"})
    after = one.walk(BOUNCES, roles=["coordinator"])

    shown = {address_of(name) for name in differences(before, after)}
    assert shown - {"audit"} == {
        "/contacten/<uuid:contact_id>/bewerken",
        "/netwerken/<uuid:network_id>/ronde/genodigden",
    }


def address_of(name: str) -> str:
    """Return the rule of an address, or the first word of a command."""
    return re.sub(r"^\w+: ", "", name).partition(" ")[0]


def everything_of(one: Instance, *, acts: bool) -> tuple[Instance, list[str], Said, Said]:
    """Have people act, or not, and staff; return what staff are told meanwhile, right after, and by the full hour."""
    printing = PageClient(one.app)
    sign_in(one.app, printing, address="adviser@x.example")
    letters(printing, one)
    PageClient(one.app).post(f"/v/{one.token(REFUSES)}/afmelden", {"go": "leave"})
    if acts:
        people_act(one)
    one.at(dutch(5, 10, 20))
    said = staff_act(one, comes_back=not acts)
    one.at(dutch(5, 10, 59))
    within = one.walk(ANSWERS, LEAVES, BOUNCES, WITHDRAWN)
    one.at(dutch(5, 11, 0))
    return one, said, within, one.walk(ANSWERS, LEAVES, roles=["adviser"])


#: Totals, the words of groups, and the words that follow from a total that is shown.
_OF_TOTALS = re.compile(
    r"\d+|haalbaar|nog niet|#i-(?:ok|info)|nog te weinig voor een uitkomst"
    r"|waarschijnlijk genoeg voor gemiddelden, nog te weinig voor de antwoorden per zin"
    r"|genoeg voor uitkomsten van het hele netwerk"
)


def without_totals(said: Said) -> Said:
    """Leave out numbers, and whether a group's own result is feasible: what R10 lets staff see by the full hour."""
    return {name: _OF_TOTALS.sub("", each) for name, each in said.items()}
