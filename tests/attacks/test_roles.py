"""Everybody who can look, alone and two together, puts together what is published; the attacker gets all of it."""

from itertools import combinations

import pytest
from flask import Flask

from reports.answers import answer_frame
from reports.disclosure.attacker import Violation
from reports.disclosure.gate import Level
from reports.results import Cell, publishing
from tests.attacks.channels import CHANNELS, ROLES, rebuilt_from_page
from tests.attacks.chosen import CHOSEN
from tests.attacks.closed_round import Attacked, closed
from tests.attacks.published_numbers import stored, unpublished
from tests.attacks.rebuilding import said_by
from tests.attacks.whole_round import attack
from tests.factories import the_questionnaire

#: One who looks, or two who tell each other.
WHO = [frozenset(each) for each in (*zip(ROLES, strict=True), *combinations(ROLES, 2))]


def known(attacked: Attacked) -> dict[frozenset[str], frozenset[Cell]]:
    """Return the stored cells that each can put together; a statement that is no stored cell is an error.

    Each channel that statements stand on is read once, whoever can open it.
    """
    shown = {said_by(cell): cell for cell in stored(attacked).cells if cell.shown}
    found = {channel: channel.rebuild(attacked) for channel in CHANNELS if channel.rebuild}
    return {
        who: frozenset(shown[said] for channel, told in found.items() if who & set(channel.roles) for said in told)
        for who in WHO
    }


def on_report(attacked: Attacked) -> set[Cell]:
    """Return the stored cells whose averages stand in the tables of the page."""
    shown = {said_by(cell): cell for cell in stored(attacked).cells if cell.shown}
    return {shown[said] for said in rebuilt_from_page(attacked)}


def given_away(attacked: Attacked, found: dict[frozenset[str], frozenset[Cell]]) -> set[Violation]:
    """Let the attacker loose on everything that anybody, or any two, can put together."""
    asked, plan = the_questionnaire(), [group.id for group in stored(attacked).plan]
    answers = answer_frame(attacked.rows, asked)
    return {each for cells in set(found.values()) for each in attack([*cells], asked, answers, plan)}


def test_nobody_and_no_two_together_read_more_than_what_is_stored(attacked: Attacked) -> None:
    found = known(attacked)
    shown = {cell for cell in stored(attacked).cells if cell.shown}

    assert found[frozenset({"anybody"})] == set()
    assert {cell for cell in shown if cell.measure == "theme_mean"} == on_report(attacked)
    assert found[frozenset({"participant"})] == shown  # the report is handed out as data too
    assert found[frozenset({"operator"})] == found[frozenset({"participant", "operator"})] == shown
    assert given_away(attacked, found) == set()


@pytest.mark.parametrize("name", CHOSEN)
def test_rounds_that_are_hard_to_protect_give_nobody_away(chosen_rounds: dict[str, Attacked], name: str) -> None:
    attacked = chosen_rounds[name]
    results = stored(attacked)

    for channel in [each for each in CHANNELS if not each.of_many]:
        strange = unpublished(channel.harvest(attacked), results, compared=channel.has_differences)
        assert (channel.name, strange) == (channel.name, {})
    found = known(attacked)
    assert set().union(*found.values()) == {cell for cell in results.cells if cell.shown}
    assert given_away(attacked, found) == set()


def test_pages_over_these_networks_say_what_each_of_them_published(chosen_rounds: dict[str, Attacked]) -> None:
    every = list(chosen_rounds.values())

    for channel in [each for each in CHANNELS if each.of_many]:
        strange = unpublished(channel.harvest(every[0]), *map(stored, every), compared=channel.has_differences)
        assert (channel.name, strange) == (channel.name, {})


def test_without_the_gate_the_application_would_give_people_away(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two groups of five of one mind each, and all other rules in force."""
    monkeypatch.setattr(publishing, "settle", lambda theme, draft: Level.FULL)

    attacked = closed(committed_app, "Twee keer vijf", CHOSEN["Twee keer vijf"].fill)

    assert {found.kind for found in given_away(attacked, known(attacked))} == {"answer", "score"}
