"""What happens in a network on a day, in words."""

from collections.abc import Mapping
from typing import Final

from survey.i18n import _, gettext_noop

_HAPPENS: Final[Mapping[str, str]] = {
    "closes": gettext_noop("the round closes"),
    "meeting": gettext_noop("the meeting about the report"),
    "opens": gettext_noop("the next round opens"),
    "ready": gettext_noop("the next action is to be ready"),
}


def happening(what: str) -> str:
    """Say what ``needs.dates`` names."""
    return _(_HAPPENS[what])
