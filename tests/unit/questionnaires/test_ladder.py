"""Ladders: the same steps for now and for what is needed."""

import pytest

from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Problem, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, NL, question, read

LADDER = question("ladder", "d-1")
STEPS = ("tell", "adjust", "share")


def test_both_steps_are_stored() -> None:
    expected: Answer = {"now": "tell", "needed": "share"}
    assert read(LADDER, ("d-1.now", "tell"), ("d-1.needed", "share")) == Reading(expected)
    assert LADDER.is_sound(expected)
    assert LADDER.posted(expected, NL) == {"d-1.now": ("tell",), "d-1.needed": ("share",)}


def test_one_of_them_is_enough_and_the_same_step_twice_is_fine() -> None:
    assert read(LADDER, ("d-1.needed", "tell")) == Reading({"needed": "tell"})
    assert LADDER.is_sound({"needed": "tell"})
    assert LADDER.is_sound({"now": "tell", "needed": "tell"})


def test_what_is_absent_keeps_what_was_stored() -> None:
    assert read(LADDER, ("d-1.now", "share"), stored={"needed": "tell"}) == Reading({"now": "share", "needed": "tell"})
    assert read(LADDER) == Reading(None)


def test_a_wrong_step_is_refused_at_its_field_and_the_other_is_kept() -> None:
    reading = read(LADDER, ("d-1.now", "sing"), ("d-1.needed", "share"), stored={"now": "tell"})
    expected: Answer = {"now": "tell", "needed": "share"}
    assert reading == Reading(expected, (Problem("d-1.now", "not_an_option"),), {"d-1.now": ("sing",)})


@pytest.mark.parametrize(
    "answer",
    [
        "tell",
        1,
        True,
        [],
        ["tell"],
        {},
        {"now": "sing"},
        {"now": None},
        {"now": ["tell"]},
        {"later": "tell"},
        {"now": 1},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not LADDER.is_sound(answer)
    assert LADDER.is_sound(None)


def test_it_is_drawn_as_two_cards_with_the_same_steps() -> None:
    view = LADDER.view(EN)
    assert (view.macro, view.label) == ("cards", "Which sentence fits?")
    assert [(card.name, card.macro, card.label) for card in view.parts] == [
        ("d-1.now", "choices", "How is it now?"),
        ("d-1.needed", "choices", "What is needed?"),
    ]
    assert view.parts[0].options == view.parts[1].options
    assert view.parts[0].options[0] == Option("tell", "We tell.")


def test_it_is_read_back_with_now_first() -> None:
    answer: Answer = {"needed": "share", "now": "tell"}
    assert LADDER.said(answer, NL) == (("Hoe is het nu?", "We vertellen."), ("Wat is nodig?", "We delen."))
    assert LADDER.read_back(answer, EN) == "How is it now: We tell.; What is needed: We share."
    assert LADDER.said({"needed": "share"}, NL) == (("Wat is nodig?", "We delen."),)
    assert LADDER.said(None, NL) == ()


def test_the_codebook_has_a_variable_for_each_moment() -> None:
    values = (("tell", "We vertellen."), ("adjust", "We stemmen af."), ("share", "We delen."))
    assert LADDER.variables("nl") == (
        Variable("d-1.now", "Hoe is het nu?", "one", values),
        Variable("d-1.needed", "Wat is nodig?", "one", values),
    )


def test_now_and_needed_are_counted_apart() -> None:
    now, needed = LADDER.measures()
    assert (now.name, now.path, now.order) == ("d-1.now", ("now",), STEPS)
    assert (needed.name, needed.path, needed.order) == ("d-1.needed", ("needed",), STEPS)
    answers: list[Answer] = [{"now": "tell", "needed": "share"}, {"now": "tell"}, {"needed": "tell"}, None]
    assert now.tally(answers) == {"tell": 2, "adjust": 0, "share": 0}
    assert needed.tally(answers) == {"tell": 1, "adjust": 0, "share": 1}
