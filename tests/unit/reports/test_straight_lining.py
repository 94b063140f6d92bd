"""Straight-lining: the same answer to at least nine in ten of at least twenty answered items."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reports.scoring import InvalidAnswers
from reports.straight_lining import straight_liners


def is_straight(*answers: int) -> bool:
    return straight_liners(np.array([answers], np.int8)).tolist()[0]


@pytest.mark.parametrize(
    ("same", "other", "straight"),
    [
        (20, 0, True),
        (19, 0, False),  # too few answers
        (18, 2, True),  # exactly nine in ten
        (17, 3, False),
        (17, 2, False),  # too few answers
        (18, 3, False),
        (27, 3, True),
        (26, 3, False),  # 0.8966
        (41, 4, True),  # 0.9111
        (40, 5, False),  # 0.8889
    ],
)
def test_nine_in_ten_of_twenty(same, other, straight):
    assert is_straight(*[4] * same, *[2] * other) is straight


@pytest.mark.parametrize("value", [1, 2, 3, 4, 5])
def test_any_answer_can_be_the_same_one(value):
    assert is_straight(*[value] * 45)


def test_what_was_not_answered_does_not_count():
    """Neither among the same answers, nor among all of them."""
    assert is_straight(*[0] * 30, *[3] * 20)
    assert not is_straight(*[0] * 25, *[1, 2, 3, 4, 5] * 4)
    assert not is_straight(*[0] * 45)
    assert not is_straight(*[0] * 40, *[3] * 5)


def test_the_other_answers_may_differ_from_each_other():
    assert is_straight(*[4] * 36, 1, 2, 3, 5)
    assert not is_straight(*[4] * 35, 1, 2, 3, 5, 5)


def test_each_person_is_judged_alone():
    rows = np.array([[4] * 20, [1, 2, 3, 4, 5] * 4, [1] * 20], np.int8)
    assert straight_liners(rows).tolist() == [True, False, True]


@pytest.mark.parametrize("shape", [(0, 45), (0, 0), (3, 0)])
def test_nobody_and_nothing(shape):
    assert straight_liners(np.zeros(shape, np.int8)).tolist() == [False] * shape[0]


@given(arrays(np.int8, st.tuples(st.integers(0, 4), st.integers(18, 32)), elements=st.sampled_from([0, 4, 4, 4, 2])))
def test_equals_the_definition(answers):
    def by_hand(row: list[int]) -> bool:
        given_answers = [answer for answer in row if answer]
        same = max((given_answers.count(answer) for answer in given_answers), default=0)
        return len(given_answers) >= 20 and 100 * same >= 90 * len(given_answers)

    assert straight_liners(answers).tolist() == [by_hand(row) for row in answers.tolist()]


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (np.full((1, 20), 6, np.int8), "found 6 to 6"),
        (np.full((1, 20), -1, np.int8), "found -1 to -1"),
        (np.full(20, 4, np.int8), "persons by items"),
        (np.full((1, 20), 4.0), "float64"),
    ],
)
def test_faulty_input_is_named(answers, message):
    with pytest.raises(InvalidAnswers, match=message):
        straight_liners(answers)
