"""What stands on a printed questionnaire of a network, besides the questions."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from questionnaires.respondent import Member
from survey.models import Account, Network, PartnerOrganisation, SupportOrganisation


@dataclass(frozen=True, slots=True)
class AskerRow:
    """Who asks the questions of a network."""

    coordinator_name: str | None
    adviser_name: str
    adviser_address: str
    support_name: str


def find_asker(session: Session, *, network_id: UUID) -> AskerRow:
    """Return who asks the questions of a network."""
    statement = (
        select(Network.coordinator_name, Account.name, Account.address, SupportOrganisation.name)
        .join(Account, Account.id == Network.adviser_id)
        .join(SupportOrganisation, SupportOrganisation.id == Network.support_organisation_id)
        .where(Network.id == network_id)
    )
    return AskerRow(*session.execute(statement).one())


def list_members(session: Session, *, network_id: UUID) -> tuple[Member, ...]:
    """Return a network's organisations, by name."""
    statement = (
        select(PartnerOrganisation.id, PartnerOrganisation.name)
        .where(PartnerOrganisation.network_id == network_id)
        .order_by(PartnerOrganisation.id)
    )
    members = (Member(str(row.id), row.name) for row in session.execute(statement))
    return tuple(sorted(members, key=lambda member: member.name.casefold()))  # no database here knows Dutch order
