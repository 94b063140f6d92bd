"""Grades: a whole number from 1 to 10."""

import pytest

from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, NL, question, read, refused

GRADE = question("grade", "g-1")


@pytest.mark.parametrize("grade", range(1, 11))
def test_a_grade_is_stored_as_the_number(grade: int) -> None:
    reading = read(GRADE, ("g-1", str(grade)))
    assert reading == Reading(grade)
    assert type(reading.answer) is int
    assert GRADE.is_sound(grade)
    assert GRADE.posted(grade, NL) == {"g-1": (str(grade),)}


@pytest.mark.parametrize("posted", ["", "0", "11", "7.5", "7,5", " 7", "07", "zeven", "dk", "1" * 5000])
def test_what_is_no_grade_is_refused_and_keeps_what_was_stored(posted: str) -> None:
    assert read(GRADE, ("g-1", posted), stored=7) == refused(7, "g-1", "not_an_option", {"g-1": (posted,)})


def test_a_field_that_is_absent_keeps_what_was_stored() -> None:
    assert read(GRADE, stored=4) == Reading(4)
    assert read(GRADE) == Reading(None)


@pytest.mark.parametrize("answer", [True, 0, 11, 7.0, "7", "dk", [7], {"number": 7}])
def test_an_answer_of_another_kind_is_not_sound(answer: Answer) -> None:
    assert not GRADE.is_sound(answer)


def test_skipped_is_sound_and_posts_nothing() -> None:
    assert GRADE.is_sound(None)
    assert GRADE.posted(None, NL) == {}


def test_it_is_drawn_with_ten_options() -> None:
    view = GRADE.view(NL)
    assert (view.macro, view.label, view.hint) == ("grade", "Welk cijfer geef je?", None)
    assert view.options == tuple(Option(str(number), str(number)) for number in range(1, 11))


def test_it_is_read_back_as_a_number_in_any_language() -> None:
    assert (GRADE.read_back(7, NL), GRADE.read_back(7, EN), GRADE.read_back(None, NL)) == ("7", "7", "")


def test_the_codebook_has_one_number() -> None:
    assert GRADE.variables("en") == (Variable("g-1", "Which grade do you give?", "number"),)


def test_it_is_counted_in_three_classes() -> None:
    (measure,) = GRADE.measures()
    assert measure.order == ("1-5", "6-7", "8-10")
    assert measure.tally([*range(1, 11), None]) == {"1-5": 5, "6-7": 2, "8-10": 3}
