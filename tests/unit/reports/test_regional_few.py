"""A report of many networks where little can be said of them together: few networks, and many that are alike."""

from dataclasses import replace

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
