"""Many rounds at once give exactly what one round at a time gives, and what that cannot give is refused."""

from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reports.disclosure.grid import half_up
from reports.disclosure.policy import K
from reports.many_rounds import RoundAverages, Rounds, average_theme
from reports.margins import Margin, mean_margin
from reports.results import Cell
from reports.scoring import InvalidAnswers, score_theme

LARGEST = 40


def plain(items: int) -> np.ndarray:
    return np.zeros(items, dtype=bool)


def in_one_round(answers: np.ndarray) -> RoundAverages:
    return average_theme(answers, plain(answers.shape[1]), Rounds(np.zeros(len(answers), np.int64), 1))


def printed_margin(average: Decimal, n: int) -> Margin:
    margin = mean_margin(Cell("theme_mean", "roles", "total", "exact", average, average, n))
    assert margin is not None
    return margin


def assert_as_one_by_one(answers: np.ndarray, flags: np.ndarray, rounds: Rounds) -> None:
    averages, scores = average_theme(answers, flags, rounds), score_theme(answers, flags)
    tenths, (low, high) = averages.tenths(), averages.margins()
    assert len(averages.n) == len(tenths) == len(low) == len(high) == rounds.number
    for number in range(rounds.number):
        n, total = scores.tally(rounds.of_person == number)
        assert averages.n[number] == n
        assert Fraction(int(averages.numerators[number]), averages.denominator) == total
        if n:
            assert averages.mean(number) == total / n
        average = half_up(total / n) if n else Decimal(0)
        assert tenths[number] == 10 * average
        margin = printed_margin(average, n) if n >= K else Margin(Decimal(0), Decimal(0))
        assert (low[number], high[number]) == (10 * margin.low, 10 * margin.high)


@given(st.data())
def test_equals_one_round_at_a_time(data):
    items, persons, number = (data.draw(st.integers(*ends)) for ends in ((1, 9), (0, 30), (1, 4)))
    answers = data.draw(arrays(np.int8, (persons, items), elements=st.integers(0, 5)))
    rounds = data.draw(arrays(np.int64, persons, elements=st.integers(0, number - 1)))
    assert_as_one_by_one(answers, data.draw(arrays(np.bool_, items)), Rounds(rounds, number))


@pytest.mark.parametrize("items", [3, 5, 8, 27, LARGEST])
@pytest.mark.parametrize("missing", [0.0, 0.1, 0.3])
def test_equals_one_round_at_a_time_in_rounds_of_all_sizes(items, missing):
    chance = np.random.default_rng(items)
    answers = chance.integers(1, 6, (1500, items), dtype=np.int8)
    answers[chance.random(answers.shape) < missing] = 0
    rounds = (40 * chance.random(1500) ** 2).astype(np.int64)
    assert_as_one_by_one(answers, chance.random(items) < 0.3, Rounds(rounds, 42))


def test_half_a_tenth_goes_up_where_floats_go_down():
    """3.25 is 3.3, and so is 2.05 2.1: both are rounded to even, or fall short, in floats."""
    answers = np.repeat(np.array([[3], [4], [2], [3]], np.int8), [3, 1, 19, 1], axis=0)
    averages = average_theme(answers, plain(1), Rounds(np.repeat([0, 1], [4, 20]), 2))
    assert [averages.mean(number) for number in (0, 1)] == [Fraction(13, 4), Fraction(41, 20)]
    assert averages.tenths().tolist() == [33, 21]


def test_the_denominator_is_that_of_a_score():
    answers = np.array([[5, 4, 0, 3, 3, 0, 2]], np.int8)
    assert in_one_round(answers).denominator == score_theme(answers, plain(7)).denominator == lcm(*range(1, 8))


def test_a_round_without_persons_stays_in_its_place():
    answers = np.array([[5, 5, 4], [1, 1, 1]], np.int8)
    averages = average_theme(answers, plain(3), Rounds(np.array([3, 1]), 5))
    assert averages.n.tolist() == [0, 1, 0, 1, 0]
    assert averages.tenths().tolist() == [0, 10, 0, 47, 0]
    with pytest.raises(ZeroDivisionError):
        averages.mean(0)


@pytest.mark.parametrize("number", [0, 1, 4])
def test_no_respondents(number):
    averages = average_theme(np.zeros((0, 5), np.int8), plain(5), Rounds(np.zeros(0, np.int64), number))
    assert averages.n.tolist() == averages.numerators.tolist() == averages.tenths().tolist() == [0] * number
    assert [end.tolist() for end in averages.margins()] == [[0] * number] * 2


def test_all_missing():
    averages = in_one_round(np.zeros((30, 5), np.int8))
    assert (averages.n.tolist(), averages.numerators.tolist(), averages.tenths().tolist()) == ([0], [0], [0])


def test_one_item():
    averages = average_theme(np.array([[2], [0], [1]], np.int8), np.array([True]), Rounds(np.array([0, 0, 0]), 1))
    assert (averages.n.tolist(), averages.mean(0), averages.denominator) == ([2], Fraction(9, 2), 1)


@pytest.mark.parametrize(("n", "margin"), [(4, (0, 0)), (5, (22, 38))])
def test_fewer_than_five_have_no_margin(n, margin):
    """There is no printed average that it could stand beside."""
    low, high = in_one_round(np.full((n, 3), 3, np.int8)).margins()
    assert (low.tolist(), high.tolist()) == ([margin[0]], [margin[1]])


def test_margins_are_cut_to_the_scale():
    answers = np.repeat(np.array([[1], [5]], np.int8), 6, axis=0)
    low, high = average_theme(answers, plain(1), Rounds(np.repeat([0, 1], 6), 2)).margins()
    assert (low.tolist(), high.tolist()) == ([10, 42], [18, 50])


def test_rounds_may_be_counted_in_one_byte():
    """Round 99 of 100 with 6 cells each is cell 594, which one byte does not hold."""
    answers = np.full((100, 5), 4, np.int8)
    averages = average_theme(answers, plain(5), Rounds(np.arange(100, dtype=np.uint8), 100))
    assert averages.tenths().tolist() == [40] * 100


@pytest.mark.parametrize("order", ["C", "F"])
def test_the_order_in_memory_does_not_matter(order):
    answers = np.random.default_rng(4).integers(0, 6, (500, 5), dtype=np.int8)
    rounds = Rounds(np.arange(500) % 7, 7)
    flags = np.array([0, 0, 1, 0, 1], bool)
    assert_as_one_by_one(np.asarray(answers, order=order), flags, rounds)


@pytest.mark.parametrize(("persons", "kind"), [(17, np.int64), (18, object), (345, object), (346, object)])
def test_sums_around_the_limit_of_64_bits_are_exact(persons, kind):
    """lcm(1..40) x 5 x 345 fits 64 bits, 346 does not; rounding to tenths has 20 times as little room."""
    answers = np.full((persons, LARGEST), 5, np.int8)
    answers[0, 27:] = 0
    answers[1, :13] = 4
    averages = in_one_round(answers)
    assert averages.numerators.dtype == kind
    assert averages.mean(0) == 5 - Fraction(13, LARGEST) / persons
    assert averages.tenths().tolist() == [50]


def test_a_million_persons_with_forty_items_are_exact():
    answers = np.full((1_000_000, LARGEST), 4, np.int8)
    answers[:, 27:] = 0
    answers[:500_000, 0] = 1
    averages = in_one_round(answers)
    assert averages.n.tolist() == [1_000_000]
    assert averages.mean(0) == 4 - Fraction(3, 2 * 27)
    assert averages.tenths().tolist() == [39]
    assert averages.tenths().dtype == np.int64


@pytest.mark.parametrize(
    ("answers", "flags", "message"),
    [
        (np.array([[1, 6, 3]], np.int8), plain(3), "found 1 to 6"),
        (np.array([[1, -1, 3]], np.int8), plain(3), "found -1 to 3"),
        (np.array([[1.0, 2.5, 3.0]]), plain(3), "float64"),
        (np.zeros((1, 41), np.int8), plain(41), "1 to 40 items"),
        (np.array([[1, 2, 3]], np.int8), plain(2), "3 items"),
        (np.zeros((2, 3), np.int8), plain(3), "2 persons, 1 rounds"),
    ],
)
def test_faulty_answers_are_named(answers, flags, message):
    with pytest.raises(InvalidAnswers, match=message):
        average_theme(answers, flags, Rounds(np.array([0]), 1))


@pytest.mark.parametrize(
    ("of_person", "message"),
    [
        (np.array([0, 3]), "numbered 0 to 2"),
        (np.array([-1, 0]), "numbered 0 to 2"),
        (np.array([0.0, 1.0]), "one whole number"),
        (np.array([[0, 1]]), "one whole number"),
    ],
)
def test_faulty_rounds_are_named(of_person, message):
    with pytest.raises(InvalidAnswers, match=message):
        Rounds(of_person, 3)
