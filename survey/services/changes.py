"""Change a row so that of two people who change it at the same time nobody overwrites the other unseen."""

from types import SimpleNamespace
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Action, Contact, Network, PartnerOrganisation, PlannedRound, Round
from survey.queries import published, rounds

#: What carries a version, which rises at every change.
Versioned = Network | PartnerOrganisation | Contact | PlannedRound | Action


class ChangedMeanwhile(Refused):
    """Somebody else changed the row after it was shown; ``now`` is what its columns hold."""

    def __init__(self, row: Versioned) -> None:
        sentence = gettext_noop("Somebody else changed this in the meantime. What you typed is still here: look, save.")
        super().__init__(sentence)
        self.now = SimpleNamespace(**{column.key: getattr(row, column.key) for column in inspect(type(row)).columns})


def check_version(row: Versioned, seen: str | None) -> None:
    """Refuse to change what is not as it was shown.

    Raises
    ------
    ChangedMeanwhile
        When the version that was shown is not the newest.
    """
    if str(row.version) != seen:
        raise ChangedMeanwhile(row)


def change(row: Versioned, **values: object) -> list[str]:
    """Set these fields; return the names of those that had another value."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return changed


def refuse_archived(network: Network) -> None:
    """Refuse to change anything in a network that is archived."""
    if network.archived_at_utc is not None:
        sentence = gettext_noop("'%(network)s' is archived: nothing in it can be changed. Bring it back first.")
        raise Refused(sentence, network=network.name)


def has_open_round(session: Session, *, network: Network) -> bool:
    """Whether a round of this network goes on: open, or closed with its results still to be made."""
    return _unfinished(session, network.id) is not None


def is_invited(session: Session, *, contact: Contact) -> bool:
    """Whether a contact was invited to a round that goes on."""
    newest = _unfinished(session, contact.network_id)
    return newest is not None and contact.id in rounds.invited_contacts(session, round_id=newest.id)


def _unfinished(session: Session, network_id: UUID) -> Round | None:
    """Return the newest round, unless its results are there: until then it counts whom it invited."""
    newest = rounds.newest_round(session, network_id=network_id)
    return None if newest is None or published.has_results(session, round_id=newest.id) else newest
