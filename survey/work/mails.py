"""Send the mails of a round: a batch at a time, each mail taken, sent and settled by itself."""

import logging
from uuid import UUID

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.mail.delivery import deliver
from survey.mail.failures import MailDelayed, MailRefused
from survey.mail.message import compose
from survey.queries import round_mails as queries
from survey.services import round_mail
from survey.services.round_letters import RoundLetter, letter
from survey.services.round_mail import Outcome

_logger = logging.getLogger("netwerkspiegel")


def send_batch(worker: str, batch_id: str) -> None:
    """Send what waits of a batch.

    Raises
    ------
    MailDelayed
        When some of it was not taken now.
    """
    with reading() as session:
        waiting = queries.list_waiting(session, batch_id=UUID(batch_id))
    outcomes = [_send(mail_id, worker) for mail_id in waiting]
    if late := outcomes.count("later"):
        raise MailDelayed(f"{late} of the mails of a round were not taken")


def _send(mail_id: UUID, worker: str) -> Outcome | None:
    ours = config()
    with writing() as session:
        taken = round_mail.take(session, mail_id=mail_id, worker=worker, at=clock.now())
        if taken is None:
            return None
        ready = letter(taken, sender=ours.mail_from, base_url=ours.base_url, key=ours.instance_key)
    outcome: Outcome = "given_up" if ready is None else _hand_in(ready)
    with writing() as session:
        round_mail.settle(session, mail_id=mail_id, outcome=outcome, at=clock.now())
    return outcome


def _hand_in(ready: RoundLetter) -> Outcome:
    try:
        deliver(compose(ready.envelope, ready.wording.written(), at=clock.now()), config())
    except MailRefused as refusal:
        _logger.warning("A mail of a round cannot be delivered: %s.", refusal)
        return "refused"
    except MailDelayed as delay:
        _logger.warning("A mail of a round has to wait: %s.", delay)
        return "later"
    return "sent"
