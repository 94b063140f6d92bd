"""One object, many channels: no channel says a number that is not published (disclosure rule R9, attack 11)."""

from decimal import Decimal
from itertools import combinations

import pytest

from reports.margins import difference, mean_margin
from reports.results import Cell, Results
from survey.database import reading
from survey.queries.published import get_document
from tests.attacks.channels import CHANNELS, WAITING, Channel, averages
from tests.attacks.closed_round import PEOPLE, Attacked
from tests.published_networks import others


@pytest.fixture
def results(attacked: Attacked) -> Results:
    with attacked.app.app_context(), reading() as session:
        document = get_document(session, round_id=attacked.round.id)
    assert document is not None
    return Results.from_json(document)


def printed(results: Results) -> set[Decimal]:
    """Return every number that may be printed: values, their margins, and differences of exact ones."""
    values = {value for cell in results.cells for value in (cell.low, cell.high) if value is not None}
    margins = {end for cell in results.cells if (margin := mean_margin(cell)) for end in (margin.low, margin.high)}
    return values | margins | _differences(results)


def of_all_networks() -> set[Decimal]:
    """Return every number of the edition that the round's report took."""
    figures = others().edition.themes
    return {number for each in figures for number in (each.lower, each.median, each.upper, each.mean)}


def _differences(results: Results) -> set[Decimal]:
    groups: dict[str, list[Cell]] = {}
    for cell in results.cells:
        groups.setdefault(cell.subject, []).append(cell)
    pairs = (pair for cells in groups.values() for pair in combinations(cells, 2))
    return {abs(found.exact) for pair in pairs if (found := difference(*pair)) and found.exact is not None}


def test_the_round_shows_something_to_attack(results: Results) -> None:
    shown = {(cell.group, cell.kind) for cell in results.cells if cell.measure == "theme_mean"}

    assert {group for group, kind in shown if kind == "exact"} == {"total", "library", "welfare", "rest"}
    assert results.response.sent_in == PEOPLE


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_every_number_on_a_channel_is_published(attacked: Attacked, results: Results, channel: Channel) -> None:
    harvested = averages(channel.harvest(attacked))

    assert harvested - printed(results) - of_all_networks() == set()
    assert bool(harvested) == channel.has_averages


def test_the_report_the_document_and_the_charts_say_the_same_numbers(attacked: Attacked, results: Results) -> None:
    cells = [cell for cell in results.cells if cell.measure == "theme_mean"]
    values = {value for cell in cells for value in (cell.low, cell.high) if value is not None}
    found = {channel.name: averages(channel.harvest(attacked)) & values for channel in CHANNELS if channel.has_averages}

    assert found["report page"] == found["figure data"] == found["PDF text"] == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het gemiddelde is 3,6.", {"3.6"}),
        ("3.6", {"3.6"}),
        ("3,6667 en 2,25", {"3.6667", "2.25"}),
        ("(1,0 tot 5,0)", {"1.0", "5.0"}),
        ("5,1 of 0,9", set()),
        ("versie 1.0.0, 13.30 uur", set()),
        ("n = 3", set()),
        ("3,6 (n = 7)", {"3.6"}),
        ("3.6000000000000001", {"3.6000000000000001"}),
    ],
)
def test_an_attacker_reads_every_number_that_can_be_an_average(text: str, found: set[str]) -> None:
    assert averages(text) == {Decimal(each) for each in found}


def test_a_number_that_is_not_published_would_be_found(results: Results) -> None:
    assert averages("Het gemiddelde is 3,63.") - printed(results) == {Decimal("3.63")}


def test_what_waits_is_no_channel_yet() -> None:
    assert not {channel.name for channel in CHANNELS} & set(WAITING)
