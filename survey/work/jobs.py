"""What the worker does, in plain functions: each can be cut off anywhere and done again."""

import logging
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.database import reading, writing
from survey.mail import folder, texts
from survey.mail.delivery import deliver
from survey.mail.failures import MailRefused
from survey.mail.message import Envelope, compose
from survey.mail.texts import Text
from survey.queries import account_mails, planned, round_mails
from survey.queries import lost_links as queries
from survey.services import account_mail, lost_links, retention, round_mail, system
from survey.services import alerts as alert_mails
from survey.services.forgetting import forget_everywhere
from survey.services.lost_links import Letter
from survey.work import alerts, batches, editions, overviews, reminders
from survey.work.client import forget_done, hand_over
from survey.work.orders import (
    ACCOUNT_MAIL,
    LOST_LINK,
    ROUND_MAILS,
    WORK_KEPT,
    Order,
    anew,
    closing_order,
    opening_order,
)

_logger = logging.getLogger("netwerkspiegel")

#: After this, work that nobody is seen to do is handed over once more.
_UNTOUCHED: Final = timedelta(minutes=15)
#: The worker looks once a minute; what somebody told it of in the last one, it knows.
_MINUTE: Final = timedelta(minutes=1)
#: How many mails of rounds are handed over in a minute where there is no pace.
_MOST_MAILS: Final = 10_000


def answer_lost_link(request_id: str) -> None:
    """Send everybody whose address this is the own links; nobody, when the address is nobody's.

    Raises
    ------
    MailDelayed
        When a mail was not taken now; the request is still there.
    """
    row_id, ours = UUID(request_id), config()
    with writing() as session:
        letters = lost_links.letters(
            session, request_id=row_id, sender=ours.mail_from, base_url=ours.base_url, key=ours.instance_key
        )
    for letter in letters:
        _send(letter)
    with writing() as session:
        lost_links.finish(session, request_id=row_id)


def _send(letter: Letter) -> None:
    text = texts.write("lost_link", letter.language, places=letter.places, advisers=letter.advisers)
    envelope = Envelope(
        letter.message_id, config().mail_from, letter.to, [adviser.address for adviser in letter.advisers]
    )
    _deliver(envelope, text, "with a lost link")


def _deliver(envelope: Envelope, text: Text, what: str) -> None:
    """Send a mail; one that will never be taken is only told of."""
    try:
        deliver(compose(envelope, text, at=clock.now()), config())
    except MailRefused as refusal:
        _logger.warning("A mail %s cannot be delivered: %s.", what, refusal)


def send_account_mail(mail_id: str) -> None:
    """Send a mail to somebody's account; nobody gets one, when the address is nobody's or there is nothing to tell.

    Raises
    ------
    MailDelayed
        When the mail was not taken now; it is still there.
    """
    row_id, ours, now = UUID(mail_id), config(), clock.now()
    with reading() as session:
        ready = account_mail.prepare(session, mail_id=row_id, key=ours.instance_key, base_url=ours.base_url, at=now)
        if ready is not None and ready.template == alert_mails.TEMPLATE:
            ready = alert_mails.written(session, ready, at=now)
    if ready is not None:
        text = texts.write(ready.template, ready.language, **ready.values)
        _deliver(Envelope(ready.message_id, ours.mail_from, ready.to), text, "to an account")
    with writing() as session:
        account_mail.finish(session, mail_id=row_id)


def pick_up(worker: str) -> None:
    """Hand over everything that lies there, in case nobody was told; after a long pause some of it is too old.

    It is done every minute, so it is also by what a worker is seen to be there.
    """
    reminders.put_out_due()
    overviews.make_due()
    alerts.make_due()
    editions.freeze_missing()
    editions.stand_missing()
    orders = batches.list_orders()
    with writing() as session:
        system.give_sign(session, worker=worker, at=clock.now())
        lost_links.forget_old(session, at=clock.now())
        account_mail.forget_old(session, key=config().instance_key, at=clock.now())
        orders += [Order(LOST_LINK, row_id) for row_id in queries.list_waiting(session)]
        orders += [Order(ACCOUNT_MAIL, row_id) for row_id in account_mails.list_waiting(session)]
        orders += _of_rounds(session, clock.now())
    for order in orders:
        hand_over(order, config())


def let_go(worker: str) -> None:
    """Put down what this worker had in hand when it died; at its start, before it does anything."""
    with writing() as session:
        round_mails.let_go(session, worker=worker)


def _of_rounds(session: Session, now: datetime) -> list[Order]:
    """Return what there is to do for rounds: open, close, publish, send mails."""
    to_close = planned.list_to_close(session, today=clock.dutch_day(now))
    to_publish = planned.list_to_publish(session, closed_before=now - _UNTOUCHED)
    to_open = planned.list_to_open(session, today=clock.dutch_day(now))
    steps = [
        *(opening_order(*each) for each in to_open),
        *(closing_order(row_id, now) for row_id in [*to_close, *to_publish]),
    ]
    return [*(anew(step, now, every=_UNTOUCHED) for step in steps), *_mails(session, now)]


def _mails(session: Session, now: datetime) -> list[Order]:
    """Return the batches with mails that are to go, as many as may go in a minute."""
    orders: list[Order] = []
    room = config().mails_per_minute or _MOST_MAILS
    for batch_id, mails in round_mails.list_batches_due(
        session, at=now, told_since=now - _MINUTE, in_hand_since=now - round_mail.IN_HAND
    ):
        if room <= 0:
            break
        orders.append(anew(Order(ROUND_MAILS, batch_id), now, every=_MINUTE))
        room -= mails
    return orders


def forget() -> None:
    """Delete what has been kept long enough, in our tables and outside them."""
    now = clock.now()
    with writing() as session:
        retention.forget(session, at=now)
    if not forget_everywhere():
        _logger.warning("Something is reading the database, so deleted answers are still in its log until tomorrow.")
    folder.forget(folder.mail_folder(config()), before=now - folder.MAILS_KEPT)
    forget_done(config(), before=now - WORK_KEPT)
