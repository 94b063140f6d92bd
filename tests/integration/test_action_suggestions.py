"""Suggestions for an action: by what the last report says for who reads it, and a form that they fill in."""

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, update

from survey import clock
from survey.database import writing
from survey.models import Account, Network, Round
from survey.models.account import Role
from tests.agreeing import every_action
from tests.endings import set_round
from tests.factories import (
    NETWORK,
    answer,
    close_round,
    make_round,
    sign_in,
    statements,
    the_questionnaire,
)
from tests.networks import make_network, organisation
from tests.pages import Page, PageClient

BY_THE_REPORT = "Bij wat het laatste rapport zegt"


def suggestions(client: PageClient, network_id: UUID) -> Page:
    return client.get(f"/netwerken/{network_id}/acties/voorstellen")


@pytest.fixture
def reported(app: Flask, connection: Connection) -> UUID:
    """A network whose released report names roles as what needs attention, and the rest as strong."""
    opened = make_round(app, {"library": 6, "welfare": 6})
    roles = the_questionnaire().page("roles")
    assert roles is not None
    for token in opened.tokens:
        answer(app, token, statements(5) | statements(2, on=roles))
    close_round(app, opened.id)
    set_round(app, opened.id, released_at_utc=clock.now())
    return opened.network_id


def test_without_a_report_all_themes_are_there_and_none_is_named(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    network = make_network(app)
    sign_in(app, client)

    page = suggestions(client, network.id)

    assert BY_THE_REPORT not in page.words
    assert len(page.all("details")) == 8
    assert len({link for link in page.links() if "voorstel=" in link}) == 75 + 7 * 3


def test_what_the_report_names_as_hardest_comes_first(app: Flask, client: PageClient, reported: UUID) -> None:
    sign_in(app, client)

    page = suggestions(client, reported)

    assert BY_THE_REPORT in page.words
    assert [each.text for each in page.all("section") for each in each.iter("h3")] == [
        "Rollen en taken: vraagt aandacht",
        "Ons gezamenlijke doel: op weg",  # "on the way or strong": the lower one counts
    ]
    summaries = [each.text for each in page.all("summary")]
    assert summaries[:3] == ["Rollen en taken", "Ons gezamenlijke doel", "De inzet van de gemeente: op weg"]
    assert len({link for link in page.links() if "voorstel=" in link}) == 75 + 7 * 3


def test_the_themes_are_those_of_the_reports_own_guide(app: Flask, client: PageClient, connection: Connection) -> None:
    """Several themes are on the way: the averages choose, and not the order of the questionnaire."""
    opened = make_round(app, {"library": 6, "welfare": 6})
    page = the_questionnaire().page("learning-action")
    assert page is not None
    for number, token in enumerate(opened.tokens):
        answer(app, token, statements(4) | statements(3 + number % 2, on=page))
    close_round(app, opened.id)
    set_round(app, opened.id, released_at_utc=clock.now())
    sign_in(app, client)

    named = [each.text for each in suggestions(client, opened.network_id).all("section") for each in each.iter("h3")]

    report = client.get(f"/rondes/{opened.id}/rapport")
    talks = [each.text for talk in report.all("div", class_="talk") for each in talk.iter("h3")]
    assert [each.partition(":")[0] for each in named] == talks
    assert talks[0] == "Leren en doen"


@pytest.mark.parametrize(
    ("role", "address", "reads"),
    [
        ("coordinator", "hanna@x.example", True),
        ("adviser", "ander@x.example", True),
        ("administrator", "b@x.example", False),
    ],
)
def test_who_reads_no_report_is_not_told_what_it_says(
    app: Flask, client: PageClient, reported: UUID, role: Role, address: str, reads: bool
) -> None:
    sign_in(app, client, role=role, address=address)

    page = suggestions(client, reported)

    assert (BY_THE_REPORT in page.words) == reads
    assert ("Rollen en taken: vraagt aandacht" in page.words) == reads
    assert len(page.all("details")) == 8


def test_a_report_that_was_not_released_names_nothing_yet(app: Flask, client: PageClient, reported: UUID) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(released_at_utc=None))
    sign_in(app, client)

    assert BY_THE_REPORT not in suggestions(client, reported).words


def test_a_suggestion_fills_in_the_form_and_is_changed(app: Flask, client: PageClient, reported: UUID) -> None:
    sign_in(app, client)
    page = client.get(f"/netwerken/{reported}/acties/nieuw?voorstel=shared-purpose:sp-low-a")
    fields = page.form(id="answers").fields

    assert (fields["what"] or "").startswith("Schrijf samen één doel in drie zinnen")
    assert fields["theme"] == "shared-purpose"
    assert fields["due_on"] == (clock.dutch_day(clock.now()) + timedelta(weeks=6)).isoformat()
    assert fields["owner_id"] == ""
    assert every_action(app) == []

    client.submit(page, {"what": "Schrijf ons doel op.", "person": "Hanna"})

    (row,) = every_action(app)
    assert (row.what, row.theme, row.suggestion_id) == ("Schrijf ons doel op.", "shared-purpose", "sp-low-a")
    assert row.round_id is not None


def test_who_the_guide_proposes_is_chosen_where_the_network_has_one(
    app: Flask, client: PageClient, reported: UUID
) -> None:
    guide = the_questionnaire().guide
    assert guide is not None
    found = {each.owners[0]: (theme.id, each.id) for theme in guide.themes for each in theme.actions}
    sign_in(app, client)
    library = str(organisation(app, "library").id)

    for owner, wanted in (("library", library), ("municipality", "")):
        theme, id = found[owner]
        page = client.get(f"/netwerken/{reported}/acties/nieuw?voorstel={theme}:{id}")
        assert page.form(id="answers").fields["owner_id"] == wanted


@pytest.mark.parametrize("which", ["", "x", "roles:x", ":", "roles:sp-low-a", "%00:%00", "a" * 5000])
def test_a_suggestion_that_is_not_there_is_a_blank_form(
    app: Flask, client: PageClient, reported: UUID, which: str
) -> None:
    sign_in(app, client)

    page = client.get(f"/netwerken/{reported}/acties/nieuw?voorstel={which}")

    assert page.form(id="answers").fields["what"] == ""


def test_it_is_in_the_language_of_the_page(app: Flask, client: PageClient, reported: UUID) -> None:
    sign_in(app, client)
    with app.app_context(), writing() as session:
        session.execute(update(Account).values(language="en"))

    page = client.get(f"/netwerken/{reported}/acties/nieuw?voorstel=shared-purpose:sp-low-a")

    assert (page.form(id="answers").fields["what"] or "").startswith("Together write one goal in three sentences")


@pytest.mark.parametrize(("asked", "version"), [("quick-scan", "1.0.0"), ("gone", "9.0.0")])
def test_after_a_scan_or_a_questionnaire_that_is_gone_there_are_suggestions_too(
    app: Flask, client: PageClient, reported: UUID, asked: str, version: str
) -> None:
    with app.app_context(), writing() as session:
        session.execute(
            update(Round).values(questionnaire_id=asked, questionnaire_version=version, released_at_utc=None)
        )
    sign_in(app, client)

    assert len(suggestions(client, reported).all("details")) == 8


def test_an_archived_network_has_no_way_to_take_one_over(app: Flask, client: PageClient, reported: UUID) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Network, reported).archived_at_utc = clock.now()
    sign_in(app, client)

    page = suggestions(client, reported)

    assert [link for link in page.links() if "voorstel=" in link] == []
    assert NETWORK in page.words
