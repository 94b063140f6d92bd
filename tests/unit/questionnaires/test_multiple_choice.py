"""Multiple choice: some answers out of a list, or out of the organisations of the network."""

import pytest

from questionnaires.respondent import Respondent
from questionnaires.types.base import Option
from questionnaires.types.parts import Answer, Posted, Reading
from questionnaires.types.summary import Variable
from tests.unit.questionnaires.asking import EN, MEMBERS, NL, question, read, refused

GROUPS = question("multiple_choice", "m-1")
PARTNERS = question("roster", "c-with")


def ticks(*values: str) -> list[tuple[str, str]]:
    return [("m-1", ""), *(("m-1", value) for value in values)]


@pytest.mark.parametrize(
    ("ticked", "stored"),
    [
        (["parents"], ["parents"]),
        (["older", "young"], ["young", "older"]),
        (["young", "young"], ["young"]),
        (["nobody"], ["nobody"]),
        (["dk"], ["dk"]),
    ],
)
def test_ticks_are_stored_in_the_order_of_the_options(ticked: list[str], stored: Answer) -> None:
    assert read(GROUPS, *ticks(*ticked)) == Reading(stored)
    assert GROUPS.is_sound(stored)


def test_nothing_ticked_takes_the_answer_back_and_no_field_keeps_it() -> None:
    assert read(GROUPS, *ticks(), stored=["young"]) == Reading(None)
    assert read(GROUPS, stored=["young"]) == Reading(["young"])


@pytest.mark.parametrize(
    ("ticked", "code", "shown", "details"),
    [
        (["young", "elders"], "not_an_option", ("young",), {}),
        (["young", "parents", "older"], "too_many", ("young", "parents", "older"), {"limit": 2}),
        (["young", "nobody"], "not_together", ("young", "nobody"), {"option": "nobody"}),
        (["dk", "young"], "not_together", ("young", "dk"), {"option": "dk"}),
        (["nobody", "dk"], "not_together", ("nobody", "dk"), {"option": "nobody"}),
    ],
)
def test_what_does_not_go_together_is_refused_and_shown_again(
    ticked: list[str], code: str, shown: tuple[str, ...], details: dict[str, int | str]
) -> None:
    typed: Posted = {"m-1": shown}
    assert read(GROUPS, *ticks(*ticked), stored=["older"]) == refused(["older"], "m-1", code, typed, **details)


@pytest.mark.parametrize(
    "answer",
    [
        [],
        "young",
        1,
        True,
        {"young": True},
        ["elders"],
        [1],
        [True],
        [["young"]],
        [{"young": 1}],
        [None],
        ["older", "young"],
        ["young", "young"],
        ["young", "nobody"],
        ["young", "parents", "older"],
    ],
)
def test_an_answer_of_another_shape_is_not_sound(answer: Answer) -> None:
    assert not GROUPS.is_sound(answer)


def test_ticks_are_posted_beside_an_empty_value_that_says_the_field_was_there() -> None:
    assert GROUPS.posted(["young", "older"], NL) == {"m-1": ("", "young", "older")}
    assert GROUPS.posted(None, NL) == {"m-1": ("",)}


def test_it_is_drawn_with_ticks_its_limit_and_what_goes_alone_apart() -> None:
    view = GROUPS.view(EN)
    assert (view.macro, view.label, view.limit) == ("ticks", "Whom do we reach?", 2)
    assert view.options[1] == Option("parents", "parents")
    assert [option.value for option in view.options if option.apart] == ["nobody", "dk"]


def test_it_is_read_back_by_the_labels() -> None:
    assert GROUPS.said(["young", "older"], NL) == (("", "jongeren, ouderen"),)
    assert GROUPS.read_back(["young", "dk"], EN) == "young people, don't know"
    assert GROUPS.said(None, NL) == ()


def test_the_codebook_has_one_variable_of_several_values() -> None:
    (variable,) = GROUPS.variables("en")
    assert (variable.name, variable.kind, variable.values[0]) == ("m-1", "several", ("young", "young people"))


def test_each_option_is_its_own_yes_or_no() -> None:
    measures = {measure.name: measure for measure in GROUPS.measures()}
    assert list(measures) == ["m-1.young", "m-1.parents", "m-1.older", "m-1.nobody", "m-1.dk"]
    assert measures["m-1.young"].order == ("yes", "no")
    assert measures["m-1.young"].tally([["young"], ["young", "older"], ["nobody"], None]) == {"yes": 2, "no": 1}


def test_who_does_not_know_has_said_nothing_about_the_other_options() -> None:
    measures = {measure.name: measure for measure in GROUPS.measures()}
    assert measures["m-1.young"].tally([["dk"], ["dk"], ["older"]]) == {"yes": 0, "no": 1}
    assert measures["m-1.dk"].tally([["dk"], ["dk"], ["older"]]) == {"yes": 2, "no": 1}


@pytest.mark.parametrize("answer", ["young", 3, {"young": True}])
def test_what_is_no_list_has_no_class(answer: Answer) -> None:
    assert GROUPS.measures()[0].class_of(answer) is None


def test_a_list_of_organisations_offers_the_others_of_the_network_by_name() -> None:
    view = PARTNERS.view(NL)
    assert view.options == tuple(Option(member.id, member.name) for member in MEMBERS)
    assert read(PARTNERS, ("c-with", "o3"), ("c-with", "o1")) == Reading(["o1", "o3"])
    assert PARTNERS.read_back(["o1", "o3"], NL) == "Bieb Zuid, Taalschool West"
    assert PARTNERS.variables("nl") == (Variable("c-with", "Met wie was er contact?", "several"),)


def test_an_organisation_of_another_network_is_refused() -> None:
    expected = refused(["o2"], "c-with", "not_an_option", {"c-with": ("o1",)})
    assert read(PARTNERS, ("c-with", "o1"), ("c-with", "o9"), stored=["o2"]) == expected


def test_which_organisations_there_are_is_not_known_where_an_answer_is_checked() -> None:
    assert PARTNERS.is_sound(["o1"])
    assert PARTNERS.is_sound(["gone", "o1"])
    assert PARTNERS.is_sound(None)


@pytest.mark.parametrize("answer", [[], "o1", 1, True, {"o1": 1}, [1], [["o1"]], [{}], [None], [""], ["o1", "o1"]])
def test_an_answer_that_lists_no_organisations_is_not_sound(answer: Answer) -> None:
    assert not PARTNERS.is_sound(answer)


def test_a_network_of_one_offers_nothing_and_nothing_is_counted_by_organisation() -> None:
    assert PARTNERS.view(Respondent("nl")).options == ()
    assert PARTNERS.measures() == ()
