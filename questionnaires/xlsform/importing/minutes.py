"""About how long questions take: a form does not say it, and a definition has to."""

from collections.abc import Iterable
from typing import Any, Final

STATEMENT: Final = 0.125

#: About how many minutes a question takes, or each line or task of it.
_MINUTES: Final = {
    "statement": STATEMENT,
    "information": 0.1,
    "checklist": 0.12,
    "role_cards": 0.5,
    "single_choice": 0.2,
}
_OTHERWISE: Final = 0.3
_LEAST, _MOST = 0.1, 60.0


def estimated(questions: Iterable[dict[str, Any]]) -> float:
    """Return about how many minutes these questions take."""
    return round(min(_MOST, max(_LEAST, sum(map(_minutes, questions)))), 2)


def _minutes(made: dict[str, Any]) -> float:
    count = len(made.get("lines", made.get("tasks", "x")))
    return count * _MINUTES.get(made["type"], _OTHERWISE)
