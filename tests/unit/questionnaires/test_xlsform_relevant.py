"""Conditions there and back: what they say of any answers stays the same. The rest of XPath is refused, in words."""

from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from questionnaires import catalogue
from questionnaires.conditions import And, Condition, Leaf, Not, Or
from questionnaires.definition import Questionnaire
from questionnaires.showing import Facts, Showing
from questionnaires.types.base import Question
from questionnaires.written_conditions import WrittenCondition
from questionnaires.xlsform.exporting import exported
from questionnaires.xlsform.expressions import Unreadable
from questionnaires.xlsform.importing import Reading, imported
from questionnaires.xlsform.importing.conditions import Source, read_condition
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.parsing import parse
from questionnaires.xlsform.relevant import Inexpressible, relevant
from questionnaires.xlsform.rows import Row, Sheets
from tests.forms import loaded

_READ: Final = TypeAdapter[Condition](WrittenCondition)
_OPTIONS: Final = ("yes", "no", "dk")

#: One question of each type; "z" is the one whose condition goes there and back.
_FILE: Final = (
    """\
id: every-type
version: 1.0.0
answered_by: organisation
languages: [nl]
title: {nl: Alles}
scales:
  - id: agree
    options: [{nl: een}, {nl: twee}, {nl: drie}, {nl: vier}, {nl: vijf}]
    dont_know: {nl: weet niet}
blocks:
  - id: all
    title: {nl: Alles}
    minutes: 1
    questions:
      - {id: s, type: statement, scale: agree, level: network, text: {nl: s}}
      - {id: g, type: grade, text: {nl: g}}
      - id: c
        type: single_choice
        text: {nl: c}
        options: &options
      - {id: m, type: multiple_choice, text: {nl: m}, options: OPTIONS}
      - {id: n, type: whole_number, text: {nl: n}, counted: {nl: c}, estimated: {nl: e}, unknown: {nl: u}}
      - {id: t, type: long_text, text: {nl: t}}
      - {id: k, type: checklist, text: {nl: k}, lines: LINES, options: OPTIONS}
      - {id: l, type: ladder, text: {nl: l}, now: {nl: nu}, needed: {nl: dan}, steps: OPTIONS}
      - {id: z, type: information, text: {nl: z}}
pages:
  - block: all
""".replace("options: &options", "options: OPTIONS")
    .replace("LINES", "[{id: a, text: {nl: a}}, {id: b, text: {nl: b}}]")
    .replace(
        "OPTIONS",
        "[{id: 'yes', text: {nl: ja}}, {id: 'no', text: {nl: nee}}, {id: dk, text: {nl: '?'}, dont_know: true}]",
    )
)


@pytest.fixture(scope="module")
def every_type(tmp_path_factory: pytest.TempPathFactory) -> Questionnaire:
    path = tmp_path_factory.mktemp("types") / "every-type.yaml"
    path.write_text(_FILE, encoding="utf-8")
    return catalogue.load(path)


def _leaf(
    name: str, *part: str, values: tuple[Any, ...] = (), ticks: bool = False, numbers: bool = False
) -> st.SearchStrategy[Condition]:
    ways: list[st.SearchStrategy[Condition]] = [
        st.builds(Leaf, st.just("question"), st.just(name), st.just("answered"), st.booleans(), st.just(part))
    ]
    if ticks:
        ways.append(
            st.builds(
                Leaf, st.just("question"), st.just(name), st.just("includes"), st.sampled_from(values), st.just(part)
            )
        )
    elif values:
        several = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(tuple)
        ways.append(
            st.builds(
                Leaf, st.just("question"), st.just(name), st.just("equals"), st.sampled_from(values), st.just(part)
            )
        )
        ways.append(st.builds(Leaf, st.just("question"), st.just(name), st.just("in"), several, st.just(part)))
    if numbers:
        ways.append(
            st.builds(Leaf, st.just("question"), st.just(name), st.just("at_least"), st.integers(0, 11), st.just(part))
        )
    return st.one_of(ways)


_SCALE: Final = (1, 2, 3, 4, 5, "dk")
_LEAVES: Final = st.one_of(
    _leaf("s", values=_SCALE, numbers=True),
    _leaf("g", values=tuple(range(1, 11)), numbers=True),
    _leaf("c", values=_OPTIONS),
    _leaf("m", values=_OPTIONS, ticks=True),
    _leaf("n", values=(0, 3, 1200), numbers=True),
    _leaf("t"),
    _leaf("k"),
    _leaf("k", "b", values=_OPTIONS),
    _leaf("l", "now", values=_OPTIONS),
)


def _joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(And, some), st.builds(Or, some), st.builds(Not, inner))


CONDITIONS: Final = st.recursive(_LEAVES, _joined, max_leaves=5)

_CHOICE: Final = st.sampled_from(_OPTIONS)
ANSWERS: Final = st.fixed_dictionaries(
    {},
    optional={
        "s": st.sampled_from(_SCALE) | st.none(),
        "g": st.integers(1, 10) | st.none(),
        "c": _CHOICE,
        "m": st.sampled_from([["yes"], ["yes", "no"], ["dk"], None]),
        "n": st.sampled_from([{"number": 3, "how": "counted"}, {"how": "unknown"}, {"number": 0}, {"number": 1200}]),
        "t": st.just({"text": "x", "share": False}),
        "k": st.sampled_from([{"a": "yes"}, {"b": "no"}, {"a": "dk", "b": "yes"}]),
        "l": st.sampled_from([{"now": "no"}, {"needed": "yes"}]),
    },
)


def _there_and_back(condition: Condition, every_type: Questionnaire) -> Condition:
    """Export the questionnaire with this condition at its last question, and read that question's condition back."""
    page = every_type.pages[0]
    *others, last = page.parts
    changed = last.model_copy(update={"show_when": condition})
    block = every_type.blocks[0].model_copy(update={"questions": (*others, changed)})
    whole = every_type.model_copy(update={"pages": (page.only((*others, changed)),), "blocks": (block,)})
    made = imported(exported(whole).sheets, Reading("organisation"), Notes())
    assume(not any("too deeply" in sentence for sentence in made.sentences))
    return _READ.validate_python(made.definition["blocks"][0]["questions"][-1]["show_when"])


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=CONDITIONS, answers=ANSWERS)
def test_a_condition_says_the_same_of_any_answers(
    condition: Condition, answers: dict[str, Any], every_type: Questionnaire
) -> None:
    back = _there_and_back(condition, every_type)

    given_so_far = Showing(frozenset(), answers, Facts())
    assert given_so_far.holds(back) == given_so_far.holds(condition)


def test_every_type_comes_back_as_it_was(every_type: Questionnaire, tmp_path: Path) -> None:
    made = imported(exported(every_type).sheets, Reading("organisation"), Notes())

    back = loaded(made, tmp_path)

    assert back.pages == every_type.pages


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ({"question": "g", "at_least": 8}, "${g} >= 8"),
        ({"question": "s", "equals": "dk"}, "${s} = 'dk'"),
        ({"question": "s", "in": [1, "dk"]}, "${s} = 1 or ${s} = 'dk'"),
        ({"question": "m", "includes": "no"}, "selected(${m}, 'no')"),
        ({"question": "k", "part": "b", "equals": "no"}, "${k.b} = 'no'"),
        ({"question": "t", "answered": True}, "${t} != ''"),
        ({"question": "n", "answered": True}, "${n} != '' or ${n.how} != ''"),
        ({"question": "l", "answered": False}, "${l.now} = '' and ${l.needed} = ''"),
        ({"not": {"question": "g", "at_least": 8}}, "not(${g} >= 8)"),
        (
            {"and": [{"question": "c", "in": ["yes", "no"]}, {"question": "g", "equals": 3}]},
            "(${c} = 'yes' or ${c} = 'no') and ${g} = 3",
        ),
    ],
)
def test_conditions_are_written_as_the_field_writes_them(
    condition: dict[str, Any], text: str, every_type: Questionnaire
) -> None:
    asked: dict[str, Question] = {part.id: part for part in every_type.pages[0].parts}

    assert relevant(_READ.validate_python(condition), asked) == text


@pytest.mark.parametrize(
    ("condition", "because"),
    [
        ({"organisation": "kind", "equals": "library"}, "a form does not know the kind of organisation"),
        ({"round": "number", "at_least": 2}, "a form does not know the round"),
        ({"question": "gone", "answered": True}, 'the form does not ask "gone"'),
        ({"and": [{"question": "g", "at_least": 1}, {"round": "blocks", "includes": "x"}]}, "does not know the round"),
    ],
)
def test_what_a_form_cannot_know_is_said(condition: dict[str, Any], because: str, every_type: Questionnaire) -> None:
    asked: dict[str, Question] = {part.id: part for part in every_type.pages[0].parts}

    with pytest.raises(Inexpressible, match=because):
        relevant(_READ.validate_python(condition), asked)


SOURCES: Final = {
    "grade": Source("grade", "number", {str(n): n for n in range(1, 11)}, lowest=1),
    "age": Source("age", "number", {}),
    "sex": Source("sex", "one", {"f": "f", "m": "m", "3": "three"}),
    "langs": Source("langs", "some", {"nl": "nl", "ar": "ar"}),
    "why": Source("why", "text", {}),
}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("${sex}='f'", {"question": "sex", "equals": "f"}),
        ('${sex} = "f"', {"question": "sex", "equals": "f"}),
        ("'f' = ${ sex }", {"question": "sex", "equals": "f"}),
        ("${sex} = 3", {"question": "sex", "equals": "three"}),
        ("${sex} != 'f'", {"not": {"question": "sex", "equals": "f"}}),
        ("selected(${sex},'f')", {"question": "sex", "equals": "f"}),
        ("selected(${langs}, 'ar') or selected(${langs}, 'ar')", {"question": "langs", "includes": "ar"}),
        ("${age} > 17", {"question": "age", "at_least": 18}),
        ("18 <= ${age}", {"question": "age", "at_least": 18}),
        (
            "${grade} < 6",
            {"and": [{"question": "grade", "at_least": 1}, {"not": {"question": "grade", "at_least": 6}}]},
        ),
        ("(${sex} = 'f' or ${sex} = 'm')", {"question": "sex", "in": ["f", "m"]}),
        (
            "${sex} = 'f' and ${age} >= 18 or ${why} != ''",
            {
                "or": [
                    {"and": [{"question": "sex", "equals": "f"}, {"question": "age", "at_least": 18}]},
                    {"question": "why", "answered": True},
                ]
            },
        ),
        ("not( ${why} = '' )", {"not": {"question": "why", "answered": False}}),
    ],
)
def test_the_expressions_of_others_are_read(text: str, written: dict[str, Any]) -> None:
    assert read_condition(text, SOURCES) == _READ.validate_python(written)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("", "it stops halfway"),
        ("${sex}", "it stops halfway"),
        ("${sex} = ", "it stops halfway"),
        ("${sex} = 'f", "cannot be read"),
        ("${sex} = 'f' ${age} > 3", "what follows on"),
        ("${sex} ( 'f'", "where a comparison should"),
        ("${nobody} = 'x'", '"nobody" is not asked before it'),
        ("${sex} = 'x'", '"x" is no answer to "sex"'),
        ("${sex} > 'f'", "no numbers that can be compared"),
        ("${age} > 2.5", "cannot be read"),
        ("${age} > '3'", "no numbers that can be compared"),
        ("${age} >= ${grade}", "cannot be read"),
        ("${why} = 'because'", "answered in own words"),
        ("${langs} = 'nl'", '"selected" asks for one of them'),
        ("selected(${why}, 'x')", "no choices that can be selected"),
        ("selected(${age}, '3')", "no choices that can be selected"),
        ("count-selected(${langs}) > 1", "cannot be read"),
        ("true()", "cannot be read"),
        (". > 3", "cannot be read"),
        ("${age} + 1 > 3", "cannot be read"),
        ("today() > '2026-01-01'", "cannot be read"),
        ("(" * 50_000 + "${age} > 3", "nested too deeply"),
        ("not(" * 50_000 + "${age} > 3", "nested too deeply"),
        ("not(not(not(not(not(not(not(${age} > 3)))))))", "nested too deeply"),
        ("${age} = 999999999999999999999999", "cannot be read"),
    ],
)
def test_the_rest_is_refused_in_a_sentence(text: str, because: str) -> None:
    with pytest.raises(Unreadable, match=because.replace("(", r"\(")):
        read_condition(text, SOURCES)


@given(st.text("${}sex'\"=<>!() andornotselected,.3", max_size=40) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        parse(text)


def test_a_condition_that_is_not_supported_is_said_with_its_row() -> None:
    survey: list[Row] = [
        {"type": "text", "name": "a", "label": "A?"},
        {"type": "text", "name": "b", "label": "B?", "relevant": "string-length(${a}) > 3"},
    ]

    made = imported(Sheets(survey), Reading(), Notes())

    (sentence,) = (each for each in made.sentences if each.startswith("Row 3: it is always asked"))
    assert 'its condition "string-length(${a}) > 3" is not supported' in sentence
    assert "show_when" not in made.definition["blocks"][0]["questions"][1]
