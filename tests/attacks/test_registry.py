"""Every attack of disclosure.md is tried or waits for its channel, and the tests that are named are there."""

import re
from pathlib import Path

import pytest

from tests.attacks.channels import CHANNELS
from tests.attacks.registry import ATTACKS, TRIED, WAITING

TESTS = Path(__file__).parents[1]


def test_every_attack_is_tried_or_waits() -> None:
    assert set(TRIED) | {number for waiting in WAITING.values() for number in waiting} == set(ATTACKS)


@pytest.mark.parametrize("test", sorted({test for tests in TRIED.values() for test in tests}))
def test_a_test_that_is_named_is_there(test: str) -> None:
    file, name = test.split("::")

    assert re.search(rf"^def {name}\(", (TESTS / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_what_waits_is_no_channel_yet() -> None:
    assert not {channel.name for channel in CHANNELS} & set(WAITING)
