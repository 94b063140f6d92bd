"""What is left of the people who started, when those who finished or grew up with Dutch are taken off (R11)."""

import pytest

from reports.profile import Count
from reports.profile.document import ProfileResults
from reports.profile.reach_numbers import reach_sum
from tests.network_profiles import counts, network


@pytest.mark.parametrize("part", ["finished", "nt1_share"])
def test_who_started_less_who_finished_or_grew_up_with_dutch_is_never_one_to_four(part: str):
    """Of 11, every part of which 1 to 4 are left is frozen as the same document."""
    documents = {network({"a": counts(started=11, **{part: number})}).to_json() for number in (7, 8, 9, 10)}
    assert len(documents) == 1
    numbers = ProfileResults.from_json(documents.pop()).numbers
    (shown,) = (each.count for each in numbers if each.question != "rn-started")
    assert shown == Count("part", how="counted")


def test_more_who_finished_than_started_leave_no_rest():
    """They began in the year before."""
    made = network({"a": counts(started=11, finished=13)})
    assert [each.count.number for each in made.numbers] == [11, 13]


def test_who_finished_stays_out_of_the_sum_where_it_is_not_shown():
    made = network({"a": counts(started=11, finished=9), "b": counts(started=30, finished=20)})
    finished = reach_sum(made, "rn-finished")
    assert (finished.total, finished.organisations, finished.left_out) == (20, 1, 1)
