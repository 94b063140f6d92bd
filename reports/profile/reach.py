"""Groups of people: which ones partners see already and hardly reach together, and which ones few or none see."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reports.profile.asked import GROUPS
from reports.profile.document import ProfileResults
from reports.profile.facts import SeenGroup
from reports.profile.verdicts import Verdict, reaches
from reports.results import Cell, Results

#: The checklist of the personal part, and its answer "bijna niet".
REACHED, HARDLY = "rg-groups", "hardly"

#: A chance: at least this share says that the group is hardly reached, and so many organisations see it already.
HARDLY_REACHED: Final = Decimal("0.40")
SEEN_BY: Final = 2


class ReachWord(StrEnum):
    """What may be said about one group of people."""

    #: Partners see these people already, and many say that they hardly reach them together.
    CHANCE = "chance"
    #: None of the organisations that answered sees these people.
    BLIND_SPOT = "blind_spot"
    #: One organisation sees these people, and many say that they hardly reach them together.
    SELDOM_SEEN = "seldom_seen"
    NEITHER = "neither"
    UNCLEAR = "unclear"


#: What is not so when an organisation that did not answer sees these people too.
_SEEN_BY_FEW: Final = (ReachWord.BLIND_SPOT, ReachWord.SELDOM_SEEN)


@dataclass(frozen=True, slots=True)
class GroupReach:
    """One group: the organisations that see it, the published share that hardly reaches it, and the word."""

    seen: SeenGroup
    hardly: Cell | None
    word: ReachWord


def group_reach(profile: ProfileResults, results: Results) -> tuple[GroupReach, ...]:
    """Lay the organisations' ticks beside the published shares; none when no organisation said whom it sees.

    Where too few organisations answered, it is not clear whether a group is a blind spot, or seen by one only.
    """
    if not profile.answered(GROUPS):
        return ()
    of_all, found = profile.speaks_for_all(GROUPS), list[GroupReach]()
    for group in profile.groups:
        hardly = results.shares(f"{REACHED}.{group.id}").get(HARDLY)
        word = _word(len(group.organisations), reaches(hardly, HARDLY_REACHED))
        is_known = of_all or word not in _SEEN_BY_FEW
        found.append(GroupReach(group, hardly, word if is_known else ReachWord.UNCLEAR))
    return tuple(found)


def _word(seen_by: int, hardly: Verdict) -> ReachWord:
    if not seen_by:
        return ReachWord.BLIND_SPOT
    if hardly is Verdict.NO:
        return ReachWord.NEITHER
    if hardly is Verdict.UNCLEAR:
        return ReachWord.UNCLEAR
    return ReachWord.SELDOM_SEEN if seen_by < SEEN_BY else ReachWord.CHANCE
