"""Keep what somebody chose on a page over many networks, under a name: the page and the choices, never a figure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import SavedView
from survey.queries import saved_views as queries
from survey.services import audit
from survey.services.audit import Actor, What

#: As many as one person can keep apart.
MOST: Final = 30
#: A name still fits on a line of a phone or two.
LONGEST_NAME: Final = 60

_TAKEN: Final = gettext_noop("You kept a choice with this name already. Choose another name, or replace that one.")
_FULL: Final = gettext_noop("You kept %(most)s choices, and no more fit. Delete one first, or replace one.")
_GONE: Final = gettext_noop("The choice that you wanted to replace is no longer there. Keep this one as a new one.")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page with what is chosen on it, as the address says it after the question mark."""

    page: str
    chosen: str


def keep(session: Session, what: Kept, *, name: str, by: Actor, at: datetime) -> UUID:
    """Keep a view under a name of its own; the same under the same name once more changes nothing.

    Raises
    ------
    Refused
        When another view has the name, or there are as many as there can be.
    """
    views = _own_views(session, by)
    if (same := _named(views, name)) is not None:
        if (same.page, same.chosen) == (what.page, what.chosen):
            return same.id
        raise Refused(_TAKEN, field="name")
    if len(views) >= MOST:
        raise Refused(_FULL, most=MOST)
    view = SavedView(
        id=uuid4(), account_id=by.account_id, name=name, page=what.page, chosen=what.chosen, saved_at_utc=at
    )
    session.add(view)
    session.flush()
    _note(session, "saved_view.kept", view, by=by, at=at)
    return view.id


def replace(session: Session, what: Kept, *, view_id: UUID, name: str, by: Actor, at: datetime) -> str:
    """Put a view in the place of a kept one, and return its name; without a name it keeps the one that it has.

    Raises
    ------
    Refused
        When it is no longer there, or another view has the name.
    """
    views = _own_views(session, by)
    view = next((each for each in views if each.id == view_id), None)
    if view is None:
        raise Refused(_GONE)
    _refuse_taken(views, view, name or view.name)
    view.name, view.page, view.chosen, view.saved_at_utc = name or view.name, what.page, what.chosen, at
    session.flush()
    _note(session, "saved_view.replaced", view, by=by, at=at)
    return view.name


def rename(session: Session, *, view_id: UUID, name: str, by: Actor, at: datetime) -> bool:
    """Give a kept view another name; ``False`` when it is not there.

    Raises
    ------
    Refused
        When another view has the name.
    """
    views = _own_views(session, by)
    view = next((each for each in views if each.id == view_id), None)
    if view is None:
        return False
    _refuse_taken(views, view, name)
    if view.name != name:
        view.name = name
        session.flush()
        _note(session, "saved_view.renamed", view, by=by, at=at)
    return True


def delete(session: Session, *, view_id: UUID, by: Actor, at: datetime) -> str | None:
    """Delete a kept view and return its name; ``None`` when it is not there."""
    view = next((each for each in _own_views(session, by) if each.id == view_id), None)
    if view is None:
        return None
    session.delete(view)
    session.flush()
    _note(session, "saved_view.deleted", view, by=by, at=at)
    return view.name


def _own_views(session: Session, by: Actor) -> list[SavedView]:
    """Return the views of who asks, while nobody else of the same account can add one."""
    if by.account_id is None:
        return []
    queries.lock_views(session, account_id=by.account_id)
    return list(queries.list_views(session, account_id=by.account_id))


def _named(views: list[SavedView], name: str) -> SavedView | None:
    """Return the view that is called so, whether in capitals or not."""
    return next((each for each in views if each.name.casefold() == name.casefold()), None)


def _refuse_taken(views: list[SavedView], own: SavedView, name: str) -> None:
    found = _named([each for each in views if each is not own], name)
    if found is not None:
        raise Refused(_TAKEN, field="name")


def _note(session: Session, action: str, view: SavedView, *, by: Actor, at: datetime) -> None:
    audit.note(session, What(action, "saved_view", view.id), by=by, at=at)
