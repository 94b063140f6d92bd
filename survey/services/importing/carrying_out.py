"""Write a plan: everything that is new, everything that changed, in the transaction of who calls, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.models import Contact, Network, NetworkMunicipality, PartnerOrganisation
from survey.queries import importing as queries
from survey.services import audit
from survey.services.audit import Actor, What
from survey.services.importing.drafts import DraftContact, DraftNetwork
from survey.services.importing.plans import Plan


class Overtaken(Exception):
    """Somebody else changed what the plan changes, after it was planned; nothing is to be kept of it."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Who has a plan carried out; new networks are looked after by this account."""

    account_id: UUID
    support_organisation_id: UUID
    actor: Actor


def carry_out(session: Session, plan: Plan, *, giver: Giver, network_id: UUID | None, at: datetime) -> None:
    """Write a plan, and in the audit log that it was carried out.

    Raises
    ------
    Overtaken
        When something was changed by somebody else meanwhile: the caller rolls back.
    """
    drafts = [each for each in plan.drafts.networks.values() if each.is_drawn]
    _write_networks(session, drafts, giver)
    _write_organisations(session, drafts)
    _write_contacts(session, drafts, at)
    done = What("import.carried_out", "network", network_id, network_id=network_id, details=plan.counts)
    audit.note(session, done, by=giver.actor, at=at)


def _write_networks(session: Session, drafts: list[DraftNetwork], giver: Giver) -> None:
    new = [_new_network(each, giver) for each in drafts if each.is_new]
    changed = [_version(each) | {"province": each.province} for each in drafts if each.is_changed and not each.is_new]
    _write(session, Network, new, changed)
    links = [
        {"id": uuid4(), "network_id": each.id, "municipality_id": municipality_id}
        for each in drafts
        for municipality_id in each.new_municipalities
    ]
    _write(session, NetworkMunicipality, links, [])


def _new_network(draft: DraftNetwork, giver: Giver) -> dict[str, Any]:
    return {
        "id": draft.id,
        "support_organisation_id": giver.support_organisation_id,
        "adviser_id": giver.account_id,
        "name": draft.name,
        "province": draft.province,
        "notes": "",
        "version": 1,
    }


def _write_organisations(session: Session, drafts: list[DraftNetwork]) -> None:
    new = [
        {"id": each.id, "network_id": draft.id, "name": each.name, "kind": each.kind, "version": 1}
        for draft in drafts
        for each in draft.organisations
        if each.version is None
    ]
    changed = [
        _version(each) | {"kind": each.kind}
        for draft in drafts
        for each in draft.organisations
        if each.version is not None and each.is_changed
    ]
    _write(session, PartnerOrganisation, new, changed)


def _write_contacts(session: Session, drafts: list[DraftNetwork], at: datetime) -> None:
    new = [
        {"id": each.id, "network_id": draft.id, "added_at_utc": at, "version": 1, **_about(each)}
        for draft, each in _contacts(drafts)
        if each.version is None
    ]
    changed = [
        _version(each) | _about(each) for _, each in _contacts(drafts) if each.version is not None and each.is_changed
    ]
    _write(session, Contact, new, changed)


def _contacts(drafts: list[DraftNetwork]) -> Iterator[tuple[DraftNetwork, DraftContact]]:
    return ((draft, each) for draft in drafts for each in draft.contacts)


def _about(contact: DraftContact) -> dict[str, Any]:
    return {
        "partner_organisation_id": contact.organisation.id,
        "name": contact.name,
        "address": contact.address,
        "address_key": contact.key,
        "language": contact.language,
        "job": contact.job,
        "names_profile": contact.names_profile,
    }


def _version(draft: Any) -> dict[str, Any]:
    """Return which row is changed, and the version that it still has to have."""
    return {"id": draft.id, "version": draft.version}


def _write(session: Session, table: Any, new: list[dict[str, Any]], changed: list[dict[str, Any]]) -> None:
    queries.insert_all(session, table, new)
    if queries.update_all(session, table, changed) != len(changed):
        raise Overtaken
