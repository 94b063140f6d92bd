"""Who does what, from the facts: a card per task with its status, and library and welfare side by side."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reports.profile.asked import LIBRARY, ROLES, WELFARE
from reports.profile.document import ProfileResults
from reports.profile.facts import Task

#: From this number of organisations on a task that one leads may be double, or has many hands.
MANY: Final = 3


class RoleStatus(StrEnum):
    """How a task is divided; the first that fits, in this order."""

    OPEN = "open"
    LEADERLESS = "leaderless"
    CONTESTED = "contested"
    DOUBLE = "double"
    CLEAR = "clear"
    #: Clear, with many organisations that do a task which is good to share.
    MANY_HANDS = "many_hands"
    #: Too few organisations answered to say it of the whole network.
    UNKNOWN = "unknown"


#: What is said of a task over many networks, of each only where enough organisations answered.
KNOWN: Final = tuple(status for status in RoleStatus if status is not RoleStatus.UNKNOWN)
#: A task in these is divided as clearly as it should be.
DIVIDED_CLEARLY: Final = (RoleStatus.CLEAR, RoleStatus.MANY_HANDS)
#: What there is to talk about, in this order.
TO_TALK_ABOUT: Final = (RoleStatus.OPEN, RoleStatus.LEADERLESS, RoleStatus.CONTESTED, RoleStatus.DOUBLE)
#: What nobody does or leads among the organisations that answered: another may.
OF_NOBODY: Final = (RoleStatus.OPEN, RoleStatus.LEADERLESS)
#: What there is to talk about whatever the organisations say that did not answer: they can only lead or do it too.
_CERTAIN: Final = (RoleStatus.CONTESTED, RoleStatus.DOUBLE)


class PairPicture(StrEnum):
    """What library and welfare have to say to each other about a task."""

    #: Both do it: talk about it.
    TALK = "talk"
    #: One of them leads: confirm it.
    CONFIRM = "confirm"
    #: Neither does it, and it is not divided clearly among the others: a chance.
    CHANCE = "chance"


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One task: who is in it, its status, and the organisations that lead it without doing it."""

    task: Task
    status: RoleStatus
    idle_leaders: tuple[str, ...]
    #: Absent when library or welfare did not answer, or when none of the pictures fits.
    pair: PairPicture | None


def role_cards(profile: ProfileResults) -> tuple[RoleCard, ...]:
    """Return a card per task, in questionnaire order; none when no organisation said what it does."""
    if not profile.answered(ROLES):
        return ()
    of_all = profile.speaks_for_all(ROLES)
    return tuple(
        RoleCard(task, status, _idle(task), _pair(task, status, *_library_and_welfare(profile)))
        for task in profile.tasks
        for status in [role_status(task, of_all=of_all)]
    )


def role_status(task: Task, *, of_all: bool = True) -> RoleStatus:
    """Name how a task is divided among those who answered; the first rule that fits.

    Nobody does it: open. Nobody leads: leaderless. Two or more lead: contested. One leads and three or more do it:
    double, or many hands when it is good to share this task. One leads: clear.

    Where too few answered (``of_all`` is not so), only what the others cannot change is named.
    """
    status = _among_those_who_answered(task)
    return status if of_all or status in _CERTAIN else RoleStatus.UNKNOWN


def _among_those_who_answered(task: Task) -> RoleStatus:
    if not task.doers:
        return RoleStatus.OPEN
    if not task.leaders:
        return RoleStatus.LEADERLESS
    if len(task.leaders) > 1:
        return RoleStatus.CONTESTED
    if len(task.doers) < MANY:
        return RoleStatus.CLEAR
    return RoleStatus.MANY_HANDS if task.shared else RoleStatus.DOUBLE


def _idle(task: Task) -> tuple[str, ...]:
    return tuple(leader for leader in task.leaders if leader not in task.doers)


def _library_and_welfare(profile: ProfileResults) -> tuple[frozenset[str], frozenset[str]]:
    answered = frozenset(profile.answered(ROLES))
    return profile.of_kind(LIBRARY) & answered, profile.of_kind(WELFARE) & answered


def _pair(
    task: Task, status: RoleStatus, library: Collection[str], welfare: Collection[str]
) -> PairPicture | None:  # fmt: skip
    if not library or not welfare:
        return None
    doing = [any(each in kind for each in task.doers) for kind in (library, welfare)]
    leading = [any(each in kind for each in task.leaders) for kind in (library, welfare)]
    if all(doing):
        return PairPicture.TALK
    if sum(leading) == 1:
        return PairPicture.CONFIRM
    return None if any(doing) or status not in TO_TALK_ABOUT else PairPicture.CHANCE
