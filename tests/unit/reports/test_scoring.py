"""Scores per person: domain examples, the two-thirds rule, exactness, and faulty input."""

import time
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reports.scoring import InvalidAnswers, ThemeScores, required_answers, score_theme


def plain(items: int) -> np.ndarray:
    return np.zeros(items, dtype=bool)


def as_fractions(scores: ThemeScores) -> list[Fraction | None]:
    pairs = zip(scores.numerators, scores.valid, strict=True)
    return [Fraction(int(number), scores.denominator) if valid else None for number, valid in pairs]


def by_hand(answers: np.ndarray, flags: np.ndarray) -> list[Fraction | None]:
    scores: list[Fraction | None] = []
    for row in answers.tolist():
        given_answers = [6 - x if flag else x for x, flag in zip(row, flags.tolist(), strict=True) if x]
        enough = 3 * len(given_answers) >= 2 * len(row)
        scores.append(Fraction(sum(given_answers), len(given_answers)) if enough else None)
    return scores


@pytest.mark.parametrize(("items", "required"), [(3, 2), (4, 3), (5, 4), (6, 4), (7, 5)])
def test_two_thirds_of_the_items_must_be_answered(items, required):
    assert required_answers(items) == required
    rows = np.zeros((2, items), np.int8)
    rows[0, :required] = 3
    rows[1, : required - 1] = 3
    assert score_theme(rows, plain(items)).valid.tolist() == [True, False]


@pytest.mark.parametrize(("reversed_items", "score"), [(2, Fraction(18, 5)), (0, Fraction(4))])
def test_agreeing_everywhere(reversed_items, score):
    """domain.md 4.15, test 6: 'eens' everywhere gives 3.6 with one item in five reversed, else 4.0."""
    flags = np.arange(10) < reversed_items
    assert as_fractions(score_theme(np.full((1, 10), 4, np.int8), flags)) == [score]


def test_missing_answers_are_left_out_and_never_replaced():
    rows = np.array([[5, 5, 0], [5, 0, 0], [0, 0, 0], [1, 2, 4]], np.int8)
    assert as_fractions(score_theme(rows, plain(3))) == [Fraction(5), None, None, Fraction(7, 3)]


def test_a_missing_answer_to_a_reversed_item_is_not_recoded():
    assert as_fractions(score_theme(np.array([[4, 4, 0]], np.int8), np.array([False, False, True]))) == [Fraction(4)]


def test_nobody_answered():
    scores = score_theme(np.zeros((0, 4), np.int8), plain(4))
    assert as_fractions(scores) == []
    assert scores.tally(np.zeros(0, dtype=bool)) == (0, Fraction(0))


def test_a_tally_counts_valid_scores_of_the_chosen_persons_only():
    scores = score_theme(np.array([[1, 2, 4], [5, 0, 0], [3, 3, 0], [5, 5, 5]], np.int8), plain(3))
    assert scores.tally(np.array([True, True, True, False])) == (2, Fraction(7, 3) + 3)


@given(st.data())
def test_equals_the_definition(data):
    items = data.draw(st.integers(1, 8))
    answers = data.draw(arrays(np.int8, (data.draw(st.integers(0, 12)), items), elements=st.integers(0, 5)))
    flags = data.draw(arrays(np.bool_, items))
    scores = score_theme(answers, flags)
    assert as_fractions(scores) == by_hand(answers, flags)
    assert not scores.numerators[~scores.valid].any()


@pytest.mark.parametrize(
    ("answers", "flags", "message"),
    [
        (np.array([[1, 6, 3]], np.int8), plain(3), "found 1 to 6"),
        (np.array([[1, -1, 3]], np.int8), plain(3), "found -1 to 3"),
        (np.array([1, 2, 3], np.int8), plain(3), "persons by items"),
        (np.array([[1.0, 2.5, 3.0]]), plain(3), "float64"),
        (np.zeros((2, 0), np.int8), plain(0), "1 to 40 items"),
        (np.zeros((2, 41), np.int8), plain(41), "1 to 40 items"),
        (np.array([[1, 2, 3]], np.int8), plain(2), "3 items"),
        (np.array([[1, 2, 3]], np.int8), np.array([0, 1, 0]), "reversed flag"),
    ],
)
def test_faulty_input_is_named(answers, flags, message):
    with pytest.raises(InvalidAnswers, match=message):
        score_theme(answers, flags)


def test_the_largest_theme_stays_exact():
    """lcm(1..40) times 5 fits 64 bits, but the sum over persons does not: the tally must not overflow."""
    answers = np.full((2000, 40), 5, np.int8)
    answers[:, 27:] = 0
    scores = score_theme(answers, plain(40))
    assert scores.tally(np.ones(2000, dtype=bool)) == (2000, Fraction(10_000))


def test_fast_enough_for_everything_ever():
    """52,500 persons x 40 items in well under half a second."""
    answers = np.random.default_rng(1).integers(0, 6, (52_500, 40), dtype=np.int8)
    start = time.perf_counter()
    score_theme(answers, np.arange(40) % 5 == 0)
    assert time.perf_counter() - start < 0.5
