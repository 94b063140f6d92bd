"""Numbers of people: "< 5" stays hidden, in itself, in a part, in a sum and in a comparison (domain test 8)."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.profile import Count, Exchange, ReachSum, exchange, funnel, reach_sums
from reports.profile.counts import code_count, code_part
from reports.profile.reach_numbers import reach_sum
from tests.network_profiles import PATIENTLY, Answers, counts, network

NUMBERS = range(0, 41)
small = st.integers(1, 4)


def number(value: int) -> dict[str, Any]:
    return {"number": value, "how": "counted"}


@pytest.mark.parametrize(("value", "kind"), [(0, "exact"), (1, "few"), (4, "few"), (5, "exact"), (120, "exact")])
def test_1_to_4_people_are_few(value: int, kind: str):
    assert code_count(number(value)).kind == kind


def test_how_sure_a_number_is():
    assert code_count({"number": 8, "how": "estimated"}) == Count("exact", 8, "estimated")
    assert code_count({"number": 8}) == Count("exact", 8)
    assert code_count({"how": "unknown"}) == Count("unknown")


@pytest.mark.parametrize("count", [("exact",), ("few", 3), ("exact", 3), ("exact", -1), ("unknown", 8)])
def test_a_count_cannot_hold_what_may_not_be_shown(count: tuple[Any, ...]):
    with pytest.raises(ValueError, match=r"number|stored"):
        Count(*count)


def test_a_reader_of_a_number_and_its_part_learns_no_small_number():
    """Try every pair: whoever sees both prints, and knows the rules, keeps four possibilities for a small count."""
    behind: dict[tuple[Count, Count], list[tuple[int, int]]] = defaultdict(list)
    for whole in NUMBERS:
        for part in range(whole + 1):
            behind[code_count(number(whole)), code_part(number(part), number(whole))].append((whole, part))
    for pairs in behind.values():
        learnt = [{whole for whole, _ in pairs}, {part for _, part in pairs}, {whole - part for whole, part in pairs}]
        assert [values for values in learnt if values & {1, 2, 3, 4} and len(values) < 4] == []


def test_a_part_is_shown_where_it_tells_nothing_small():
    assert code_part(number(12), number(20)) == Count("exact", 12, "counted")
    assert code_part(number(20), number(20)).number == 20
    assert code_part(number(0), number(3)).number == 0
    assert code_part(number(3), number(20)).kind == "few"
    # Of five people every part but none and all is few, and so is what is left.
    assert [code_part(number(part), number(5)).kind for part in range(1, 5)] == ["few"] * 4
    assert code_part({"how": "unknown"}, number(20)).kind == "unknown"
    assert code_part(number(12), None).number == code_part(number(12), {"how": "unknown"}).number == 12
    # More than all of them: somebody made a mistake, and it shows.
    assert code_part(number(12), number(7)).number == 12


def test_domain_test_8_three_learners_are_not_in_the_sum():
    made = network({"a": counts(started=3), "b": counts(started=20), "c": counts(started=7), "d": None})
    assert [each.count.kind for each in made.numbers] == ["few", "exact", "exact"]
    assert reach_sum(made, "rn-started") == ReachSum(
        "rn-started", 27, 2, counted=27, estimated=0, left_out=1, unknown=0, silent=1
    )


def test_a_sum_says_what_it_is_made_of():
    made = network(
        {
            "a": {"rn-found": {"number": 30, "how": "counted"}},
            "b": {"rn-found": {"number": 12, "how": "estimated"}},
            "c": {"rn-found": {"number": 8}},
            "d": {"rn-found": {"how": "unknown"}},
            "e": counts(found=0),
            "f": counts(found=2),
            "g": {"rn-found": None},
        }
    )
    assert reach_sums(made) == (ReachSum("rn-found", 50, 4, counted=30, estimated=12, left_out=1, unknown=1, silent=1),)


def test_a_number_that_only_small_organisations_gave_is_named():
    (found,) = reach_sums(network({"a": counts(found=2), "b": {"rn-intake": {"how": "unknown"}}}))
    assert (found.question, found.total, found.organisations, found.left_out) == ("rn-found", 0, 0, 1)


def test_a_hidden_part_stays_out_of_its_sum():
    made = network({"a": counts(started=20, nt1_share=18), "b": counts(started=30, nt1_share=11)})
    assert (reach_sum(made, "rn-nt1-share").total, reach_sum(made, "rn-nt1-share").left_out) == (11, 1)
    assert reach_sum(made, "rn-started").total == 50


@PATIENTLY
@given(st.lists(st.tuples(small, small, st.integers(5, 90)), min_size=1, max_size=5))
def test_sums_and_document_are_the_same_whatever_the_small_numbers_are(drawn: list[tuple[int, int, int]]):
    """The proof that nothing leaks: two networks that differ in small numbers only cannot be told apart."""
    one = network({f"o{n}": counts(found=a, started=c, nt1_share=a, finished=c) for n, (a, _, c) in enumerate(drawn)})
    two = network({f"o{n}": counts(found=b, started=c, nt1_share=b, finished=c) for n, (_, b, c) in enumerate(drawn)})
    assert one.to_json() == two.to_json()
    assert (reach_sums(one), funnel(one), exchange(one)) == (reach_sums(two), funnel(two), exchange(two))


@PATIENTLY
@given(st.lists(st.tuples(small, small, st.integers(9, 90)), min_size=1, max_size=5))
def test_neither_do_small_rests_leak(drawn: list[tuple[int, int, int]]):
    one, two = (
        network({f"o{n}": counts(started=each[2], nt1_share=each[2] - each[which]) for n, each in enumerate(drawn)})
        for which in (0, 1)
    )
    assert one.to_json() == two.to_json()


@PATIENTLY
@given(st.lists(st.integers(0, 12), max_size=6))
def test_a_sum_is_never_1_to_4(values: list[int]):
    made = network({f"o{n}": counts(found=value) for n, value in enumerate(values)})
    assert reach_sum(made, "rn-found").total not in range(1, 5)


def test_the_funnel_has_its_steps_even_where_nobody_counted():
    made = network({"a": counts(found=100, started=40), "b": counts(found=20, started=None)})
    assert [(step.question, step.total, step.organisations) for step in funnel(made)] == [
        ("rn-found", 120, 2),
        ("rn-intake", 0, 0),
        ("rn-started", 40, 1),
    ]


@pytest.mark.parametrize(
    ("referred", "received", "word"),
    [
        ((50,), (30,), Exchange.MORE_REFERRED),
        ((30,), (50,), Exchange.MORE_RECEIVED),
        ((50,), (50,), Exchange.EQUAL),
        ((50,), (), Exchange.MORE_REFERRED),
        ((), (), Exchange.UNCLEAR),
        # What is left out stands for 1 to 4: 50 + (1..4) against 54 may be equal, against 50 not.
        ((50, 2), (54,), Exchange.UNCLEAR),
        ((50, 2), (50,), Exchange.MORE_REFERRED),
        ((50,), (46, 2), Exchange.UNCLEAR),
        ((50,), (45, 2), Exchange.MORE_REFERRED),
        ((45, 2), (50,), Exchange.MORE_RECEIVED),
        ((2,), (3,), Exchange.UNCLEAR),
        ((2,), (0,), Exchange.MORE_REFERRED),
    ],
)
def test_referred_against_received(referred: tuple[int, ...], received: tuple[int, ...], word: Exchange):
    out = {f"a{n}": counts(referred_out=value, referred_in=0) for n, value in enumerate(referred)}
    into = {f"b{n}": counts(referred_in=value, referred_out=0) for n, value in enumerate(received)}
    assert exchange(network(out | into)) is word


#: What somebody does not know, or does not say, may be any number.
UNKNOWN_RECEIVED = counts(referred_in=None, referred_out=0)
UNKNOWN_REFERRED = counts(referred_out=None, referred_in=0)


@pytest.mark.parametrize(
    ("other", "much_referred", "much_received"),
    [
        (UNKNOWN_RECEIVED, Exchange.UNCLEAR, Exchange.MORE_RECEIVED),
        (UNKNOWN_REFERRED, Exchange.MORE_REFERRED, Exchange.UNCLEAR),
        (counts(referred_out=0), Exchange.UNCLEAR, Exchange.MORE_RECEIVED),
        ({"vo-1": "well"}, Exchange.UNCLEAR, Exchange.UNCLEAR),
        (None, Exchange.UNCLEAR, Exchange.UNCLEAR),
    ],
    ids=["received unknown", "referred unknown", "received skipped", "another part", "no profile"],
)
def test_who_does_not_know_or_is_silent_leaves_it_open(
    other: Answers | None, much_referred: Exchange, much_received: Exchange
):
    for numbers, word in (((50, 5), much_referred), ((5, 50), much_received)):
        one = counts(referred_out=numbers[0], referred_in=numbers[1])
        assert exchange(network({"a": one, "b": other})) is word


@pytest.mark.parametrize("other", [UNKNOWN_RECEIVED, UNKNOWN_REFERRED, None])
def test_as_many_is_only_said_when_everybody_counted(other: Answers | None):
    assert exchange(network({"a": counts(referred_out=20, referred_in=20), "b": other})) is Exchange.UNCLEAR


@pytest.mark.parametrize(
    ("found", "is_told"),
    [((0, 3), False), ((0, None), False), ((0, 0), True), ((0, 7), True), ((3, 2), False), ((7, 3), True)],
)
def test_a_sum_of_0_is_told_only_when_it_is_0(found: tuple[int | None, ...], is_told: bool):
    made = network({f"o{n}": counts(found=value) for n, value in enumerate(found)})
    assert reach_sum(made, "rn-found").is_told == is_told


@pytest.mark.parametrize(("other", "is_whole"), [(7, True), (3, False), (None, False)])
def test_a_sum_is_whole_when_every_organisation_is_in_it(other: int | None, is_whole: bool):
    assert reach_sum(network({"a": counts(found=20), "b": counts(found=other)}), "rn-found").is_whole == is_whole
    assert not reach_sum(network({"a": counts(found=20), "b": None}), "rn-found").is_whole
