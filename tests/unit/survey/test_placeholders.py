"""Texts with placeholders: what is refused and how that is said, and that what is filled in stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.i18n import LANGUAGES
from survey.mail.placeholders import MAY_BE_EMPTY, NAMES, around_link, check, fill, in_braces
from survey.mail.standard import EDITABLE, STANDARD, SUBJECT

TOKEN = "aB3-_" * 8 + "xyz"


def said(text: str, *, is_subject: bool = False) -> list[str]:
    """Return what is wrong with a text, in English."""
    return [each.message % each.values if each.values else each.message for each in check(text, is_subject=is_subject)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Beste {nam},", "We do not know {nam}. Do you mean {naam}?"),
        ("Tot {sluitdatm}.", "We do not know {sluitdatm}. Do you mean {sluitdatum}?"),
        ("Until {closing_dag}.", "We do not know {closing_dag}. Do you mean {closing_day}?"),
        ("{qqq}", "We do not know {qqq}. Use one of those in the list."),
        ("{}", "We do not know {}. Use one of those in the list."),
        ("Beste {naam,", "A brace stands alone, at 'Beste {naam,'. Close it, or take it out."),
        ("a } b", "A brace stands alone, at 'a } b'. Close it, or take it out."),
        ("{naam\n}", "A brace stands alone, at '{naam'. Close it, or take it out."),
        ("{link}\n{link}", "{link} is there more than once. Everybody gets one link."),
        ("{link}\nen\n{LINK}", "{link} is there more than once. Everybody gets one link."),
        ("Klik op {link}.", "Put {link} on a line of its own."),
        (f"https://x.example/v/{TOKEN}", "There is a personal link in it. Take it out: everybody gets their own."),
        (f"zie x.example/rapport/{TOKEN}", "There is a personal link in it. Take it out: everybody gets their own."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, sentence: str) -> None:
    assert said(text) == [sentence]


def test_every_mistake_is_said_once() -> None:
    assert said("{nam} {nam} {netwrk}\n{") == [
        "We do not know {nam}. Do you mean {naam}?",
        "We do not know {netwrk}. Do you mean {netwerk}?",
        "A brace stands alone, at '{'. Close it, or take it out.",
    ]


@pytest.mark.parametrize("word", ["link", "bijeenkomst", "place", "minuten"])
def test_a_subject_holds_nothing_that_can_be_missing(word: str) -> None:
    assert said(f"Over {{{word}}}", is_subject=True) == [f"{{{word}}} cannot be in a subject."]


@pytest.mark.parametrize("text", ["Beste { Naam },", "Dear {name},\n\n  {link}\n\nTot {sluitdatum}", "", "geen", "50%"])
def test_what_is_right_is_not_refused(text: str) -> None:
    assert said(text) == []


def test_the_standard_texts_are_right_and_there_in_every_language() -> None:
    assert STANDARD.keys() == {name for each in EDITABLE for name in (each, each + SUBJECT)}
    for name, by_language in STANDARD.items():
        assert by_language.keys() == LANGUAGES.keys()
        for text in by_language.values():
            assert said(text, is_subject=name.endswith(SUBJECT)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_has_a_name_of_its_own_in_every_language(language: str) -> None:
    assert NAMES[language].keys() == NAMES["nl"].keys()
    assert len(set(NAMES[language].values())) == len(NAMES["nl"])
    assert NAMES["nl"].keys() > MAY_BE_EMPTY
    text = "\n".join(in_braces(key, language) for key in NAMES[language])
    assert fill(text, {key: key.upper() for key in NAMES[language]}) == "\n".join(map(str.upper, NAMES[language]))


def test_a_line_with_nothing_to_say_is_left_out() -> None:
    text = "Fijn dat je meedoet.\n\nOp {bijeenkomst} praten we.\nWaar: {plaats}\n\nTot dan!"

    assert (
        fill(text, {"meeting": "3 juni", "place": None}) == "Fijn dat je meedoet.\n\nOp 3 juni praten we.\n\nTot dan!"
    )
    assert fill("Waar: {plaats}", {"place": None}) == ""


@given(st.text())
def test_what_is_filled_in_is_never_read_as_a_placeholder(name: str) -> None:
    filled = fill("Beste {naam}, tot {sluitdatum}.", {"name": name + "{sluitdatum}{naam}", "closes_on": "3 juni"})

    assert "\n" not in filled
    assert filled.startswith("Beste ")
    assert filled.endswith("{sluitdatum}{naam}, tot 3 juni.")


@given(st.text(st.sampled_from("{}naam link\n%<\\"), max_size=40))
def test_any_text_is_either_refused_or_filled_in_whole(text: str) -> None:
    wrong = check(text)
    before, after = around_link(text)
    filled = fill(f"{before}\n{after}", dict.fromkeys(NAMES["nl"], "x"))

    assert wrong or not set(filled) & set("{}")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a\n{link}\nb", ("a", "b")),
        ("a\n\n { Link } \n\nb\nc", ("a", "b\nc")),
        ("{link}", ("", "")),
        ("a\nb", ("a\nb", "")),
        ("a {link} b", ("a {link} b", "")),
    ],
)
def test_a_text_stands_around_the_link(text: str, parts: tuple[str, str]) -> None:
    assert around_link(text) == parts
