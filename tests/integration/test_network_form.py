"""Adding a network and changing it: who may what, two at the same time, and what cannot be typed."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from survey.database import reading, writing
from survey.models import Municipality, Network, NetworkMunicipality
from survey.services import networks
from tests.factories import sign_in
from tests.networks import audit_rows, make_network
from tests.pages import PageClient


@pytest.fixture
def municipalities(app: Flask, client: PageClient) -> None:
    """Three of this year's table, and one that is no more."""
    with app.app_context(), writing() as session:
        for code, name, year in (
            ("GM9001", "Waterdam", 2026),
            ("GM9002", "Zandrijk", 2026),
            ("GM9003", "Bergen (L.)", 2026),
            ("GM9004", "Oudeland", 2024),
        ):
            session.add(Municipality(code=code, name=name, year=year, region="AM91", region_name="Waterland-Oost"))


def stored(app: Flask, name: str = "Taalnetwerk Waterdam") -> Network:
    with app.app_context(), reading() as session:
        return session.scalars(select(Network).where(Network.name == name)).one()


def municipalities_of(app: Flask, network: Network) -> list[str]:
    statement = (
        select(Municipality.name)
        .join(NetworkMunicipality, NetworkMunicipality.municipality_id == Municipality.id)
        .where(NetworkMunicipality.network_id == network.id)
    )
    with app.app_context(), reading() as session:
        return sorted(session.scalars(statement))


def test_an_adviser_adds_a_network(app: Flask, client: PageClient, municipalities: None) -> None:
    account = sign_in(app, client)
    page = client.get("/netwerken/nieuw")
    typed = {
        "name": " Taalnetwerk   Zandrijk ",
        "province": "PV25",
        "municipalities": ["zandrijk", "", "GM9001"],
        "region": "AM91",
        "notes": "Begint\r\nin maart",
    }

    told = client.follow(client.submit(page, typed))

    assert "Het netwerk staat erin." in told.words
    network = stored(app, "Taalnetwerk Zandrijk")
    assert (network.adviser_id, network.province, network.region) == (account.id, "PV25", "AM91")
    assert network.notes == "Begint\nin maart"
    assert municipalities_of(app, network) == ["Waterdam", "Zandrijk"]
    assert "Waterland-Oost" in told.words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " \t "}, "Geef het netwerk een naam."),
        ({"name": "x" * 201}, "Er passen hoogstens 200 tekens."),
        ({"name": "\u202e\u200b"}, "Geef het netwerk een naam."),
        ({"name": "Taalnetwerk Waterdam"}, "Er is al een netwerk 'Taalnetwerk Waterdam'."),
        ({"name": "x", "municipalities": "Watrdam"}, "Bedoel je 'Waterdam'?"),
        ({"name": "x", "municipalities": "Oudeland"}, "'Oudeland' is geen gemeente die we kennen."),
        ({"name": "x", "notes": "x" * 10_001}, "Er passen hoogstens 10.000 tekens."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    app: Flask, client: PageClient, municipalities: None, typed: dict[str, str], sentence: str
) -> None:
    make_network(app)
    sign_in(app, client)
    page = client.get("/netwerken/nieuw")

    wrong = client.submit(page, {"province": "PV26", **typed}, 422)

    assert sentence in wrong.words
    assert wrong.title.startswith("Fout:")
    assert audit_rows(app) == []
    with app.app_context(), reading() as session:
        assert len(session.scalars(select(Network)).all()) == 1


@pytest.mark.parametrize("field", ["province", "region"])
def test_a_forged_choice_is_refused(app: Flask, client: PageClient, field: str) -> None:
    sign_in(app, client)
    page = client.get("/netwerken/nieuw")

    client.submit(page, {"name": "x", "province": "PV26", field: "PV99"}, 422)


def test_a_name_with_script_and_marks_is_only_a_name(app: Flask, client: PageClient) -> None:
    sign_in(app, client)
    page = client.get("/netwerken/nieuw")

    told = client.follow(client.submit(page, {"name": "<script>a\x00\u202eb</script>", "province": "PV26"}))

    assert stored(app, "<script>a b</script>").name
    assert "<script>" not in told.text


def test_more_lines_keep_what_was_typed(app: Flask, client: PageClient, municipalities: None) -> None:
    sign_in(app, client)
    page = client.get("/netwerken/nieuw")

    more = client.submit(page, {"name": "Nog niet", "municipalities": "Waterdam", "more": "1"}, 200)

    assert more.one("input", name="name").get("value") == "Nog niet"
    assert len(more.all("input", name="municipalities")) == 10
    assert audit_rows(app) == []


def test_an_old_municipality_stays_and_is_marked(app: Flask, client: PageClient, municipalities: None) -> None:
    network = make_network(app)
    with app.app_context(), writing() as session:
        old = session.scalars(select(Municipality).where(Municipality.name == "Oudeland")).one()
        session.add(NetworkMunicipality(network_id=network.id, municipality_id=old.id))
    sign_in(app, client)
    assert "Oudeland tot en met 2024" in client.get(f"/netwerken/{network.id}").words

    page = client.get(f"/netwerken/{network.id}/bewerken")
    client.submit(page, {"municipalities": ["Oudeland", "Waterdam"]})

    assert municipalities_of(app, network) == ["Oudeland", "Waterdam"]
    assert audit_rows(app) == [("network.changed", {"fields": ["municipalities"]})]


def test_a_coordinator_changes_notes_and_nothing_else(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    page = client.get(f"/netwerken/{network.id}/bewerken")
    assert page.all("input", name="name") == []
    forged = {
        "name": "Gekaapt",
        "province": "PV20",
        "adviser_id": "x",
        "archived_at_utc": "2020",
        "region": "AM01",
    }

    client.submit(page, {"notes": "Overleg op dinsdag", "coordinator_name": "Hanna Bos-Smit", **forged})

    now = stored(app)
    assert (now.name, now.province, now.region, now.archived_at_utc) == (network.name, "PV26", None, None)
    assert (now.notes, now.coordinator_name) == ("Overleg op dinsdag", "Hanna Bos-Smit")
    assert audit_rows(app) == [("network.changed", {"fields": ["coordinator_name", "notes"]})]


def test_partners_never_see_the_notes(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    with app.app_context(), writing() as session:
        session.get_one(Network, network.id).notes = "Alleen voor ons"
    sign_in(app, client)

    assert "Alleen voor ons" in client.get(f"/netwerken/{network.id}").words
    assert "Alleen voor ons" not in client.get("/netwerken").words


def test_of_two_people_at_the_same_time_the_second_is_asked(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    address = f"/netwerken/{network.id}/bewerken"
    mine, theirs = client.get(address), client.get(address)
    client.submit(theirs, {"notes": "Van een ander", "province": "PV20"})

    asked = client.submit(mine, {"notes": "Van mij"}, 422)

    assert "Iemand anders heeft dit intussen veranderd." in asked.words
    assert "Nu staat er: Van een ander" in asked.words
    assert "Nu staat er: Groningen" in asked.words
    assert (asked.one("textarea", name="notes").text or "").strip() == "Van mij"
    assert stored(app).notes == "Van een ander"
    client.submit(asked, {})
    assert (stored(app).notes, stored(app).province) == ("Van mij", "PV26")


def test_two_people_who_choose_municipalities_are_told_too(
    app: Flask, client: PageClient, municipalities: None
) -> None:
    network = make_network(app)
    sign_in(app, client)
    address = f"/netwerken/{network.id}/bewerken"
    mine, theirs = client.get(address), client.get(address)
    client.submit(theirs, {"municipalities": "Waterdam"})

    client.submit(mine, {"municipalities": "Zandrijk"}, 422)

    assert municipalities_of(app, network) == ["Waterdam"]


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999", None])
def test_a_forged_version_changes_nothing(app: Flask, client: PageClient, version: str | None) -> None:
    network = make_network(app)
    sign_in(app, client)
    page = client.get(f"/netwerken/{network.id}/bewerken")
    form = page.form()
    forged = {**form.fields, "notes": "Gekaapt", "version": version}

    client.post(form.action, {name: value for name, value in forged.items() if value is not None}, 422)

    assert stored(app).notes == ""


def test_nothing_changed_is_noted_nowhere(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)

    client.submit(client.get(f"/netwerken/{network.id}/bewerken"), {})

    assert audit_rows(app) == []
    assert stored(app).version == network.version


@pytest.mark.parametrize("failure", [StaleDataError(), IntegrityError("", None, Exception())])
def test_what_happens_at_the_same_moment_is_no_error_of_ours(
    app: Flask, client: PageClient, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    network = make_network(app)
    sign_in(app, client)
    page = client.get(f"/netwerken/{network.id}/bewerken")

    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(networks, "change_network", fail)

    assert "veranderde dit op hetzelfde moment" in client.submit(page, {"notes": "Van mij"}, 422).words
