"""What can go wrong for a person: one class per failure. What a page says of each stands in ``survey.error_pages``."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from survey.i18n import _, day


class Refused(Exception):
    """Something that was asked for cannot be done; the message is the sentence to show.

    An operator reads it in English, by ``str``; a page shows ``told``, for which the message is marked with
    ``gettext_noop`` and has gaps for its ``values``: ``Refused(gettext_noop("%(name)s is gone."), name=name)``.
    ``field`` says beside which field of a form it belongs.
    """

    def __init__(self, message: str, *, field: str | None = None, **values: object) -> None:
        super().__init__(message % values if values else message)
        self.field = field
        self._message, self._values = message, values

    @property
    def all(self) -> tuple["Refused", ...]:
        """Everything that was refused at once."""
        return (self,)

    @property
    def told(self) -> str:
        """The sentence in the language of this request; days are said in words."""
        return _(self._message, **{name: _said(value) for name, value in self._values.items()})

    @property
    def kept(self) -> dict[str, Any]:
        """The sentence as a row of a table can keep it."""
        days = [name for name, value in self._values.items() if isinstance(value, date)]
        values = {name: str(value) for name, value in self._values.items()}
        return {"message": self._message, "values": values, "days": days}


class SeveralRefused(Refused):
    """Several things that were asked for cannot be done: a form says them all at once; elsewhere the first stands."""

    def __init__(self, refusals: Sequence[Refused]) -> None:
        first = refusals[0]
        super().__init__(first._message, field=first.field, **first._values)
        self._all = tuple(refusals)

    @property
    def all(self) -> tuple[Refused, ...]:
        """Everything that was refused at once."""
        return self._all


def retold(kept: Mapping[str, Any]) -> str:
    """Say a refusal that was kept, in the language of this request."""
    days = {name: _said(date.fromisoformat(kept["values"][name])) for name in kept.get("days", ())}
    return _(kept["message"], **{**kept["values"], **days})


def _said(value: object) -> object:
    return day(value) if isinstance(value, date) else value


class LinkUnknown(Exception):
    """The link was mistyped, withdrawn, or never existed."""


class EntryGone(LinkUnknown):
    """The link was made by a code, and nothing is kept of it: its round has closed."""


class CodeUnknown(Exception):
    """The code is over, was made anew, or never existed; or its round has closed."""


class TooManyAtOnce(Exception):
    """More was begun by a code from one place than people come in at a time; later there is room again."""


class CodeFull(Exception):
    """More was answered by a code than a meeting can have people; waiting does not help."""


class RoundClosed(Exception):
    """The round has closed; ``report_token`` opens its report, where participants can read one.

    ``meeting_on`` is when they will talk about it.
    """

    def __init__(self, report_token: str | None, meeting_on: date | None = None) -> None:
        super().__init__()
        self.report_token, self.meeting_on = report_token, meeting_on


class ReportNotYet(Exception):
    """Participants cannot read the report yet; ``meeting_on`` is when they will talk about it."""

    def __init__(self, meeting_on: date | None) -> None:
        super().__init__()
        self.meeting_on = meeting_on


class RoundStopped(RoundClosed):
    """The round was opened by mistake and cancelled: nothing that was answered is left, and there is no report."""

    def __init__(self) -> None:
        super().__init__(None)


class ResumeCodeWanted(Exception):
    """The link passed through the hands of staff, and this device did not give its code."""


class PageUnknown(Exception):
    """The questionnaire has no such page."""


class OwnPartFirst(Exception):
    """Somebody may speak on behalf of their organisation once the own part is sent in; not before."""


class QuestionnaireChanged(Exception):
    """The file of a questionnaire is no longer the one that a round was opened with."""

    def __init__(self, questionnaire_id: str, version: str) -> None:
        super().__init__(
            f'The file of "{questionnaire_id}" {version} changed after a round was opened with it: put the old file '
            "back, and give the new one a higher version."
        )
