"""What response earlier rounds had, as it was published; of rounds that are open nothing is here."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.models import Network, PublishedResults, Round

#: Response changes over the years, and documents have to be read: the newest say enough.
_NEWEST: Final = 40


@dataclass(frozen=True, slots=True)
class Published:
    """The published document of a round, and the network it is of."""

    network_id: UUID
    document: str


def list_published(session: Session, *, network: Network) -> list[Published]:
    """Return the newest published rounds of a network, and of the others of its support organisation."""
    statement = (
        select(Round.network_id, PublishedResults.document)
        .join(Round, Round.id == PublishedResults.round_id)
        .join(Network, Network.id == Round.network_id)
        .where(Network.support_organisation_id == network.support_organisation_id, Round.is_by_code.is_(False))
        .order_by((Round.network_id == network.id).desc(), Round.closed_at_utc.desc(), Round.id)
        .limit(_NEWEST)
    )
    return [Published(*row) for row in session.execute(statement)]
