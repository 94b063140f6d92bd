"""Open a planned round: asked for by who presses the button, done by the worker, on the day."""

from datetime import datetime
from email.headerregistry import Address
from uuid import UUID

from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import PlannedRound, Round
from survey.queries import planned, rounds
from survey.services import audit, round_mail
from survey.services.audit import WORKER, Actor, What
from survey.services.openable import Dates, Standing, refuse_unopenable
from survey.services.planning import planned_questionnaire
from survey.services.round_mail import About
from survey.services.rounds import Terms, open_round


def ask_to_open(session: Session, *, plan: PlannedRound, account_id: UUID, at: datetime) -> None:
    """Leave the opening of a planned round to the worker; asked twice, it opens once."""
    if plan.asked_at_utc is None:
        plan.asked_at_utc, plan.asked_by_id, plan.refused_because = at, account_id, None
        session.flush()


def press_open(session: Session, *, standing: Standing, seen: str, account_id: UUID, at: datetime) -> bool:
    """Ask to open what a network planned, if it can open; ``False`` when somebody asked for that already.

    Raises
    ------
    Refused
        When nothing is planned any more, what is planned is not as it was shown, or it cannot open on its day.
    """
    plan = standing.plan
    if plan is None:
        raise Refused(gettext_noop("There is nothing to open any more: look whether the round is open."))
    if plan.asked_at_utc is not None:
        return False
    if plan.closes_on is None:
        raise Refused(gettext_noop("Say until when people can fill in: a closing date is missing."))
    if str(plan.version) != seen:
        raise Refused(gettext_noop("Somebody else changed the plan in the meantime. Look at it, and open it then."))
    dates = Dates(plan.closes_on, plan.opens_on, plan.meeting_on)
    refuse_unopenable(standing, questionnaire=planned_questionnaire(plan), dates=dates, at=at)
    ask_to_open(session, plan=plan, account_id=account_id, at=at)
    return True


def stop_asking(session: Session, *, plan: PlannedRound | None) -> None:
    """Take back that a round be opened.

    Raises
    ------
    Refused
        When it is open, or nobody asked for it.
    """
    if plan is None or plan.asked_at_utc is None:
        raise Refused(gettext_noop("This round does not wait to be opened any more. Look whether it is open."))
    plan.asked_at_utc = plan.asked_by_id = None
    session.flush()


def open_planned(session: Session, *, plan_id: UUID, key: bytes, sender: Address, at: datetime) -> list[UUID]:
    """Open a round that was asked for and invite its people; return the batches of mails.

    Empty when it was opened already, or is not to be yet.

    Raises
    ------
    Refused
        As ``open_round``; nothing was written then.
    """
    plan = planned.lock(session, plan_id=plan_id)
    if plan is None or not is_due(plan, at):
        return []
    network = planned.network_of(session, plan=plan)
    if plan.closes_on is None:  # the database sees to it; this tells the type checker
        raise ValueError("A round that was asked for has a closing date.")
    asked_by = plan.asked_by_id
    terms = Terms(plan.closes_on, plan.plan, plan.meeting_on, plan.meeting_place)
    opened = open_round(session, network=network, terms=terms, at=at, key=key)
    _note(session, opened, asked_by, network.support_organisation_id, at)
    invited = rounds.list_mailable(session, round_id=opened.id)
    return round_mail.put_out(session, About(opened.id, "invitation"), invitation_ids=invited, sender=sender, at=at)


def is_due(plan: PlannedRound, at: datetime) -> bool:
    """Say whether a planned round is to be opened now."""
    return plan.asked_at_utc is not None and (plan.opens_on is None or plan.opens_on <= dutch_day(at))


def note_refusal(session: Session, *, plan_id: UUID, refusal: Refused) -> None:
    """Keep why a round could not be opened, for who asked for it, and wait until it is asked for anew."""
    plan = planned.lock(session, plan_id=plan_id)
    if plan is not None:
        plan.asked_at_utc, plan.refused_because = None, refusal.kept
        session.flush()


def _note(session: Session, opened: Round, account_id: UUID | None, support_id: UUID, at: datetime) -> None:
    what = What("round.opened", "round", opened.id, network_id=opened.network_id)
    audit.note(session, what, by=Actor(account_id, support_id, WORKER.place), at=at)
