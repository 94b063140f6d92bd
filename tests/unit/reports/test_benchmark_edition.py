"""Editions: exact figures by hand, who counts, what is kept, and what cannot be told from two of them."""

import json
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.benchmark import (
    Made,
    NetworkRound,
    check_cut_off,
    latest_cut_off,
    make_edition,
    window,
)
from reports.benchmark.making import changed
from tests.unit.reports.benchmark_samples import CLOSED, CUT_OFF, ELEVEN, NEXT, edition, figures, grouped, many, one


def test_the_figures_of_eleven_networks_by_hand() -> None:
    found = figures(edition())
    assert (found.theme.id, found.since, found.networks, found.answers) == ("a", CUT_OFF, 11, 132)
    # places 3.5, 6 and 8.5 of the eleven: 3.25, 3.6 and 3.85
    assert (found.lower, found.median, found.upper) == (Decimal("3.3"), Decimal("3.6"), Decimal("3.9"))
    # 39.3 / 11; the variance .15818 less .79^2 / 12; and the root of .15818 / 11
    assert (found.mean, found.spread, found.mean_error) == (Decimal("3.57"), Decimal("0.33"), Decimal("0.12"))


def test_a_coded_average_enters_by_its_edge_and_a_range_not_at_all() -> None:
    coded = [one(20, "4.2+ (8)"), one(21, "1.8- (8)"), one(22, "2.0~4.6 (30)"), one(23, "-")]
    found = figures(edition([*many(["3.0"] * 10), *coded]))
    assert (found.networks, found.answers) == (12, 136)
    as_exact = [one(20, "4.2 (8)"), one(21, "1.8 (8)")]
    assert found == figures(edition([*many(["3.0"] * 10), *as_exact]))


@pytest.mark.parametrize(("networks", "n", "enters"), [(10, 10, True), (9, 40, False), (10, 9, False), (12, 9, True)])
def test_ten_networks_and_a_hundred_answers(networks: int, n: int, enters: bool) -> None:
    assert bool(edition(many(["3.4"] * networks, n)).edition.themes) == enters


@pytest.mark.parametrize(
    ("closed_on", "counts"),
    [
        (date(2024, 6, 30), False),
        (date(2024, 7, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_only_the_24_months_before_the_cut_off_count(closed_on: date, counts: bool) -> None:
    made = edition([*many(), one(30, "4.0 (12)", closed_on=closed_on)])
    assert figures(made).networks == 11 + counts


def test_only_the_latest_results_of_a_network_count() -> None:
    older = one(3, "1.2 (12)", round_number=2, closed_on=CLOSED - timedelta(days=200))
    made = edition([*many(), older])
    assert made == edition([older, *many()]) == edition()


def test_a_latest_round_without_an_average_is_not_replaced_by_an_older_one() -> None:
    later = one(3, "-", round_number=2, closed_on=CLOSED + timedelta(days=91))
    assert figures(edition([*many(), later])).networks == 10


def test_a_later_round_with_other_questions_leaves_the_older_version_in() -> None:
    later = one(3, "1.2 (12)", round_number=2, closed_on=CLOSED + timedelta(days=91), item_version=2)
    assert edition([*many(), later]) == edition()


def test_versions_of_a_theme_are_never_mixed() -> None:
    new = [one(20 + number, "4.5 (12)", item_version=2) for number in range(10)]
    found = edition([*many(), *new]).edition.themes
    assert [(each.theme.items[0][1], each.networks) for each in found] == [(1, 11), (2, 10)]


def test_the_gap_is_the_median_of_published_gaps() -> None:
    exact = [grouped(number, f"3.{number % 10} (6)", "3.0 (6)") for number in range(10)]
    coded = [grouped(20, "4.0+ (6)", "1.8 (6)"), grouped(21, "3.9 (6)", "-")]
    (found,) = edition([*exact, *coded]).edition.gaps
    # of .0 to .9 the middle is .45, and half a tenth goes away from zero
    assert (found.first, found.second, found.networks, found.median) == ("library", "welfare", 10, Decimal("0.5"))
    turned = [grouped(number, "3.0 (6)", f"3.{number % 10} (6)") for number in range(10)]
    assert edition(turned).edition.gaps[0].median == Decimal("-0.5")


def test_a_gap_needs_ten_networks() -> None:
    assert edition([*many(), *(grouped(20 + number, "3.5 (6)", "3.0 (6)") for number in range(9))]).edition.gaps == ()


@pytest.mark.parametrize(
    ("plan", "pairs"),
    [
        (("library", "rest"), [("library", "rest")]),
        (("library", "welfare", "rest"), [("library", "welfare")]),  # this rest is without welfare
        (("welfare", "rest"), []),
    ],
)
def test_the_rest_is_only_compared_where_it_is_everybody_else(plan: tuple[str, ...], pairs: list[object]) -> None:
    made = edition([grouped(number, "3.5 (6)", "3.0 (6)", plan) for number in range(10)])
    assert [(gap.first, gap.second) for gap in made.edition.gaps] == pairs


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_networks_makes_no_difference(random: Random) -> None:
    rounds = [*many(), *(grouped(20 + number, f"3.{number} (6)", "3.0 (6)") for number in range(10))]
    assert edition(random.sample(rounds, len(rounds))) == edition(rounds)


JOINED = [one(30 + number, "5.0 (12)") for number in range(5)]
AGAIN = [one(1 + number, "5.0 (12)", round_number=2, closed_on=date(2026, 10, 1)) for number in range(5)]


@pytest.mark.parametrize(
    ("now", "is_new"),
    [
        (many(), False),
        ([*many(), *JOINED[:4]], False),
        ([*many(), *JOINED], True),
        (many()[:7], False),  # four left, and seven are too few: what was frozen stays
        ([*many(), *AGAIN[:4]], False),
        ([*many(), *AGAIN], True),
        ([*many()[:9], *JOINED[:2]], False),  # two left and two came: four
        ([*many()[:9], *JOINED[:2], *AGAIN[:1]], True),
        ([*many(), *AGAIN[:2], *JOINED[:3]], True),
    ],
)
def test_fewer_than_five_changed_networks_change_nothing(now: list[NetworkRound], is_new: bool) -> None:
    first = edition()
    later = edition(now, earlier=[first], at=NEXT)
    assert later.edition.cut_off == NEXT
    assert (later.edition.themes != first.edition.themes) == is_new
    assert (later.members != first.members) == is_new
    assert figures(later).since == (NEXT if is_new else CUT_OFF)


def test_small_changes_add_up() -> None:
    first = edition()
    second = edition([*many(), *JOINED[:3]], earlier=[first], at=NEXT)
    third = edition([*many(), *JOINED], earlier=[first, second], at=date(2027, 7, 1))
    assert second.edition.themes == first.edition.themes
    assert figures(third).networks == 16


def test_figures_that_are_gone_are_still_known_when_they_come_back() -> None:
    first = edition()
    second = edition(many()[:6], earlier=[first], at=NEXT)
    third = edition([*many(), one(40, "1.0 (12)")], earlier=[first, second], at=date(2027, 7, 1))
    assert second.edition.themes == ()
    assert third.edition.themes == first.edition.themes


def test_each_figure_is_kept_by_its_own_networks() -> None:
    """Five new rounds of which only one shows theme b: theme a is made anew, theme b is not."""
    old = [one(number, "3.5 (12)", "3.2 (12)") for number in range(10)]
    new = [one(20 + number, "4.5 (12)", "4.9 (12)" if number == 0 else "-") for number in range(5)]
    first = edition(old)
    second = edition([*old, *new], earlier=[first], at=NEXT)
    assert [(each.theme.id, each.networks, each.since) for each in second.edition.themes] == [
        ("a", 15, NEXT),
        ("b", 10, CUT_OFF),
    ]


def published_rounds(random: Random) -> list[NetworkRound]:
    """Return the rounds of 25 networks over six years, as they could be: at their own times, shown or not."""
    found: list[NetworkRound] = []
    for network in range(25):
        day = date(2022, 1, 1) + timedelta(days=random.randrange(900))
        for number in range(1, 10):
            written = random.choice(["3.1 (12)", "3.8 (20)", "4.4+ (10)", "-", "2.0~4.6 (13)"])
            if random.random() < 0.8:
                found.append(one(network, written, round_number=number, closed_on=day))
            day += timedelta(days=random.randrange(120, 700))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_no_two_editions_differ_by_one_to_four_networks(seed: int) -> None:
    rounds, made = published_rounds(Random(seed)), list[Made]()  # noqa: S311 -- invented networks
    for year in range(2023, 2029):
        for month in (1, 7):
            made.append(make_edition(date(year, month, 1), rounds, earlier=made))
    with_figures = [each for each in made if each.edition.themes]
    assert len(with_figures) > 3
    for one_edition in with_figures:
        for other in with_figures:
            ((key, members),) = one_edition.members.items()
            differing = changed(members, other.members[key])
            assert differing == 0 or differing >= 5
            if differing == 0:
                assert figures(one_edition) == figures(other)


def test_an_edition_names_no_network_and_no_round() -> None:
    made = edition()
    ids = {str(value) for members in made.members.values() for member in members for value in member}
    text = made.edition.to_json()
    assert len(ids) == 22
    assert not [each for each in ids if each in text or each.replace("-", "") in text]
    assert set(json.loads(text)) == {"cut_off", "policy", "themes", "gaps", "invented", "format"}


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2026, 7, 2), date(2026, 12, 1), date(2026, 1, 31)])
def test_other_days_are_no_cut_off(day: date) -> None:
    with pytest.raises(ValueError, match="not a 1 January or a 1 July"):
        make_edition(day, many())
    with pytest.raises(ValueError, match=str(day)):
        check_cut_off(day)


@pytest.mark.parametrize("at", [CUT_OFF, date(2026, 1, 1)])
def test_an_edition_comes_after_the_earlier_ones(at: date) -> None:
    with pytest.raises(ValueError, match="is frozen"):
        edition(earlier=[edition()], at=at)


@pytest.mark.parametrize(
    ("day", "cut_off"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 6, 30), date(2026, 1, 1)),
        (date(2026, 7, 1), CUT_OFF),
        (date(2026, 12, 31), CUT_OFF),
    ],
)
def test_the_latest_cut_off(day: date, cut_off: date) -> None:
    assert latest_cut_off(day) == cut_off
    check_cut_off(cut_off)


def test_the_window_is_24_months() -> None:
    assert window(CUT_OFF) == (date(2024, 7, 1), CUT_OFF)


def test_nothing_published_makes_an_edition_of_nothing() -> None:
    assert edition([]).edition.themes == ()
    assert edition([]).members == {}
    assert len(ELEVEN) == 11
