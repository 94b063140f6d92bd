"""Answers of persons to the items of a theme -> a score per person, exactly."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.policy import HIGHEST, LOWEST

#: Answered nothing that counts: don't know, skipped, or not shown.
NO_NUMBER = 0

#: Beyond this the common denominator of the scores does not fit 64 bits.
MOST_ITEMS = 40


class InvalidAnswers(ValueError):
    """Answers that no questionnaire of ours can have produced: a fault before this point, not in the person."""


@dataclass(frozen=True, slots=True)
class ThemeScores:
    """One score per person: ``numerators / denominator`` where ``valid``; elsewhere the numerator is 0."""

    numerators: NDArray[np.int64]
    valid: NDArray[np.bool_]
    denominator: int

    def tally(self, persons: NDArray[np.bool_]) -> tuple[int, Fraction]:
        """Return how many of ``persons`` (a mask) have a valid score, and the exact sum of those scores."""
        chosen = self.numerators[persons & self.valid]
        # Python's integers: with many items and persons the sum of numerators outgrows 64 bits.
        return len(chosen), Fraction(sum(chosen.tolist()), self.denominator)


def required_answers(items: int) -> int:
    """Return how many of a theme's items a person must have answered for a score: ``ceil(2J / 3)``.

    Two thirds rather than the customary half: the items of a theme differ in difficulty, and "don't know" is
    systematic, because people skip what they cannot see.

    Examples
    --------
    >>> [required_answers(items) for items in range(3, 8)]
    [2, 3, 4, 4, 5]
    """
    return -(-2 * items // 3)


def score_theme(answers: NDArray[np.int8], is_reversed: NDArray[np.bool_]) -> ThemeScores:
    """Score every person on one theme: the mean of the answered items, reversed items recoded ``6 - x``.

    ``score_i = sum_j x_ij / a_i`` over the ``a_i`` answered of ``J`` items, as an integer over the common denominator
    ``lcm(1..J)``: averages of scores are exact, and rounding happens once, on paper.

    Parameters
    ----------
    answers : persons by items
        1 to 5, or 0 for no number. No persons is fine.
    is_reversed : one flag per item
        Agreeing with it is unfavourable.

    Returns
    -------
    Valid scores where ``a_i >= ceil(2J / 3)``. Missing answers are left out of the mean, never replaced.

    Raises
    ------
    InvalidAnswers
        When a value is not 0 to 5, the shapes do not fit, or there are not 1 to 40 items.

    Notes
    -----
    Source: the project's statistics, section A1. Each person weighs the same, however many items were answered.

    Examples
    --------
    One who agrees everywhere (4), with one of five items reversed, scores 3.6; one with three answers has no score.

    >>> scores = score_theme(np.array([[4, 4, 4, 4, 4], [5, 5, 5, 0, 0]], np.int8), np.array([0, 0, 0, 0, 1], bool))
    >>> [Fraction(int(number), scores.denominator) for number in scores.numerators], scores.valid.tolist()
    ([Fraction(18, 5), Fraction(0, 1)], [True, False])
    """
    check_theme(answers, is_reversed)
    answered, sums = add_up(answers.T, is_reversed)
    worth, valid = worth_of_a_point(len(is_reversed)), answered >= required_answers(len(is_reversed))
    return ThemeScores(sums * worth[answered], valid, common_denominator(len(is_reversed)))


def add_up(
    items: Iterable[NDArray[np.integer]], is_reversed: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return per person how many items were answered, and the sum of those answers, reversed items recoded.

    ``items`` are the checked answers, one array per item. One byte holds both: 5 points for each of 40 items is 200.
    """
    columns = [item.astype(np.uint8) for item in items]
    answered, sums = np.zeros((2, len(columns[0])), np.uint8)
    for column, flipped in zip(columns, is_reversed, strict=True):
        given = (column != NO_NUMBER).view(np.uint8)
        answered += given
        sums += given * (LOWEST + HIGHEST) - column if flipped else column
    return answered, sums


def common_denominator(items: int) -> int:
    """Return the denominator that fits the mean of any number of answers: ``lcm(1..J)``."""
    return lcm(*range(1, items + 1))


def worth_of_a_point(items: int) -> NDArray[np.int64]:
    """Return what a point adds to a numerator, by the number of answered items: nothing below two thirds.

    Examples
    --------
    >>> worth_of_a_point(3).tolist()
    [0, 0, 3, 2]
    """
    required, denominator = required_answers(items), common_denominator(items)
    return np.array([denominator // answered if answered >= required else 0 for answered in range(items + 1)])


def check_theme(answers: NDArray[np.integer], is_reversed: NDArray[np.bool_]) -> None:
    """Refuse answers that are not persons by 1 to 40 items on the scale, or flags that do not fit them."""
    check_answers(answers)
    if not 1 <= answers.shape[1] <= MOST_ITEMS:
        raise InvalidAnswers(f"A theme has 1 to {MOST_ITEMS} items; got {answers.shape[1]}.")
    if is_reversed.dtype != np.bool_ or is_reversed.shape != answers.shape[1:]:
        raise InvalidAnswers(f"One reversed flag per item: {answers.shape[1]} items, flags {is_reversed.shape}.")


def check_answers(answers: NDArray[np.integer]) -> None:
    """Refuse what is not persons by items, in whole numbers from 0 to 5."""
    if answers.ndim != 2 or not np.issubdtype(answers.dtype, np.integer):
        raise InvalidAnswers(f"Answers must be whole numbers, persons by items; got {answers.dtype} {answers.shape}.")
    if answers.size and not (answers.min() >= NO_NUMBER and answers.max() <= HIGHEST):
        raise InvalidAnswers(f"Answers run from 0 (none) to 5; found {answers.min()} to {answers.max()}.")
