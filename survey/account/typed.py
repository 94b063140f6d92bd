"""The texts that somebody typed in a form which could not be taken, to copy them: what was typed is not lost.

Only what a form of ours has as a text is shown, so never a password, a token or what another page made up; and only to
who sent it from a page of ours.
"""

from dataclasses import dataclass
from typing import Any, Final, cast

import wtforms
from flask import current_app, request
from wtforms.fields import BooleanField, FileField, HiddenField, PasswordField, SelectField

from survey.access import rule_of
from survey.forms import StaffForm
from survey.queries.people import ROLES

_wtforms = cast(Any, wtforms)

#: The fields in which nobody types a text.
_NO_TEXT: Final = (BooleanField, FileField, HiddenField, PasswordField, SelectField, _wtforms.SelectMultipleField)
#: A text field that holds a secret: a code of an app.
_SECRET: Final = ("code",)
#: The rules of pages that only staff open.
_STAFF: Final = ("signed_in", *ROLES)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in one field."""

    label: str
    text: str

    @property
    def is_long(self) -> bool:
        """Whether it needs more than one line to be read."""
        return "\n" in self.text or len(self.text) > 60


def typed_texts() -> list[Typed]:
    """Return what was typed in the form that this request sends, in the order in which it stood there."""
    if request.method != "POST" or not _is_of_staff() or not _is_from_own_page():
        return []
    labels = _labels_of(_sent_form())
    texts = {name: "\n".join(filter(str.strip, request.form.getlist(name))) for name in request.form if name in labels}
    return [Typed(str(labels[name]), text) for name, text in texts.items() if text]


def _is_of_staff() -> bool:
    return request.endpoint is not None and rule_of(current_app, request.endpoint) in _STAFF


def _is_from_own_page() -> bool:
    """Say whether a page of ours sent this: nobody else can have us show a text."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    return request.headers.get("Origin") == request.host_url.rstrip("/")


def _sent_form() -> type[StaffForm]:
    """Return the form that has most of the names that were sent; then the fewest others; then that of the page."""
    sent, module = set(request.form), current_app.view_functions[request.endpoint or ""].__module__

    def likeness(form: type[StaffForm]) -> tuple[int, int, bool]:
        names = set(_unbound(form))
        return len(sent & names), -len(names - sent), form.__module__ == module

    return max(_descendants(StaffForm), key=likeness)


def _labels_of(form: type[StaffForm]) -> dict[str, Any]:
    """Return the labels of the fields in which a text is typed."""
    fields = {name: field for name, field in _unbound(form).items() if not _is_other(name, field.field_class)}
    return {name: field.args[0] if field.args else name for name, field in fields.items()}


def _is_other(name: str, kind: type[Any]) -> bool:
    return name in _SECRET or issubclass(kind, _NO_TEXT)


def _unbound(form: type[StaffForm]) -> dict[str, Any]:
    """Return the fields of a form as its class has them, by their names."""
    return {name: field for name in dir(form) if hasattr(field := getattr(form, name), "creation_counter")}


def _descendants(form: type[StaffForm]) -> list[type[StaffForm]]:
    return [each for child in form.__subclasses__() for each in (child, *_descendants(child))]
