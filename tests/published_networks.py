"""Networks that have published already, without anybody filling in: for what is made of many of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.answers import answer_frame
from reports.benchmark import Made, Member, NetworkRound, latest_cut_off, make_edition
from reports.disclosure.grid import TENTHS
from reports.results import Cell, ClosedRound, Response, Results, publish
from survey import clock
from survey.models import Network, Round
from survey.services import closing, networks
from survey.tokens import hash_token, make_token
from tests.factories import KEY, add_adviser, the_questionnaire

#: The last cut-off that has passed, whatever day the tests run on; the one before; and a day just before each.
CUT_OFF: Final = latest_cut_off(clock.dutch_day(clock.now()))
CUT_OFF_BEFORE: Final = latest_cut_off(CUT_OFF - timedelta(days=1))
LATELY: Final = CUT_OFF - timedelta(days=20)
BEFORE: Final = CUT_OFF_BEFORE - timedelta(days=20)

#: Averages of all themes of the other networks, in tenths.
OTHERS: Final = (24, 25, 27, 28, 29, 30, 31, 32, 34, 35, 37, 39)


@cache
def _nothing() -> Results:
    day = date(2026, 1, 1)
    closed = ClosedRound(opened_on=day, closed_on=day, plan=(), invited=0)
    return publish(answer_frame([], the_questionnaire()), questionnaire=the_questionnaire(), closed=closed)


def averages(tenths: int, n: int = 12, *, closed_on: date = BEFORE, of: Mapping[str, int] | None = None) -> Results:
    """Return results in which every theme has this average, but for those named in ``of``."""
    made, value = _nothing(), {theme.id: tenths for theme in _nothing().themes} | dict(of or {})
    cells = [
        Cell("theme_mean", theme, "total", "exact", tenth * TENTHS.step, tenth * TENTHS.step, n)
        for theme, tenth in value.items()
    ]
    response = Response(invited=n, sent_in=n)
    return replace(made, cells=tuple(cells), closed_on=closed_on, opened_on=closed_on, response=response)


def moment(day: date) -> datetime:
    return datetime.combine(day, time(17), clock.DUTCH_TIME)


def add_published(session: Session, results: Results, *, network: Network | None = None, number: int = 1) -> UUID:
    """Store results as a round of a network, new or known, and return the round's id."""
    at, of = moment(results.closed_on), network or _add_network(session)
    round_id = uuid4()
    session.add(
        Round(
            id=round_id,
            network_id=of.id,
            number=number,
            questionnaire_id=results.questionnaire,
            questionnaire_version=results.questionnaire_version,
            questionnaire_hash=results.questionnaire_hash,
            plan=[],
            opened_at_utc=at,
            closes_on=results.closed_on,
            closed_at_utc=at,
            released_at_utc=at,
            report_token_hash=hash_token(report_token(round_id)),
        )
    )
    session.flush()
    closing.store_results(session, round_id=round_id, results=results, at=at)
    return round_id


def add_many(session: Session, tenths: Sequence[int], *, closed_on: date = BEFORE) -> list[UUID]:
    """Store one round of a new network for each average, and return the rounds' ids."""
    return [add_published(session, averages(each, closed_on=closed_on)) for each in tenths]


def others() -> Made:
    """Return an edition for reports to take, of networks that are not stored."""
    members = (Member(uuid4(), uuid4()) for _ in OTHERS)
    rounds = [NetworkRound(member, averages(tenths)) for member, tenths in zip(members, OTHERS, strict=True)]
    return Made(make_edition(CUT_OFF, rounds).edition, {})


def report_token(round_id: UUID) -> str:
    return make_token(KEY, "report", round_id, 1)


def network_of(session: Session, round_id: UUID) -> Network:
    return session.scalars(select(Network).join(Round).where(Round.id == round_id)).one()


def _add_network(session: Session) -> Network:
    name = uuid4().hex
    adviser = add_adviser(session, support=f"Steun {name}", address=f"{name}@taalsteun.example")
    return networks.add_network(
        session, adviser=adviser, name=f"Netwerk {name}", province="Utrecht", coordinator="Hanna Bos"
    )
