"""Closing: what organisations say of who left the network is left out, and all else stays as it was."""

import pytest

from questionnaires import catalogue
from questionnaires.types.parts import Answer
from survey.services.profile_publishing import without_strangers

HERE = {"b", "c"}


@pytest.mark.parametrize(
    ("question", "given", "kept"),
    [
        ("rel-partners", ["b", "gone"], ["b"]),
        ("rel-partners", ["gone"], None),
        ("rel-partners", None, None),
        ("rel-map", {"b": {"rel-freq": "weekly"}, "gone": {"rel-freq": "monthly"}}, {"b": {"rel-freq": "weekly"}}),
        ("rel-map", {"gone": {"rel-freq": "monthly"}}, None),
        ("rel-wanted", ["c", "gone"], ["c"]),
        ("we-see", ["older"], ["older"]),
        ("rf-tasks", {"intake": ["do"]}, {"intake": ["do"]}),
        ("vo-1-why", "gone", "gone"),
    ],
)
def test_only_who_is_in_the_network_is_spoken_of(question: str, given: Answer, kept: Answer) -> None:
    answers = {question: given}

    assert without_strangers(answers, HERE, catalogue.latest("organisatieprofiel")) == {question: kept}
    assert answers == {question: given}


def test_a_question_that_was_never_seen_is_not_made_up() -> None:
    assert without_strangers({}, HERE, catalogue.latest("organisatieprofiel")) == {}
