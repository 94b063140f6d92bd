"""Coefficient omega, from a factor analysis with one factor by maximum likelihood."""

from typing import cast

import numpy as np
from numpy.typing import ArrayLike

from reports.statistics.arrays import Floats, complete_rows
from reports.statistics.errors import NoSpread, TooFew
from reports.statistics.quantiles import optimize

#: No item is without error: below this the likelihood runs off to an item that is the factor itself.
_SMALLEST_UNIQUENESS = 0.005
#: Eigenvalues of a correlation matrix below this are what rounding leaves of zero.
_ROUNDING = 1e-10


def mcdonald_omega(items: ArrayLike) -> float:
    """Return coefficient omega (total) of one factor.

    ``omega = (sum l)^2 / ((sum l)^2 + sum psi)`` with the loadings l and the uniquenesses psi of a one-factor model
    of the standardised items, fitted by maximum likelihood.

    Parameters
    ----------
    items : persons by items
        Any numbers; reversed items already recoded. Persons with a missing answer (NaN) are left out.

    Raises
    ------
    TooFew
        With fewer than three items (the model is not identified) or fewer than two complete persons.
    NoSpread
        When an item is constant, or the items depend on each other exactly: always so when there are no more
        complete persons than items.

    Notes
    -----
    Source: McDonald 1999; Jöreskog 1967 for the fit. Uniquenesses are kept at 0.005 or more, as is usual. It says
    nothing about whether one factor fits.

    Examples
    --------
    >>> answers = [[4, 5, 4], [2, 2, 3], [5, 4, 5], [3, 3, 1], [4, 3, 4], [1, 2, 2]]
    >>> round(mcdonald_omega(answers), 2)
    0.88
    """
    loadings, uniquenesses = _one_factor(_correlation(complete_rows(items)))
    common = float(loadings.sum()) ** 2
    return common / (common + float(uniquenesses.sum()))


def _correlation(answers: Floats) -> Floats:
    if answers.shape[1] < 3:
        raise TooFew(f"One factor needs 3 items; got {answers.shape[1]}.")
    if constant := np.flatnonzero(np.ptp(answers, axis=0) == 0).tolist():
        raise NoSpread(f"Everybody gave the same answer to item {constant[0] + 1}.")
    centred = answers - answers.mean(axis=0)
    standardised = centred / np.sqrt(np.square(centred).sum(axis=0))
    correlation = standardised.T @ standardised
    if np.linalg.eigvalsh(correlation)[0] < _ROUNDING:
        raise NoSpread(f"{len(answers)} complete persons: an item follows exactly from the others.")
    return correlation


def _one_factor(correlation: Floats) -> tuple[Floats, Floats]:
    """Return loadings and uniquenesses: the likelihood as a function of the uniquenesses alone is minimised."""
    size = len(correlation)
    start = np.maximum((1 - 0.5 / size) / np.diag(np.linalg.inv(correlation)), _SMALLEST_UNIQUENESS)
    fit = optimize().minimize(
        _misfit,
        start,
        args=(correlation,),
        jac=True,
        method="SLSQP",
        bounds=[(_SMALLEST_UNIQUENESS, 1.0)] * size,
        options={"ftol": 1e-14, "maxiter": 1000},
    )
    uniquenesses = cast(Floats, fit.x)
    return _loadings(uniquenesses, correlation), uniquenesses


def _loadings(uniquenesses: Floats, correlation: Floats) -> Floats:
    """Return the best loadings at these uniquenesses: along the first axis of the scaled correlations."""
    scale = np.sqrt(uniquenesses)
    sizes, axes = np.linalg.eigh(correlation / np.outer(scale, scale))
    return scale * axes[:, -1] * np.sqrt(max(sizes[-1] - 1, 0))


def _misfit(uniquenesses: Floats, correlation: Floats) -> tuple[float, Floats]:
    """Return minus twice the log-likelihood per person, up to a constant, and its gradient."""
    scale = np.sqrt(uniquenesses)
    left_over = np.linalg.eigvalsh(correlation / np.outer(scale, scale))[:-1]
    loadings = _loadings(uniquenesses, correlation)
    residual = np.square(loadings) + uniquenesses - np.diag(correlation)
    return float((left_over - np.log(left_over) - 1).sum()), residual / np.square(uniquenesses)
