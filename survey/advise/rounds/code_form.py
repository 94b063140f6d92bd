"""The form by which a code is made, ended at another moment, made anew or stopped."""

from datetime import date, datetime, time
from typing import Any, Final, cast, get_args

from flask import request
from wtforms import StringField

from survey.advise.rounds.day_field import read_day
from survey.clock import DUTCH_TIME
from survey.errors import Refused
from survey.forms import StaffForm, one_line
from survey.i18n import gettext_noop, later
from survey.models.code import Purpose

_TIMES: Final = ("%H:%M", "%H.%M", "%H:%M:%S")


class CodeForm(StaffForm):
    """Until when a code works; empty: as long as the round."""

    day = StringField(later("Works until this day"), filters=[one_line])
    time = StringField(later("and this time"), filters=[one_line])

    @property
    def ends_at(self) -> datetime | None:
        """The moment that was typed.

        Raises
        ------
        Refused
            When that is no day or no time, or a time without a day.
        """
        fields: Any = self
        if not fields.day.data:
            if fields.time.data:
                raise Refused(gettext_noop("Say on which day."), field="day")
            return None
        return datetime.combine(_day(fields.day.data), _time(fields.time.data or "23:59"), DUTCH_TIME)


def empty_forms() -> dict[Purpose, Any]:
    """Return a form for each purpose; the names of their fields begin with it."""
    forms: Any = CodeForm
    return {purpose: forms(prefix=f"{purpose}-") for purpose in get_args(Purpose)}


def asked_purpose() -> Purpose | None:
    """Return which code the request is about."""
    asked = request.form.get("purpose")
    return cast(Purpose, asked) if asked in get_args(Purpose) else None


def _day(typed: str) -> date:
    try:
        return read_day(typed)
    except ValueError:
        raise Refused(gettext_noop("This is no day. Write it like 11-12-2026."), field="day") from None


def _time(typed: str) -> time:
    for form in _TIMES:
        try:
            return datetime.strptime(typed, form).time()
        except ValueError:
            continue
    raise Refused(gettext_noop("This is no time. Write it like 16:30."), field="time")
