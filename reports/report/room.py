"""How many actions a network can still agree on."""

from collections.abc import Iterable
from typing import Final

from reports.report.input import ActionStatus, AgreedAction

#: More actions than this at the same time are seldom done.
MOST: Final = 3
#: These take one of the places.
TO_DO: Final[frozenset[ActionStatus]] = frozenset(("open", "busy"))


def room_for_more(actions: Iterable[AgreedAction]) -> int:
    """Return how many actions can be added to these, the ones that still run among them."""
    return max(0, MOST - sum(action.status in TO_DO for action in actions))
