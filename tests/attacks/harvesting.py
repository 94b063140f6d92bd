"""What a channel is, and what an attacker looks for in the text that was taken from it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from tests.attacks.closed_round import Attacked
from tests.attacks.rebuilding import Said
from tests.pages import Page

LANGUAGES: Final = ("nl", "en")

#: A time of the day, which at night looks like a share or an average; no published number has two digits before.
TIME = re.compile(r"(?<![\w.,:-])(?:[01]\d|2[0-3])\.[0-5]\d(?![\w:]|[.,]\d)")
#: Something that can be an average: a number with decimals that stands by itself, in Dutch or in English.
DECIMAL = re.compile(r"(?<![\w.,:-])(\d+[.,]\d+)(?![\w:]|[.,]\d)")
PERCENT = re.compile(r"(?<![\w.,:-])(\d+(?:[.,]\d+)?)\s?%")

#: A number of people that others are counted among, or that an average is of; not of pages, and not of days: at the
#: foot of every page of a report stands which edition it is ("editie 1 van 27 november").
DENOMINATOR = re.compile(
    r"(?<!pagina )(?<!page )(?<!editie )(?<!edition )"
    r"\b\d+ (?:van de|van|uit|of the|of|out of|from) (\d+)\b|\bn ?= ?(\d+)"
)


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out, and how to read everything on it."""

    name: str
    harvest: Callable[[Attacked], str]
    #: Who can open it; who looks after a network has the link to its report as well.
    roles: tuple[str, ...] = ("participant", "coordinator", "adviser")
    #: Whether this channel shows averages and shares at all; one that does must be seen to.
    has_averages: bool = True
    has_shares: bool = False
    #: Whether it tells of all networks that there are, beside the one attacked.
    of_many: bool = False
    #: Whether it tells differences of averages in numbers, with their margins.
    has_differences: bool = False
    #: How to put statements together again that stand on it.
    rebuild: Callable[[Attacked], set[Said]] | None = None


def averages(text: str) -> set[Decimal]:
    """Return every number in a text that can be an average on the scale from 1 to 5, in the precision it has."""
    return {number for each in decimals(text) if 1 <= (number := Decimal(each)) <= 5}


def decimals(text: str) -> set[str]:
    """Return every number with decimals, as it stands there but for a comma."""
    return {number.replace(",", ".") for number in DECIMAL.findall(TIME.sub("", text))}


def shares(text: str) -> set[str]:
    """Return every number in a text that can be a part of people or answers, as a part of 1 in the precision it has."""
    percents = {str(Decimal(number.replace(",", ".")).scaleb(-2)) for number in PERCENT.findall(text)}
    return {number for number in decimals(text) if Decimal(number) < 1} | percents


def denominators(text: str) -> set[int]:
    """Return every number of people that a text counts others among."""
    return {int(number) for found in DENOMINATOR.findall(text) for number in found if number}


def everything_on(page: Page) -> str:
    """Return every text and every attribute of a page's main part."""
    main = page.one("main")
    return "\n".join([*main.itertext(), *(value for each in main.iter() for value in said_by_attributes(each))])


def said_by_attributes(element: Any) -> Iterator[str]:
    drawn = ("d", "viewBox", "points", "x", "y", "cx", "cy", "r", "rx", "width", "height")  # of our own marks
    return (value for name, value in element.items() if name not in drawn)
