"""How many actions a network can still agree on, and the cards to write them on."""

from collections.abc import Iterable
from typing import Final

from reports.report.input import TO_DO, AgreedAction
from reports.wording import Words

#: More actions than this at the same time are seldom done.
MOST: Final = 3


def room_for_more(actions: Iterable[AgreedAction]) -> int:
    """Return how many actions can be added to these, the ones that still run among them."""
    return max(0, MOST - sum(action.status in TO_DO for action in actions))


def empty_titles(actions: Iterable[AgreedAction], words: Words) -> tuple[str, ...]:
    """Return what the empty cards are called: always ``MOST``, as a meeting also finishes what still runs."""
    if room_for_more(actions) == MOST:
        return tuple(words.say("actions.card", number=number) for number in range(1, MOST + 1))
    return (words.say("actions.card.new"),) * MOST
