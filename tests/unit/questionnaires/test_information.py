"""Information: a text to read, with nothing to answer."""

import pytest

from questionnaires.respondent import Respondent
from questionnaires.types.parts import Answer, Reading
from tests.unit.questionnaires.asking import EN, NL, definition, question, read

TEXT = question("information", "i-2")


def test_it_is_drawn_as_a_text() -> None:
    view = TEXT.view(EN)
    assert (view.macro, view.label, view.hint) == ("information", "A grade follows now.", "Ten is best.")
    assert (view.options, view.parts, view.limit) == ((), (), None)


def test_there_is_nothing_to_answer_post_read_back_code_or_count() -> None:
    assert not TEXT.takes_answer
    assert read(TEXT, ("i-2", "x")) == Reading(None)
    assert TEXT.posted(None, NL) == {}
    assert TEXT.said(None, NL) == ()
    assert TEXT.variables("nl") == ()
    assert TEXT.measures() == ()


@pytest.mark.parametrize("answer", ["x", 1, True, [], {}, {"x": 1}])
def test_no_answer_to_it_is_sound(answer: Answer) -> None:
    assert not TEXT.is_sound(answer)
    assert TEXT.is_sound(None)


def test_it_is_no_question_of_the_questionnaire_but_a_part_of_its_page() -> None:
    asked = definition("information")
    assert list(asked.questions) == ["g-1"]
    assert [[part.id for part in page.parts] for page in asked.pages] == [["i-1"], ["i-2", "g-1"]]
    assert [len(page.questions) for page in asked.pages] == [0, 1]


def test_reading_it_takes_time() -> None:
    asked = definition("information")
    assert asked.minutes_of(asked.pages) == pytest.approx(0.6)


def test_it_can_have_a_variant() -> None:
    other = TEXT.model_copy(update={"variants": {"library": question("information", "i-1").text}})
    assert other.view(Respondent("nl", "library")).label == "Je mag alles overslaan."
