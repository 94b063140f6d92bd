"""Statements: one choice on a scale of five, with "weet ik niet" apart."""

import pytest

from questionnaires.respondent import Respondent
from questionnaires.text import Text
from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Reading
from questionnaires.types.statement import Scale, Statement
from questionnaires.types.summary import Measure, Variable
from tests.unit.questionnaires.asking import EN, NL, form, read, refused


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

NUMBERED: list[tuple[str, Answer]] = [(str(number), number) for number in range(1, 6)]


@pytest.mark.parametrize(("posted", "stored"), [*NUMBERED, ("dk", "dk")])
def test_an_option_is_stored_as_its_answer(posted: str, stored: Answer) -> None:
    reading = read(STATEMENT, ("c-1", posted))
    assert reading == Reading(stored)
    assert type(reading.answer) is type(stored)
    assert STATEMENT.is_sound(reading.answer)


@pytest.mark.parametrize("posted", ["", "0", "6", "-1", "1.0", " 1", "01", "１", "DK", "true", "None", "1" * 5000])
def test_what_is_no_option_is_refused_and_keeps_what_was_stored(posted: str) -> None:
    assert read(STATEMENT, ("c-1", posted), stored=3) == refused(3, "c-1", "not_an_option", {"c-1": (posted,)})


@pytest.mark.parametrize("stored", [None, 4, "dk"])
def test_a_field_that_is_absent_keeps_what_was_stored(stored: Answer) -> None:
    assert read(STATEMENT, ("c-2", "1"), stored=stored) == Reading(stored)


@pytest.mark.parametrize("answer", [True, False, 0, 6, 1.0, "1", "", "DK", {"text": "1", "share": True}, [1], ["dk"]])
def test_an_answer_of_another_kind_is_not_sound(answer: Answer) -> None:
    assert not STATEMENT.is_sound(answer)


def test_seen_and_skipped_is_an_answer() -> None:
    assert STATEMENT.is_sound(None)


def test_it_is_posted_as_it_was_chosen_and_a_skipped_one_posts_nothing() -> None:
    assert STATEMENT.posted(2, NL) == {"c-1": ("2",)}
    assert STATEMENT.posted("dk", NL) == {"c-1": ("dk",)}
    assert STATEMENT.posted(None, NL) == {}


def test_it_is_drawn_with_its_scale_and_one_answer_apart() -> None:
    view = STATEMENT.view(EN)
    assert (view.name, view.macro, view.label) == ("c-1", "statement", "Het loopt. (en)")
    assert view.options[0] == Option("1", "een (en)")
    assert [option.value for option in view.options] == ["1", "2", "3", "4", "5", "dk"]
    assert [option.value for option in view.options if option.apart] == ["dk"]


def test_a_kind_of_organisation_with_a_variant_sees_that() -> None:
    assert STATEMENT.view(Respondent("nl", "municipality")).label == "Het loopt bij ons."
    assert STATEMENT.view(Respondent("en", "municipality")).label == "Het loopt bij ons. (en)"
    assert STATEMENT.view(Respondent("nl", "library")).label == "Het loopt."


@pytest.mark.parametrize(
    ("answer", "nl", "en"),
    [(2, "twee", "twee (en)"), ("dk", "weet ik niet", "weet ik niet (en)"), (None, "", ""), (9, "", "")],
)
def test_an_answer_is_read_back_by_its_label(answer: Answer, nl: str, en: str) -> None:
    assert (STATEMENT.read_back(answer, NL), STATEMENT.read_back(answer, EN)) == (nl, en)
    assert STATEMENT.said(answer, NL) == ((("", nl),) if nl else ())


def test_the_codebook_has_one_variable_with_all_six_answers() -> None:
    values = (("1", "een"), ("2", "twee"), ("3", "drie"), ("4", "vier"), ("5", "vijf"), ("dk", "weet ik niet"))
    assert STATEMENT.variables("nl") == (Variable("c-1", "Het loopt.", "one", values),)
    assert STATEMENT.variables("en")[0].wording == "Het loopt. (en)"


def test_it_is_counted_in_three_classes_without_who_does_not_know() -> None:
    (measure,) = STATEMENT.measures()
    assert (measure.name, measure.path, measure.order) == ("c-1", (), ("disagree", "neither", "agree"))
    assert measure.tally([1, 2, 3, 4, 5, 5, "dk", None]) == {"disagree": 2, "neither": 1, "agree": 3}
    assert measure.class_of("dk") is None


def test_a_class_that_nobody_is_in_is_still_counted() -> None:
    measure = Measure("c-1", (), {"1": "a", "2": "b"})
    assert measure.tally([1]) == {"a": 1, "b": 0}


def test_what_is_stored_of_a_reversed_statement_is_the_answer_as_given() -> None:
    turned = Statement(**dict(STATEMENT) | {"reversed": True})
    assert turned.read(form(("c-1", "5")), None, NL).answer == 5
    assert turned.measures() == STATEMENT.measures()


def test_a_scale_has_five_labels() -> None:
    with pytest.raises(ValueError, match="at least 5 items"):
        Scale(id="agree", options=SCALE.options[:4], dont_know=SCALE.dont_know)
