"""One object, many channels: no channel says a number that is not published (disclosure rule R9, attack 11)."""

from decimal import Decimal

import pytest

from reports.disclosure.policy import K
from reports.results import Results
from tests.attacks.channels import CHANNELS
from tests.attacks.closed_round import PEOPLE, Attacked
from tests.attacks.harvesting import Channel, averages, denominators, shares
from tests.attacks.published_numbers import differences, stored, unpublished


@pytest.fixture
def results(attacked: Attacked) -> Results:
    return stored(attacked)


def test_the_round_shows_something_to_attack(results: Results) -> None:
    shown = {(cell.group, cell.kind) for cell in results.cells if cell.measure == "theme_mean"}

    assert {group for group, kind in shown if kind == "exact"} == {"total", "library", "welfare", "rest"}
    assert results.response.sent_in == PEOPLE


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_every_number_on_a_channel_is_published(attacked: Attacked, results: Results, channel: Channel) -> None:
    """In its one precision (11); a number of answers stands beside averages only (5), and none is below five (22)."""
    harvested = channel.harvest(attacked)

    between = differences(results) if channel.has_differences else set[str]()
    assert unpublished(harvested, results, compared=channel.has_differences) == {}
    assert bool(averages(harvested)) == channel.has_averages
    assert bool(shares(harvested) - between) == channel.has_shares
    assert all(number >= K for number in denominators(harvested))


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("70% en 12,5 %", {"0.70", "0.125"}),
        ("0.70 or 0,8", {"0.70", "0.8"}),
        ("eens 0.20 or lower; 1.00", {"0.20"}),
        ("100% van 0", {"1.00"}),
        ("breed:100%;links:12.5px", set()),
    ],
)
def test_an_attacker_reads_every_number_that_can_be_a_part(text: str, found: set[str]) -> None:
    assert shares(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("21 van de 22 genodigden", {22}),
        ("3 of the 4 invited, n = 7 (n=6)", {4, 7, 6}),
        ("2 van 3", {3}),
        ("9 van onze 12, van 5 tot 6, pagina 2 van 7", set()),
        ("editie 1 van 27 november 2026, edition 2 of 3 December", set()),
        ("editie 1, 2 van 3", {3}),
    ],
)
def test_an_attacker_reads_every_number_that_others_are_counted_among(text: str, found: set[int]) -> None:
    assert denominators(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Het gemiddelde is 3,63.", "averages"),
        ("Het gemiddelde is 2,90.", "averages"),
        ("61% is het eens.", "parts"),
        ("0.1818", "parts"),
        ("agree 0.9", "parts"),
        ("n = 19", "denominators"),
        ("2 van de 3", "denominators"),
    ],
)
def test_a_number_that_is_not_published_would_be_found(results: Results, text: str, kind: str) -> None:
    assert unpublished(text, results).keys() == {kind}
