"""Link kwijt? The page says the same for every address, keeps what was typed, and waits for nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.models import Throttle
from survey.public import lost_link
from survey.services.lost_links import FOR_ONE_ADDRESS, FROM_ONE_PLACE
from survey.work.client import disconnect
from survey.work.orders import Order
from tests.attacks.closed_round import logged
from tests.factories import OpenRound, close_round, make_round
from tests.lost_links import KNOWN, UNKNOWN, noted, requests
from tests.mail_server import server_at
from tests.pages import HOST, Page, PageClient

PATH, ASKED = "/link-kwijt", "/link-kwijt/gevraagd"
TRIES = Throttle.__table__


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What the worker is told."""
    told: list[Order] = []
    monkeypatch.setattr(lost_link, "hand_over", lambda order, config: told.append(order))
    return told


@pytest.fixture
def with_mail(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same instance with a mail server."""
    config = app.extensions["netwerkspiegel"]
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(config, mail_server=server_at(25)))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", [PATH, ASKED])
def test_the_pages_speak_both_languages(client: PageClient, path: str, language: str) -> None:
    page = client.get(f"{path}?taal={language}")

    assert page.tree is not None
    assert page.tree.get("lang") == language


def test_the_field_is_one_that_a_browser_can_fill_in(client: PageClient) -> None:
    field = client.get(PATH).one("input", name="address")

    assert (field.get("type"), field.get("autocomplete"), field.get("value")) == ("email", "email", "")


def test_a_request_is_kept_as_contacts_are_and_the_worker_is_told(
    client: PageClient, connection: Connection, orders: list[Order]
) -> None:
    page = client.follow(client.post(f"{PATH}?taal=en", {"address": "  P0+Werk@Library.Example "}))

    (kept,) = requests(connection)
    assert (kept["address_key"], kept["language"], kept["message_id"]) == ("p0@library.example", "en", None)
    assert orders == [Order("lost-link", kept["id"])]
    assert page.address == f"{ASKED}?taal=en"


def asked(client: PageClient, address: str) -> tuple[Page, Page]:
    redirect = client.post(PATH, {"address": address})
    return redirect, client.follow(redirect)


def test_nothing_tells_a_known_address_from_an_unknown_one(
    client: PageClient, opened: OpenRound, orders: list[Order], connection: Connection, with_mail: None
) -> None:
    with noted(connection) as for_known:
        known = asked(client, KNOWN)
    with noted(connection) as for_unknown:
        unknown = asked(client, UNKNOWN)

    for one, other in zip(known, unknown, strict=True):
        assert (one.status, one.headers, one.body) == (other.status, other.headers, other.body)
        assert "Set-Cookie" not in one.headers
    assert for_known == for_unknown != []
    assert len(orders) == 2


def test_the_page_asks_the_database_for_no_contact(
    client: PageClient, opened: OpenRound, orders: list[Order], connection: Connection
) -> None:
    with noted(connection) as seen:
        asked(client, KNOWN)

    assert [statement for statement in seen if re.search(r"\b(contact|invitation|response)\b", statement)] == []
    assert any("link_request" in statement for statement in seen)


def test_with_a_mail_server_it_says_when_mail_comes(client: PageClient, with_mail: None) -> None:
    assert "Als dit adres bij een ronde hoort, krijg je binnen enkele minuten een mail." in client.get(ASKED).words
    assert "mailserver" not in client.get(PATH).words


def test_without_a_mail_server_it_says_whose_fault_that_is(client: PageClient) -> None:
    for path in (PATH, ASKED):
        words = client.get(path).words
        assert "Mails worden als bestand bewaard en niet verstuurd. Daar kun jij niets aan doen." in words
        assert "enkele minuten" not in words


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "ada", "ada@", "@bieb.example", "ada@bieb", "ada bieb@x.example", "ada@x.example, bea@x.example",
        "Ada <ada@x.example>", "ada@x.example\nBcc: bea@x.example", "a\x00da@x.example", "a\x7fda@x.example",
        "a" * 65 + "@x.example", "a@" + "x" * 250 + ".example", "a@" + "ß" * 200 + ".example", "\udce9@x", "<script>",
    ],
)  # fmt: skip
def test_what_cannot_be_an_address_is_told_so_and_stays(
    client: PageClient, connection: Connection, orders: list[Order], typed: str
) -> None:
    page = client.post(PATH, {"address": typed.encode("utf-8", "surrogateescape")}, 422)

    shown = page.one("input", name="address").get("value") or ""
    assert shown == "".join(char for char in typed.replace("\udce9", "%E9") if char.isprintable())[:254]
    assert "Schrijf een e-mailadres op, zoals naam@voorbeeld.nl." in page.words
    assert page.title.startswith("Fout:")
    assert (requests(connection), orders) == ([], [])


def test_a_form_without_the_field_is_told_so_too(client: PageClient) -> None:
    client.post(PATH, {}, 422)


def test_one_mailbox_is_not_filled(client: PageClient, connection: Connection, orders: list[Order]) -> None:
    for number in range(FOR_ONE_ADDRESS.tries):
        client.post(
            PATH, {"address": f"p0+{number}@library.example"}, environ_base={"REMOTE_ADDR": f"192.0.{number}.1"}
        )

    page = client.post(PATH, {"address": KNOWN}, 429)

    assert "Dit is te vaak gevraagd" in page.words
    assert page.one("input", name="address").get("value") == KNOWN
    assert len(requests(connection)) == len(orders) == FOR_ONE_ADDRESS.tries
    client.post(PATH, {"address": UNKNOWN})


def test_one_neighbourhood_does_not_try_addresses_by_the_hundred(
    client: PageClient, connection: Connection, orders: list[Order]
) -> None:
    for number in range(FROM_ONE_PLACE.tries):
        client.post(PATH, {"address": f"p{number}@library.example"}, environ_base={"REMOTE_ADDR": f"192.0.2.{number}"})

    client.post(PATH, {"address": "other@library.example"}, 429, environ_base={"REMOTE_ADDR": "192.0.2.200"})

    assert len(requests(connection)) == FROM_ONE_PLACE.tries
    client.post(PATH, {"address": "other@library.example"}, environ_base={"REMOTE_ADDR": "192.0.3.1"})


def test_the_counters_keep_no_address(client: PageClient, connection: Connection, orders: list[Order]) -> None:
    client.post(PATH, {"address": KNOWN}, environ_base={"REMOTE_ADDR": "192.0.2.77"})

    kept = repr(connection.execute(select(TRIES)).all())

    assert "library" not in kept
    assert "192.0.2" not in kept
    assert len(connection.execute(select(TRIES)).all()) == 2


def test_a_post_from_elsewhere_needs_no_token_and_makes_no_session(
    client: PageClient, connection: Connection, orders: list[Order]
) -> None:
    client.post(PATH, {"address": KNOWN}, headers={"Origin": "https://elsewhere.example"})

    assert len(requests(connection)) == 1
    assert client.http.get_cookie("netwerkspiegel", domain="spiegel.example") is None


def broken(path: Path) -> None:
    path.write_bytes(b"no database at all, and longer than the header of one" * 20)


@pytest.mark.parametrize("make", [lambda path: None, Path.touch, broken])
def test_a_worker_that_cannot_be_told_changes_nothing_for_who_asks(
    make_app: Callable[..., Flask], tmp_path: Path, make: Callable[[Path], None]
) -> None:
    app = make_app("sqlite", work_database_url=f"sqlite:///{tmp_path}/elsewhere.db")
    make(tmp_path / "elsewhere.db")
    before = (tmp_path / "elsewhere.db").exists()

    with logged() as log:
        page = PageClient(app).post(PATH, {"address": KNOWN})
    disconnect()

    assert page.location == f"{ASKED}?taal=nl"
    assert "WARNING The worker" in log.getvalue()
    assert "library" not in log.getvalue()
    assert (tmp_path / "elsewhere.db").exists() == before


def test_every_page_where_somebody_looks_for_a_link_leads_here(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    here = f"{PATH}?taal=nl"
    assert here in client.get("/").links()
    assert here in client.get(f"/v/{'A' * 43}", 404).links()
    assert here not in client.get("/nergens", 404).links()

    close_round(app, opened.id)

    assert here in client.post(f"{opened.link}/roles", {"ro-1": "1"}, 410).links()


def test_a_demo_leads_here_too(demo_app: Flask) -> None:
    make_round(demo_app)

    assert f"{PATH}?taal=nl" in PageClient(demo_app).get("/").links()


def test_asking_waits_for_no_worker(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker is told when the answer is out: a library that takes half a second to load delays nobody."""
    told: list[str] = []
    monkeypatch.setattr(lost_link, "hand_over", lambda order, config: told.append("worker"))

    response = client.http.post(PATH, data={"address": KNOWN}, base_url=HOST)
    told.append("person")
    response.close()

    assert told == ["person", "worker"]
