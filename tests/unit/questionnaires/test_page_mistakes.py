"""Pages: what they name exists, and everything is on one of them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from questionnaires.mistakes import DefinitionErrors
from tests.unit.questionnaires.asking import definition

Changed = Callable[..., Path]

#: A change to pages.yaml, and all that must be said about it.
CASES = [
    ("- theme: contact", "- theme: contcat", ['20:9: "contact" is on no page', '66:12: There is no theme "contcat"']),
    ("- theme: contact", "- block: contact", ['20:9: "contact" is on no page', '66:12: There is no block "contact"']),
    (
        "- theme: contact\n",
        "- theme: contact\n    intro: {nl: a, en: b}\n",
        ['67:5: "intro" is not a setting that can stand here.'],
    ),
    (
        "- block: first\n",
        "- block: frist\n",
        [
            '42:9: "first" is on no page, so nobody would see it.',
            '72:12: There is no block "frist" in this file. Did you mean "first"?',
        ],
    ),
    (
        "- block: first\n",
        "- block: first\n    title: {nl: a, en: b}\n",
        ['73:5: "title" is not a setting that can stand here.'],
    ),
    (
        "statements: [p-2, p-1]",
        "statements: [p-2, p-3]",
        [
            '35:13: "p-1" is on no page, so nobody would see it.',
            '71:23: There is no statement "p-3" in this file. Did you mean "p-2"?',
        ],
    ),
    ("statements: [p-2, p-1]", "statements: [p-2]", ['35:13: "p-1" is on no page, so nobody would see it.']),
    ("statements: [p-2, p-1]", "statements: [p-2, p-1, c-1]", ['71:28: "c-1" is already on a page.']),
    ("statements: [p-2, p-1]", "statements: [p-2, p-1, f-1]", ['71:28: There is no statement "f-1" in this file.']),
    (
        "questions: [l-1, l-2]",
        "questions: [l-1, l-5]",
        [
            '62:14: "l-2" is on no page, so nobody would see it.',
            '79:22: There is no question "l-5" in this file. Did you mean "l-4"?',
        ],
    ),
    ("questions: [l-1, l-2]", "questions: [l-1, l-2, l-3]", ['83:22: "l-3" is already on a page.']),
    ("questions: [l-1, l-2]", "questions: [l-1, l-2, long]", ['79:27: There is no question "long" in this file.']),
    ("blocks: [third, second]", "blocks: [third]", ['47:9: "second" is on no page, so nobody would see it.']),
    ("blocks: [third, second]", "blocks: [third, second, first]", ['76:29: "first" is already on a page.']),
    (
        "blocks: [third, second]",
        "blocks: third",
        ['47:9: "second" is on no page', '52:9: "third" is on no page', '76:13: "blocks" must be a list'],
    ),
    (
        "    blocks: [third, second]\n",
        "",
        ['47:9: "second" is', '52:9: "third" is', "74:5: This page shows nothing: name blocks or questions."],
    ),
    (
        "blocks: [third, second]",
        "blocks: [third, second]\n  - {id: empty, title: {nl: a, en: b}, blocks: []}",
        ["77:5: This page shows nothing: name blocks or questions."],
    ),
    (
        "    blocks: [third, second]",
        "    minutes: 3\n    blocks: [third, second]",
        ['76:5: "minutes" stands at the block. At a page it is for "statements" only.'],
    ),
    ("    title: {nl: Twee blokken, en: Two blocks}\n", "", ['74:5: "title" is missing here.']),
    ("- id: two-blocks", "- id: contact", ['74:9: The id "contact" is used a second time; the first is on line 20.']),
    ("- id: two-blocks", "- id: c-1", ['74:9: The id "c-1" is used a second time; the first is on line 24.']),
    ("- id: two-blocks", "- id: nakijken", ['74:9: The id "nakijken" is the address of a page around the questions.']),
    ("- id: two-blocks", "- id: Two", ['74:9: "id" must be small letters, digits and single hyphens']),
    ("- id: two-blocks", "- just this\n  - id: two-blocks", ['74:5: Entry 4 of "pages" needs settings below it']),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_each_mistake_is_told_at_its_place(changed: Changed, old: str, new: str, expected: list[str]) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(changed(old, new, "pages"))
    told = str(refused.value).splitlines()
    assert len(told) == len(expected), told
    for sentence, start in zip(told, expected, strict=True):
        assert sentence.startswith(f"x.yaml:{start}")


def test_a_file_without_pages_asks_nothing(changed: Changed) -> None:
    with pytest.raises(DefinitionErrors, match='"pages" is missing here'):
        load(changed("pages:\n  - block: overall\n", "", "grade"))
    with pytest.raises(DefinitionErrors, match='"pages" needs at least 1 in its list, and it has 0'):
        load(changed("pages:\n  - block: overall\n", "pages: []\n", "grade"))


PAGES = definition("pages")


def test_each_form_of_page_shows_what_it_names_in_that_order() -> None:
    assert {page.id: [part.id for part in page.parts] for page in PAGES.pages} == {
        "contact": ["c-1", "c-2"],
        "some": ["p-2", "p-1"],
        "first": ["f-1"],
        "two-blocks": ["t-1", "s-1"],
        "long-first": ["l-1", "l-2"],
        "long-second": ["l-4", "l-3"],
    }


def test_a_page_has_the_heading_of_its_theme_or_block_or_its_own() -> None:
    assert [page.title["en"] for page in PAGES.pages][:4] == ["Contact", "Two sentences", "One block", "Two blocks"]
    assert [page.intro and page.intro["nl"] for page in PAGES.pages] == [
        "Kies wat past.",
        "Deze staan apart.",
        "Dit is één blok.",
        None,
        None,
        "Nog twee.",
    ]


def test_only_a_theme_with_a_page_of_its_own_is_a_theme_of_the_questionnaire() -> None:
    assert [theme.id for theme in PAGES.themes] == ["contact"]
    assert [page.theme and page.theme.id for page in PAGES.pages] == ["contact", *[None] * 5]


def test_minutes_are_shared_among_the_questions_of_a_theme_a_block_or_a_page_with_statements() -> None:
    assert PAGES.minutes["c-1"] == PAGES.minutes["c-2"] == 0.5
    assert PAGES.minutes["p-1"] == 0.2
    assert PAGES.minutes["l-4"] == 0.5
    assert [round(PAGES.minutes_of([page]), 2) for page in PAGES.pages] == [1, 0.4, 0.5, 1, 1, 1]
