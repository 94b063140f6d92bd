"""One table of shares, total and reporting groups, under the publication rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from reports.disclosure.coded import Coded, code_share, total_from_parts
from reports.disclosure.grid import FIVES
from reports.disclosure.policy import K_ITEM
from reports.disclosure.rules import shown_groups

#: How many valid answers fall in each class; every answer is in one.
Counts = Mapping[str, int]

#: The coded share of each class.
Shares = Mapping[str, Coded]


@dataclass(frozen=True, slots=True)
class ShareTable:
    """The printed total (``None``: too few answers) and the printed groups; a group that is not here is not shown."""

    total: Shares | None = None
    groups: Mapping[str, Shares] = field(default_factory=dict[str, Shares])


def share_table(groups: Mapping[str, Counts], extra: Counts, *, apart: bool = True) -> ShareTable:
    """Decide what of one table of shares is printed (R3, R4, R5), for all its classes alike.

    Parameters
    ----------
    groups
        Counts of valid personal answers per reporting group, in plan order; groups without answers included.
    extra
        Counts of valid answers that belong to no group: late, on paper, by open code. They never help to reach the
        minimum, and count only where no group is shown and every class may be printed exactly without them.
    apart
        Whether groups may be shown at all.
    """
    shown = shown_groups({group: _size(counts) for group, counts in groups.items()}, K_ITEM)
    if shown is None:
        return ShareTable()
    personal = _sum(groups.values())
    if not shown or not apart:
        return ShareTable(_alone(personal, extra))
    remainder = _sum(counts for group, counts in groups.items() if group not in shown)
    parts = [groups[group] for group in shown] + ([remainder] if _size(remainder) else [])
    return ShareTable(_beside(parts, personal), {group: _code(groups[group]) for group in shown})


def _size(counts: Counts) -> int:
    return sum(counts.values())


def _sum(counted: Iterable[Counts]) -> dict[str, int]:
    total: dict[str, int] = {}
    for counts in counted:
        for name, count in counts.items():
            total[name] = total.get(name, 0) + count
    return total


def _code(counts: Counts) -> Shares:
    n = _size(counts)
    return {name: code_share(count, n) for name, count in counts.items()}


def _alone(personal: Counts, extra: Counts) -> Shares:
    """No group is shown: the personal answers alone are coded, and only exact shares take the others in."""
    alone = _code(personal)
    if any(coded.kind != "exact" for coded in alone.values()):
        return alone
    everyone = _sum([personal, extra])
    n = _size(everyone)
    return {name: Coded("exact", FIVES.half_up(Fraction(count, n))) for name, count in everyone.items()}


def _beside(parts: list[Counts], personal: Counts) -> Shares:
    """Groups are shown: what is not shown is coded as if it were, and the total follows from all parts."""
    coded = [(_size(part), _code(part)) for part in parts]
    return {
        name: total_from_parts([(n, shares[name]) for n, shares in coded], total, FIVES)
        for name, total in _code(personal).items()
    }
