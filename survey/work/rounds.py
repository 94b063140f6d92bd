"""Open and close rounds: each in steps that can be cut off anywhere and done again."""

import logging
from uuid import UUID

from survey import clock
from survey.access import config
from survey.database import forget_deleted, reading, writing
from survey.errors import Refused
from survey.queries import round_mails
from survey.services import opening
from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order

_logger = logging.getLogger("netwerkspiegel")


def open_round(plan_id: str) -> None:
    """Open a round that somebody asked for and have its invitations sent; or keep why that cannot be."""
    row_id, ours = UUID(plan_id), config()
    try:
        with writing() as session:
            batches = opening.open_planned(
                session, plan_id=row_id, key=ours.instance_key, sender=ours.mail_from, at=clock.now()
            )
    except Refused as refusal:
        with writing() as session:
            opening.note_refusal(session, plan_id=row_id, refusal=refusal)
        return
    tell(batches)


def close_round(round_id: str) -> None:
    """Cut, publish, and tell participants, as far as that was not done; a round that was extended stays open."""
    from survey.services.closing import cut_if_over, publish_round  # pandas is slow to load, and only closing needs it

    row_id, ours, now = UUID(round_id), config(), clock.now()
    with writing() as session:
        if not cut_if_over(session, round_id=row_id, at=now):
            return
    if not forget_deleted():
        _logger.warning("Something is reading the database, so deleted answers are still in its log until tonight.")
    with writing() as session:
        publish_round(session, round_id=row_id, at=now, sender=ours.mail_from)
    with reading() as session:
        told = round_mails.list_batches(session, round_id=row_id)
    tell(told)


def tell(batches: list[UUID]) -> None:
    """Have these batches of mails sent."""
    for batch_id in batches:
        hand_over(Order(ROUND_MAILS, batch_id), config())
