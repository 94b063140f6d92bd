"""What pages call the parts of an action."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from questionnaires.guide import Owner, Status
from questionnaires.text import Text
from reports.wording import words
from survey.i18n import _, gettext_noop, language
from survey.models.action import ActionStatus
from survey.services.suggestions import title_of

Name = TypeVar("Name", bound=str)

#: How far an action is.
STATES: Final[Mapping[ActionStatus, str]] = {
    "open": gettext_noop("open"),
    "busy": gettext_noop("busy"),
    "done": gettext_noop("done"),
    "stopped": gettext_noop("stopped"),
}
#: Who the guide proposes as owner.
OWNERS: Final[Mapping[Owner, str]] = {
    "coordinator": gettext_noop("the coordinator"),
    "municipality": gettext_noop("the municipality"),
    "library": gettext_noop("the library"),
    "welfare": gettext_noop("welfare"),
    "everyone": gettext_noop("everybody"),
    "adviser": gettext_noop("the adviser"),
}
#: What a report says of a theme, where the guide has suggestions for it.
STATUSES: Final[Mapping[Status, str]] = {
    "low": gettext_noop("needs attention"),
    "mid": gettext_noop("on the way"),
    "high": gettext_noop("strong"),
    "divided": gettext_noop("answers lie far apart"),
    "unknown": gettext_noop("people know little of it"),
}


def said(text: Text) -> str:
    """Return a text of a questionnaire or a guide in the language of the page, or the first that it has."""
    return text.get(language()) or next(iter(text.values()))


def theme_name(theme_id: str | None) -> str:
    """Return what a theme is called; nothing for an action about no theme."""
    title = title_of(theme_id) if theme_id else None
    return said(title) if title else ""


def owners_said(owners: Iterable[Owner]) -> str:
    """Return who could do an action, as one phrase in the language of the page."""
    return words(language()).listed([_(OWNERS[each]) for each in owners])


def told(names: Mapping[Name, str]) -> dict[Name, str]:
    """Return such words in the language of the page."""
    return {name: _(message) for name, message in names.items()}
