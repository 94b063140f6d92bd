"""Checklists: the same answers for several lines, one of them or ticks."""

import pytest

from questionnaires.types.base import FieldView
from questionnaires.types.parts import Answer, Problem, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, NL, question, read

LIST = question("checklist", "l-1")
TICKS = question("checklist", "l-2")


def test_each_line_is_stored_under_its_id() -> None:
    expected: Answer = {"plan": "yes", "money": "dk"}
    assert read(LIST, ("l-1.money", "dk"), ("l-1.plan", "yes")) == Reading(expected)
    assert LIST.is_sound(expected)
    assert LIST.posted(expected, NL) == {"l-1.plan": ("yes",), "l-1.money": ("dk",)}


def test_a_line_that_is_absent_keeps_what_was_stored_of_it() -> None:
    assert read(LIST, ("l-1.money", "no"), stored={"plan": "yes"}) == Reading({"plan": "yes", "money": "no"})
    assert read(LIST, stored={"plan": "yes"}) == Reading({"plan": "yes"})
    assert read(LIST) == Reading(None)


def test_a_line_that_is_wrong_keeps_its_own_answer_and_the_others_are_kept_as_typed() -> None:
    reading = read(LIST, ("l-1.plan", "maybe"), ("l-1.money", "no"), stored={"plan": "yes", "money": "yes"})
    assert reading == Reading(
        {"plan": "yes", "money": "no"}, (Problem("l-1.plan", "not_an_option"),), {"l-1.plan": ("maybe",)}
    )


def test_every_line_that_is_wrong_is_told() -> None:
    reading = read(LIST, ("l-1.plan", "maybe"), ("l-1.money", ""))
    assert [problem.field for problem in reading.problems] == ["l-1.plan", "l-1.money"]
    assert (reading.answer, reading.typed) == (None, {"l-1.plan": ("maybe",), "l-1.money": ("",)})


def test_with_ticks_each_line_holds_a_list() -> None:
    reading = read(TICKS, ("l-2.signal", ""), ("l-2.signal", "lead"), ("l-2.signal", "do"), ("l-2.refer", ""))
    assert reading == Reading({"signal": ["do", "lead"]})
    assert TICKS.is_sound(reading.answer)
    assert TICKS.posted(reading.answer, NL) == {"l-2.signal": ("", "do", "lead"), "l-2.refer": ("",)}


def test_with_ticks_what_goes_with_no_other_is_refused_on_its_line() -> None:
    reading = read(TICKS, ("l-2.signal", "do"), ("l-2.refer", "do"), ("l-2.refer", "none"))
    assert reading == Reading(
        {"signal": ["do"]},
        (Problem("l-2.refer", "not_together", {"option": "none"}),),
        {"l-2.refer": ("do", "none")},
    )


def test_emptied_lines_take_the_answer_back() -> None:
    stored: Answer = {"signal": ["do"], "refer": ["lead"]}
    assert read(TICKS, ("l-2.signal", ""), ("l-2.refer", ""), stored=stored) == Reading(None)


@pytest.mark.parametrize(
    "answer",
    [
        "yes",
        1,
        [],
        ["yes"],
        {},
        {"plan": None},
        {"plan": "maybe"},
        {"plan": True},
        {"plan": ["yes"]},
        {"plan": {"yes": True}},
        {"letters": "yes"},
        {"plan": "yes", "letters": "yes"},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not LIST.is_sound(answer)


@pytest.mark.parametrize("answer", [{"signal": "do"}, {"signal": []}, {"signal": ["lead", "do"]}, {"signal": None}])
def test_with_ticks_a_line_is_a_list_in_order(answer: Answer) -> None:
    assert not TICKS.is_sound(answer)


def test_the_order_of_the_lines_in_what_is_stored_does_not_matter() -> None:
    assert LIST.is_sound({"money": "no", "plan": "yes"})
    assert LIST.is_sound(None)


def test_it_is_drawn_as_a_card_for_each_line() -> None:
    view = LIST.view(EN)
    assert (view.macro, view.label, view.options) == ("cards", "Is this true?", ())
    assert [(part.name, part.macro, part.label) for part in view.parts] == [
        ("l-1.plan", "choices", "There is a plan."),
        ("l-1.money", "choices", "There is money."),
    ]
    assert [(option.label, option.apart) for option in view.parts[0].options] == [
        ("yes", False),
        ("in part", False),
        ("no", False),
        ("don't know", True),
    ]


def test_with_ticks_the_cards_have_ticks_and_what_goes_alone_apart() -> None:
    first: FieldView = TICKS.view(NL).parts[0]
    assert (first.macro, [option.value for option in first.options if option.apart]) == ("ticks", ["none"])


def test_it_is_read_back_line_by_line_in_the_order_of_the_lines() -> None:
    answer: Answer = {"money": "partly", "plan": "yes"}
    assert LIST.said(answer, NL) == (("Er is een plan.", "ja"), ("Er is geld.", "voor een deel"))
    assert LIST.read_back(answer, EN) == "There is a plan: yes; There is money: in part"
    assert TICKS.said({"refer": ["do", "lead"]}, EN) == (("referring", "we do this, we lead this"),)
    assert LIST.said(None, NL) == ()


def test_the_codebook_has_a_variable_for_each_line() -> None:
    variables = LIST.variables("nl")
    assert [(each.name, each.wording, each.kind) for each in variables] == [
        ("l-1.plan", "Er is een plan.", "one"),
        ("l-1.money", "Er is geld.", "one"),
    ]
    assert variables[0].values[-1] == ("dk", "weet ik niet")
    values = (("do", "we do this"), ("lead", "we lead this"), ("none", "neither"))
    assert TICKS.variables("en")[1] == Variable("l-2.refer", "referring", "several", values)


def test_each_line_is_counted_by_its_answers() -> None:
    measures = LIST.measures()
    assert [(measure.name, measure.path) for measure in measures] == [
        ("l-1.plan", ("plan",)),
        ("l-1.money", ("money",)),
    ]
    answers: list[Answer] = [{"plan": "yes"}, {"plan": "yes", "money": "no"}, {"plan": "dk"}, None]
    assert measures[0].tally(answers) == {"yes": 2, "partly": 0, "no": 0, "dk": 1}
    assert measures[1].tally(answers) == {"yes": 0, "partly": 0, "no": 1, "dk": 0}


def test_with_ticks_each_option_of_each_line_is_its_own_yes_or_no() -> None:
    measures = {measure.name: measure for measure in TICKS.measures()}
    assert len(measures) == 6
    assert measures["l-2.refer.lead"].path == ("refer",)
    answers: list[Answer] = [{"refer": ["do", "lead"]}, {"refer": ["do"]}, {"signal": ["do"]}, None]
    assert measures["l-2.refer.lead"].tally(answers) == {"yes": 1, "no": 1}
