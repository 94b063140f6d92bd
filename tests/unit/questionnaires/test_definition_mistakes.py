"""A definition file tells all that is wrong with it, where, in plain sentences."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from questionnaires.mistakes import DefinitionErrors, Mistake

Changed = Callable[[str, str], Path]
Write = Callable[[str | bytes], Path]

TEN = """
ten_mistakes.yaml:3:10: "version" must be three whole numbers with dots between, such as "1.0.0"; it says 1.0.
ten_mistakes.yaml:8:5: "options" needs at least 5 in its list, and it has 4.
ten_mistakes.yaml:15:10: There is no scale "agre" here. Did you mean "agree"?
ten_mistakes.yaml:23:9: "text" has no text in the language "en".
ten_mistakes.yaml:28:16: "level" must be network, organisation or person, and it says "netwerk". Did you mean "network"?
ten_mistakes.yaml:29:19: "reversed" must be true or false without quotation marks, and it says "yes".
ten_mistakes.yaml:30:13: The id "c-1" is used a second time; the first is on line 22.
ten_mistakes.yaml:32:9: "levl" is not a setting that can stand here. Did you mean "level"?
ten_mistakes.yaml:43:31: There is no question "c-3" in this file. Did you mean "c-2"?
ten_mistakes.yaml:48:14: There is no block "opne" in this file. Did you mean "open"?
""".strip()

#: A change to small.yaml, and all that must be said about it.
ONE_BY_ONE = [
    (
        "id: small",
        "id: Small Talk",
        ['2:5: "id" must be small letters, digits and single hyphens, and start with a letter; it says "Small Talk".'],
    ),
    ("id: small\n", "", ['2:1: "id" is missing here.']),
    ("id: small", "id: &x small", ["2:5: &x marks this for repetition elsewhere: remove the mark."]),
    (
        "level: network",
        "level: *x",
        ['25:16: "level" must be network, organisation or person, and it says "*x".', "25:16: *x repeats"],
    ),
    ("id: small", "id: !!str small", ["2:5: A type mark that starts with ! cannot be used: remove it."]),
    ("version: 1.0.0", "version: 1.0.0\nversion: 2.0.0", ['4:1: "version" stands here twice; the first is on line 3.']),
    ("version: 1.0.0", "version: v1", ['3:10: "version" must be three whole numbers']),
    ("[nl, en]", "[nl, en, nl]", ['4:21: The language "nl" stands in the list twice.']),
    ("[nl, en]", "[nl, EN]", ['4:17: Entry 2 of "languages" must be a language code']),
    ("[nl, en]", "nl", ['4:12: "languages" must be a list, with a dash before each entry; it says "nl".']),
    (
        "en: Small",
        "fr: Petit",
        ['5:1: "title" has no text in the language "en".', '5:20: The language "fr" is not in the list'],
    ),
    ("nl: Klein", "nl: ' '", ['5:9: "nl" has no text behind it.']),
    ("nl: Klein", "nl: 12", ['5:13: "nl" must be a text: put 12 between quotation marks.']),
    ("nl: Klein", "nl: [a]", ['5:13: "nl" must be a text, and it says a list.']),
    ("title: {nl: Klein, en: Small}", "title: Klein", ['5:1: "title" needs its text in each language, one a line.']),
    ("  - id: agree", "  - id: other", ['16:10: There is no scale "agree" here.']),
    (
        "      - {nl: vijf, en: five}",
        "      - 5",
        ['13:9: Entry 5 of "options" needs its text in each language, one a line.'],
    ),
    ("  scale: agree\n", "", ['15:1: "scale" is missing here.']),
    ("  scale: agree", "  scale: 5", ["16:10: There is no scale 5 here."]),
    (
        "level: network",
        "scale: agre\n        level: network",
        ['25:16: There is no scale "agre" here. Did you mean "agree"?'],
    ),
    ("minutes: 1", "minutes: 0", ['17:12: "minutes" must be more than 0, and it says 0.']),
    ("minutes: 1", "minutes: veel", ['17:12: "minutes" must be a number, and it says "veel".']),
    ("minutes: 1", "minutes: .inf", ['17:12: "minutes" must be a number, and it says ".inf".']),
    ("minutes: 1", "minutes: true", ['17:12: "minutes" must be a number, and it says true.']),
    ("level: network", "level:", ['25:9: "level" has nothing behind it.']),
    (
        "level: network",
        "level: network\n        anchor: true",
        ['26:9: An anchor is also in the short version: add "core: true".'],
    ),
    (
        "level: network",
        "level: network\n        core: yes",
        ['26:15: "core" must be true or false without quotation marks, and it says "yes".'],
    ),
    ("level: network", "level: network\n        version: 0", ['26:18: "version" must be at least 1, and it says 0.']),
    (
        "level: network",
        "level: network\n        variants: {libary: {nl: a, en: b}}",
        ['26:20: There is no kind of organisation "libary". Did you mean "library"?'],
    ),
    (
        "type: long_text",
        "type: long-text",
        ['31:13: There is no question type "long-text" here. Did you mean "long_text"?'],
    ),
    ("type: long_text", "limit: 400", ['33:9: "type" is missing here.']),
    (
        "type: long_text",
        "type: long_text\n      limit: 1.5",
        ['32:14: "limit" must be a whole number, and it says 1.5.'],
    ),
    (
        "type: long_text",
        "type: long_text\n      hnit: {nl: a, en: b}",
        ['32:7: "hnit" is not a setting that can stand here. Did you mean "hint"?'],
    ),
    (
        "each:\n      type: long_text",
        "each: long_text",
        ['30:5: "each" needs settings below it, one a line.', '32:9: "type" is missing here.'],
    ),
    ("id: o-1", "id: o-ok", ['33:13: An id cannot end with "-ok": the tick beside an open question is called so.']),
    (
        "id: o-1",
        "id: klaar",
        ['33:13: The id "klaar" is the address of a page around the questions. Choose another word.'],
    ),
    ("id: o-1", "id: contact", ['33:13: The id "contact" is used a second time; the first is on line 19.']),
    ("id: o-1", f"id: {'o' * 41}", ['33:13: "id" may have at most 40 signs']),
    (
        "theme: contact",
        "theme: contcat",
        [
            '19:9: "contact" is on no page, so nobody would see it.',
            '36:12: There is no theme "contcat" in this file. Did you mean "contact"?',
        ],
    ),
    ("theme: contact", "theme: contact\n    minutes: 3", ['37:5: "minutes" is not a setting that can stand here.']),
    ("[open]", "[open, open]", ['39:20: "open" is already on a page.']),
    (
        "[open]",
        "[]",
        [
            '27:9: "open" is on no page, so nobody would see it.',
            "37:5: This page shows nothing: name blocks or questions.",
        ],
    ),
    (
        "blocks:\n  - id: open",
        "blokken:\n  - id: open",
        ['26:1: "blokken" is not a setting that can stand here.', '39:14: There is no block "open" in this file.'],
    ),
    ("  minutes: 1\n", "\tminutes: 1\n", ["17:1: There is a tab here: use spaces."]),
    ("Het loopt soepel.", "Het\tloopt soepel.", ["24:23: There is a tab here: use spaces."]),
]

#: What cannot be read as YAML, or is no questionnaire at all.
UNREADABLE = [
    ("", ["1:1: This file is empty."]),
    ("\ufeff", ["1:1: This file is empty."]),
    ("# niets\n", ["1:1: This file is empty."]),
    ("- a\n", ["1:1: This file needs settings below it, one a line; it says a list."]),
    ("hallo", ['1:1: This file needs settings below it, one a line; it says "hallo".']),
    (b"a: 1\nb: \xff\n", ["2:4: This file is not in UTF-8: save it again with that encoding."]),
    ("a: x\x00y", ["1:5: There is an invisible sign here that cannot be used: remove it."]),
    ("a: x\u2028y", ["1:5: There is an invisible sign here that cannot be used: remove it."]),
    ("a: Doel: samen", ["1:8: A text with a colon in it needs quotation marks around it."]),
    ("a: 'x\nb: 1", ["1:4: The quotation mark that opens here is never closed."]),
    ("a: [1, 2", ["1:4: The bracket that opens here is never closed, or a text in it needs quotation marks."]),
    ("a:\n  b: 1\n c: 2", ["3:2: This line is not indented like its neighbours."]),
    ("a: @x", ["1:4: A text that starts with this sign needs quotation marks around it."]),
    ('a: "\\q"', ["1:6: This cannot be read: look at the signs and the indentation of this line."]),
    ("a: 1\n---\nb: 2", ["3:1: Above this, a line of dashes starts a second document: remove it."]),
    ("[" * 50, ["1:14: This is nested too deeply."]),
]


def mistakes_of(path: Path) -> list[Mistake]:
    with pytest.raises(DefinitionErrors) as refused:
        load(path)
    return list(refused.value.mistakes)


def test_ten_mistakes_are_told_at_once_in_their_order(definitions: Path) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(definitions / "ten_mistakes.yaml")
    assert str(refused.value) == TEN


def assert_told(path: Path, expected: list[str]) -> None:
    told = [f"{mistake.line}:{mistake.column}: {mistake.sentence}" for mistake in mistakes_of(path)]
    assert len(told) == len(expected), told
    for sentence, start in zip(told, expected, strict=True):
        assert sentence.startswith(start)


@pytest.mark.parametrize(("old", "new", "expected"), ONE_BY_ONE)
def test_each_mistake_is_told_at_its_place(changed: Changed, old: str, new: str, expected: list[str]) -> None:
    assert_told(changed(old, new), expected)


@pytest.mark.parametrize(("content", "expected"), UNREADABLE)
def test_a_file_that_cannot_be_read_says_why(write: Write, content: str | bytes, expected: list[str]) -> None:
    assert_told(write(content), expected)


def test_a_key_that_is_no_word_is_refused(changed: Changed) -> None:
    told = mistakes_of(changed("id: small", "? [a]\n: 1\nid: small"))
    assert any(mistake[1:] == (2, 3, "Only a word can stand before a colon.") for mistake in told)


def test_windows_line_ends_and_a_byte_order_mark_are_fine(definitions: Path, write: Write) -> None:
    small = (definitions / "small.yaml").read_text(encoding="utf-8")
    assert load(write("\ufeff" + small.replace("\n", "\r\n"))).id == "small"


def test_a_long_value_is_shortened(changed: Changed) -> None:
    (mistake,) = mistakes_of(changed("version: 1.0.0", f"version: {'x' * 500}"))
    assert len(mistake.sentence) < 150
