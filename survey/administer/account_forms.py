"""The forms of accounts: whom to invite, and which role at which support organisation."""

from typing import Any
from uuid import UUID

from wtforms import BooleanField, HiddenField, SelectField, StringField

from survey.account.fields import LANGUAGE_CHOICES, at_most, option, readable, required, trimmed, visible
from survey.account.roles import NAMES
from survey.forms import StaffForm, one_line
from survey.i18n import later


class PlaceForm(StaffForm):
    """Which role at which support organisation."""

    version = HiddenField()
    role = SelectField(later("Role"), choices=[option(role, later(name)) for role, name in NAMES.items()])
    organisation = SelectField(later("Support organisation"))

    def offer(self, organisations: list[tuple[UUID, str]]) -> None:
        """Say between which support organisations can be chosen."""
        fields: Any = self
        fields.organisation.choices = [option(str(support_id), name) for support_id, name in organisations]

    def organisation_id(self) -> UUID:
        """Return which was chosen, of a form that is right."""
        fields: Any = self
        return UUID(fields.organisation.data)


class CloseForm(StaffForm):
    """Whether an account is closed that looks after networks."""

    anyway = BooleanField(later("Close the account anyway; I choose later who takes over"))


class InvitationForm(PlaceForm):
    """Who gets an account."""

    name = StringField(later("Name"), filters=[trimmed], validators=[required, at_most(200), visible])
    address = StringField(later("E-mail address"), filters=[one_line], validators=[required, readable])
    language = SelectField(later("Language"), choices=LANGUAGE_CHOICES)
