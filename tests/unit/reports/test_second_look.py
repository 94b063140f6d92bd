"""The second look: what stays possible for everybody, knowing that something was dropped (R12)."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings

from reports.disclosure import second_look
from reports.disclosure.second_look import examples_of, step_from, still_open
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import Cell
from tests.attacks.themes import Person, theme_of
from tests.unit.reports.hostile_themes import themes

Print = Callable[[ThemeAnswers], tuple[Cell, ...]]

ONE_MIND: list[Person] = [(3, 3, 3)] * 10
MIXED: list[Person] = [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 4), (5, 5, 5)]


def nothing(theme: ThemeAnswers) -> tuple[Cell, ...]:
    return ()


def everything(theme: ThemeAnswers) -> tuple[Cell, ...]:
    """Print so exactly that any change shows."""
    return (Cell("theme_mean", str([own for _, own in theme.people]), "total", "withheld", reason="too_few"),)


def always(theme: ThemeAnswers) -> bool:
    return True


def never(theme: ThemeAnswers) -> bool:
    return False


def test_where_nothing_is_printed_and_anything_is_dropped_all_stays_open():
    assert still_open(theme_of([ONE_MIND]), nothing, always)


def test_where_only_the_real_answers_are_dropped_the_drop_gives_them_away():
    assert not still_open(theme_of([ONE_MIND]), nothing, never)


def test_where_only_the_real_answers_print_the_same_they_are_given_away():
    assert not still_open(theme_of([ONE_MIND]), everything, always)


def test_people_of_many_minds_can_change_places():
    """Each may be any other of the group: nothing else has to be possible."""
    assert still_open(theme_of([MIXED * 2]), everything, never)


def test_an_insider_leaves_himself_out():
    """By hand: of 1, 3 and 5 the one who answered 3 knows that the others have 1 and 5, two of five answers."""
    three: list[Person] = [(1, 1, 1), (3, 3, 3), (5, 5, 5)]
    assert not still_open(theme_of([three]), everything, never)
    assert still_open(theme_of([three * 2]), everything, never)


def test_an_insider_of_another_group_does_not_count_as_one_of_this():
    """Group a stands on its own: whoever is in b has the same answers as one of a, and takes nobody out of it."""
    three: list[Person] = [(1, 1, 1), (3, 3, 3), (5, 5, 5)]
    assert still_open(theme_of([three * 2, [*three, *three]]), everything, never)


@pytest.mark.parametrize(
    ("people", "is_open"),
    [
        ([(1, 2, 3), (2, 3, 1), (3, 1, 2)] * 2, False),  # every answer is open, and every score is 2
        ([(1, 1, 1), (2, 2, 2), (3, 3, 3)] * 2, True),  # scores from 1 to 3: two points
        ([(1, 2, 1), (2, 1, 2), (3, 3, 3)] * 2, False),  # scores from 4/3 to 3: less than two
        ([(1, 1, 1), (3, 3, 3), (5, 5, 3)] * 2, False),  # of the last item only 1 and 3
        ([(1, 0, 0), (0, 3, 0), (0, 0, 5)] * 2, False),  # no scores, and one answer per item
        ([(1, 1, 0), (3, 3, 0), (5, 5, 0)] * 2, True),  # nobody answered the last item: nothing to give away
    ],
)
def test_three_answers_and_two_points(people: list[Person], is_open: bool):
    assert still_open(theme_of([people]), everything, never) == is_open


def test_of_every_group_enough_must_stay_open():
    assert not still_open(theme_of([MIXED * 2, ONE_MIND]), everything, never)
    assert not still_open(theme_of([ONE_MIND, MIXED * 2]), everything, never)
    assert still_open(theme_of([MIXED * 2, []]), everything, never)


def test_people_outside_the_groups_are_known_altogether():
    """They are no insiders, and nobody can be one of them."""
    assert still_open(theme_of([MIXED * 2], outside=[(3, 3, 3)]), everything, never)
    assert not still_open(theme_of([ONE_MIND], outside=MIXED), everything, never)


def test_a_drop_is_asked_about_only_where_the_print_leaves_enough(monkeypatch: pytest.MonkeyPatch):
    def asked(theme: ThemeAnswers) -> bool:
        raise AssertionError("needs no attack on every example")

    assert not still_open(theme_of([ONE_MIND]), everything, asked)


# --- the examples ---------------------------------------------------------------------------------------------


@given(themes())
@settings(max_examples=20, deadline=None)
def test_examples_are_of_the_same_people_who_answered_the_same_items(theme: ThemeAnswers):
    for example in examples_of(theme, nothing):
        assert [group for group, _ in example.people] == [group for group, _ in theme.people]
        for (_, (before, score)), (_, (after, other)) in zip(theme.people, example.people, strict=True):
            assert [bool(answer) for answer in before] == [bool(answer) for answer in after]
            assert set(after) <= {0, 1, 2, 3, 4, 5}
            assert (score is None) == (other is None)


def test_an_example_changes_one_half_of_one_group_only():
    """So one of two examples leaves an insider's own answers alone, and both leave the other groups alone."""
    theme = theme_of([ONE_MIND, ONE_MIND])
    changed = [
        {number for number, (old, new) in enumerate(zip(theme.people, example.people, strict=True)) if old != new}
        for example in examples_of(theme, nothing)
    ]
    halves = [set(range(0, 10, 2)), set(range(1, 10, 2)), set(range(10, 20, 2)), set(range(11, 20, 2))]
    assert all(any(each <= half for half in halves) for each in changed)
    assert all(any(each and each <= half for each in changed) for half in halves)


def test_one_of_each_half_is_put_at_either_end():
    """The others make up for it: 3 times 2 points, and a sum that is the same."""
    theme = theme_of([ONE_MIND])
    examples = list(examples_of(theme, nothing))
    pushed = [
        example for example in examples if {(1, 1, 1), (5, 5, 5)} & {answers for _, (answers, _) in example.people}
    ]
    assert len(pushed) >= 4
    low = next(example for example in pushed if example.people[0][1][0] == (1, 1, 1))
    assert sum(sum(answers) for _, (answers, _) in low.people) == 90


def test_an_example_prints_what_was_told():
    def print_sum(theme: ThemeAnswers) -> tuple[Cell, ...]:
        total = sum(sum(answers) for _, (answers, _) in theme.people)
        return (Cell("theme_mean", str(total), "total", "withheld", reason="too_few"),)

    theme = theme_of([ONE_MIND])
    examples = list(examples_of(theme, print_sum))
    assert all(print_sum(example) == print_sum(theme) for example in examples)
    assert any(example != theme for example in examples)


def test_the_same_examples_come_each_time():
    """What is published must not depend on chance."""
    theme = theme_of([ONE_MIND, MIXED])
    assert list(examples_of(theme, nothing)) == list(examples_of(theme, nothing))


def test_a_group_of_one_has_one_half():
    """There is nobody in the other half to change."""
    theme = theme_of([[(3, 3, 3)]])
    examples = list(examples_of(theme, nothing))
    assert len(examples) == 2 + len(second_look.TAKEN_AFTER)


def test_a_step_changes_two_answers_in_opposite_directions():
    theme, random = theme_of([ONE_MIND]), Random(1)  # noqa: S311 - reproducible answers, not secrets
    for _ in range(50):
        step = step_from(theme, [0, 1, 2], random)
        before = [answer for _, (answers, _) in theme.people for answer in answers]
        after = [answer for _, (answers, _) in step.people for answer in answers]
        different = [new - old for old, new in zip(before, after, strict=True) if new != old]
        assert len(different) in (0, 2)
        assert sum(different) == 0  # 3 leaves room for two steps either way


def test_a_step_leaves_alone_what_was_not_answered():
    theme = theme_of([[(0, 0, 0)] * 4])
    random = Random(1)  # noqa: S311 - idem
    assert all(step_from(theme, [0, 1, 2, 3], random) is theme for _ in range(20))
