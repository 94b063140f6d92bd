"""Invented answers to lists fit who there is, what people find of their municipality, and what everybody knows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from questionnaires import catalogue
from questionnaires.kinds import partner_kinds
from questionnaires.types.checklist import Checklist
from questionnaires.types.role_cards import RoleCards
from survey.demo.patterns import Pattern, generate
from survey.demo.people import Person
from survey.demo.places import ORGANISATIONS
from survey.demo.plausible import SEES, TASKS, Setting, plausible
from survey.services.planning import DEFAULT_QUESTIONNAIRE

QUESTIONNAIRE = catalogue.latest(DEFAULT_QUESTIONNAIRE)
PROFILE = catalogue.latest("organisatieprofiel")
KINDS = ("library", "welfare", "municipality", "formal-provider", "volunteer-provider", "health")
CARDS = ("roles-find", "roles-learn")


@cache
def answered(*, municipality: float = 0.0, seed: int = 3) -> list[Mapping[str, Any]]:
    people = [Person(str(number), None, KINDS[number % len(KINDS)]) for number in range(240)]
    pattern = Pattern(shifts={"municipality": municipality})
    return list(generate(pattern, people, QUESTIONNAIRE, round_number=1, seed=(seed,), kinds=KINDS))


def leaders(task: str, *, seed: int = 3) -> Counter[str]:
    """Count who should lead a task, by everybody who says so."""
    said = (
        each[card][task].get("lead") for card in CARDS for each in answered(seed=seed) if task in (each[card] or {})
    )
    return Counter(kind for kind in said if kind and kind != "dk")


def tasks() -> Iterator[str]:
    for card in map(QUESTIONNAIRE.questions.__getitem__, CARDS):
        assert isinstance(card, RoleCards)
        yield from (task.id for task in card.tasks)


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize(
    ("task", "kind"),
    [("steer", "municipality"), ("formal", "formal-provider"), ("volunteers", "volunteer-provider"),
     ("intake", "library")],
)  # fmt: skip
def test_a_task_is_led_by_the_kind_that_it_belongs_to(task: str, kind: str, seed: int):
    if task in tasks():
        assert leaders(task, seed=seed).most_common(1)[0][0] == kind


@pytest.mark.parametrize("seed", range(1, 6))
def test_health_leads_nothing(seed: int):
    assert all(leaders(task, seed=seed).most_common(1)[0][0] != "health" for task in tasks())


def said_yes(line: str, *, municipality: float) -> float:
    """Return which part of those who know says yes to a line about the municipality."""
    said = [(each["mc-lines"] or {}).get(line) for each in answered(municipality=municipality)]
    known = [choice for choice in said if choice and choice != "dk"]
    return known.count("yes") / len(known)


def agrees(statement: str, *, municipality: float) -> float:
    values = [each[statement] for each in answered(municipality=municipality)]
    known = [value for value in values if isinstance(value, int)]
    return sum(value >= 4 for value in known) / len(known)


def test_the_same_is_said_of_the_municipality_wherever_it_is_asked():
    """Money for more than one year stands on both lists: who agree with the one say yes to the other."""
    weak, strong = ({"municipality": shift} for shift in (-1.6, 1.0))
    assert (agrees("mu-5", **weak) < 0.25, said_yes("mc-money", **weak) < 0.25) == (True, True)
    assert (agrees("mu-5", **strong) > 0.7, said_yes("mc-money", **strong) > 0.6) == (True, True)


@pytest.mark.parametrize("line", ["mc-policy", "mc-goal", "mc-contact", "mc-desk", "mc-letters"])
def test_a_weak_municipality_gets_less_yes_on_every_line(line: str):
    assert said_yes(line, municipality=-1.6) + 0.2 < said_yes(line, municipality=1.0)


def step(moment: str, *, municipality: float) -> float:
    steps = ("none", "knows", "talks", "pays", "steers")
    said = [(each["mc-level"] or {}).get(moment) for each in answered(municipality=municipality)]
    known = [steps.index(choice) for choice in said if choice in steps]
    return sum(known) / len(known)


def test_people_want_more_of_their_municipality_than_it_does():
    assert step("now", municipality=-1.6) + 0.5 < step("needed", municipality=-1.6)
    assert step("now", municipality=-1.6) + 0.5 < step("now", municipality=1.0)


def test_groups_that_many_kinds_see_are_reached_better():
    few, many = Setting(("work",)), Setting(("library", "welfare", "volunteer-provider", "community"))
    assert (plausible("rg-groups.nt2-long", "good", few) or 0) < (plausible("rg-groups.nt2-long", "good", many) or 0)
    assert (plausible("rg-groups.young", "hardly", many) or 0) > (plausible("rg-groups.young", "good", many) or 0)


def test_other_lists_go_as_they_go():
    assert plausible("form-purpose", "inform", Setting()) is None
    assert plausible("rg-focus", "older", Setting()) is None


def test_every_kind_task_and_group_is_one_that_is_asked():
    assert set(TASKS) <= set(partner_kinds())
    assert set(ORGANISATIONS) == set(SEES) <= set(partner_kinds())
    asked = PROFILE.questions["rf-tasks"]
    assert isinstance(asked, Checklist)
    assert {task for done in TASKS.values() for task in done} <= {line.id for line in asked.lines}
    groups = QUESTIONNAIRE.questions["rg-groups"]
    assert isinstance(groups, Checklist)
    assert {group for seen in SEES.values() for group in seen} <= {line.id for line in groups.lines}
