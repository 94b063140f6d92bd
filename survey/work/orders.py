"""What is asked of the worker: a workflow by name, and the row of our tables that it is about.

A workflow's id is made from its row, so that asking twice is asking once; its input is the id of the row and nothing
else (disclosure rule R14).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

#: The application, its queues and its schema by the names that they have in the database of work.
APPLICATION: Final = "netwerkspiegel"
QUEUE: Final = "netwerkspiegel"
#: Of the mails of rounds: nobody who lost a link, and no round that closes, waits behind thousands of these.
MAIL_QUEUE: Final = "netwerkspiegel-mails"
#: Of many reports at once: minutes of drawing, one after the other, and nobody waits behind it.
REPORT_QUEUE: Final = "netwerkspiegel-reports"
SCHEMA: Final = "dbos"

LOST_LINK: Final = "lost-link"
ACCOUNT_MAIL: Final = "account-mail"
OPEN_ROUND: Final = "open-round"
CLOSE_ROUND: Final = "close-round"
ROUND_MAILS: Final = "round-mails"
REPORTS: Final = "reports"
LOOK: Final = "look"

#: How long to wait after each try: a server that does not know us lets mail in after minutes, one that is down after
#: hours. Together less than the day that a request is kept.
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
_TRY: Final = "-try-"

#: What was done is remembered longer than any request is kept, so that none can be answered a second time.
WORK_KEPT: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Order:
    """One piece of work."""

    workflow: str
    row_id: UUID
    #: Tells one time that the row is dealt with from the next, where it can be more than once.
    turn: str = ""

    @property
    def workflow_id(self) -> str:
        """The id under which it is done, whoever asks for it."""
        return "-".join(part for part in (self.workflow, str(self.row_id), self.turn) if part)

    @property
    def queue(self) -> str:
        """The queue that it waits in."""
        return queue_of(self.workflow)


def queue_of(workflow: str) -> str:
    """Return the queue that work of a kind waits in."""
    return {ROUND_MAILS: MAIL_QUEUE, REPORTS: REPORT_QUEUE}.get(workflow, QUEUE)


def opening_order(plan_id: UUID, asked_at: datetime) -> Order:
    """Return the order to open a planned round; asked for anew after it was refused, it is another one."""
    return Order(OPEN_ROUND, plan_id, str(int(asked_at.timestamp() * 1000)))


def looking_order() -> Order:
    """Return the order to look at once what lies there: one for many rows, where each its own would take long."""
    return Order(LOOK, uuid4())


def anew(order: Order, now: datetime, *, every: timedelta) -> Order:
    """Return the same order as another piece of work in each stretch of time.

    What a worker began that never came back is begun but not done, for ever: asked for under the same id, it would
    be left alone.
    """
    stretch = str(int(now.timestamp() // every.total_seconds()))
    return Order(order.workflow, order.row_id, "-".join(part for part in (order.turn, stretch) if part))


def closing_order(round_id: UUID, at: datetime) -> Order:
    """Return the order to close a round; an hour later it is another one, for the round may have been extended.

    Or a worker that took it in hand is no more. Whoever comes second finds nothing to do.
    """
    return Order(CLOSE_ROUND, round_id, f"{at:%Y%m%d%H}")


def next_try(workflow_id: str) -> tuple[str, timedelta] | None:
    """Return under which id to try once more, and after how long; ``None`` when it was tried often enough."""
    first, _, number = workflow_id.partition(_TRY)
    tried = int(number or 1)
    if tried > len(WAITS):
        return None
    return f"{first}{_TRY}{tried + 1}", WAITS[tried - 1]
