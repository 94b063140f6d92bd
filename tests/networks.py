"""What tests of the staff's pages about one network share."""

from collections.abc import Mapping
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from survey.database import reading, writing
from survey.models import AuditEvent, Base, Contact, Network, PartnerOrganisation
from tests.factories import add_network


def make_network(app: Flask, members: Mapping[str, int] | None = None, name: str | None = None) -> Network:
    """Add a network without a round: the library with two people and the municipality with one."""
    with app.app_context(), writing() as session:
        people = {"library": 2, "municipality": 1} if members is None else members
        return add_network(session, members=people, **({"name": name} if name else {}))


def organisation(app: Flask, kind: str, network_id: UUID | None = None) -> PartnerOrganisation:
    """Return the first organisation of a kind, of one network or of the only one."""
    statement = select(PartnerOrganisation).where(PartnerOrganisation.kind == kind)
    if network_id is not None:
        statement = statement.where(PartnerOrganisation.network_id == network_id)
    with app.app_context(), reading() as session:
        return session.scalars(statement.order_by(PartnerOrganisation.name)).all()[0]


def contact(app: Flask, name: str) -> Contact:
    with app.app_context(), reading() as session:
        return session.scalars(select(Contact).where(Contact.name == name)).one()


def count(app: Flask, table: type[Base]) -> int:
    with app.app_context(), reading() as session:
        return len(session.scalars(select(table)).all())


def audited(app: Flask) -> list[str]:
    """Return what was done, in order."""
    return [action for action, _ in audit_rows(app)]


def audit_rows(app: Flask) -> list[tuple[str, dict[str, object]]]:
    with app.app_context(), reading() as session:
        found = session.execute(select(AuditEvent.action, AuditEvent.details).order_by(AuditEvent.at_utc)).all()
    return [(row[0], row[1]) for row in found]
