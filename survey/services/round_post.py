"""How far the invitations of a round are on their way: totals, which say nothing of who answered."""

from dataclasses import dataclass
from math import ceil
from uuid import UUID

from sqlalchemy.orm import Session

from survey.queries import round_mails as queries


@dataclass(frozen=True, slots=True)
class Sending:
    """How many people's invitation went, came back, was given up, is tried again, or was not tried yet."""

    sent: int
    bounced: int
    given_up: int
    trying: int
    to_go: int

    @property
    def total(self) -> int:
        """All invitations by mail, of links that work."""
        return self.sent + self.bounced + self.given_up + self.trying + self.to_go

    def minutes_left(self, per_minute: int) -> int:
        """Return how long what was not tried takes at least at this pace; without a pace no time to speak of."""
        return ceil(self.to_go / per_minute) if per_minute else 0


def sending(session: Session, *, round_id: UUID) -> Sending:
    """Return how far the invitations of a round are; of reminders nothing may be told (disclosure rule R10)."""
    counted = queries.count_invitations(session, round_id=round_id)
    return Sending(
        sent=counted["sent", False] + counted["sent", True],
        bounced=counted["refused", False] + counted["refused", True],
        given_up=counted["given_up", False] + counted["given_up", True],
        trying=counted["waiting", True],
        to_go=counted["waiting", False],
    )
