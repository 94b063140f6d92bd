"""A question that no answers lead to is found, and one that some answers lead to is never called so."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires.conditions import And, Condition, Leaf, Not, Or
from questionnaires.definition import Page, Questionnaire
from questionnaires.reachability import can_be_asked
from questionnaires.showing import Facts, showing
from questionnaires.types.base import Question
from questionnaires.types.parts import Answer
from tests.unit.questionnaires.asking import definition, question

POOL: dict[str, Question] = {
    "grade": question("conditions", "grade"),
    "phase": question("conditions", "phase"),
    "groups": question("conditions", "groups"),
    "depth": question("conditions", "depth"),
    "few": question("multiple_choice", "m-1").model_copy(update={"id": "few"}),
    "n-2": question("whole_number", "n-2"),
    "words": question("conditions", "words"),
}

#: Every answer that there is to each, as far as a condition can tell them apart.
REAL: dict[str, list[Answer]] = {
    "grade": [None, *range(1, 11)],
    "phase": [None, "start", "halfway", "done"],
    "groups": [None, ["young"], ["parents"], ["young", "parents"], ["nobody"]],
    "depth": [
        None,
        *({moment: step} for moment in ("now", "needed") for step in ("tell", "share")),
        *({"now": now, "needed": needed} for now in ("tell", "share") for needed in ("tell", "share")),
    ],
    "few": [
        None,
        *([each] for each in ("young", "parents", "older", "nobody", "dk")),
        *(["young", "parents"], ["young", "older"], ["parents", "older"]),
    ],
    "n-2": [None, {"how": "unknown"}, *({"number": number} for number in range(1, 13))],
    "words": [None, {"text": "Ja.", "share": False}],
}


def leaf(name: str, operator: str, value: Any, *part: str) -> Leaf:
    return Leaf("question", name, operator, value, part)  # type: ignore[arg-type]  # an operator by its name


def leaves_of(name: str) -> st.SearchStrategy[Leaf]:
    """Return comparisons of every kind that the check lets through."""
    answered = st.booleans().map(lambda value: leaf(name, "answered", value))
    if name in ("groups", "few"):
        options = ["young", "parents", "nobody", *(["older", "dk"] if name == "few" else [])]
        return answered | st.sampled_from(options).map(lambda value: leaf(name, "includes", value))
    if name == "depth":
        steps, moment = st.sampled_from(["tell", "share"]), st.sampled_from(["now", "needed"])
        return (
            answered
            | st.builds(lambda step, part: leaf(name, "equals", step, part), steps, moment)
            | st.builds(lambda value, part: leaf(name, "answered", value, part), st.booleans(), moment)
        )
    if name in ("grade", "n-2"):
        numbers = st.integers(0, 13)
        return (
            answered
            | numbers.map(lambda value: leaf(name, "at_least", value))
            | numbers.map(lambda value: leaf(name, "equals", value))
            | st.lists(numbers, min_size=1, max_size=3).map(lambda values: leaf(name, "in", tuple(values)))
        )
    if name == "phase":
        return answered | st.sampled_from(["start", "halfway", "done"]).map(lambda value: leaf(name, "equals", value))
    return answered


def conditions_about(names: list[str]) -> st.SearchStrategy[Condition]:
    atoms = st.one_of([leaves_of(name) for name in names])
    return st.recursive(
        atoms,
        lambda inside: (
            st.builds(Not, inside)
            | st.builds(And, st.lists(inside, min_size=1, max_size=3).map(tuple))
            | st.builds(Or, st.lists(inside, min_size=1, max_size=3).map(tuple))
        ),
        max_leaves=5,
    )


def with_conditions(conditions: dict[str, Condition]) -> Questionnaire:
    parts = [*POOL.values()]
    for name, condition in conditions.items():
        parts.append(question("conditions", "phase").model_copy(update={"id": name, "show_when": condition}))
    page = Page(id="page", title=parts[0].text, parts=tuple(parts))
    base = definition("conditions")  # built anew: a copy would keep what was looked up in the old one before
    settings = {name: getattr(base, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate(settings | {"pages": (page,)})


def all_answers(names: list[str]) -> Iterator[dict[str, Answer]]:
    for answers in product(*(REAL["phase" if name == "middle" else name] for name in names)):
        yield dict(zip(names, answers, strict=True))


@settings(max_examples=40, deadline=None)
@given(st.data(), st.lists(st.sampled_from(sorted(POOL)), min_size=1, max_size=2, unique=True))
def test_the_check_agrees_with_trying_every_answer(data: st.DataObject, names: list[str]) -> None:
    middle = data.draw(conditions_about(names))
    to_middle = st.sampled_from(["start", "done"]).map(lambda value: leaf("middle", "equals", value))
    last = data.draw(conditions_about(names) | st.builds(lambda a, b: And((a, b)), to_middle, conditions_about(names)))
    conditions: dict[str, Condition | None] = {"middle": middle, "last": last}
    asked = with_conditions({"middle": middle, "last": last})

    reachable = can_be_asked("last", conditions, asked.questions)

    assert reachable == any(
        "last" in showing(asked, answers, Facts()).shown for answers in all_answers([*names, "middle"])
    )


def is_possible(*parts: Leaf | Not) -> bool:
    return can_be_asked("last", {"last": And(parts)}, POOL)


@pytest.mark.parametrize(
    "parts",
    [
        (leaf("groups", "includes", "young"), leaf("groups", "includes", "parents")),
        (leaf("groups", "includes", "parents"), leaf("groups", "includes", "young")),
        (leaf("groups", "answered", True), Not(leaf("groups", "includes", "young"))),
        (leaf("few", "answered", True), *(Not(leaf("few", "includes", each)) for each in ("young", "older", "dk"))),
        (leaf("n-2", "answered", True), Not(leaf("n-2", "at_least", 1))),
        (leaf("n-2", "at_least", 12),),
        (leaf("depth", "answered", True), leaf("depth", "answered", False, "now")),
        (Leaf("round", "number", "at_least", 3), Not(Leaf("round", "number", "at_least", 4))),
        (Leaf("round", "blocks", "includes", "a"), Not(Leaf("round", "blocks", "includes", "b"))),
        (Not(Leaf("organisation", "kind", "in", ("library", "welfare"))),),
    ],
)
def test_what_some_answers_make_true_is_possible(parts: tuple[Leaf | Not, ...]) -> None:
    assert is_possible(*parts)


@pytest.mark.parametrize(
    "parts",
    [
        (leaf("groups", "includes", "young"), leaf("groups", "includes", "nobody")),
        (leaf("few", "includes", "young"), leaf("few", "includes", "parents"), leaf("few", "includes", "older")),
        (leaf("grade", "at_least", 11),),
        (leaf("grade", "at_least", 8), Not(leaf("grade", "at_least", 6))),
        (leaf("grade", "equals", 3), leaf("grade", "equals", 4)),
        (leaf("n-2", "at_least", 13),),
        (leaf("depth", "answered", False), leaf("depth", "equals", "tell", "now")),
        (leaf("depth", "answered", True), *(leaf("depth", "answered", False, each) for each in ("now", "needed"))),
        (Leaf("round", "number", "equals", 0),),
        (Leaf("organisation", "kind", "equals", "library"), Leaf("organisation", "kind", "equals", "welfare")),
    ],
)
def test_what_no_answers_make_true_is_not(parts: tuple[Leaf | Not, ...]) -> None:
    assert not is_possible(*parts)


def test_organisations_of_a_network_can_be_ticked_together() -> None:
    partners = question("roster", "c-with")
    all_of_them = And(tuple(leaf("c-with", "includes", f"o{number}") for number in range(3)))
    assert can_be_asked("last", {"last": all_of_them}, {"c-with": partners})
    one = partners.model_copy(update={"at_most": 1})
    assert not can_be_asked("last", {"last": all_of_them}, {"c-with": one})


def test_a_contradiction_through_a_chain_is_found() -> None:
    conditions: dict[str, Condition | None] = {
        "phase": leaf("grade", "at_least", 8),
        "groups": leaf("phase", "equals", "done"),
        "last": And((leaf("groups", "answered", True), Not(leaf("grade", "at_least", 7)))),
    }
    assert not can_be_asked("last", conditions, POOL)
    assert can_be_asked("groups", conditions, POOL)


def test_more_than_can_be_tried_is_taken_to_be_possible() -> None:
    many = And(tuple(leaf("c-with", "includes", f"o{number}") for number in range(40)))
    never = And((many, leaf("grade", "at_least", 11)))
    assert can_be_asked("last", {"last": never}, POOL | {"c-with": question("roster", "c-with")})
