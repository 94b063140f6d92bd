"""Which areas may be given on beside each other: so that no two reports differ by fewer than five networks."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from reports.regional.counting import MIN_TOGETHER


def given_on(networks: Sequence[Collection[str]]) -> frozenset[str]:
    """Return the areas of which a report may be given on, beside that of all networks.

    Parameters
    ----------
    networks
        Of each network the areas that it lies in, such as a province and a labour-market region.

    Notes
    -----
    Numbers of the areas that are told span the sets of networks that lie in the same ones. Where each such set has
    five networks at least, no difference of reports is about fewer: the proof of disclosure.md, section 3, with
    networks for people. Areas are taken by size, the largest first, and of as many by name: results play no part.

    Examples
    --------
    >>> sorted(given_on([{"PV23"}] * 6 + [{"PV26"}] * 5))
    ['PV23', 'PV26']
    >>> sorted(given_on([{"PV23"}] * 6 + [{"PV26"}] * 4))
    []
    """
    sizes = Counter(area for each in networks for area in set(each))
    told: list[str] = []
    for area in sorted(sizes, key=lambda area: (-sizes[area], area)):
        if _smallest(networks, [*told, area]) >= MIN_TOGETHER:
            told.append(area)
    return frozenset(told)


def _smallest(networks: Sequence[Collection[str]], told: Sequence[str]) -> int:
    """Return the size of the smallest set of networks that lie in the same of these areas."""
    alike: Mapping[tuple[bool, ...], int] = Counter(tuple(area in each for area in told) for each in networks)
    return min(alike.values())
