"""Single choice: one answer out of a list, stored as the id of the option."""

import pytest

from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, NL, question, read, refused

PHASE = question("single_choice", "s-1")


@pytest.mark.parametrize("option", ["start", "halfway", "done", "dk"])
def test_an_option_is_stored_as_its_id(option: str) -> None:
    assert read(PHASE, ("s-1", option)) == Reading(option)
    assert PHASE.is_sound(option)
    assert PHASE.posted(option, NL) == {"s-1": (option,)}


@pytest.mark.parametrize("posted", ["", "0", "Start", "net begonnen", "start ", "start,done"])
def test_what_is_no_option_is_refused_and_keeps_what_was_stored(posted: str) -> None:
    expected = refused("done", "s-1", "not_an_option", {"s-1": (posted,)})
    assert read(PHASE, ("s-1", posted), stored="done") == expected


def test_of_two_posted_values_the_first_counts() -> None:
    assert read(PHASE, ("s-1", "done"), ("s-1", "start")) == Reading("done")


def test_a_field_that_is_absent_keeps_what_was_stored() -> None:
    assert read(PHASE, stored="done") == Reading("done")


@pytest.mark.parametrize("answer", ["", "quiet", 1, True, ["start"], {"start": True}, {}])
def test_an_answer_of_another_kind_is_not_sound(answer: Answer) -> None:
    assert not PHASE.is_sound(answer)


def test_skipped_is_sound_and_posts_nothing() -> None:
    assert PHASE.is_sound(None)
    assert PHASE.posted(None, NL) == {}


def test_it_is_drawn_with_its_options_and_dont_know_apart() -> None:
    view = PHASE.view(EN)
    assert (view.macro, view.label, view.hint) == ("choices", "How far are we?", "Choose what fits best.")
    assert view.options[0] == Option("start", "just started")
    assert [option.value for option in view.options if option.apart] == ["dk"]


def test_it_is_read_back_by_the_label_of_the_option() -> None:
    assert PHASE.said("halfway", NL) == (("", "halverwege"),)
    assert PHASE.read_back("dk", EN) == "don't know"
    assert PHASE.said(None, NL) == ()


def test_what_is_no_longer_offered_is_read_back_by_its_id() -> None:
    assert PHASE.read_back("quiet", NL) == "quiet"


def test_the_codebook_has_one_variable_with_the_options() -> None:
    (variable,) = PHASE.variables("nl")
    assert variable == Variable(
        "s-1",
        "Hoe ver zijn we?",
        "one",
        (("start", "net begonnen"), ("halfway", "halverwege"), ("done", "bijna klaar"), ("dk", "weet ik niet")),
    )


def test_each_option_is_a_class_of_its_own() -> None:
    (measure,) = PHASE.measures()
    assert measure.tally(["start", "dk", "start", None]) == {"start": 2, "halfway": 0, "done": 0, "dk": 1}
