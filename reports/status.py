"""A theme's status and an item's agreement in a word: functions of what is printed, and of nothing else."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.results import Cell, Results


class ItemWord(StrEnum):
    """How people agree on an item."""

    MOSTLY_AGREE = "mostly_agree"
    MOSTLY_DISAGREE = "mostly_disagree"
    DIVIDED = "divided"
    MIXED = "mixed"
    #: The shares are printed as ranges that leave the word open.
    UNSURE = "unsure"
    NOT_SHOWN = "not_shown"


class StatusName(StrEnum):
    """What a theme's status can be."""

    TOO_FEW = "too_few"
    UNKNOWN = "unknown"
    DIVIDED = "divided"
    ATTENTION = "attention"
    ON_THE_WAY = "on_the_way"
    STRONG = "strong"


#: From these shares of the answers on, people mostly agree or disagree; and are divided, when both sides have it.
MOST: Final = Decimal("0.70")
EACH_SIDE: Final = Decimal("0.30")
#: From how many divided items on a theme is.
DIVIDED_ITEMS: Final = 2

#: The lowest average of each status; a tenth below the next one it ends.
_FROM: Final = {
    StatusName.ATTENTION: Decimal("1.0"),
    StatusName.ON_THE_WAY: Decimal("3.0"),
    StatusName.STRONG: Decimal("4.0"),
}
_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Status:
    """A theme's status: one name, or several when a coded average spans them ("op weg of sterk")."""

    theme: str
    names: tuple[StatusName, ...]


def theme_status(results: Results, theme: str) -> Status:
    """Say a theme's status; the first that holds: too few, unknown, divided, and then by the average.

    Parameters
    ----------
    results
        Published results, and so never answers.
    theme
        A theme with an average.

    Raises
    ------
    KeyError
        When these results hold no average of such a theme, not even a withheld one.

    Notes
    -----
    Source: the disclosure rules, section 2, "Theme status".
    """
    average = results.cell("theme_mean", theme)
    if not average.shown:
        return Status(theme, (StatusName.TOO_FEW,))
    if _is_unknown(results, theme):
        return Status(theme, (StatusName.UNKNOWN,))
    if is_divided(results, theme):
        return Status(theme, (StatusName.DIVIDED,))
    return Status(theme, _by_average(average))


def _is_unknown(results: Results, theme: str) -> bool:
    """Whether many do not know; of results that hold no such cell nobody can tell."""
    told = results.found("dont_know", theme)
    return told is not None and told.kind == "at_least"


def is_divided(results: Results, theme: str) -> bool:
    """Whether two or more items of a theme are divided for certain."""
    made = results.theme(theme)
    words = [item_word(results, item) for item, _ in made.items] if made else []
    return words.count(ItemWord.DIVIDED) >= DIVIDED_ITEMS


def item_word(results: Results, item: str) -> ItemWord:
    """Say how people agree on an item, from its published shares of the total.

    Source: the project's statistics, section A3. It describes the bars that are shown; it is no test.
    """
    shares = results.shares(item)
    if not shares:
        return ItemWord.NOT_SHOWN
    agree, disagree = shares["agree"], shares["disagree"]
    both = _and(_reaches(agree, EACH_SIDE), _reaches(disagree, EACH_SIDE))
    said = {
        ItemWord.MOSTLY_AGREE: _reaches(agree, MOST),
        ItemWord.MOSTLY_DISAGREE: _reaches(disagree, MOST),
        ItemWord.DIVIDED: both,
    }
    certain = next((word for word, holds in said.items() if holds), None)
    if certain:
        return certain
    return ItemWord.UNSURE if None in said.values() else ItemWord.MIXED


def _reaches(share: Cell, limit: Decimal) -> bool | None:
    """Whether a share is at least ``limit``; ``None`` when what is printed leaves that open."""
    low = Decimal(0) if share.low is None else share.low
    high = Decimal(1) if share.high is None else share.high
    if low >= limit:
        return True
    return False if high < limit else None


def _and(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _by_average(average: Cell) -> tuple[StatusName, ...]:
    low = Decimal(LOWEST) if average.low is None else average.low
    high = Decimal(HIGHEST) if average.high is None else average.high
    ends = [*list(_FROM.values())[1:], HIGHEST + _TENTH]
    return tuple(name for (name, start), end in zip(_FROM.items(), ends, strict=True) if low < end and high >= start)
