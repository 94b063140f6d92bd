"""The relation map: ties, and what may be said of the network as a whole when some did not answer."""

from dataclasses import dataclass
from fractions import Fraction
from math import isnan
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from reports.profile.asked import LIBRARY, RELATIONS, WELFARE
from reports.profile.chances import Chance, chances
from reports.profile.document import ENOUGH, ProfileResults
from reports.profile.ties import MONTHLY, Referral, Tie, isolates, referrals, strength, ties

#: Row reports contact with column.
Ties = NDArray[np.bool_]
#: A measure of a whole network, by its name in ``reports.statistics``.
Measure = Literal["density", "reciprocity", "degree_centralisation"]

#: Missing rows make a network look thinner and flatter than it is, centralisation most of all: it needs more of the
#: organisations than ``ENOUGH`` (the project's domain notes, 3.5).
ENOUGH_FOR_CENTRALISATION: Final = Fraction(8, 10)


@dataclass(frozen=True, slots=True)
class LibraryWelfare:
    """The ties between libraries and welfare organisations.

    ``reciprocity``: the part of their reports of each other that is answered by a report from the other side.
    ``all_answered``, ``any_answered``: whether all of them filled this in, or any; while some did not, there may be
    ties that nobody named.
    """

    all_answered: bool
    any_answered: bool
    ties: int
    confirmed: int
    reciprocity: float | None


@dataclass(frozen=True, slots=True)
class RelationMap:
    """What the organisations report of their contacts.

    ``silent`` did not answer this part and stay on the map as open circles. ``density`` (contact every month or more
    often), ``reciprocity`` (any contact) and ``centralisation`` (as density, whoever reports it) are among those who
    answered, and absent when too few did or when there is nothing to divide by.
    """

    organisations: tuple[str, ...]
    silent: tuple[str, ...]
    ties: tuple[Tie, ...]
    referrals: tuple[Referral, ...]
    isolates: tuple[str, ...]
    chances: tuple[Chance, ...]
    density: float | None
    reciprocity: float | None
    centralisation: float | None
    library_welfare: LibraryWelfare


def relation_map(profile: ProfileResults) -> RelationMap | None:
    """Draw up the relation map; ``None`` when the round did not ask for it."""
    if RELATIONS not in profile.blocks:
        return None
    organisations, answered = tuple(each.id for each in profile.organisations), profile.answered(RELATIONS)
    monthly = _reported(profile, MONTHLY)
    return RelationMap(
        organisations=organisations,
        silent=tuple(each for each in organisations if each not in answered),
        ties=ties(profile),
        referrals=referrals(profile),
        isolates=isolates(profile),
        chances=chances(profile),
        density=_measured(profile, "density", monthly, ENOUGH),
        reciprocity=_measured(profile, "reciprocity", _reported(profile), ENOUGH),
        centralisation=_measured(profile, "degree_centralisation", monthly | monthly.T, ENOUGH_FOR_CENTRALISATION),
        library_welfare=_library_welfare(profile),
    )


def _reported(profile: ProfileResults, least: int = 0) -> Ties:
    """Return who among those who answered reports contact of at least this strength with whom."""
    place = {each: number for number, each in enumerate(profile.answered(RELATIONS))}
    reported = np.zeros((len(place), len(place)), dtype=np.bool_)
    for contact in profile.contacts:
        if contact.about in place and strength(contact) >= least:
            reported[place[contact.by], place[contact.about]] = True
    return reported


def _measured(profile: ProfileResults, measure: Measure, reported: Ties, least: Fraction) -> float | None:
    """Return a measure among those who answered, when they are enough of the network, and enough to have it."""
    if len(reported) < least * len(profile.organisations):
        return None
    from reports import statistics  # it brings SciPy and pandas, which reading a stored profile does without

    measures = {
        "density": statistics.density,
        "reciprocity": statistics.reciprocity,
        "degree_centralisation": statistics.degree_centralisation,
    }
    try:
        value = measures[measure](reported)
    except statistics.StatisticsError:
        return None
    return None if isnan(value) else value


def _library_welfare(profile: ProfileResults) -> LibraryWelfare:
    kinds = profile.of_kind(LIBRARY), profile.of_kind(WELFARE)
    between = [tie for tie in ties(profile) if _across(tie.first, tie.second, *kinds)]
    answered = profile.answered(RELATIONS)
    across = np.array([[_across(row, column, *kinds) for column in answered] for row in answered], dtype=np.bool_)
    reported = _reported(profile)
    return LibraryWelfare(
        all_answered=kinds[0] | kinds[1] <= set(answered),
        any_answered=bool((kinds[0] | kinds[1]) & set(answered)),
        ties=len(between),
        confirmed=sum(tie.confirmed for tie in between),
        reciprocity=_measured(profile, "reciprocity", reported & across.reshape(reported.shape), ENOUGH),
    )


def _across(one: str, other: str, library: frozenset[str], welfare: frozenset[str]) -> bool:
    return (one in library and other in welfare) or (one in welfare and other in library)
