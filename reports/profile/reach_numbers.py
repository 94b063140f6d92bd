"""Numbers of people added up over organisations, from what is shown of each: whatever is hidden stays out of a sum.

People are not told apart between organisations, so every sum may count somebody twice and is never said without that.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import inf
from typing import Final

from reports.profile.asked import FOUND, INTAKE, NUMBERS, REFERRED_IN, REFERRED_OUT, STARTED
from reports.profile.counts import SHOWN_FROM, Count
from reports.profile.document import ProfileResults

#: From finding people to their start; each step is counted by other organisations.
FUNNEL: Final = (FOUND, INTAKE, STARTED)


@dataclass(frozen=True, slots=True)
class ReachSum:
    """One number over all organisations; a function of what is shown of each, so that it tells nothing more.

    ``total`` is over ``organisations`` of them, of which ``counted`` and ``estimated`` people were counted and
    estimated; of the others nobody said. ``left_out`` organisations have a number that is not shown, ``unknown`` ones
    do not know theirs, ``silent`` ones said nothing.
    """

    question: str
    total: int
    organisations: int
    counted: int
    estimated: int
    left_out: int
    unknown: int
    silent: int

    @property
    def is_whole(self) -> bool:
        """Whether every organisation of the network is in it; of another the total is the least that it can be."""
        return not (self.left_out or self.unknown or self.silent)

    @property
    def is_told(self) -> bool:
        """Whether its total tells anything: no number at all does not, nor "at least 0"."""
        return bool(self.organisations and (self.total or self.is_whole))


class Exchange(StrEnum):
    """Whether as many people were received from partners as were referred to them."""

    #: More were referred than received: people got lost, or the administration did.
    MORE_REFERRED = "more_referred"
    MORE_RECEIVED = "more_received"
    EQUAL = "equal"
    UNCLEAR = "unclear"


def reach_sums(profile: ProfileResults) -> tuple[ReachSum, ...]:
    """Return the sum of every number that an organisation gave, in questionnaire order."""
    sums = (reach_sum(profile, question) for question in NUMBERS)
    return tuple(each for each in sums if each.organisations or each.left_out)


def funnel(profile: ProfileResults) -> tuple[ReachSum, ...]:
    """Return the sums of the steps from finding to starting; one that nobody gave has no organisations."""
    return tuple(reach_sum(profile, question) for question in FUNNEL)


def reach_sum(profile: ProfileResults, question: str) -> ReachSum:
    """Add up one number over the organisations of which it is shown."""
    counts = [given.count for given in profile.numbers if given.question == question]
    shown = [count for count in counts if count.kind == "exact"]
    return ReachSum(
        question,
        total=_people(shown),
        organisations=len(shown),
        counted=_people(count for count in shown if count.how == "counted"),
        estimated=_people(count for count in shown if count.how == "estimated"),
        left_out=sum(count.is_hidden for count in counts),
        unknown=sum(count.kind == "unknown" for count in counts),
        silent=len(profile.organisations) - len(counts),
    )


def _people(counts: Iterable[Count]) -> int:
    return sum(count.number or 0 for count in counts)


def exchange(profile: ProfileResults) -> Exchange:
    """Compare how many were referred and received, as far as it is known.

    Each organisation that is left out stands for 1 to 4 people; one that does not know, or says nothing, may stand for
    any number.
    """
    out, received = reach_sum(profile, REFERRED_OUT), reach_sum(profile, REFERRED_IN)
    if not all(each.organisations or each.left_out for each in (out, received)):
        return Exchange.UNCLEAR
    if _least(out) > _most(received):
        return Exchange.MORE_REFERRED
    if _least(received) > _most(out):
        return Exchange.MORE_RECEIVED
    return Exchange.EQUAL if out.is_whole and received.is_whole else Exchange.UNCLEAR


def _least(each: ReachSum) -> int:
    return each.total + each.left_out


def _most(each: ReachSum) -> float:
    return inf if each.unknown or each.silent else each.total + each.left_out * (SHOWN_FROM - 1)
