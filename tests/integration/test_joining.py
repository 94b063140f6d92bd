"""Join by the code of a meeting: the digits, the page behind them, one device one response, and nothing of a person."""

from http.cookies import SimpleCookie

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import Invitation, Response, Round
from survey.services import devices
from tests.attacks.closed_round import logged
from tests.crowd import at_once
from tests.factories import OpenRound, fill_in, key_of, make_round, statements
from tests.joining import begin, begin_form, begin_quietly, make_code, stop_code
from tests.pages import Page, PageClient


def entries() -> list[Invitation]:
    with writing() as session:
        return list(session.scalars(select(Invitation).where(Invitation.channel != "personal")))


def responses() -> int:
    with writing() as session:
        return len(session.scalars(select(Response)).all())


def cookie_of(page: Page) -> SimpleCookie:
    return SimpleCookie(page.headers.get("Set-Cookie", ""))


# --- the digits -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["{0}{1}", "{0} {1}", " {0}  {1} ", "{0}-{1}", "{0}\u00a0{1}", "{0}.{1}"])
def test_the_digits_lead_to_the_page_of_the_code(
    app: Flask, client: PageClient, opened: OpenRound, shape: str
) -> None:  # fmt: skip
    code = make_code(app, opened)
    page = client.get("/meedoen")
    typed = shape.format(code.digits[:3], code.digits[3:])

    led = client.submit(page, {"code": typed}, form={"method": "post"})

    assert led.location == f"/meedoen/{code.token}?taal=nl"


def test_the_field_is_for_digits_and_keeps_nothing(client: PageClient, connection: Connection) -> None:
    field = client.get("/meedoen").one("input", name="code")

    assert (field.get("inputmode"), field.get("autocomplete")) == ("numeric", "off")


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12a456", "１２３４５６", "½¼¾123", "<script>", "1" * 5000])
def test_what_is_no_code_at_all_is_said_and_not_counted(
    client: PageClient, opened: OpenRound, typed: str, connection: Connection
) -> None:
    page = client.post("/meedoen", {"code": typed}, 422)

    assert "Een code heeft zes cijfers" in page.words
    assert page.one("input", name="code").get("value") == typed[:20]
    assert page.title.startswith("Fout: ")


def test_a_code_that_is_none_is_said_kindly(client: PageClient, opened: OpenRound) -> None:
    page = client.post("/meedoen", {"code": "000 000"}, 422)

    assert "Deze code werkt nu niet" in page.words
    assert "Set-Cookie" not in page.headers


def test_the_language_goes_along(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    english = client.get("/meedoen?taal=en")

    page = client.follow(client.submit(english, {"code": code.digits}, form={"method": "post"}))
    assert "without a name" in page.words
    form = begin_form(page)
    intro = client.follow(client.post(form.action, form.fields))

    assert intro.one("html").get("lang") == "en"


@pytest.mark.parametrize("token", ["x", "A" * 43, "../v", "A" * 5000])
def test_an_address_that_is_no_code_says_so(client: PageClient, connection: Connection, token: str) -> None:
    client.get(f"/meedoen/{token}", 404)
    client.post(f"/meedoen/{token}", status=404)


# --- the page behind the code ---------------------------------------------------------------------------------


def test_the_page_says_what_joining_means_before_anything_is_stored(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    page = client.get(f"/meedoen/{make_code(app, opened).token}")

    assert "zonder naam en zonder organisatie" in page.words
    assert "alleen mee in het resultaat van het hele netwerk, nooit in dat van een groep" in page.words
    assert "alleen als genoeg mensen met een persoonlijke link hebben geantwoord" in page.words
    assert "Elk apparaat kan één keer meedoen" in page.words
    assert "Heb je een persoonlijke link in je e-mail? Gebruik die" in page.words
    assert "één cookie" in page.words
    assert len(page.one("ol", class_="promises").findall("li")) == 6
    assert entries() == []


def test_a_right_code_gives_the_one_cookie_and_nothing_before_it_does(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    code = make_code(app, opened)
    assert "Set-Cookie" not in client.get("/").headers
    assert "Set-Cookie" not in client.post("/meedoen", {"code": code.digits}).headers

    cookie = cookie_of(client.get(f"/meedoen/{code.token}"))["apparaat"]

    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")
    assert cookie["path"] == "/meedoen"
    with writing() as session:
        last = clock.end_of(session.get_one(Round, opened.id).closes_on)
    assert cookie["expires"] == last.astimezone(clock.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_the_cookie_stays_the_same(app: Flask, client: PageClient, opened: OpenRound) -> None:
    address = f"/meedoen/{make_code(app, opened).token}"

    first, second = (cookie_of(client.get(address))["apparaat"].value for _ in range(2))

    assert first == second


def test_no_cookie_goes_to_the_pages_of_a_link(app: Flask, client: PageClient, opened: OpenRound) -> None:
    link = begin(client, make_code(app, opened))

    assert client.http.get_cookie("apparaat", domain="spiegel.example", path="/meedoen") is not None
    assert "Set-Cookie" not in client.get(link).headers


@pytest.mark.parametrize("kept", ["", "x", ".", "A" * 43, f"{'A' * 43}.{'0' * 64}", "é.é", "' or 1=1 --"])
def test_a_cookie_that_is_not_ours_is_replaced(app: Flask, client: PageClient, opened: OpenRound, kept: str) -> None:
    client.http.set_cookie("apparaat", kept, domain="spiegel.example", path="/meedoen")

    given = cookie_of(client.get(f"/meedoen/{make_code(app, opened).token}"))["apparaat"].value

    assert given != kept
    assert devices.is_given(key_of(app), given)


def test_a_cookie_that_somebody_made_up_begins_nothing(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    form = begin_form(client.get(f"/meedoen/{code.token}"))

    for number in range(3):
        client.http.set_cookie("apparaat", f"{number:043}", domain="spiegel.example", path="/meedoen")
        page = client.post(form.action, form.fields, 422)

        assert "Er is niets bewaard" in page.words
    assert entries() == []


def test_without_cookies_it_says_so_and_nothing_is_stored(app: Flask, opened: OpenRound, client: PageClient) -> None:
    code, before = make_code(app, opened), responses()
    client.http = app.test_client(use_cookies=False)
    form = begin_form(client.get(f"/meedoen/{code.token}"))

    page = client.post(form.action, form.fields, 422)

    assert "Je browser bewaart geen cookies" in page.words
    assert "Er is niets bewaard" in page.words
    assert (entries(), responses()) == ([], before)


# --- beginning ------------------------------------------------------------------------------------------------


def test_beginning_leads_to_the_ordinary_pages_without_a_name(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    link = begin(client, make_code(app, opened))

    page = client.get(link)

    assert link.startswith("/v/")
    assert "Je doet mee met de code van een bijeenkomst" in page.words
    assert not {"Beste", "None"} & set(page.words.replace(",", " ").split())
    assert "In deze ronde zijn 3 mensen uitgenodigd" in page.words


def test_what_is_stored_is_nobody(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    begin(client, code)

    (entry,) = entries()
    kept = client.http.get_cookie("apparaat", domain="spiegel.example", path="/meedoen")
    assert kept is not None
    assert (entry.channel, entry.contact_id, entry.reporting_group) == ("meeting", None, None)
    assert entry.device_hash is not None
    assert kept.value not in (entry.device_hash, entry.token_hash)


def test_every_page_can_be_filled_in_and_ends_at_the_own_mirror(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    token = begin(client, make_code(app, opened)).removeprefix("/v/")

    fill_in(client, token, statements(4))
    page = client.get(f"/v/{token}/klaar")

    assert "Je eigen spiegel" in page.words
    assert "Na de sluiting is deze pagina weg" in page.words
    assert "leidt je link naar het rapport" not in page.words


def test_the_same_device_comes_back_to_the_same_answers(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    link = begin(client, code)

    assert "Dit apparaat is al begonnen" in client.get(f"/meedoen/{code.token}").words
    assert begin(client, code) == link
    assert len(entries()) == 1


def test_after_sending_in_the_device_comes_back_to_its_mirror(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    code = make_code(app, opened)
    link = begin(client, code)
    fill_in(client, link.removeprefix("/v/"), statements(4))

    assert begin(client, code) == f"{link}/klaar"


def test_two_devices_have_answers_of_their_own(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)

    assert begin(client, code) != begin(PageClient(app), code)
    assert len(entries()) == 2


def test_a_device_that_began_goes_on_when_the_code_has_ended(app: Flask, client: PageClient, opened: OpenRound) -> None:
    code = make_code(app, opened)
    link = begin(client, code)
    stop_code(app, opened)

    assert begin(client, code) == link
    PageClient(app).get(f"/meedoen/{code.token}", 404)


def test_the_same_device_is_another_one_in_another_round(app: Flask, client: PageClient, opened: OpenRound) -> None:
    other = make_round(app, name="Taalnetwerk Kroonmeer")
    for each in (opened, other):
        begin(client, make_code(app, each))

    assert len({entry.device_hash for entry in entries()}) == 2


def test_a_double_click_makes_one_response(committed_app: Flask) -> None:
    opened = make_round(committed_app)
    code = make_code(committed_app, opened)

    made = at_once([lambda: begin_quietly(committed_app, code, person=1)] * 6)

    assert len(set(made)) == 1


def test_personal_links_of_the_round_notice_nothing(app: Flask, client: PageClient, opened: OpenRound) -> None:
    before = client.get(opened.link).words

    begin(client, make_code(app, opened))

    assert client.get(opened.link).words == before


# --- machines -------------------------------------------------------------------------------------------------


def test_a_machine_that_fills_in_every_field_gets_nowhere_and_is_not_told(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:  # fmt: skip
    form = begin_form(client.get(f"/meedoen/{make_code(app, opened).token}"))

    with logged() as written:
        led = client.post(form.action, dict.fromkeys(form.fields, "http://spam.example"))

    assert led.location == "/"
    assert entries() == []
    assert written.getvalue().count("POST respond.begin refused: filled in what people leave empty") == 1
    assert "spam" not in written.getvalue()


def test_the_field_for_machines_says_that_it_stays_empty(app: Flask, client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"/meedoen/{make_code(app, opened).token}")

    field, label = page.all("input", name="website")[0], page.all("label", for_="website")[0]
    assert (field.get("tabindex"), field.get("autocomplete")) == ("-1", "off")
    assert label.text == "Laat dit veld leeg"


def test_a_stranger_cannot_begin_with_a_link_of_another_kind(client: PageClient, opened: OpenRound) -> None:
    for token in (opened.tokens[0], opened.report_token):
        client.get(f"/meedoen/{token}", 404)


def test_the_start_page_leads_to_the_code(client: PageClient, connection: Connection) -> None:
    assert "/meedoen" in {link.split("?")[0] for link in client.get("/").links()}
