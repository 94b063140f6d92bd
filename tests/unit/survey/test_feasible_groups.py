"""The word per reporting group: what it depends on, and that nobody's answer can be read from it (R4, R10)."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.disclosure.policy import K
from reports.disclosure.rules import shown_groups
from survey.queries.response_totals import GroupCount
from survey.services.feasible import feasible_groups

PLAN = ("library", "welfare", "rest")


def counts(invited: Sequence[int], sent_in: Sequence[int]) -> dict[str, GroupCount]:
    return {group: GroupCount(*each) for group, each in zip(PLAN, zip(invited, sent_in, strict=True), strict=False)}


def words(invited: Sequence[int], sent_in: Sequence[int]) -> dict[str, bool]:
    return feasible_groups(PLAN, counts(invited, sent_in))


@pytest.mark.parametrize(
    ("invited", "sent_in", "expected"),
    [
        ((7, 7, 6), (5, 4, 5), {"library": True, "welfare": False, "rest": True}),
        ((7, 7, 4), (7, 7, 4), {"library": True, "welfare": False}),
        ((7, 7, 4), (7, 0, 4), {"library": True, "welfare": False}),
        ((7, 4), (7, 0), {"library": False}),
        ((7, 4), (7, 4), {"library": False}),
        ((8, 6, 4), (5, 5, 0), {"library": True, "welfare": False}),
        ((6, 8, 4), (6, 5, 0), {"library": False, "welfare": True}),
        ((9,), (5,), {"library": True}),
        ((5, 5), (5, 5), {"library": True, "welfare": True}),
        ((4, 4, 4), (4, 4, 4), {}),
        ((), (), {}),
    ],
)
def test_words(invited: Sequence[int], sent_in: Sequence[int], expected: dict[str, bool]) -> None:
    assert words(invited, sent_in) == expected


groups = st.lists(st.integers(1, 12), min_size=1, max_size=3)


@given(groups, st.data())
def test_one_answer_changes_at_most_what_follows_from_its_own_group_reaching_five(
    invited: list[int], data: st.DataObject
) -> None:
    sent_in = [data.draw(st.integers(0, each)) for each in invited]
    whose = data.draw(st.integers(0, len(invited) - 1))
    one_more = [min(number + (place == whose), invited[place]) for place, number in enumerate(sent_in)]

    if words(invited, sent_in) != words(invited, one_more):
        assert one_more[whose] == K
        assert invited[whose] >= K


@pytest.mark.parametrize("small", range(1, K))
def test_a_group_with_fewer_than_five_moves_no_word_at_all(small: int) -> None:
    for library, welfare in product(range(8), repeat=2):
        found = [words((7, 7, small), (library, welfare, rest)) for rest in range(small + 1)]
        assert all(each == found[0] for each in found)


@given(groups)
def test_when_everybody_sent_in_it_is_what_would_be_shown(invited: list[int]) -> None:
    sizes: dict[str, int] = dict(zip(PLAN, invited, strict=False))
    shown = shown_groups(sizes, K) or ()

    assert words(invited, invited) == {group: group in shown for group, size in sizes.items() if size >= K}
