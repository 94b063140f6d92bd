"""The audit log, for administrators; who and what a row is about is looked up now, for a row holds no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import beginning_of, end_of
from survey.models import Account, AuditEvent, Network, SupportOrganisation
from survey.queries.lists.finding import Condition, Matches, Order, Wish, each_word, says
from survey.queries.lists.unindexed import unindexed


@dataclass(frozen=True, slots=True)
class EventLine:
    """A row of the log; names are none where the account or the network is gone."""

    id: UUID
    at_utc: datetime
    action: str
    object_kind: str | None
    object_id: UUID | None
    place: str
    details: dict[str, Any]
    actor_id: UUID | None
    actor: str | None
    network_id: UUID | None
    network: str | None
    support_organisation: str | None
    object_account: str | None


def match(wish: Wish, *, actions: Mapping[str, frozenset[str]]) -> Matches:
    """Return which rows match; ``actions``: what a choice of action stands for."""
    conditions = each_word(wish.search, _is_about)
    chosen = wish.chosen
    if action := chosen.get("wat"):
        conditions.append(AuditEvent.action.in_(sorted(actions[action])))
    if support := chosen.get("organisatie"):
        conditions.append(AuditEvent.support_organisation_id == UUID(support))
    if since := chosen.get("van"):
        conditions.append(AuditEvent.at_utc >= beginning_of(date.fromisoformat(since)))
    if until := chosen.get("tot"):
        conditions.append(AuditEvent.at_utc < end_of(date.fromisoformat(until)))
    everything = select(AuditEvent.id)
    in_time = Order(everything, (AuditEvent.at_utc,), everything)
    return Matches(AuditEvent.id, everything, conditions, {"wanneer": in_time})


def _is_about(word: str) -> Condition:
    """Return the condition that a word names who did it, or to whom or which network."""
    people = select(Account.id).where(says(Account.search_text, word))
    networks = select(Network.id).where(says(Network.search_text, word))
    # read in the log's own order, which ends once a page is full
    is_person = unindexed(AuditEvent.actor_id).in_(people) | unindexed(AuditEvent.object_id).in_(people)
    return is_person | unindexed(AuditEvent.network_id).in_(networks)


def list_lines(session: Session, ids: Sequence[UUID]) -> list[EventLine]:
    """Return these rows in this order."""
    event, support = AuditEvent, SupportOrganisation
    statement = (
        select(
            event.id, event.at_utc, event.action, event.object_kind, event.object_id, event.place, event.details,
            event.actor_id, event.network_id, support.name,
        )
        .outerjoin(support, support.id == event.support_organisation_id)
        .where(event.id.in_(ids))
    )  # fmt: skip
    rows = {row.id: row for row in session.execute(statement)}
    people = _names(session, Account, {each for row in rows.values() for each in (row.actor_id, row.object_id)})
    networks = _names(session, Network, {row.network_id for row in rows.values()})
    return [
        EventLine(
            *row[:7], row.actor_id, people.get(row.actor_id), row.network_id, networks.get(row.network_id), row.name,
            people.get(row.object_id),
        )
        for id in ids
        if (row := rows.get(id)) is not None
    ]  # fmt: skip


def _names(session: Session, table: type[Account] | type[Network], ids: set[UUID | None]) -> dict[UUID | None, str]:
    statement = select(table.id, table.name).where(table.id.in_(ids - {None}))
    return {id: name for id, name in session.execute(statement)}
