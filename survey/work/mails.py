"""Send the mails of a round: a batch at a time, each mail taken, sent and settled by itself."""

import logging
from uuid import UUID

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.mail.delivery import Deliver, delivering
from survey.mail.failures import MailDelayed, MailRefused, ServerUnusable
from survey.mail.message import compose
from survey.queries import round_mails as queries
from survey.services import pacing, round_mail
from survey.services.round_letters import RoundLetter, letter
from survey.services.round_mail import Outcome

_logger = logging.getLogger("netwerkspiegel")


class _ThisMinuteIsFull(Exception):
    """As many mails went in this minute as may; the worker looks again in the next one."""


def send_batch(worker: str, batch_id: str) -> None:
    """Send what is due of a batch; what was not taken is due again later, by its row."""
    with reading() as session:
        due = queries.list_due(session, batch_id=UUID(batch_id), at=clock.now())
    with delivering(config()) as deliver:
        for place, mail_id in enumerate(due):
            try:
                _send(mail_id, worker, deliver)
            except _ThisMinuteIsFull:
                return
            except ServerUnusable as failure:
                _put_off(due[place + 1 :], failure)
                return


def _send(mail_id: UUID, worker: str, deliver: Deliver) -> None:
    ready = _take(mail_id, worker)
    if ready is None:
        return
    try:
        _hand_in(ready, deliver)
    except MailRefused as refusal:
        _logger.warning("A mail of a round cannot be delivered: %s.", refusal)
        _settle(mail_id, "refused", refusal.code)
    except MailDelayed as delay:
        _logger.warning("A mail of a round has to wait: %s.", delay)
        _settle(mail_id, "later", delay.code)
        if isinstance(delay, ServerUnusable):
            raise
    except Exception:
        _logger.exception("A mail of a round could not be made; it has to wait.")
        _settle(mail_id, "later")
    else:
        _settle(mail_id, "sent")


def _take(mail_id: UUID, worker: str) -> RoundLetter | None:
    """Take a mail in hand and return what has to be sent; ``None`` when there is nothing to send."""
    ours, now = config(), clock.now()
    with writing() as session:
        if not pacing.may_send(session, per_minute=ours.mails_per_minute, key=ours.instance_key, at=now):
            raise _ThisMinuteIsFull
        taken = round_mail.take(session, mail_id=mail_id, worker=worker, at=now)
        if taken is None:
            return None
        ready = letter(taken, sender=ours.mail_from, base_url=ours.base_url, key=ours.instance_key)
        if ready is None:
            round_mail.settle(session, mail_id=mail_id, outcome="not_wanted", at=now)
        return ready


def _hand_in(ready: RoundLetter, deliver: Deliver) -> None:
    deliver(compose(ready.envelope, ready.wording.written(), at=clock.now()))


def _settle(mail_id: UUID, outcome: Outcome, reply_code: int | None = None) -> None:
    with writing() as session:
        round_mail.settle(session, mail_id=mail_id, outcome=outcome, at=clock.now(), reply_code=reply_code)


def _put_off(mail_ids: list[UUID], failure: ServerUnusable) -> None:
    if not mail_ids:
        return
    _logger.warning("%d more mails of a round have to wait for the mail server.", len(mail_ids))
    with writing() as session:
        round_mail.put_off(session, mail_ids=mail_ids, at=clock.now(), reply_code=failure.code)
