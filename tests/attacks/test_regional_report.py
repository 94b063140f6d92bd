"""The report of many networks: neither its maker nor who is handed it learns of one network what they cannot open.

Attacks 4 (an adviser with many networks; two reports laid side by side), 8, 10 (areas and addresses), 11 and 22.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from statistics import quantiles
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import true

from reports.disclosure.grid import half_up
from reports.regional import MIN_TOGETHER, counting
from reports.regional.counting import Source
from reports.wording import words
from survey.queries.standings import choosing
from tests.attacks.many_channels import said_on
from tests.attacks.many_networks import READERS, Many, Numbers, add_many_networks, lines, of_averages, strange
from tests.attacks.regional_channel import GIVEN_ON, OWN, REGIONAL, areas, everything, on_paper
from tests.databases import ENGINES
from tests.pages import PageClient
from tests.unit.reports.networks import given
from tests.unit.reports.regions import region


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


@pytest.mark.parametrize("area", ["PV20", "PV26", "PV27", "AM01", "AM02"])
def test_4_of_fewer_than_five_networks_nothing_is_given_on(many: Many, area: str) -> None:
    """Whoever is handed it reads which networks there are, and nothing of how they are doing."""
    client, _ = many.reads("adviser of many networks")

    for form in on_paper(client, area, GIVEN_ON):
        assert "sterk" not in form.replace("Verwerk", "")
        assert "Hoe staan de onderwerpen ervoor?" not in form


def test_4_the_administrator_of_one_network_hands_on_nothing_of_it(many: Many) -> None:
    client, _ = many.reads("administrator who looks after one")

    said = everything(client, "", GIVEN_ON)

    assert "Kroonmeer" in said
    assert "Hoe staan de onderwerpen ervoor?" not in said


@pytest.mark.parametrize("of", [5, 6])
def test_4_the_middle_of_five_and_that_of_six_stay_with_who_can_open_each(many: Many, of: int) -> None:
    """Laid side by side they tell where the sixth lies: what is given on has the middle of all networks only."""
    client, names = many.reads("adviser of many networks")
    own_only = middles(names) - set(_edition(many))

    assert len(names) > of
    for form in on_paper(client, "", GIVEN_ON):
        assert not {each for each in own_only if each.replace(".", ",") in _figures(form)}


def _edition(many: Many) -> frozenset[str]:
    return Numbers.of(_newest("Delft")).values


def _figures(text: str) -> set[str]:
    return {each for each in text.replace("\n", " ").split(" ") if "," in each}


def _told(counts: tuple[int, ...]) -> tuple[str, ...]:
    source = Source(region(), words("nl"), "given_on")
    return tuple(str(source.count(each, sum(counts))) for each in counts)


def _divisions(of: int, words: int = 3) -> list[tuple[int, ...]]:
    return [each for each in product(range(of + 1), repeat=words) if sum(each) == of]


def test_4_two_reports_that_may_be_given_on_never_tell_the_word_of_a_network() -> None:
    """An area of five beside all ten: whatever both print, no network in either has one word only that it can have."""
    inside: dict[tuple[str, ...], list[tuple[int, ...]]] = {}
    for each in _divisions(5):
        inside.setdefault(_told(each), []).append(each)
    for rest in _divisions(5):
        for within in _divisions(5):
            whole = tuple(map(sum, zip(within, rest, strict=True)))
            possible = [
                (other, tuple(all_ - one for all_, one in zip(total, other, strict=True)))
                for other in inside[_told(within)]
                for total in _divisions(10)
                if _told(total) == _told(whole) and all(a >= b for a, b in zip(total, other, strict=True))
            ]
            assert not any(all(each[0][word] == 5 for each in possible) for word in range(3))


def test_4_five_beside_six_would_tell_and_so_they_are_never_given_on_both() -> None:
    """The control, and why an area that leaves out one to four networks is for advisers only."""
    five, six = (3, 2, 0), (3, 3, 0)
    inside = [each for each in _divisions(5) if _told(each) == _told(five)]
    whole = [each for each in _divisions(6) if _told(each) == _told(six)]
    sixth = {
        tuple(a - b for a, b in zip(total, part, strict=True))
        for part in inside
        for total in whole
        if all(a >= b for a, b in zip(total, part, strict=True))
    }

    assert sixth == {(0, 1, 0)}
    assert counting.MIN_TOGETHER > 6 - 5


def without_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget who reads what."""
    monkeypatch.setattr(choosing, "readable", lambda somebody: true())


def from_one_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell of one network together."""
    monkeypatch.setattr(counting, "MIN_TOGETHER", 1)


def for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give on what is for advisers."""
    monkeypatch.setattr(Source, "is_given_on", property(lambda self: False))


@pytest.mark.parametrize("slip", [without_reach, from_one_on, for_everybody])
def test_this_attack_finds_what_should_not_be_given_on(
    many: Many, monkeypatch: pytest.MonkeyPatch, slip: Callable[[pytest.MonkeyPatch], None]
) -> None:
    client, read, names = _readable(many, "administrator who looks after one")
    slip(monkeypatch)
    said = said_on(client.get(REGIONAL))

    found = strangers(said, read, set()) or {
        name for name in many.published if name not in names and re.search(rf"\b{name}\b", said)
    }

    assert found or "Hoe staan de onderwerpen ervoor?" in said
