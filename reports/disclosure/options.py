"""The attacker on a question outside the themes: shares of options or classes, in total only (R15)."""

from collections.abc import Mapping, Sequence

from reports.disclosure.coded import Coded
from reports.disclosure.inference import SHARES, Bounds


def determined(printed: Mapping[str, Coded], counts: Mapping[str, int], extra: Mapping[str, int]) -> bool:
    """Whether somebody's answer follows from the printed shares, without or with one participant's own answer.

    Parameters
    ----------
    printed
        The coded share of each class; of a question with two classes perhaps only one.
    counts
        The valid personal answers per class, all classes; the attacker uses their number, and what participants chose.
    extra
        The valid answers outside the groups, which the attacker knows.
    """
    joined = all(coded.kind == "exact" for coded in printed.values())
    outside = extra if joined else dict.fromkeys(counts, 0)
    n, known = sum(counts.values()), sum(outside.values())
    bounds = {name: _minus(SHARES.bounds(coded, n + known, 1), outside[name]) for name, coded in printed.items()}
    classes = [bounds.get(name, (0, n)) for name in counts]
    if n and len(_possible(n, classes)) < 2:
        return True
    places = [place for place, count in enumerate(counts.values()) if count]
    return n > 1 and any(len(_possible(n - 1, _without(classes, place))) < 2 for place in places)


def _minus(bounds: Bounds, known: int) -> Bounds:
    return bounds[0] - known, bounds[1] - known


def _without(classes: Sequence[Bounds], place: int) -> list[Bounds]:
    return [(low - (at == place), high - (at == place)) for at, (low, high) in enumerate(classes)]


def _possible(n: int, classes: Sequence[Bounds]) -> list[int]:
    """Return the places of the classes that one of ``n`` people can be in."""
    return [place for place in range(len(classes)) if _fits(n - 1, _without(classes, place))]


def _fits(n: int, classes: Sequence[Bounds]) -> bool:
    held = all(high >= max(low, 0) for low, high in classes)
    return held and sum(max(low, 0) for low, _ in classes) <= n <= sum(high for _, high in classes)
