"""Short texts: a few words of an organisation, on one line."""

import pytest

from questionnaires.types.parts import Answer, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, NL, question, read, refused

NAME = question("short_text", "t-1")
AREA = question("short_text", "t-2")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("De Taalmaatjes", "De Taalmaatjes"),
        ("  om en om \n", "om en om"),
        ("op\r\ntwee\tregels", "op twee regels"),
        ("re\u0301union\x00", "r\u00e9union"),
        ("<b>vet</b> =1+1 {{ x }}", "<b>vet</b> =1+1 {{ x }}"),
        ("twee\u2028regels\u00a0", "twee regels"),
    ],
)
def test_words_are_stored_tidily_on_one_line(typed: str, stored: str) -> None:
    assert read(NAME, ("t-1", typed)) == Reading(stored)
    assert NAME.is_sound(stored)
    assert NAME.posted(stored, NL) == {"t-1": (stored,)}


def test_an_emptied_field_takes_the_answer_back_and_an_absent_one_keeps_it() -> None:
    assert read(NAME, ("t-1", " \n"), stored="Was") == Reading(None)
    assert read(NAME, stored="Was") == Reading("Was")
    assert NAME.posted(None, NL) == {"t-1": ("",)}


def test_exactly_the_limit_fits_and_one_more_is_refused_and_shown_again() -> None:
    assert read(AREA, ("t-2", "a" * 20)) == Reading("a" * 20)
    longer = "a" * 21
    expected = refused("Was", "t-2", "too_long", {"t-2": (longer,)}, length=21, limit=20)
    assert read(AREA, ("t-2", longer), stored="Was") == expected


@pytest.mark.parametrize("answer", ["", " a", "a\nb", "a  b", "a" * 101, "e\u0301", 1, True, ["a"], {"text": "a"}])
def test_an_answer_that_is_not_tidy_is_not_sound(answer: Answer) -> None:
    assert not NAME.is_sound(answer)


def test_it_is_drawn_with_its_limit() -> None:
    assert [(view.macro, view.label, view.limit) for view in (NAME.view(EN), AREA.view(NL))] == [
        ("short_text", "What is your group called?", 100),
        ("short_text", "In welke wijk?", 20),
    ]


def test_it_is_read_back_as_typed() -> None:
    assert NAME.said("De <b>Maatjes</b>", EN) == (("", "De <b>Maatjes</b>"),)
    assert NAME.read_back(None, NL) == ""


def test_the_codebook_has_one_text_and_nothing_is_counted() -> None:
    assert NAME.variables("nl") == (Variable("t-1", "Hoe heet jullie groep?", "text"),)
    assert NAME.measures() == ()
