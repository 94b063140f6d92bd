"""The settings of blocks and question types: what is wrong with them is told at its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaires.catalogue import load
from questionnaires.mistakes import DefinitionErrors

Changed = Callable[..., Path]

#: A definition file, a change to it, and all that must be said about it.
Case = tuple[str, str, str, list[str]]

FOR_ORGANISATIONS = (
    " cannot be asked of persons: what they answer is published in shares only. It belongs in a file with "
    '"answered_by: organisation".'
)
KIND_OF_ID = "must be small letters, digits and single hyphens, and start with a letter"

BLOCKS: list[Case] = [
    ("small", "    minutes: 2.5\n", "", ['27:5: "minutes" is missing here.']),
    ("small", "minutes: 2.5", "minutes: 61", ['29:14: "minutes" may be at most 60, and it says 61.']),
    ("small", "minutes: 2.5", "minutes: 0", ['29:14: "minutes" must be more than 0, and it says 0.']),
    ("small", "minutes: 2.5", "minutes: veel", ['29:14: "minutes" must be a number, and it says "veel".']),
    ("small", "minutes: 2.5", "minuten: 2.5", ['27:5: "minutes" is missing here.', '29:5: "minuten" is not a setting']),
    ("block_settings", "      type: grade", "      typ: grade", ['13:9: "type" is missing', '15:9: "type" is missing']),
    (
        "block_settings",
        "      type: single_choice",
        "      type: single_choise",
        ['22:13: There is no question type "single_choise" here. Did you mean "single_choice"?'],
    ),
    (
        "block_settings",
        "hint: {nl: Kies één antwoord., en: Choose one answer.}",
        "hint: {nl: Kies één antwoord.}",
        ['23:7: "hint" has no text in the language "en".'],
    ),
    (
        "block_settings",
        "{question: g-1, at_least: 6}",
        "always",
        ['20:16: "show_when" needs a condition below it, such as: {question: ov-grade, at_least: 8}.'],
    ),
]

OPTIONS: list[Case] = [
    ("single_choice", "id: halfway", "id: start", ['16:11: "options" has the id "start" twice.']),
    ("single_choice", "id: halfway", "id: Half way", [f'17:18: "id" {KIND_OF_ID}; it says "Half way".']),
    ("single_choice", "id: halfway", "id: 2", ['17:18: "id" must be a text: put 2 between quotation marks.']),
    ("single_choice", "id: halfway", "id: true", ['17:18: "id" must be a text: put true between quotation marks.']),
    ("single_choice", "nl: halverwege, ", "", ['17:27: "text" has no text in the language "nl".']),
    ("single_choice", "nl: halverwege", "nl: ", ['17:34: "nl" has no text behind it.']),
    ("single_choice", "dont_know: true", "dont_know: ja", ['19:75: "dont_know" must be true or false without']),
    (
        "single_choice",
        "dont_know: true",
        "dontknow: true",
        ['19:64: "dontknow" is not a setting that can stand here. Did you mean "dont_know"?'],
    ),
    (
        "single_choice",
        "dont_know: true",
        "exclusive: true",
        ['19:64: "exclusive" is not a setting that can stand here.'],
    ),
    ("single_choice", "        options:\n", "        choices:\n", ['11:9: "options" is', '15:9: "choices" is not a']),
    ("multiple_choice", "at_most: 2", "at_most: 0", ['13:18: "at_most" must be at least 1, and it says 0.']),
    (
        "multiple_choice",
        "at_most: 2",
        "at_most: twee",
        ['13:18: "at_most" must be a whole number, and it says "twee".'],
    ),
    (
        "multiple_choice",
        "at_most: 2",
        "options_from: organisations",
        [
            '11:9: This needs either "options" or "options_from", and not both.',
            f'13:23: "options_from"{FOR_ORGANISATIONS}',
        ],
    ),
    ("checklist", "id: money", "id: plan", ['15:11: "lines" has the id "plan" twice.']),
    ("checklist", "several: true", "several: yes", ['24:18: "several" must be true or false without']),
    (
        "checklist",
        "shared: true",
        "share: true",
        ['27:73: "share" is not a setting that can stand here. Did you mean "shared"?'],
    ),
    ("ladder", "id: share", "id: tell", ['17:11: "steps" has the id "tell" twice.']),
    ("ladder", "        now: {nl: Hoe is het nu?, en: How is it now?}\n", "", ['11:9: "now" is missing here.']),
    ("role_cards", "id: intake", "id: signal", ['20:11: "tasks" has the id "signal" twice.']),
    ("role_cards", "        nobody: {nl: niemand, en: nobody}\n", "", ['11:9: "nobody" is missing here.']),
    (
        "role_cards",
        "        tasks:",
        "        kinds: {libary: {nl: bieb, en: library}}\n        tasks:",
        ['19:17: There is no kind of organisation "libary". Did you mean "library"?'],
    ),
]

NUMBERS_AND_WORDS: list[Case] = [
    ("whole_number", "minimum: 1", "minimum: 13", ['19:9: "maximum" is below "minimum" here.']),
    ("whole_number", "minimum: 1", "minimum: -1", ['20:18: "minimum" must be at least 0, and it says -1.']),
    ("whole_number", "maximum: 12", "maximum: 2000000000", ['21:18: "maximum" may be at most 1000000000, and it']),
    (
        "whole_number",
        "      unknown: {nl: weten we niet, en: we do not know}\n",
        "",
        ['16:9: "unknown" is missing here.', '18:9: "unknown" is missing here.'],
    ),
    ("whole_number", "answered_by: organisation\n", "", [f'11:13: "whole_number"{FOR_ORGANISATIONS}']),
    (
        "short_text",
        "answered_by: organisation\n",
        "",
        [f'12:15: "short_text"{FOR_ORGANISATIONS}', f'15:15: "short_text"{FOR_ORGANISATIONS}'],
    ),
    ("short_text", "limit: 20", "limit: 0", ['17:16: "limit" must be at least 1, and it says 0.']),
    ("short_text", "limit: 20", "limit: 500", ['17:16: "limit" may be at most 400, and it says 500.']),
    ("long_text", "limit: 40", "limit: 4001", ['16:16: "limit" may be at most 4000, and it says 4001.']),
    ("information", "type: information", "type: info", ['12:15: There is no question type "info" here.']),
    (
        "grade",
        "        type: grade\n",
        "        type: grade\n        limit: 3\n",
        ['13:9: "limit" is not a setting that'],
    ),
]

ROSTERS: list[Case] = [
    ("roster", "id: wish", "id: often", ['22:11: "fields" has the id "often" twice.']),
    ("roster", "{id: weekly", "{id: rarely", ['25:15: "options" has the id "rarely" twice.']),
    ("roster", "            text: {nl: Hoe vaak?, en: How often?}\n", "", ['22:13: "text" is missing here.']),
    ("roster", "of: c-with", "of: 5", ['18:13: "of" must be a text: put 5 between quotation marks.']),
    *(
        (
            "roster",
            "of: c-with",
            f"of: {name}",
            ['18:13: "of" must name a multiple_choice with "options_from: organisat'],
        )
        for name in ("c-map", "gone")
    ),
    (
        "roster",
        "answered_by: organisation",
        "answered_by: person",
        [f'14:23: "options_from"{FOR_ORGANISATIONS}', f'17:15: "roster"{FOR_ORGANISATIONS}'],
    ),
]

WHOLE_FILE: list[Case] = [
    (
        "small",
        "id: small",
        "id: small\nanswered_by: persons",
        ['3:14: "answered_by" must be person or organisation, and it says "persons". Did you mean "person"?'],
    ),
    (
        "small",
        "statements:\n  scale: agree\n  minutes: 1\n",
        "",
        ['15:1: "statements" is missing in this file: it names the scale of the themes.'],
    ),
    (
        "guided",
        "guide: taalnetwerk",
        "guide: taalnetwrk",
        ['5:8: There is no guide "taalnetwrk" here. Did you mean "taalnetwerk"?'],
    ),
    (
        "guided",
        "id: roles",
        "id: rolls",
        [
            '20:9: "rolls" is on no page, so nobody would see it.',
            '20:9: The guide "taalnetwerk" has nothing for the theme "rolls".',
            '28:12: There is no theme "roles" in this file. Did you mean "rolls"?',
        ],
    ),
    (
        "frisian",
        "title:",
        "guide: taalnetwerk\ntitle:",
        [
            '5:8: The guide "taalnetwerk" has no texts in the language "fy".',
            '21:9: The guide "taalnetwerk" has nothing for the theme "contact".',
        ],
    ),
    (
        "variants",
        "municipality-desk:",
        "municipal-desk:",
        ['16:11: There is no kind of organisation "municipal-desk".'],
    ),
    (
        "variants",
        "{nl: Hoe helpen jullie?, en: How do you help?}",
        "{nl: Hoe helpen jullie?}",
        ['15:11: "municipality" has no text in the language "en".'],
    ),
    (
        "accepted",
        "at: words",
        "at: wrods",
        ['17:9: There is nothing called "wrods" in this file. Did you mean "words"?'],
    ),
    (
        "accepted",
        "rule: hard-to-read",
        "rule: hard-to-reed",
        ['18:11: There is no rule "hard-to-reed". Did you mean "hard-to-read"?'],
    ),
    (
        "accepted",
        "because: Readers use these long words every day.",
        "because: Daarom.",
        ['19:14: "because" needs at least 10 signs, and it says "Daarom.".'],
    ),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [*BLOCKS, *OPTIONS, *NUMBERS_AND_WORDS, *ROSTERS, *WHOLE_FILE],
)
def test_each_mistake_is_told_at_its_place(
    changed: Changed, name: str, old: str, new: str, expected: list[str]
) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(changed(old, new, name))
    told = str(refused.value).splitlines()
    assert len(told) == len(expected), told
    for sentence, start in zip(told, expected, strict=True):
        assert sentence.startswith(f"x.yaml:{start}")


def test_a_roster_is_asked_after_its_list(changed: Changed, definitions: Path) -> None:
    path = changed("pages:\n  - block: contacts\n", "pages: []\n", "roster")
    content = path.read_text(encoding="utf-8").replace(
        "pages: []", "pages:\n  - {id: all, title: {nl: Al, en: All}, questions: [c-map, c-with]}"
    )
    path.write_text(content.replace("        show_when: {question: c-with, answered: true}\n", ""), encoding="utf-8")
    with pytest.raises(
        DefinitionErrors, match=r'^x\.yaml:18:13: "c-with" is asked later than "c-map": ask it before\.$'
    ):
        load(path)


def test_role_cards_need_the_kinds_of_organisation_in_every_language(changed: Changed) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(changed("languages: [nl, en]", "languages: [nl, en, fy]", "role_cards"))
    told = (
        'The kinds of organisation have no names in the language "fy": give them below "kinds" here, such as "library".'
    )
    assert f"x.yaml:12:15: {told}" in str(refused.value).splitlines()


@pytest.mark.parametrize("written", ['"2"', "2nd", "no", "a-1"])
def test_the_id_of_an_option_may_start_with_a_digit_and_be_any_word(changed: Changed, written: str) -> None:
    (asked,) = load(changed("id: halfway", f"id: {written}", "single_choice")).questions.values()
    assert asked.is_sound(written.strip('"'))


def test_a_setting_of_another_type_is_not_suggested_to_be_itself(changed: Changed) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(changed("dont_know: true", "exclusive: true", "single_choice"))
    assert str(refused.value) == 'x.yaml:19:64: "exclusive" is not a setting that can stand here.'


def test_what_is_no_language_is_told_also_where_kinds_need_names(changed: Changed) -> None:
    with pytest.raises(DefinitionErrors) as refused:
        load(changed("languages: [nl, en]", "languages: [nl, {en: en}]", "role_cards"))
    assert str(refused.value).startswith('x.yaml:4:17: Entry 2 of "languages" must be a language code')
