"""The forms of signing in and of one's own account."""

from typing import Any, Final, cast

import wtforms
from wtforms import BooleanField, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import DataRequired, Length

from survey.account.fields import trimmed, visible
from survey.forms import StaffForm, one_line
from survey.i18n import LANGUAGES, _, later
from survey.services.passwords import LONGEST, SHORTEST, weakness_of

_SelectChoice: Any = cast(Any, wtforms).SelectChoice  # newer than what is known of the library's types
_ADDRESS: Final = [DataRequired(later("Write your e-mail address.")), Length(max=254, message=later("Too long."))]


class PasswordForm(StaffForm):
    """Sign in with a password."""

    address = StringField(later("Your e-mail address"), filters=[one_line], validators=_ADDRESS)
    password = PasswordField(later("Password"), validators=[DataRequired(later("Type your password."))])
    next = HiddenField()


class AddressForm(StaffForm):
    """Ask for a mail."""

    address = StringField(later("Your e-mail address"), filters=[one_line], validators=_ADDRESS)


class CodeForm(StaffForm):
    """Type a code: of an app, or to recover by."""

    code = StringField(
        later("Code"), filters=[one_line], validators=[DataRequired(later("Type the code.")), Length(max=40)]
    )


class AppForm(StaffForm):
    """Connect an app, and show that it works."""

    secret = HiddenField()
    code = StringField(
        later("Code of 6 digits"),
        filters=[one_line],
        validators=[DataRequired(later("Type the code.")), Length(max=40)],
    )


class NewPasswordForm(StaffForm):
    """Choose a password, and type it once more."""

    password = PasswordField(later("New password"), validators=[DataRequired(later("Type a password."))])
    again = PasswordField(later("New password once more"), validators=[DataRequired(later("Type it once more."))])

    def is_strong(self, *about: str) -> bool:
        """Say whether this password can be chosen; what is wrong is said at the field."""
        fields: Any = self
        weakness = weakness_of(fields.password.data, about=about)
        if weakness:
            self.refuse("password", _sentence(weakness))
        elif fields.password.data != fields.again.data:
            self.refuse("again", _("This is not the same password."))
        return not self.mistakes()


class PasskeyForm(StaffForm):
    """What a browser made for, or signed with, a passkey."""

    credential = HiddenField()


class NewPasskeyForm(PasskeyForm):
    """A passkey with a name by which its owner knows it."""

    name = StringField(
        later("Name of the passkey"),
        filters=[trimmed],
        validators=[
            DataRequired(later("Give it a name.")),
            Length(max=64, message=later("At most 64 characters.")),
            visible,
        ],
    )


class DetailsForm(StaffForm):
    """Somebody's own name and language; and of a coordinator, whether the weekly mail is wanted."""

    name = StringField(
        later("Your name"),
        filters=[trimmed],
        validators=[
            DataRequired(later("Write your name.")),
            Length(max=200, message=later("At most 200 characters.")),
            visible,
        ],
    )
    language = SelectField(later("Language"), choices=[_SelectChoice(code, name) for code, name in LANGUAGES.items()])
    gets_overview = BooleanField(later("Mail me every Monday how my open rounds stand"))


class ButtonForm(StaffForm):
    """Nothing but a button."""


def _sentence(weakness: str) -> str:
    if weakness == "short":
        return _("Use at least %(number)s characters. A few words in a row are fine.", number=SHORTEST)
    if weakness == "long":
        return _("Use at most %(number)s characters.", number=LONGEST)
    return _(
        "This password is easy to guess. Use a few words that do not belong together: "
        "not your own name, no words of your work."
    )
