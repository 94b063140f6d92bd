"""An adviser of many networks: no filter, grouping, topic or page makes a number that is not published.

Attacks 4 (others' figures, and an adviser with many networks), 8 (two weightings), 10 (filters) and 11 (precision).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import true

from reports.benchmark import Edition
from survey.queries.standings import choosing
from survey.services.dashboards import comparing, gathering
from tests.attacks.many_channels import (
    BESIDE,
    BESIDE_WORKBOOK,
    COMPARE,
    DEVELOPMENT,
    KEPT,
    NEEDS_WORKBOOK,
    OTHERS,
    OVERVIEW,
    WORKBOOK,
    choices,
    said_on,
    ticked,
    topics,
    workbook_of,
)
from tests.attacks.many_networks import READERS, Many, add_many_networks, lines, strange
from tests.databases import ENGINES
from tests.pages import Page, PageClient

#: Modules whose names are those of what they hold.
compare, grid, words = map(
    import_module, ("reports.dashboards.compare", "reports.dashboards.grid", "reports.wording.words")
)


@pytest.fixture(scope="session", params=ENGINES)
def many(request: pytest.FixtureRequest, fresh_app: Callable[[str], Flask]) -> Many:
    """Ten networks on each engine: made once, only read."""
    return add_many_networks(fresh_app(request.param))


def pages(client: PageClient) -> Iterator[Page]:
    """Give every page over many networks, in every choice that it offers."""
    for choice in choices(client):
        yield client.get(choice.address(COMPARE))
    for topic in topics(client):
        yield client.get(f"{COMPARE}?wie=&onderwerp={topic}&groepeer=provincie")
        yield client.get(f"{COMPARE}?wie=&onderwerp={topic}&provincie=PV26&taal=en")
    yield client.get(f"{BESIDE}?{urlencode([('netwerk', each) for each in ticked(client)])}")
    yield client.get(f"{OVERVIEW}?wie=")
    for path, choice in product(OTHERS, ["", "&provincie=PV26", "&regio=AM01", "&jaar=2025", "&groepeer=grootte"]):
        yield client.get(f"{path}?wie={choice}")
    for key in ticked(client):
        yield client.get(f"{DEVELOPMENT}?netwerk={key}")


def problems(many: Many, who: str) -> set[str]:
    """Return all that somebody is told that is no published value of the network beside which it stands."""
    client, names = many.reads(who)
    read, found = many.results(names), set[str]()
    for page in pages(client):
        found |= strange(said_on(page), read)
        found |= {f"the network {name}" for name in many.published if name not in names and name in page.words}
        found |= {f"{name}: {said}" for name, said in of_others(many, page)}
    return found


def of_others(many: Many, page: Page) -> Iterator[tuple[str, str]]:
    """Give the lines of a page in which a network has numbers that it did not publish in one and the same round."""
    for name, said in lines(page):
        if name in many.published and all(strange(said, [each]) for each in many.published[name]):
            yield name, said


@pytest.mark.parametrize("who", READERS)
def test_10_no_choice_makes_a_number_that_is_not_published(many: Many, who: str) -> None:
    """Each number stands beside the network that published it, and no network is there that this reader cannot open."""
    client, names = many.reads(who)

    assert problems(many, who) == set()
    assert len(choices(client)) > len(topics(client)) == 8
    assert {name for name, _ in lines(client.get(f"{COMPARE}?wie="))} >= names


@pytest.mark.parametrize("who", READERS)
def test_11_the_workbook_says_of_each_network_what_it_published(many: Many, who: str) -> None:
    client, names = many.reads(who)
    for choice in choices(client):
        sent = client.get(choice.address(WORKBOOK))
        assert strange(workbook_of(sent), many.results(names)) == set()
        for name, said in _rows(sent.body):
            assert name not in many.published or name in names
            assert name not in names or not all(strange(said, [each]) for each in many.published[name])


@pytest.mark.parametrize("who", READERS)
def test_11_the_workbook_of_a_few_says_what_each_published_and_nothing_of_others(many: Many, who: str) -> None:
    everybody = [key for each in READERS for key in ticked(many.reads(each)[0])]
    client, names = many.reads(who)
    own = ticked(client)
    for chosen in (own[:6], [*[key for key in everybody if key not in own][:3], *own[:3]]):
        sent = client.get(f"{BESIDE_WORKBOOK}?{urlencode([('netwerk', key) for key in chosen])}")
        assert strange(workbook_of(sent), many.results(names)) == set()
        for name, said in _rows(sent.body):
            assert name not in many.published or name in names
            assert name not in names or not all(strange(said, [each]) for each in many.published[name])


@pytest.mark.parametrize("who", READERS)
def test_11_the_workbook_of_what_networks_need_says_no_number_of_a_result(many: Many, who: str) -> None:
    client, names = many.reads(who)

    sent = client.get(f"{NEEDS_WORKBOOK}?wie=")

    assert strange(workbook_of(sent), many.results(names)) == set()
    assert {name for name, _ in _rows(sent.body)} & many.published.keys() == names


@pytest.mark.parametrize("topic", ["", "roles"])
def test_4_10_a_kept_choice_opens_nothing_of_others(many: Many, topic: str) -> None:
    """What is kept is an address: networks of others stay closed, and what cannot be chosen is not kept."""
    foreign = ticked(many.reads("adviser elsewhere")[0])
    client, names = many.reads("adviser of many networks")
    own = client.get(f"{COMPARE}?wie=").form(class_="keep").fields
    chosen = urlencode([("netwerk", each) for each in foreign] + [("provincie", "PV99"), ("onderwerp", topic)])

    page = client.follow(
        client.post(KEPT, {**own, "name": f"Van elders {topic}", "page": "naast-elkaar", "chosen": chosen})
    )
    listed = client.get(KEPT)

    assert strange(said_on(page) + said_on(listed), many.results(names)) == set()
    assert not [name for name in many.published if name not in names and name in page.words + listed.words]
    assert "PV99" not in page.text


def _rows(workbook: bytes) -> Iterator[tuple[str, str]]:
    for sheet in load_workbook(BytesIO(workbook)).worksheets[1:]:
        for name, *cells in sheet.iter_rows(values_only=True):
            yield str(name), "\n".join(str(each) for each in cells if each is not None)


def bands(client: PageClient, *, every: int = 1) -> dict[str, set[str]]:
    """Return what is said of all other networks together, by topic, over every choice, or one in so many."""
    found: dict[str, set[str]] = {}
    for topic, choice in product(topics(client), choices(client)[::every]):
        page = client.get(choice.address(COMPARE, onderwerp=topic))
        captions = ["".join(each.itertext()) for each in page.all("caption")]
        found.setdefault(topic, set()).update(each for each in captions if "samen: " in each)
    return found


def test_4_8_no_choice_changes_what_is_said_of_all_networks_together(many: Many) -> None:
    """The band is the edition's, whatever is left out and whatever networks stand under; and for every reader."""
    said = [bands(many.reads(who)[0], every=3) for who in READERS]

    assert said[0] == said[1] == said[2]
    assert {len(captions) for captions in said[0].values()} == {1}


@pytest.mark.parametrize("topic", ["", "roles"])
def test_4_networks_of_others_are_not_there_by_their_addresses_either(many: Many, topic: str) -> None:
    """Also not beside own ones, nor by asking for what only they have."""
    foreign = ticked(many.reads("adviser elsewhere")[0])
    client, names = many.reads("adviser of many networks")

    page = client.get(f"{BESIDE}?{urlencode([('netwerk', each) for each in [*foreign, *ticked(client)[:2]]])}")

    assert strange(said_on(page), many.results(names)) == set()
    assert {name for name, _ in lines(page)} & set(many.published) <= names
    assert "Sommige netwerken die je koos staan hier niet." in page.words


def with_a_mean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say the mean of the networks that are chosen."""
    said = compare._answer  # pyright: ignore[reportPrivateUsage] -- what a slip would change

    def answer(words: Any, theme: Any, standings: Any) -> str:
        shown = [each.average.low for each in standings if each.average.low]
        return f"{said(words, theme, standings)} Gemiddeld {sum(shown) / len(shown):.2f}."

    monkeypatch.setattr(compare, "_answer", answer)


def without_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget who reads what."""
    monkeypatch.setattr(choosing, "readable", lambda somebody: true())


def one_too_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each network the figures of the one before it, which are published all the same."""
    made, given = gathering.compared, list[Any]()

    def compared(stood: Any, themes: Any) -> Any:
        given.append(themes)
        return made(stood, given[-2] if len(given) > 1 else themes)

    monkeypatch.setattr(gathering, "compared", compared)


def in_two_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print in hundredths what is published in tenths."""
    value = words.Words.short_value
    finer = lambda said, cell: f"{value(said, cell)}4" if cell.kind == "exact" else value(said, cell)  # noqa: E731 -- patched in below
    monkeypatch.setattr(words.Words, "short_value", finer)
    grid._said.cache_clear()  # pyright: ignore[reportPrivateUsage] -- it remembers what was said


@pytest.mark.parametrize("slip", [with_a_mean, without_reach, one_too_far, in_two_digits])
def test_this_attack_finds_a_number_of_our_own_making(
    many: Many, monkeypatch: pytest.MonkeyPatch, slip: Callable[[pytest.MonkeyPatch], None]
) -> None:
    with monkeypatch.context() as slipping:
        slip(slipping)
        found = problems(many, "adviser of many networks")
    grid._said.cache_clear()  # pyright: ignore[reportPrivateUsage] -- it remembers what was said

    assert found


def test_this_attack_finds_a_band_that_follows_a_choice(many: Many, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition whose middle is that of the networks that are shown."""
    made = comparing.compare

    def compared(language: str, networks: Any, titles: Any, edition: Edition | None) -> Any:
        assert edition is not None
        of = [replace(each, upper=each.upper + Decimal("0.1") * len(networks)) for each in edition.themes]
        return made(language, networks, titles, replace(edition, themes=tuple(of)))

    monkeypatch.setattr(comparing, "compare", compared)

    assert {len(captions) > 1 for captions in bands(many.reads("adviser of many networks")[0], every=9).values()} == {
        True
    }
