"""For which round a form is printed, as far as that is known."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class ReturnTo:
    """Who takes in what was filled in: a name, and the lines of an address."""

    name: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: an adviser of a support organisation, and the network's coordinator where there is one."""

    adviser: str
    support: str
    coordinator: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of the round; without a round, a form has room to write it."""

    network: str | None = None
    round_number: int | None = None
    #: The last day on which answers can be typed over.
    closes_on: date | None = None
    asked_by: Asker | None = None
    return_to: ReturnTo | None = None


#: A form for whatever round.
ANY_OCCASION: Final = Occasion()
