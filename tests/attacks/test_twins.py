"""What is read of a round follows from what is published of it: answers behind it change no word, number or position.

Attack 5 (how many answered an item) and attack 15 (a derived word or position turned into answers).
"""

import pytest
from flask import Flask

from survey.database import writing
from survey.services.benchmarks import store_edition
from tests.attacks.twins import MEMBERS, Answering, Change, everything_said, in_groups, raised, skipped, twins
from tests.factories import NETWORK, answer, close_round, make_round
from tests.published_networks import CUT_OFF, moment, others

#: The same letters in another order: as wide as the other network's name, so that nothing is elsewhere because of it.
AS_LONG = "Taalnetwerk Wadermat"


def said_of(app: Flask, each: Answering, network: str) -> list[str]:
    """Have a round filled in and closed, and return everything that is said of it."""
    opened = make_round(app, MEMBERS, name=network)
    for token, answers in zip(in_groups(opened), each.answers, strict=True):
        answer(app, token, answers)
    close_round(app, opened.id)
    return everything_said(app, opened, network)


@pytest.mark.parametrize("change", [pytest.param(skipped, id="5"), pytest.param(raised, id="15")])
def test_different_answers_that_publish_the_same_are_told_in_the_same_words(
    committed_app: Flask, change: Change
) -> None:
    with committed_app.app_context(), writing() as session:
        store_edition(session, others(), at=moment(CUT_OFF))

    networks = zip((NETWORK, AS_LONG), twins(change, 4), strict=True)
    first, second = (said_of(committed_app, each, name) for name, each in networks)

    assert "ndere netwerken" in first[0]
    assert first == second


@pytest.mark.parametrize("change", [skipped, raised])
def test_this_attack_finds_a_word_from_answers(change: Change) -> None:
    """The two rounds are different where a word could come from: in numbers of answers, or in raw averages."""
    first, second = twins(change, 4)

    assert first.results.to_json() == second.results.to_json()
    assert abs(first.total - second.total) >= 4
