"""Where a network's round is on its way: what its page is about."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from survey import clock
from survey.models import Network, PlannedRound, Round
from survey.queries import published, rounds
from survey.queries.people import Person
from survey.services.ending import is_over

#: Nothing planned; planned; waiting for the worker to open it, now or on a day; filled in; waiting for the worker to
#: close it; closed, its results being made; published, for staff; released to its participants.
State = Literal["nothing", "planned", "asked", "open", "closing", "publishing", "published", "released"]


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A network with its newest round and its next one, for who looks."""

    network: Network
    round: Round | None
    plan: PlannedRound | None
    state: State
    reader: Person


def round_page(session: Session, *, network: Network, reader: Person) -> RoundPage:
    """Return where a network's round is."""
    newest = rounds.newest_round(session, network_id=network.id)
    plan = rounds.find_plan(session, network_id=network.id)
    return RoundPage(network, newest, plan, _state(session, newest, plan), reader)


def _state(session: Session, newest: Round | None, plan: PlannedRound | None) -> State:
    if (newest is None or newest.closed_at_utc is not None) and plan is not None and plan.closes_on is not None:
        return "planned" if plan.asked_at_utc is None else "asked"
    return "nothing" if newest is None else stage_of(session, newest, clock.now())


def stage_of(session: Session, of: Round, at: datetime) -> State:
    """Return where a round is, whatever is planned after it."""
    if of.closed_at_utc is None:
        return "closing" if is_over(of, at) else "open"
    if not published.has_results(session, round_id=of.id):
        return "publishing"
    return "published" if of.released_at_utc is None else "released"
