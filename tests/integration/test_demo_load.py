"""``demo load`` and ``demo links``: through the services, once, never in production, and in any size."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select, update

import survey.cli.demo
from reports.benchmark import BenchmarkWord, Edition, comparisons
from reports.gap import gap
from reports.profile import ProfileResults
from reports.report import ReportInput
from reports.results import Results
from survey import clock, create_app
from survey.config import Config
from survey.database import reading, writing
from survey.demo.places import PLACES
from survey.extensions import db
from survey.models import (
    Action,
    Base,
    Contact,
    Invitation,
    Network,
    OrganisationProfile,
    OwnWords,
    PublishedProfile,
    PublishedResults,
    Response,
    Round,
    SealedResponse,
)
from survey.queries import benchmarks, editions, networks, published, rounds
from survey.queries.people import Reach
from survey.services import doors, reporting
from survey.services.answering import find_visit
from survey.services.networks import find_network, mark_instance
from tests.conftest import make_config
from tests.databases import Databases


def invoke(app: Flask, *args: str) -> Result:
    return app.test_cli_runner().invoke(args=["demo", *args])


def count(app: Flask, table: type[Base]) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def key_of(app: Flask) -> bytes:
    config: Config = app.extensions["netwerkspiegel"]
    return config.instance_key


@pytest.fixture(scope="module")
def demo(databases: Databases, collected_assets: None) -> Iterator[Flask]:
    """The whole demo, loaded once for the tests that only look at it."""
    config = replace(make_config(databases.migrated("sqlite"), databases.folder), instance="demo")
    app = create_app(config)
    result = invoke(app, "load")
    assert result.exit_code == 0, result.output
    yield app
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()
    databases.forget(config.database_url)


def test_each_network_has_two_closed_rounds_and_most_have_an_open_one(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        for place in PLACES:
            network = find_network(session, name=place.network)
            found = rounds.list_rounds(session, network_id=network.id)
            still = [True] * (place.now == "open")
            assert [one.closed_at_utc is None for one in found] == [False, False, *still]
            assert [published.has_results(session, round_id=one.id) for one in found[:2]] == [True, True]
            planned = rounds.find_plan(session, network_id=network.id)
            assert (planned is not None) == (place.now == "planned")
    assert count(demo, Network) == 12


def test_the_map_of_the_demo_has_networks_at_several_stages(demo: Flask) -> None:
    assert Counter(place.now for place in PLACES) == {"open": 10, "planned": 1, "acting": 1}
    base, client = demo.extensions["netwerkspiegel"].base_url, demo.test_client()
    client.post("/demo/adviseur", base_url=base)
    page = client.get("/kaart", base_url=base).get_data(as_text=True)
    assert "10 met een ronde die loopt, één met een ronde in de planning en één met een rapport" in page


def test_in_the_open_rounds_half_sent_in_some_began_and_some_did_not(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        responses = list(session.scalars(select(Response)))
    sent_in = [one for one in responses if one.sent_in_at_utc]
    begun = [one for one in responses if one.kept_at_utc and not one.sent_in_at_utc]
    assert 0.4 < len(sent_in) / len(responses) < 0.6
    assert 0.1 < len(begun) / len(responses) < 0.3
    assert all(one.answers == {} for one in responses if not one.kept_at_utc)


def test_every_network_agreed_on_actions_after_both_reports(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        rows = list(session.scalars(select(Action)))
        numbers = {one.id: one.number for one in session.scalars(select(Round))}
    to_do = Counter(row.network_id for row in rows if row.slot)
    assert {row.status for row in rows} == {"open", "busy", "done", "stopped"}
    assert {numbers[row.round_id] for row in rows if row.round_id} == {1, 2}
    assert all(row.round_id and row.contact_id and row.owner_id and row.suggestion_id for row in rows)
    assert (len(to_do), set(to_do.values())) == (12, {1, 2, 3})
    today = clock.dutch_day(clock.now())
    assert 0 < sum(1 for row in rows if row.slot and row.due_on and row.due_on < today) < 12
    assert all(row.agreed_at_utc <= (row.settled_at_utc or clock.now()) <= clock.now() for row in rows)


def test_a_report_tells_what_became_of_the_actions_agreed_before_its_round_closed(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        for place in PLACES:
            network = find_network(session, name=place.network)
            first, second, *_ = rounds.list_rounds(session, network_id=network.id)
            told = [editions.newest(session, round_id=each.id) for each in (first, second)]
            given = [ReportInput.from_json(each.document) for each in told if each and each.document]
            assert [sorted(action.status for action in each.actions) for each in given] == [[], ["done", "stopped"]]


def test_nobody_who_left_the_network_has_anything_to_do(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        left = set(session.scalars(select(Contact.id).where(Contact.archived_at_utc.is_not(None))))
        assert left
        assert left.isdisjoint(session.scalars(select(Action.contact_id)))


def test_nobody_can_be_found_back_in_the_closed_rounds(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        still_open = select(Round.id).where(Round.closed_at_utc.is_(None))
        assert session.scalar(select(func.count()).where(Response.round_id.not_in(still_open))) == 0
    assert count(demo, SealedResponse) > 250
    assert count(demo, OwnWords) > 100


def test_most_organisations_speak_on_their_own_behalf_in_closed_rounds_and_in_open_ones(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        frozen = [ProfileResults.from_json(text) for text in session.scalars(select(PublishedProfile.document))]
        begun = list(session.scalars(select(OrganisationProfile)))
    organisations = [each for profile in frozen for each in profile.organisations]
    spoke = [each for each in organisations if each.blocks]
    assert len(frozen) == 24
    assert 0.5 < len(spoke) / len(organisations) < 0.85
    assert {len(each.blocks) for each in spoke} >= {2, 5, 6}
    assert len(begun) > 30
    assert all(each.kept_at_utc and each.editor_id and each.answers for each in begun)


def test_the_report_door_leads_to_waterdam(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        found = doors.find_doors(session, key=key_of(demo))
        assert found is not None
        assert found.report is not None
        source = reporting.find_report(session, token=found.report, reader=None)
    assert source.mark is not None
    assert source.given.network == "Taalnetwerk Waterdam"
    results = source.given.results
    assert all(cell.shown for cell in results.cells if cell.measure == "theme_mean")
    assert gap(results, "roles", "library", "welfare").higher == "library"


def test_the_fill_in_door_leads_to_an_empty_questionnaire(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        found = doors.find_doors(session, key=key_of(demo))
        assert found is not None
        assert found.fill_in is not None
        visit = find_visit(session, token=found.fill_in)
    assert visit.answers == {}
    assert not visit.is_closed


def test_the_links_are_absolute_addresses(demo: Flask) -> None:
    result = invoke(demo, "links", "--format", "json")
    links = json.loads(result.stdout)
    assert list(links) == ["fill_in", "report", "adviser"]
    assert links["adviser"] == "https://spiegel.example/demo/adviseur"
    assert links["fill_in"].startswith("https://spiegel.example/v/")
    assert links["report"].startswith("https://spiegel.example/rapport/")
    told = invoke(demo, "links").stdout
    assert all(f"{door}\t{address}\n" in told for door, address in links.items())


def test_there_is_one_fixed_adviser(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        adviser = networks.get_demo_adviser(session)
        assert adviser is not None
        rows = networks.list_networks(session, reach=Reach(adviser.support_organisation_id, None))
    assert adviser.name == "Joris Veenstra"
    assert len(rows) == 12


def test_the_newest_reports_take_the_invented_edition(demo: Flask) -> None:
    with demo.app_context(), reading() as session:
        (edition,) = benchmarks.list_editions(session)
        taken = session.execute(
            select(Round.number, PublishedResults.edition_id).join(Round, Round.id == PublishedResults.round_id)
        ).all()
        found = doors.find_doors(session, key=key_of(demo))
        assert found is not None
        source = reporting.find_report(session, token=found.report or "", reader=None)
    assert source.given.edition == Edition.from_json(edition.document)
    assert Edition.from_json(edition.document).invented
    assert {edition_id for number, edition_id in taken if number == 2} == {edition.id}
    words = [each.word for each in comparisons(source.given.results, Edition.from_json(edition.document))]
    assert BenchmarkWord.SAME in words
    assert BenchmarkWord.NOT_COMPARABLE not in words


def test_a_second_load_keeps_what_is_there(demo: Flask) -> None:
    before = count(demo, SealedResponse), count(demo, Invitation)
    result = invoke(demo, "load")
    assert result.exit_code == 0
    assert "kept" in result.output
    assert (count(demo, SealedResponse), count(demo, Invitation)) == before


@pytest.mark.parametrize("option", ["--networks", "--rounds", "--respondents", "--seed"])
def test_another_size_needs_an_empty_database(demo: Flask, option: str) -> None:
    result = invoke(demo, "load", option, "3")
    assert result.exit_code == 1
    assert "needs an empty database" in result.output


def test_production_refuses_both_commands(committed_app: Flask) -> None:
    for command in ("load", "links"):
        result = invoke(committed_app, command)
        assert result.exit_code == 1
        assert "NETWERKSPIEGEL_INSTANCE=demo" in result.output
    assert count(committed_app, Network) == 0


def test_a_database_of_real_use_refuses(demo_app: Flask) -> None:
    with demo_app.app_context(), writing() as session:
        mark_instance(session, kind="production", at=survey.cli.demo.clock.now())
    result = invoke(demo_app, "load")
    assert result.exit_code == 1
    assert "real use" in result.output
    assert "holds no demo" in invoke(demo_app, "links").output


def test_an_empty_database_has_no_doors(demo_app: Flask) -> None:
    result = invoke(demo_app, "links", "--format", "json")
    assert result.exit_code == 1
    assert "demo load" in result.output


def test_a_small_size_goes_through_the_services(demo_app: Flask) -> None:
    result = invoke(demo_app, "load", "--networks", "2", "--rounds", "1", "--respondents", "6")
    assert result.exit_code == 0, result.output
    has_size(demo_app, networks=2, rounds=1, respondents=6, kind="demo")


def test_a_large_size_is_written_in_bulk(demo_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey.cli.demo, "DEMO_SIZE", 10)
    result = invoke(demo_app, "load", "--networks", "26", "--rounds", "2", "--respondents", "6", "--seed", "4")
    assert result.exit_code == 0, result.output
    assert "25 of 26 networks." in result.output
    has_size(demo_app, networks=26, rounds=2, respondents=6, kind="synthetic")
    assert None not in json.loads(invoke(demo_app, "links", "--format", "json").stdout).values()


def has_size(app: Flask, *, networks: int, rounds: int, respondents: int, kind: str) -> None:
    with app.app_context(), reading() as session:
        instance = survey.cli.demo.networks.get_instance(session)
        documents = list(session.scalars(select(PublishedResults.document)))
    assert instance is not None
    assert instance.kind == kind
    assert count(app, Network) == networks
    assert count(app, Round) == networks * (rounds + 1)
    assert {Results.from_json(document).response.sent_in for document in documents} == {respondents}
    assert len(documents) == networks * rounds
    assert count(app, SealedResponse) == networks * rounds * respondents


def test_both_ways_of_loading_make_the_same_rounds(make_app: Callable[..., Flask]) -> None:
    size = ("--networks", "2", "--rounds", "2", "--respondents", "9")
    made: list[set[tuple[object, ...]]] = []
    for limit in (0, 1000):
        app = make_app("sqlite", instance="demo")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(survey.cli.demo, "DEMO_SIZE", limit)
            assert invoke(app, "load", *size).exit_code == 0
        made.append(_rounds_of(app))
    assert made[0] == made[1]


def _rounds_of(app: Flask) -> set[tuple[object, ...]]:
    """Return what can be said of every round and its invitations, apart from names and keys."""
    with app.app_context(), reading() as session:
        of_network = select(Network, Round).join(Round, Round.network_id == Network.id)
        return {
            (
                network.name,
                network.province,
                *(one.number, one.opened_at_utc, one.closes_on, one.closed_at_utc, one.meeting_on),
                *(group["id"] for group in one.plan),
                *sorted(rounds.count_per_group(session, round_id=one.id).items(), key=str),
            )
            for network, one in session.execute(of_network)
        }


def test_a_demo_that_asks_what_is_not_here_any_more_is_said(make_app: Callable[..., Flask]) -> None:
    app = make_app("sqlite", instance="demo")
    assert invoke(app, "load", "--networks", "1", "--rounds", "1", "--respondents", "5").exit_code == 0
    assert "kept as it is" in invoke(app, "load").output
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(questionnaire_version="1.0.0"))

    refused = invoke(app, "load")

    assert refused.exit_code == 1
    assert "its rounds ask taalnetwerkspiegel 1.0.0, which is not here like that any more" in refused.output
