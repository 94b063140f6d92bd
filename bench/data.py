"""What is measured on: a new database, with networks of a usual size that have an open round."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.people import KINDS, PER_ORGANISATION
from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from survey import clock, create_app, migrate
from survey.config import read_config
from survey.database import reading, writing
from survey.extensions import db
from survey.models import Account, Invitation, Response
from survey.queries import rounds as round_queries
from survey.services import networks, rounds
from survey.services.contacts import add_contact
from survey.services.organisations import add_organisation
from survey.services.planning import DEFAULT_QUESTIONNAIRE
from survey.tokens import hash_token, make_token


@dataclass(frozen=True, slots=True)
class Study:
    """The data of one measurement: how to serve them, whose links there are, what is asked."""

    app: Flask
    environment: dict[str, str]
    tokens: list[str]
    questionnaire: Questionnaire

    def count_kept(self, tokens: Sequence[str]) -> int:
        """Count whose answers were all kept and sent in, of these links."""
        with self.app.app_context(), reading() as session:
            return sum(_is_whole(session, token, self.questionnaire) for token in tokens)


def prepare(folder: Path, *, people: int) -> Study:
    """Make the database in ``folder``, with links for at least so many people."""
    environment = {"NETWERKSPIEGEL_DATA_DIR": str(folder), "NETWERKSPIEGEL_INSTANCE": "production"}
    config = read_config(environment)
    app = create_app(config)
    with app.app_context():
        migrate.upgrade(db.engine)
        with writing() as session:
            tokens = _add_networks(session, config.instance_key, people, clock.now())
    return Study(app, environment, tokens, catalogue.latest(DEFAULT_QUESTIONNAIRE))


@contextmanager
def disposed(study: Study) -> Generator[Study]:
    """Close the database's connections at the end, before its folder goes."""
    try:
        yield study
    finally:
        with study.app.app_context():
            db.engine.dispose()


def _add_networks(session: Session, key: bytes, people: int, at: datetime) -> list[str]:
    networks.mark_instance(session, kind="production", at=at)
    support = networks.add_support_organisation(session, name="Taalsteun Meting")
    adviser = networks.add_adviser(session, support=support, name="Joris Meting", address="joris@meting.example")
    numbers = range(ceil(people / (len(KINDS) * PER_ORGANISATION)))
    return [token for number in numbers for token in _add_network(session, key, adviser, number, at)]


def _add_network(session: Session, key: bytes, adviser: Account, number: int, at: datetime) -> list[str]:
    name = f"Taalnetwerk Meting {number}"
    network = networks.add_network(session, adviser=adviser, name=name, province="PV26", coordinator="Noor Meting")
    for place, kind in enumerate(KINDS):
        organisation = add_organisation(session, network=network, name=f"Organisatie {place}", kind=kind)
        for person in range(PER_ORGANISATION):
            address = f"partner{place}-{person}@meting{number}.example"
            add_contact(session, organisation=organisation, name=f"Partner {place}-{person}", address=address)
    closes_on = clock.dutch_day(at) + timedelta(days=14)
    opened = rounds.open_round(session, network=network, terms=rounds.Terms(closes_on), at=at, key=key)
    rows = round_queries.list_invitations(session, round_id=opened.id)
    return [make_token(key, "invitation", row.id, row.generation) for row in rows]


def _is_whole(session: Session, token: str, questionnaire: Questionnaire) -> bool:
    statement = (
        select(Response.answers, Response.sent_in_at_utc)
        .join(Invitation, Invitation.id == Response.invitation_id)
        .where(Invitation.token_hash == hash_token(token))
    )
    answers, sent_in_at_utc = session.execute(statement).one()
    return sent_in_at_utc is not None and all(answers.get(name) is not None for name in questionnaire.questions)
