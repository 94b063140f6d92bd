"""One table of averages, total and reporting groups, under the publication rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reports.disclosure.coded import Coded, code_mean, total_from_parts
from reports.disclosure.grid import TENTHS
from reports.disclosure.policy import K
from reports.disclosure.rules import shown_groups


@dataclass(frozen=True, slots=True)
class Tally:
    """How many valid answers there are, and their sum."""

    n: int = 0
    total: Fraction = Fraction(0)

    @property
    def mean(self) -> Fraction:
        """The unrounded average; of nobody it does not exist (``ZeroDivisionError``)."""
        return self.total / self.n

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.n + other.n, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Printed:
    """An average as it is printed, with the number of valid answers beside it."""

    n: int
    coded: Coded


@dataclass(frozen=True, slots=True)
class AverageTable:
    """The printed total (``None``: too few answers) and the printed groups; a group that is not here is not shown."""

    total: Printed | None = None
    groups: Mapping[str, Printed] = field(default_factory=dict[str, Printed])


def average_table(groups: Mapping[str, Tally], extra: Tally, *, apart: bool = True) -> AverageTable:
    """Decide what of one table of averages is printed (R3, R4, R5).

    Parameters
    ----------
    groups
        Valid personal answers per reporting group, in plan order; groups without answers included.
    extra
        Valid answers that belong to no group: late, on paper, by open code. They never help to reach the minimum,
        and count only where no group is shown and the personal answers alone may be printed exactly.
    apart
        Whether groups may be shown at all.
    """
    shown = shown_groups({group: tally.n for group, tally in groups.items()}, K)
    if shown is None:
        return AverageTable()
    if not shown or not apart:
        return AverageTable(_total_alone(_sum(groups.values()), extra))
    parts = {group: _print(groups[group]) for group in shown}
    remainder = _sum(tally for group, tally in groups.items() if group not in shown)
    return AverageTable(_total_beside(parts, remainder, _sum(groups.values())), parts)


def _print(tally: Tally) -> Printed:
    return Printed(tally.n, code_mean(tally.mean, tally.n))


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _total_alone(personal: Tally, extra: Tally) -> Printed:
    """No group is shown: the personal answers alone are coded, and only an exact average takes the others in."""
    alone = _print(personal)
    if alone.coded.kind != "exact":
        return alone
    everyone = personal + extra
    return Printed(everyone.n, Coded("exact", TENTHS.half_up(everyone.mean)))


def _total_beside(shown: Mapping[str, Printed], remainder: Tally, personal: Tally) -> Printed:
    """Groups are shown: what is not shown is coded as if it were, and the total follows from all parts."""
    parts = [*shown.values(), *([_print(remainder)] if remainder.n else [])]
    total = code_mean(personal.mean, personal.n)
    return Printed(personal.n, total_from_parts([(part.n, part.coded) for part in parts], total, TENTHS))
