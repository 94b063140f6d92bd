"""After the closing: what organisations said is frozen once, by name, and read by whoever has the report link."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, select, update

from reports.profile import ProfileResults
from survey import clock
from survey.database import writing
from survey.models import Base, OrganisationProfile, PublishedProfile, ReportEdition, Round
from survey.services import closing, profile_publishing
from tests.commands import Run
from tests.factories import OpenRound, add_network, close_round, fill_in, make_round, statements
from tests.pages import PageClient
from tests.speaking import ADA, BEA, CAS, DIRK, leave, organisation_ids, profile_of, say, speaking_round

TABLES = Base.metadata.tables


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    return speaking_round(app)


def frozen(connection: Connection) -> ProfileResults:
    return ProfileResults.from_json(connection.execute(select(PublishedProfile.document)).scalar_one())


def cut(opened: OpenRound) -> None:
    with writing() as session:
        closing.cut(session, round_id=opened.id, at=clock.now())


def publish(opened: OpenRound) -> None:
    with writing() as session:
        closing.publish_round(session, round_id=opened.id, at=clock.now())


def test_after_the_cut_nothing_tells_who_filled_in_the_profile(
    client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    connection.execute(update(OrganisationProfile).values(choice_times={"rf-tasks": 1}))

    cut(opened)

    (row,) = connection.execute(select(TABLES["organisation_profile"]))
    assert (row.editor_id, row.kept_at_utc, row.choice_times) == (None, None, {})
    assert row.answers["rf-tasks"] == {"intake": ["do"]}


def test_what_stood_there_is_published_once_and_what_it_was_made_of_is_gone(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    ids = {kind: str(each) for kind, each in organisation_ids(app, opened).items()}
    say(client, opened, ADA, first={"rf-tasks.intake": ["do", "lead"]})
    say(client, opened, CAS, municipal_check={"mc-lines.mc-money": "partly", "mc-level.now": "pays"})

    close_round(app, opened.id)

    made = frozen(connection)
    assert {each.id: each.kind for each in made.organisations} == {each: kind for kind, each in ids.items()}
    intake = next(task for task in made.tasks if task.id == "intake")
    assert (intake.doers, intake.leaders) == ((ids["library"],), (ids["library"],))
    assert {(each.subject, each.choice) for each in made.said} == {
        ("mc-lines.mc-money", "partly"),
        ("mc-level.now", "pays"),
    }
    (row,) = connection.execute(select(TABLES["published_profile"]))
    assert (row.document_hash, row.round_id) == (made.hash, opened.id)
    assert connection.execute(select(TABLES["organisation_profile"])).all() == []


def test_who_passes_through_or_takes_everything_back_says_nothing_by_name(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    say(client, opened, ADA, first={}, reach_groups={"we-see": "older"})
    say(client, opened, BEA, reach_groups={"we-see": ""})
    say(client, opened, CAS, first={}, reach_groups={"we-see": "older"})
    close_round(app, opened.id)

    page = client.get(f"{opened.report}/organisaties")

    assert "library van Taalnetwerk Waterdam bibliotheek, vulde dit niet in" in page.words
    assert [" ".join(each.itertext()) for each in page.all("h3")] == ["Wie zien jullie?"]


def test_a_profile_that_was_begun_and_holds_nothing_was_not_filled_in(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    say(client, opened, ADA, first={}, reach_groups={})
    say(client, opened, CAS, first={}, reach_groups={"we-see": "older"})

    close_round(app, opened.id)

    blocks = {each.kind: each.blocks for each in frozen(connection).organisations}
    assert blocks == {"library": (), "welfare": (), "municipality": ("reach-groups",)}


def test_publishing_that_was_interrupted_is_done_again(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    cut(opened)
    with monkeypatch.context() as patch:
        patch.setattr(profile_publishing.profiles, "delete_profiles", _fail)
        with pytest.raises(RuntimeError, match="the lights went out"):
            publish(opened)
    assert connection.execute(select(TABLES["published_profile"])).all() == []
    assert connection.execute(select(TABLES["published_results"])).all() == []

    publish(opened)
    publish(opened)

    assert [task.id for task in frozen(connection).tasks if task.doers] == ["intake"]
    assert connection.execute(select(TABLES["organisation_profile"])).all() == []


def _fail(*arguments: Any, **options: Any) -> None:
    raise RuntimeError("the lights went out")


def test_what_is_said_of_an_organisation_that_left_is_left_out(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    ids = organisation_ids(app, opened)
    both = {"rel-partners": [str(ids["welfare"]), str(ids["municipality"])]}
    say(client, opened, ADA, contact_partners=both, contact_details={f"rel-map.{ids['welfare']}.rel-freq": "weekly"})
    say(client, opened, CAS, contact_partners={"rel-partners": str(ids["welfare"])})
    say(client, opened, DIRK, first={"rf-tasks.intake": "do"})
    with writing() as session:
        elsewhere = add_network(session, members={}, name="Taalnetwerk Elders").id
    leave(app, opened, "welfare", to=elsewhere)

    close_round(app, opened.id)

    made = frozen(connection)
    assert [each.kind for each in made.organisations] == ["library", "municipality"]
    assert [(each.by, each.about) for each in made.contacts] == [(str(ids["library"]), str(ids["municipality"]))]
    assert str(ids["welfare"]) not in made.to_json()
    assert connection.execute(select(TABLES["organisation_profile"])).all() == []


def test_a_round_without_a_profile_publishes_none(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    connection.execute(update(Round).values(profile_version=None, profile_hash=None))

    close_round(app, opened.id)

    assert connection.execute(select(TABLES["published_profile"])).all() == []
    client.get(f"{opened.report}/organisaties", 404)
    assert f"{opened.report}/organisaties?taal=nl" not in client.get(opened.report).links()


def test_partners_read_by_name_what_organisations_said(app: Flask, client: PageClient, opened: OpenRound) -> None:
    welfare = organisation_ids(app, opened)["welfare"]
    say(
        client,
        opened,
        BEA,
        first={"rf-tasks.intake": ["do", "lead"]},
        reach_groups={"we-see": ["older"]},
        reach_numbers={"rn-found": "120", "rn-found.how": "estimated", "rn-intake": "3", "rn-started.how": "unknown"},
        contact_partners={"rel-partners": str(welfare)},
        contact_details={f"rel-map.{welfare}.rel-wish": "more"},
        voice_first={"vo-1": "stuck", "vo-1-why": "We spreken <b>weinig</b> af."},
    )
    say(client, opened, CAS, municipal_check={"mc-lines.mc-money": "partly", "mc-level.needed": "steers"})
    close_round(app, opened.id)

    page = client.get(next(link for link in client.get(opened.report).links() if "organisaties" in link))

    for said in (
        "Een eerste gesprek voeren en het niveau bepalen doen we, daarin hebben wij de leiding",
        "Onze organisatie ziet deze mensen al Ouderen",
        "120 (geschat)",
        "Met hoeveel mensen hadden jullie een eerste gesprek over hun niveau? < 5",
        "weten we niet",
        "welfare van Taalnetwerk Waterdam: Hoeveel contact is nodig? meer",
        "knelt",
        "We spreken <b>weinig</b> af.",
        "Er is geld voor meer dan één jaar. voor een deel",
        "De gemeente stuurt, en taal hoort bij haar eigen werk.",
        "welfare van Taalnetwerk Waterdam welzijnsorganisatie, vulde dit niet in",
    ):
        assert said in page.words
    assert "library 001" not in page.text
    assert [" ".join(each.itertext()) for each in page.all("h2")] == [
        "Met naam, zoals vooraf gezegd",
        "De organisaties",
        "library van Taalnetwerk Waterdam",
        "municipality van Taalnetwerk Waterdam",
    ]


def test_it_is_read_in_english_as_well(app: Flask, client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    close_round(app, opened.id)

    page = client.get(f"{opened.report}/organisaties?taal=en")

    assert "Having a first talk and finding out the level we do this" in page.words
    assert f"{opened.report}/organisaties?taal=nl" not in page.words


def test_nobody_reads_it_before_publishing_or_with_another_link(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    other = make_round(app, name="Taalnetwerk Elders")
    fill_in(client, other.tokens[0], statements(3))
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    for token in (opened.report_token, other.report_token, opened.tokens[0], "A" * 43, "x"):
        client.get(f"/rapport/{token}/organisaties", 404)
    cut(opened)
    client.get(f"{opened.report}/organisaties", 404)
    publish(opened)
    close_round(app, other.id)

    assert "Een eerste gesprek" in client.get(f"{opened.report}/organisaties").words
    assert "Een eerste gesprek" not in client.get(f"{other.report}/organisaties").words
    assert "library van Taalnetwerk Waterdam" not in client.get(f"{other.report}/organisaties").words


def test_a_document_of_another_format_is_an_error_of_ours(
    app: Flask, client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    close_round(app, opened.id)
    connection.execute(delete(ReportEdition))
    connection.execute(update(PublishedProfile).values(document='{"format": 9}'))

    assert "Er ging bij ons iets mis" in client.get(f"{opened.report}/organisaties", 503).words


def test_the_command_shows_the_document_as_it_is_stored(
    app: Flask, run: Run, fails: Callable[..., str], client: PageClient, opened: OpenRound, connection: Connection
) -> None:
    show = ("results", "show", "Taalnetwerk Waterdam", "--profile")
    assert fails(*show) == "'Taalnetwerk Waterdam' does not have a published round with profiles of organisations."
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    close_round(app, opened.id)

    (line,) = run(*show)

    assert line == connection.execute(select(PublishedProfile.document)).scalar_one()
    assert json.loads(line)["questionnaire"] == "organisatieprofiel"
    assert run(*show, "--round", "1") == [line]
    assert "published results of round 2" in fails(*show, "--round", "2")


def test_the_editors_link_leads_to_the_report_afterwards(app: Flask, client: PageClient, opened: OpenRound) -> None:
    say(client, opened, ADA, first={"rf-tasks.intake": "do"})
    close_round(app, opened.id)

    for rest in ("", "/first"):
        assert client.get(profile_of(opened, ADA) + rest, 303).location.startswith(opened.report)
