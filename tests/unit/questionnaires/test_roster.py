"""Rosters: the same questions about every organisation that was ticked."""

import pytest

from questionnaires.conditions import Leaf
from questionnaires.respondent import Respondent
from questionnaires.types.parts import Answer, Problem, Reading
from questionnaires.types.roster import Roster
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, MEMBERS, NL, question, read

ROSTER = question("roster", "c-map")
ANSWER: Answer = {"o1": {"often": "weekly", "wish": "fine"}, "o3": {"wish": "more"}}


def test_each_organisation_holds_an_answer_for_each_field() -> None:
    fields = [("c-map.o1.often", "weekly"), ("c-map.o1.wish", "fine"), ("c-map.o3.wish", "more")]
    assert read(ROSTER, *fields) == Reading(ANSWER)
    assert ROSTER.is_sound(ANSWER)
    assert ROSTER.posted(ANSWER, NL) == {name: (value,) for name, value in fields}


def test_what_is_absent_keeps_what_was_stored() -> None:
    assert read(ROSTER, ("c-map.o3.often", "rarely"), stored=ANSWER) == Reading(
        {"o1": {"often": "weekly", "wish": "fine"}, "o3": {"often": "rarely", "wish": "more"}}
    )
    assert read(ROSTER) == Reading(None)


def test_a_wrong_answer_is_refused_at_its_field_and_the_rest_is_kept() -> None:
    reading = read(ROSTER, ("c-map.o1.often", "daily"), ("c-map.o2.wish", "more"), stored={"o1": {"wish": "fine"}})
    assert reading == Reading(
        {"o1": {"wish": "fine"}, "o2": {"wish": "more"}},
        (Problem("c-map.o1.often", "not_an_option"),),
        {"c-map.o1.often": ("daily",)},
    )


def test_an_organisation_of_another_network_is_not_read() -> None:
    assert read(ROSTER, ("c-map.o9.wish", "more")) == Reading(None)


def test_what_was_said_of_an_organisation_that_left_is_kept() -> None:
    stored: Answer = {"gone": {"wish": "more"}}
    assert read(ROSTER, ("c-map.o1.wish", "fine"), stored=stored) == Reading(
        {"gone": {"wish": "more"}, "o1": {"wish": "fine"}}
    )


@pytest.mark.parametrize(
    "answer",
    [
        "o1",
        1,
        [],
        ["o1"],
        {},
        {"o1": {}},
        {"o1": None},
        {"o1": "weekly"},
        {"o1": {"often": "daily"}},
        {"o1": {"often": None}},
        {"o1": {"often": ["weekly"]}},
        {"o1": {"seldom": "weekly"}},
        {"o1": {"wish": "more"}, "o2": {"wish": "less"}},
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not ROSTER.is_sound(answer)


def test_which_organisations_there_are_is_not_known_where_an_answer_is_checked() -> None:
    assert ROSTER.is_sound({"gone": {"wish": "more"}})
    assert ROSTER.is_sound(None)


def test_it_is_drawn_as_a_card_for_each_organisation_out_of_sight_until_it_is_ticked() -> None:
    view = ROSTER.view(EN)
    assert (view.macro, view.label) == ("cards", "How is the contact?")
    assert [(card.name, card.macro, card.label) for card in view.parts] == [
        (f"c-map.{member.id}", "card", member.name) for member in MEMBERS
    ]
    assert view.parts[1].show_when == Leaf("question", "c-with", "includes", "o2")
    assert [(field.name, field.macro, field.label) for field in view.parts[1].parts] == [
        ("c-map.o2.often", "choices", "How often?"),
        ("c-map.o2.wish", "choices", "What is needed?"),
    ]
    assert [option.label for option in view.parts[0].parts[0].options] == ["sometimes", "every week"]


def test_in_a_network_of_one_there_are_no_cards() -> None:
    assert ROSTER.view(Respondent("nl")).parts == ()
    assert read(ROSTER, ("c-map.o1.wish", "fine"), who=Respondent("nl")) == Reading(None)


def test_it_is_read_back_by_organisation() -> None:
    assert ROSTER.said(ANSWER, NL) == (
        ("Bieb Zuid: Hoe vaak?", "elke week"),
        ("Bieb Zuid: Wat is nodig?", "zo is het goed"),
        ("Taalschool West: Wat is nodig?", "meer"),
    )
    assert ROSTER.read_back({"o2": {"often": "rarely"}}, EN) == "Welzijn Noord: How often: sometimes"
    assert ROSTER.said(None, NL) == ()


def test_the_codebook_has_a_variable_for_each_field() -> None:
    often, wish = ROSTER.variables("en")
    values = (("rarely", "sometimes"), ("weekly", "every week"))
    assert often == Variable("c-map.(organisation).often", "How often?", "one", values)
    assert wish.name == "c-map.(organisation).wish"


def test_what_is_said_of_organisations_is_never_counted() -> None:
    assert ROSTER.measures() == ()


def test_only_what_was_said_of_ticked_organisations_is_sent_in() -> None:
    assert ROSTER.chosen_in == "c-with"
    assert ROSTER.sent(ANSWER, ["o1", "o2"]) == {"o1": {"often": "weekly", "wish": "fine"}}
    assert ROSTER.sent(ANSWER, []) is None
    assert ROSTER.sent(None, ["o1"]) is None


def test_two_fields_cannot_have_the_same_id() -> None:
    assert isinstance(ROSTER, Roster)
    with pytest.raises(ValueError, match="twice"):
        Roster(**dict(ROSTER) | {"fields": (*ROSTER.fields, ROSTER.fields[0])})
