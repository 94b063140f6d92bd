"""One network on one screen: what is there, for whom, and what never is."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import Contact, Network, PartnerOrganisation
from survey.models.account import Role
from tests.endings import published_unreleased
from tests.factories import (
    NETWORK,
    OpenRound,
    add_network,
    close_round,
    key_of,
    make_round,
    open_next_round,
    sign_in,
    statements,
)
from tests.factories import answer as answer_all
from tests.networks import audited, make_network
from tests.pages import HOST, PageClient


def test_everything_is_on_one_screen(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)

    page = client.get(f"/netwerken/{network.id}")

    for words in ("Utrecht", "Joris Veenstra", "Hanna Bos", "library 000", "p1@library.example", "nog geen ronde"):
        assert words in page.words
    assert "Je kunt 3 mensen uitnodigen." in page.words
    assert "het hele netwerk: te weinig mensen voor een resultaat" in page.words


def test_it_says_which_groups_can_have_a_result(app: Flask, client: PageClient) -> None:
    network = make_network(app, {"library": 5, "municipality": 6})
    sign_in(app, client)

    words = client.get(f"/netwerken/{network.id}").words

    assert "Bibliotheek (5): een eigen resultaat kan" in words
    assert "Overige partners (6): een eigen resultaat kan" in words


def test_without_organisations_it_says_where_to_begin(app: Flask, client: PageClient) -> None:
    network = make_network(app, {})
    sign_in(app, client)

    assert "Begin met de bibliotheek" in client.get(f"/netwerken/{network.id}").words


@pytest.mark.parametrize("role", ["coordinator", "adviser", "administrator"])
def test_no_page_tells_who_sent_in(app: Flask, client: PageClient, opened: OpenRound, role: Role) -> None:
    """Disclosure rule R10: within the hour nothing at all differs by whether somebody answered."""
    sign_in(app, client, role=role)
    addresses = ["/netwerken", f"/netwerken/{opened.network_id}", *pages_within(app, opened)]
    before = [client.http.get(each, base_url=HOST).data for each in addresses]

    answer_all(app, opened.tokens[0], statements(4))

    after = [client.http.get(each, base_url=HOST).data for each in addresses]
    assert [without_token(page) for page in after] == [without_token(page) for page in before]


def pages_within(app: Flask, opened: OpenRound) -> list[str]:
    with app.app_context(), reading() as session:
        contacts = session.scalars(select(Contact.id).where(Contact.network_id == opened.network_id)).all()
        organisations = session.scalars(select(PartnerOrganisation.id)).all()
    doors = [f"/contacten/{each}/{door}" for each in contacts for door in ("bewerken", "samenvoegen")]
    for each in organisations:
        doors += [f"/organisaties/{each}/{door}" for door in ("bewerken", "verwijderen", "samenvoegen")]
        doors.append(f"/organisaties/{each}/contacten/nieuw")
    return [*doors, f"/netwerken/{opened.network_id}/bewerken"]


def without_token(page: bytes) -> str:
    lines = page.decode().splitlines()
    return "\n".join(line for line in lines if "csrf_token" not in line)


def test_the_totals_of_an_open_round_are_by_the_hour(
    app: Flask, client: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(app, client)
    answer_all(app, opened.tokens[0], statements(4))
    address = f"/netwerken/{opened.network_id}"
    assert "0 van de 3" in client.get(address).words

    in_an_hour = clock.now() + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: in_an_hour)

    assert "1 van de 3" in client.get(address).words


@pytest.mark.parametrize(("role", "reads"), [("coordinator", True), ("adviser", True), ("administrator", False)])
def test_an_administrator_reads_no_report_by_that_role(app: Flask, client: PageClient, role: Role, reads: bool) -> None:
    opened = make_round(app, {"library": 6, "municipality": 6})
    for token in opened.tokens:
        answer_all(app, token, statements(4))
    close_round(app, opened.id)
    address = "joris.veenstra@taalsteun.example" if role == "adviser" else f"{role}@taalsteun.example"
    sign_in(app, client, role=role, address=address)

    for page in ("/netwerken", "/rondes", f"/netwerken/{opened.network_id}"):
        assert (f"/rondes/{opened.id}/rapport" in client.get(page).links()) == reads, page


def test_an_administrator_who_is_the_adviser_reads_it(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 6, "municipality": 6})
    for token in opened.tokens:
        answer_all(app, token, statements(4))
    close_round(app, opened.id)
    sign_in(app, client, role="administrator")

    assert f"/rondes/{opened.id}/rapport" in client.get(f"/netwerken/{opened.network_id}").links()


def test_the_reports_of_earlier_rounds_stay_in_the_list(app: Flask, client: PageClient) -> None:
    first = published_unreleased(app)
    at = clock.now() + timedelta(days=100)
    with app.app_context(), writing() as session:
        network = session.get_one(Network, first.network_id)
        second = open_next_round(session, network=network, key=key_of(app), at=at)
    close_round(app, second.id, at=at + timedelta(days=30))
    sign_in(app, client)

    page = client.get(f"/netwerken/{first.network_id}")

    found = [link for link in page.links() if link.endswith("/rapport")]
    assert found == [f"/rondes/{each.id}/rapport" for each in (second, first)]
    said = page.words
    assert "Rapport van ronde 2" in said
    assert said.count("deelnemers kunnen het nog niet lezen") == 1


def test_a_report_stands_within_the_menu_with_a_way_back(app: Flask, client: PageClient) -> None:
    opened = published_unreleased(app)
    sign_in(app, client)
    page = client.get(f"/rondes/{opened.id}/rapport")
    assert page.all("nav", aria_label="Hoofdmenu")
    assert {f"/netwerken/{opened.network_id}", f"{opened.report}?taal=nl", "?taal=en"} <= set(page.links())
    assert not [link for link in page.links() if link.endswith("/delen")]


def test_a_foreign_network_is_not_there(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example", role="administrator")

    for address in (f"/netwerken/{opened.network_id}", *pages_within(app, opened)):
        client.get(address, 404)


def test_a_coordinator_sees_only_the_own_network(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    with app.app_context(), writing() as session:
        other = add_network(session, members={"library": 1}, name="Taalnetwerk Zandrijk")

    client.get(f"/netwerken/{opened.network_id}")
    client.get(f"/netwerken/{other.id}", 404)


def test_an_archived_network_can_be_read_and_not_changed(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    page = client.get(f"/netwerken/{network.id}")

    archived = client.follow(client.submit(page, {}, form={"action": f"/netwerken/{network.id}/archiveren"}))

    assert "is gearchiveerd sinds" in archived.words
    assert not [link for link in archived.links() if link.endswith(("bewerken", "nieuw"))]
    form = client.get(f"/netwerken/{network.id}/organisaties/nieuw")
    refused = client.submit(form, {"name": "Welzijn", "kind": "welfare"}, 422)
    assert f"'{NETWORK}' is gearchiveerd" in refused.words
    back = client.submit(archived, {}, form={"action": f"/netwerken/{network.id}/terughalen"})
    assert "Het netwerk is terug." in client.follow(back).words
    assert audited(app) == ["network.archived", "network.brought_back"]


def test_a_network_with_an_open_round_is_not_archived(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)
    page = client.get(f"/netwerken/{opened.network_id}")

    told = client.follow(client.submit(page, {}, form={"action": f"/netwerken/{opened.network_id}/archiveren"}))

    assert "Er is een ronde open. Sluit die eerst." in told.words
    assert "gearchiveerd sinds" not in told.words
    assert audited(app) == []
