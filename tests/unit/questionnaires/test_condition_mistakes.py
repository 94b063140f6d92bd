"""Conditions that cannot be right are told at their place, with what could stand there instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from questionnaires.mistakes import DefinitionErrors

Changed = Callable[..., Path]

#: Stands in line 49 of conditions.yaml, from column 20.
WRITTEN = "{question: grade, equals: 10}"
TEN = "It can be: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10."

UNKNOWN = [
    ("{question: gade, equals: 10}", '49:31: There is no question "gade" in this file. Did you mean "grade"?'),
    ("{question: zzz, answered: true}", '49:31: There is no question "zzz" in this file.'),
    ("{question: depth, part: need, equals: share}", '49:44: "depth" has no part "need". Did you mean "needed"?'),
    ("{question: depth, part: now.x, equals: share}", '49:44: "depth" has no part "now.x". Did you mean "now"?'),
    ("{question: grade, part: now, equals: 3}", '49:44: "grade" has no part "now".'),
    (
        "{question: depth, part: now, equals: shar}",
        '49:57: "shar" is no answer to "depth". Did you mean "share"?',
    ),
    (
        "{question: phase, in: [start, strat]}",
        '49:50: "strat" is no answer to "phase". Did you mean "start"?',
    ),
    (
        "{question: groups, includes: old}",
        '49:49: "old" is no answer to "groups". It can be: young, parents, nobody.',
    ),
    ("{question: grade, equals: 11}", f'49:46: 11 is no answer to "grade". {TEN}'),
    ("{question: grade, in: [1, 0]}", f'49:46: 0 is no answer to "grade". {TEN}'),
    ('{question: grade, equals: "10"}', '49:46: "10" is no answer to "grade": write 10 without quotation marks.'),
    (
        "{round: numbr, equals: 1}",
        '49:28: Of the round can be asked: number or blocks; it says "numbr".',
    ),
    (
        "{round: blocks, includes: dependng}",
        '49:46: There is no block "dependng" here. Did you mean "depending"?',
    ),
    ("{round: number, equals: een}", '49:44: The round\'s number is a whole number, and this says "een".'),
    ("{round: number, in: [2, een]}", '49:44: The round\'s number is a whole number, and this says "een".'),
]

WRONG_OPERATOR = [
    (
        "{question: depth, equals: share}",
        '49:38: "equals" cannot be asked of "depth": use answered, or name one of its parts with "part".',
    ),
    (
        "{question: grade, includes: ten}",
        '49:38: "includes" cannot be asked of "grade": use equals or in or at_least or answered.',
    ),
    (
        "{question: phase, at_least: 2}",
        '49:38: "at_least" cannot be asked of "phase": use equals or in or answered.',
    ),
    (
        "{question: groups, equals: young}",
        '49:39: "equals" cannot be asked of "groups": use includes or answered.',
    ),
    ("{question: words, equals: x}", '49:38: "equals" cannot be asked of "words": use answered.'),
    (
        "{round: number, includes: x}",
        '49:36: "includes" cannot be asked of the round\'s number: use equals or in or at_least.',
    ),
    ("{round: blocks, equals: asked}", '49:36: "equals" cannot be asked of the round\'s blocks: use includes.'),
]

SHAPES = [
    (
        "later",
        '49:20: "show_when" needs a condition below it, such as: {question: ov-grade, at_least: 8}.',
    ),
    ("{}", '49:20: "show_when" needs a condition below it, such as: {question: ov-grade, at_least: 8}.'),
    (
        "{question: grade}",
        '49:20: "show_when" must compare in one way: equals, in, includes, at_least or answered.',
    ),
    (
        "{question: grade, equals: 1, in: [1]}",
        '49:20: "show_when" must compare in one way: equals, in, includes, at_least or answered.',
    ),
    (
        "{question: grade, round: number, equals: 1}",
        '49:20: "show_when" must ask about one thing: question, organisation or round.',
    ),
    ("{question: 5, equals: 1}", '49:31: "question" must be a text: put 5 between quotation marks.'),
    ("{question: depth, part: 1, equals: tell}", '49:44: "part" must be a text: put 1 between quotation marks.'),
    ("{round: number, part: x, equals: 2}", '49:36: "part" can only stand beside "question".'),
    ("{question: grade, equals: [1]}", '49:46: "equals" must be one answer, and it says a list.'),
    ("{question: grade, equals: []}", '49:46: "equals" must be one answer, and it says a list.'),
    ("{question: grade, equals: true}", '49:46: "equals" must be one answer, and it says true.'),
    ("{question: grade, equals: 7.5}", '49:46: "equals" must be one answer, and it says 7.5.'),
    ("{question: grade, equals: }", '49:38: "equals" has nothing behind it.'),
    ("{question: grade, in: 3}", '49:42: "in" must be a list of answers, and it says 3.'),
    ("{question: grade, in: [3, true]}", '49:46: Entry 2 of "in" must be one answer, and it says true.'),
    ("{question: grade, in: [[3]]}", '49:43: Entry 1 of "in" must be one answer, and it says a list.'),
    ("{question: grade, in: []}", '49:42: "in" needs at least one entry in its list.'),
    ("{question: groups, includes: 3}", '49:49: "includes" must be one option, and it says 3.'),
    ("{question: grade, at_least: x}", '49:48: "at_least" must be a whole number, and it says "x".'),
    (
        "{question: grade, answered: ja}",
        '49:48: "answered" must be true or false without quotation marks, and it says "ja".',
    ),
    ("{and: []}", '49:26: "and" needs at least one entry in its list.'),
    (
        "{or: {question: grade}}",
        '49:25: "or" needs a list of conditions, with a dash before each; it says several settings.',
    ),
    ("{not: }", '49:21: "not" has nothing behind it.'),
    ("{not: {question: grade, answered: 1}}", '49:54: "answered" must be true or false without'),
    (
        "{and: [{question: grade, answered: true}, {question: grade, at_least: x}]}",
        '49:90: "at_least" must be a whole number, and it says "x".',
    ),
    (
        "{or: [{question: grade, answered: true}], not: {question: grade, answered: true}}",
        '49:62: "not" cannot stand beside "or": put it inside.',
    ),
]

LOOKING_AHEAD = [
    ("{question: q-ten, answered: true}", '49:31: This goes round in a circle: "q-ten" depends on "q-ten".'),
    (
        "{question: q-chain, answered: true}",
        '49:31: "q-chain" is asked later than "q-ten": a condition can only look back.',
    ),
    (
        "{and: [{question: grade, at_least: 3}, {question: q-moved, at_least: 5}]}",
        '49:70: "q-moved" is asked later than "q-ten": a condition can only look back.',
    ),
]

NEVER = [
    ("{question: grade, at_least: 11}", '49:9: "q-ten" can never be asked: no answers make this come true.'),
    (
        "{and: [{question: grade, at_least: 8}, {not: {question: grade, at_least: 6}}]}",
        '49:9: "q-ten" can never be asked: no answers make this come true.',
    ),
    (
        "{and: [{question: q-low, answered: true}, {question: grade, equals: 8}]}",
        '49:9: "q-ten" can never be asked: no answers make this come true.',
    ),
]


def mistakes_of(path: Path) -> list[str]:
    with pytest.raises(DefinitionErrors) as refused:
        load(path)
    return str(refused.value).splitlines()


@pytest.mark.parametrize(("condition", "expected"), [*UNKNOWN, *WRONG_OPERATOR, *SHAPES, *LOOKING_AHEAD, *NEVER])
def test_a_condition_that_cannot_be_right_is_told_at_its_place(changed: Changed, condition: str, expected: str) -> None:
    (told,) = mistakes_of(changed(WRITTEN, condition, "conditions"))
    assert told.startswith(f"x.yaml:{expected}")


def test_a_misspelt_setting_is_told_beside_what_is_then_missing(changed: Changed) -> None:
    assert mistakes_of(changed(WRITTEN, "{question: grade, atleast: 3}", "conditions")) == [
        'x.yaml:49:20: "show_when" must compare in one way: equals, in, includes, at_least or answered.',
        'x.yaml:49:38: "atleast" is not a setting that can stand here. Did you mean "at_least"?',
    ]


def test_a_text_to_read_has_no_answer(changed: Changed) -> None:
    path = changed(
        "      - id: g-1\n", "      - id: g-1\n        show_when: {question: i-2, answered: true}\n", "information"
    )
    assert mistakes_of(path) == ['x.yaml:23:31: "i-2" is a text to read: nobody answers it.']


def test_a_question_for_persons_cannot_depend_on_their_kind_of_organisation(changed: Changed) -> None:
    assert mistakes_of(changed(WRITTEN, "{organisation: kind, equals: library}", "conditions")) == [
        "x.yaml:49:35: In a questionnaire for persons no question can depend on the kind of organisation: after the "
        'closing, its answer would tell who gave it. Use "variants" for other words.'
    ]


def test_an_organisation_is_asked_about_by_kind_only_and_by_a_kind_that_exists(changed: Changed) -> None:
    old = "{organisation: kind, equals: municipality}"
    assert mistakes_of(changed(old, "{organisation: name, equals: x}", "organisation_kind")) == [
        'x.yaml:22:31: Of the organisation can be asked: kind; it says "name".'
    ]
    assert mistakes_of(changed(old, "{organisation: kind, in: [libary]}", "organisation_kind")) == [
        'x.yaml:22:42: There is no kind of organisation "libary" here. Did you mean "library"?'
    ]
    assert mistakes_of(changed(old, "{organisation: kind, at_least: 1}", "organisation_kind")) == [
        'x.yaml:22:37: "at_least" cannot be asked of the organisation\'s kind: use equals or in.'
    ]


def test_a_number_is_compared_with_numbers(changed: Changed) -> None:
    more = "      - id: n-2\n        show_when: {question: n-1, equals: veel}\n"
    assert mistakes_of(changed("      - id: n-2\n", more, "whole_number")) == [
        'x.yaml:20:44: "n-1" is a whole number, and this says "veel".'
    ]


def test_circles_of_two_and_three_are_told_at_each_of_their_conditions(changed: Changed) -> None:
    two = changed(WRITTEN, "{question: q-low, answered: true}", "conditions")
    two.write_text(
        two.read_text(encoding="utf-8").replace(
            "{not: {question: grade, at_least: 6}}", "{question: q-ten, answered: true}"
        ),
        encoding="utf-8",
    )
    assert mistakes_of(two) == [
        'x.yaml:46:31: This goes round in a circle: "q-low" depends on "q-ten", which depends on "q-low".',
        'x.yaml:49:31: This goes round in a circle: "q-ten" depends on "q-low", which depends on "q-ten".',
    ]
    three = changed("{not: {question: grade, at_least: 6}}", "{question: q-words, answered: true}", "conditions")
    three.write_text(
        three.read_text(encoding="utf-8").replace(
            "{question: words, answered: true}", "{question: q-chain, answered: true}"
        ),
        encoding="utf-8",
    )
    assert mistakes_of(three) == [
        'x.yaml:46:31: This goes round in a circle: "q-low" depends on "q-words", which depends on "q-chain", '
        'which depends on "q-low".',
        'x.yaml:61:31: This goes round in a circle: "q-words" depends on "q-chain", which depends on "q-low", '
        'which depends on "q-words".',
        'x.yaml:70:31: This goes round in a circle: "q-chain" depends on "q-low", which depends on "q-words", '
        'which depends on "q-chain".',
    ]


def test_a_question_that_asks_about_a_circle_is_not_part_of_it(changed: Changed) -> None:
    """q-chain asks about q-low, which asks about itself."""
    path = changed("{not: {question: grade, at_least: 6}}", "{question: q-low, answered: true}", "conditions")
    assert mistakes_of(path) == ['x.yaml:46:31: This goes round in a circle: "q-low" depends on "q-low".']


def test_the_condition_of_a_block_is_told_once_however_many_questions_it_has(changed: Changed) -> None:
    def told(condition: str) -> list[str]:
        return mistakes_of(changed("{question: g-1, at_least: 6}", condition, "block_settings"))

    assert told("{question: g-1, equals: 99}") == [f'x.yaml:20:40: 99 is no answer to "g-1". {TEN}']
    assert told("{question: g-1, at_least: 11}")[0] == (
        'x.yaml:20:5: "more" can never be asked: no answers make this come true.'
    )


def test_the_condition_of_a_block_is_looked_at_beside_those_of_its_questions(changed: Changed) -> None:
    more = "      - id: k-plan\n        show_when: {question: k-all, answered: true}\n"
    path = changed("      - id: k-plan\n", more, "organisation_kind")
    content = path.read_text(encoding="utf-8").replace("equals: municipality", "equals: municipalty")
    path.write_text(content, encoding="utf-8")
    assert mistakes_of(path) == [
        'x.yaml:22:45: There is no kind of organisation "municipalty" here. Did you mean "municipality"?'
    ]


def test_the_condition_of_a_block_and_that_of_its_question_must_go_together(changed: Changed) -> None:
    path = changed('{question: b-1, equals: "no"}', "{question: g-1, equals: 3}", "block_settings")
    assert mistakes_of(path) == ['x.yaml:31:9: "b-2" can never be asked: no answers make this come true.']


def test_a_question_with_a_mistake_of_its_own_is_not_called_unreachable_nor_is_what_depends_on_it(
    changed: Changed,
) -> None:
    path = changed(
        "{nl: Welk cijfer geef je?, en: Which grade do you give?}", "{nl: Welk cijfer geef je?}", "conditions"
    )
    assert mistakes_of(path) == ['x.yaml:13:9: "text" has no text in the language "en".']
