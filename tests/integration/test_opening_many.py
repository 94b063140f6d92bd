"""The rounds of many networks at once: chosen, looked at, and opened by one press."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from survey import clock
from survey.advise.rounds import many as views
from survey.database import reading, writing
from survey.models import Account, AuditEvent, Contact, Network, PartnerOrganisation, PlannedRound
from survey.services import networks
from survey.work.orders import LOOK, Order
from tests.factories import add_members, close_round, in_days, make_round, sign_in
from tests.networks import audited, make_network
from tests.pages import Page, PageClient
from tests.planning import handed_over, plan, plan_of, planned, send, wish

WHERE = "/rondes/openen"


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What is handed to the worker."""
    return handed_over(monkeypatch, views)


def ask(client: PageClient, ids: Sequence[UUID], status: int = 200, **changes: object) -> Page:
    return send(client, WHERE, wish(networks=[str(each) for each in ids], **changes), status)


def row_of(page: Page, name: str) -> str:
    [row] = [row for row in page.one("table", class_="stack list readiness").iter("tr")
             if name in " ".join(row.itertext())]  # fmt: skip
    return " ".join(" ".join(row.itertext()).split())


def test_only_networks_without_an_open_round_are_offered(app: Flask, client: PageClient) -> None:
    make_round(app, name="Taalnetwerk Open")
    make_network(app, name="Taalnetwerk Dicht")
    archived = make_network(app, name="Taalnetwerk Weg")
    with app.app_context(), writing() as session:
        networks.archive(session, network=session.get_one(Network, archived.id), at=clock.now())
    sign_in(app, client)

    words = client.get(WHERE).words

    assert "Taalnetwerk Dicht" in words
    assert "1 netwerk zonder open ronde" in words
    assert "Taalnetwerk Open" not in words
    assert "Taalnetwerk Weg" not in words


def test_the_list_can_be_searched_and_narrowed(app: Flask, client: PageClient) -> None:
    for name in ("Taalnetwerk Waterdam", "Taalnetwerk Zandrijk"):
        make_network(app, name=name)
    sign_in(app, client)

    assert "Zandrijk" not in client.get(f"{WHERE}?zoek=waterdam").words
    assert "Waterdam" in client.get(f"{WHERE}?provincie=PV26").words
    assert "Waterdam" not in client.get(f"{WHERE}?provincie=PV31").words
    assert "Niets gevonden" in client.get(f"{WHERE}?zoek=nergens").words


def test_each_network_says_whether_it_can_open_and_what_it_can_show(app: Flask, client: PageClient) -> None:
    large = make_network(app, {"library": 8, "municipality": 8}, name="Taalnetwerk Groot")
    small = make_network(app, {"library": 2}, name="Taalnetwerk Klein")
    empty = make_network(app, {}, name="Taalnetwerk Leeg")
    closed = make_round(app, name="Taalnetwerk Net")
    close_round(app, closed.id)
    sign_in(app, client)

    page = ask(client, [large.id, small.id, empty.id, closed.network_id])

    assert "2 van 4 kunnen open" in page.words
    assert "een eigen resultaat: bibliotheek en overige partners" in row_of(page, "Groot")
    assert "16 16 ja" in row_of(page, "Groot")
    assert "te weinig antwoorden voor een resultaat" in row_of(page, "Klein")
    assert "heeft geen contactpersonen" in row_of(page, "Leeg")
    assert "90 dagen later" in row_of(page, "Taalnetwerk Net")
    assert plan_of(app, large.id) is None
    ticked = [box.get("value") for box in page.all("input", name="networks") if "checked" in box.attrib]
    assert set(ticked) == {str(large.id), str(small.id)}


def test_all_that_can_are_opened_by_one_order(app: Flask, client: PageClient, orders: list[Order]) -> None:
    can = [make_network(app, name=f"Taalnetwerk {number}") for number in range(3)]
    cannot = make_network(app, {}, name="Taalnetwerk Leeg")
    account = sign_in(app, client)

    done = ask(client, [*(each.id for each in can), cannot.id], 303, open="1", sender_name="Taalpunt")

    assert [order.workflow for order in orders] == [LOOK]
    for each in can:
        made = planned(app, each.id)
        assert (made.asked_by_id, made.sender_name, made.closes_on) == (account.id, "Taalpunt", in_days(21))
    assert plan_of(app, cannot.id) is None
    assert audited(app).count("round.opening_asked") == 3
    words = client.follow(done).words
    assert "3 rondes worden geopend" in words
    assert "daar hoef je niet op te wachten" in words
    assert "Niet alles kon open. 'Taalnetwerk Leeg' heeft geen contactpersonen" in words


def test_pressed_twice_or_by_two_it_says_that_they_were_opened(
    app: Flask, client: PageClient, orders: list[Order]
) -> None:
    can = [make_network(app, name=f"Taalnetwerk {number}").id for number in range(2)]
    sign_in(app, client)
    ask(client, can, 303, open="1")

    words = client.follow(ask(client, can, 303, open="1")).words

    assert "2 rondes waren al geopend" in words
    assert "Niet alles" not in words
    assert len(orders) == 1


def test_everything_in_the_list_is_one_tick(app: Flask, client: PageClient, orders: list[Order]) -> None:
    for name in ("Waterdam Oost", "Waterdam West", "Bergen"):
        make_network(app, name=name)
    sign_in(app, client)

    page = ask(client, [], everything="y", zoek="waterdam")

    assert "2 van 2 kunnen open" in page.words


def test_a_network_with_its_own_plan_opens_by_that(app: Flask, client: PageClient, orders: list[Order]) -> None:
    network = make_network(app)
    sign_in(app, client)
    plan(app, client, network.id, closes_on=in_days(40).isoformat(), sender_name="Eigen")

    page = ask(client, [network.id])
    assert "volgens het eigen plan" in row_of(page, network.name)
    ask(client, [network.id], 303, open="1", sender_name="Allen")

    assert (planned(app, network.id).sender_name, planned(app, network.id).closes_on) == ("Eigen", in_days(40))
    assert planned(app, network.id).asked_at_utc is not None


def test_what_waits_already_is_not_asked_again(app: Flask, client: PageClient, orders: list[Order]) -> None:
    network = make_network(app)
    sign_in(app, client)
    ask(client, [network.id], 303, open="1")
    first = planned(app, network.id).asked_at_utc

    assert "wacht al op openen" in row_of(ask(client, [network.id]), network.name)
    ask(client, [network.id], 303, open="1")

    assert planned(app, network.id).asked_at_utc == first
    assert len(orders) == 1


def test_on_a_later_day_nobody_is_told_yet(app: Flask, client: PageClient, orders: list[Order]) -> None:
    network = make_network(app)
    sign_in(app, client)

    ask(client, [network.id], 303, open="1", opens_on=in_days(4).isoformat())

    assert planned(app, network.id).opens_on == in_days(4)
    assert orders == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"closes_on": "2020-01-01"}, "al voorbij"),
        ({"closes_on": ""}, "Kies een dag"),
        ({"opens_on": in_days(30).isoformat()}, "eerder dan de openingsdag"),
    ],
)
def test_days_that_do_not_fit_open_nothing(
    app: Flask, client: PageClient, orders: list[Order], changes: dict[str, object], said: str
) -> None:
    network = make_network(app)
    sign_in(app, client)

    page = ask(client, [network.id], 422, open="1", **changes)

    assert said in page.words
    assert page.title.startswith("Fout:")
    assert plan_of(app, network.id) is None
    assert orders == []


def test_without_a_network_there_is_nothing_to_open(app: Flask, client: PageClient) -> None:
    make_network(app)
    sign_in(app, client)

    assert "Kies minstens één netwerk." in ask(client, [], 422).words


def test_a_network_of_somebody_else_is_not_there(app: Flask, client: PageClient, orders: list[Order]) -> None:
    ours = make_network(app)
    with app.app_context(), writing() as session:
        other = networks.add_support_organisation(session, name="Taalsteun Noord")
        adviser = networks.add_adviser(session, support=other, name="Noor", address="noor@noord.example")
        theirs = networks.add_network(session, adviser=adviser, name="Taalnetwerk Wad", province="Fryslân")
        add_members(session, theirs, "library", 3)
        theirs_id = theirs.id
    sign_in(app, client)

    page = ask(client, [theirs_id], 422, open="1")
    ask(client, [theirs_id, ours.id], 303, open="1")

    assert "Taalnetwerk Wad" not in page.text
    assert plan_of(app, theirs_id) is None
    assert planned(app, ours.id).asked_at_utc is not None
    assert len(orders) == 1


def test_three_hundred_and_fifty_are_asked_for_by_few_statements(
    app: Flask, client: PageClient, orders: list[Order]
) -> None:
    account = sign_in(app, client)
    add_many(app, account, 350)

    ask(client, [], 303, everything="y", open="1")

    assert len(orders) == 1
    with app.app_context(), reading() as session:
        asked = select(func.count()).select_from(PlannedRound).where(PlannedRound.asked_at_utc.is_not(None))
        assert session.scalar(asked) == 350
        noted = select(func.count()).select_from(AuditEvent).where(AuditEvent.action == "round.opening_asked")
        assert session.scalar(noted) == 350


def add_many(app: Flask, account: Account, number: int) -> None:
    with app.app_context(), writing() as session:
        for place in range(number):
            network = Network(
                support_organisation_id=account.support_organisation_id, adviser_id=account.id,
                name=f"Taalnetwerk {place:03}", province="PV26",
            )  # fmt: skip
            session.add(network)
            session.flush()
            library = PartnerOrganisation(network_id=network.id, name="Bibliotheek", kind="library")
            session.add(library)
            session.flush()
            session.add(
                Contact(
                    network_id=network.id, partner_organisation_id=library.id, name="Anna", address="a@b.example",
                    address_key="a@b.example", language="nl",
                )
            )  # fmt: skip
