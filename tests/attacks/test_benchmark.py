"""Attacks on the benchmark: a network told from two editions or two readers (4), a word turned into answers (15)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from questionnaires.types.statement import Statement
from reports.answers import answer_frame
from reports.benchmark import making
from reports.results import ClosedRound, PlanGroup, Results, publish
from survey.database import writing
from survey.services.benchmarks import store_edition
from tests.attacks.channels import LANGUAGES
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, answer, close_round, coded_answers, make_round, the_questionnaire
from tests.pages import PageClient
from tests.published_networks import (
    CUT_OFF,
    CUT_OFF_BEFORE,
    LATELY,
    OTHERS,
    add_many,
    add_published,
    averages,
    moment,
    network_of,
    others,
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


@dataclass(frozen=True, slots=True)
class Answering:
    """What everybody of a round answers, and what that publishes."""

    answers: list[dict[str, str]]
    results: Results

    @property
    def total(self) -> int:
        """The sum of all answers: two different ones have different raw averages."""
        return sum(int(value) for answers in self.answers for value in answers.values())


MEMBERS = {"library": 7, "municipality": 8, "welfare": 7}
GROUPS = ("library",) * 7 + ("rest",) * 8 + ("welfare",) * 7


def answering(answers: Sequence[dict[str, str]]) -> Answering:
    questionnaire, day = the_questionnaire(), date(2026, 1, 1)
    nothing = dict.fromkeys(questionnaire.questions)
    rows = [
        (group, nothing | {key: int(value) for key, value in each.items()})
        for group, each in zip(GROUPS, answers, strict=True)
    ]
    plan = tuple(PlanGroup(group) for group in ("library", "welfare", "rest"))
    closed = ClosedRound(opened_on=day, closed_on=day, plan=plan, invited=len(rows))
    return Answering(
        list(answers), publish(answer_frame(rows, questionnaire), questionnaire=questionnaire, closed=closed)
    )


def twins(changes: int) -> tuple[Answering, Answering]:
    """Return two rounds that publish the same, though ``changes`` people answered a statement more favourably."""
    first = second = answering([coded_answers(person) for person in range(len(GROUPS))])
    statements = [key for key, each in the_questionnaire().questions.items() if isinstance(each, Statement)]
    for person, key in enumerate(statements):
        changed = [dict(each) for each in second.answers]
        mine = changed[person % len(GROUPS)]
        mine[key] = {"1": "2", "4": "5"}.get(mine[key], mine[key])
        tried = answering(changed)
        if tried.total != second.total and tried.results == first.results:
            second = tried
        if second.total - first.total == changes:
            return first, second
    raise AssertionError("no two different rounds publish the same")


def in_groups(opened: OpenRound) -> list[str]:
    """Return the personal links' secrets in the order of ``GROUPS``."""
    return [
        token for _, token in sorted(zip(opened.groups, opened.tokens, strict=True), key=lambda pair: pair[0] or "")
    ]


def everything_said(app: Flask, opened: OpenRound, network: str) -> list[str]:
    """Return all that can be read about a round, without the network's name and its links."""
    client, forms = PageClient(app), ([], ["--format", "json"])
    pages = [client.get(f"{opened.report}?taal={language}").text for language in LANGUAGES]
    commands = ["\n".join(run_in(app, "results", "show", network, *form)) for form in forms]
    return [each.replace(opened.report_token, "").replace(network, "") for each in [*pages, *commands]]


def test_15_different_answers_that_publish_the_same_get_the_same_words(committed_app: Flask) -> None:
    """Every word, sentence and position is a function of what is published: answers behind it change nothing."""
    with committed_app.app_context(), writing() as session:
        store_edition(session, others(), at=moment(CUT_OFF))
    said: list[list[str]] = []
    for name, each in zip((NETWORK, "Taalnetwerk Heidebeek"), twins(changes=4), strict=True):
        opened = make_round(committed_app, MEMBERS, name=name)
        for token, answers in zip(in_groups(opened), each.answers, strict=True):
            answer(committed_app, token, answers)
        close_round(committed_app, opened.id)
        said.append(everything_said(committed_app, opened, name))

    assert "ndere netwerken" in said[0][0]
    assert said[0] == said[1]


def test_15_this_attack_finds_a_word_from_answers() -> None:
    first, second = twins(changes=1)

    assert first.results.to_json() == second.results.to_json()
    assert first.total != second.total
