"""Networks to make editions of: each with averages of its own, and a round that closed on some day."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from reports.benchmark import Made, Member, NetworkRound, ThemeFigures, make_edition
from reports.results import Results
from tests.unit.reports.test_report_samples import results

CUT_OFF = date(2026, 7, 1)
NEXT = date(2027, 1, 1)
CLOSED = date(2026, 3, 13)

#: Eleven networks, 132 answers; by hand: quartiles 3.25, 3.6 and 3.95 of 3.0, 3.1, ... 4.2 without 3.7 and 4.1.
ELEVEN = ("3.0", "3.1", "3.2", "3.3", "3.4", "3.6", "3.8", "3.8", "3.9", "4.0", "4.2")


def number(value: int) -> UUID:
    return UUID(int=value)


def one(network: int, *written: str, round_number: int = 1, closed_on: date = CLOSED, **more: object) -> NetworkRound:
    """Return a network's round with these averages of its themes, named a, b, ...: ``one(3, "3.6 (12)")``."""
    values = {chr(ord("a") + place): (value,) for place, value in enumerate(written)}
    return of(network, results(values, closed_on=closed_on, **more), round_number)


def of(network: int, made: Results, round_number: int = 1) -> NetworkRound:
    return NetworkRound(Member(number(network), number(1000 * network + round_number)), made)


def many(values: Iterable[str] = ELEVEN, n: int = 12, *, first: int = 1) -> list[NetworkRound]:
    """Return as many networks as values, each with one theme."""
    return [one(network, f"{value} ({n})") for network, value in enumerate(values, first)]


def edition(rounds: Iterable[NetworkRound] | None = None, *, earlier: Sequence[Made] = (), at: date = CUT_OFF) -> Made:
    return make_edition(at, many() if rounds is None else rounds, earlier=earlier)


def figures(made: Made) -> ThemeFigures:
    """Return the figures of an edition of one theme."""
    (found,) = made.edition.themes
    return found


def grouped(network: int, library: str, other: str, plan: tuple[str, ...] = ("library", "welfare")) -> NetworkRound:
    values = {"a": ("3.5 (12)", library, other, "3.0 (5)")[: len(plan) + 1]}
    return of(network, results(values, plan=plan, closed_on=CLOSED))
