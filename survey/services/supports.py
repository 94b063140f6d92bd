"""Add, change and archive support organisations."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from survey.models import SupportOrganisation
from survey.queries import supports
from survey.queries.administrators import lock_administrators
from survey.services import audit
from survey.services.audit import Actor, What


class NameTaken(Exception):
    """Another support organisation has this name, or one that differs in capitals only."""


class ChangedMeanwhile(Exception):
    """Somebody else changed it since it was shown; nothing was written."""


class HasOpenRounds(Exception):
    """People are filling in questionnaires of its networks."""


class LastAdministrators(Exception):
    """Nobody could administer any more: the others who can belong to it."""


class OwnOrganisation(Exception):
    """Who archives the own support organisation could not sign in any more."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What administrators decide about a support organisation; names as in the table."""

    name: str
    sender_name: str | None
    texts: Mapping[str, Mapping[str, str]]
    questionnaires: list[str] | None
    contact_months: int
    audit_months: int


def add(session: Session, settings: Settings, *, by: Actor, at: datetime) -> SupportOrganisation:
    """Add a support organisation.

    Raises
    ------
    NameTaken
        When there is one of this name.
    """
    _check_name(session, settings.name)
    organisation = SupportOrganisation(id=uuid4(), **asdict(settings))
    session.add(organisation)
    _flush(session)
    _note(session, "support_organisation.added", organisation.id, by, at)
    return organisation


def change(
    session: Session, settings: Settings, *, organisation: SupportOrganisation, version: int, by: Actor, at: datetime
) -> None:
    """Change a support organisation that nobody changed since ``version``; ``organisation`` is locked.

    Raises
    ------
    ChangedMeanwhile
        When somebody did.
    NameTaken
        When there is another of this name.
    """
    if organisation.version != version:
        raise ChangedMeanwhile
    changed = sorted(name for name, value in asdict(settings).items() if getattr(organisation, name) != value)
    if not changed:
        return
    _check_name(session, settings.name, but=organisation.id)
    for name, value in asdict(settings).items():
        setattr(organisation, name, value)
    _flush(session)
    _note(session, "support_organisation.changed", organisation.id, by, at, fields=changed)


def archive(session: Session, *, support_id: UUID, by: Actor, at: datetime) -> None:
    """Archive a support organisation: its accounts cannot sign in until it is brought back.

    Raises
    ------
    OwnOrganisation
        When it is that of who archives it.
    LastAdministrators
        When there are no administrators elsewhere.
    HasOpenRounds
        When a round of one of its networks is open.
    """
    if support_id == by.support_organisation_id:
        raise OwnOrganisation
    if all(theirs == support_id for _, theirs in lock_administrators(session)):
        raise LastAdministrators
    organisation = supports.lock(session, support_id=support_id)
    if supports.count_open_rounds(session, support_id=support_id):
        raise HasOpenRounds
    if organisation is not None and organisation.archived_at_utc is None:
        organisation.archived_at_utc = at
        _note(session, "support_organisation.archived", support_id, by, at)


def bring_back(session: Session, *, support_id: UUID, by: Actor, at: datetime) -> None:
    """Let the accounts of an archived support organisation sign in again."""
    organisation = supports.lock(session, support_id=support_id)
    if organisation is not None and organisation.archived_at_utc is not None:
        organisation.archived_at_utc = None
        _note(session, "support_organisation.brought_back", support_id, by, at)


def _check_name(session: Session, name: str, *, but: UUID | None = None) -> None:
    others = (known for support_id, known in supports.list_names(session) if support_id != but)
    if name.casefold() in map(str.casefold, others):
        raise NameTaken


def _flush(session: Session) -> None:
    """Write; somebody may have taken the name since it was looked up."""
    try:
        session.flush()
    except IntegrityError as error:
        raise NameTaken from error


def _note(session: Session, action: str, support_id: UUID, by: Actor, at: datetime, **details: Any) -> None:
    what = What(action, "support_organisation", support_id, support_organisation_id=support_id, details=details)
    audit.note(session, what, by=by, at=at)
