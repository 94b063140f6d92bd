"""A report of many networks where little can be said of them together: few networks, and many that are alike."""

from dataclasses import replace

import pytest

from reports.gap import GapWord
from reports.regional import GapTally, SaidTally
from reports.regional.counting import MIN_TOGETHER
from tests.unit.reports.regions import region
from tests.unit.reports.test_regional import made, texts


def test_one_network_that_shows_both_groups_is_not_most_of_them() -> None:
    given = region(of=8, gaps=(GapTally("roles", GapWord.DIFFERENT, 1),))

    assert texts(made(given, "own")["groups"])[0] == "Het zijn te weinig netwerken om er samen iets van te zeggen."


def test_from_five_networks_most_of_them_are_named() -> None:
    given = region(of=8, gaps=(GapTally("roles", GapWord.DIFFERENT, MIN_TOGETHER),))

    assert "kijken ze verschillend naar ‘" in texts(made(given, "own")["groups"])[0]


def test_tasks_that_are_alike_are_counted_where_too_many_are_to_name() -> None:
    tasks = {f"task-{place}": f"Taak {place}" for place in range(5)}
    of = region(of=8)
    said = [SaidTally("task", "", "", 8), *(SaidTally("task", task, "open", 8) for task in tasks)]
    names = replace(of.names, said=replace(of.names.said, tasks=tasks))

    told = texts(made(replace(of, said=said, names=names), "own")["roles"])[0]

    assert told == "Vijf taken staan samen bovenaan: die vragen het vaakst om een gesprek."


@pytest.mark.parametrize(("networks", "is_told"), [(MIN_TOGETHER - 1, False), (MIN_TOGETHER, True)])
def test_what_organisations_say_in_fewer_than_five_networks_opens_no_report(networks: int, is_told: bool) -> None:
    said = [
        *(SaidTally(measure, "", "", networks) for measure in ("task", "group")),
        SaidTally("task", "find", "open", networks),
        SaidTally("group", "older", "blind_spot", networks),
    ]

    sections = made(replace(region(of=8), said=said), "own")
    opening = " ".join(each.sentence for block in sections["highlights"].blocks for each in getattr(block, "items", ()))

    for name in ("roles", "reach"):
        few = texts(sections[name])[0] == "Het zijn te weinig netwerken om er samen iets van te zeggen."
        assert few is not is_told
    assert ("leiding" in opening, "blinde vlek" in opening) == (is_told, is_told)
    assert f"{networks} netwerken" in " ".join(texts(sections["roles"]))
