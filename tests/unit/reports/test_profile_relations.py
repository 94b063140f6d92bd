"""The relation map: ties with one side missing, the measures of the whole, and promising connections."""

import pytest

from reports.profile import RelationMap, freeze, relation_map
from tests.network_profiles import CLOSED_ON, Answers, contact, network, questionnaire

#: Answers, and has contact with nobody: it has a wish only. Who chooses nothing did not answer.
NONE: Answers = contact(wanted=["a"])
WEEKLY, MONTHLY, RARE = {"freq": "weekly"}, {"freq": "monthly"}, {"freq": "once-or-twice"}
MORE = {"freq": "once-or-twice", "wish": "more"}


def mapped(answers: dict[str, Answers | None], **kinds: str) -> RelationMap:
    found = relation_map(network(answers, **kinds))
    assert found is not None
    return found


def test_a_tie_is_confirmed_when_both_report_it():
    found = mapped({"a": contact(b=WEEKLY, c=RARE), "b": contact(a=MONTHLY), "c": None})
    assert [(tie.first, tie.second, tie.confirmed, tie.strength) for tie in found.ties] == [
        ("a", "b", True, 3),
        ("a", "c", False, 1),
    ]
    assert [report.by for report in found.ties[0].reports] == ["a", "b"]


def test_a_contact_without_details_is_a_tie_without_strength():
    assert [tie.strength for tie in mapped({"a": contact("b"), "b": None}).ties] == [0]


def test_domain_test_7_a_silent_organisation_stays_on_the_map():
    found = mapped({"a": contact(b=WEEKLY, c=WEEKLY), "b": contact(a=WEEKLY), "c": None})
    assert found.organisations == ("a", "b", "c")
    assert found.silent == ("c",)
    assert [(tie.first, tie.second, tie.confirmed) for tie in found.ties] == [("a", "b", True), ("a", "c", False)]
    # Two of three answered: under 70%.
    assert (found.density, found.reciprocity, found.centralisation) == (None, None, None)


def test_who_never_opened_this_part_is_silent_too():
    assert mapped({"a": contact(b=WEEKLY), "b": {"we-see": ["older"]}}).silent == ("b",)


@pytest.mark.parametrize(
    ("answered", "density_shown", "centralisation_shown"),
    [(6, False, False), (7, True, False), (8, True, True), (10, True, True)],
)
def test_measures_need_enough_of_the_network(answered: int, density_shown: bool, centralisation_shown: bool):
    names = "abcdefghij"
    found = mapped(
        {name: contact(b=WEEKLY) if name == "a" else (NONE if n < answered else None) for n, name in enumerate(names)}
    )
    assert (found.density is not None) == density_shown
    assert (found.reciprocity is not None) == density_shown
    assert (found.centralisation is not None) == centralisation_shown


def test_measures_are_over_those_who_answered():
    answers = {"a": contact(b=WEEKLY, d=WEEKLY), "b": contact(a=MONTHLY), "c": contact(a=RARE), "d": None}
    found = mapped(answers)
    # Two reports of monthly contact or more among three organisations; the one about d is not among them.
    assert found.density == pytest.approx(2 / 6)
    # Three reports of any contact, of which two answer each other.
    assert found.reciprocity == pytest.approx(2 / 3)
    assert found.centralisation is None


def test_one_hub_is_wholly_centralised():
    hub = contact(b=WEEKLY, c=WEEKLY, d=WEEKLY)
    assert mapped({"a": hub, "b": NONE, "c": NONE, "d": NONE}).centralisation == pytest.approx(1)


def test_nothing_to_divide_by_is_no_measure():
    pair = mapped({"a": contact(wanted=["b"]), "b": NONE})
    assert (pair.density, pair.reciprocity, pair.centralisation) == (0, None, None)
    assert mapped({"a": None, "b": None}).density is None


def test_an_isolate_answered_and_is_named_by_nobody():
    found = mapped({"a": contact(b=RARE), "b": NONE, "c": NONE, "d": contact(wanted=["a"]), "e": None})
    assert found.isolates == ("c", "d")


def test_who_chooses_nothing_is_silent_and_no_isolate():
    found = mapped({"a": contact(), "b": contact("c"), "c": contact("b")})
    assert (found.silent, found.isolates) == (("a",), ())


def test_referrals_have_a_direction():
    found = mapped(
        {
            "a": contact(b={"refer": "we-to-them"}, c={"refer": "both"}, d={"refer": "none"}),
            "b": contact(a={"refer": "they-to-us"}),
            "c": contact(a={"refer": "we-to-them"}),
            "d": contact(a={"refer": "they-to-us"}),
        }
    )
    assert [(each.source, each.target, each.confirmed) for each in found.referrals] == [
        ("a", "b", True),
        ("a", "c", False),
        ("a", "d", False),
        ("c", "a", True),
    ]


def test_library_and_welfare():
    kinds = {"a": "library", "b": "welfare", "c": "welfare", "d": "work"}
    answers = {
        "a": contact(b=WEEKLY, c=RARE, d=WEEKLY),
        "b": contact(a=RARE, c=WEEKLY),
        "c": NONE,
        "d": NONE,
    }
    between = mapped(answers, **kinds).library_welfare
    assert (between.ties, between.confirmed) == (2, 1)
    assert between.reciprocity == pytest.approx(2 / 3)
    few = mapped({**answers, "c": None, "d": None}, **kinds).library_welfare
    assert (few.ties, few.confirmed, few.reciprocity) == (2, 1, None)
    assert mapped(answers).library_welfare.ties == 0


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"a": contact(b=MORE), "b": None}, [("a", "b", ("a",))]),
        ({"a": contact(b=MORE), "b": contact(a=MORE)}, [("a", "b", ("a", "b"))]),
        ({"a": None, "b": contact(wanted=["a"])}, [("a", "b", ("b",))]),
        # Contact is not low when one of the two says that it is monthly.
        ({"a": contact(b=MORE), "b": contact(a=MONTHLY)}, []),
        ({"a": contact(b={"freq": "weekly", "wish": "more"}), "b": None}, []),
        ({"a": contact(b={"freq": "once-or-twice", "wish": "fine"}), "b": None}, []),
        # How often there is contact was not said.
        ({"a": contact(b={"wish": "more"}), "b": None}, []),
        ({"a": contact(wanted=["b"]), "b": None}, [("a", "b", ("a",))]),
    ],
)
def test_a_promising_connection(answers: dict[str, Answers | None], found: list[tuple[str, str, tuple[str, ...]]]):
    assert [(each.first, each.second, each.wanted_by) for each in mapped(answers).chances] == found


def test_three_connections_both_sides_first_then_by_name():
    answers = {"a": contact(wanted="bcd"), "b": None, "c": None, "d": contact(wanted="e"), "e": contact(wanted="d")}
    found = [(each.first, each.second) for each in mapped(answers).chances]
    assert found == [("d", "e"), ("a", "b"), ("a", "c")]


def test_no_map_when_the_round_did_not_ask():
    short = questionnaire().without(["relation-map"])
    assert relation_map(freeze([], [], questionnaire=short, closed_on=CLOSED_ON)) is None
