"""How networks stand: written when a report is released, found by who may read it and by what was chosen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.orm import Session

from reports.standing import ThemeStanding, standing_of
from survey import clock
from survey.database import reading, writing
from survey.models import Account, Round, RoundStanding, StandingFact
from survey.models.account import Role
from survey.queries.people import Person
from survey.queries.standings import choosing, moving, regional
from survey.queries.standings import reading as stood
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.reading import Page, Stood
from survey.services.releasing import release
from survey.work.editions import stand_missing
from tests.dashboards import add_standing, add_stood, closed_on
from tests.editions import released_with_words
from tests.endings import published_unreleased
from tests.factories import add_adviser
from tests.unit.reports.networks import given


def reader(account: Account, role: Role = "adviser") -> Person:
    support = account.support_organisation_id
    return Person(account.id, uuid4(), account.name, role, "nl", support, "Steun", True, False, clock.now())


def names(found: list[Stood]) -> list[str]:
    return [each.name for each in found]


def plain(each: ThemeStanding) -> ThemeStanding:
    """Return a theme as it is read back: why a value is withheld is not kept, for nobody is told it."""
    return replace(each, average=_plain(each.average), library=_plain(each.library), welfare=_plain(each.welfare))


def _plain(cell: Any) -> Any:
    return replace(cell, reason="too_few") if cell is not None and not cell.shown else cell


def without_gap(each: ThemeStanding) -> ThemeStanding:
    return replace(each, library=None, welfare=None, gap=None, gap_difference=None, gap_margin=None)


@pytest.fixture
def session(app: Flask, connection: Connection) -> Iterator[Session]:
    with app.app_context(), writing() as session:
        yield session


@pytest.fixture
def adviser(session: Session) -> Account:
    return add_adviser(session)


@pytest.mark.parametrize("like", ["small", "large", "divided", "silent"])
def test_what_was_kept_is_what_is_read(session: Session, adviser: Account, like: str) -> None:
    add_stood(session, adviser, "Taalnetwerk Waterdam", like)
    standing = standing_of(given(like)[0])

    (found,) = stood.newest(session, reader(adviser), Chosen())

    assert (found.name, found.closed_on, found.invited) == (
        "Taalnetwerk Waterdam",
        standing.closed_on,
        standing.invited,
    )
    assert (found.phase, found.steering, found.depth) == (standing.phase, standing.steering, standing.depth)
    themes, with_gap = list(map(plain, standing.themes)), [each for each in standing.themes if each.gap is not None]
    assert stood.themes(session, standing_ids=[found.id])[found.id] == tuple(map(without_gap, themes))
    assert stood.gaps(session, standing_ids=[found.id]).get(found.id, ()) == tuple(map(plain, with_gap))
    assert stood.facts(session, standing_ids=[found.id]).get(found.id, ()) == standing.facts


def test_a_network_is_shown_by_its_newest_round_and_only_that_says_facts(session: Session, adviser: Account) -> None:
    network = add_stood(session, adviser, "Waterdam")
    second = closed_on(given("large")[0], date(2026, 11, 20))
    add_standing(session, network, second, number=2)

    (found,) = stood.newest(session, reader(adviser), Chosen())
    rounds = stood.every_round(session, network_ids=[network.id])

    assert (found.number, found.closed_on) == (2, date(2026, 11, 20))
    assert [each.number for each in rounds] == [1, 2]
    assert set(session.scalars(select(StandingFact.standing_id))) == {found.id}
    said = {number: text for number, text in session.execute(select(RoundStanding.number, RoundStanding.said))}
    assert (said[1], bool(said[2])) == ("", True)


def test_what_is_counted_by_texts_is_what_the_rows_say(session: Session, adviser: Account) -> None:
    for name, like in (("Een", "small"), ("Twee", "large"), ("Drie", "divided"), ("Vier", "silent"), ("Vijf", "large")):
        network = add_stood(session, adviser, name, like)
    add_standing(session, network, closed_on(given("small")[0], date(2026, 11, 20)), number=2)

    found = regional.find(session, reader(adviser), Chosen())

    newest = stood.newest(session, reader(adviser), Chosen())
    ids = [each.id for each in newest]
    themes = [theme for own in stood.themes(session, standing_ids=ids).values() for theme in own]
    gaps = [theme for own in stood.gaps(session, standing_ids=ids).values() for theme in own]
    facts = [{(each.measure, each.subject, each.choice) for each in own if each.choice}
             for own in stood.facts(session, standing_ids=ids).values()]  # fmt: skip
    tallied = Counter[Any]()
    for each in found.tallied.themes:
        average = each.average
        tallied[each.theme, each.version, average.kind, average.low, average.high, each.status] += each.networks
    assert tallied == Counter(
        (each.theme, each.version, each.average.kind, each.average.low, each.average.high, each.status)
        for each in themes
    )
    moves = Counter[Any]()
    for theme, outcome, had_earlier, networks in found.tallied.moves:
        moves[theme, outcome, had_earlier] += networks
    assert moves == {each[:3]: each[3] for each in moving.count_moves(session, reader(adviser), Chosen())}
    shown = [each for each in gaps if each.library and each.welfare and each.library.shown and each.welfare.shown]
    assert shown
    assert {(each.theme, each.word): each.networks for each in found.tallied.gaps} == Counter(
        (each.theme, each.gap) for each in shown
    )
    said = {(each.measure, each.subject, each.choice): each.networks for each in found.said if each.subject}
    assert said == Counter(chain.from_iterable(facts))
    assert [each.name for each in found.networks] == ["Drie", "Een", "Twee", "Vier", "Vijf"]


def test_a_year_shows_the_last_round_of_that_year(session: Session, adviser: Account) -> None:
    network = add_stood(session, adviser, "Waterdam")
    for number, day in ((2, date(2027, 3, 1)), (3, date(2027, 9, 1)), (4, date(2028, 3, 1))):
        add_standing(session, network, closed_on(given("large")[0], day), number=number)

    (found,) = stood.newest(session, reader(adviser), Chosen(year=2027))

    assert found.number == 3
    assert stood.newest(session, reader(adviser), Chosen(year=2025)) == []
    assert choosing.possible(session, reader(adviser)).years == (2028, 2027, 2026)


def test_nobody_finds_what_is_not_theirs_to_read(session: Session, adviser: Account) -> None:
    add_stood(session, adviser, "Waterdam", "small")
    elsewhere = add_adviser(session, support="Taalsteun Noord", address="ida@noord.example")
    colleague = add_adviser(session, address="ida@taalsteun.example")

    assert names(stood.newest(session, reader(colleague), Chosen())) == ["Waterdam"]
    assert names(stood.newest(session, reader(colleague), Chosen(mine=True))) == []
    assert names(stood.newest(session, reader(adviser, "administrator"), Chosen())) == ["Waterdam"]
    for stranger in (reader(elsewhere), reader(colleague, "administrator"), reader(adviser, "coordinator")):
        assert stood.newest(session, stranger, Chosen()) == []
        assert choosing.count(session, stranger, Chosen()) == 0
        assert choosing.possible(session, stranger).provinces == ()


@pytest.mark.parametrize(
    "chosen",
    [
        Chosen(province="PV26"),
        Chosen(region="AM12"),
        Chosen(size="groot"),
        Chosen(questionnaire="taalnetwerkspiegel", version=given("large")[0].results.questionnaire_version),
    ],
    ids=["province", "region", "size", "version"],
)
def test_a_choice_leaves_the_others_out(session: Session, adviser: Account, chosen: Chosen) -> None:
    kept = add_stood(session, adviser, "Groot")
    kept.region = "AM12"
    add_stood(session, adviser, "Klein", "scan", province="PV20")

    assert names(stood.newest(session, reader(adviser), chosen)) == ["Groot"]
    assert choosing.count(session, reader(adviser), chosen) == 1


def test_a_phase_and_a_form_can_be_chosen(session: Session, adviser: Account) -> None:
    add_stood(session, adviser, "Groot")
    session.execute(update(RoundStanding).values(phase="fp-2", steering="lead"))

    for kept, other in ((Chosen(phase="fp-2"), Chosen(phase="fp-1")), (Chosen(steering="lead"), Chosen(steering="no"))):
        assert names(stood.newest(session, reader(adviser), kept)) == ["Groot"]
        assert stood.newest(session, reader(adviser), other) == []
    found = choosing.possible(session, reader(adviser))
    assert (found.phases, found.steerings) == (("fp-2",), ("lead",))


def test_a_list_comes_in_parts_and_in_the_order_of_names(session: Session, adviser: Account) -> None:
    made = [add_stood(session, adviser, name, "silent").id for name in ("Ébene", "Alkmaar", "éénhoorn")]

    whole = stood.newest(session, reader(adviser), Chosen())
    part = stood.newest(session, reader(adviser), Chosen(), page=Page(1, 1))

    assert names(whole) == ["Alkmaar", "Ébene", "éénhoorn"]
    assert part == whole[1:2]
    assert names(stood.newest(session, reader(adviser), Chosen(networks=(made[1],)))) == ["Alkmaar"]


def test_an_archived_network_is_not_shown(session: Session, adviser: Account) -> None:
    network = add_stood(session, adviser, "Waterdam", "silent")
    network.archived_at_utc = clock.now()
    session.flush()

    assert stood.newest(session, reader(adviser), Chosen()) == []


def test_what_was_released_before_is_spread_out_afterwards(app: Flask, connection: Connection) -> None:
    round_id = released_with_words(app).id
    with app.app_context(), writing() as session:
        session.execute(delete(RoundStanding))

    with app.app_context():
        assert [stand_missing(), stand_missing()] == [1, 0]

    with app.app_context(), reading() as session:
        assert session.scalars(select(RoundStanding.round_id)).all() == [round_id]


def test_a_round_stands_from_its_release_on_and_not_before(app: Flask, connection: Connection) -> None:
    opened = published_unreleased(app)
    with app.app_context(), writing() as session:
        assert session.scalars(select(RoundStanding.id)).all() == []
        closed = session.get_one(Round, opened.id)
        release(session, closed=closed, sender=None, at=clock.now())
        assert session.scalars(select(RoundStanding.round_id)).all() == [opened.id]
