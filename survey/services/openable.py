"""Whether a network's next round can open, and why not: the same for one that is opened and for one that is planned."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from survey.clock import dutch_day
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, PlannedRound
from survey.queries import availability, networks, rounds
from survey.queries.networks import ContactRow
from survey.services.distances import Before, refuse_too_soon
from survey.services.questionnaires import refuse_unlisted

#: Nobody plans for longer: a year with two digits turned round would.
LONGEST: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Dates:
    """When a round is filled in and talked about; without an opening day: at once."""

    closes_on: date
    opens_on: date | None = None
    meeting_on: date | None = None

    def opening(self, at: datetime) -> date:
        """Return the day on which it opens, if that is asked for at this moment."""
        return max(self.opens_on or dutch_day(at), dutch_day(at))


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides whether a network's next round can open."""

    network: Network
    plan: PlannedRound | None
    before: Sequence[Before]
    people: Sequence[ContactRow]
    #: The questionnaires that its support organisation can choose; none: all.
    available: Collection[str] | None

    @property
    def is_under_way(self) -> bool:
        """Whether somebody asked for the next round already, or it is open."""
        asked = self.plan is not None and self.plan.asked_at_utc is not None
        return asked or any(each.closed_at_utc is None for each in self.before)


def standing_of(session: Session, *, network: Network) -> Standing:
    """Return how one network stands."""
    return list_standings(session, networks_=[network])[0]


def list_standings(session: Session, *, networks_: Sequence[Network]) -> list[Standing]:
    """Return how each of these networks stands, by as few queries for many as for one."""
    ids = [network.id for network in networks_]
    plans = rounds.find_plans(session, network_ids=ids)
    before: Mapping[UUID, list[Before]] = {id: [] for id in ids}
    for network_id, questionnaire_id, closed_at in rounds.list_before(session, network_ids=ids):
        before[network_id].append(Before(questionnaire_id, closed_at))
    people = networks.list_contacts_of(session, network_ids=ids)
    supports = {network.support_organisation_id for network in networks_}
    available = {id: availability.find_available(session, support_organisation_id=id) for id in supports}
    return [
        Standing(each, plans.get(each.id), before[each.id], people[each.id], available[each.support_organisation_id])
        for each in networks_
    ]


def refuse_unopenable(standing: Standing, *, questionnaire: Questionnaire, dates: Dates, at: datetime) -> None:
    """Refuse what cannot be opened on its day.

    Raises
    ------
    Refused
        When the network is archived, a round is open or closed too short ago (R1), a date does not fit, nobody can be
        invited, or the questionnaire is not available to the support organisation.
    """
    network = standing.network
    if network.archived_at_utc is not None:
        raise Refused(gettext_noop("'%(network)s' is archived: bring it back first."), network=network.name)
    refuse_unlisted(standing.available, network=network, questionnaire_id=questionnaire.id)
    opening = at + (dates.opening(at) - dutch_day(at))
    refuse_too_soon(network.name, questionnaire.id, standing.before, at=opening)
    refuse_dates(dates, at=at)
    if not standing.people and not (standing.plan and standing.plan.is_by_code):
        raise Refused(gettext_noop("'%(network)s' has no contacts to invite. Add them first."), network=network.name)


def refuse_dates(dates: Dates, *, at: datetime) -> None:
    """Refuse days that are in the past, or in an order that cannot be.

    Raises
    ------
    Refused
        At the field with the day that does not fit.
    """
    closes_on, today = dates.closes_on, dutch_day(at)
    if dates.opens_on is not None and dates.opens_on < today:
        sentence = gettext_noop("The opening date %(day)s has passed already. Leave it empty to open at once.")
        raise Refused(sentence, field="opens_on", day=dates.opens_on)
    if closes_on < today:
        sentence = gettext_noop("The closing date %(day)s has passed already.")
        raise Refused(sentence, field="closes_on", day=closes_on)
    if dates.opens_on is not None and closes_on < dates.opens_on:
        sentence = gettext_noop("The closing date %(day)s is before the opening date %(opens_on)s.")
        raise Refused(sentence, field="closes_on", day=closes_on, opens_on=dates.opens_on)
    if closes_on > dates.opening(at) + LONGEST:
        sentence = gettext_noop("The closing date %(day)s is more than a year after the opening.")
        raise Refused(sentence, field="closes_on", day=closes_on)
    if dates.meeting_on is not None and dates.meeting_on <= closes_on:
        sentence = gettext_noop("The meeting on %(day)s is not after the closing date %(closes_on)s.")
        raise Refused(sentence, field="meeting_on", day=dates.meeting_on, closes_on=closes_on)
