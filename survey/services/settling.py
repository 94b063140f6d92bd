"""Settle everything about a network's next round at once, as a form gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Network, PlannedRound
from survey.queries import planned, rounds
from survey.services.changes import ChangedMeanwhile, change, check_version
from survey.services.openable import Dates, refuse_dates
from survey.services.planning import Plan, can_be_asked
from survey.services.questionnaires import refuse_unavailable


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody chose for a round."""

    questionnaire_id: str
    dates: Dates
    left_out: Sequence[str] = ()
    #: The first one first; none: all those of the questionnaire.
    languages: Sequence[str] = ()
    #: None: the default plan for whoever is in the network at opening.
    plan: Plan | None = None
    meeting_place: str | None = None
    sender_name: str | None = None
    reminds_on: Sequence[str] = field(default_factory=list[str])
    is_by_code: bool = False
    releases_at_once: bool = False

    def columns(self) -> dict[str, Any]:
        """Return it as a planned round keeps it."""
        return {
            "questionnaire_id": self.questionnaire_id,
            "left_out": list(self.left_out),
            "languages": list(self.languages),
            "plan": self.plan,
            "opens_on": self.dates.opens_on,
            "closes_on": self.dates.closes_on,
            "meeting_on": self.dates.meeting_on,
            "meeting_place": self.meeting_place,
            "sender_name": self.sender_name,
            "reminds_on": list(self.reminds_on),
            "is_by_code": self.is_by_code,
            "releases_at_once": self.releases_at_once,
        }


def settle(session: Session, *, network: Network, settings: Settings, seen: str, at: datetime) -> PlannedRound | None:
    """Settle a network's next round; ``None`` when nothing is other than it was.

    ``seen`` is the version of the plan that was shown; empty where there was none.

    Raises
    ------
    Refused
        When a round is open, or this one waits to be opened; when a day or a language does not fit, or the
        questionnaire cannot be asked; ``ChangedMeanwhile`` when the plan is not as it was shown.
    """
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is not None and newest.closed_at_utc is None:
        raise Refused(gettext_noop("A round is open already. The next one can be planned when that one is closed."))
    plan = find_settled(session, network=network)
    refuse_asked(plan)
    _check_seen(plan, seen)
    check(session, network=network, settings=settings, at=at)
    if plan is None:
        plan = PlannedRound(network_id=network.id, **settings.columns())
        session.add(plan)
    elif not change(plan, **settings.columns()):
        return None
    else:
        plan.refused_because = None
    session.flush()
    return plan


def check(session: Session, *, network: Network, settings: Settings, at: datetime) -> None:
    """Refuse what no round can be; raises as ``settle`` does."""
    asked = can_be_asked(settings.questionnaire_id)
    refuse_unavailable(session, network=network, questionnaire_id=asked.id)
    unknown = [code for code in settings.languages if code not in asked.languages]
    if unknown:
        sentence = gettext_noop("This questionnaire is not there in the language '%(language)s'.")
        raise Refused(sentence, field="languages", language=unknown[0])
    refuse_dates(settings.dates, at=at)


def discard(session: Session, *, network: Network) -> PlannedRound | None:
    """Throw a plan away, and return what it was; ``None`` when there is none any more.

    Raises
    ------
    Refused
        When it waits to be opened.
    """
    plan = find_settled(session, network=network)
    refuse_asked(plan)
    if plan is not None:
        session.delete(plan)
        session.flush()
    return plan


def find_settled(session: Session, *, network: Network) -> PlannedRound | None:
    """Return a network's plan, which the worker does not open until the transaction ends."""
    plan = rounds.find_plan(session, network_id=network.id)
    return plan and planned.lock(session, plan_id=plan.id)


def refuse_asked(plan: PlannedRound | None) -> None:
    """Refuse to change what waits to be opened.

    Raises
    ------
    Refused
        With what to do first.
    """
    if plan is not None and plan.asked_at_utc is not None:
        raise Refused(gettext_noop("This round waits to be opened. Stop that first: then you can change it."))


def _check_seen(plan: PlannedRound | None, seen: str) -> None:
    if plan is None:
        if seen:
            sentence = gettext_noop("The plan was thrown away or opened in the meantime. Look at the round first.")
            raise Refused(sentence)
    elif not seen:
        raise ChangedMeanwhile(plan)
    else:
        check_version(plan, seen)
