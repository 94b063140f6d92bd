"""Logos of support organisations."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from survey.models import Logo, Network


@dataclass(frozen=True, slots=True)
class LogoRow:
    """A logo without its pixels: where it is fetched, and how large it is."""

    support_organisation_id: UUID
    content_hash: str
    width: int
    height: int

    def within(self, width: int, height: int) -> tuple[int, int]:
        """Return how large it is drawn in a space: whole, never stretched, at half its pixels for sharp screens."""
        factor = min(width / self.width, height / self.height, 0.5)
        return max(1, round(self.width * factor)), max(1, round(self.height * factor))


_COLUMNS: Final = (Logo.support_organisation_id, Logo.content_hash, Logo.width, Logo.height)
#: Made once: the first page of every link asks for it.
_OF_NETWORK: Final = (
    select(*_COLUMNS)
    .join(Network, Network.support_organisation_id == Logo.support_organisation_id)
    .where(Network.id == bindparam("network"))
)


def find_logo(session: Session, *, support_id: UUID) -> LogoRow | None:
    """Return a support organisation's logo."""
    row = session.execute(select(*_COLUMNS).where(Logo.support_organisation_id == support_id)).one_or_none()
    return LogoRow(*row) if row else None


def find_logo_of_network(session: Session, *, network_id: UUID) -> LogoRow | None:
    """Return the logo of the support organisation that looks after a network."""
    row = session.execute(_OF_NETWORK, {"network": network_id}).one_or_none()
    return LogoRow(*row) if row else None


def find_png(session: Session, *, support_id: UUID, content_hash: str) -> bytes | None:
    """Return the picture behind an address; nothing when it is another by now."""
    statement = select(Logo.png).where(Logo.support_organisation_id == support_id, Logo.content_hash == content_hash)
    return session.scalars(statement).one_or_none()


def delete_logo(session: Session, *, support_id: UUID) -> int:
    """Take a logo away; return how many there were."""
    done: Any = session.execute(delete(Logo).where(Logo.support_organisation_id == support_id))
    return done.rowcount
