"""How a network stands is what its report says, and nothing else."""

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal

import pytest

from reports.benchmark import compare
from reports.benchmark.edition import figure_key
from reports.gap import gap
from reports.profile import reach_sums, role_cards
from reports.report import ReportInput
from reports.results import Results
from reports.standing import Fact, standing_of
from reports.status import StatusName, theme_status
from reports.trend import TrendOutcome, compare_rounds
from survey.demo.others import edition_of_others
from tests.unit.reports.networks import NETWORKS, given


@pytest.mark.parametrize("name", NETWORKS)
def test_every_theme_stands_as_the_report_has_it(name: str) -> None:
    source = given(name)[0]
    standing, results = standing_of(source), source.results

    assert [each.theme for each in standing.themes] == [each.id for each in results.themes]
    for each in standing.themes:
        assert each.average == results.cell("theme_mean", each.theme)
        assert each.status == theme_status(results, each.theme).names
        made = results.theme(each.theme)
        assert made is not None
        assert each.version == figure_key(made)
    assert (standing.invited, standing.sent_in) == (results.response.invited, results.response.sent_in)


def test_a_theme_moved_as_the_trend_says() -> None:
    source = given("large")[0]
    assert source.previous is not None
    trend = compare_rounds(before=source.previous, now=source.results)

    standing = standing_of(source)

    assert standing.composition_changed is trend.composition_changed
    moved = {each.theme: (each.outcome, each.difference, each.margin) for each in standing.themes}
    assert moved == {each.theme: (each.outcome, each.difference, each.margin) for each in trend.themes}
    assert TrendOutcome.RISE in {outcome for outcome, *_ in moved.values()}


def test_a_first_round_moved_nowhere() -> None:
    standing = standing_of(given("small")[0])

    assert standing.composition_changed is None
    assert {each.outcome for each in standing.themes} == {None}


def test_library_and_welfare_stand_beside_each_other_where_both_are_groups() -> None:
    source = given("divided")[0]

    standing = standing_of(source)

    for each in standing.themes:
        found = gap(source.results, each.theme, "library", "welfare")
        assert (each.library, each.welfare, each.gap) == (found.first, found.second, found.word)
        assert (each.gap_difference, each.gap_margin) == (found.difference, found.margin)
    assert {each.gap for each in standing_of(without_welfare(source.results)).themes} == {None}


def without_welfare(results: Results) -> ReportInput:
    """Return the input of a round whose plan does not have welfare as a group."""
    plan = tuple(group for group in results.plan if group.id != "welfare")
    cells = tuple(cell for cell in results.cells if cell.group != "welfare")
    return replace(given("divided")[0], results=replace(results, plan=plan, cells=cells))


def test_the_word_beside_other_networks_is_the_reports() -> None:
    alone = given("middling")[0]
    edition = edition_of_others(date(2026, 7, 1), seed=1).edition

    words = {each.theme: each.beside for each in standing_of(replace(alone, edition=edition)).themes}

    assert words == {theme: compare(alone.results, theme, edition).word for theme in words}
    assert len(set(words.values())) > 1
    assert {each.beside for each in standing_of(alone).themes} == {None}


def test_a_divided_theme_is_called_so() -> None:
    names = {each.theme: each.status for each in standing_of(given("divided")[0]).themes}

    assert names["roles"] == (StatusName.DIVIDED,)


def test_what_organisations_say_is_told_without_their_names() -> None:
    source = given("large")[0]
    assert source.profile is not None
    facts = standing_of(source).facts

    cards = role_cards(source.profile)
    assert [(each.subject, each.choice) for each in facts if each.measure == "task"] == [
        (card.task.id, card.status.value) for card in cards
    ]
    sums = {each.question: each for each in reach_sums(source.profile)}
    numbers = {each.subject: each for each in facts if each.measure == "number"}
    assert {name: each.total for name, each in numbers.items()} == {name: each.total for name, each in sums.items()}
    told = " ".join(str(value) for each in facts for value in asdict(each).values())
    assert not [each.name for each in source.profile.organisations if each.name in told]
    assert not [each.id for each in source.profile.organisations if f" {each.id} " in told]


def test_a_municipality_says_its_step_and_everybody_theirs() -> None:
    measures = {each.measure for each in standing_of(given("large")[0]).facts}

    assert {"municipality", "library", "welfare", "group"} <= measures


def test_a_round_without_profiles_says_nothing_on_behalf_of_organisations() -> None:
    facts = standing_of(given("silent")[0]).facts

    assert {each.measure for each in facts} <= {"everyone"}


def test_a_number_is_told_with_what_is_left_out_of_it() -> None:
    source = given("large")[0]
    assert source.profile is not None
    first = reach_sums(source.profile)[0]

    fact = next(each for each in standing_of(source).facts if each.measure == "number")

    assert fact == Fact(
        "number",
        first.question,
        total=first.total,
        organisations=first.organisations,
        estimated=first.estimated,
        left_out=first.left_out,
        unknown=first.unknown,
        silent=first.silent,
    )


def test_differences_are_in_tenths() -> None:
    found = [each.difference for each in standing_of(given("large")[0]).themes if each.difference is not None]

    assert found
    assert {value.as_tuple().exponent for value in found} == {Decimal("0.1").as_tuple().exponent}
