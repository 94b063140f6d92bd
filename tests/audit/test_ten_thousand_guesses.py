"""Ten thousand guesses of the six digits of a code, on both engines: from one place, and from everywhere."""

from collections import Counter
from itertools import islice
from time import process_time

import pytest
from flask import Flask

from survey.services.guessing import CODES
from tests.factories import make_round
from tests.guesses import guess, wrong
from tests.joining import make_code
from tests.pages import PageClient

pytestmark = pytest.mark.audit

GUESSES = 10_000
#: Much less than reading a page of a questionnaire may cost, in seconds.
A_GUESS = 0.02


@pytest.fixture
def digits(committed_app: Flask) -> str:
    return make_code(committed_app, make_round(committed_app)).digits


def test_from_one_place_they_get_one_answer_cost_little_and_find_nothing(committed_app: Flask, digits: str) -> None:
    """The right code is among them, and gets the answer that all others get."""
    guesses = [*islice(wrong(digits), GUESSES - 1)]
    guesses.insert(GUESSES // 2, digits)
    client, began = PageClient(committed_app), process_time()

    found = Counter(guess(client, each) for each in guesses)

    assert found == {422: CODES.near.tries, 429: GUESSES - CODES.near.tries}
    assert process_time() - began < GUESSES * A_GUESS


def test_from_everywhere_they_run_into_the_count_of_all(committed_app: Flask, digits: str) -> None:
    """One guess from each of ten thousand neighbourhoods; then the right one, from yet another."""
    client, began = PageClient(committed_app), process_time()

    found = Counter(
        guess(client, each, f"2001:db8:{number:x}::1") for number, each in enumerate(islice(wrong(digits), GUESSES))
    )

    assert found == {422: CODES.everywhere.tries, 429: GUESSES - CODES.everywhere.tries}
    assert guess(client, digits, "203.0.113.5") == 429
    assert process_time() - began < GUESSES * A_GUESS
