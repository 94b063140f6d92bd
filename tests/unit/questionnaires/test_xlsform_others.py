"""XLSForms made by others: a simple one opens as a whole, and of the others every row that is not supported is said."""

from pathlib import Path
from typing import Final

import pytest
from pyxform.xls2xform import convert

from questionnaires.types.grade import Grade
from questionnaires.types.long_text import LongText
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.short_text import ShortText
from questionnaires.types.single_choice import SingleChoice
from questionnaires.types.whole_number import WholeNumber
from questionnaires.xlsform.importing import Imported, Reading
from tests.forms import Cells, loaded, read_back, write_form

_SCALE: Final = ("fully disagree", "disagree", "neither", "agree", "fully agree")

#: A form that holds nothing that cannot be asked here.
SIMPLE: Final[dict[str, Cells]] = {
    "survey": [
        ("type", "name", "label", "hint", "relevant", "appearance", "constraint"),
        ("begin_group", "team", "Our team", None, None, "field-list"),
        ("select_one agree", "t_1", "We meet often enough."),
        ("select_one agree", "t_2", "We know our goal."),
        ("end_group",),
        ("begin group", "visits", "Your visits", None, None, "field-list"),
        ("select_one yesno", "visited", "Have you visited us this year?"),
        (
            "select_multiple places",
            "where",
            "Where?",
            "At most two.",
            "${visited} = 'yes'",
            None,
            "count-selected(.) <= 2",
        ),
        ("select_one ten", "mark", "What mark do you give?", None, "selected(${where}, 'shop') or ${visited} = 'yes'"),
        ("text", "more", "Anything else?", None, "${mark} < 6"),
        ("end group",),
    ],
    "choices": [
        ("list_name", "name", "label"),
        *(("agree", number, label) for number, label in enumerate(_SCALE, 1)),
        ("agree", "dk", "don't know"),
        ("yesno", "yes", "yes"),
        ("yesno", "no", "no"),
        ("places", "shop", "in the shop"),
        ("places", "home", "at home"),
        ("places", "none", "nowhere"),
        *(("ten", number, number) for number in range(1, 11)),
    ],
    "settings": [
        ("form_title", "form_id", "version", "default_language"),
        ("Visitors", "visitors", "3.1.0", "English (en)"),
    ],
}

#: An invented health survey, with most of what others use and we do not.
HEALTH: Final[dict[str, Cells]] = {
    "survey": [
        (
            "type",
            "name",
            "label::English (en)",
            "label::Français",
            "required",
            "relevant",
            "calculation",
            "default",
            "media::image::English (en)",
            "appearance",
            "choice_filter",
            "constraint",
        ),
        ("start", "start"),
        ("today", "today"),
        ("deviceid", "device"),
        ("date", "visit_date", "Date of the visit", "Date de la visite", "yes"),
        ("geopoint", "gps", "Where are you?", "Où êtes-vous ?"),
        ("text", "head", "Name of the head of the household", "Nom du chef", "yes"),
        ("begin_repeat", "member", "Household member", "Membre du ménage"),
        ("text", "member_name", "Name", "Nom"),
        ("integer", "member_age", "Age of ${member_name}", "Âge"),
        ("end_repeat",),
        ("calculate", "count", None, None, None, None, "count(${member})"),
        (
            "select_one yn",
            "water",
            "Is there clean water?",
            "Y a-t-il de l'eau potable ?",
            "yes",
            None,
            None,
            "y",
            "tap.png",
            "minimal",
        ),
        (
            "select_one source",
            "water_source",
            "Where does ${head} get it?",
            None,
            None,
            "${water} = 'y' and ${count} > 2",
            None,
            None,
            None,
            None,
            "region=${region}",
        ),
        ("decimal", "weight", "Weight", "Poids", None, None, None, None, None, None, None, ". > 0.5"),
        ("rank yn", "order", "Rank them", "Classez"),
        ("range", "pain", "Pain", "Douleur"),
        ("select_one_from_file villages.csv", "village", "Village", "Village"),
        ("select_one missing", "lost", "No list", "Sans liste"),
        ("image", "photo", "A picture", "Une photo"),
        (
            "integer",
            "children",
            "How many children?",
            "Combien d'enfants ?",
            None,
            "${water} = 'y'",
            None,
            None,
            None,
            None,
            None,
            ". >= 0 and . < 20",
        ),
        ("note", "thanks", "Thank you, ${head}!\nGoodbye.", "Merci !"),
    ],
    "choices": [
        ("list_name", "name", "label::English (en)", "label::Français", "region"),
        ("yn", "y", "Yes", "Oui"),
        ("yn", "n", "No", "Non"),
        ("source", "well", "A well", "Un puits", "north"),
        ("source", "river", "The river", "La rivière", "south"),
        ("source", "river", "The river again", "La rivière"),
        (None, "orphan", "No list", "Sans liste"),
        ("unused", "a", "A", "A"),
    ],
    "settings": [("form_title", "form_id", "version", "style"), ("Health survey", "health_survey", 20260801, "pages")],
    "entities": [("dataset",), ("people",)],
    "notes": [("what",), ("our own notes",)],
}


@pytest.fixture
def simple(tmp_path: Path) -> Imported:
    return read_back(write_form(tmp_path / "simple.xlsx", **SIMPLE))


@pytest.fixture
def health(tmp_path: Path) -> Imported:
    return read_back(write_form(tmp_path / "health.xlsx", **HEALTH), Reading("organisation"))


def _about(made: Imported, row: int) -> str:
    """Return everything that is said about a row of the survey."""
    return " ".join(each for each in made.sentences if row in _rows(each))


def _rows(sentence: str) -> list[int]:
    where, _, _ = sentence.partition(": ")
    words = where.replace(",", " ").split()
    return [int(word) for word in words[1:] if word.isdigit()] if words[0] in ("Row", "Rows") else []


def test_pyxform_takes_the_simple_form_so_it_is_one(tmp_path: Path) -> None:
    assert convert(str(write_form(tmp_path / "simple.xlsx", **SIMPLE))).xform


def test_a_simple_form_opens_as_a_whole(simple: Imported, tmp_path: Path) -> None:
    found = loaded(simple, tmp_path)

    assert (found.id, found.version, found.languages, found.title) == ("visitors", "3.1.0", ("en",), {"en": "Visitors"})
    assert [(page.id, bool(page.theme)) for page in found.pages] == [("team", True), ("visits", False)]
    types = [type(part) for part in found.pages[1].parts]
    assert types == [SingleChoice, MultipleChoice, Grade, LongText]
    assert [item.id for item in found.theme("team").items] == ["t-1", "t-2"]
    assert found.scales["agree"].dont_know == {"en": "don't know"}


def test_its_conditions_and_limits_mean_the_same(simple: Imported) -> None:
    _, where, mark, more = simple.definition["blocks"][0]["questions"]

    assert where["show_when"] == {"question": "visited", "equals": "yes"}
    assert where["at_most"] == 2
    assert mark["show_when"] == {
        "or": [{"question": "where", "includes": "shop"}, {"question": "visited", "equals": "yes"}]
    }
    assert more["show_when"] == {
        "and": [{"question": "mark", "at_least": 1}, {"not": {"question": "mark", "at_least": 6}}]
    }


def test_about_a_simple_form_nothing_is_lost(simple: Imported) -> None:
    assert not any("left out" in sentence or "not supported" in sentence for sentence in simple.sentences)
    assert not any(_rows(sentence) for sentence in simple.sentences)
    assert any(
        'these names are written otherwise: "t_1" is "t-1", "t_2" is "t-2".' in each for each in simple.sentences
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (2, '"start" records something that nobody is asked'),
        (3, '"today" records something'),
        (4, '"deviceid" records something'),
        (5, 'the type "date" is not supported, so "visit_date" is left out'),
        (5, '"required" is left out: every question may be skipped here'),
        (6, 'the type "geopoint" is not supported, so "gps" is left out'),
        (7, '"required" is left out'),
        (8, 'questions that are repeated are not supported, so these are left out: "member_name", "member_age"'),
        (12, 'the type "calculate" is not supported, so "count" is left out'),
        (12, '"calculation" is left out: nothing is calculated'),
        (13, '"default" is left out: no question is answered beforehand'),
        (13, '"media::image::English (en)" is left out'),
        (13, 'the appearance "minimal" is left out'),
        (14, 'its text repeats an answer ("${...}")'),
        (14, "it has no label in Français (fr): the one in English (en) stands in"),
        (14, 'its condition "${water} = \'y\' and ${count} > 2" is not supported: "count" is not asked before it'),
        (14, '"choice_filter" is left out: all choices of a list are always offered'),
        (15, 'the type "decimal" is not supported'),
        (16, 'the type "rank yn" is not supported'),
        (17, 'the type "range" is not supported'),
        (18, 'the type "select_one_from_file" is not supported, so "village" is left out'),
        (19, 'there is no list "missing", so "lost" is left out'),
        (20, 'the type "image" is not supported'),
        (21, "people also say how sure the number is"),
        (22, "the lines of its text are put behind each other"),
    ],
)
def test_the_health_survey_says_row_by_row_what_is_not_supported(health: Imported, row: int, says: str) -> None:
    assert says in _about(health, row)


@pytest.mark.parametrize(
    "says",
    [
        'The sheet "entities" is not read.',
        'The sheet "notes" is not read.',
        'A version is three numbers here, and that of the form is "20260801": it became 1.0.0.',
        'choices, row 6: the list "source" has "river" twice: the first of them is kept.',
        "choices, row 7: it has no list_name, so it is left out.",
        'choices, row 8: no question uses the list "unused": it is left out.',
        'choices, rows 4 and 5: "region" is left out.',
        'settings, row 2: "style" is left out.',
        'The title, "Health survey", is in one language: it stands in for the others.',
    ],
)
def test_the_health_survey_says_what_is_wrong_beside_the_survey(health: Imported, says: str) -> None:
    assert says in health.sentences


def test_every_row_of_the_health_survey_is_asked_or_said(health: Imported, tmp_path: Path) -> None:
    found = loaded(health, tmp_path)
    asked = {part.id for page in found.pages for part in page.parts}

    for row, cells in enumerate(HEALTH["survey"][1:], 2):
        name = str(cells[1]).replace("_", "-") if len(cells) > 1 else None
        is_inside_repeat = row in (9, 10, 11)
        assert name in asked or _about(health, row) or is_inside_repeat, f"row {row} is silently dropped"


def test_what_can_be_asked_of_it_is(health: Imported, tmp_path: Path) -> None:
    (page,) = loaded(health, tmp_path).pages

    assert [part.id for part in page.parts] == ["head", "water", "water-source", "children", "thanks"]
    head, _, source, children, thanks = page.parts
    assert isinstance(head, ShortText)
    assert source.text == {"en": "Where does … get it?", "fr": "Where does … get it?"}
    assert isinstance(children, WholeNumber)
    assert (children.minimum, children.maximum) == (0, 19)
    assert thanks.text["en"] == "Thank you, …! Goodbye."


def test_a_number_is_not_asked_of_persons(tmp_path: Path) -> None:
    made = read_back(write_form(tmp_path / "health.xlsx", **HEALTH))

    assert '"children" is left out: a number cannot be asked of persons' in _about(made, 21)
    assert "--answered-by organisation" in _about(made, 21)
