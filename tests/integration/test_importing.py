"""Import partners of one network: seen first, row by row, then carried out as a whole."""

from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from survey.database import reading, writing
from survey.models import AuditEvent, Contact, PartnerOrganisation, StagedImport
from tests.factories import NETWORK, add_network, sign_in
from tests.importing import decide, do_import, give, one_network, plan
from tests.pages import PageClient
from tests.spreadsheets import HEADINGS, workbook

PEOPLE = (
    HEADINGS,
    ("Bibliotheek Waterdam", "bieb", "Noor de Boer", "noor@bieb.example", "taalcoach", "Nederlands", "ja"),
    ("Bibliotheek Waterdam", None, "Tim Groen", "Tim Groen <TIM@bieb.example>", None, "Engels", None),
    ("Welzijn Waterdam", "Welzijnsorganisatie", "Ada Vos", "geen", None, None, "nee"),
)


@pytest.fixture
def network_id(app: Flask, client: PageClient) -> UUID:
    with app.app_context(), writing() as session:
        return add_network(session, members={"municipality": 2}).id


def contacts(app: Flask) -> dict[str, Contact]:
    with app.app_context(), reading() as session:
        return {contact.name: contact for contact in session.scalars(select(Contact).order_by(Contact.name))}


def test_a_coordinator_sees_what_would_happen_and_then_it_does(
    app: Flask, client: PageClient, network_id: UUID
) -> None:
    sign_in(app, client, role="coordinator")

    page = plan(client, one_network(network_id), workbook(*PEOPLE))

    assert "2 organisaties erbij, 3 contactpersonen erbij" in page.words
    assert len(contacts(app)) == 2
    done = client.follow(decide(client, page))
    assert "2 organisaties erbij, 3 contactpersonen erbij" in done.words
    made = contacts(app)
    noor, tim, ada = made["Noor de Boer"], made["Tim Groen"], made["Ada Vos"]
    assert (noor.address, noor.job, noor.language, noor.names_profile) == ("noor@bieb.example", "taalcoach", "nl", True)
    assert (tim.address, tim.address_key, tim.language) == ("tim@bieb.example", "tim@bieb.example", "en")
    assert (ada.address, ada.address_key, ada.names_profile) == (None, None, False)
    with app.app_context(), reading() as session:
        kinds = {row.name: row.kind for row in session.scalars(select(PartnerOrganisation))}
        assert kinds["Bibliotheek Waterdam"] == "library"
        assert session.scalars(select(StagedImport)).all() == []


def test_the_same_file_twice_changes_nothing(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    do_import(client, one_network(network_id), workbook(*PEOPLE))
    before = [(each.id, each.version) for each in contacts(app).values()]

    page = plan(client, one_network(network_id), workbook(*PEOPLE))

    assert "3 rijen al precies zo" in page.words
    assert "Er valt niets te importeren" in page.words
    assert page.all("button", value="confirm") == []
    decide(client, page)  # somebody can still send it
    assert [(each.id, each.version) for each in contacts(app).values()] == before


def test_what_changed_is_shown_field_by_field_and_written(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    do_import(client, one_network(network_id), workbook(*PEOPLE))
    changed = ("Bibliotheek Waterdam", "Digitale hulp", "Noor Boer-Bos", "NOOR@bieb.example", "", "en", "nee")

    page = plan(client, one_network(network_id), workbook(HEADINGS, changed))

    assert "1 rij veranderd" in page.words
    for words in (
        "Naam: was Noor de Boer → wordt Noor Boer-Bos",
        "Taal: was Nederlands → wordt English",
        "Namens de organisatie: was ja → wordt nee",
        "Soort partner: was bibliotheek → wordt digitale hulp",
    ):
        assert words in page.words
    assert "Functie:" not in page.words, "an empty cell changes nothing"
    decide(client, page)
    noor = contacts(app)["Noor Boer-Bos"]
    assert (noor.address, noor.job, noor.language, noor.names_profile) == (
        "noor@bieb.example",
        "taalcoach",
        "en",
        False,
    )
    assert noor.version == 2


def test_a_name_at_an_organisation_gets_its_new_address(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    do_import(client, one_network(network_id), workbook(*PEOPLE))
    rows = (
        ("Welzijn Waterdam", "", "Ada Vos", "ada@welzijn.example"),
        ("Bibliotheek Waterdam", "", "Tim Groen", "t.groen@bieb.example"),
    )

    do_import(client, one_network(network_id), workbook(HEADINGS, *rows))

    made = contacts(app)
    assert made["Ada Vos"].address_key == "ada@welzijn.example"
    assert made["Tim Groen"].address_key == "t.groen@bieb.example"
    assert len(made) == 5


def test_skipped_rows_say_their_number_and_why(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    rows = (
        ("Bieb", "bieb", "Noor", "noor@x.example"),
        ("Bieb", "bieb", "Noor B", "Noor@X.example"),
        ("Bieb", "bieb", "Twee", "a@x.example; b@x.example"),
        ("Bieb", "bieb", "Fout", "geen adres van mij"),
        ("Bieb", "biebliotheek", "Soort", "soort@x.example"),
        ("Nieuw", "", "Zonder", "zonder@x.example"),
        ("", "bieb", "Nergens", "nergens@x.example"),
        ("Bieb", "bieb", "", "naamloos@x.example"),
    )

    page = plan(client, one_network(network_id), workbook(HEADINGS, *rows))

    assert "1 contactpersoon erbij, 7 rijen overgeslagen" in page.words
    for words in (
        "Rij 3 Bieb Noor B Gebeurt niet: Dit adres staat al in rij 2.",
        "Rij 4 Bieb Twee Gebeurt niet: Er staan 2 adressen in één cel.",
        "Rij 5 Bieb Fout Gebeurt niet: “geen adres van mij” is geen e-mailadres.",
        "Rij 6 Bieb Soort Gebeurt niet: “biebliotheek” is geen soort partner die we kennen. Bedoel je “bibliotheek”?",
        "Rij 7 Nieuw Zonder Gebeurt niet: De organisatie is nieuw, en het soort partner is niet ingevuld.",
        "Rij 8 – Nergens Gebeurt niet: Er staat geen organisatie.",
        "Rij 9 Bieb – Gebeurt niet: Er staat een e-mailadres zonder naam.",
    ):
        assert words in page.words
    decide(client, page)
    assert set(contacts(app)) == {"Noor", "municipality 000", "municipality 001"}


def test_almost_the_same_organisation_is_the_same_and_a_likely_one_is_told(
    app: Flask, client: PageClient, network_id: UUID
) -> None:
    sign_in(app, client, role="coordinator")
    rows = (
        ("Stichting Welzijn Waterdam", "welzijn", "A", "a@x.example"),
        ("welzijn  waterdam.", "", "B", "b@x.example"),
        ("Welzijn Waterdamm", "welzijn", "C", "c@x.example"),
    )

    page = plan(client, one_network(network_id), workbook(HEADINGS, *rows))

    assert "2 organisaties erbij, 3 contactpersonen erbij" in page.words
    assert "“welzijn waterdam.” is gelezen als “Stichting Welzijn Waterdam”" in page.words
    assert "“Welzijn Waterdamm” lijkt op “Stichting Welzijn Waterdam”" in page.words


def test_a_name_with_another_address_is_somebody_else_when_both_are_in_the_file(
    app: Flask, client: PageClient, network_id: UUID
) -> None:
    sign_in(app, client, role="coordinator")
    rows = (("Bieb", "bieb", "Jan", "jan@x.example"), ("Bieb", "", "Jan", "<Jan.2@x.example>"))

    page = plan(client, one_network(network_id), workbook(HEADINGS, *rows))

    assert "Rij 3 Bieb Jan jan.2@x.example nieuwe contactpersoon Bij deze organisatie is al iemand" in page.words
    decide(client, page)
    assert "2 rijen al precies zo" in plan(client, one_network(network_id), workbook(HEADINGS, *rows)).words


def test_of_an_address_without_a_name_the_organisation_is_added(
    app: Flask, client: PageClient, network_id: UUID
) -> None:
    sign_in(app, client)
    rows = (
        ("Bieb", "bieb", "", "naamloos@x.example"),
        ("Zaal", "", "", "zaal@x.example"),
        ("", "bieb", "", "nergens@x.example"),
        ("Fout", "biebliotheek", "", "fout@x.example"),
    )
    book = workbook(HEADINGS, *rows)

    page = plan(client, one_network(network_id), book)
    for words in (
        "Rij 2 Bieb – Gebeurt niet: Er staat een e-mailadres zonder naam. nieuwe organisatie",
        "Rij 3 Zaal – Gebeurt niet: Er staat een e-mailadres zonder naam. "
        "Gebeurt niet: De organisatie is nieuw, en het soort partner is niet ingevuld.",
        "Rij 4 – – Gebeurt niet: Er staat geen organisatie. Gebeurt niet: Er staat een e-mailadres zonder naam.",
        "Rij 5 Fout – Gebeurt niet: “biebliotheek” is geen soort partner",
    ):
        assert words in page.words
    decide(client, page)

    with app.app_context(), reading() as session:
        known = set(session.scalars(select(PartnerOrganisation.name)))
    assert known == {"Bieb", f"municipality van {NETWORK}"}
    assert len(contacts(app)) == 2
    again = plan(client, one_network(network_id), book)
    assert again.all("button", value="confirm") == []


def test_a_row_for_another_network_is_skipped(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    headings = ("Netwerk", "Provincie", *HEADINGS[:4])
    rows = (
        (NETWORK.upper(), "", "Bieb", "bieb", "A", "a@x.example"),
        ("Taalnetwerk Elders", "Utrecht", "Bieb", "bieb", "B", "b@x.example"),
    )

    page = plan(client, one_network(network_id), workbook(headings, *rows))

    assert "1 contactpersoon erbij, 1 rij overgeslagen" in page.words
    assert "Deze rij is voor een ander netwerk: “Taalnetwerk Elders”." in page.words
    assert "Provincie en gemeenten worden alleen gelezen als je meer netwerken tegelijk importeert." in page.words


def test_an_import_is_in_the_audit_log_by_its_counts(app: Flask, client: PageClient, network_id: UUID) -> None:
    account = sign_in(app, client, role="coordinator")

    do_import(client, one_network(network_id), workbook(*PEOPLE))

    with app.app_context(), reading() as session:
        (event,) = session.scalars(select(AuditEvent).where(AuditEvent.action == "import.carried_out"))
    assert (event.actor_id, event.object_id, event.network_id) == (account.id, network_id, network_id)
    assert event.details == {
        "added": 3,
        "changed": 0,
        "contacts_added": 3,
        "organisations_added": 2,
        "refused": 0,
        "skipped": 0,
        "unchanged": 0,
    }


def test_who_says_no_leaves_everything_as_it_was(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    page = plan(client, one_network(network_id), workbook(*PEOPLE))

    told = client.follow(decide(client, page, "cancel"))

    assert "Er is niets geïmporteerd." in told.words
    assert len(contacts(app)) == 2
    client.get(page.address, 404)


def test_a_file_that_is_no_list_is_refused_at_its_field(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")

    page = give(client, one_network(network_id), b"%PDF-1.7 ...", name="lijst.xlsx", status=422)

    assert page.title.startswith("Fout:")
    assert "Dit is een pdf." in page.words
    with app.app_context(), reading() as session:
        assert session.scalars(select(StagedImport)).all() == []


def test_no_file_at_all_is_said(app: Flask, client: PageClient, network_id: UUID) -> None:
    sign_in(app, client, role="coordinator")
    form = client.get(one_network(network_id)).form(id="give").fields

    page = client.post(one_network(network_id), form, 422)

    assert "Kies eerst een bestand." in page.words
