"""How the response of an open round stands, as far as staff may know (disclosure rule R10), and what is expected."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.orm import Session

from survey.clock import end_of, full_hour
from survey.models import Network, Round
from survey.queries import response_history, response_totals
from survey.queries.people import Person
from survey.queries.response_history import Published
from survey.queries.response_totals import Totals
from survey.services.feasible import feasible_groups

if TYPE_CHECKING:
    from reports.statistics.forecast import EarlierRound, Forecast

#: A network's own earlier rounds say more of the next one than those of others.
_OWN_COUNTS_FOR: Final = 3.0


@dataclass(frozen=True, slots=True)
class Monitor:
    """The totals until a full hour; for each reporting group of some size whether its own result is feasible."""

    until: datetime
    totals: Totals
    groups: dict[str, bool]
    forecast: "Forecast | None"


def monitor(session: Session, *, network: Network, opened: Round, reader: Person, at: datetime) -> Monitor:
    """Return how an open round stands; groups are for the network's adviser and who stands in."""
    until = full_hour(at)
    totals = response_totals.count(session, round_ids=[opened.id], until=until)[opened.id]
    is_adviser = reader.may("adviser") and reader.reads_reports(adviser_id=network.adviser_id)
    groups = _groups(session, opened, until) if is_adviser else {}
    return Monitor(until, totals, groups, _forecast(session, network, opened, totals, until))


def _groups(session: Session, opened: Round, until: datetime) -> dict[str, bool]:
    counts = response_totals.count_groups(session, round_id=opened.id, until=until)
    return feasible_groups([str(group["id"]) for group in opened.plan], counts)


def _forecast(session: Session, network: Network, opened: Round, totals: Totals, until: datetime) -> "Forecast | None":
    from reports.statistics.forecast import final_response, response_of  # NumPy is slow to load

    earlier = [_earlier(each, network) for each in response_history.list_published(session, network=network)]
    response = response_of([each for each in earlier if each.sent_in <= each.invited])
    if response is None or not totals.invited:
        return None
    # what was sent in by links that were withdrawn counts, and they do not
    invited = max(totals.invited, totals.sent_in)
    return final_response(response, invited=invited, sent_in=totals.sent_in, passed=_passed(opened, until))


def _earlier(published: Published, network: Network) -> "EarlierRound":
    from reports.statistics.forecast import EarlierRound

    response: dict[str, Any] = json.loads(published.document)["response"]
    weight = _OWN_COUNTS_FOR if published.network_id == network.id else 1.0
    return EarlierRound(response["invited"], response["sent_in"], weight)


def _passed(opened: Round, until: datetime) -> float:
    """Return the part of a round's time that is over, from 0 to 1."""
    whole = end_of(opened.closes_on) - opened.opened_at_utc
    return min(max((until - opened.opened_at_utc) / whole, 0.0), 1.0) if whole.total_seconds() > 0 else 1.0
