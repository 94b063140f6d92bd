"""Adding, changing, deleting and merging partner organisations."""

import pytest
from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import Contact, Network, PartnerOrganisation
from tests.factories import NETWORK, OpenRound, sign_in
from tests.networks import audit_rows, audited, contact, count, make_network, organisation
from tests.pages import PageClient


def add(
    client: PageClient, network_id: object, name: str, status: int = 303, kind: str = "welfare", **more: str
) -> str:
    page = client.get(f"/netwerken/{network_id}/organisaties/nieuw")
    told = client.submit(page, {"name": name, "kind": kind, **more}, status)
    return told.location if status == 303 else told.words


def test_a_coordinator_adds_an_organisation(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")

    assert add(client, network.id, "Welzijn  Waterdam") == f"/netwerken/{network.id}"

    page = client.get(f"/netwerken/{network.id}")
    assert "Welzijn Waterdam welzijnsorganisatie" in page.words
    assert audited(app) == ["organisation.added"]


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("", "welfare", "Geef de organisatie een naam."),
        ("\u200f\x07", "welfare", "Geef de organisatie een naam."),
        ("x" * 201, "welfare", "Er passen hoogstens 200 tekens."),
        (f"library van {NETWORK}", "library", "heeft al een organisatie"),
        ("Nieuw", "bakery", "Dit klopt nog niet"),
        ("Nieuw", "", "Dit klopt nog niet"),
    ],
)
def test_what_is_wrong_is_said(app: Flask, client: PageClient, name: str, kind: str, sentence: str) -> None:
    network = make_network(app)
    sign_in(app, client)

    assert sentence in add(client, network.id, name, 422, kind)
    assert count(app, PartnerOrganisation) == 2
    assert audit_rows(app) == []


@pytest.mark.parametrize("name", ["LIBRARY  van taalnetwerk waterdam", "Stichting Library van Taalnetwerk Waterdam"])
def test_what_looks_like_another_is_added_by_a_second_button(app: Flask, client: PageClient, name: str) -> None:
    network = make_network(app)
    sign_in(app, client)

    warned = add(client, network.id, name, 422)
    assert f"Dit lijkt op 'library van {NETWORK}'" in warned
    assert "Het is een andere: voeg toch toe" in warned
    assert count(app, PartnerOrganisation) == 2

    add(client, network.id, name, anyway="1")
    assert count(app, PartnerOrganisation) == 3


def test_the_second_button_does_not_add_the_same_name_twice(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)

    assert "heeft al een organisatie" in add(client, network.id, f"library van {NETWORK}", 422, anyway="1")


def test_of_two_people_at_the_same_time_the_second_is_asked(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    address = f"/organisaties/{organisation(app, 'library').id}/bewerken"
    mine, theirs = client.get(address), client.get(address)
    client.submit(theirs, {"name": "Bibliotheek Waterdam", "kind": "support"})

    asked = client.submit(mine, {"name": "De Bieb"}, 422)

    assert "Nu staat er: Bibliotheek Waterdam" in asked.words
    assert "Nu staat er: landelijke of regionale steun" in asked.words
    client.submit(asked, {})
    assert organisation(app, "library").name == "De Bieb"


def test_a_deleted_one_is_gone_for_who_still_edits_it(app: Flask, client: PageClient) -> None:
    make_network(app, {"library": 0, "municipality": 1})
    sign_in(app, client)
    of = organisation(app, "library").id
    page = client.get(f"/organisaties/{of}/bewerken")

    client.submit(client.get(f"/organisaties/{of}/verwijderen"), {})

    client.submit(page, {"name": "Nog een keer"}, 404)
    assert audited(app) == ["organisation.deleted"]


def test_what_is_in_use_is_not_deleted_and_there_is_no_button_for_it(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    door = f"/organisaties/{organisation(app, 'library').id}"

    page = client.get(f"{door}/verwijderen")
    assert "staan nog contactpersonen (2, ook gearchiveerde)" in page.words
    assert page.all("form", id="answers") == []
    assert not page.title.startswith("Fout:")

    token = client.get(f"{door}/bewerken").form().fields["csrf_token"]
    refused = client.post(f"{door}/verwijderen", {"csrf_token": token}, 422)
    assert "staan nog contactpersonen (2, ook gearchiveerde)" in refused.words
    assert refused.title.startswith("Fout:")
    assert refused.one("div", role="alert").get("id") == "mistakes"
    assert count(app, PartnerOrganisation) == 2


def test_in_an_archived_network_nothing_can_be_deleted(app: Flask, client: PageClient) -> None:
    network = make_network(app, {"library": 0, "municipality": 1})
    with app.app_context(), writing() as session:
        session.get_one(Network, network.id).archived_at_utc = clock.now()
    sign_in(app, client)

    page = client.get(f"/organisaties/{organisation(app, 'library').id}/verwijderen")

    assert "is gearchiveerd" in page.words
    assert page.all("form", id="answers") == []


def test_somebody_who_is_added_meanwhile_keeps_the_organisation(app: Flask, client: PageClient) -> None:
    make_network(app, {"library": 0, "municipality": 1})
    sign_in(app, client)
    door = f"/organisaties/{organisation(app, 'library').id}"
    page = client.get(f"{door}/verwijderen")
    client.submit(client.get(f"{door}/contacten/nieuw"), {"name": "Samira Bakker"})

    refused = client.submit(page, {}, 422)

    assert "staan nog contactpersonen (1, ook gearchiveerde)" in refused.words
    assert refused.all("form", id="answers") == []


def test_while_a_round_is_open_nothing_is_deleted_merged_or_of_another_kind(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client)
    library, desk = organisation(app, "library"), organisation(app, "municipality")
    door = f"/organisaties/{library.id}"

    token = client.get(f"{door}/bewerken").form().fields["csrf_token"]
    assert client.get(f"{door}/verwijderen").all("form", id="answers") == []
    deleted = client.post(f"{door}/verwijderen", {"csrf_token": token}, 422)
    kind = client.submit(client.get(f"{door}/bewerken"), {"kind": "work"}, 422)
    looked = client.get(f"{door}/samenvoegen?met={desk.id}")
    merged = client.post(f"{door}/samenvoegen", {"csrf_token": token, "other": str(desk.id)}, 422)

    assert "kun je geen organisatie verwijderen" in deleted.words
    assert "blijft de soort zoals die was" in kind.words
    assert "kun je niets samenvoegen" in looked.words
    assert "kun je niets samenvoegen" in merged.words
    assert audit_rows(app) == []


def test_merging_shows_what_moves_and_moves_it(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    kept, other = organisation(app, "municipality"), organisation(app, "library")
    client.submit(client.get(f"/contacten/{contact(app, 'library 001').id}/bewerken"), {"name": "municipality 000"})
    client.get(f"/organisaties/{kept.id}/samenvoegen")

    page = client.get(f"/organisaties/{kept.id}/samenvoegen?met={other.id}")
    assert "2 contactpersonen gaan mee" in page.words
    assert "Deze namen staan er dan dubbel: municipality 000." in page.words
    client.submit(page, {})
    again = client.submit(page, {}, 422)
    assert "Misschien is er al samengevoegd" in again.words

    assert count(app, PartnerOrganisation) == 1
    assert count(app, Contact) == 3
    assert contact(app, "library 000").partner_organisation_id == kept.id
    assert "3 contactpersonen" in client.get(f"/netwerken/{network.id}").words
    assert audit_rows(app)[-1] == ("organisation.merged", {"contacts": 2})


@pytest.mark.parametrize("whose", ["own", "foreign", "none"])
def test_nothing_merges_with_itself_or_with_what_is_elsewhere(app: Flask, client: PageClient, whose: str) -> None:
    network, foreign = make_network(app), make_network(app, name="Taalnetwerk Zandrijk")
    sign_in(app, client)
    kept = organisation(app, "library", network.id)
    other = {"own": kept.id, "foreign": organisation(app, "library", foreign.id).id, "none": "x"}[whose]
    token = client.get(f"/organisaties/{kept.id}/bewerken").form().fields["csrf_token"]

    client.post(f"/organisaties/{kept.id}/samenvoegen", {"csrf_token": token, "other": str(other)}, 422)

    assert count(app, PartnerOrganisation) == 4
