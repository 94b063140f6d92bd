"""What is asked, given what was answered: hidden questions count as not answered, and their answers come back."""

import pytest

from questionnaires.definition import Questionnaire
from questionnaires.showing import Facts, Showing, showing
from questionnaires.types.parts import Answer
from tests.unit.questionnaires.asking import definition

CONDITIONS = definition("conditions")
FIRST = ("grade", "phase", "groups", "depth", "words")
TEXT: Answer = {"text": "Ja.", "share": True}


def shown(asked: Questionnaire, answers: dict[str, Answer], facts: Facts | None = None) -> list[str]:
    """Return what is asked, in the order of the pages."""
    now = showing(asked, answers, facts or Facts())
    return [part.id for page in now.pages(asked) for part in now.parts(page)]


def later(answers: dict[str, Answer]) -> set[str]:
    return set(shown(CONDITIONS, answers)) - set(FIRST)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, {"q-low"}),
        ({"grade": 5}, {"q-low"}),
        ({"grade": 6}, set()),
        ({"grade": 9}, {"q-either"}),
        ({"grade": 10}, {"q-ten", "q-either"}),
        ({"grade": 7, "phase": "start"}, {"q-begun"}),
        ({"grade": 7, "phase": "done"}, set()),
        ({"grade": 7, "phase": "done", "groups": ["nobody"]}, {"q-either"}),
        ({"grade": 7, "groups": ["young", "parents"]}, {"q-young"}),
        ({"grade": 7, "depth": {"now": "share"}}, set()),
        ({"grade": 7, "depth": {"needed": "share"}}, {"q-share"}),
        ({"grade": 7, "words": TEXT}, {"q-words"}),
        ({"grade": 5, "q-low": TEXT}, {"q-low", "q-chain"}),
        ({"grade": 5, "q-low": None}, {"q-low"}),
    ],
)
def test_answers_decide_what_is_asked_further_on(answers: dict[str, Answer], asked: set[str]) -> None:
    assert later(answers) == asked


def test_the_answer_to_a_hidden_question_counts_as_none() -> None:
    """q-chain depends on the answer to q-low, which a high grade hides."""
    assert later({"grade": 8, "q-low": TEXT}) == set()


def test_what_is_hidden_is_not_among_the_answers_and_comes_back_when_shown_again() -> None:
    stored: dict[str, Answer] = {"grade": 8, "q-low": TEXT, "q-chain": TEXT}
    assert showing(CONDITIONS, stored, Facts()).answers == {"grade": 8}
    again = showing(CONDITIONS, stored | {"grade": 3}, Facts())
    assert again.answers == {"grade": 3, "q-low": TEXT, "q-chain": TEXT}
    assert stored == {"grade": 8, "q-low": TEXT, "q-chain": TEXT}


def test_answers_to_what_is_no_question_of_this_questionnaire_do_not_count() -> None:
    assert showing(CONDITIONS, {"grade": 8, "gone": 5}, Facts()).answers == {"grade": 8}


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        (Facts(), set()),
        (Facts(round_number=2), {"q-moved"}),
        (Facts(round_number=2, blocks=("asked",)), {"q-moved"}),
        (Facts(round_number=3, blocks=("depending",)), {"q-moved", "q-extra"}),
        (Facts(round_number=1, blocks=("depending",)), set()),
    ],
)
def test_the_round_decides_and_the_condition_of_a_block_is_handed_on(facts: Facts, asked: set[str]) -> None:
    assert set(shown(CONDITIONS, {"grade": 7}, facts)) - set(FIRST) == asked


def test_a_page_on_which_nothing_is_shown_is_not_among_the_pages() -> None:
    assert [page.id for page in showing(CONDITIONS, {"grade": 7}, Facts()).pages(CONDITIONS)] == ["asked"]
    assert [page.id for page in showing(CONDITIONS, {}, Facts()).pages(CONDITIONS)] == ["asked", "depending"]


def test_a_text_to_read_is_shown_and_is_no_question() -> None:
    asked = definition("information")
    now = showing(asked, {}, Facts())
    welcome, rest = now.pages(asked)
    assert ([part.id for part in now.parts(welcome)], now.questions(welcome)) == (["i-1"], ())
    assert [question.id for question in now.questions(rest)] == ["g-1"]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("municipality", ["k-all", "k-public", "k-plan"]),
        ("library", ["k-all", "k-public"]),
        ("municipality-desk", ["k-all"]),
        (None, ["k-all"]),
    ],
)
def test_the_kind_of_organisation_decides(kind: str | None, asked: list[str]) -> None:
    assert shown(definition("organisation_kind"), {}, Facts(kind=kind)) == asked


def test_a_block_that_a_round_leaves_out_counts_as_not_answered() -> None:
    blocks = definition("block_settings")
    assert shown(blocks, {"g-1": 8, "b-1": "no"}) == ["g-1", "g-2", "b-1", "b-2", "b-3"]
    assert shown(blocks.without(["first"]), {"g-1": 8}) == []


ROSTER = definition("roster")
TICKED: dict[str, Answer] = {"c-with": ["o1"], "c-map": {"o1": {"wish": "fine"}, "o2": {"wish": "more"}}}


def test_what_was_said_of_an_organisation_that_is_not_ticked_is_kept_and_not_sent() -> None:
    assert showing(ROSTER, TICKED, Facts()).answers == {"c-with": ["o1"], "c-map": {"o1": {"wish": "fine"}}}
    again = showing(ROSTER, TICKED | {"c-with": ["o1", "o2"]}, Facts())
    assert again.answers["c-map"] == TICKED["c-map"]


def test_with_nothing_ticked_the_roster_is_not_asked() -> None:
    assert showing(ROSTER, TICKED | {"c-with": None}, Facts()).answers == {"c-with": None}


def before_and_after(
    asked: Questionnaire, first: dict[str, Answer], then: dict[str, Answer]
) -> tuple[Showing, Showing]:
    return showing(asked, first, Facts()), showing(asked, then, Facts())


def test_a_question_that_was_hidden_is_brought_up_and_one_that_was_asked_is_not() -> None:
    before, after = before_and_after(CONDITIONS, {"grade": 8}, {"grade": 3})
    low, grade = CONDITIONS.questions["q-low"], CONDITIONS.questions["grade"]
    assert after.brings_up(low, before)
    assert not before.brings_up(low, after)
    assert not after.brings_up(grade, before)


def test_a_roster_is_brought_up_by_every_new_tick() -> None:
    roster = ROSTER.questions["c-map"]
    one, two = before_and_after(ROSTER, {"c-with": ["o1"]}, {"c-with": ["o1", "o2"]})
    none = showing(ROSTER, {}, Facts())
    assert one.brings_up(roster, none)
    assert two.brings_up(roster, one)
    assert not one.brings_up(roster, two)
    assert not two.brings_up(roster, two)
