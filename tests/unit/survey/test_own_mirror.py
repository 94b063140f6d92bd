"""A person's own mirror: the own answers in the own words, and one question per theme."""

import pytest

from questionnaires.respondent import Respondent
from questionnaires.types.parts import Answer
from reports.mirror import MirrorTheme, make_mirror
from tests.factories import the_questionnaire

LEARNING = "learning-action"  # its statement la-5 is reversed: agreeing is bad news


def theme(theme_id: str, answers: dict[str, Answer], *, language: str = "nl", kind: str = "library") -> MirrorTheme:
    themes = [each.id for each in the_questionnaire().themes]
    return make_mirror(the_questionnaire(), answers, respondent=Respondent(language, kind))[themes.index(theme_id)]


def learning(*answers: Answer) -> dict[str, Answer]:
    return {f"la-{number}": answer for number, answer in enumerate(answers, start=1)}


@pytest.mark.parametrize(
    ("answers", "view"),
    [
        ((5, 4, 4, 5, 1), "positive"),
        ((1, 2, 2, 1, 5), "critical"),
        ((5, 5, 5, 5, 5), "positive"),
        ((5, 5, 3, 1, 5), "mixed"),
        ((3, 3, 3, 3, 3), "neutral"),
        (("dk", "dk", "dk", 5, 1), "unknown"),
        ((None, None, None, 5, 1), "open"),
        ((None, None, None, None, None), "open"),
        (("dk", "dk", None, None, 1), "unknown"),
        ((4, 4, None, None, 2), "positive"),
    ],
)
def test_what_stands_out(answers: tuple[Answer, ...], view: str) -> None:
    assert theme(LEARNING, learning(*answers)).view == view


def test_answers_come_back_in_words_as_they_were_given() -> None:
    found = theme(LEARNING, learning(5, "dk", None, 1, 5))

    assert [answer for _, answer in found.answers] == [
        "helemaal eens", "weet ik niet", "", "helemaal oneens", "helemaal eens",
    ]  # fmt: skip


def test_a_mirror_speaks_the_persons_language() -> None:
    assert theme(LEARNING, learning(5), language="en").answers[0] == (
        "What we discuss together leads to action.",
        "strongly agree",
    )


def test_a_statement_is_shown_in_the_wording_the_person_saw() -> None:
    with_variant = [
        (each.id, item) for each in the_questionnaire().themes for item in each.items if "municipality" in item.variants
    ]
    for theme_id, item in with_variant:
        shown = [statement for statement, _ in theme(theme_id, {}, kind="municipality").answers]
        assert item.variants["municipality"].in_language("nl") in shown
    assert with_variant


def test_each_view_asks_one_of_the_themes_own_questions() -> None:
    conversation = [each.text.in_language("nl") for each in the_questionnaire().conversation(LEARNING)]

    for answers in ((5, 5, 5, 5, 1), (1, 1, 1, 1, 5), (3, 3, 3, 3, 3), ("dk",) * 5, (None,) * 5):
        assert theme(LEARNING, learning(*answers)).question in conversation
