"""Choices as they are made: the newest wins whatever the order, each by itself, and what is strange is left out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts
from questionnaires.types.parts import CLEAR, Answer
from survey.services.page_reading import BASIS, fingerprint
from survey.services.sheets import CHOSEN, ERASED, Kept, Sheet, keep_choices, keep_page, moment
from tests.factories import the_questionnaire

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
MS = moment(NOW)
Field = tuple[str, str]


def sheet(answers: dict[str, Answer] | None = None, times: dict[str, int] | None = None) -> Sheet:
    respondent = Respondent("nl", "library", ("library", "welfare"))
    return Sheet(the_questionnaire(), respondent, Facts("library"), answers or {}, times or {})


def page(name: str = "roles") -> Page:
    found = the_questionnaire().page(name)
    assert found is not None
    return found


def choices(*fields: Field, on: Sheet | None = None, of: str = "roles", at: datetime = NOW) -> Kept:
    return keep_choices(on or sheet(), page(of), MultiDict(fields), at=at)


def chosen(unit: str, value: str, before: int = 0) -> list[Field]:
    """A choice that was made so many milliseconds ago."""
    return [(CHOSEN, f"{unit}:{MS - before}"), (unit, value)]


def after(kept: Kept, before: Sheet) -> Sheet:
    return replace(before, answers=kept.answers, choice_times=kept.choice_times)


def test_a_choice_is_kept_and_nothing_else_is_touched() -> None:
    before = sheet({"ro-2": 3, "sp-1": 1}, {"ro-2": 5})

    kept = choices(*chosen("ro-1", "4", 20), on=before)

    assert kept.answers == {"ro-2": 3, "sp-1": 1, "ro-1": 4}
    assert kept.choice_times == {"ro-2": 5, "ro-1": MS - 20}


def test_of_two_choices_the_newest_stays_in_every_order_of_arrival() -> None:
    made = [("1", 300), ("2", 200), ("3", 100), ("4", 0)]
    for order in permutations(made):
        on = sheet()
        for value, before in order:
            on = after(choices(*chosen("ro-1", value, before), on=on), on)
        assert on.answers["ro-1"] == 4


def test_the_same_request_again_changes_nothing() -> None:
    fields = chosen("ro-1", "4", 50)
    once = after(choices(*fields), sheet())
    newer = after(choices(*chosen("ro-1", "2", 10), on=once), once)

    assert not choices(*fields, on=once).is_news(once)
    assert not choices(*fields, on=newer).is_news(newer)


@given(st.lists(st.tuples(st.sampled_from(["ro-1", "ro-2"]), st.integers(1, 5), st.integers(0, 50)), max_size=8))
def test_the_last_state_depends_on_the_choices_only_and_not_on_how_they_arrive(made: list[Any]) -> None:
    distinct = {(unit, before): value for unit, value, before in made}  # no two choices in one millisecond
    arrivals = [chosen(unit, str(value), before) for (unit, before), value in distinct.items()]
    forwards, backwards = sheet(), sheet()
    for fields in arrivals:
        forwards = after(choices(*fields, on=forwards), forwards)
    for fields in [*reversed(arrivals), *arrivals]:
        backwards = after(choices(*fields, on=backwards), backwards)

    assert forwards.answers == backwards.answers
    assert forwards.choice_times == backwards.choice_times


def test_lines_of_one_question_have_times_of_their_own() -> None:
    on = sheet()
    on = after(choices(*chosen("mc-lines.mc-policy", "yes"), on=on, of="municipal-check"), on)
    on = after(choices(*chosen("mc-lines.mc-goal", "no", 500), on=on, of="municipal-check"), on)

    late = choices(*chosen("mc-lines.mc-policy", "no", 900), on=on, of="municipal-check")

    assert late.answers["mc-lines"] == {"mc-policy": "yes", "mc-goal": "no"}


def test_a_text_goes_with_its_tick() -> None:
    fields = [*chosen("op-keep", "De koffie."), ("op-keep-ok", "on"), ("op-first-ok", "on")]

    kept = choices(*fields, of="closing")

    assert kept.answers == {"op-keep": {"text": "De koffie.", "share": True}}


def test_an_answer_can_be_taken_back_and_two_at_once() -> None:
    on = sheet({"ro-1": 4, "ro-2": 2, "ro-3": 5}, {"ro-1": 1, "ro-2": 1})
    fields = [(CHOSEN, f"{unit}:{MS}") for unit in ("ro-1", "ro-2")] + [(CLEAR, "ro-1"), (CLEAR, "ro-2")]

    assert choices(*fields, on=on).answers == {"ro-1": None, "ro-2": None, "ro-3": 5}


def test_an_older_taking_back_does_not_undo_a_newer_choice() -> None:
    on = sheet({"ro-1": 4}, {"ro-1": MS})

    assert choices((CHOSEN, f"ro-1:{MS - 1}"), (CLEAR, "ro-1"), on=on).answers == {"ro-1": 4}


def test_what_was_chosen_before_everything_was_erased_does_not_come_back() -> None:
    on = sheet({}, {ERASED: MS - 100})

    assert choices(*chosen("ro-1", "4", 200), on=on).answers == {}
    assert choices(*chosen("ro-1", "4", 50), on=on).answers == {"ro-1": 4}


def test_a_choice_from_the_future_was_made_now() -> None:
    kept = choices(*chosen("ro-1", "4", -86_400_000))

    assert kept.choice_times == {"ro-1": MS}


@pytest.mark.parametrize("told", ["ro-1", "ro-1:", ":5", "", "ro-1:-5", "ro-1:1e3", "ro-1:٣", "ro-1:" + "9" * 400])
def test_a_choice_without_a_time_is_none(told: str) -> None:
    kept = choices((CHOSEN, told), ("ro-1", "4"))

    assert kept.answers == {}


def test_choices_of_another_page_or_of_no_question_are_left_out_and_counted() -> None:
    fields = [*chosen("ro-1", "4"), *chosen("sp-1", "5"), *chosen("zz-9", "1"), *chosen("basis", "x")]

    kept = choices(*fields)

    assert kept.answers == {"ro-1": 4}
    assert kept.strange == 3


def test_a_field_that_was_not_said_to_be_chosen_is_not_read() -> None:
    assert choices(*chosen("ro-1", "4"), ("ro-2", "5")).answers == {"ro-1": 4}


def test_a_value_that_is_no_option_is_refused_and_what_was_kept_stays() -> None:
    on = sheet({"ro-1": 2}, {"ro-1": 7})

    kept = choices(*chosen("ro-1", "9"), *chosen("ro-2", "5"), on=on)

    assert kept.answers == {"ro-1": 2, "ro-2": 5}
    assert kept.choice_times == {"ro-1": 7, "ro-2": MS}
    assert kept.reading.problems["ro-1"].code == "not_an_option"


def test_the_page_hears_what_changed_elsewhere() -> None:
    basis = fingerprint(page(), {"ro-2": 1})
    on = sheet({"ro-2": 5, "ro-3": 2})

    kept = choices((BASIS, basis), *chosen("ro-1", "4"), on=on)

    assert kept.reading.changed == {"ro-2": 5, "ro-3": 2}
    assert kept.basis == fingerprint(page(), {"ro-1": 4, "ro-2": 5, "ro-3": 2})


@pytest.mark.parametrize("basis", ["", "1.2", "x" * 5000, "-.-.-.-.-.-.-"])
def test_a_basis_of_another_page_tells_nothing(basis: str) -> None:
    kept = choices((BASIS, basis), *chosen("ro-1", "4"), on=sheet({"ro-2": 5}))

    assert kept.reading.changed == {}


def test_a_posted_page_gives_a_time_to_what_it_changed_and_to_nothing_else() -> None:
    on = sheet({"ro-1": 4, "ro-2": 2}, {"ro-1": 5})
    form = {BASIS: fingerprint(page(), on.answers), "ro-1": "4", "ro-2": "3"}

    kept = keep_page(on, page(), MultiDict(form), at=NOW)

    assert kept.choice_times == {"ro-1": 5, "ro-2": MS}
    assert kept.answers["ro-2"] == 3


def test_a_posted_page_gives_a_time_to_each_line_that_it_changed() -> None:
    on = sheet({"mc-lines": {"mc-policy": "yes"}})
    form = {"mc-lines.mc-policy": "yes", "mc-lines.mc-goal": "no"}

    kept = keep_page(on, page("municipal-check"), MultiDict(form), at=NOW)

    assert kept.choice_times == {"mc-lines.mc-goal": MS}


def test_a_page_posted_after_its_choices_were_kept_is_no_news() -> None:
    on = after(choices(*chosen("ro-1", "4", 10)), sheet())
    first = keep_page(on, page(), MultiDict({BASIS: fingerprint(page(), on.answers), "ro-1": "4"}), at=NOW)
    seen = after(first, on)

    again = keep_page(seen, page(), MultiDict({BASIS: fingerprint(page(), seen.answers), "ro-1": "4"}), at=NOW)

    assert first.is_news(on)  # the other questions were seen, and skipped
    assert not again.is_news(seen)


def test_a_choice_made_before_a_page_was_posted_comes_too_late() -> None:
    on = after(keep_page(sheet(), page(), MultiDict({"ro-1": "5"}), at=NOW), sheet())

    late = choices(*chosen("ro-1", "1", 1000), on=on, at=NOW + timedelta(seconds=5))

    assert late.answers["ro-1"] == 5


def test_a_choice_that_came_too_late_is_told_with_what_is_kept() -> None:
    on = sheet({"ro-1": 2}, {"ro-1": MS})

    kept = choices(*chosen("ro-1", "5", 100), *chosen("ro-2", "3"), on=on)

    assert kept.heard == ("ro-1", "ro-2")
    assert kept.newest == ("ro-2",)
    assert kept.reading.changed == {"ro-1": 2}
    assert kept.replaced == {}


def test_a_choice_that_took_the_place_of_another_that_the_page_did_not_know_says_of_which() -> None:
    on = sheet({"ro-1": 2}, {"ro-1": MS - 50})

    kept = choices((BASIS, fingerprint(page(), {})), *chosen("ro-1", "5"), on=on)

    assert kept.answers["ro-1"] == 5
    assert kept.replaced == {"ro-1": 2}


@pytest.mark.parametrize(
    "unit", ["mc-lines.x", "mc-lines", "mc-lines.mc-goal.x", "mc-level.now.x", "mc-lines." + "x" * 900]
)
def test_only_what_stands_on_the_page_gets_a_time(unit: str) -> None:
    kept = choices((CHOSEN, f"{unit}:{MS}"), (unit, "yes"), of="municipal-check")

    assert kept.choice_times == {}
    assert kept.strange == 1
