"""Conditions: what each operator says of each kind of answer, and how they combine."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from questionnaires.conditions import And, Condition, Leaf, Not, Or, both, holds, leaves, written
from questionnaires.showing import Facts, Showing
from questionnaires.types.parts import Answer
from questionnaires.written_conditions import WrittenCondition

ADAPTER = TypeAdapter[Condition](WrittenCondition)

#: An answer of every kind.
ANSWERS: dict[str, Answer] = {
    "grade": 7,
    "statement": "dk",
    "choice": "halfway",
    "ticks": ["young", "older"],
    "number": {"number": 12, "how": "counted"},
    "unknown": {"how": "unknown"},
    "short": "De Taalmaatjes",
    "long": {"text": "Ja.", "share": False},
    "list": {"plan": "yes", "letters": ["do", "lead"]},
    "ladder": {"now": "tell"},
    "cards": {"signal": {"now": ["library"], "lead": "dk"}},
    "roster": {"o1": {"wish": "more"}},
    "skipped": None,
}
FACTS = Facts(kind="library", round_number=2, blocks=("open", "voice"))


def read(condition: dict[str, Any]) -> Condition:
    return ADAPTER.validate_python(condition)


def holds_now(condition: dict[str, Any], facts: Facts = FACTS) -> bool:
    return Showing(frozenset(ANSWERS), ANSWERS, facts).holds(read(condition))


@pytest.mark.parametrize(
    ("about", "operator", "value", "expected"),
    [
        ("grade", "equals", 7, True),
        ("grade", "equals", 8, False),
        ("grade", "in", [6, 7], True),
        ("grade", "in", [8, 9], False),
        ("grade", "at_least", 7, True),
        ("grade", "at_least", 8, False),
        ("grade", "answered", True, True),
        ("grade", "answered", False, False),
        ("statement", "equals", "dk", True),
        ("statement", "equals", 3, False),
        ("statement", "in", [1, "dk"], True),
        ("statement", "at_least", 1, False),
        ("statement", "answered", True, True),
        ("choice", "equals", "halfway", True),
        ("choice", "equals", "half", False),
        ("choice", "in", ["start", "halfway"], True),
        ("choice", "in", ["start"], False),
        ("choice", "includes", "halfway", False),
        ("choice", "includes", "half", False),
        ("choice", "answered", True, True),
        ("ticks", "includes", "older", True),
        ("ticks", "includes", "old", False),
        ("ticks", "includes", "parents", False),
        ("ticks", "equals", "young", False),
        ("ticks", "answered", True, True),
        ("number", "equals", 12, True),
        ("number", "in", [11, 12], True),
        ("number", "at_least", 12, True),
        ("number", "at_least", 13, False),
        ("number", "answered", True, True),
        ("unknown", "answered", True, True),
        ("unknown", "answered", False, False),
        ("unknown", "at_least", 0, False),
        ("unknown", "equals", 0, False),
        ("short", "answered", True, True),
        ("long", "answered", True, True),
        ("long", "answered", False, False),
        ("list", "answered", True, True),
        ("roster", "answered", True, True),
        *((nothing, "answered", True, False) for nothing in ("skipped", "never-seen")),
        *((nothing, "answered", False, True) for nothing in ("skipped", "never-seen")),
        *((nothing, "equals", 7, False) for nothing in ("skipped", "never-seen")),
        *((nothing, "in", [7], False) for nothing in ("skipped", "never-seen")),
        *((nothing, "at_least", 0, False) for nothing in ("skipped", "never-seen")),
        *((nothing, "includes", "a", False) for nothing in ("skipped", "never-seen")),
    ],
)
def test_an_operator_about_an_answer(about: str, operator: str, value: object, expected: bool) -> None:
    assert holds_now({"question": about, operator: value}) is expected


@pytest.mark.parametrize(
    ("about", "part", "operator", "value", "expected"),
    [
        ("ladder", "now", "equals", "tell", True),
        ("ladder", "now", "equals", "share", False),
        ("ladder", "needed", "equals", "tell", False),
        ("ladder", "needed", "answered", False, True),
        ("ladder", "now", "answered", True, True),
        ("list", "plan", "in", ["yes", "partly"], True),
        ("list", "letters", "includes", "lead", True),
        ("list", "letters", "includes", "none", False),
        ("list", "money", "answered", True, False),
        ("cards", "signal.now", "includes", "library", True),
        ("cards", "signal.now", "includes", "welfare", False),
        ("cards", "signal.lead", "equals", "dk", True),
        ("cards", "signal", "answered", True, True),
        ("cards", "intake.now", "includes", "library", False),
        ("grade", "now", "answered", True, False),
        ("skipped", "now", "answered", True, False),
    ],
)
def test_an_operator_about_a_part_of_an_answer(
    about: str, part: str, operator: str, value: object, expected: bool
) -> None:
    assert holds_now({"question": about, "part": part, operator: value}) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"organisation": "kind", "equals": "library"}, True),
        ({"organisation": "kind", "equals": "welfare"}, False),
        ({"organisation": "kind", "in": ["welfare", "library"]}, True),
        ({"round": "number", "equals": 2}, True),
        ({"round": "number", "in": [1, 3]}, False),
        ({"round": "number", "at_least": 2}, True),
        ({"round": "number", "at_least": 3}, False),
        ({"round": "blocks", "includes": "open"}, True),
        ({"round": "blocks", "includes": "reach"}, False),
    ],
)
def test_an_operator_about_the_organisation_or_the_round(condition: dict[str, Any], expected: bool) -> None:
    assert holds_now(condition) is expected


def test_of_a_person_whose_kind_is_not_known_nothing_holds() -> None:
    assert not holds_now({"organisation": "kind", "equals": "library"}, Facts())
    assert holds_now({"not": {"organisation": "kind", "equals": "library"}}, Facts())


YES, NO = {"question": "grade", "equals": 7}, {"question": "grade", "equals": 1}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"and": [YES]}, True),
        ({"and": [YES, YES]}, True),
        ({"and": [YES, NO]}, False),
        ({"or": [NO]}, False),
        ({"or": [NO, YES]}, True),
        ({"or": [NO, NO]}, False),
        ({"not": NO}, True),
        ({"not": YES}, False),
        ({"not": {"not": YES}}, True),
        ({"and": [YES, {"or": [NO, {"not": NO}]}]}, True),
        ({"not": {"and": [YES, {"or": [NO, YES]}]}}, False),
    ],
)
def test_conditions_combine(condition: dict[str, Any], expected: bool) -> None:
    assert holds_now(condition) is expected


def test_both_conditions_hold_where_there_are_two() -> None:
    yes, no = read(YES), read(NO)
    assert (both(None, None), both(yes, None), both(None, yes)) == (None, yes, yes)
    assert both(yes, no) == And((yes, no))


def test_the_way_to_each_comparison_is_as_it_is_written() -> None:
    condition = read({"and": [YES, {"not": {"or": [NO, YES]}}]})
    assert [way for way, _ in leaves(condition)] == [("and", 0), ("and", 1, "not", "or", 0), ("and", 1, "not", "or", 1)]
    assert [way for way, _ in leaves(read(YES))] == [()]


atoms = st.one_of(
    st.builds(Leaf, st.just("question"), st.sampled_from(["grade", "choice"]), st.just("equals"), st.integers(6, 8)),
    st.builds(Leaf, st.just("question"), st.just("list"), st.just("answered"), st.booleans(), st.just(("plan",))),
    st.builds(Leaf, st.just("question"), st.just("grade"), st.just("in"), st.tuples(st.integers(6, 8))),
    st.builds(Leaf, st.just("round"), st.just("number"), st.just("at_least"), st.integers(1, 3)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    atoms,
    lambda inside: (
        st.builds(Not, inside)
        | st.builds(And, st.lists(inside, min_size=1, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inside, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=5,
)


@settings(max_examples=50)
@given(conditions)
def test_a_condition_is_read_as_it_is_written(condition: Condition) -> None:
    assert read(written(condition)) == condition


@settings(max_examples=50)
@given(conditions, conditions)
def test_not_both_is_one_of_them_not(first: Condition, second: Condition) -> None:
    lookup = Showing(frozenset(ANSWERS), ANSWERS, FACTS).lookup
    assert holds(Not(And((first, second))), lookup) == holds(Or((Not(first), Not(second))), lookup)
