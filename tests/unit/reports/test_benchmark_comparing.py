"""One network beside an edition: every word by hand, by published values only, and about as often as simulated."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.benchmark import BenchmarkWord, Edition, compare, comparisons
from reports.margins import SPREAD
from reports.results import Results
from tests.unit.reports.benchmark_samples import CUT_OFF, edition, many, one
from tests.unit.reports.test_report_samples import results

BENCHMARK = edition().edition


def own(written: str, **more: object) -> Results:
    return results({"a": (written,)}, **more)


@pytest.mark.parametrize(
    ("written", "situation"),
    [
        # mean 3.57, median 3.6, middle half 3.3 to 3.9, spread .33; with 12 answers the estimate goes .677 of the way
        ("4.3 (12)", "higher"),  # .4737 from the median, against 1.96 * .2225 = .4361
        ("4.2 (12)", "above"),  # .4061 from the median, against .4209; from the mean .4264 against .4252
        ("4.0 (12)", "above"),
        ("3.0 (12)", "below"),  # .3858 from the mean, against .4166
        ("2.9 (12)", "lower"),  # .4534 against .4313
        ("4.0 (40)", "higher"),  # more answers say more: .3499 from the median, against .2360
        ("4.5 (8)", "above"),
        ("4.4 (5)", "above"),
        # within the middle half, both ends included: the same, by however many answers
        ("3.9 (12)", "same"),
        ("3.9 (400)", "same"),
        ("3.3 (12)", "same"),
        ("3.6 (12)", "same"),
        # an edge: at least 4.4, so at least higher
        ("4.4+ (12)", "higher"),
        ("4.0+ (12)", "above"),
        ("4.2+ (12)", "above"),  # clear from the mean, and not from the median
        ("1.6- (12)", "lower"),
        # of an edge within the middle half, or on its other side, the average itself may lie anywhere
        ("2.9+ (12)", "not_exact"),
        ("4.2- (12)", "not_exact"),
        ("3.6+ (12)", "not_exact"),
        ("3.6- (12)", "not_exact"),
        # a range is beyond the middle half, or within it, when it wholly is; that it is clear is never said
        ("4.0~4.6 (30)", "range_above"),
        ("4.8~4.9 (400)", "range_above"),
        ("2.4~3.2 (30)", "range_below"),
        ("3.3~3.9 (30)", "same"),
        ("3.9~4.6 (30)", "not_exact"),
        ("2.4~3.3 (30)", "not_exact"),
        ("2.0~4.6 (30)", "not_exact"),
        ("-", "not_shown"),
    ],
)
def test_words_by_hand(written: str, situation: str) -> None:
    found = compare(own(written), "a", BENCHMARK)
    assert found.situation == situation
    side = situation.removeprefix("range_")
    assert found.word == {"above": "outside", "below": "outside", "not_exact": "not_shown"}.get(side, side)
    assert (found.theme, found.own) == ("a", own(written).cell("theme_mean", "a"))
    assert found.figures == BENCHMARK.themes[0]


def test_networks_that_hardly_differ() -> None:
    alike = edition(many(["3.5", "3.6"] * 5)).edition
    assert alike.themes[0].spread == 0
    assert compare(own("4.8 (40)"), "a", alike).word == BenchmarkWord.HARDLY_DIFFER
    assert compare(own("4.4~4.8 (40)"), "a", alike).word == BenchmarkWord.HARDLY_DIFFER
    assert compare(own("-"), "a", alike).word == BenchmarkWord.NOT_SHOWN


def test_higher_than_most_only_where_that_is_so() -> None:
    """A few very low networks draw the mean down: above the mean is not above most of them."""
    skewed = edition(many(["1.5"] * 4 + ["4.1"] * 7, 40)).edition
    figures = skewed.themes[0]
    assert figures.mean < Decimal("3.9") < figures.median
    narrow = Edition(CUT_OFF, "2", (replace(figures, spread=Decimal("0.20"), mean_error=Decimal("0.05")),))
    assert compare(own("3.9 (200)"), "a", narrow).word == BenchmarkWord.SAME
    assert compare(own("4.4 (200)"), "a", narrow).word == BenchmarkWord.HIGHER


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("3.9 (15)", "same"),  # as printed in the middle half 3.0 to 3.9, though far from the mean 3.44
        ("4.0 (30)", "outside"),  # margin 3.6 to 4.4
        ("4.1 (30)", "outside"),  # margin 3.7 to 4.5, which holds the median 3.7
        ("4.2 (30)", "higher"),  # margin 3.8 to 4.6
        ("4.2+ (30)", "higher"),
        ("2.9 (8)", "outside"),
        ("2.9 (30)", "lower"),
    ],
)
def test_a_clear_word_never_contradicts_what_stands_beside_it(written: str, word: str) -> None:
    printed = {"lower": "3.0", "median": "3.7", "upper": "3.9", "mean": "3.44", "mean_error": "0.05", "spread": "1.20"}
    figures = replace(BENCHMARK.themes[0], **{name: Decimal(value) for name, value in printed.items()})
    assert compare(own(written), "a", Edition(CUT_OFF, "2", (figures,))).word == word


@pytest.mark.parametrize(
    ("theme", "more", "word"),
    [
        ("a", {"item_version": 2}, "not_comparable"),
        ("b", {}, "not_shown"),
    ],
)
def test_another_theme_or_version(theme: str, more: dict[str, int], word: str) -> None:
    found = compare(results({theme: ("4.8 (40)",)}, **more), theme, BENCHMARK)
    assert (found.word, found.figures) == (word, None)


def test_another_scoring_is_another_theme() -> None:
    of = own("4.8 (40)")
    other = replace(of, themes=(replace(of.themes[0], scoring="mean"),))
    assert compare(other, "a", BENCHMARK).word == BenchmarkWord.NOT_COMPARABLE


def test_all_themes_in_questionnaire_order() -> None:
    of = results({"b": ("3.0 (9)",), "a": ("3.0 (9)",)})
    assert [each.theme for each in comparisons(of, BENCHMARK)] == ["b", "a"]


def test_a_theme_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        compare(own("3.0 (9)"), "b", BENCHMARK)


TENTHS = st.integers(10, 50).map(lambda tenths: f"{tenths / 10}")


@given(TENTHS, st.sampled_from(["", "+", "-"]), st.integers(5, 60), st.integers(0, 40), st.integers(0, 40))
@settings(deadline=None)
def test_a_word_is_a_function_of_this_average_and_the_edition(
    value: str, coded: str, n: int, sent_in: int, returning: int
) -> None:
    written = f"{value}{coded} ({n})"
    word = compare(own(written), "a", BENCHMARK).word
    other = results(
        {"a": (written, "4.0+ (6)", "-"), "b": ("1.0 (9)", "-", "-")},
        plan=("library", "rest"),
        response=(40, sent_in, returning),
        closed_on=date(2030, 5, 5),
    )
    assert compare(other, "a", BENCHMARK).word == word


@given(TENTHS, TENTHS, st.integers(5, 60))
@settings(deadline=None)
def test_a_higher_average_never_gets_a_lower_word(first: str, second: str, n: int) -> None:
    order = ["lower", "below", "same", "above", "higher"]
    low, high = (
        compare(own(f"{value} ({n})"), "a", BENCHMARK).situation for value in sorted([first, second], key=float)
    )
    assert order.index(low) <= order.index(high)


def test_comparing_takes_results_and_can_reach_no_answers() -> None:
    """By types, and by what is loaded: the package brings neither answers nor data frames."""
    assert list(get_type_hints(compare).values())[:3] == [Results, str, Edition]
    code = (
        "import sys, reports.benchmark; print([m for m in ('reports.answers', 'pandas', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def flagged(spread: float, networks: int, repeats: int, seed: int) -> tuple[float, float]:
    """Return the shares of networks with a word and, among these, with the wrong one, as statistics A5 simulates."""
    random, said, wrong = Random(seed), 0, 0  # noqa: S311 -- a simulation
    for _ in range(repeats):
        truths = [random.gauss(3.5, spread) for _ in range(networks)]
        sizes = [min(40, max(5, round(random.lognormvariate(2.7, 0.55)))) for _ in truths]
        means = [truth + random.gauss(0, float(SPREAD)) / size**0.5 for truth, size in zip(truths, sizes, strict=True)]
        written = [f"{min(5, max(1, mean)):.1f} ({size})" for mean, size in zip(means, sizes, strict=True)]
        made = edition(one(number, each) for number, each in enumerate(written)).edition
        for truth, each in zip(truths, written, strict=True):
            word = compare(own(each), "a", made).word
            said += word in (BenchmarkWord.HIGHER, BenchmarkWord.LOWER)
            wrong += word == (BenchmarkWord.LOWER if truth > 3.5 else BenchmarkWord.HIGHER)
    return said / (repeats * networks), wrong / max(said, 1)


@pytest.mark.parametrize(
    ("networks", "spread", "share"),
    [(12, 0.15, 0.01), (12, 0.35, 0.16), (20, 0.15, 0.01), (20, 0.35, 0.17), (60, 0.15, 0.01), (60, 0.35, 0.19)],
)
def test_words_fall_about_as_often_as_simulated(networks: int, spread: float, share: float) -> None:
    """The shares of A5's table; that one has items in whole points, where this has averages."""
    said, wrong = flagged(spread, networks, repeats=2400 // networks, seed=6)
    assert said == pytest.approx(share, abs=0.06)
    assert wrong <= 0.05
