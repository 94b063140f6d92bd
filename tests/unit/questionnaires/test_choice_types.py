"""Statements and grades: one choice out of a fixed list."""

import pytest

from questionnaires.text import Text
from questionnaires.types.base import Answer, Option, Problem, Question, Reading
from questionnaires.types.grade import Grade
from questionnaires.types.statement import Scale, Statement


def text(word: str) -> Text:
    return Text({"nl": word, "en": f"{word} (en)"})


SCALE = Scale(
    id="agree",
    options=tuple(text(word) for word in ("een", "twee", "drie", "vier", "vijf")),
    dont_know=text("weet ik niet"),
)
STATEMENT = Statement(
    id="c-1",
    type="statement",
    scale=SCALE,
    level="network",
    text=text("Het loopt."),
    variants={"municipality": text("Het loopt bij ons.")},
)
GRADE = Grade(id="g-1", type="grade", text=text("Welk cijfer?"))

SOUND: list[tuple[Question, str, Answer]] = [
    *((STATEMENT, str(number), number) for number in range(1, 6)),
    (STATEMENT, "dk", "dk"),
    *((GRADE, str(number), number) for number in range(1, 11)),
]
UNSOUND = ["", "0", "-1", "1.0", " 1", "01", "11", "１", "DK", "true", "None", "1" * 5000]


@pytest.mark.parametrize(("question", "posted", "stored"), SOUND)
def test_an_option_is_stored_as_its_answer(question: Question, posted: str, stored: Answer) -> None:
    reading = question.read({question.id: posted}.get, None)
    assert reading == Reading(stored, stored)
    assert type(reading.answer) is type(stored)
    assert question.problem_with(reading.answer) is None


@pytest.mark.parametrize("question", [STATEMENT, GRADE])
@pytest.mark.parametrize("posted", UNSOUND)
def test_what_is_no_option_is_refused_and_keeps_what_was_stored(question: Question, posted: str) -> None:
    assert question.read({question.id: posted}.get, 3) == Reading(3, posted, Problem("not_an_option"))


@pytest.mark.parametrize("question", [STATEMENT, GRADE])
@pytest.mark.parametrize("stored", [None, 4])
def test_a_field_that_is_absent_keeps_what_was_stored(question: Question, stored: Answer) -> None:
    assert question.read({}.get, stored) == Reading(stored, stored)


@pytest.mark.parametrize("question", [STATEMENT, GRADE])
@pytest.mark.parametrize("answer", [True, False, 0, 11, 1.0, "1", "", {"text": "1", "share": True}, [1]])
def test_an_answer_of_another_kind_is_a_problem(question: Question, answer: Answer) -> None:
    assert question.problem_with(answer) == Problem("not_an_option")


def test_six_is_a_grade_and_no_agreement_and_nobody_does_not_know_a_grade() -> None:
    assert GRADE.problem_with(6) is None
    assert STATEMENT.problem_with(6) == Problem("not_an_option")
    assert GRADE.problem_with("dk") == Problem("not_an_option")


def test_seen_and_skipped_is_an_answer() -> None:
    assert STATEMENT.problem_with(None) is None
    assert GRADE.problem_with(None) is None


def test_a_statement_is_drawn_with_its_scale_and_the_answer_apart() -> None:
    view = STATEMENT.view("en")
    assert (view.id, view.macro, view.label) == ("c-1", "statement", "Het loopt. (en)")
    assert view.options[0] == Option("1", "een (en)")
    assert view.options[-1] == Option("dk", "weet ik niet (en)", apart=True)
    assert [option.value for option in view.options] == ["1", "2", "3", "4", "5", "dk"]


def test_a_kind_of_organisation_with_a_variant_sees_that() -> None:
    assert STATEMENT.view("nl", "municipality").label == "Het loopt bij ons."
    assert STATEMENT.view("nl", "library").label == "Het loopt."


def test_a_grade_is_drawn_with_ten_options() -> None:
    view = GRADE.view("nl")
    assert view.macro == "grade"
    assert view.options == tuple(Option(str(number), str(number)) for number in range(1, 11))


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (STATEMENT, 2, "twee"),
        (STATEMENT, "dk", "weet ik niet"),
        (STATEMENT, None, ""),
        (GRADE, 7, "7"),
        (GRADE, None, ""),
    ],
)
def test_an_answer_is_read_back_in_words(question: Question, answer: Answer, words: str) -> None:
    assert question.read_back(answer, "nl") == words


def test_a_scale_has_five_labels() -> None:
    with pytest.raises(ValueError, match="at least 5 items"):
        Scale(id="agree", options=SCALE.options[:4], dont_know=SCALE.dont_know)
