"""Promising connections: pairs with little or no contact of which at least one side wants more."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

from reports.profile.document import ProfileResults
from reports.profile.ties import MONTHLY, STRENGTH, Tie, ties

#: How many are named: a short list gets done.
MOST: Final = 3

_MORE: Final = "more"


@dataclass(frozen=True, slots=True)
class Chance:
    """A pair, in the order of their names, and which of the two want more contact."""

    first: str
    second: str
    wanted_by: tuple[str, ...]


def chances(profile: ProfileResults) -> tuple[Chance, ...]:
    """Return the promising connections: first those that both sides want, then in the order of names.

    The order tells nothing else: organisations are not ranked.
    """
    known = {(tie.first, tie.second): tie for tie in ties(profile)}
    wishes = {(each.by, each.about) for each in profile.wanted}
    wishes |= {(each.by, each.about) for each in profile.contacts if each.wish == _MORE}
    found = [
        Chance(first, second, wanted_by)
        for first, second in combinations((each.id for each in profile.organisations), 2)
        if _is_low(known.get((first, second))) and (wanted_by := _wanting(first, second, wishes))
    ]
    return tuple(sorted(found, key=lambda chance: -len(chance.wanted_by))[:MOST])


def _is_low(tie: Tie | None) -> bool:
    """Whether there is no contact, or contact once or twice; of a contact without a frequency it is not known."""
    return tie is None or STRENGTH["once-or-twice"] <= tie.strength < MONTHLY


def _wanting(first: str, second: str, wishes: set[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(by for by, about in ((first, second), (second, first)) if (by, about) in wishes)
