"""What views need to have invitations mailed: by what they are made, and telling the worker once they are stored."""

from collections.abc import Iterable
from uuid import UUID

from survey import clock
from survey.access import config
from survey.services.inviting import Post
from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order


def post() -> Post:
    """Return what invitations of this instance are made with now."""
    return Post(config().instance_key, config().mail_from, clock.now())


def tell(batches: Iterable[UUID]) -> None:
    """Have these batches of mails sent; after the transaction that put them out."""
    for batch_id in batches:
        hand_over(Order(ROUND_MAILS, batch_id), config())
