"""What prepares a conversation with a network: where it is, what it agreed, its report, and the reports before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.clock import dutch_day, full_hour
from survey.models import Account, Network
from survey.queries import actions, members, networks, released, response_totals
from survey.queries.actions import AgreedAction
from survey.queries.people import Person
from survey.queries.released import EarlierRound
from survey.queries.response_totals import Totals
from survey.queries.standings import moments
from survey.queries.standings.moments import Agreed, Moment
from survey.services.dashboards.needs import Facts, Need, needs
from survey.services.reporting import Found, report_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known of a network before a conversation.

    ``found`` is its newest report that participants can read, and ``history`` every such round, the newest first; both
    are empty for who does not read them. Of what is ``done``, only what was since that report.
    """

    facts: Facts
    needs: list[Need]
    adviser: Account | None
    coordinators: Sequence[Account]
    to_do: list[AgreedAction]
    done: list[AgreedAction]
    reads: bool
    history: list[EarlierRound]
    found: Found | None


def prepare(session: Session, *, network: Network, reader: Person, at: datetime) -> Prepared:
    """Return what prepares a conversation with a network, as far as somebody may read it (disclosure rule R10)."""
    reads = reader.reads_reports(adviser_id=network.adviser_id)
    history = released.list_history(session, network_id=network.id) if reads else []
    agreed = actions.list_agreed(session, network_id=network.id)
    facts = _facts(session, network, agreed, at)
    return Prepared(
        facts=facts,
        needs=needs(facts) if network.archived_at_utc is None else [],
        adviser=networks.get_adviser(session, adviser_id=network.adviser_id),
        coordinators=members.list_coordinators(session, network_id=network.id),
        to_do=[each for each in agreed if each.is_to_do],
        done=_done(agreed, history),
        reads=reads,
        history=history,
        found=report_of(session, of=history[0].round) if history else None,
    )


def _facts(session: Session, network: Network, agreed: Sequence[AgreedAction], at: datetime) -> Facts:
    moment, today = moments.get_moment(session, network_id=network.id), dutch_day(at)
    to_do = sorted(each.due_on for each in agreed if each.is_to_do and each.due_on is not None)
    late, to_come = [day for day in to_do if day < today], [day for day in to_do if day >= today]
    open_ones = sum(each.is_to_do for each in agreed)
    found = Agreed(open_ones, len(late), next(iter(to_come), None), next(iter(late), None))
    return Facts(moment, _totals(session, moment, at), found, at)


def _totals(session: Session, moment: Moment, at: datetime) -> Totals:
    """Count what an open round has by the full hour; of a closed one its report tells."""
    if moment.round_id is None or not moment.is_open:
        return Totals()
    return response_totals.count(session, round_ids=[moment.round_id], until=full_hour(at))[moment.round_id]


def _done(agreed: Sequence[AgreedAction], history: Sequence[EarlierRound]) -> list[AgreedAction]:
    """Return what was done since the last report; without one, all that was."""
    since = history[0].round.released_at_utc if history else None
    done = [each for each in agreed if each.status == "done"]
    return [each for each in done if since is None or (each.settled_at_utc and each.settled_at_utc >= since)]
