"""When something is to be filled in, said in a sentence."""

import pytest

from questionnaires.conditions import And, Condition, Leaf, Not, Or
from reports.forms.paper.conditions import Numbered, only_if
from reports.wording import words
from tests.unit.questionnaires.asking import EN, NL, definition

IN_LANGUAGE = {"nl": NL, "en": EN}


def said(condition: Condition, language: str = "nl") -> str:
    questions = definition("conditions").questions
    numbers = {name: str(number) for number, name in enumerate(questions, 1)}
    views = {name: question.view(IN_LANGUAGE[language]) for name, question in questions.items()}
    return only_if(condition, Numbered(numbers, views), words(language))


def leaf(name: str, operator: str, value: object, *part: str, source: str = "question") -> Leaf:
    return Leaf(source, name, operator, value, part)  # type: ignore[arg-type]  # literals, by name


GRADE, PHASE, GROUPS = leaf("grade", "at_least", 9), leaf("phase", "equals", "done"), leaf("groups", "answered", True)

#: What a definition can say, in Dutch and in English.
SENTENCES = [
    (
        leaf("phase", "equals", "done"),
        "je bij vraag 2 ‘bijna klaar’ hebt gekozen",
        "your answer to question 2 is ‘almost done’",
    ),
    (
        leaf("phase", "in", ("start", "done")),
        "je bij vraag 2 ‘net begonnen’ of ‘bijna klaar’ hebt gekozen",
        "your answer to question 2 is ‘just started’ or ‘almost done’",
    ),
    (
        leaf("groups", "includes", "young"),
        "je bij vraag 3 ‘jongeren’ hebt aangekruist",
        "‘young people’ is ticked at question 3",
    ),
    (GRADE, "je bij vraag 1 ‘9’ of meer hebt gegeven", "your answer to question 1 is ‘9’ or more"),
    (leaf("grade", "equals", 10), "je bij vraag 1 ‘10’ hebt gekozen", "your answer to question 1 is ‘10’"),
    (GROUPS, "je vraag 3 hebt ingevuld", "question 3 is filled in"),
    (leaf("groups", "answered", False), "je vraag 3 niet hebt ingevuld", "question 3 is not filled in"),
    (
        leaf("depth", "equals", "share", "needed"),
        "je bij vraag 4 (Wat is nodig?) ‘We delen’ hebt gekozen",
        "your answer to question 4 (What is needed?) is ‘We share’",
    ),
    (Not(GRADE), "je bij vraag 1 niet ‘9’ of meer hebt gegeven", "your answer to question 1 is not ‘9’ or more"),
    (Not(leaf("groups", "answered", False)), "je vraag 3 hebt ingevuld", "question 3 is filled in"),
    (
        And((PHASE, GROUPS)),
        "je bij vraag 2 ‘bijna klaar’ hebt gekozen en als je vraag 3 hebt ingevuld",
        "your answer to question 2 is ‘almost done’ and if question 3 is filled in",
    ),
    (
        Not(And((PHASE, GROUPS))),
        "je bij vraag 2 niet ‘bijna klaar’ hebt gekozen, of als je vraag 3 niet hebt ingevuld",
        "your answer to question 2 is not ‘almost done’, or if question 3 is not filled in",
    ),
    (
        And((GROUPS, Or((PHASE, GRADE)))),
        "je vraag 3 hebt ingevuld en als (je bij vraag 2 ‘bijna klaar’ hebt gekozen, "
        "of als je bij vraag 1 ‘9’ of meer hebt gegeven)",
        "question 3 is filled in and if (your answer to question 2 is ‘almost done’, "
        "or if your answer to question 1 is ‘9’ or more)",
    ),
    (
        leaf("kind", "in", ("library", "municipality"), source="organisation"),
        "jouw organisatie van deze soort is: bibliotheek of gemeente: beleid",
        "your organisation is of this kind: library or municipality: policy",
    ),
    (
        Not(leaf("kind", "equals", "library", source="organisation")),
        "jouw organisatie niet van deze soort is: bibliotheek",
        "your organisation is not of this kind: library",
    ),
    (
        leaf("number", "at_least", 2, source="round"),
        "dit ronde 2 of een latere ronde van je netwerk is",
        "this is round 2 or a later round of your network",
    ),
    (
        leaf("number", "equals", 3, source="round"),
        "dit ronde 3 van je netwerk is",
        "this is round 3 of your network",
    ),
]


@pytest.mark.parametrize(("condition", "dutch", "english"), SENTENCES)
def test_a_condition_is_a_sentence(condition: Condition, dutch: str, english: str) -> None:
    assert said(condition) == f"Vul dit alleen in als {dutch}."
    assert said(condition, "en") == f"Fill this in only if {english}."


def test_an_option_that_is_no_longer_there_is_said_by_its_id() -> None:
    assert "‘gone’" in said(leaf("phase", "equals", "gone"))
