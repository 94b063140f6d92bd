"""What fits in the details of an audit row: numbers, names of fields, words of a closed set."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.services.audit_words import WORDS, Unfit, check, field_names

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "details",
    [
        {},
        {"rows": 12, "skipped": 0},
        {"fields": ["name", "address"]},
        {"fields": ()},
        {"method": "password+totp"},
        {"was": "adviser", "became": "coordinator"},
        {"reason": None},
        {"has_second_factor": True},
    ],
)
def test_numbers_fields_and_known_words_fit(details: dict[str, Any]) -> None:
    check(details)


@pytest.mark.parametrize(
    "details",
    [
        {"name": "Hanna Bos"},
        {"address": "hanna@x.example"},
        {"method": "password+hanna"},
        {"method": ""},
        {"fields": ["name", "Hanna"]},
        {"fields": [1]},
        {"fields": {"name": "Hanna"}},
        {"value": b"name"},
        {"value": 1.5},
        {"Hanna Bos": 1},
        {"hanna@x.example": 1},
    ],
)
def test_anything_else_does_not(details: dict[str, Any]) -> None:
    with pytest.raises(Unfit) as refused:
        check(details)

    assert "anna" not in str(refused.value)


@given(st.text(max_size=40))
def test_a_text_is_refused_unless_it_is_a_word_of_ours(text: str) -> None:
    if set(text.split("+")) <= WORDS:
        return
    with pytest.raises(Unfit):
        check({"method": text})


def test_no_word_of_ours_could_be_a_secret_or_a_name() -> None:
    assert [word for word in WORDS | field_names() if not word.isascii() or not word.islower() or len(word) > 30] == []


def test_everything_that_lists_are_filtered_by_can_be_noted() -> None:
    """An export notes by which filters it was made; a filter that is new is refused until it is known here."""
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "survey").rglob("*.py"))
    filters = set(re.findall(r'\b(?:Filter|Day)\(\s*"(\w+)"', source))

    assert len(filters) > 3
    assert sorted(filters - field_names()) == []


def test_every_method_of_signing_in_can_be_noted() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "survey").rglob("*.py"))
    methods = set(re.findall(r'\bmethod="([a-z+_]+)"', source))

    assert len(methods) > 3
    for method in methods:
        check({"method": method})
