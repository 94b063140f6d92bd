"""The form of one text of a round's mails, in one language."""

from typing import Any, Final

from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from survey.errors import Refused
from survey.forms import StaffForm, one_line, plain_text, right_body, right_subject
from survey.i18n import _, later
from survey.services.round_texts import TextChanged, Words

#: How long a subject, and a text, can be.
SUBJECT_FITS: Final = 150
BODY_FITS: Final = 2_000


class TextForm(StaffForm):
    """One text, and for whom it is shown."""

    version = HiddenField()
    subject = StringField(
        later("Subject"),
        filters=[one_line],
        validators=[
            DataRequired(later("Give the mail a subject.")),
            Length(max=SUBJECT_FITS, message=later("At most 150 characters fit.")),
            right_subject,
        ],
    )
    body = TextAreaField(
        later("Text"),
        filters=[plain_text],
        validators=[
            DataRequired(later("Write a text, or take back the standard text.")),
            Length(max=BODY_FITS, message=later("At most 2,000 characters fit.")),
            right_body,
        ],
    )
    reader = SelectField(later("Show it as it arrives at"), default="")

    def show(self, words: Words) -> None:
        """Fill in a text as it is kept."""
        fields: Any = self
        fields.subject.data, fields.body.data, fields.version.data = words.subject, words.body, words.version

    @property
    def words(self) -> Words:
        """What was typed."""
        fields: Any = self
        return Words(fields.subject.data or "", fields.body.data or "")

    def take(self, refusal: Refused) -> None:
        """Say what was refused; of a text that changed, what it is now, and let the next attempt through."""
        super().take(refusal)
        if isinstance(refusal, TextChanged):
            fields: Any = self
            for name in ("subject", "body"):
                if fields[name].data != getattr(refusal.now, name):
                    self.refuse(name, _("Now it says: %(value)s", value=getattr(refusal.now, name)))
            fields.version.data = refusal.now.version
