"""The mails of a round: put out in the transaction that they belong to, taken and settled one by one by the worker.

Each goes once however often somebody tries: its Message-ID is stored before it is sent, and it is settled after.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from typing import Any, Final, Literal
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.mail.message import new_message_id
from survey.models import RoundMail
from survey.models.campaign import MailPurpose
from survey.queries import round_mails as queries
from survey.queries.round_mails import Addressed
from survey.services.mail_hours import by_day

#: How many mails one piece of work sends, over one connection.
BATCH: Final = 20
#: How long a mail is left alone that a worker took in hand: longer than a mail server may be silent, all in all. The
#: worker itself goes on at once when it is started again.
IN_HAND: Final = timedelta(minutes=15)
#: How long to wait after each try that failed for now: a server that does not know us lets mail in after minutes, one
#: that is down after hours, one that broke down on a Friday evening after days.
PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440, 1440, 1440))

#: How a mail ended: taken by the mail server; refused by it for good; has to wait; nobody has to have it any more.
Outcome = Literal["sent", "refused", "later", "not_wanted"]


@dataclass(frozen=True, slots=True)
class About:
    """What mails are about, and which one of its purpose it is for the person who gets it."""

    round_id: UUID
    purpose: MailPurpose
    number: int = 1


def put_out(
    session: Session, about: About, *, invitation_ids: Sequence[UUID], sender: Address, at: datetime
) -> list[UUID]:
    """Leave a mail to each of these for the worker, and return the batches to tell it of."""
    made = [(uuid4(), invitation_ids[start : start + BATCH]) for start in range(0, len(invitation_ids), BATCH)]
    queries.put_out(
        session,
        [
            _row(about, invitation_id) | {"batch_id": batch_id, "due_at_utc": at, "message_id": new_message_id(sender)}
            for batch_id, batch in made
            for invitation_id in batch
        ],
    )
    return [batch_id for batch_id, _ in made]


def _row(about: About, invitation_id: UUID) -> dict[str, Any]:
    return {"id": uuid4(), "invitation_id": invitation_id, "state": "waiting", "tries": 0, **asdict(about)}


def take(session: Session, *, mail_id: UUID, worker: str, at: datetime) -> Addressed | None:
    """Take a mail in hand; ``None`` when it went, is not to go yet, or somebody else is sending it.

    A reminder that waited until night, because the worker was off or there were many, waits until it is day.
    """
    taken = queries.take(session, mail_id=mail_id, at=at, in_hand_since=at - IN_HAND)
    if taken is not None and taken.mail.purpose == "reminder" and by_day(at) != at:
        taken.mail.due_at_utc = by_day(at)
        session.flush()
        return None
    if taken is not None:
        taken.mail.taken_at_utc, taken.mail.taken_by = at, worker
        session.flush()
    return taken


def settle(session: Session, *, mail_id: UUID, outcome: Outcome, at: datetime, reply_code: int | None = None) -> None:
    """Note how it ended. Of a reminder nothing stays: its row would say who had not sent in (disclosure rule R10)."""
    mail = queries.find_mail(session, mail_id=mail_id)
    if mail is None or mail.state != "waiting":
        return
    mail.taken_at_utc = mail.taken_by = None
    if outcome == "later":
        _put_off(session, mail, at, reply_code)
    elif outcome == "not_wanted":
        _keep_back(session, mail, at)
    else:
        _end(session, mail, outcome, at, reply_code)
    session.flush()


def _keep_back(session: Session, mail: RoundMail, at: datetime) -> None:
    """Send nothing; of an invitation to who wants no mail, or once more, leave what one leaves that goes.

    Of who sent in and wants no more mail staff see nothing (disclosure rule R10). So they may not see either that an
    invitation stayed away: it ends as the one before it did.
    """
    invitation = queries.invitation_of(session, mail=mail)
    if mail.purpose != "invitation" or not (invitation.wants_no_mail or mail.number > 1):
        session.delete(mail)
        return
    _end(session, mail, "refused" if invitation.bounced_at_utc else "sent", at, invitation.bounce_code)


def put_off(session: Session, *, mail_ids: Sequence[UUID], at: datetime, reply_code: int | None) -> None:
    """Have mails wait that were not tried, because the mail server takes none now."""
    for mail in queries.lock_due(session, mail_ids=mail_ids, at=at):
        _put_off(session, mail, at, reply_code)
    session.flush()


def _put_off(session: Session, mail: RoundMail, at: datetime, reply_code: int | None) -> None:
    """Have a mail wait, longer each time; or give it up, when that was often enough."""
    mail.tries += 1
    if mail.tries > len(PAUSES):
        _end(session, mail, "given_up", at, reply_code)
    else:
        due = at + PAUSES[mail.tries - 1]
        mail.due_at_utc, mail.reply_code = by_day(due) if mail.purpose == "reminder" else due, reply_code


def _end(
    session: Session, mail: RoundMail, state: Literal["sent", "refused", "given_up"], at: datetime, code: int | None
) -> None:
    if mail.purpose == "reminder":
        if state != "sent":
            queries.count_failed_reminder(session, mail=mail)
        session.delete(mail)
        return
    mail.state, mail.done_at_utc, mail.reply_code = state, at, code
    if mail.purpose == "invitation" and state != "given_up":
        _note_bounce(session, mail, at if state == "refused" else None, code)


def came_back(session: Session, mail: RoundMail, *, at: datetime, code: int | None) -> None:
    """Note that a mail to an invited person came back for good; it is not sent any more."""
    if mail.state != "refused":
        mail.taken_at_utc = mail.taken_by = None
        _end(session, mail, "refused", at, code)
        session.flush()


def _note_bounce(session: Session, mail: RoundMail, at: datetime | None, code: int | None) -> None:
    """Note at an invitation since when its address takes no mail; or that it takes mail after all."""
    invitation = queries.invitation_of(session, mail=mail)
    invitation.bounced_at_utc, invitation.bounce_code = at, code if at else None
