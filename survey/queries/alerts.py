"""Alerts: who chose what, what was told, whose turn it is, and which actions are late."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from survey.models import Account, Action, AlertChoice, AlertLook, AlertTold, Network, SupportOrganisation
from survey.models.alert import AlertKind, AlertPace
from survey.queries.standings.moments import LOOKS_AFTER


class Key(NamedTuple):
    """What is told once: of a round or an action, by its id, on one day that belongs to it."""

    kind: AlertKind
    subject_id: UUID
    day: date


class Late(NamedTuple):
    """An action that had to be ready on a day before today."""

    id: UUID
    network_id: UUID
    due_on: date


def list_choices(session: Session, *, account_id: UUID) -> dict[AlertKind, AlertPace]:
    """Return what an account chose; of a kind without a choice nothing."""
    statement = select(AlertChoice.kind, AlertChoice.pace).where(AlertChoice.account_id == account_id)
    return {row[0]: row[1] for row in session.execute(statement)}


def keep_choices(session: Session, *, account_id: UUID, chosen: Mapping[AlertKind, AlertPace]) -> None:
    """Keep what an account chose, in the place of what it chose before."""
    session.execute(delete(AlertChoice).where(AlertChoice.account_id == account_id))
    session.add_all(AlertChoice(account_id=account_id, kind=kind, pace=pace) for kind, pace in chosen.items())
    session.flush()


def list_due(session: Session, *, hour: datetime) -> list[UUID]:
    """Return the accounts that were not looked at in this hour yet: who can sign in and looks after a network.

    And who was told of something and looks after none any more, so that this is forgotten.
    """
    looked = exists().where(AlertLook.account_id == Account.id, AlertLook.hour_utc >= hour)
    statement = (
        select(Account.id)
        .join(SupportOrganisation, SupportOrganisation.id == Account.support_organisation_id)
        .where(
            Account.active,
            Account.is_demo.is_(False),
            Account.role != "coordinator",
            Account.joined_at_utc.is_not(None),
            SupportOrganisation.archived_at_utc.is_(None),
            or_(
                exists().where(Network.adviser_id == Account.id, LOOKS_AFTER).correlate(Account),
                exists().where(AlertTold.account_id == Account.id),
            ),
            ~looked,
        )
        .order_by(Account.id)
    )
    return list(session.scalars(statement))


def find_look(session: Session, *, account_id: UUID) -> AlertLook | None:
    """Return until when was looked for an account; ``None`` when that was never done."""
    return session.scalars(select(AlertLook).where(AlertLook.account_id == account_id)).one_or_none()


def list_told(session: Session, *, account_id: UUID) -> dict[Key, int]:
    """Return what an account was told and was still so when that was last looked at, and how many of it."""
    statement = select(AlertTold.kind, AlertTold.subject_id, AlertTold.day, AlertTold.number)
    rows = session.execute(statement.where(AlertTold.account_id == account_id))
    return {Key(*row[:3]): row[3] for row in rows}


def keep_told(session: Session, *, account_id: UUID, before: Mapping[Key, int], now: Mapping[Key, int]) -> None:
    """Keep what an account was told, in the place of what was kept before; what stays the same is not written."""
    for key in before.keys() - now.keys():
        session.execute(delete(AlertTold).where(*_is(account_id, key)))
    for key, number in now.items():
        if key not in before:
            session.add(AlertTold(account_id=account_id, **key._asdict(), number=number))
        elif before[key] != number:
            session.execute(update(AlertTold).where(*_is(account_id, key)).values(number=number))
    session.flush()


def _is(account_id: UUID, key: Key) -> list[ColumnElement[bool]]:
    told = AlertTold
    of_account, of_kind = told.account_id == account_id, told.kind == key.kind
    return [of_account, of_kind, told.subject_id == key.subject_id, told.day == key.day]


def list_late(session: Session, *, network_ids: Sequence[UUID], today: date) -> list[Late]:
    """Return the actions of these networks that are late, those that are so the longest first."""
    statement = (
        select(Action.id, Action.network_id, Action.due_on)
        .where(Action.network_id.in_(network_ids), Action.slot.is_not(None), Action.due_on < today)
        .order_by(Action.due_on, Action.id)
    )
    return [Late(*row) for row in session.execute(statement)]
