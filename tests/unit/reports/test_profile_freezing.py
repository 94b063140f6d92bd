"""The close for the organisation profile: what is taken up, in which order, and what is refused."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires import catalogue
from reports.profile import InvalidProfile, InvalidProfileResults, Partner, Profile, ProfileResults, freeze
from tests.network_profiles import (
    CLOSED_ON,
    PATIENTLY,
    Answers,
    contact,
    counts,
    does,
    given_networks,
    network,
    questionnaire,
)

Given = tuple[list[Partner], list[Profile]]


def frozen(partners: list[Partner], profiles: list[Profile]) -> ProfileResults:
    return freeze(partners, profiles, questionnaire=questionnaire(), closed_on=CLOSED_ON)


def integers(document: Any) -> Iterator[int]:
    if isinstance(document, dict):
        document = list(document.values())
    if isinstance(document, list):
        for each in document:
            yield from integers(each)
    elif isinstance(document, int) and not isinstance(document, bool):
        yield document


def test_organisations_stand_in_dutch_order_of_their_names():
    named = {"1": "Zorgplein", "2": "Élan", "3": "’t Web", "4": "de Brug", "5": "Eigen Kracht", "6": "élan"}
    listed = frozen([Partner(key, name) for key, name in named.items()], []).organisations
    assert [each.name for each in listed] == ["de Brug", "Eigen Kracht", "Élan", "élan", "’t Web", "Zorgplein"]


def test_an_organisation_without_a_profile_is_listed():
    made = network({"a": does("do"), "b": None})
    assert [(each.id, each.blocks) for each in made.organisations] == [("a", ("roles-facts",)), ("b", ())]
    assert made.answered("roles-facts") == ("a",)
    assert made.names(["b", "a"]) == ("B", "A")


@pytest.mark.parametrize("nothing", [{}, {"rf-tasks": None, "we-see": None, "rel-partners": None, "rel-wanted": None}])
def test_a_part_in_which_nothing_was_chosen_is_not_answered_with_no(nothing: Answers):
    made = network({"a": nothing, "b": {**nothing, "we-see": ["older"]}})
    assert [each.blocks for each in made.organisations] == [(), ("reach-groups",)]
    assert made.tasks[0].doers == ()


def test_where_something_was_chosen_the_rest_of_the_part_is_no():
    made = network({"a": {"rel-partners": None, "rel-wanted": ["b"]}, "b": None})
    assert made.answered("relation-map") == ("a",)
    assert [(each.by, each.about) for each in made.wanted] == [("a", "b")]


def test_all_parts_are_taken_up():
    made = network(
        {
            "a": {
                **does("do", "want"),
                "we-see": ["older"],
                **counts(found=120),
                "rn-double": "half",
                **contact("c", wanted=["b"], b={"freq": "weekly", "refer": "both", "joint": "regular", "wish": "fine"}),
                "vo-2": "stuck",
                "vo-2-why": "Niemand weet wie belt.",
            },
            "b": {**does("lead"), "mc-lines": {"mc-money": "yes"}, "mc-level": {"now": "knows"}, "vo-1-why": "Goed."},
            "c": None,
        },
        b="municipality",
    )
    document = json.loads(made.to_json())
    assert document["tasks"][4] == {"id": "intake", "shared": False, "doers": ["a"], "leaders": ["b"], "wanting": ["a"]}
    assert document["groups"][7] == {"id": "older", "organisations": ["a"]}
    assert document["numbers"] == [
        {"question": "rn-found", "organisation": "a", "count": {"kind": "exact", "number": 120, "how": "counted"}}
    ]
    assert document["said"] == [
        {"subject": "rn-double", "organisation": "a", "choice": "half"},
        {"subject": "mc-lines.mc-money", "organisation": "b", "choice": "yes"},
        {"subject": "mc-level.now", "organisation": "b", "choice": "knows"},
    ]
    assert document["voices"] == [
        {"theme": "shared-purpose", "organisation": "b", "sentence": "Goed."},
        {"theme": "roles", "organisation": "a", "choice": "stuck", "sentence": "Niemand weet wie belt."},
    ]
    full = {"frequency": "weekly", "referral": "both", "joint": "regular", "wish": "fine"}
    assert document["contacts"] == [{"by": "a", "about": "b", **full}, {"by": "a", "about": "c"}]
    # Who was ticked as a contact is not wanted "without contact".
    assert document["wanted"] == []
    assert [task["shared"] for task in document["tasks"]].count(True) == 5


def test_what_was_not_asked_of_an_organisation_does_not_count():
    answers = {"mc-lines": {"mc-money": "yes"}, **contact("b"), "rel-map": {"c": {"rel-freq": "weekly"}}}
    made = network({"a": answers, "b": None, "c": None}, a="library")
    assert made.said == ()
    assert [(each.by, each.about, each.frequency) for each in made.contacts] == [("a", "b", None)]
    assert "municipal-check" not in made.organisations[0].blocks


def test_a_block_that_the_round_left_out_has_no_place():
    short = questionnaire().without(["roles-facts", "reach-groups", "relation-map", "municipal-check"])
    made = freeze([Partner("a", "A")], [Profile("a", counts(found=3))], questionnaire=short, closed_on=CLOSED_ON)
    assert made.blocks == ("reach-numbers", "voice")
    assert (made.tasks, made.groups, made.said) == ((), (), ())
    assert made.questionnaire_hash == short.content_hash


def test_no_organisations_at_all():
    made = frozen([], [])
    assert made.organisations == ()
    assert ProfileResults.from_json(made.to_json()) == made


@pytest.mark.parametrize(
    ("profiles", "message"),
    [
        ([Profile("a", {"sp-1": 4})], "'a' answers 'sp-1', which organisatieprofiel 1.0.0 does not ask"),
        ([Profile("a", {"rn-found": {"number": -1}})], "The answer of 'a' to 'rn-found' is not one that it offers"),
        ([Profile("a", {"rn-found": {"number": True}})], "The answer of 'a' to 'rn-found'"),
        ([Profile("a", {"rn-found": {"number": float("nan")}})], "The answer of 'a' to 'rn-found'"),
        ([Profile("a", {"we-see": ["everybody"]})], "The answer of 'a' to 'we-see'"),
        ([Profile("a", {}), Profile("a", {})], "'a' has two profiles"),
        ([Profile("z", {})], "'z' is not in the network"),
        ([Profile("a", contact("z"))], "In 'rel-partners' 'a' speaks of itself or of an organisation not"),
        ([Profile("a", contact("a"))], "In 'rel-partners' 'a' speaks of itself"),
        ([Profile("a", contact(wanted=["z"]))], "In 'rel-wanted'"),
        ([Profile("a", {"rel-map": {"z": {"rel-freq": "weekly"}}})], "In 'rel-map'"),
    ],
)
def test_bad_profiles_are_refused(profiles: list[Profile], message: str):
    with pytest.raises(InvalidProfile, match=message):
        frozen([Partner("a", "A"), Partner("b", "B")], profiles)


def test_an_organisation_stands_in_the_network_once():
    with pytest.raises(InvalidProfile, match="'a' stands in the network twice"):
        frozen([Partner("a", "A"), Partner("a", "B")], [])


def test_answers_of_persons_are_never_shown_by_name():
    personal = catalogue.latest("taalnetwerkspiegel")
    with pytest.raises(InvalidProfile, match="taalnetwerkspiegel is answered by persons"):
        freeze([Partner("a", "A")], [Profile("a", {"sp-1": 4})], questionnaire=personal, closed_on=CLOSED_ON)


def test_a_message_never_holds_the_answer():
    with pytest.raises(InvalidProfile) as refused:
        frozen([Partner("a", "A")], [Profile("a", {"rn-found": {"number": -987654}})])
    assert "987654" not in str(refused.value)


@PATIENTLY
@given(given_networks())
def test_round_trip_is_identity(made: Given):
    results = frozen(*made)
    again = ProfileResults.from_json(results.to_json())
    assert again == results
    assert (again.to_json(), again.hash) == (results.to_json(), results.hash)


@PATIENTLY
@given(given_networks(), st.integers(0, 9999))
def test_the_order_in_which_organisations_come_does_not_matter(made: Given, seed: int):
    partners, profiles = (Random(seed).sample(each, len(each)) for each in made)  # noqa: S311 -- any order
    assert frozen(partners, profiles).to_json() == frozen(*made).to_json()


@PATIENTLY
@given(given_networks())
def test_no_number_of_1_to_4_people_is_stored(made: Given):
    document = json.loads(frozen(*made).to_json())
    assert document.pop("format") == 1
    assert [number for number in integers(document) if 1 <= number <= 4] == []


def test_a_small_number_cannot_be_read_back_either():
    text = network({"a": counts(found=5)}).to_json()
    with pytest.raises(InvalidProfileResults, match="fewer than 5 people"):
        ProfileResults.from_json(text.replace('"number":5', '"number":4'))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"format":1', '"format":2', "At format"),
        ('"number":5', '"number":"5"', r"At numbers\.0\.count\.number"),
        ('"organisation":"a"', '"organisation":"z"', "organisations that are not listed: z"),
        ('"about":"b"', '"about":"z"', "organisations that are not listed: z"),
        ('"id":"b"', '"id":"a"', "listed twice"),
        ('"policy":', '"extra":1,"policy":', "At extra"),
    ],
)
def test_another_text_is_refused(old: str, new: str, message: str):
    text = network({"a": {**counts(found=5), **contact("b")}, "b": None}).to_json()
    assert old in text
    with pytest.raises(InvalidProfileResults, match=message):
        ProfileResults.from_json(text.replace(old, new))


def test_the_schema_describes_the_stored_text():
    jsonschema = pytest.importorskip("jsonschema")
    made = network({"a": {**does("do"), **counts(found=3), **contact("b")}, "b": None})
    jsonschema.validate(json.loads(made.to_json()), ProfileResults.schema())
