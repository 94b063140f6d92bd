"""Answers of many rounds at once -> per round the exact average of a theme and its margin, without a loop over rounds.

For studies over all networks and for checking old results again; a round that closes has reports/publish.py. Nothing
here is fit to print: the publication rules have not been applied.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.policy import HIGHEST, LOWEST, K
from reports.margins import reach_in_tenths
from reports.scoring import (
    NO_NUMBER,
    InvalidAnswers,
    add_up,
    check_theme,
    common_denominator,
    required_answers,
    worth_of_a_point,
)

#: Integers of 64 bits where the sums surely fit, else Python's own, slower and without a limit.
Integers = NDArray[Any]

#: Rounding to tenths handles numbers up to so many times the denominator per valid score: ``20 * 5 + 1``.
_HEADROOM = 20 * HIGHEST + 1


@dataclass(frozen=True, slots=True)
class Rounds:
    """The round of each person, as a number from 0; a round may be without persons."""

    of_person: NDArray[np.int64]
    number: int

    def __post_init__(self) -> None:
        if self.of_person.ndim != 1 or not np.issubdtype(self.of_person.dtype, np.integer):
            raise InvalidAnswers("The round of each person must be one whole number.")
        if self.of_person.size and not (self.of_person.min() >= 0 and self.of_person.max() < self.number):
            raise InvalidAnswers(f"Rounds are numbered 0 to {self.number - 1}.")


@dataclass(frozen=True, slots=True)
class RoundAverages:
    """One theme, one entry per round: ``n`` valid scores, whose sum is ``numerators / denominator``."""

    n: NDArray[np.int64]
    numerators: Integers
    denominator: int

    def mean(self, number: int) -> Fraction:
        """Return the unrounded average of a round; of nobody it does not exist (``ZeroDivisionError``)."""
        return Fraction(int(self.numerators[number]), self.denominator * int(self.n[number]))

    def tenths(self) -> NDArray[np.int64]:
        """Return the averages in tenths, half a tenth upwards (39 is 3.9); 0 for a round without valid scores."""
        whole = np.maximum(self.n, 1).astype(self.numerators.dtype) * self.denominator
        return ((20 * self.numerators + whole) // (2 * whole)).astype(np.int64)

    def margins(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the lower and upper ends around the rounded averages, in tenths.

        The margin that :func:`reports.margins.mean_margin` gives an average that is printed exactly (whether it may
        be is not judged here); 0 for a round with fewer than five valid scores, whose average nobody gets to see (R3).
        """
        tenths, reach = self.tenths(), reach_in_tenths(self.n)
        low, high = np.maximum(tenths - reach, 10 * LOWEST), np.minimum(tenths + reach, 10 * HIGHEST)
        return np.where(self.n >= K, low, NO_NUMBER), np.where(self.n >= K, high, NO_NUMBER)


def average_theme(answers: NDArray[np.int8], is_reversed: NDArray[np.bool_], rounds: Rounds) -> RoundAverages:
    """Average the scores of :func:`reports.scoring.score_theme` in each round, exactly.

    Persons of a round who answered equally many items share a denominator, so their answers are added first, and
    each such sum is brought to the common denominator ``lcm(1..J)`` once.

    Parameters
    ----------
    answers : persons by items
        1 to 5, or 0 for no number.
    is_reversed : one flag per item
        Agreeing with it is unfavourable.
    rounds
        The round of each person.

    Returns
    -------
    Persons with fewer than ``ceil(2J / 3)`` answers are not counted. A round without valid scores has ``n`` 0.

    Raises
    ------
    InvalidAnswers
        As ``score_theme``, and when the rounds are not of these persons.

    Notes
    -----
    Source: the project's statistics, sections A1 and E. No float can round: the sums of answers are whole numbers
    below 2^53. Sums of numerators outgrow 64 bits with many items (in a round of a million persons from 29 items, in
    one of 18 persons at 40), and are then kept as Python's integers.

    Examples
    --------
    Two persons in round 0, one of whom skipped an item; nobody in round 1; nobody with enough answers in round 2.

    >>> answers = np.array([[4, 4, 5], [3, 4, 0], [5, 0, 0]], np.int8)
    >>> averages = average_theme(answers, np.zeros(3, bool), Rounds(np.array([0, 0, 2]), 3))
    >>> averages.n.tolist(), averages.mean(0), averages.tenths().tolist()
    ([2, 0, 0], Fraction(47, 12), [39, 0, 0])
    """
    check_theme(answers, is_reversed)
    if len(answers) != len(rounds.of_person):
        raise InvalidAnswers(f"One round per person: {len(answers)} persons, {len(rounds.of_person)} rounds.")
    items = len(is_reversed)
    persons, points = _by_round_and_answered(*add_up(answers.T, is_reversed), rounds, items + 1)
    n, denominator = persons[:, required_answers(items) :].sum(axis=1), common_denominator(items)
    fits = _HEADROOM * int(n.max(initial=0)) * denominator <= np.iinfo(np.int64).max
    kind: type[Any] = np.int64 if fits else object
    return RoundAverages(n, points.astype(kind) @ worth_of_a_point(items).astype(kind), denominator)


def _by_round_and_answered(
    answered: NDArray[np.uint8], sums: NDArray[np.uint8], rounds: Rounds, width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many persons there are, and the sum of their answers, per round and number of answered items."""
    cells = rounds.of_person.astype(np.int64) * width + answered
    persons = np.bincount(cells, minlength=rounds.number * width)
    points = np.bincount(cells, weights=sums, minlength=rounds.number * width).astype(np.int64)
    return persons.reshape(-1, width), points.reshape(-1, width)
