"""Open questions: what people type is kept as typed, and what cannot be stored never is."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.text import Text
from questionnaires.types.long_text import LongText
from questionnaires.types.parts import Answer, Posted, Problem, Reading
from questionnaires.types.summary import Variable
from questionnaires.types.texts import tidy
from tests.unit.questionnaires.asking import EN, NL, form

QUESTION = LongText(
    id="op-1",
    type="long_text",
    text=Text({"nl": "Wat gaat goed?", "en": "What goes well?"}),
    hint=Text({"nl": "Kort.", "en": "Briefly."}),
)
STORED: Answer = {"text": "Zoals het was.", "share": True}

anything = st.text(st.characters(exclude_categories=()), max_size=500)


def read(text: str, *, tick: str | None = None, stored: Answer = None) -> Reading:
    ticked = [] if tick is None else [("op-1-ok", tick)]
    return QUESTION.read(form(("op-1", text), *ticked), stored, NL)


@pytest.mark.parametrize(
    "typed",
    [
        "Goed contact 👩‍👩‍👧 🇳🇱",
        "مرحبا, עברית",
        '=cmd|"/c calc"!A1',
        "<script>alert(1)</script>",
        '#set page(fill: red); *vet* $x$ @noot "',
        "regel een\n\tregel twee",
        "{{ 7 * 7 }} %s \\n '; DROP TABLE response; --",
    ],
)
def test_what_is_typed_is_kept_as_typed(typed: str) -> None:
    assert read(typed).answer == {"text": typed, "share": False}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("  \n om en om \t\n", "om en om"),
        ("re\u0301union", "r\u00e9union"),
        ("nul\x00, bel\x07, nel\x85", "nul, bel, nel"),
        ("los \ud83d deel", "los  deel"),
        ("e\x00\u0301", "\u00e9"),
    ],
)
def test_what_cannot_be_stored_goes_and_each_letter_has_one_spelling(typed: str, kept: str) -> None:
    assert read(typed).answer == {"text": kept, "share": False}


@pytest.mark.parametrize(("tick", "share"), [(None, False), ("on", True), ("off", False), ("", False)])
def test_the_tick_is_off_unless_it_is_set(tick: str | None, share: bool) -> None:
    assert read("Ja.", tick=tick, stored=STORED).answer == {"text": "Ja.", "share": share}


@pytest.mark.parametrize("fields", [[], [("op-1-ok", "on")]])
def test_without_its_text_in_the_form_the_stored_answer_stays(fields: list[tuple[str, str]]) -> None:
    assert QUESTION.read(form(*fields), STORED, NL) == Reading(STORED)


@pytest.mark.parametrize("empty", ["", " \r\n ", "\x00"])
def test_an_emptied_text_is_no_answer_whatever_the_tick(empty: str) -> None:
    assert read(empty, tick="on", stored=STORED) == Reading(None)


def test_exactly_the_limit_fits() -> None:
    assert read("é" * 400).problems == ()


def test_a_longer_text_is_refused_and_shown_again() -> None:
    typed: Posted = {"op-1": ("a" * 401,), "op-1-ok": ("on",)}
    problem = Problem("op-1", "too_long", {"length": 401, "limit": 400})
    assert read("a" * 401, tick="on", stored=STORED) == Reading(STORED, (problem,), typed)
    assert read("a" * 401, stored=STORED).typed == {"op-1": ("a" * 401,)}


def test_a_definition_can_set_another_limit() -> None:
    short = LongText(**dict(QUESTION) | {"limit": 5})
    expected = Problem("op-1", "too_long", {"length": 6, "limit": 5})
    assert short.read(form(("op-1", "zes en")), None, NL).problems == (expected,)
    assert short.view(NL).limit == 5


@pytest.mark.parametrize(
    "answer",
    [
        "tekst",
        1,
        True,
        {},
        {"text": "a"},
        {"text": "", "share": True},
        {"text": " a", "share": True},
        {"text": "a\r\nb", "share": True},
        {"text": "a", "share": 1},
        {"text": 1, "share": True},
        {"text": "a", "share": True, "name": "b"},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not QUESTION.is_sound(answer)


def test_a_stored_answer_over_the_limit_is_not_sound() -> None:
    assert QUESTION.is_sound({"text": "a" * 400, "share": False})
    assert not QUESTION.is_sound({"text": "a" * 401, "share": False})
    assert QUESTION.is_sound(None)


def test_it_is_posted_with_its_tick_only_when_there_is_one() -> None:
    assert QUESTION.posted(STORED, NL) == {"op-1": ("Zoals het was.",), "op-1-ok": ("on",)}
    assert QUESTION.posted({"text": "Ja.", "share": False}, NL) == {"op-1": ("Ja.",)}
    assert QUESTION.posted(None, NL) == {"op-1": ("",)}


def test_the_view_has_limit_and_hint() -> None:
    view = QUESTION.view(NL)
    assert (view.macro, view.label, view.hint) == ("long_text", "Wat gaat goed?", "Kort.")
    assert (view.options, view.limit) == ((), 400)
    assert QUESTION.view(EN).hint == "Briefly."


def test_a_text_is_read_back_as_typed() -> None:
    assert QUESTION.read_back({"text": "Ja <b>", "share": False}, NL) == "Ja <b>"
    assert QUESTION.said({"text": "Ja", "share": True}, EN) == (("", "Ja"),)
    assert QUESTION.read_back(None, NL) == ""


def test_the_codebook_has_one_text_and_nothing_is_counted() -> None:
    assert QUESTION.variables("en") == (Variable("op-1", "What goes well?", "text"),)
    assert QUESTION.measures() == ()


@given(anything, st.none() | anything | st.just("on"))
def test_any_text_is_stored_soundly_or_refused(typed: str, tick: str | None) -> None:
    reading = read(typed, tick=tick, stored=STORED)
    if reading.problems:
        assert reading.answer == STORED
        assert [problem.code for problem in reading.problems] == ["too_long"]
    else:
        assert QUESTION.is_sound(reading.answer)
    json.dumps(reading.typed).encode()
    str(reading.typed).encode()


@given(anything)
def test_tidying_twice_changes_nothing(typed: str) -> None:
    once = tidy(typed)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
