"""Rows that are odd or wrong: each is said, and the rest of the form is read."""

from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from questionnaires.mistakes import DefinitionErrors
from questionnaires.xlsform.importing import Imported, Reading, imported
from questionnaires.xlsform.notes import Notes
from questionnaires.xlsform.rows import Row, Sheets
from tests.forms import loaded


def _made(survey: list[Row], choices: list[Row] | None = None, settings: Row | None = None, **reading: Any) -> Imported:
    return imported(Sheets(survey, choices or [], [settings] if settings else []), Reading(**reading), Notes())


def _list(name: str, *options: str) -> list[Row]:
    return [{"list_name": name, "name": option, "label": option} for option in options]


Q: Final[Row] = {"type": "text", "name": "q", "label": "Q?"}


@pytest.mark.parametrize(
    ("survey", "choices", "says"),
    [
        (
            [{"type": "begin_group", "name": "g", "label": "G"}, Q],
            [],
            'Row 2: the group "g" is never closed: it ends with the form.',
        ),
        ([Q, {"type": "end_group"}], [], "Row 3: this closes a group, and none is open."),
        (
            [{"type": "begin_group", "name": "g", "label": "G"}, Q, {"type": "end_repeat"}],
            [],
            "Row 4: this closes a repeat, and a group is open: that one is closed.",
        ),
        ([{"type": "text", "name": "q"}], [], "Row 2: it has no label: its name stands in for it."),
        ([Q, {"name": "r", "label": "R?"}], [], "Row 3: it has no type, so it is left out."),
        ([Q, Q], [], 'these names are written otherwise: "q" is "q-2".'),
        ([Q, {**Q, "name": "r", "disabled": "yes"}], [], "Row 3: it is marked as disabled, so it is left out."),
        ([Q, {**Q, "type": "select_one", "name": "r"}], [], 'Row 3: "r" names no list of choices, so it is left out.'),
        (
            [Q, {**Q, "type": "select_one l", "name": "r"}],
            _list("l", "a"),
            'Row 3: the list "l" has one choice only, so "r" is left out.',
        ),
        (
            [Q, {**Q, "type": "select_one l or_other", "name": "r"}],
            _list("l", "a", "b"),
            'Row 3: "or_other" is not supported: give the list an option for it.',
        ),
        (
            [Q],
            [{"list_name": "l", "label": "x"}],
            'choices, row 2: a choice of the list "l" has no name, so it is left out.',
        ),
        (
            [{**Q, "type": "select_one l"}],
            [{"list_name": "l", "name": "a"}, *_list("l", "b")],
            "choices, row 2: it has no label: its name stands in for it.",
        ),
        (
            [{**Q, "type": "select_one s"}],
            _list("s", "5", "4", "3", "2", "1"),
            'choices, row 2: the list "s" is put in the order 1 to 5: look whether 5 is "fully agree".',
        ),
        (
            [{**Q, "type": "select_one s"}],
            _list("s", "1", "2", "3", "4", "5"),
            'choices, row 2: the scale "s" has no choice "dk": "don\'t know" is added to it.',
        ),
        (
            [{**Q, "constraint": "regex(., '[a-z]+')"}],
            [],
            "Row 2: the constraint \"regex(., '[a-z]+')\" is not supported, so it is left out.",
        ),
        (
            [{**Q, "constraint": "string-length(.) <= 99999"}],
            [],
            "Row 2: a text here has at most 4000 signs, so it can be no longer.",
        ),
        (
            [{**Q, "type": "acknowledge"}, {**Q, "name": "r"}],
            [],
            'Row 2: the type "acknowledge" is not supported, so "q" is left out.',
        ),
        (
            [
                {"type": "begin_group", "name": "g", "label": "G"},
                {"type": "date", "name": "d", "label": "D"},
                {"type": "end_group"},
                Q,
            ],
            [],
            'Row 2: nothing in the group "g" can be asked here: it is left out.',
        ),
    ],
)
def test_odd_rows_are_said_and_the_rest_is_read(
    survey: list[Row], choices: list[Row], says: str, tmp_path: Path
) -> None:
    made = _made(survey, choices)

    assert any(says in sentence for sentence in made.sentences), made.sentences
    assert loaded(made, tmp_path).questions


def test_nothing_that_can_be_asked_gives_no_definition() -> None:
    made = _made([{"type": "date", "name": "d", "label": "D"}])

    assert made.definition == {}
    assert 'Row 2: the type "date" is not supported, so "d" is left out.' in made.sentences


@pytest.mark.parametrize(
    ("column", "language"),
    [
        ("label::Nederlands (nl)", "nl"),
        ("label::English (EN)", "en"),
        ("label::Português (pt-BR)", "pt"),
        ("label::Frysk", "fy"),
        ("label::dutch", "nl"),
        ("label::Arabisch", "ar"),
        ("label:English", "en"),
        ("label::en", "en"),
        ("label", "nl"),
    ],
)
def test_languages_are_known_by_code_or_by_name(column: str, language: str, tmp_path: Path) -> None:
    made = _made([{"type": "text", "name": "q", column: "Q?"}])

    assert made.definition["languages"] == [language]
    assert loaded(made, tmp_path).pages[0].parts[0].text == {language: "Q?"}


def test_a_form_in_no_language_is_read_in_the_one_asked_for() -> None:
    made = _made([Q], language="en")

    assert made.definition["languages"] == ["en"]
    assert 'The form does not say in which language it is: read as English (en) (see "--language").' in made.sentences


def test_a_language_that_nobody_knows_is_said() -> None:
    made = _made([{**Q, "label::Klingonnish": "?"}])

    assert any(
        each.startswith('The language of the column "label::Klingonnish" is not known') for each in made.sentences
    )
    assert made.definition["languages"] == ["nl"]


def test_two_columns_of_one_language_are_said() -> None:
    made = _made(
        [{"type": "text", "name": "q", "label::Português (pt-BR)": "Um?", "label::Português (pt-PT)": "Dois?"}]
    )

    assert made.definition["blocks"][0]["questions"][0]["text"] == {"pt": "Um?"}
    says = '"label::Português (pt-PT)" is left out: an earlier column has its label in Português (pt).'
    assert f"Row 2: {says}" in made.sentences


def test_a_group_of_a_table_is_a_checklist(tmp_path: Path) -> None:
    survey: list[Row] = [
        {"type": "begin_group", "name": "tbl", "label": "How often?", "appearance": "table-list"},
        {"type": "select_one often", "name": "read", "label": "reading"},
        {"type": "select_one often", "name": "write", "label": "writing"},
        {"type": "end_group"},
        {**Q, "relevant": "${read} = 'daily'"},
    ]

    checklist, question = _made(survey, _list("often", "daily", "never")).definition["blocks"][0]["questions"]

    assert (checklist["type"], [line["id"] for line in checklist["lines"]]) == ("checklist", ["read", "write"])
    assert question["show_when"] == {"question": "tbl", "part": "read", "equals": "daily"}


def test_groups_in_groups_become_blocks_and_their_conditions_stay(tmp_path: Path) -> None:
    survey: list[Row] = [
        {"type": "select_one yn", "name": "a", "label": "A?"},
        {"type": "begin_group", "name": "page", "label": "Page", "relevant": "${a} = 'y'"},
        {**Q, "name": "b"},
        {"type": "begin_group", "name": "inner", "label": "Inner", "relevant": "${b} != ''"},
        {**Q, "name": "c"},
        {"type": "begin_group", "name": "deep", "label": "Deep", "relevant": "${c} != ''"},
        {**Q, "name": "d"},
        {"type": "end_group"},
        {"type": "end_group"},
        {"type": "end_group"},
    ]

    made = _made(survey, _list("yn", "y", "n"))

    first, page = loaded(made, tmp_path).pages
    assert [part.id for part in first.parts] == ["a"]
    assert [part.id for part in page.parts] == ["b", "c", "d"]
    loose, inner = made.definition["blocks"][1:]
    assert loose["show_when"] == {"question": "a", "equals": "y"}
    assert inner["show_when"] == {"and": [{"question": "a", "equals": "y"}, {"question": "b", "answered": True}]}
    assert inner["questions"][1]["show_when"] == {"question": "c", "answered": True}
    assert 'Row 7: the heading of "deep", a group in a group, is left out.' in made.sentences


def test_statements_with_conditions_are_no_theme(tmp_path: Path) -> None:
    survey: list[Row] = [
        {"type": "begin_group", "name": "g", "label": "G"},
        {"type": "select_one s", "name": "one", "label": "One."},
        {"type": "select_one s", "name": "two", "label": "Two.", "relevant": "${one} >= 4"},
        {"type": "end_group"},
    ]

    made = _made(survey, _list("s", "1", "2", "3", "4", "5", "dk"))

    assert loaded(made, tmp_path).themes == ()


def test_odd_names_become_ids_of_their_own(tmp_path: Path) -> None:
    names = ["Q1", "q1", "1", "Ünï", "klaar", "x-ok", "a" * 60, "a" * 61, "__", "été"]
    made = _made([{"type": "text", "name": name, "label": name} for name in names])

    ids = [part.id for part in loaded(made, tmp_path).pages[0].parts]

    assert len(set(ids)) == len(names)
    assert ids[:4] == ["q1", "q1-2", "q-1", "uni"]


def test_invisible_signs_do_not_reach_the_file(tmp_path: Path) -> None:
    made = _made([{"type": "text", "name": "q", "label": "a\x07b\u2028c\u202ed\ufeff  e"}])

    assert loaded(made, tmp_path).pages[0].parts[0].text == {"nl": "ab cd e"}


_NAMES: Final = st.sampled_from(
    ["a", "b", "c", "a.now", "a.needed", "a.x", "a.number", "a.how", "a.intro", "a-ok", "", "A b", "1"]
)
_LISTS: Final = ["scale", "ten", "yn", "one", "gone"]
_TYPES: Final = st.sampled_from(
    [
        "text",
        "integer",
        "note",
        "acknowledge",
        "date",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "",
        "select_one",
    ]
    + [f"{kind} {listed}" for kind in ("select_one", "select_multiple") for listed in _LISTS]
)
_CONDITIONS: Final = st.sampled_from(
    [
        "",
        "",
        "",
        "${a} = 'y'",
        "${b} != ''",
        "selected(${c}, 'n')",
        "${a} >= 4",
        "not(${b} = 2) or ${a.x} = 'y'",
        "nonsense",
    ]
)
_FORMS: Final = st.lists(
    st.fixed_dictionaries(
        {
            "type": _TYPES,
            "name": _NAMES,
            "label::Nederlands (nl)": st.sampled_from(["Vraag?", "Vraag?", ""]),
            "label::English": st.sampled_from(["Question?", ""]),
            "hint::en": st.sampled_from(["", "", "Hint"]),
            "relevant": _CONDITIONS,
            "constraint": st.sampled_from(
                ["", "", ". >= 5 and . <= 2", "count-selected(.) <= 1", "string-length(.) < 1"]
            ),
            "appearance": st.sampled_from(["", "multiline", "table-list", "field-list"]),
        }
    ).map(lambda row: {column: cell for column, cell in row.items() if cell}),
    max_size=12,
)
_CHOICES: Final = [
    *_list("scale", "1", "2", "3", "4", "5", "dk"),
    *_list("ten", *map(str, range(1, 11))),
    *_list("yn", "y", "n"),
    *_list("one", "y"),
]


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(survey=_FORMS, answered_by=st.sampled_from(["person", "organisation"]))
def test_any_form_gives_a_definition_that_can_be_read(survey: list[Row], answered_by: str, tmp_path: Path) -> None:
    made = _made(survey, _CHOICES, answered_by=answered_by)

    left = ("can never be asked", "asks nothing")
    assert not made.definition or all(any(each in told for each in left) for told in _mistakes(made, tmp_path))


def _mistakes(made: Imported, folder: Path) -> list[str]:
    """Return what is wrong with what was made; what never comes true or asks nothing is left to a person."""
    try:
        loaded(made, folder)
    except DefinitionErrors as errors:
        return [mistake.sentence for mistake in errors.mistakes]
    return []
