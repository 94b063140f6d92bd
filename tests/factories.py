"""Small ways to make what tests need, through the same services as real use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.headerregistry import Address
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from questionnaires import catalogue
from questionnaires.definition import Page as QuestionPage
from questionnaires.definition import Questionnaire
from questionnaires.types.base import ANYBODY
from questionnaires.types.grade import Grade
from questionnaires.types.statement import Statement
from questionnaires.types.texts import TICK
from reports.results import Results
from survey import clock
from survey.access import SESSION_KEY
from survey.config import Config
from survey.database import writing
from survey.models import Account, Invitation, Network, NetworkCoordinator
from survey.models.account import Role
from survey.queries import rounds as round_queries
from survey.queries import visits
from survey.services import closing, networks, sessions
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation
from survey.services.page_reading import read_page
from survey.services.planning import Plan
from survey.services.rounds import Terms, open_round
from survey.services.sessions import Signs
from survey.tokens import hash_token, make_token
from tests.pages import HOST, Page, PageClient

NETWORK: Final = "Taalnetwerk Waterdam"
ADVISER_ADDRESS: Final = "joris.veenstra@taalsteun.example"

#: Enough in each group for three groups of their own.
THREE_GROUPS: Final = {"library": 7, "welfare": 7, "municipality": 3, "volunteer-provider": 4}


#: Only keys of tests are this regular.
KEY: Final = bytes(range(32))


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round that is open, with the secrets that its people hold; ``tokens`` is in the order of the invitations."""

    id: UUID
    network_id: UUID
    tokens: tuple[str, ...]
    groups: tuple[str | None, ...]
    report_token: str

    @property
    def link(self) -> str:
        """The first personal link."""
        return f"/v/{self.tokens[0]}"

    @property
    def report(self) -> str:
        return f"/rapport/{self.report_token}"


def make_config(database_url: str, data_dir: Path) -> Config:
    """Return a configuration as in production."""
    return Config(
        instance="production",
        data_dir=data_dir,
        database_url=database_url,
        instance_key=KEY,
        cookie_key=bytes(reversed(KEY)),
        base_url=HOST,
        trusted_proxies=0,
        mail_server=None,
        mail_from=Address("Netwerkspiegel", addr_spec="noreply@spiegel.example"),
        mails_per_minute=0,
        bounce_secret="",
        work_database_url=f"sqlite:///{data_dir}/work.db",
        openid=None,
    )


def the_questionnaire() -> Questionnaire:
    return catalogue.latest("taalnetwerkspiegel")


def add_adviser(session: Session, *, support: str = "Taalsteun Midden", address: str = ADVISER_ADDRESS) -> Account:
    organisation = networks.add_support_organisation(session, name=support)
    return networks.add_adviser(session, support=organisation, name="Joris Veenstra", address=address)


def add_network(session: Session, *, members: Mapping[str, int], name: str = NETWORK, language: str = "nl") -> Network:
    """Add a network with one organisation per kind, and so many contacts at each."""
    network = networks.add_network(
        session, adviser=add_adviser(session), name=name, province="Utrecht", coordinator="Hanna Bos"
    )
    for kind, number in members.items():
        add_members(session, network, kind, number, language)
    return network


def add_members(session: Session, network: Network, kind: str, number: int, language: str = "nl") -> None:
    organisation = add_organisation(session, network=network, name=f"{kind} van {network.name}", kind=kind)
    for person in range(number):
        name, address = f"{kind} {person:03}", f"p{person}@{kind}.example"
        add_contact(session, organisation=organisation, name=name, address=address, language=language)


def open_next_round(
    session: Session, *, network: Network, key: bytes, at: datetime | None = None, plan: Plan | None = None
) -> OpenRound:
    at = at or clock.now() - timedelta(days=1)
    closes_on = clock.dutch_day(at) + timedelta(days=21)
    meeting = {"meeting_on": closes_on + timedelta(days=10), "meeting_place": "13.30 uur, Bibliotheek Waterdam"}
    made = open_round(session, network=network, terms=Terms(closes_on, plan, **meeting), at=at, key=key)
    invited = round_queries.list_invitations(session, round_id=made.id)
    tokens = tuple(make_token(key, "invitation", row.id, row.generation) for row in invited)
    report_token = make_token(key, "report", made.id, made.report_generation)
    return OpenRound(made.id, network.id, tokens, _groups(session, [row.id for row in invited]), report_token)


def make_round(
    app: Flask,
    members: Mapping[str, int] | None = None,
    *,
    name: str = NETWORK,
    plan: Plan | None = None,
    language: str = "nl",
) -> OpenRound:
    """Make a network with an open round; without ``members``, one with three people."""
    with app.app_context(), writing() as session:
        members = members or {"library": 2, "municipality": 1}
        network = add_network(session, members=members, name=name, language=language)
        return open_next_round(session, network=network, key=key_of(app), plan=plan)


def key_of(app: Flask) -> bytes:
    return app.extensions["netwerkspiegel"].instance_key


def close_round(app: Flask, round_id: UUID, *, at: datetime | None = None) -> Results | None:
    """Cut and publish, as the command does."""
    at = at or clock.now()
    with app.app_context():
        with writing() as session:
            closing.cut(session, round_id=round_id, at=at)
        with writing() as session:
            return closing.publish_round(session, round_id=round_id, at=at)


def statements(value: int | str, *, on: QuestionPage | None = None) -> dict[str, str]:
    """Return the same answer to every statement and grade, of one page or of all."""
    pages = [on] if on else the_questionnaire().pages
    return {
        question.id: str(value)
        for page in pages
        for question in page.questions
        if isinstance(question, Statement) or (isinstance(question, Grade) and str(value).isdecimal())
    }


def words(question_id: str, text: str, *, share: bool) -> dict[str, str]:
    """Return the fields of one open answer."""
    return {question_id: text} | ({question_id + TICK: "on"} if share else {})


def code(person: int, length: int = 40) -> list[int]:
    """Return answers that tell this person apart from every other: the number in base 5, over and over."""
    digits = [person // 5**place % 5 + 1 for place in range(3)]
    return [digits[place % 3] for place in range(length)]


def coded_answers(person: int) -> dict[str, str]:
    keys = [key for key, question in the_questionnaire().questions.items() if isinstance(question, Statement)]
    return {key: str(answer) for key, answer in zip(keys, code(person, len(keys)), strict=True)}


def fill_in(
    client: PageClient, token: str, answers: Mapping[str, Any], *, send: bool = True, pages: Sequence[str] | None = None
) -> None:
    """Post these answers page by page by a personal link, as a browser would, and send them in."""
    for page in the_questionnaire().pages:
        if pages is None or page.id in pages:
            mine = {question.id for question in page.questions}
            form = {name: value for name, value in answers.items() if name.split(".")[0].removesuffix(TICK) in mine}
            client.post(f"/v/{token}/{page.id}", {**form, "go": "next"})
    if send:
        asked = client.post(f"/v/{token}/nakijken", {"go": "send"})
        if asked.location.endswith("?open=1"):
            client.post(f"/v/{token}/nakijken", {"go": "sure"})


def begin_by_link(client: PageClient, token: str) -> str:
    """Press "begin" on the first page of a link that was in the hands of staff; return the code that is shown."""
    client.get(f"/v/{token}")
    page = client.follow(client.post(f"/v/{token}/code", {"go": "begin"}))
    return shown_code(page)


def shown_code(page: Page) -> str:
    (shown,) = page.all("strong")
    return (shown.text or "").replace(" ", "")


def answer(app: Flask, token: str, form: Mapping[str, str]) -> None:
    """Keep and send in these answers without a browser: as ``fill_in`` does, for people by the dozen."""
    answers: dict[str, Any] = {}
    for page in the_questionnaire().pages:
        answers |= read_page(page, MultiDict(form), {}, ANYBODY).answers
    with app.app_context(), writing() as session:
        visit = visits.lock_visit(session, token_hash=hash_token(token))
        assert visit is not None
        assert visit.response_id is not None
        visits.keep_answers(session, response_id=visit.response_id, answers=answers, choice_times={}, at=clock.now())
        visits.mark_sent_in(session, response_id=visit.response_id, at=clock.now())


def sign_in(app: Flask, client: PageClient, *, role: Role = "adviser", **adviser: str) -> Account:
    """Sign in somebody, new or known, with a second factor, without the pages for it; return the account.

    A coordinator reaches the networks of this support organisation that are there now.
    """
    with app.app_context(), writing() as session:
        account = add_adviser(session, **adviser)
        account.role, account.joined_at_utc = role, account.joined_at_utc or clock.now()
        session.flush()
        if role == "coordinator":
            coordinate_all(session, account)
        begun = sessions.add(session, account_id=account.id, at=clock.now(), signs=Signs("test", "Firefox", "passkey"))
    with client.http.session_transaction(base_url=HOST) as cookie:
        cookie.clear()
        cookie[SESSION_KEY] = str(begun.id)
    return account


def coordinate_all(session: Session, account: Account) -> None:
    """Make an account coordinator of every network of its support organisation."""
    ours = select(Network.id).where(Network.support_organisation_id == account.support_organisation_id)
    mine = select(NetworkCoordinator.network_id).where(NetworkCoordinator.account_id == account.id)
    known = set(session.scalars(mine))
    for network_id in session.scalars(ours):
        if network_id not in known:
            session.add(NetworkCoordinator(network_id=network_id, account_id=account.id))


def in_days(days: int) -> date:
    return clock.dutch_day(clock.now()) + timedelta(days=days)


def _groups(session: Session, invitation_ids: list[UUID]) -> tuple[str | None, ...]:
    return tuple(session.get_one(Invitation, each).reporting_group for each in invitation_ids)
