"""The form of an action: what, by whom, when, and how far it is."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID, uuid4, uuid5

from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from survey.advise.actions.wording import STATES, told
from survey.advise.rounds.day_field import DayField
from survey.advise.saving import EditForm
from survey.forms import choices, one_line
from survey.i18n import _, later
from survey.models import Contact, PartnerOrganisation
from survey.services.actions import LONGEST, LONGEST_NAME, Agreement
from survey.services.network_page import Members

#: The fields that hold a text, by their names in the table.
TEXTS: Final = ("what", "person", "helpers", "first_step", "proof", "note")
_TEXT: Final[dict[str, Any]] = {
    "filters": [one_line],
    "validators": [Length(max=LONGEST, message=later("At most 300 characters fit."))],
}


class ActionForm(EditForm):
    """What the network agrees to do."""

    what = StringField(
        later("What is going to happen?"),
        filters=[one_line],
        validators=[
            InputRequired(later("Say what is going to happen. Begin with what somebody does.")),
            Length(max=LONGEST, message=later("At most 300 characters fit.")),
        ],
    )
    theme = SelectField(later("Which theme is it about?"), default="")
    owner_id = SelectField(later("Which organisation sees to it?"), default="")
    contact_id = SelectField(later("Who does it?"), default="")
    person = StringField(
        later("Or somebody who is not in the list"),
        filters=[one_line],
        validators=[Length(max=LONGEST_NAME, message=later("At most 200 characters fit."))],
    )
    helpers = StringField(later("Who helps?"), **_TEXT)
    first_step = StringField(later("What happens within two weeks?"), **_TEXT)
    due_on = DayField(later("Ready on"), validators=[InputRequired(later("Choose the day on which it is ready."))])
    proof = StringField(later("How do we see that it worked?"), **_TEXT)
    note = StringField(later("Note"), **_TEXT)
    status = SelectField(later("How far is it?"), default="open")
    suggestion = HiddenField(default="")
    #: Made for one showing of the form: what is sent twice is added once.
    once = HiddenField(default=lambda: str(uuid4()))

    def offer(self, themes: Mapping[str, str], members: Sequence[Members], chosen: UUID | None = None) -> None:
        """Fill the lists to choose from: themes, and the network's organisations and people.

        Who was archived is offered no more, but for who does this action already.
        """
        fields: Any = self
        people = [(each, part.organisation) for part in members for each in _people(part, chosen)]
        fields.theme.choices = choices([("", _("No theme in particular")), *themes.items()])
        owners = [(str(part.organisation.id), part.organisation.name) for part in members]
        fields.owner_id.choices = choices([("", _("No organisation in particular")), *owners])
        fields.contact_id.choices = choices([("", _("Nobody in this list")), *(_named(*each) for each in people)])
        if "status" in fields:
            fields.status.choices = choices(told(STATES).items())

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this action."""
        same = {name: getattr(row, name) for name in (*TEXTS, "due_on", "status")}
        chosen = {name: str(getattr(row, name) or "") for name in ("theme", "owner_id", "contact_id")}
        return same | chosen

    @property
    def agreement(self) -> Agreement:
        """What was typed and chosen; a new action has no state and no note yet."""
        fields: Any = self
        ids = {name: _id(fields[name]) for name in ("owner_id", "contact_id")}
        same = {name: fields[name].data for name in (*TEXTS, "due_on", "status") if name in fields}
        return Agreement(theme=fields.theme.data or None, **ids, **same)

    def new_id(self, network_id: UUID) -> UUID:
        """Return what a new action is known by: the same for the same form with the same in it."""
        fields: Any = self
        return uuid5(network_id, repr((fields.once.data, self.agreement)))


def _id(field: Any) -> UUID | None:
    """Return what was chosen; of what is not in the list nothing."""
    return UUID(field.data) if field.data and not field.errors else None


def _people(part: Members, chosen: UUID | None) -> list[Contact]:
    return [*part.contacts, *(each for each in part.archived if each.id == chosen)]


def _named(contact: Contact, organisation: PartnerOrganisation) -> tuple[str, str]:
    return str(contact.id), f"{contact.name} ({organisation.name})"
