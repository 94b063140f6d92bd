"""Who may open what: every address has its rule, and the rule holds."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey import access
from tests.addresses import ADDRESSES
from tests.factories import OpenRound, sign_in
from tests.pages import HOST, PageClient


@pytest.fixture
def plain_app(make_app: Callable[..., Flask]) -> Flask:
    """One application is enough to look at addresses."""
    return make_app("sqlite")


def test_every_address_and_its_rule_is_in_the_list(plain_app: Flask) -> None:
    found = {
        f"{method} {rule.rule}": access.rule_of(plain_app, rule.endpoint)
        for rule in plain_app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert found == ADDRESSES


def test_every_endpoint_has_a_rule_that_exists(plain_app: Flask) -> None:
    assert {access.rule_of(plain_app, endpoint) for endpoint in plain_app.view_functions} <= set(access.RULES)


def test_an_application_with_a_forgotten_rule_does_not_start(plain_app: Flask) -> None:
    plain_app.view_functions["public.forgotten"] = lambda: ""

    with pytest.raises(RuntimeError, match=r"declare no access rule: public\.forgotten\."):
        access.init_app(plain_app)


@pytest.mark.parametrize("address", [each for each, rule in ADDRESSES.items() if rule == "demo"])
def test_a_demos_doors_do_not_exist_in_production(client: PageClient, address: str) -> None:
    method, path = address.split()

    assert client.http.open(path, method=method, base_url=HOST).status_code == 404


@pytest.mark.parametrize("cookie", ["", "x", "e30.YQ.x", "a.b.c.d"])
def test_an_advisers_page_sends_strangers_to_sign_in(client: PageClient, cookie: str) -> None:
    client.http.set_cookie("netwerkspiegel", cookie, domain="spiegel.example")

    assert client.get("/netwerken", 303).location == "/inloggen?next=/netwerken"
    client.post("/uitloggen", status=400)
    client.get("/uitloggen", 405)


def test_an_adviser_sees_the_own_networks(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)

    page = client.get("/netwerken")

    assert ["".join(name.itertext()) for name in page.all("th", scope="row")] == ["Taalnetwerk Waterdam"]


def test_an_adviser_of_another_organisation_sees_none_of_them(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ida@noord.example")

    assert client.get("/netwerken").all("th", scope="row") == []


def test_a_session_of_somebody_who_is_gone_leads_to_signing_in(app: Flask, client: PageClient) -> None:
    with client.http.session_transaction(base_url=HOST) as session:
        session[access.SESSION_KEY] = "00000000-0000-0000-0000-000000000000"

    assert client.get("/netwerken", 303).location == "/inloggen?next=/netwerken"


def test_signing_out_needs_the_token_of_the_page(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)

    client.post("/uitloggen", status=400)
    client.post("/uitloggen", {"csrf_token": "x"}, 400)
    page = client.get("/netwerken")  # no browser says where it came from: Referrer-Policy is no-referrer
    client.submit(page, {}, form={"action": "/uitloggen"})

    assert client.get("/netwerken", 303).location == "/inloggen?next=/netwerken"


def test_a_link_of_one_kind_does_not_open_another(client: PageClient, opened: OpenRound) -> None:
    client.get(f"/rapport/{opened.tokens[0]}", 404)
    client.get(f"/v/{opened.report_token}", 404)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_no_address_takes_another_method(client: PageClient, opened: OpenRound, method: str) -> None:
    for path in ("/", opened.link, f"{opened.link}/roles", "/netwerken"):
        assert client.http.open(path, method=method, base_url=HOST).status_code == 405
