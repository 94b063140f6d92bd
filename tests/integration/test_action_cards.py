"""Cards of the actions of a network, to print: what is to be done, and empty ones as far as there is room."""

from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from reports.forms.typesetting import MissingFonts
from survey.advise.actions import printing
from survey.models import Network
from tests.agreeing import WHAT, agree
from tests.factories import NETWORK, sign_in
from tests.networks import audit_rows, make_network
from tests.pages import PageClient
from tests.pdf_reading import pages, squeezed, text_of

FORMS = ("kaartjes-a4", "kaartjes")
every_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture
def network(app: Flask, client: PageClient) -> Network:
    """A network whose coordinator is signed in."""
    network = make_network(app)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    return network


def of(network: Network, *more: object) -> str:
    return "/".join(map(str, (f"/netwerken/{network.id}/acties", *more)))


def printed(client: PageClient, network: Network, form: str) -> str:
    return squeezed(text_of(client.get(of(network, f"{form}.pdf")).body, order="-raw"))


@every_form
def test_what_is_to_be_done_is_on_a_card_and_there_are_three_empty_ones(
    app: Flask, client: PageClient, network: Network, form: str
) -> None:
    agree(app, network.id, theme="roles", helpers="De gemeente", first_step="Bel dinsdag", due_on=date(2030, 1, 15))
    agree(app, network.id, what="Dit is al gedaan", status="done")

    text = printed(client, network, form)

    for said in (WHAT, "Rollen en taken", "De gemeente", "Bel dinsdag", "15 januari 2030", f"Acties van {NETWORK}"):
        assert squeezed(said) in text
    assert squeezed("Dit is al gedaan") not in text
    assert text.count(squeezed("Nieuwe actie")) == 3


@pytest.mark.parametrize(("form", "number"), [("kaartjes-a4", 1), ("kaartjes", 3)])
def test_three_cards_are_one_sheet_or_three_pages(client: PageClient, network: Network, form: str, number: int) -> None:
    assert pages(client.get(of(network, f"{form}.pdf")).body) == number


def test_the_page_of_actions_leads_there_and_printing_is_noted(
    app: Flask, client: PageClient, network: Network
) -> None:
    links = client.get(of(network)).links()
    assert {of(network, f"{form}.pdf") for form in FORMS} <= set(links)

    answer = client.get(of(network, "kaartjes-a4.pdf"))

    assert answer.headers["Content-Type"] == "application/pdf"
    assert "acties-van" in answer.headers["Content-Disposition"]
    assert audit_rows(app) == [("action.printed", {"form": "sheets"})]


@every_form
def test_without_fonts_a_sentence_says_so(
    client: PageClient, network: Network, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise MissingFonts(Path("/nowhere"))

    name = {"kaartjes-a4": "sheets", "kaartjes": "cards"}[form]
    monkeypatch.setitem(printing._FORMS, name, fails)  # type: ignore[arg-type]  # a dict, for reading only

    told = client.get(of(network, f"{form}.pdf"), 303)

    assert "De kaartjes kunnen nu niet gemaakt worden." in client.get(told.location).words
