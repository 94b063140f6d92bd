"""Attacks on the benchmark: a network told from two editions or two readers (4)."""

import json
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from reports.benchmark import making
from survey.database import writing
from tests.attacks.harvesting import LANGUAGES
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
    report_token,
)


def shown(app: Flask, cut_off: date) -> tuple[str, dict[str, Any]]:
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
    return shown(app, CUT_OFF_BEFORE), shown(app, CUT_OFF)


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
