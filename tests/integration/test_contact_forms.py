"""Adding, changing, moving, archiving and merging contacts; what an open round forbids."""

from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import Contact, Invitation
from survey.queries import rounds
from survey.services import closing
from tests.factories import OpenRound, answer, close_round, key_of, open_next_round, sign_in, statements
from tests.networks import audit_rows, audited, contact, count, make_network, organisation
from tests.pages import PageClient


def add(app: Flask, client: PageClient, status: int = 303, **typed: str) -> str:
    page = client.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    told = client.submit(page, {"name": "Samira Bakker", **typed}, status)
    return client.follow(told).words if status == 303 else told.words


def test_a_contact_is_added_with_everything_that_is_known(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")

    words = add(app, client, address=" Samira@Bieb.example ", job="taalcoach", language="en", names_profile="y")

    assert "Samira Bakker taalcoach Samira@Bieb.example English namens de organisatie" in words
    assert contact(app, "Samira Bakker").address_key == "samira@bieb.example"
    assert audited(app) == ["contact.added"]


@pytest.mark.parametrize("typed", [{}, {"address": "samira@bieb.example"}])
def test_who_is_sent_twice_is_added_once(
    app: Flask, client: PageClient, opened: OpenRound, typed: dict[str, str]
) -> None:
    sign_in(app, client)
    page = client.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    twice = [client.submit(page, {"name": "Samira Bakker", **typed}) for _ in range(2)]

    assert twice[0].location == twice[1].location
    assert "Samira Bakker staat erbij." in client.follow(twice[1]).words
    assert count(app, Contact) == 4
    assert len(invitations(app, contact(app, "Samira Bakker").id)) == 1
    assert audited(app) == ["contact.added"]


def test_somebody_else_in_the_same_form_and_a_namesake_in_a_new_one_are_added(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    door = f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw"
    page = client.get(door)

    client.submit(page, {"name": "Samira Bakker"})
    client.submit(page, {"name": "Noor Bakker"})  # after the browser's way back
    client.submit(client.get(door), {"name": "Samira Bakker"})

    assert count(app, Contact) == 6
    assert audited(app) == ["contact.added"] * 3


def test_a_form_without_its_mark_adds_somebody_each_time(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    door = f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw"
    token = client.get(door).form().fields["csrf_token"]

    for _ in range(2):
        client.post(door, {"csrf_token": token, "name": "Samira Bakker", "language": "nl"})

    assert count(app, Contact) == 5


def test_who_was_erased_does_not_come_back_by_the_same_form(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    page = client.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    client.submit(page, {"name": "Samira Bakker"})
    with app.app_context(), writing() as session:
        row = session.get_one(Contact, contact(app, "Samira Bakker").id)
        row.name, row.erased_at_utc = "", row.added_at_utc

    client.submit(page, {"name": "Samira Bakker"}, 422)

    assert count(app, Contact) == 4


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "\x00 \u202e"}, "Geef de contactpersoon een naam."),
        ({"name": "x" * 201}, "Er passen hoogstens 200 tekens."),
        ({"address": "samira"}, "'samira' is geen e-mailadres"),
        ({"address": "a@b.nl, c@d.nl"}, "is geen e-mailadres"),
        ({"address": "a@b.nl\r\nBcc: c@d.nl"}, "is geen e-mailadres"),
        ({"address": "\u202ea@b.nl\u200f.example"}, "a@b.nl"),
        ({"address": "P0+bieb@library.example"}, "is al van een andere contactpersoon"),
        ({"job": "x" * 101}, "Er passen hoogstens 100 tekens."),
        ({"language": "xx"}, "Dit klopt nog niet"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    app: Flask, client: PageClient, typed: dict[str, str], sentence: str
) -> None:
    make_network(app)
    sign_in(app, client)
    if "\u202e" in typed.get("address", ""):
        assert sentence in add(app, client, 303, **typed)  # the marks are taken off, and what is left is an address
        return

    assert sentence in add(app, client, 422, **typed)
    assert count(app, Contact) == 3
    assert audit_rows(app) == []


def test_who_comes_while_a_round_is_open_is_invited_late(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)
    page = client.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    assert "tellen alleen mee in het totaal" in page.words

    add(app, client, address="samira@bieb.example")

    [late] = invitations(app, contact(app, "Samira Bakker").id)
    assert late.reporting_group is None


def invitations(app: Flask, contact_id: UUID) -> list[Invitation]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(Invitation).where(Invitation.contact_id == contact_id)))


def test_the_form_says_beforehand_what_stays_while_the_round_is_open(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client)
    edit = f"/contacten/{contact(app, 'library 000').id}/bewerken"

    page = client.get(edit)
    assert page.one("input", name="address").get("readonly") is not None
    assert page.one("input", name="address").get("aria-describedby") == "address-h"
    assert "Klopt het niet? Verbeter het bij ‘Wie is uitgenodigd’." in page.words
    assert "Verplaatsen kan na de sluiting." in page.words
    client.submit(page, {"job": "taalcoach"})

    close_round(app, opened.id)
    page = client.get(edit)
    assert page.one("input", name="address").get("readonly") is None
    assert "na de sluiting" not in page.words.casefold()


def test_who_is_invited_without_an_address_gets_one_after_the_round(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client)
    client.submit(
        client.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw"), {"name": "Samira Bakker"}
    )
    edit = f"/contacten/{contact(app, 'Samira Bakker').id}/bewerken"
    page = client.get(edit)
    assert page.one("input", name="address").get("readonly") is not None
    assert "zonder adres uitgenodigd" in page.words
    client.submit(page, {"address": "samira@bieb.example"}, 422)

    close_round(app, opened.id)
    client.submit(client.get(edit), {"address": "samira@bieb.example"})

    assert contact(app, "Samira Bakker").address == "samira@bieb.example"


@pytest.mark.parametrize("has_sent_in", [False, True])
def test_the_address_of_who_is_invited_does_not_change(
    app: Flask, client: PageClient, opened: OpenRound, has_sent_in: bool
) -> None:
    sign_in(app, client)
    if has_sent_in:
        answer(app, opened.tokens[0], statements(4))
    other = organisation(app, "municipality")
    page = client.get(f"/contacten/{contact(app, 'library 000').id}/bewerken")

    address = client.submit(page, {"address": "nieuw@library.example"}, 422)
    moved = client.submit(page, {"organisation": str(other.id)}, 422)
    client.submit(page, {"name": "Samira Bakker", "job": "taalcoach"})

    assert "Klopt het niet? Verbeter het bij ‘Wie is uitgenodigd’." in address.words
    assert "Verplaatsen kan na de sluiting." in moved.words
    assert contact(app, "Samira Bakker").address == "p0@library.example"
    assert audit_rows(app) == [("contact.changed", {"fields": ["job", "name"]})]


def test_a_contact_moves_within_the_network(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    target = organisation(app, "municipality")
    page = client.get(f"/contacten/{contact(app, 'library 000').id}/bewerken")

    client.submit(page, {"organisation": str(target.id), "address": "nieuw@waterdam.example"})

    moved = contact(app, "library 000")
    assert (moved.partner_organisation_id, moved.address_key) == (target.id, "nieuw@waterdam.example")
    assert audit_rows(app) == [("contact.changed", {"fields": ["address", "partner_organisation_id"]})]


def test_a_contact_does_not_move_to_another_network(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    foreign = make_network(app, {"welfare": 1}, "Taalnetwerk Zandrijk")
    sign_in(app, client)
    page = client.get(f"/contacten/{contact(app, 'library 000').id}/bewerken")

    client.submit(page, {"organisation": str(organisation(app, "welfare", foreign.id).id)}, 422)
    client.submit(page, {"organisation": "x", "network_id": str(foreign.id)}, 422)

    assert contact(app, "library 000").network_id == network.id


def test_of_two_people_at_the_same_time_the_second_is_asked(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    address = f"/contacten/{contact(app, 'library 000').id}/bewerken"
    mine, theirs = client.get(address), client.get(address)
    client.submit(theirs, {"job": "directeur", "names_profile": "y", "address": ""})

    asked = client.submit(mine, {"job": "taalcoach"}, 422)

    for words in ("Nu staat er: directeur", "Nu staat er: ja", "Nu staat er: niets"):
        assert words in asked.words
    client.submit(asked, {})
    assert contact(app, "library 000").job == "taalcoach"


def test_an_archived_contact_is_folded_away_and_not_invited(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    away = contact(app, "library 000").id

    archive(client, away)

    assert "1 gearchiveerde contactpersoon" in client.get(f"/netwerken/{network.id}").words
    with app.app_context(), writing() as session:
        opened = open_next_round(session, network=network, key=key_of(app))
        assert away not in rounds.invited_contacts(session, round_id=opened.id)
    bring_back(client, away)
    assert len(invitations(app, away)) == 1  # back while the round is open: invited late
    assert audited(app) == ["contact.archived", "contact.brought_back"]


def archive(client: PageClient, contact_id: UUID) -> None:
    page = client.get(f"/contacten/{contact_id}/bewerken")
    client.submit(page, {}, form={"action": f"/contacten/{contact_id}/archiveren"})


def bring_back(client: PageClient, contact_id: UUID) -> None:
    page = client.get(f"/contacten/{contact_id}/bewerken")
    client.submit(page, {}, form={"action": f"/contacten/{contact_id}/terughalen"})


def test_archiving_leaves_what_was_sent_in_and_the_link(app: Flask, client: PageClient, opened: OpenRound) -> None:
    answer(app, opened.tokens[0], statements(4))
    sign_in(app, client)
    away = contact(app, "library 000").id

    archive(client, away)

    client.get(f"/v/{opened.tokens[0]}")
    with app.app_context(), writing() as session:
        assert rounds.count_invited(session, round_id=opened.id) == 3
        assert len(rounds.lock_sent_in(session, round_id=opened.id)) == 1
    bring_back(client, away)
    assert len(invitations(app, away)) == 1


def test_merging_fills_in_what_was_missing(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    kept, other = contact(app, "library 000"), contact(app, "library 001")
    client.submit(client.get(f"/contacten/{kept.id}/bewerken"), {"address": ""})
    client.submit(client.get(f"/contacten/{other.id}/bewerken"), {"job": "taalcoach"})

    page = client.get(f"/contacten/{kept.id}/samenvoegen?met={other.id}")
    assert "Het adres p1@library.example gaat mee." in page.words
    client.submit(page, {})

    assert count(app, Contact) == 2
    merged = contact(app, "library 000")
    assert (merged.address_key, merged.job) == ("p1@library.example", "taalcoach")
    assert audited(app)[-1] == "contact.merged"


def test_merging_keeps_one_link_of_each_round_before(app: Flask, client: PageClient, opened: OpenRound) -> None:
    close_round(app, opened.id)
    sign_in(app, client)
    kept, other = contact(app, "library 000"), contact(app, "library 001")

    page = client.get(f"/contacten/{kept.id}/samenvoegen?met={other.id}")
    assert "Het adres p0@library.example blijft. Het adres p1@library.example verdwijnt." in page.words
    client.submit(page, {})

    assert len(invitations(app, kept.id)) == 1
    assert count(app, Contact) == 2


@pytest.mark.parametrize("is_closed", [False, True])
def test_contacts_do_not_merge_until_the_results_are_there(
    app: Flask, client: PageClient, opened: OpenRound, is_closed: bool
) -> None:
    if is_closed:
        with app.app_context(), writing() as session:
            closing.cut(session, round_id=opened.id, at=clock.now())
    sign_in(app, client)
    kept, other = contact(app, "library 000"), contact(app, "library 001")
    token = client.get(f"/contacten/{kept.id}/bewerken").form().fields["csrf_token"]

    refused = client.post(f"/contacten/{kept.id}/samenvoegen", {"csrf_token": token, "other": str(other.id)}, 422)

    assert "kun je niets samenvoegen" in refused.words
    assert count(app, Contact) == 3


def test_an_erased_contact_is_not_there(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    gone = contact(app, "library 000").id
    with app.app_context(), writing() as session:
        row = session.get_one(Contact, gone)
        row.name, row.address, row.address_key, row.erased_at_utc = "", None, None, row.added_at_utc

    client.get(f"/contacten/{gone}/bewerken", 404)
    assert "2 contactpersonen" in client.get(f"/netwerken/{network.id}").words


def test_nothing_of_a_foreign_network_is_written(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)
    token = client.get("/netwerken/nieuw").form().fields["csrf_token"]
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")
    token = client.get("/netwerken/nieuw").form().fields["csrf_token"]
    there, place = contact(app, "library 000"), organisation(app, "library")

    for door in (
        f"/contacten/{there.id}/archiveren",
        f"/contacten/{there.id}/bewerken",
        f"/organisaties/{place.id}/bewerken",
        f"/organisaties/{place.id}/verwijderen",
        f"/organisaties/{place.id}/contacten/nieuw",
        f"/netwerken/{place.network_id}/archiveren",
        f"/netwerken/{place.network_id}/terughalen",
        f"/netwerken/{place.network_id}/bewerken",
        f"/netwerken/{place.network_id}/organisaties/nieuw",
        f"/netwerken/{place.network_id}/coordinatoren",
    ):
        client.post(door, {"csrf_token": token, "name": "Gekaapt"}, 404)
    assert audit_rows(app) == []
