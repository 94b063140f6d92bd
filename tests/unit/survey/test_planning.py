"""The reporting groups of a round, fixed before opening."""

import pytest

from questionnaires.kinds import partner_kinds
from survey.errors import Refused
from survey.services.planning import can_be_shown, default_plan, group_of, make_plan, total_can_be_shown


def kinds(**numbers: int) -> list[str]:
    return [kind for kind, number in numbers.items() for _ in range(number)]


def names(plan: list[dict[str, object]]) -> list[object]:
    return [group["id"] for group in plan]


def test_three_groups_when_each_could_have_a_result() -> None:
    assert names(default_plan(kinds(library=5, welfare=5, municipality=3, work=2))) == ["library", "welfare", "rest"]


@pytest.mark.parametrize("sizes", [(4, 9, 9), (9, 4, 9), (9, 9, 4), (0, 0, 0)])
def test_two_groups_when_one_of_three_is_too_small(sizes: tuple[int, int, int]) -> None:
    library, welfare, rest = sizes

    assert names(default_plan(kinds(library=library, welfare=welfare, municipality=rest))) == ["library", "rest"]


def test_every_kind_belongs_to_one_group() -> None:
    plan = make_plan(("library", "welfare", "rest"))

    assert {kind: group_of(plan, kind) for kind in partner_kinds()} == {
        kind: kind if kind in ("library", "welfare") else "rest" for kind in partner_kinds()
    }


def test_in_a_small_plan_welfare_is_one_of_the_rest() -> None:
    assert group_of(make_plan(("library", "rest")), "welfare") == "rest"


def test_the_order_given_is_the_order_of_the_plan() -> None:
    assert names(make_plan(("rest", "welfare"))) == ["rest", "welfare"]


@pytest.mark.parametrize(
    "groups",
    [(), ("rest",), ("library", "welfare"), ("library", "library", "rest"), ("library", "rest", "rest")],
)
def test_a_plan_has_two_to_four_groups_one_of_them_the_rest(groups: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="2 to 4 different groups"):
        make_plan(groups)


def test_an_unknown_group_is_named() -> None:
    with pytest.raises(Refused, match="'gemeente' is no reporting group"):
        make_plan(("gemeente", "rest"))


@pytest.mark.parametrize(
    ("invited", "shown"),
    [
        ({"library": 5, "welfare": 5, "rest": 5}, {"library", "welfare", "rest"}),
        ({"library": 5, "welfare": 4, "rest": 2, None: 20}, {"library"}),
        ({"library": 5, "welfare": 4, None: 20}, set()),  # four others could be worked out (rule R4)
        ({"library": 3, "rest": 8}, set()),
        ({"library": 2, "rest": 2, None: 20}, set()),
    ],
)
def test_a_group_can_be_shown_from_five_if_the_others_are_five_as_well(
    invited: dict[str | None, int], shown: set[str]
) -> None:
    plan = make_plan(("library", "welfare", "rest"))

    assert {group for group, possible in can_be_shown(plan, invited).items() if possible} == shown


def test_no_average_is_possible_with_fewer_than_five_who_count() -> None:
    assert total_can_be_shown({"library": 3, "rest": 2})
    assert not total_can_be_shown({"library": 4, None: 20})
