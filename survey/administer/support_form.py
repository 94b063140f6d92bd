"""The form of a support organisation."""

from typing import Any, Final

from wtforms import BooleanField, HiddenField, SelectMultipleField, StringField, TextAreaField

from questionnaires.catalogue import catalogue, latest
from survey.account.fields import at_most, no_address, option, required, trimmed, visible
from survey.administer.checks import Months
from survey.forms import StaffForm, plain_text, right_body
from survey.i18n import LANGUAGES, _, language, later
from survey.models import SupportOrganisation
from survey.services.supports import Settings

#: The texts of their own that mails can begin with, and how long one can be.
TEXTS: Final = ("invitation", "reminder")
_LONGEST: Final = 2_000
_TEXT: Final[dict[str, Any]] = {"filters": [plain_text], "validators": [at_most(_LONGEST), right_body]}


class SupportForm(StaffForm):
    """What administrators decide about a support organisation."""

    version = HiddenField()
    name = StringField(later("Name"), filters=[trimmed], validators=[required, at_most(200), visible, no_address])
    sender_name = StringField(
        later("Sender of mails"), filters=[trimmed], validators=[at_most(200), visible, no_address]
    )
    invitation_nl = TextAreaField(later("Introduction of an invitation, in Dutch"), **_TEXT)
    invitation_en = TextAreaField(later("Introduction of an invitation, in English"), **_TEXT)
    reminder_nl = TextAreaField(later("Introduction of a reminder, in Dutch"), **_TEXT)
    reminder_en = TextAreaField(later("Introduction of a reminder, in English"), **_TEXT)
    all_questionnaires = BooleanField(later("All questionnaires, also those that are added later"))
    questionnaires = SelectMultipleField(later("Only these questionnaires"))
    contact_months = Months(later("Months that contacts are kept"), least=1, most=60)
    audit_months = Months(later("Months that the audit log is kept"), least=6, most=84)

    def __init__(self, *args: Any, **options: Any) -> None:
        base: Any = super()
        base.__init__(*args, **options)
        fields: Any = self
        fields.questionnaires.choices = [option(key, title) for key, title in titles().items()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check it; who chooses questionnaires chooses at least one."""
        base: Any = super()
        fields: Any = self
        is_right = bool(base.validate(extra_validators))
        if not fields.all_questionnaires.data and not fields.questionnaires.data:
            self.refuse("questionnaires", _("Choose at least one questionnaire, or all of them."))
            return False
        return is_right

    def settings(self) -> Settings:
        """Return what was filled in."""
        fields: Any = self
        return Settings(
            name=fields.name.data,
            sender_name=fields.sender_name.data or None,
            texts=_gathered(fields),
            questionnaires=None if fields.all_questionnaires.data else sorted(fields.questionnaires.data),
            contact_months=fields.contact_months.data,
            audit_months=fields.audit_months.data,
        )


def values_of(organisation: SupportOrganisation) -> dict[str, Any]:
    """Return what the form shows of a support organisation."""
    texts = {f"{name}_{code}": organisation.texts.get(name, {}).get(code, "") for name in TEXTS for code in LANGUAGES}
    return {
        "name": organisation.name,
        "sender_name": organisation.sender_name or "",
        **texts,
        "all_questionnaires": organisation.questionnaires is None,
        "questionnaires": organisation.questionnaires or [],
        "contact_months": organisation.contact_months,
        "audit_months": organisation.audit_months,
        "version": organisation.version,
    }


def _gathered(fields: Any) -> dict[str, dict[str, str]]:
    """Return the texts that were filled in, by name and language."""
    found = {name: {code: text for code in LANGUAGES if (text := fields[f"{name}_{code}"].data)} for name in TEXTS}
    return {name: by_language for name, by_language in found.items() if by_language}


def titles() -> dict[str, str]:
    """Return the questionnaires that rounds can ask, by id, with the title of the newest version."""
    newest = (latest(key) for key in sorted({key for key, _ in catalogue()}))
    spoken = language()
    found = {
        known.id: known.title.in_language(spoken if spoken in known.languages else known.languages[0])
        for known in newest
        if known.answered_by == "person"
    }
    return dict(sorted(found.items(), key=lambda each: each[1]))
