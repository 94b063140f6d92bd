"""Attacks by and on who came in by a code or on paper: numbers of people (22), and invented respondents (23)."""

from collections.abc import Callable

import pytest
from flask import Flask

from reports.disclosure.policy import K
from reports.results import Cell
from tests.attacks.channels import CHANNELS
from tests.attacks.closed_round import closed
from tests.attacks.harvesting import denominators
from tests.attacks.published_numbers import stored, unpublished
from tests.factories import OpenRound, answer, coded_answers, make_round, statements
from tests.joining import answer_by_code, make_code
from tests.pages import PageClient

MEMBERS = {"library": 6, "welfare": 6}
Fill = Callable[[Flask], tuple[OpenRound, list[dict[str, str]]]]


def joined_by(name: str, *, invited: int = 12, meeting: int = 0, paper: int = 0, view: int = 1) -> Fill:
    """Return how to fill in a round: the invited each in their own way, all others with one and the same view."""

    def fill(app: Flask) -> tuple[OpenRound, list[dict[str, str]]]:
        opened = make_round(app, MEMBERS, name=name)
        forms = [coded_answers(person) for person in range(invited)]
        for token, form in zip(opened.tokens, forms, strict=False):
            answer(app, token, form)
        answer_by_code(app, opened, meeting, statements(view))
        answer_by_code(app, opened, paper, statements(view), "paper")
        return opened, forms

    return fill


def published(app: Flask, name: str, **people: int) -> dict[tuple[str, ...], Cell]:
    """Return the published cells of a round, by what they are about."""
    attacked = closed(app, name, joined_by(name, **people))
    return {cell.key: cell for cell in stored(attacked).cells}


def test_22_no_channel_names_a_number_of_people_that_is_not_published(
    fresh_app: Callable[[str], Flask], engine_name: str
) -> None:
    attacked = closed(fresh_app(engine_name), "Met code", joined_by("Met code", meeting=3, paper=1))
    results = stored(attacked)

    assert (results.response.sent_in, results.response.by_code) == (12, 4)
    for channel in CHANNELS:
        harvested = channel.harvest(attacked)
        assert unpublished(harvested, results) == {}, channel.name
        assert all(number >= K for number in denominators(harvested)), channel.name


def test_23_whoever_invents_respondents_moves_nothing_where_a_group_is_shown(committed_app: Flask) -> None:
    """A coordinator who joins forty times, all at one end, and then all at the other."""
    without = published(committed_app, "Zonder")
    low = published(committed_app, "Laag", meeting=20, paper=20, view=1)
    high = published(committed_app, "Hoog", meeting=20, paper=20, view=5)

    beside_groups = {
        key[1] for key, cell in without.items() if key[0] == "theme_mean" and key[-1] != "total" and cell.shown
    }
    assert beside_groups
    assert [key for key, cell in without.items() if key[1] in beside_groups and not cell == low[key] == high[key]] == []


def test_23_invented_respondents_do_not_bring_out_what_four_people_answered(committed_app: Flask) -> None:
    found = published(committed_app, "Vier", invited=4, meeting=20, paper=20, view=3)

    assert {cell.kind for cell in found.values()} == {"withheld"}


def test_23_that_there_are_any_takes_nothing_away_either(committed_app: Flask) -> None:
    """Otherwise one who wants nothing published would join by the code."""
    without, beside = (published(committed_app, name, meeting=number) for name, number in (("Nul", 0), ("Een", 1)))

    assert {key for key, cell in without.items() if cell.shown} <= {key for key, cell in beside.items() if cell.shown}


@pytest.mark.parametrize("purpose", ["meeting", "paper"])
def test_2_the_pages_behind_a_code_say_the_same_whoever_answered(committed_app: Flask, purpose: str) -> None:
    opened = make_round(committed_app, MEMBERS)
    code = make_code(committed_app, opened, purpose)  # type: ignore[arg-type]  # both are purposes
    addresses = ("/meedoen", f"/meedoen/{code.token}")
    before = [PageClient(committed_app).get(address).words for address in addresses]

    answer(committed_app, opened.tokens[0], coded_answers(0))
    answer_by_code(committed_app, opened, 2, coded_answers(1))
    answer_by_code(committed_app, opened, 2, coded_answers(2), "paper")

    assert [PageClient(committed_app).get(address).words for address in addresses] == before
