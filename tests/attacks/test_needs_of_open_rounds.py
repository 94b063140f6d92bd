"""What the overview of networks says of an open round: totals by the hour and nothing else (attacks 2, 17 and 22).

Its words "too few" and "enough" turn at five and at ten answers; they follow from the total that staff read anyway.
Attacks 9 and 15 as well: no order, reason or colour follows a result.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey import clock
from survey.database import writing
from survey.models import Account, Invitation
from survey.queries.standings import reading as stood
from survey.services import networks
from tests.attacks.many_channels import COMPARE, OVERVIEW, choices
from tests.attacks.many_networks import lines, of_averages
from tests.attacks.staff_walk import clean
from tests.dashboards import add_standing
from tests.factories import OpenRound, add_adviser, answer, sign_in, statements
from tests.joining import answer_by_code
from tests.pages import PageClient
from tests.round_times import Set, dutch, open_round_of, setting_clock

MEMBERS = {"library": 6, "welfare": 6}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return setting_clock(monkeypatch)


def said(app: Flask) -> list[str]:
    """Return every byte of the overview, for an adviser and for an administrator who looks after the network."""
    client, pages = PageClient(app), list[str]()
    for role in ("adviser", "administrator"):
        sign_in(app, client, role=role)
        pages += [clean(client.get(f"{OVERVIEW}?wie={whose}").text) for whose in ("", "mijn")]
    return pages


def answered(app: Flask, opened: OpenRound, people: Sequence[int]) -> None:
    for person in people:
        answer(app, opened.tokens[person], statements(3))


@pytest.mark.parametrize("already", [0, 4, 9])
def test_2_17_one_answer_shows_at_the_hour_only(committed_app: Flask, at: Set, already: int) -> None:
    """Also not the one with which there are enough."""
    at(dutch(2, 9))
    opened = open_round_of(committed_app, MEMBERS)
    at(dutch(18, 9, 30))
    answered(committed_app, opened, range(already))
    at(dutch(18, 10, 5))
    before = said(committed_app)
    answered(committed_app, opened, [already])
    at(dutch(18, 10, 59))
    within = said(committed_app)
    at(dutch(18, 11))

    assert within == before
    assert said(committed_app) != before


@pytest.mark.parametrize(("number", "enough"), [(4, False), (5, True), (9, True), (10, True)])
def test_17_22_the_words_are_those_of_the_total_whoever_answered(
    make_app: Callable[..., Flask], engine_name: str, at: Set, number: int, enough: bool
) -> None:
    """The first people or the last ones, one group or both; beside others who came by a code, and withdrawn links."""
    pages: list[list[str]] = []
    for order in (range(12), range(11, -1, -1)):
        at(dutch(2, 9))
        app = make_app(engine_name)
        opened = open_round_of(app, MEMBERS)
        at(dutch(18, 8, 30))
        answered(app, opened, order[:number])
        answer_by_code(app, opened, 6, statements(1))
        _withdraw(app, opened, place=0)
        at(dutch(18, 10, 5))
        pages.append(said(app))

    assert pages[0] == pages[1]
    assert ("te weinig voor een uitkomst" in pages[0][0]) is not enough


def _withdraw(app: Flask, opened: OpenRound, *, place: int) -> None:
    """Take back the link of one person: in one of both worlds the answer was sent in by it, in the other not."""
    with app.app_context(), writing() as session:
        rows = session.scalars(
            select(Invitation).where(Invitation.round_id == opened.id, Invitation.reporting_group == "library")
        ).all()
        rows[place].withdrawn_at_utc = clock.now()


def two_worlds(app: Flask) -> list[list[tuple[str, str]]]:
    """Make the same networks for two advisers, with the figures exchanged; return both overviews, line by line."""
    worlds: list[list[tuple[str, str]]] = []
    for world, tenths in enumerate([(12, 30, 48), (48, 12, 30)]):
        who = {"support": f"Taalsteun {world}", "address": f"adviser@steun{world}.example"}
        with app.app_context(), writing() as session:
            _add(session, add_adviser(session, **who), tenths)
        client = PageClient(app)
        sign_in(app, client, **who)
        shown = [*lines(client.get(f"{OVERVIEW}?wie=")), *_compared(client)]
        worlds.append(shown)
    return worlds


def _add(session: Session, adviser: Account, tenths: Sequence[int]) -> None:
    """Add a network for each average, by names in this order."""
    for place, value in enumerate(tenths):
        name = f"Taalnetwerk {chr(ord('A') + place)}"
        network = networks.add_network(session, adviser=adviser, name=name, province="PV27", coordinator="Hanna Bos")
        add_standing(session, network, of_averages(value))


def _compared(client: PageClient) -> list[tuple[str, str]]:
    return [line for choice in choices(client) for line in lines(client.get(choice.address(COMPARE)))]


def test_9_no_order_and_no_reason_follows_a_result(committed_app: Flask) -> None:
    first, second = two_worlds(committed_app)

    assert [name for name, _ in first] == [name for name, _ in second]
    assert first != second
    assert _reasons(first) == _reasons(second)


def _reasons(world: list[tuple[str, str]]) -> list[str]:
    """Return what a line of the overview says before its results."""
    return [clean(text).partition("Acties")[0] for _, text in world[:4]]


def test_9_this_attack_finds_an_order_by_value(committed_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    read, themes = stood.newest, stood.themes

    def ranked(session: Session, somebody: Any, chosen: Any, *, page: Any = None) -> list[Any]:
        found = read(session, somebody, chosen, page=page)
        of = themes(session, standing_ids=[each.id for each in found])
        return sorted(found, key=lambda each: of[each.id][0].average.low or 0)

    monkeypatch.setattr(stood, "newest", ranked)
    first, second = two_worlds(committed_app)

    assert [name for name, _ in first] != [name for name, _ in second]


def test_15_a_colour_follows_from_what_is_printed(committed_app: Flask) -> None:
    """The same figure has the same colour in every network and topic."""
    with committed_app.app_context(), writing() as session:
        _add(session, add_adviser(session), [24, 25, 29, 30, 34, 35, 39, 40] * 2)
    client = PageClient(committed_app)
    sign_in(committed_app, client)
    cells = [cell for cell in client.get(f"{COMPARE}?wie=").all("td") if cell.get("data-says")]
    colours = {cell.text: {each.get("class") for each in cells if each.text == cell.text} for cell in cells}

    assert {len(each) for each in colours.values()} == {1}
    assert len({colour for each in colours.values() for colour in each}) > 3
