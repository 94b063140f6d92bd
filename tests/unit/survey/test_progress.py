"""How far somebody is."""

from typing import Any

import pytest

from questionnaires.types.base import ANYBODY
from survey.asking.progress import statements_answered, whole_route
from tests.factories import the_questionnaire

PAGES = the_questionnaire().pages
ROUTE = whole_route(the_questionnaire())


def seen(*page_ids: str) -> dict[str, Any]:
    """Return answers in which these pages were seen and every question was skipped."""
    return {question.id: None for page in PAGES if page.id in page_ids for question in page.questions}


def test_who_begins_is_led_to_the_first_page() -> None:
    assert ROUTE.first_open({}) == PAGES[0]


def test_a_page_that_was_seen_and_skipped_is_not_open() -> None:
    assert ROUTE.first_open(seen("shared-purpose")) == PAGES[1]


def test_a_page_that_was_jumped_over_is_the_first_open_one() -> None:
    assert ROUTE.first_open(seen("shared-purpose", "municipality")) == PAGES[1]


def test_who_saw_every_page_has_only_checking_left() -> None:
    assert ROUTE.first_open(seen(*(page.id for page in PAGES))) is None


def test_dont_know_counts_as_answered_and_skipped_does_not() -> None:
    first, second, *_ = ROUTE.states({"sp-1": "dk", "sp-2": 3, "sp-3": None}, ANYBODY)

    assert (first.answered, first.total) == (2, 5)
    assert (second.answered, second.total) == (0, 5)


def test_a_question_is_open_until_all_of_it_is_answered() -> None:
    answers = {"sp-1": "dk", "sp-2": 3, "sp-3": None, "roles-find": {"signal": {"lead": "dk"}}}
    states = {state.page.id: state for state in ROUTE.states(answers, ANYBODY)}

    assert [question.id for question in states["shared-purpose"].open] == ["sp-3", "sp-4", "sp-5"]
    assert "roles-find" in [question.id for question in states["roles-first"].open]


def test_each_card_counts_as_one() -> None:
    states = {state.page.id: state for state in ROUTE.states({"roles-find": {"signal": {"lead": "dk"}}}, ANYBODY)}

    assert (states["roles-first"].answered, states["roles-first"].total) == (1, 5)
    assert states["municipal-check"].total == 12


def test_only_statements_of_themes_are_counted() -> None:
    answers = {"sp-1": 1, "sp-2": "dk", "ov-worth": 5, "ov-grade": 8, "op-keep": {"text": "a", "share": False}}

    assert statements_answered(ROUTE, answers) == (2, 40)


def test_minutes_go_down_page_by_page_and_never_to_nothing() -> None:
    minutes = [ROUTE.minutes_from(page) for page in PAGES]

    assert minutes == sorted(minutes, reverse=True)
    assert minutes[0] == ROUTE.minutes_from() == 14
    assert minutes[-1] >= 1


@pytest.mark.parametrize("index", range(len(PAGES)))
def test_every_page_knows_its_neighbours(index: int) -> None:
    before, after = ROUTE.neighbours(PAGES[index])

    assert before == (PAGES[index - 1] if index else None)
    assert after == (PAGES[index + 1] if index + 1 < len(PAGES) else None)
