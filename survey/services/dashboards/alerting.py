"""What there is to alert an adviser of: of the networks looked after, what needs somebody, by dates and totals.

Nothing here is more than the page "Overzicht" says at the same moment, and totals move by the full hour (disclosure
rule R10).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.i18n import _
from survey.models.alert import AlertKind
from survey.queries import alerts as queries
from survey.queries.alerts import Key, Late
from survey.queries.standings import moments
from survey.services.dashboards.needs import Facts, Need, Urgency
from survey.services.dashboards.overview import Line, in_order
from survey.services.dashboards.reasons import reason

#: Of what a network needs, that of which somebody can be alerted.
KINDS: Final[Mapping[Urgency, AlertKind]] = {
    Urgency.CLOSES_WITH_TOO_FEW: "too_few",
    Urgency.BOUNCED: "bounced",
    Urgency.TO_RELEASE: "report",
    Urgency.CLOSES_WITH_FEW: "too_few",
    Urgency.LATE_ACTIONS: "late",
}
#: A report that nobody had to release is news for so long.
_NEWS: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that can be told once; ``need``: as the overview has it, none for a report that can be read already.

    ``number``: how many mails came back; of what cannot be counted, 1.
    """

    key: Key
    number: int
    facts: Facts
    need: Need | None

    @property
    def network_id(self) -> UUID:
        """The network that it is about."""
        return self.facts.moment.id

    @property
    def path(self) -> str:
        """The page on which something can be done about it."""
        return f"/netwerken/{self.network_id}/{'acties' if self.key.kind == 'late' else 'ronde'}"

    def words(self) -> str:
        """Say it in the language that is spoken now, as the overview does."""
        if self.need is None:
            return _("The report is ready, and participants can read it")
        return reason(self.need, self.facts)


def alerts_of(session: Session, *, account_id: UUID, at: datetime) -> list[Alert]:
    """Return all that is so of the networks that an account looks after, the most urgent network first."""
    every = moments.list_looked_after(session, account_id=account_id)
    late: dict[UUID, list[Late]] = {}
    for each in queries.list_late(session, network_ids=[moment.id for moment in every], today=dutch_day(at)):
        late.setdefault(each.network_id, []).append(each)
    lines = in_order(session, every, at)
    return [alert for line in lines for alert in _of_network(line, late.get(line.facts.moment.id, []))]


def _of_network(line: Line, late: list[Late]) -> Iterator[Alert]:
    facts = line.facts
    for need in line.needs:
        kind = KINDS.get(need.urgency)
        if kind == "late":
            yield from (Alert(Key("late", each.id, each.due_on), 1, facts, need) for each in late)
        elif kind is not None and facts.moment.round_id is not None:
            number = need.number if kind == "bounced" else 1
            yield Alert(Key(kind, facts.moment.round_id, _day(kind, facts)), number, facts, need)
    if _is_read_already(facts) and facts.moment.round_id is not None:
        yield Alert(Key("report", facts.moment.round_id, _day("report", facts)), 1, facts, None)


def _day(kind: AlertKind, facts: Facts) -> date:
    """Return what tells one time from another: a round that is extended can be nearly over once more."""
    moment = facts.moment
    if kind == "too_few" and moment.closes_on is not None:
        return moment.closes_on
    began = moment.opened_at_utc if kind == "bounced" else moment.closed_at_utc
    return dutch_day(began or facts.at)


def _is_read_already(facts: Facts) -> bool:
    """Say whether a report is news that nobody had to release."""
    moment = facts.moment
    released = moment.released_at_utc
    return bool(moment.releases_at_once and moment.has_results and released and facts.at - released < _NEWS)
