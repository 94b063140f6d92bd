"""Do what a form asks in one transaction, or say at the form why not; and note it in the audit log."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast
from uuid import UUID

from flask import flash
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from wtforms import HiddenField

from survey import clock
from survey.access import actor
from survey.database import writing
from survey.errors import Refused
from survey.forms import StaffForm
from survey.i18n import _, day, gettext_noop
from survey.models import Network
from survey.services.audit import What, note
from survey.services.changes import ChangedMeanwhile

_AT_THE_SAME_TIME = gettext_noop("Somebody else changed this at the same moment. Look at it, and try again.")


class EditForm(StaffForm):
    """A form that changes a row: it carries the version that was shown."""

    version = HiddenField()

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields of this form would hold for this row."""
        raise NotImplementedError


class Confirmation(StaffForm):
    """A form with nothing but its button."""


def saved(form: StaffForm, do: Callable[[Session], None]) -> bool:
    """Do it in one transaction; what is refused is said at the form, and then nothing is written."""
    try:
        with writing() as session:
            do(session)
    except ChangedMeanwhile as changed:
        _tell_changes(form, changed)
    except Refused as refusal:
        form.take(refusal)
    except (IntegrityError, StaleDataError):
        form.take(Refused(_AT_THE_SAME_TIME))
    else:
        return True
    return False


def done(do: Callable[[Session], None], message: str) -> None:
    """Do it in one transaction and say so on the next page; or say there why it was refused."""
    form = Confirmation()
    if saved(form, do):
        flash(message)
    else:
        flash(form.form_errors[-1], "alert")


def noted(session: Session, what: What) -> None:
    """Note in the audit log what who is signed in did."""
    note(session, what, by=actor(), at=clock.now())


def changed(action: str, id: UUID, network: Network, **details: Any) -> What:
    """Return for the audit log what was done to something of a network; the action begins with what that is."""
    return What(action, action.partition(".")[0], id, network.id, network.support_organisation_id, details)


def _tell_changes(form: StaffForm, changed: ChangedMeanwhile) -> None:
    """Say what is different now, keep what was typed, and let the next attempt through."""
    form.take(changed)
    fields: Any = form
    for name, value in fields.told_of(changed.now).items():
        if fields[name].data != value:
            fields.refuse(name, _("Now it says: %(value)s", value=_shown(fields[name], value)))
    fields.version.data = str(changed.now.version)


def _shown(field: Any, value: Any) -> str:
    """Return a value as the field shows it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return day(value)
    labels: dict[str, str] = {each.value: each.label for each in getattr(field, "choices", None) or ()}
    if isinstance(value, list):
        given = cast("list[str]", value)
        return ", ".join(str(labels.get(each, each)) for each in given) or _("nothing")
    return labels.get(value, value) or _("nothing")
