"""The hash of a questionnaire is of what it means: the same for another way to write it, other for any change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from tests.unit.questionnaires.asking import definition

Changed = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("small", "# The smallest", "# The very smallest"),
        ("small", "id: small\nversion: 1.0.0\n", "version: 1.0.0\nid: small\n"),
        ("small", "{nl: Klein, en: Small}", "\n  en: Small\n  nl: 'Klein'"),
        ("small", "        level: network", "        reversed: false\n        version: 1\n        level: network"),
        ("small", "languages:", "answered_by: person\nlanguages:"),
        ("small", "minutes: 2.5", "minutes: 2.50"),
        ("conditions", "{question: grade, equals: 10}", "{equals: 10, question: grade}"),
        ("conditions", "[start, halfway]}", "[start,\n          halfway]}"),
        ("long_text", "type: long_text\n", "type: long_text\n        limit: 400\n"),
        ("accepted", "Readers use these long words every day.", "There are no other words for it."),
        (
            "accepted",
            "accept:\n  - at: words\n    rule: hard-to-read\n    because: Readers use these long words every day.\n",
            "",
        ),
    ],
)
def test_another_way_to_write_the_same_has_the_same_hash(changed: Changed, name: str, old: str, new: str) -> None:
    assert load(changed(old, new, name)).content_hash == definition(name).content_hash


def test_what_stands_once_for_a_block_may_as_well_stand_at_each_question(changed: Changed) -> None:
    path = changed(
        "    each:\n      type: long_text\n    questions:\n      - id: o-1\n", "    questions:\n      - id: o-1\n"
    )
    path.write_text(
        path.read_text(encoding="utf-8").replace("- id: o-1\n", "- id: o-1\n        type: long_text\n"),
        encoding="utf-8",
    )
    assert load(path).content_hash == definition("small").content_hash


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("small", "Klein", "Kleiner"),
        ("small", "version: 1.0.0", "version: 1.0.1"),
        ("small", "level: network", "level: person"),
        ("small", "        level: network", "        version: 2\n        level: network"),
        ("small", "        level: network", "        reversed: true\n        level: network"),
        ("small", "        level: network", "        core: true\n        level: network"),
        ("small", "type: long_text", "type: grade"),
        ("small", "{nl: een, en: one}", "{nl: één, en: one}"),
        ("small", "nl: weet niet", "nl: geen idee"),
        ("small", "minutes: 2.5", "minutes: 2"),
        ("small", "languages:", "answered_by: organisation\nlanguages:"),
        ("single_choice", "bijna klaar", "klaar"),
        ("single_choice", "id: done", "id: ready"),
        ("single_choice", ", dont_know: true", ""),
        ("multiple_choice", "at_most: 2", "at_most: 3"),
        ("multiple_choice", "exclusive: true", "exclusive: false"),
        ("whole_number", "maximum: 12", "maximum: 52"),
        ("ladder", "Wat is nodig?", "Wat is later nodig?"),
        ("role_cards", ", shared: true", ""),
        ("conditions", "equals: 10", "equals: 9"),
        ("conditions", "{not: {question: grade, at_least: 6}}", "{question: grade, at_least: 6}"),
        ("conditions", "part: needed", "part: now"),
        ("conditions", "    show_when: {round: number, at_least: 2}\n", ""),
        ("variants", "Hoe helpen jullie?", "Wat doen jullie?"),
        ("pages", "[l-4, l-3]", "[l-3, l-4]"),
        ("pages", "Dit is één blok.", "Dit is een blok."),
        ("guided", "guide: taalnetwerk\n", ""),
    ],
)
def test_any_change_of_a_word_an_option_a_condition_or_the_order_has_another_hash(
    changed: Changed, name: str, old: str, new: str
) -> None:
    assert load(changed(old, new, name)).content_hash != definition(name).content_hash


def test_a_release_that_knows_more_settings_leaves_the_hash_of_a_published_file() -> None:
    """When this fails, every published questionnaire would seem to have changed: keep the hash, not this number."""
    known = "2487015e5474f0e74c3cacaa46749507a8f4acbf5e1818f449f68a8ee6b590ac"
    assert definition("small").content_hash == known
