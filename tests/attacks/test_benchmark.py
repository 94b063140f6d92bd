"""Attacks on the benchmark: a network told from two editions, two readers, or all other networks (4)."""

import json
import re
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, Final
from uuid import UUID

import pytest
from flask import Flask

from reports.benchmark import Edition, Member, NetworkRound, ThemeFigures, make_edition, making, shown
from reports.benchmark.collecting import Part, latest_parts
from reports.disclosure.policy import VERSION
from survey.database import writing
from tests.attacks.channels import CHANNELS
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, Channel, decimals
from tests.attacks.leaving_out import RULE, possible, told
from tests.commands import run_in
from tests.pages import PageClient
from tests.published_networks import (
    CUT_OFF,
    CUT_OFF_BEFORE,
    LATELY,
    OTHERS,
    add_many,
    add_published,
    averages,
    network_of,
    others,
    report_token,
)


def both_forms(app: Flask, cut_off: date) -> tuple[str, dict[str, Any]]:
    """Return the numbers of an edition in both forms, without the day that it is of."""
    select = ["--cut-off", cut_off.isoformat()]
    document = json.loads(run_in(app, "benchmark", "show", "--format", "json", *select)[0])
    return "\n".join(run_in(app, "benchmark", "show", *select)[1:]), {**document, "cut_off": None}


def two_editions(app: Flask, newcomers: int) -> tuple[object, object]:
    """Make an edition, let the first networks of it publish a round that is all ones, and make the next edition."""
    with app.app_context(), writing() as session:
        rounds = add_many(session, OTHERS)
    run_in(app, "benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    with app.app_context(), writing() as session:
        for round_id in rounds[:newcomers]:
            later = averages(20, closed_on=LATELY)
            add_published(session, later, network=network_of(session, round_id), number=2)
    run_in(app, "benchmark", "make")
    return both_forms(app, CUT_OFF_BEFORE), both_forms(app, CUT_OFF)


@pytest.mark.parametrize("newcomers", [1, 4])
def test_4_two_editions_do_not_tell_what_one_to_four_networks_published(committed_app: Flask, newcomers: int) -> None:
    before, after = two_editions(committed_app, newcomers)

    assert before == after


def test_4_this_attack_finds_an_edition_that_follows_one_network(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MIN_CHANGED", 1)

    before, after = two_editions(committed_app, 1)

    assert before != after


def beside(app: Flask, round_id: UUID) -> list[str]:
    """Return all that a report says of the other networks: the last column of the themes' table, in both languages."""
    client, found = PageClient(app), list[str]()
    for language in LANGUAGES:
        table, *_ = client.get(f"/rapport/{report_token(round_id)}?taal={language}").all("table")
        found += ["".join(row[-1].itertext()) for row in table.iter("tr")]
    return found


def test_4_two_readers_together_know_no_more_than_one(committed_app: Flask) -> None:
    """Each is in the edition, and each is shown all of it: neither is left out of the figures beside their own."""
    with committed_app.app_context(), writing() as session:
        rounds = add_many(session, OTHERS)
    run_in(committed_app, "benchmark", "make", "--cut-off", CUT_OFF_BEFORE.isoformat())
    with committed_app.app_context(), writing() as session:
        readers = [
            add_published(session, averages(tenths, closed_on=LATELY), network=network_of(session, of), number=2)
            for tenths, of in zip((21, 34, 48), (*rounds[:2], rounds[-1]), strict=True)
        ]

    first, *more = (beside(committed_app, round_id) for round_id in readers)

    assert first[1] == "3,1 (2,8 tot 3,4)"
    assert all(each == first for each in more)


#: Ten networks, the fewest that an edition is made of; all of twelve people.
TEN: Final = (24, 27, 29, 30, 31, 32, 34, 35, 37, 39)


@cache
def edition_of_ten() -> tuple[ThemeFigures, list[Part]]:
    """Return what an edition of ten networks stores of one theme, and what each network adds to it."""
    rounds = [NetworkRound(Member(UUID(int=of), UUID(int=of)), averages(tenths)) for of, tenths in enumerate(TEN)]
    figures = make_edition(CUT_OFF, rounds).edition.themes[0]
    return figures, latest_parts(CUT_OFF, rounds)[figures.theme]


@pytest.mark.parametrize("place", range(len(TEN)))
def test_4_who_knows_all_networks_but_one_learns_of_it_what_the_quartiles_say_only(place: int) -> None:
    figures, parts = edition_of_ten()
    said = sent(figures)

    found = possible(parts, said, (place,), figures)

    assert found == possible(parts, {name: getattr(figures, name) for name in RULE}, (place,), figures)
    assert (TEN[place],) in found


@pytest.mark.parametrize("places", list(combinations(range(len(TEN)), 2)))
def test_4_who_knows_all_networks_but_two_learns_no_more_of_them(places: tuple[int, int]) -> None:
    figures, parts = edition_of_ten()

    found = possible(parts, sent(figures), places, figures)

    assert found == possible(parts, {name: getattr(figures, name) for name in RULE}, places, figures)
    assert len(found) > 1


def test_4_this_attack_finds_nearly_every_network_by_what_an_edition_stores() -> None:
    """By quartiles one that lies on them can be found, which R7 allows: its own readers are told that figure."""
    figures, parts = edition_of_ten()

    assert alone(figures, parts, sent(figures)) <= 1
    assert alone(figures, parts, told(figures)) >= 8


def alone(figures: ThemeFigures, parts: list[Part], said: dict[str, Any]) -> int:
    """Return of how many networks the average follows from those of all others."""
    return sum(len(possible(parts, said, (place,), figures)) == 1 for place in range(len(parts)))


def sent(figures: ThemeFigures) -> dict[str, Any]:
    """Return every number of an edition's theme that a program finds in what is sent."""
    document = json.loads(shown(Edition(CUT_OFF, VERSION, (figures,))).to_json())
    assert document["themes"][0].keys() == {"theme", "since", *RULE}
    return told(shown(Edition(CUT_OFF, VERSION, (figures,))).themes[0])


#: These hold heights of charts, of which one is the number of answers.
DRAWN: Final = ("figure data", "report for staff")


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_4_no_channel_holds_what_words_are_worked_out_with(attacked: Attacked, channel: Channel) -> None:
    """Mean, error and spread of all networks, and how many answers they are of: every report took this edition."""
    harvested, stored = channel.harvest(attacked), others().edition.themes

    inner = {str(value) for each in stored for value in (each.mean, each.mean_error, each.spread)}
    assert inner & decimals(harvested) == set()
    if channel.name not in DRAWN:
        assert not [each for each in stored if re.search(rf"\b{each.answers}\b", harvested)]
