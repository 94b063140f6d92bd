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

#: How many mails one piece of work sends, over one connection.
BATCH: Final = 20
#: How long a mail is left alone that another worker took in hand: longer than a mail server may be silent.
IN_HAND: Final = timedelta(minutes=5)

Outcome = Literal["sent", "refused", "given_up", "later"]


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
    """Take a mail in hand; ``None`` when it went, or another worker is sending it."""
    taken = queries.take(session, mail_id=mail_id, worker=worker, free_since=at - IN_HAND)
    if taken is not None:
        taken.mail.taken_at_utc, taken.mail.taken_by = at, worker
        taken.mail.tries += 1
        session.flush()
    return taken


def settle(session: Session, *, mail_id: UUID, outcome: Outcome, at: datetime, reply_code: int | None = None) -> None:
    """Note how it ended. Of a reminder nothing stays: its row would say who had not sent in (disclosure rule R10)."""
    mail = queries.find_mail(session, mail_id=mail_id)
    if mail is None:
        return
    mail.taken_at_utc = mail.taken_by = None
    if outcome == "later":
        mail.reply_code = reply_code
    elif mail.purpose == "reminder":
        session.delete(mail)
    else:
        _note(mail, outcome, at, reply_code)
    session.flush()


def _note(mail: RoundMail, outcome: Outcome, at: datetime, reply_code: int | None) -> None:
    assert outcome != "later"  # noqa: S101 -- for the reader and the type checker: that is no end
    mail.state, mail.done_at_utc, mail.reply_code = outcome, at, reply_code
