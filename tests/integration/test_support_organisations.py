"""Administrators add, change, archive and bring back support organisations."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import AuditEvent, Round, SupportOrganisation
from survey.models.account import Account
from tests.pages import Page, PageClient
from tests.two_organisations import World, enter, make_world

NEW = "/beheer/ondersteuningsorganisaties/nieuw"


@pytest.fixture
def world(app: Flask, connection: Connection) -> World:
    return make_world(app)


@pytest.fixture
def administrator(client: PageClient, world: World) -> PageClient:
    enter(client, world, "administrator")
    return client


def page_of(support_id: UUID) -> str:
    return f"/beheer/ondersteuningsorganisaties/{support_id}"


def organisation(app: Flask, support_id: UUID) -> SupportOrganisation:
    with app.app_context(), reading() as session:
        return session.get_one(SupportOrganisation, support_id)


def named(app: Flask, name: str) -> list[SupportOrganisation]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(SupportOrganisation).where(SupportOrganisation.name == name)))


def add(client: PageClient, status: int = 303, **fields: str) -> Page:
    return client.submit(client.get(NEW), fields, status, form={"class": "flow"})


def change(client: PageClient, page: Page, status: int = 303, **fields: str) -> Page:
    return client.submit(page, fields, status, form={"id": "settings"})


def noted(app: Flask) -> list[tuple[str, Any]]:
    with app.app_context(), reading() as session:
        theirs = select(AuditEvent).where(AuditEvent.object_kind == "support_organisation")
        events = session.scalars(theirs.order_by(AuditEvent.at_utc))
        return [(event.action.partition(".")[2], event.details) for event in events if "logo" not in event.action]


def test_a_support_organisation_is_added(app: Flask, administrator: PageClient) -> None:
    page = administrator.follow(add(administrator, name="  Taalsteun Oost ", sender_name="Team Oost"))

    assert page.one("h1").find("bdi") is not None
    assert "Er zijn nog geen adviseurs" in page.words
    (made,) = named(app, "Taalsteun Oost")
    assert (made.sender_name, made.contact_months, made.audit_months, made.questionnaires) == (
        "Team Oost",
        24,
        24,
        None,
    )
    assert noted(app) == [("added", {})]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Vul dit in"),
        ("name", "   ", "Vul dit in"),
        ("name", "x" * 201, "Dit heeft 201 tekens. Er passen er 200"),
        ("name", "taalsteun NOORD", "Er is al een ondersteuningsorganisatie met deze naam"),
        ("name", "Taalsteun\r\nBcc: iedereen@voorbeeld.example", "onzichtbaar teken"),
        ("sender_name", "Taalsteun\nBcc: iedereen@voorbeeld.example", "onzichtbaar teken"),
        ("sender_name", "nee\u202egnp.exe", "onzichtbaar teken"),
        ("sender_name", "Taal\u2028steun", "onzichtbaar teken"),
        ("sender_name", "Taal\tsteun", "onzichtbaar teken"),
        ("sender_name", "x" * 201, "Er passen er 200"),
        ("sender_name", '"Directie" <baas@evil.example>', "laat @, < en > weg"),
        ("sender_name", "baas@evil.example", "laat @, < en > weg"),
        ("sender_name", "Taalsteun <Oost", "laat @, < en > weg"),
        ("sender_name", "baas\uff20evil.example", "laat @, < en > weg"),
        ("name", "baas@evil.example", "laat @, < en > weg"),
        ("invitation_nl", "x" * 2_001, "Er passen er 2000"),
        ("contact_months", "0", "van 1 tot en met 60"),
        ("contact_months", "61", "van 1 tot en met 60"),
        ("contact_months", "een jaar", "van 1 tot en met 60"),
        ("contact_months", "\u0661\u0662\u0663\u0664\u0665", "van 1 tot en met 60"),
        ("contact_months", "", "van 1 tot en met 60"),
        ("audit_months", "5", "van 6 tot en met 84"),
        ("audit_months", "85", "van 6 tot en met 84"),
        ("audit_months", "9" * 5_000, "van 6 tot en met 84"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    app: Flask, administrator: PageClient, field: str, value: str, sentence: str
) -> None:
    page = add(administrator, 422, **{"name": "Taalsteun Oost", field: value})

    assert page.title.startswith("Fout:")
    assert sentence in " ".join(page.one("p", id=f"{field}-e").itertext())
    assert named(app, "Taalsteun Oost") == []
    assert noted(app) == []


def test_a_sender_with_quotes_is_a_name(app: Flask, administrator: PageClient) -> None:
    add(administrator, name="Taalsteun Oost", sender_name='Stichting "De Taal" & co.')

    assert named(app, "Taalsteun Oost")[0].sender_name == 'Stichting "De Taal" & co.'


def test_what_no_page_can_hold_is_left_out(app: Flask, administrator: PageClient) -> None:
    add(administrator, name="Taal\x00steun\x85 O\u0308st")

    assert len(named(app, "Taalsteun Öst")) == 1


def test_texts_and_questionnaires_are_kept(app: Flask, administrator: PageClient, world: World) -> None:
    page = administrator.get(page_of(world.noord.id))
    fields = page.form(id="settings").fields
    del fields["all_questionnaires"]
    given = {"invitation_nl": "Fijn dat je meedoet.\r\n\r\nTot snel! ", "reminder_en": "Still time."}

    administrator.post(page_of(world.noord.id), {**fields, **given, "questionnaires": ["quick-scan"]})

    kept = organisation(app, world.noord.id)
    assert kept.texts == {"invitation": {"nl": "Fijn dat je meedoet.\n\nTot snel!"}, "reminder": {"en": "Still time."}}
    assert kept.questionnaires == ["quick-scan"]
    assert noted(app) == [("changed", {"fields": ["questionnaires", "texts"]})]
    again = administrator.get(page_of(world.noord.id)).form(id="settings").fields
    assert again["questionnaires"] == "quick-scan"
    assert "all_questionnaires" not in again
    assert again["invitation_nl"].strip() == "Fijn dat je meedoet.\n\nTot snel!"


def test_no_questionnaire_at_all_is_refused(app: Flask, administrator: PageClient, world: World) -> None:
    fields = administrator.get(page_of(world.noord.id)).form(id="settings").fields
    del fields["all_questionnaires"]

    page = administrator.post(page_of(world.noord.id), fields, 422)

    assert "Kies minstens één vragenlijst" in page.words
    assert organisation(app, world.noord.id).questionnaires is None


@pytest.mark.parametrize("forged", ["organisatieprofiel", "bestaat-niet", "../../etc/passwd"])
def test_a_questionnaire_that_is_not_offered_is_refused(
    app: Flask, administrator: PageClient, world: World, forged: str
) -> None:
    fields = administrator.get(page_of(world.noord.id)).form(id="settings").fields
    del fields["all_questionnaires"]

    administrator.post(page_of(world.noord.id), {**fields, "questionnaires": ["quick-scan", forged]}, 422)

    assert organisation(app, world.noord.id).questionnaires is None


def test_fields_that_no_form_has_set_nothing(app: Flask, administrator: PageClient, world: World) -> None:
    forged = {"id": str(world.midden.id), "archived_at_utc": "2020-01-01", "version_id": "9"}

    change(administrator, administrator.get(page_of(world.noord.id)), **forged, name="Taalsteun Noordoost")

    assert organisation(app, world.noord.id).name == "Taalsteun Noordoost"
    assert organisation(app, world.noord.id).archived_at_utc is None
    assert organisation(app, world.midden.id).name == "Taalsteun Midden"


def test_saving_without_a_change_notes_nothing(app: Flask, administrator: PageClient, world: World) -> None:
    change(administrator, administrator.get(page_of(world.noord.id)))

    assert noted(app) == []
    assert organisation(app, world.noord.id).version == 1


def test_of_two_who_change_it_the_second_is_asked_and_keeps_what_was_typed(
    app: Flask, administrator: PageClient, world: World
) -> None:
    old = administrator.get(page_of(world.noord.id))
    change(administrator, administrator.get(page_of(world.noord.id)), name="Taalsteun Boven")

    page = change(administrator, old, 422, sender_name="Team Noord")

    assert "Iemand anders heeft dit intussen veranderd" in page.words
    assert "Dit is intussen geworden: “Taalsteun Boven”" in page.words
    assert page.form(id="settings").fields["sender_name"] == "Team Noord"
    assert organisation(app, world.noord.id).sender_name is None
    change(administrator, page)
    assert organisation(app, world.noord.id).sender_name == "Team Noord"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "\u00b2"])
def test_a_forged_version_is_an_old_one(app: Flask, administrator: PageClient, world: World, version: str) -> None:
    change(administrator, administrator.get(page_of(world.noord.id)), 422, version=version, name="Anders")

    assert organisation(app, world.noord.id).name == "Taalsteun Noord"


def close_rounds(app: Flask) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(closed_at_utc=clock.now()))


def act(client: PageClient, support_id: UUID, what: str) -> Page:
    token = client.get(page_of(support_id)).form(id="settings").fields["csrf_token"]
    return client.follow(client.post(f"{page_of(support_id)}/{what}", {"csrf_token": token}))


def test_an_archived_organisation_locks_its_accounts_out_until_it_is_back(
    app: Flask, administrator: PageClient, world: World
) -> None:
    close_rounds(app)

    assert "Gearchiveerd op" in act(administrator, world.noord.id, "archiveren").words
    visitor = PageClient(app)
    enter(visitor, world, "adviser elsewhere")
    visitor.get("/netwerken", 303)

    assert "Gearchiveerd op" not in act(administrator, world.noord.id, "terughalen").words
    enter(visitor, world, "adviser elsewhere")
    visitor.get("/netwerken")
    assert [action for action, _ in noted(app)] == ["archived", "brought_back"]


def test_an_organisation_with_an_open_round_is_not_archived(
    app: Flask, administrator: PageClient, world: World
) -> None:
    assert "als er in de netwerken geen ronde meer loopt" in administrator.get(page_of(world.noord.id)).words

    assert "Archiveer na de sluiting" in act(administrator, world.noord.id, "archiveren").words

    assert organisation(app, world.noord.id).archived_at_utc is None


def test_nobody_archives_the_own_organisation(app: Flask, administrator: PageClient, world: World) -> None:
    close_rounds(app)
    assert "Archiveer deze ondersteuningsorganisatie" not in administrator.get(page_of(world.midden.id)).words

    assert "Je zou zelf niet meer kunnen inloggen" in act(administrator, world.midden.id, "archiveren").words

    assert organisation(app, world.midden.id).archived_at_utc is None


def test_the_page_shows_advisers_and_numbers_and_no_coordinators(administrator: PageClient, world: World) -> None:
    page = administrator.get(page_of(world.noord.id))

    assert "Begeleidt 2 netwerken. In 1 daarvan loopt een ronde" in page.words
    assert "adviser adviseur@noord.example Adviseur, 2 netwerken" in page.words
    assert "coordinator" not in page.words
    assert "Taalnetwerk Eems" not in page.words


def test_a_closed_account_stands_last_and_says_so(app: Flask, administrator: PageClient, world: World) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Account, world.noord.accounts["administrator"]).active = False

    rows = [" ".join(row.itertext()) for row in administrator.get(page_of(world.noord.id)).all("li", class_="row")]

    assert "gesloten" in rows[-1]
    assert "gesloten" not in rows[0]
