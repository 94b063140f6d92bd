"""How far a statistic could move with other networks: draw whole networks, with their respondents, again and again."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reports.statistics import NoSpread, StatisticsError

RESAMPLES: Final = 400

#: Any will do; a fixed one gives the same interval twice.
_SEED: Final = 2

#: The rows of each network.
Clusters = list[NDArray[np.intp]]


def clusters_of(networks: Sequence[Hashable]) -> Clusters:
    """Return the rows of each network, in the order in which the networks appear."""
    rows: dict[Hashable, list[int]] = {}
    for row, network in enumerate(networks):
        rows.setdefault(network, []).append(row)
    return [np.array(each, dtype=np.intp) for each in rows.values()]


def resampled_interval(
    statistic: Callable[[NDArray[np.float64]], float], table: NDArray[np.float64], clusters: Clusters
) -> tuple[float, float]:
    """Return the middle 95% of the statistic over 400 draws of as many networks, with replacement.

    Parameters
    ----------
    statistic
        Of a table of persons by items. A draw that does not define it is left out.
    table : persons by items
    clusters
        Which rows belong together.

    Raises
    ------
    NoSpread
        When no draw defines the statistic.

    Notes
    -----
    Source: Davison & Hinkley 1997, section 3.8; Kelley & Pornprasertmanit 2016 for omega by resampling. With ten
    networks it is somewhat too narrow.
    """
    generator = np.random.default_rng(_SEED)
    found: list[float] = []
    for _ in range(RESAMPLES):
        drawn: list[int] = generator.integers(0, len(clusters), len(clusters)).tolist()
        try:
            found.append(statistic(table[np.concatenate([clusters[each] for each in drawn])]))
        except StatisticsError:
            continue
    if not found:
        raise NoSpread("Not one draw of networks defines the statistic.")
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)
