"""Remind those who did not send in: at most three times in a round, by plan or by hand.

Staff see when there was a reminder and about how many it was for, by the totals of the full hour before it; never
who got one (disclosure rule R10).
"""

from collections.abc import Sequence
from datetime import date, datetime
from email.headerregistry import Address
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.clock import dutch_day, full_hour
from survey.errors import Refused
from survey.i18n import clock_time, day, gettext_noop
from survey.models import Network, Reminding, Round
from survey.queries import reminding as queries
from survey.queries import response_totals, rounds
from survey.services import audit, reminder_moments, round_mail
from survey.services.audit import WORKER, Actor, What
from survey.services.reminder_moments import Period
from survey.services.round_mail import About


def period_of(opened: Round) -> Period:
    """Return the Dutch days on which a round is open."""
    return Period(dutch_day(opened.opened_at_utc), opened.closes_on)


def days_of(remindings: Sequence[Reminding]) -> list[date]:
    """Return the Dutch days on which people were reminded."""
    return [dutch_day(each.at_utc) for each in remindings]


def list_due(session: Session, *, at: datetime) -> list[UUID]:
    """Return the open rounds with a reminder by plan that is to go now."""
    return [
        opened.id
        for opened, reminded_at in queries.list_open(session, today=dutch_day(at))
        if reminder_moments.due(period_of(opened), opened.reminds_on, [*map(dutch_day, reminded_at)], at)
    ]


def remind_by_plan(session: Session, *, round_id: UUID, sender: Address, at: datetime) -> list[UUID]:
    """Put out the reminder that is due by a round's plan, if there is one; return the batches of mails."""
    opened = rounds.lock_round(session, round_id=round_id)
    sent = days_of(queries.list_remindings(session, round_id=round_id))
    moment = reminder_moments.due(period_of(opened), opened.reminds_on, sent, at)
    if moment is None or not _is_open(opened):
        return []
    network = session.get_one(Network, opened.network_id)
    by = Actor(None, network.support_organisation_id, WORKER.place)
    return _remind(session, opened, moment.name, sender, by, at)


def remind_by_hand(session: Session, *, opened: Round, sender: Address, by: Actor, at: datetime) -> list[UUID]:
    """Put out a reminder now, of a round that is locked; return the batches of mails.

    Raises
    ------
    Refused
        When it may not go now; the sentence says from when it may.
    """
    refuse_by_hand(session, opened, at)
    return _remind(session, opened, None, sender, by, at)


def refuse_by_hand(session: Session, opened: Round, at: datetime) -> None:
    """Refuse a reminder by hand that may not go now.

    Raises
    ------
    Refused
        With a sentence that says why, and from when there can be one. It depends on the clock and on the reminders
        before only: never on who sent in.
    """
    if not _is_open(opened):
        raise Refused(gettext_noop("This round is closed, so nobody can be reminded any more."))
    sent = days_of(queries.list_remindings(session, round_id=opened.id))
    if len(sent) >= reminder_moments.AT_MOST:
        raise Refused(gettext_noop("There were three reminders in this round. There cannot be more."))
    moment = reminder_moments.next_by_hand(period_of(opened), sent, at)
    if moment is None:
        raise Refused(gettext_noop("There is no time for another reminder before this round closes."))
    if moment != at:
        raise Refused(
            gettext_noop("You can send a reminder from %(day)s, %(time)s."),
            day=day(dutch_day(moment)),
            time=clock_time(moment),
        )


def _is_open(opened: Round) -> bool:
    return opened.closed_at_utc is None and opened.closing_asked_at_utc is None


def _remind(
    session: Session, opened: Round, moment: str | None, sender: Address, by: Actor, at: datetime
) -> list[UUID]:
    number = len(queries.list_remindings(session, round_id=opened.id)) + 1
    totals = response_totals.count(session, round_ids=[opened.id], until=full_hour(at))[opened.id]
    row = Reminding(id=uuid4(), round_id=opened.id, number=number, moment=moment, at_utc=at, told=totals.silent)
    session.add(row)
    session.flush()
    what = What("round.reminded", "round", opened.id, network_id=opened.network_id, details={"number": number})
    audit.note(session, what, by=by, at=at)
    people = queries.list_to_remind(session, round_id=opened.id)
    return round_mail.put_out(
        session, About(opened.id, "reminder", number), invitation_ids=people, sender=sender, at=at
    )
