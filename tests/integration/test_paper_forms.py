"""Type over paper forms: what a helper is told, form after form, and back to one by its number."""

import re

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.database import writing
from survey.models import Invitation, Response
from survey.services import entering
from tests.factories import OpenRound, answer, fill_in, make_round, statements
from tests.joining import begin, begin_quietly, make_code, stop_code
from tests.pages import Page, PageClient


@pytest.fixture
def helpers_page(app: Flask, opened: OpenRound) -> str:
    return f"/meedoen/{make_code(app, opened, 'paper').token}"


@pytest.fixture
def form(app: Flask, client: PageClient, opened: OpenRound, helpers_page: str) -> str:
    """The link of a form that somebody began to type over."""
    return begin(client, make_code(app, opened, "paper"))


def number_on(page: Page) -> str:
    """Return the number that a page tells to write on the paper."""
    found = re.search(r"schrijf het op het papier (\d{4} \d{4})", page.words)
    assert found, page.words
    return found[1]


def find(client: PageClient, helpers_page: str, number: str, status: int = 303) -> Page:
    return client.post(helpers_page, {"number": number}, status)


def test_a_helper_reads_what_is_asked_and_gets_no_cookie(client: PageClient, helpers_page: str) -> None:
    page = client.get(helpers_page)

    for sentence in (
        "Je ziet hun antwoorden",
        "Typ precies over wat er staat",
        "Sla die vraag over",
        "Laat de formulieren aan niemand zien",
        "Geef het formulier terug",
        "alleen mee in het resultaat van het hele netwerk",
    ):
        assert sentence in page.words
    assert "Set-Cookie" not in page.headers


def test_a_form_is_of_nobody_and_no_device(client: PageClient, form: str) -> None:
    with writing() as session:
        (entry,) = session.scalars(select(Invitation).where(Invitation.channel == "paper"))

    assert (entry.contact_id, entry.device_hash, entry.reporting_group) == (None, None, None)


def test_the_first_page_of_a_form_speaks_to_the_helper(client: PageClient, form: str) -> None:
    page = client.get(form)

    assert page.one("h1").text == "Een papieren formulier overtypen"
    assert number_on(page)
    assert "Beste" not in page.words


def test_after_sending_in_there_is_no_mirror_but_a_next_form(client: PageClient, form: str, helpers_page: str) -> None:
    fill_in(client, form.removeprefix("/v/"), statements(4))

    page = client.get(f"{form}/klaar")

    assert page.one("h1").text == "Ingevoerd"
    assert number_on(page) == number_on(client.get(form))
    assert "spiegel" not in page.words.lower()
    assert "spiegel" not in client.get(f"{form}/nakijken").words.lower()
    (following,) = (link for link in page.all("a", class_="button") if link.text == "Volgend formulier")
    assert following.get("href") == helpers_page


def test_the_check_page_of_a_form_speaks_of_the_form_and_not_of_the_helper(client: PageClient, form: str) -> None:
    client.post(f"{form}/roles", {"ro-1": "4"})
    before = client.get(f"{form}/nakijken?alles=1")
    assert before.one("button", name="go").text == "Verstuur dit formulier"
    assert "Lees alles nog eens na" in client.get(f"{form}/nakijken").words

    client.submit(before, {"go": "sure"})
    after = client.get(f"{form}/nakijken")

    assert after.one("h1").text == "Dit formulier"
    assert "Dit formulier is verstuurd" in after.words
    assert "Ingevuld op dit formulier: 1 van de 40 stellingen" in after.words
    for page in (before, after):
        headings_and_buttons = [found.text for tag in ("h1", "h2", "button") for found in page.all(tag)]
        assert not [text for text in headings_and_buttons if "mijn antwoorden" in (text or "").lower()]
        assert "je hebt" not in page.words.lower()
        assert "je antwoorden" not in page.words.lower()


def test_who_answers_in_person_still_reads_of_the_own_answers(client: PageClient, opened: OpenRound) -> None:
    client.post(f"{opened.link}/roles", {"ro-1": "4"})
    page = client.get(f"{opened.link}/nakijken")

    assert page.one("button", name="go").text == "Verstuur mijn antwoorden"
    assert "Lees al mijn antwoorden nog eens" in page.words


def test_no_page_of_a_form_speaks_of_a_helper_to_the_helper(client: PageClient, form: str) -> None:
    assert "Terug naar je invulpagina" in client.get(form).words
    fill_in(client, form.removeprefix("/v/"), statements(4))

    assert "terug op je invulpagina" in client.get(f"{form}/klaar").words


def test_a_helper_types_over_many_forms_each_with_a_number_of_its_own(
    app: Flask, client: PageClient, opened: OpenRound, helpers_page: str
) -> None:
    links = [begin(client, make_code(app, opened, "paper")) for _ in range(4)]

    assert len(set(links)) == len({number_on(client.get(link)) for link in links}) == 4


@pytest.mark.parametrize("shape", ["{}", " {} ", "{0:.4}{0:.0}"])
def test_the_number_leads_back_to_the_form(
    client: PageClient, form: str, helpers_page: str, shape: str
) -> None:  # fmt: skip
    number = number_on(client.get(form))
    typed = number.replace(" ", "") if shape.startswith("{0") else shape.format(number)

    assert find(client, helpers_page, typed).location == form


def test_the_form_found_can_be_changed_and_erased(client: PageClient, form: str, helpers_page: str) -> None:
    token = form.removeprefix("/v/")
    fill_in(client, token, statements(4))
    found = client.follow(find(client, helpers_page, number_on(client.get(form))))
    assert "Dit formulier is verstuurd" in found.words

    client.post(f"{form}/roles", {"ro-1": "1"})
    assert client.get(f"{form}/roles").one("input", name="ro-1", checked=None).get("value") == "1"
    erased = client.follow(client.submit(found, {}, form={"action": f"{form}/wissen"}))

    assert "Deze antwoorden tellen niet mee" in erased.words
    with writing() as session:
        kept = session.scalars(select(Response).join(Invitation, Invitation.id == Response.invitation_id)).all()
    assert not [each for each in kept if each.answers or each.sent_in_at_utc]


@pytest.mark.parametrize("typed", ["", "1234", "abcdefgh", "0" * 9, "<b>"])
def test_a_number_that_is_none_is_said(client: PageClient, helpers_page: str, typed: str) -> None:
    page = find(client, helpers_page, typed, 422)

    assert "Er is geen formulier met dit nummer" in page.words
    assert page.title.startswith("Fout: ")


def test_a_number_opens_no_form_of_another_round(
    app: Flask, client: PageClient, form: str, connection: Connection
) -> None:
    other = make_code(app, make_round(app, name="Taalnetwerk Kroonmeer"), "paper")

    find(client, f"/meedoen/{other.token}", number_on(client.get(form)), 422)


def test_a_number_opens_nothing_that_came_in_otherwise(app: Flask, client: PageClient, opened: OpenRound) -> None:
    paper, meeting = make_code(app, opened, "paper"), make_code(app, opened)
    token = begin_quietly(app, meeting, 1)

    with app.app_context():
        number = entering.form_number(app.extensions["netwerkspiegel"].instance_key, token)
    find(client, f"/meedoen/{paper.token}", number, 422)


def test_two_forms_never_get_the_same_number(
    app: Flask, client: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one digit, ten forms take all ten numbers."""
    monkeypatch.setattr(entering, "FORM_DIGITS", 1)
    code = make_code(app, opened, "paper")

    tokens = [begin_quietly(app, code, form, "paper") for form in range(10)]

    key = app.extensions["netwerkspiegel"].instance_key
    assert {entering.form_number(key, token) for token in tokens} == set("0123456789")


def test_when_the_code_has_ended_forms_can_be_changed_but_not_begun(
    app: Flask, client: PageClient, opened: OpenRound, form: str, helpers_page: str
) -> None:
    number = number_on(client.get(form))
    stop_code(app, opened, "paper")

    page = client.get(helpers_page)

    assert "Deze code is afgelopen" in page.words
    assert "Typ een formulier over" not in page.words
    client.post(helpers_page, status=404)
    assert find(client, helpers_page, number).location == form


def test_a_personal_link_has_nothing_of_paper(app: Flask, client: PageClient, opened: OpenRound) -> None:
    answer(app, opened.tokens[0], statements(3))

    assert "Je eigen spiegel" in client.get(f"{opened.link}/klaar").words
    assert "formulier" not in client.get(opened.link).words
