"""Headers: strict on every answer, and nothing kept that a secret link opened."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.assets import FOLDER, PREFIX, read_manifest
from tests.factories import OpenRound, close_round, fill_in, sign_in, statements
from tests.pages import HOST, PageClient

POLICY = (
    "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'self'"
)


def headers(client: PageClient, path: str, **options: str) -> dict[str, str]:
    return dict(client.http.get(path, base_url=HOST, **options).headers)


@pytest.mark.parametrize("path", ["/", "/antwoorden", "/healthz", "/netwerken", "/bestaat-niet", "/v/x", "/rapport/x"])
def test_every_answer_has_the_strict_headers(client: PageClient, path: str) -> None:
    found = headers(client, path)

    assert found["Content-Security-Policy"] == POLICY
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["X-Robots-Tag"] == "noindex, nofollow"
    assert found["Strict-Transport-Security"] == "max-age=31536000"


def test_only_a_page_with_charts_may_style_elements(app: Flask, client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(4))
    close_round(app, opened.id)

    for path in (opened.report, "/voorbeeldrapport"):
        policy = headers(client, path)["Content-Security-Policy"]
        assert "style-src-attr 'unsafe-inline'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe-eval" not in policy


@pytest.mark.parametrize("rest", ["", "/roles", "/nakijken", "/klaar", "/bestaat-niet"])
def test_nothing_behind_a_link_is_kept_by_a_cache(client: PageClient, opened: OpenRound, rest: str) -> None:
    fill_in(client, opened.tokens[0], statements(4))

    found = headers(client, opened.link + rest)

    assert found["Cache-Control"] == "no-store"
    assert "ETag" not in found
    assert "Last-Modified" not in found


def test_a_report_and_an_advisers_page_are_not_kept_either(app: Flask, client: PageClient, opened: OpenRound) -> None:
    close_round(app, opened.id)
    sign_in(app, client)

    for path in (opened.report, f"{opened.report}/rapport.pdf", "/netwerken"):
        assert headers(client, path)["Cache-Control"] == "no-store"


def test_a_partner_gets_no_cookie_anywhere(app: Flask, client: PageClient, opened: OpenRound) -> None:
    fill_in(client, opened.tokens[0], statements(4))
    for rest in ("", "/roles", "/nakijken", "/klaar"):
        client.get(opened.link + rest)
    close_round(app, opened.id)
    for path in (opened.report, "/", "/antwoorden", "/voorbeeldrapport"):
        client.get(path)

    assert client.http.get_cookie("netwerkspiegel", domain="spiegel.example") is None


def test_an_advisers_cookie_is_for_this_site_and_https_alone(app: Flask, client: PageClient) -> None:
    sign_in(app, client)

    cookie = client.http.get_cookie("netwerkspiegel", domain="spiegel.example")

    assert cookie is not None
    assert (cookie.secure, cookie.http_only, cookie.same_site) == (True, True, "Lax")


def test_a_demo_on_a_laptop_does_not_ask_for_https(demo_app: Flask) -> None:
    found = headers(PageClient(demo_app), "/")

    assert "Strict-Transport-Security" not in found


@pytest.mark.parametrize("name", sorted(read_manifest()) if (FOLDER / "manifest.json").exists() else ["look.css"])
def test_assets_are_kept_for_ever_under_a_name_of_their_contents(client: PageClient, name: str) -> None:
    with client.http.get(PREFIX + read_manifest()[name], base_url=HOST) as response:
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["manifest.json/../../__init__.py", "../src/look.css", "%2e%2e/config.py", "look.css"])
def test_nothing_else_is_served_from_the_folder(client: PageClient, path: str) -> None:
    assert client.http.get(PREFIX + path, base_url=HOST).status_code == 404


def test_behind_a_proxy_the_visitors_own_address_counts(make_app: Callable[..., Flask]) -> None:
    plain, behind = make_app("sqlite"), make_app("sqlite", trusted_proxies=1)
    seen: list[str] = []
    for app in (plain, behind):
        app.before_request(lambda: seen.append(_address()))
        app.test_client().get("/", headers={"X-Forwarded-Proto": "https", "X-Forwarded-Host": "spiegel.example"})

    assert seen == ["http://localhost/", "https://spiegel.example/"]


def _address() -> str:
    from flask import request

    return request.url
