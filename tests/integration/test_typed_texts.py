"""A form that is sent by who is signed out meanwhile: what was typed stands on the page, to copy it."""

from datetime import timedelta
from typing import Final
from xml.etree.ElementTree import Element

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, update

from survey import clock
from survey.models import AccountSession, Network
from tests.accounts import OTHER_PASSWORD, add_account, type_password
from tests.pages import HOST, Form, Page, PageClient
from tests.two_organisations import World, enter, make_world

#: What a browser says of a form on a page of ours.
OURS: Final = {"Sec-Fetch-Site": "same-origin"}
#: Pages with a form in which texts are typed, which is sent to the same path.
PAGES: Final = (
    "/netwerken/nieuw",
    "/netwerken/{network_id}/bewerken",
    "/netwerken/{network_id}/organisaties/nieuw",
    "/organisaties/{organisation_id}/bewerken",
    "/organisaties/{organisation_id}/contacten/nieuw",
    "/contacten/{contact_id}/bewerken",
    "/netwerken/{network_id}/coordinatoren",
    "/netwerken/{network_id}/overdragen",
    "/beheer/personen",
    "/beheer/ondersteuningsorganisaties/nieuw",
    "/beheer/accounts/nieuw",
    "/account/gegevens",
    "/account/adres",
    "/account/passkeys",
)


@pytest.fixture
def world(app: Flask, connection: Connection) -> World:
    return make_world(app)


def controls(form: Element) -> list[Element]:
    """Return where a text is typed in a form."""
    kinds = ("text", "email", "number", None)
    return [
        each for each in form.iter() if each.tag == "textarea" or (each.tag == "input" and each.get("type") in kinds)
    ]


def form_with_texts(page: Page) -> Element:
    """Return the form of a page in which texts are typed."""
    (found,) = [each for each in page.all("form", method="post") if controls(each)]
    return found


def label_of(page: Page, control: Element) -> str:
    if control.get("aria-label"):  # one of several lines, which stand under a heading together
        return "".join(page.one("fieldset", id=control.get("name")).find("legend").itertext()).partition(" (")[0]  # type: ignore[union-attr]  # it has one
    words = " ".join(page.one("label", for_=control.get("id")).itertext())
    return " ".join(words.replace("(mag leeg blijven)", "").split())


def shown(page: Page) -> dict[str, str]:
    """Return the texts that a page gives back, by their labels."""
    given = [each for each in page.one("main").iter() if each.get("readonly") is not None]
    return {label_of(page, each): each.get("value") or each.text or "" for each in given}


def sign_out(connection: Connection) -> None:
    """End every session, as an administrator can, and time does."""
    connection.execute(delete(AccountSession))


def network_form(client: PageClient, world: World) -> Form:
    """Open the form of a network, and type notes in it."""
    enter(client, world, "coordinator")
    path = f"/netwerken/{world.midden.networks[0]}/bewerken"
    form = client.get(path).form()
    return Form(path, {**form.fields, "notes": "Gesprek van dinsdag:\neen <b>volle</b> bladzijde."})


@pytest.mark.parametrize("address", PAGES)
def test_every_text_of_a_form_is_given_back_under_its_label(
    client: PageClient, connection: Connection, world: World, address: str
) -> None:
    path = address.format(**world.values)
    enter(client, world, "administrator")
    page = client.get(path)
    form = form_with_texts(page)
    typed = {each.get("name", ""): f"wat ik typte {number}" for number, each in enumerate(controls(form))}
    by_label = {label_of(page, each): typed[each.get("name", "")] for each in controls(form)}
    fields = page.form(**{f"{name}_": value for name, value in form.attrib.items()}).fields
    sign_out(connection)

    given = client.post(path, {**fields, **typed}, 401, headers=OURS)

    assert typed
    assert list(shown(given).items()) == list(by_label.items())
    assert given.title.startswith("Fout: Je bent intussen uitgelogd")


def test_nothing_is_written_and_the_way_in_leads_back(
    app: Flask, client: PageClient, connection: Connection, world: World
) -> None:
    form = network_form(client, world)
    sign_out(connection)

    page = client.post(form.action, form.fields, 401, headers=OURS)

    assert shown(page)["Aantekeningen"] == "Gesprek van dinsdag:\neen <b>volle</b> bladzijde."
    assert "Het staat hieronder. Kopieer het, log in" in page.words
    link = page.one("a", class_="button")
    assert (link.get("href"), link.get("target")) == (f"/inloggen?next={form.action}", "_blank")
    assert page.headers["Cache-Control"] == "no-store"
    assert not connection.execute(Network.__table__.select().where(Network.notes != "")).all()


def test_a_browser_without_its_cookie_gives_the_texts_back_too(app: Flask, client: PageClient, world: World) -> None:
    form = network_form(client, world)
    client.http = app.test_client()

    page = client.post(form.action, form.fields, 401, headers=OURS)

    assert "Gesprek van dinsdag" in shown(page)["Aantekeningen"]


def test_who_signed_in_anew_gets_the_texts_and_the_way_to_the_page(
    app: Flask, client: PageClient, world: World
) -> None:
    form = network_form(client, world)
    client.http = app.test_client()
    enter(client, world, "coordinator")

    page = client.post(form.action, form.fields, 400, headers=OURS)

    assert page.title.startswith("Fout: Deze pagina was verouderd")
    assert "Gesprek van dinsdag" in shown(page)["Aantekeningen"]
    assert page.one("a", class_="button").get("href") == form.action


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"Origin": "https://spiegel.example"}, True),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "http://spiegel.example"}, False),
        ({"Origin": "https://spiegel.example.evil.example"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://spiegel.example"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
    ],
)
def test_only_what_a_page_of_ours_sent_is_shown(
    client: PageClient, connection: Connection, world: World, headers: dict[str, str], is_ours: bool
) -> None:
    form = network_form(client, world)
    sign_out(connection)

    with_token = client.http.post(form.action, data=form.fields, headers=headers, base_url=HOST)
    without = client.http.post(form.action, data={**form.fields, "csrf_token": "x"}, headers=headers, base_url=HOST)

    assert [with_token.status_code, without.status_code] == ([401, 401] if is_ours else [303, 400])
    assert [b"Gesprek" in each.data for each in (with_token, without)] == [is_ours, is_ours]


def test_what_no_form_of_ours_asks_is_not_shown(client: PageClient, connection: Connection, world: World) -> None:
    form = network_form(client, world)
    sign_out(connection)
    more = {"token": "verzonnen", "password": OTHER_PASSWORD, "version": "geheim", "x<script>": "verzonnen"}

    page = client.post(f"{form.action}?notes=verzonnen&kop=verzonnen", {**form.fields, **more}, 401, headers=OURS)

    assert not any(text in page.text for text in ("verzonnen", OTHER_PASSWORD, "geheim", form.fields["csrf_token"]))


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/account/wachtwoord", {"password": OTHER_PASSWORD, "again": OTHER_PASSWORD}),
        ("/account/tweede-stap", {"code": "123456"}),
    ],
)
def test_a_secret_is_never_given_back(
    app: Flask, client: PageClient, connection: Connection, path: str, fields: dict[str, str]
) -> None:
    add_account(app)
    type_password(client)
    form = client.get(path).form(action=path)
    sign_out(connection)

    assert client.post(path, {**form.fields, **fields}, headers=OURS).location == "/inloggen"
    page = client.post(path, {**form.fields, **fields, "csrf_token": ""}, 400, headers=OURS)
    assert not any(text in page.text for text in fields.values())


def test_an_empty_form_and_a_button_lead_to_signing_in(
    client: PageClient, connection: Connection, world: World
) -> None:
    paths = {f"/netwerken/{world.midden.networks[0]}/archiveren": {}, "/netwerken/nieuw": {"name": " ", "notes": "\n"}}
    for path, empty in paths.items():
        enter(client, world, "adviser")
        token = client.get("/netwerken/nieuw").form().fields["csrf_token"]
        enter(client, world, "nobody")

        assert client.post(path, {"csrf_token": token, **empty}, headers=OURS).location == "/inloggen"


def test_what_is_typed_on_the_way_in_is_not_given_back(client: PageClient, connection: Connection) -> None:
    page = client.post("/inloggen", {"address": "ida@voorbeeld.example", "csrf_token": "x"}, 400, headers=OURS)

    assert "ida@voorbeeld.example" not in page.text


def test_a_long_ago_sign_in_gives_the_texts_back_too(app: Flask, client: PageClient, connection: Connection) -> None:
    add_account(app)
    type_password(client)
    form = client.get("/account/adres").form(action="/account/adres")
    connection.execute(update(AccountSession).values(begun_at_utc=clock.now() - timedelta(hours=1)))

    page = client.post("/account/adres", {**form.fields, "address": "ida@nieuw.example"}, 401, headers=OURS)

    assert "ida@nieuw.example" in shown(page).values()
    assert page.title.startswith("Fout: Log nog een keer in")
