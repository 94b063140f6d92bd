"""Facts by name beside published figures: side by side, in types that never mix (attack 12)."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, get_args, get_type_hints

import pytest

import reports.profile as package
from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.respondent import Respondent
from reports.answers import answer_frame
from reports.profile import MunicipalLine, Said, ThemeVoices, Voice, municipal_check, theme_voices
from reports.results import TOTAL, Cell, ClosedRound, PlanGroup, Results, publish
from tests.network_profiles import network, published, shares, withheld

AVERAGE = Cell("theme_mean", "roles", TOTAL, "exact", Decimal("3.4"), Decimal("3.4"), 18)
LIBRARY = Cell("theme_mean", "roles", "library", "exact", Decimal("2.1"), Decimal("2.1"), 8)
MONEY = shares("mc-lines.mc-money", yes="0.20-", partly="0.30", no="0.40", dk="0.20-")


def test_the_municipality_beside_everybody():
    profile = network(
        {"a": {"mc-lines": {"mc-money": "yes"}}, "b": {"mc-level": {"needed": "steers"}}, "c": None},
        a="municipality",
        b="municipality",
        c="library",
    )
    lines = municipal_check(profile, published(*MONEY, withheld("mc-lines.mc-goal"), *shares("rg-focus", older="0.30")))
    assert lines == (
        MunicipalLine("mc-lines.mc-money", (Said("mc-lines.mc-money", "a", "yes"),), MONEY),
        MunicipalLine("mc-lines.mc-goal", (), ()),
        MunicipalLine("mc-level.needed", (Said("mc-level.needed", "b", "steers"),), ()),
    )


def test_several_municipalities_answer_each_for_themselves():
    answers = {name: {"mc-level": {"now": step}} for name, step in {"a": "knows", "b": "pays"}.items()}
    (line,) = municipal_check(network(answers, a="municipality", b="municipality"), published())
    assert [(said.organisation, said.choice) for said in line.own] == [("a", "knows"), ("b", "pays")]


def test_the_voices_beside_the_average_of_the_network():
    profile = network({"a": {"vo-2": "stuck"}, "b": {"vo-2-why": "Wij bellen.", "vo-3": "well"}, "c": None})
    found = theme_voices(profile, published(AVERAGE, LIBRARY, themes=["roles"]))
    voices = (Voice("roles", "a", "stuck"), Voice("roles", "b", None, "Wij bellen."))
    assert found == (
        ThemeVoices("roles", voices, AVERAGE),
        ThemeVoices("municipality", (Voice("municipality", "b", "well"),), None),
    )


def test_a_hidden_average_stays_hidden():
    hidden = Cell("theme_mean", "roles", TOTAL, "withheld", reason="too_few")
    (found,) = theme_voices(network({"a": {"vo-2": "well"}}), published(hidden, themes=["roles"]))
    assert found.average is hidden


@pytest.mark.parametrize("beside", [MunicipalLine, ThemeVoices])
def test_a_type_that_holds_both_calculates_nothing(beside: type[Any]):
    """It has no property or method of its own, so nobody can find a difference ready-made."""
    assert {name for name in vars(beside) if not name.startswith("_")} == {field.name for field in fields(beside)}


def test_what_lies_beside_facts_takes_published_results_only():
    """No function of the package takes answers of persons: only ``Results``, or the profile itself."""
    taken = {
        kind
        for name in package.__all__
        if callable(found := getattr(package, name)) and not isinstance(found, type)
        if name not in ("freeze", "by_organisation")
        for parameter, kind in get_type_hints(found).items()
        if parameter != "return"
    }
    assert taken == {Results, package.ProfileResults}
    assert get_args(get_type_hints(package.freeze)["profiles"]) == (package.Profile,)
    said = get_type_hints(package.by_organisation)
    assert said["profile"] is package.ProfileResults
    assert {name: said[name] for name in ("questionnaire", "language")} == {
        "questionnaire": Questionnaire, "language": str,
    }  # fmt: skip


def one_person_each(size: int, seed: int) -> Results:
    """A network in which every organisation has one person, who is its whole voice."""
    spiegel, random = catalogue.latest("taalnetwerkspiegel"), Random(seed)  # noqa: S311 -- invented answers
    person = Respondent("nl", kinds=("library", "municipality", "welfare"))
    asked = [each for name, each in spiegel.questions.items() if not name.startswith("op-")]
    statements = {item.id for theme in spiegel.themes for item in theme.items}
    rows = [
        (
            "rest",
            {each.id: random.randint(2, 4) if each.id in statements else each.sample(random, person) for each in asked},
        )
        for _ in range(size)
    ]
    plan = (PlanGroup("library"), PlanGroup("rest"))
    closed = ClosedRound(date(2026, 11, 1), date(2026, 11, 13), plan, size, kinds=person.kinds)
    return publish(answer_frame(rows, spiegel, person.kinds), questionnaire=spiegel, closed=closed)


@pytest.mark.parametrize("size", [1, 6, 9, 12])
def test_attack_12_one_person_organisations(size: int):
    """Beside a name stands only what that organisation said on its own behalf, and figures of the whole network."""
    answers: dict[str, Any] = {f"o{n}": {"vo-2": "stuck", "rf-tasks": None} for n in range(size)}
    answers["o0"] |= {"mc-lines": {"mc-money": "yes"}, "mc-level": {"now": "knows"}}
    profile, results = network(answers, o0="municipality"), one_person_each(size, seed=size)
    lines, (voices,) = municipal_check(profile, results), theme_voices(profile, results)
    beside = [cell for line in lines for cell in line.everyone] + [voices.average]
    assert {cell.group for cell in beside if cell} == {TOTAL}
    assert all(cell in results.cells for cell in beside)
    assert (voices.average is not None and voices.average.shown) == (size >= 5)
    # Shares need ten answers to one line: nothing may be said of any line in a network of nine.
    assert size >= 10 or [line.everyone for line in lines] == [()] * 12


def test_attack_12_personal_answers_leave_no_trace_in_the_facts():
    answers = {f"o{n}": {"vo-2": "stuck"} for n in range(12)}
    before = network(answers).hash
    for seed in (1, 2):
        theme_voices(network(answers), one_person_each(12, seed))
        assert network(answers).hash == before
