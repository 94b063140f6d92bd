"""Whole numbers: how many, and whether it was counted, estimated or is not known."""

import pytest

from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Reading
from questionnaires.types.summary import Variable
from questionnaires.types.whole_number import WholeNumber
from tests.unit.questionnaires.asking import EN, NL, question, read, refused

NUMBER = question("whole_number", "n-1")
BETWEEN = question("whole_number", "n-2")
STORED: Answer = {"number": 5, "how": "counted"}


@pytest.mark.parametrize(
    ("number", "stored"),
    [
        ("0", 0),
        ("12", 12),
        (" 12 ", 12),
        ("007", 7),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("1.000.000", 1_000_000),
    ],
)
def test_a_number_is_read_as_people_write_it(number: str, stored: int) -> None:
    expected: Answer = {"number": stored, "how": "estimated"}
    assert read(NUMBER, ("n-1", number), ("n-1.how", "estimated")) == Reading(expected)
    assert NUMBER.is_sound(expected)


@pytest.mark.parametrize("how", [[], [("n-1.how", "")]])
def test_a_number_alone_is_an_answer(how: list[tuple[str, str]]) -> None:
    assert read(NUMBER, ("n-1", "12"), *how) == Reading({"number": 12})


def test_not_known_is_an_answer_without_a_number() -> None:
    assert read(NUMBER, ("n-1", ""), ("n-1.how", "unknown"), stored=STORED) == Reading({"how": "unknown"})


def test_an_emptied_field_takes_the_answer_back_and_an_absent_one_keeps_it() -> None:
    assert read(NUMBER, ("n-1", " "), stored=STORED) == Reading(None)
    assert read(NUMBER, stored=STORED) == Reading(STORED)
    assert read(NUMBER, ("n-1.how", "unknown"), stored=STORED) == Reading(STORED)


@pytest.mark.parametrize(
    ("number", "how", "field", "code"),
    [
        ("twaalf", "counted", "n-1", "not_a_number"),
        ("-1", "counted", "n-1", "not_a_number"),
        ("1,5", "counted", "n-1", "not_a_number"),
        ("1.5", "", "n-1", "not_a_number"),
        ("1.20", "", "n-1", "not_a_number"),
        ("1200.000", "", "n-1", "not_a_number"),
        ("１２", "", "n-1", "not_a_number"),
        ("1e3", "", "n-1", "not_a_number"),
        ("12", "unknown", "n-1", "number_and_unknown"),
        ("", "counted", "n-1", "number_missing"),
        ("", "estimated", "n-1", "number_missing"),
        ("12", "guessed", "n-1.how", "not_an_option"),
        ("", "guessed", "n-1.how", "not_an_option"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_shown_again(number: str, how: str, field: str, code: str) -> None:
    reading = read(NUMBER, ("n-1", number), ("n-1.how", how), stored=STORED)
    assert reading == refused(STORED, field, code, {"n-1": (number,), "n-1.how": (how,)})


@pytest.mark.parametrize("number", ["0", "13", "999999999999"])
def test_a_number_out_of_range_is_refused_with_the_range(number: str) -> None:
    typed = {"n-2": (number,), "n-2.how": ("counted",)}
    expected = refused(None, "n-2", "out_of_range", typed, minimum=1, maximum=12)
    assert read(BETWEEN, ("n-2", number), ("n-2.how", "counted")) == expected


def test_both_ends_of_the_range_fit() -> None:
    for number in (1, 12):
        assert read(BETWEEN, ("n-2", str(number))) == Reading({"number": number})
        assert BETWEEN.is_sound({"number": number})


def test_what_is_shown_again_is_cut() -> None:
    assert read(NUMBER, ("n-1", "x" * 5000)).typed == {"n-1": ("x" * 40,), "n-1.how": ("",)}


@pytest.mark.parametrize(
    "answer",
    [
        5,
        "5",
        True,
        [],
        {},
        {"number": True},
        {"number": 5.0},
        {"number": "5"},
        {"number": -1},
        {"number": 1_000_001},
        {"number": None},
        {"how": "counted"},
        {"how": "guessed"},
        {"how": ["unknown"]},
        {"number": 5, "how": "unknown"},
        {"number": 5, "how": None},
        {"number": None, "how": "unknown"},
        {"number": 5, "how": "counted", "name": "x"},
        {"number": 5, "sure": True},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not NUMBER.is_sound(answer)


def test_it_is_posted_in_two_fields() -> None:
    assert NUMBER.posted(STORED, NL) == {"n-1": ("5",), "n-1.how": ("counted",)}
    assert NUMBER.posted({"number": 0}, NL) == {"n-1": ("0",)}
    assert NUMBER.posted({"how": "unknown"}, NL) == {"n-1": ("",), "n-1.how": ("unknown",)}
    assert NUMBER.posted(None, NL) == {"n-1": ("",)}


def test_it_is_drawn_with_how_sure_the_number_is() -> None:
    view = NUMBER.view(EN)
    assert (view.macro, view.label) == ("whole_number", "How many people did you find?")
    assert view.options == (
        Option("counted", "counted"),
        Option("estimated", "estimated"),
        Option("unknown", "we do not know", apart=True),
    )


@pytest.mark.parametrize(
    ("answer", "nl", "en"),
    [
        (STORED, "5 (geteld)", "5 (counted)"),
        ({"number": 0}, "0", "0"),
        ({"how": "unknown"}, "weten we niet", "we do not know"),
        (None, "", ""),
    ],
)
def test_it_is_read_back_with_how_sure_it_is(answer: Answer, nl: str, en: str) -> None:
    assert (NUMBER.read_back(answer, NL), NUMBER.read_back(answer, EN)) == (nl, en)


def test_the_codebook_has_the_number_and_how_sure_it_is() -> None:
    asks = "Hoeveel mensen vonden jullie?"
    values = (("counted", "geteld"), ("estimated", "geschat"), ("unknown", "weten we niet"))
    assert NUMBER.variables("nl") == (Variable("n-1", asks, "number"), Variable("n-1.how", asks, "one", values))


def test_numbers_of_organisations_are_never_counted() -> None:
    assert NUMBER.measures() == ()


def test_the_range_has_room() -> None:
    settings = dict(BETWEEN) | {"minimum": 13}
    with pytest.raises(ValueError, match="maximum below minimum"):
        WholeNumber(**settings)
