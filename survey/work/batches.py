"""Make all reports that an adviser asked for at once; cut off anywhere, it is gone on with where it was."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from reports.forms.typesetting import Typesetter
from survey import clock
from survey.database import reading, writing
from survey.queries import batches as queries
from survey.services import batch_files, batches
from survey.work.orders import REPORTS, Order, anew

#: After this, a batch that is not finished is handed over once more: a worker may have died with it.
_UNTOUCHED: Final = timedelta(minutes=15)


def make_batch(batch_id: str) -> None:
    """Draw what is not drawn of a batch, and pack it; finished already, there is nothing to do."""
    with Typesetter() as by:
        batches.draw_all(UUID(batch_id), by)
        batches.pack(UUID(batch_id), by)


def list_orders() -> list[Order]:
    """Delete what is too old, and return what is to be made."""
    now = clock.now()
    with writing() as session:
        batches.forget_old(session, at=now)
    batch_files.sweep()
    with reading() as session:
        unfinished = queries.list_unfinished(session)
    return [anew(Order(REPORTS, each), now, every=_UNTOUCHED) for each in unfinished]
