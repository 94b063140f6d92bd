"""What the worker does, in plain functions: each can be cut off anywhere and done again."""

import logging
from datetime import timedelta
from typing import Final
from uuid import UUID

from survey import clock
from survey.access import SESSION_LASTS, config
from survey.database import forget_deleted, reading, writing
from survey.mail import folder, texts
from survey.mail.delivery import deliver, mail_folder
from survey.mail.failures import MailRefused
from survey.mail.message import Envelope, compose
from survey.mail.texts import Text
from survey.queries import account_mails
from survey.queries import lost_links as queries
from survey.queries.accounts import delete_sessions_begun_before
from survey.services import account_mail, lost_links, retention
from survey.services.lost_links import Letter
from survey.work.client import forget_done, hand_over
from survey.work.orders import ACCOUNT_MAIL, LOST_LINK, Order

_logger = logging.getLogger("netwerkspiegel")

#: Mails that could not be sent hold personal links, and are kept for the operator no longer than backups are.
MAILS_KEPT: Final = timedelta(days=30)
#: Longer than any request is kept, so that none can be answered a second time.
WORK_KEPT: Final = timedelta(days=2)


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
    """Send a mail to somebody's account; nobody gets one, when the address is nobody's.

    Raises
    ------
    MailDelayed
        When the mail was not taken now; it is still there.
    """
    row_id, ours, now = UUID(mail_id), config(), clock.now()
    with reading() as session:
        ready = account_mail.prepare(session, mail_id=row_id, key=ours.instance_key, base_url=ours.base_url, at=now)
    if ready is not None:
        text = texts.write(ready.template, ready.language, **ready.values)
        _deliver(Envelope(ready.message_id, ours.mail_from, ready.to), text, "to an account")
    with writing() as session:
        account_mail.finish(session, mail_id=row_id)


def pick_up() -> None:
    """Hand over everything that lies there, in case nobody was told; after a long pause some of it is too old."""
    with writing() as session:
        lost_links.forget_old(session, at=clock.now())
        account_mail.forget_old(session, key=config().instance_key, at=clock.now())
        orders = [Order(LOST_LINK, row_id) for row_id in queries.list_waiting(session)]
        orders += [Order(ACCOUNT_MAIL, row_id) for row_id in account_mails.list_waiting(session)]
    for order in orders:
        hand_over(order, config())


def forget() -> None:
    """Delete what has been kept long enough, in our tables and outside them."""
    now = clock.now()
    with writing() as session:
        retention.forget(session, at=now)
        delete_sessions_begun_before(session, moment=now - SESSION_LASTS)
    if not forget_deleted():
        _logger.warning("Something is reading the database, so deleted answers are still in its log until tomorrow.")
    folder.forget(mail_folder(config()), before=now - MAILS_KEPT)
    forget_done(config(), before=now - WORK_KEPT)
