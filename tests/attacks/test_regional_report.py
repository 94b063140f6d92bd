"""The report of many networks: neither its maker nor who is handed it learns of one network what they cannot open.

Attacks 4 (an adviser with many networks; two reports laid side by side), 8, 10 (areas and addresses), 11 and 22.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from statistics import quantiles
from typing import Any, Final

import pytest
from flask import Flask
from sqlalchemy import true

from reports.disclosure.grid import half_up
from reports.regional import MIN_TOGETHER
from reports.regional.counting import Source
from survey.queries.standings import choosing
from tests.attacks.many_channels import said_on
from tests.attacks.many_networks import READERS, Many, Numbers, add_many_networks, lines, of_averages, strange
from tests.attacks.published_numbers import of_all_networks
from tests.attacks.regional_channel import GIVEN_ON, OWN, REGIONAL, areas, everything, on_paper
from tests.databases import ENGINES
from tests.pages import PageClient
from tests.unit.reports.networks import given


@pytest.fixture(scope="session", params=ENGINES)
def many(request: pytest.FixtureRequest, fresh_app: Callable[[str], Flask]) -> Many:
    """Ten networks on each engine: made once, only read."""
    return add_many_networks(fresh_app(request.param))


def middles(names: frozenset[str]) -> set[str]:
    """Return every middle and middle half of published averages of these networks: what may be told of them together.

    Of every theme, over each choice of networks that an area can be.
    """
    found: set[str] = set()
    for chosen in _areas(names):
        for theme in {cell.subject for results in chosen for cell in results.cells if cell.measure == "theme_mean"}:
            found |= _quartiles([value for results in chosen if (value := _entering(results, theme)) is not None])
    return found


def _areas(names: frozenset[str]) -> Iterator[list[Any]]:
    yield [_newest(name) for name in names]


def _newest(name: str) -> Any:
    looks = {"Waterdam": "small", "Tweestromen": "divided", "Grootstad": "large", "Stilte": "silent"}
    made = {"Delft": of_averages(33), "Bergen": of_averages(36, roles=21), "Kroonmeer": of_averages(23)}
    return given(looks[name])[0].results if name in looks else made[name].results


def _entering(results: Any, theme: str) -> Fraction | None:
    cell = next((each for each in results.cells if each.key == ("theme_mean", theme, "total")), None)
    if cell is None or cell.kind in ("between", "withheld"):
        return None
    return Fraction(cell.high if cell.kind == "at_most" else cell.low)


def _quartiles(values: list[Fraction]) -> set[str]:
    if len(values) < MIN_TOGETHER:
        return set()
    return {str(half_up(each)) for each in quantiles(sorted(values), n=4, method="inclusive")}


def _readable(many: Many, who: str) -> tuple[PageClient, list[Numbers], frozenset[str]]:
    client, names = many.reads(who)
    return client, many.results(names), names


def strangers(text: str, read: list[Numbers], told: set[str]) -> set[str]:
    """Return numbers that are no published value of these networks, no middle of them, and no sum of people invited."""
    return {each for each in strange(text, read) if each not in told}


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("whom", [GIVEN_ON, OWN], ids=["given on", "own"])
def test_10_11_no_area_and_no_form_tells_a_number_that_is_not_published(many: Many, who: str, whom: str) -> None:
    """And none names a network that its maker cannot open."""
    client, read, names = _readable(many, who)
    told = middles(names) if whom == OWN and who.startswith("adviser of") else set[str]()
    for area in areas(client):
        said = everything(client, area, whom)
        assert strangers(said, read, told) == set()
        assert not {name for name in many.published if name not in names and re.search(rf"\b{name}\b", said)}


@pytest.mark.parametrize("who", READERS)
def test_10_what_is_given_on_has_a_network_beside_a_day_only(many: Many, who: str) -> None:
    client, _, _ = _readable(many, who)
    for area in areas(client):
        for name, said in lines(client.get(f"{REGIONAL}?gebied={area}")):
            assert name not in many.published or not any(each in said for each in (",", "≤", "≥", "%"))


#: What tells how networks are doing: words of themes and tasks, numbers of people, and what was agreed.
TOLD: Final = ("sterk", "op weg", "verdeeld", "gestegen", "blinde vlek", "Uitgenodigd", "Ingevuld", "te doen")


def results_in(said: str) -> set[str]:
    """Return what of networks a report tells that is to be given on, but for their names and days."""
    return {each for each in TOLD if each in said}


@pytest.mark.parametrize("who", READERS)
def test_4_what_is_given_on_holds_no_result_of_any_network(many: Many, who: str) -> None:
    """So two of them, of other areas, days or makers, tell nothing of the networks by which they differ."""
    client, _, _ = _readable(many, who)
    of_no_network = Numbers(frozenset(of_all_networks()), frozenset(of_all_networks()), frozenset(), frozenset())

    for area in areas(client):
        for form in on_paper(client, area, GIVEN_ON, "pdf", "slides"):
            assert results_in(form) == set()
        assert strange(everything(client, area, GIVEN_ON), [of_no_network]) == set()


def without_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget who reads what."""
    monkeypatch.setattr(choosing, "readable", lambda somebody: true())


def for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give on what is for who may read each of the reports."""
    monkeypatch.setattr(Source, "is_given_on", property(lambda self: False))


def test_this_attack_finds_a_network_that_its_maker_cannot_open(many: Many, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _, names = _readable(many, "administrator who looks after one")
    without_reach(monkeypatch)

    said = said_on(client.get(REGIONAL))

    assert {name for name in many.published if name not in names and re.search(rf"\b{name}\b", said)}


def test_this_attack_finds_results_that_are_given_on(many: Many, monkeypatch: pytest.MonkeyPatch) -> None:
    client, _, _ = _readable(many, "adviser of many networks")
    for_everybody(monkeypatch)

    assert results_in("\n".join(on_paper(client, "", GIVEN_ON, "pdf")))
