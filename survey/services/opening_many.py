"""Open the rounds of many networks at once: what each of them lacks, and have the worker open those that can."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import PlannedRound
from survey.queries import importing
from survey.queries.lists import networks as lists
from survey.queries.people import Reach
from survey.services import audit
from survey.services.audit import Actor, What
from survey.services.openable import Dates, Standing, list_standings
from survey.services.opening import ask_to_open
from survey.services.planning import can_be_asked
from survey.services.readiness import Readiness, readiness
from survey.services.settling import Settings

_WAITS = gettext_noop("The round of '%(network)s' waits to be opened already.")


def list_ready(standings: Iterable[Standing], *, settings: Settings, at: datetime) -> list[Readiness]:
    """Return how ready each network is: by its own plan where it has one, else by these settings."""
    asked, groups = can_be_asked(settings.questionnaire_id), settings.plan
    return [
        _by_own_plan(each, at)
        if has_own_plan(each)
        else readiness(each, dates=settings.dates, at=at, questionnaire=asked, groups=groups)
        for each in standings
    ]


def has_own_plan(standing: Standing) -> bool:
    """Say whether a network's next round was planned by itself, with its dates."""
    return standing.plan is not None and standing.plan.closes_on is not None


def lock_all(session: Session, *, reach: Reach, network_ids: Sequence[UUID]) -> list[Standing]:
    """Return how those of these networks stand that are within reach; nobody changes them until the end."""
    found = lists.list_networks(session, reach=reach, network_ids=network_ids)
    importing.lock_networks(session, network_ids=[network.id for network in found])
    session.expire_all()
    return list_standings(session, networks_=lists.list_networks(session, reach=reach, network_ids=network_ids))


def open_all(
    session: Session, ready: Iterable[Readiness], *, settings: Settings, by: Actor, at: datetime
) -> list[PlannedRound]:  # fmt: skip
    """Ask to open every round that can, and return what was planned for each; the others are left as they are."""
    return [_ask(session, each, settings, by, at) for each in ready if each.refusal is None]


def _ask(session: Session, ready: Readiness, settings: Settings, by: Actor, at: datetime) -> PlannedRound:
    plan = ready.standing.plan
    if plan is None:
        plan = PlannedRound(network_id=ready.standing.network.id, **settings.columns())
        session.add(plan)
    elif not has_own_plan(ready.standing):
        for name, value in settings.columns().items():
            setattr(plan, name, value)
    if by.account_id is None:
        raise ValueError("Somebody asks for a round.")
    ask_to_open(session, plan=plan, account_id=by.account_id, at=at)
    network = ready.standing.network
    what = What("round.opening_asked", "round", plan.id, network.id, network.support_organisation_id)
    audit.note(session, what, by=by, at=at)
    return plan


def _by_own_plan(standing: Standing, at: datetime) -> Readiness:
    plan = standing.plan
    assert plan is not None  # noqa: S101 -- it has a plan of its own
    assert plan.closes_on is not None  # noqa: S101 -- with its dates
    if plan.asked_at_utc is not None:
        return Readiness(standing, None, None, (), Refused(_WAITS, network=standing.network.name))
    dates = Dates(plan.closes_on, plan.opens_on, plan.meeting_on)
    return readiness(standing, dates=dates, at=at, groups=plan.plan)
