"""One posted page against what is stored: sound answers stay, nothing typed is lost, a stale page asks."""

import pytest
from werkzeug.datastructures import MultiDict

from questionnaires.definition import Page
from questionnaires.types.base import ANYBODY
from questionnaires.types.parts import Answer
from survey.services.page_reading import BASIS, PageReading, fingerprint, read_page
from tests.factories import the_questionnaire

FIRST, SECOND = "sp-1", "sp-2"


@pytest.fixture
def page() -> Page:
    found = the_questionnaire().page("shared-purpose")
    assert found is not None
    return found


@pytest.fixture
def last_page() -> Page:
    found = the_questionnaire().page("closing")
    assert found is not None
    return found


def posted(page: Page, *, seen: dict[str, Answer], fields: dict[str, str], now: dict[str, Answer]) -> PageReading:
    """Read a page that was drawn with ``seen`` and posted with ``fields`` when ``now`` is stored."""
    form = {BASIS: fingerprint(page, seen), **fields}
    return read_page(page, MultiDict(form), now, ANYBODY)


def test_what_is_chosen_is_stored_and_what_is_not_is_a_seen_question(page: Page) -> None:
    reading = posted(page, seen={}, fields={FIRST: "4"}, now={})

    assert reading.is_kept
    assert reading.answers[FIRST] == 4
    assert {question.id for question in page.questions} == set(reading.answers)
    assert reading.answers[SECOND] is None


def test_dont_know_is_an_answer_of_its_own(page: Page) -> None:
    assert posted(page, seen={}, fields={FIRST: "dk"}, now={}).answers[FIRST] == "dk"


@pytest.mark.parametrize("value", ["0", "6", "-1", "3.0", "03", " 3", "drie", "true", "", "٣", "4\x00"])
def test_a_value_that_is_no_option_is_refused_and_the_rest_kept(page: Page, value: str) -> None:
    reading = posted(page, seen={FIRST: 2}, fields={FIRST: value, SECOND: "5"}, now={FIRST: 2})

    assert not reading.is_kept
    assert reading.problems[FIRST].code == "not_an_option"
    assert reading.answers[FIRST] == 2
    assert reading.answers[SECOND] == 5
    assert reading.shown[FIRST] == (value,)


def test_a_text_that_is_too_long_is_shown_again_as_it_was_typed(last_page: Page) -> None:
    typed = "a" * 100_000

    reading = posted(last_page, seen={}, fields={"op-keep": typed, "op-keep-ok": "on", "ov-grade": "8"}, now={})

    assert reading.problems["op-keep"].details == {"length": 100_000, "limit": 400}
    assert (reading.shown["op-keep"], reading.shown["op-keep-ok"]) == ((typed,), ("on",))
    assert reading.answers["op-keep"] is None
    assert reading.answers["ov-grade"] == 8


def test_what_was_not_touched_here_keeps_the_other_tabs_answer(page: Page) -> None:
    reading = posted(page, seen={FIRST: 2}, fields={FIRST: "2", SECOND: "5"}, now={FIRST: 4})

    assert reading.is_kept
    assert reading.answers[FIRST] == 4
    assert reading.answers[SECOND] == 5


def test_a_question_answered_differently_in_both_tabs_is_asked_again(page: Page) -> None:
    reading = posted(page, seen={FIRST: 2}, fields={FIRST: "5"}, now={FIRST: 4})

    assert not reading.is_kept
    assert reading.changed == {FIRST: 4}
    assert reading.answers[FIRST] == 4
    assert reading.shown[FIRST] == ("5",)


def test_saving_once_more_after_the_question_decides(page: Page) -> None:
    reading = posted(page, seen={FIRST: 4}, fields={FIRST: "5"}, now={FIRST: 4})

    assert reading.is_kept
    assert reading.answers[FIRST] == 5


def test_the_same_answer_in_both_tabs_is_no_question(page: Page) -> None:
    reading = posted(page, seen={}, fields={FIRST: "5"}, now={FIRST: 5})

    assert reading.is_kept
    assert reading.answers[FIRST] == 5


def test_an_answer_erased_elsewhere_is_asked_again(page: Page) -> None:
    reading = posted(page, seen={FIRST: 2}, fields={FIRST: "3"}, now={})

    assert reading.changed == {FIRST: None}


def test_a_problem_comes_before_a_change(page: Page) -> None:
    reading = posted(page, seen={FIRST: 2}, fields={FIRST: "9"}, now={FIRST: 4})

    assert set(reading.problems) == {FIRST}
    assert reading.changed == {}
    assert reading.answers[FIRST] == 4


@pytest.mark.parametrize("basis", [None, "", "1.2", "x" * 5000, "-.-.-.-.-.-.-"])
def test_a_basis_of_another_form_is_as_good_as_none(page: Page, basis: str | None) -> None:
    form = {FIRST: "5"} | ({BASIS: basis} if basis is not None else {})

    reading = read_page(page, MultiDict(form), {FIRST: 2}, ANYBODY)

    assert reading.is_kept
    assert reading.answers[FIRST] == 5


@pytest.mark.parametrize("basis", [None, ""])
def test_a_page_with_one_question_and_no_basis_is_no_stale_page(basis: str | None) -> None:
    page = the_questionnaire().page("roles-first")
    assert page is not None
    assert len(page.questions) == 1
    form = {"roles-find.signal.now": "library"} | ({BASIS: basis} if basis is not None else {})

    assert read_page(page, MultiDict(form), {}, ANYBODY).is_kept


def test_a_tick_alone_makes_a_text_another_answer(last_page: Page) -> None:
    mine: Answer = {"text": "Het overleg.", "share": False}
    elsewhere: Answer = {"text": "Het overleg.", "share": True}

    reading = posted(last_page, seen={"op-keep": mine}, fields={"op-keep": "De koffie."}, now={"op-keep": elsewhere})

    assert reading.changed == {"op-keep": elsewhere}


def test_a_fingerprint_holds_no_text(last_page: Page) -> None:
    answers: dict[str, Answer] = {"op-keep": {"text": "Geheim.\ud800", "share": True}, "ov-grade": 7}

    print_ = fingerprint(last_page, answers)

    assert "Geheim" not in print_
    assert print_.split(".").count("-") == len(last_page.questions) - 2
