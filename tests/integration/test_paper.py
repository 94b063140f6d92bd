"""The questionnaire on paper: from a personal link, and by command."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from survey import documents
from survey.database import writing
from survey.models import Round
from survey.queries import networks
from survey.services import networks as network_services
from survey.services.contacts import add_contact
from survey.services.organisations import find_organisation
from survey.services.rounds import invite_late
from survey.tokens import make_token
from tests.commands import CLOSES, Run
from tests.factories import (
    ADVISER_ADDRESS,
    NETWORK,
    OpenRound,
    close_round,
    fill_in,
    key_of,
    make_round,
    statements,
    the_questionnaire,
)
from tests.pages import PageClient
from tests.pdf_reading import check, squeezed, text_of

Fails = Callable[..., str]


def words_on(pdf: bytes) -> str:
    return " ".join(text_of(pdf, order="-raw").split())


def test_who_holds_a_link_prints_the_rounds_questionnaire(
    client: PageClient, opened: OpenRound, tmp_path: Path
) -> None:
    sent = client.get(f"{opened.link}/papier.pdf")
    words = words_on(sent.body)

    check(sent.body, tmp_path)
    assert sent.headers["Content-Type"] == "application/pdf"
    assert sent.headers["Content-Disposition"] == 'attachment; filename="taalnetwerkspiegel-op-papier.pdf"'
    assert sent.headers["Cache-Control"] == "no-store"
    for told in (NETWORK, "Hanna Bos, coördinator van het netwerk, met Joris Veenstra", ADVISER_ADDRESS):
        assert told in words


def test_it_offers_the_kinds_of_partner_of_the_network_and_no_other(client: PageClient, opened: OpenRound) -> None:
    words = words_on(client.get(f"{opened.link}/papier.pdf").body)

    assert "bibliotheek" in words
    assert "gemeente: beleid" in words
    assert "woningcorporatie" not in words


def test_it_is_the_same_for_everybody_in_one_network_and_holds_nothing_of_a_person(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    """Nor does it change with what somebody answered; a link prints as the language of its person."""
    fill_in(client, opened.tokens[0], statements(4))
    with app.app_context(), writing() as session:
        network = network_services.find_network(session, name=NETWORK)
        library = find_organisation(session, network=network, name=f"library van {NETWORK}")
        add_contact(session, organisation=library, name="Late Lida", address="lida@late.example", language="nl")
        contact = networks.list_contacts(session, network_id=network.id)
        late = next(each for each in contact if each.name == "Late Lida")
        assert invite_late(session, network=network, contact=late, key=key_of(app)) is not None

    printed = {client.get(f"/v/{token}/papier.pdf").body for token in opened.tokens}

    (form,) = printed
    words = words_on(form)
    assert not any(secret in words for secret in (*opened.tokens, "library 000", "municipality 000", "p0@library"))
    assert not any(token.encode() in form for token in opened.tokens)


def test_the_language_of_the_link_is_the_language_on_paper(client: PageClient, opened: OpenRound) -> None:
    client.post(opened.link, {"lang": "en"})

    words = words_on(client.get(f"{opened.link}/papier.pdf").body)

    assert "Questionnaire on paper" in words
    assert "Together we know what we want to achieve." in words


def test_blocks_that_a_round_leaves_out_are_not_on_paper(app: Flask, client: PageClient, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).left_out = ["roles-matrix", "open"]

    words = words_on(client.get(f"{opened.link}/papier.pdf").body)

    assert "Wie doet deze taken" not in words
    assert "Wat gaat goed en moet zo blijven?" not in words
    assert "Welk cijfer geef je de samenwerking" in words


def test_the_first_page_leads_to_it_and_says_what_paper_counts_for(client: PageClient, opened: OpenRound) -> None:
    page = client.get(opened.link)

    link = page.one("a", href=f"{opened.link}/papier.pdf")
    assert "".join(link.itertext()) == "Liever op papier? Print de vragenlijst (PDF)"
    assert "Antwoorden op papier tellen alleen mee in het resultaat van het hele netwerk." in page.words
    assert "Als je hier antwoordt, helpt dat je netwerk meer." in page.words


def test_who_counts_in_the_total_only_is_not_told_that_the_link_helps_more(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 1})
    with app.app_context(), writing() as session:
        network = network_services.find_network(session, name=NETWORK)
        organisation = find_organisation(session, network=network, name=f"library van {NETWORK}")
        add_contact(session, organisation=organisation, name="Zonder", address=None, language="nl")
        contact = next(each for each in networks.list_contacts(session, network_id=network.id) if each.name == "Zonder")
        invitation = invite_late(session, network=network, contact=contact, key=key_of(app))
        assert invitation is not None
        token = make_token(key_of(app), "invitation", invitation.id, 1)

    page = client.get(f"/v/{token}")

    assert "Print de vragenlijst" in page.words
    assert "helpt dat je netwerk meer" not in page.words
    assert opened.tokens


def test_an_unknown_link_and_a_closed_round_print_nothing(
    committed_app: Flask,
) -> None:
    opened = make_round(committed_app)
    client = PageClient(committed_app)
    client.get("/v/x/papier.pdf", 404)
    client.get(f"/v/{'A' * 43}/papier.pdf", 404)

    close_round(committed_app, opened.id)

    assert client.get(f"{opened.link}/papier.pdf", 303).location.startswith(opened.report)


def test_forms_are_set_one_at_a_time(client: PageClient, opened: OpenRound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_WAIT_SECONDS", 0.01)

    with documents.turn():
        client.get(f"{opened.link}/papier.pdf", 503)

    client.get(f"{opened.link}/papier.pdf")


def test_the_command_prints_any_version_for_any_network(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"

    (said,) = run("questionnaire", "paper", "organisatieprofiel", "--language", "en", "--out", str(target))
    words = words_on(target.read_bytes())

    assert said == f"{target}: On behalf of my organisation, on paper."
    assert "only if your organisation is of this kind: municipality: policy" in words
    assert NETWORK not in words


def test_the_command_prints_for_a_kind_and_says_where_it_goes_back_to(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    to = ["--return-to", "Bieb Waterdam", "--return-to", "Plein 1"]

    run("questionnaire", "paper", the_questionnaire().id, "--kind", "municipality", *to, "--out", str(target))
    words = words_on(target.read_bytes())

    assert "Partners weten wie bij de gemeente hun contactpersoon is." in words
    assert "Bieb Waterdam Plein 1" in words


@pytest.fixture
def opened_by_command(run: Run, network: str) -> str:
    run("round", "plan", network, "--without", "form-phase")
    run("round", "open", network, *CLOSES)
    return network


def test_the_command_prints_what_an_open_round_asks(
    app: Flask, run: Run, opened_by_command: str, tmp_path: Path
) -> None:
    target = tmp_path / "form.pdf"
    run("questionnaire", "paper", the_questionnaire().id, "--network", opened_by_command, "--out", str(target))
    words = words_on(target.read_bytes())

    assert f"Netwerk {opened_by_command}" in words
    assert "Wat voor netwerk zijn we?" not in words
    assert str(date.fromisoformat(CLOSES[1]).year) in words
    assert "Hanna Bos, coördinator van het netwerk, met Joris Veenstra, adviseur bij Taalsteun" in words
    assert "joris@taalsteun.example" in words


def test_the_organisation_profile_of_a_network_has_a_card_for_each_organisation(
    run: Run, opened_by_command: str, tmp_path: Path
) -> None:
    target = tmp_path / "form.pdf"
    run("questionnaire", "paper", "organisatieprofiel", "--network", opened_by_command, "--out", str(target))

    text = squeezed(text_of(target.read_bytes(), order="-raw"))

    assert text.index("BibliotheekGemeente") > 0
    assert text.count("Hoevaakwasercontact?") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "There is no questionnaire 'nothing' here. There are: "),
        (["quick-scan", "--version", "9.9.9"], "There is no questionnaire 'quick-scan' 9.9.9 here."),
        (["quick-scan", "--language", "fy"], "'quick-scan' is not there in the language 'fy'. It is there in: nl, en."),
        (["quick-scan", "--kind", "bakery"], "'bakery' is no kind of partner. Choose one of: library,"),
        (["quick-scan", "--network", "Nergens"], "There is no network 'Nergens'."),
        (["taalnetwerkspiegel", "--network", NETWORK], f"'{NETWORK}' has no open round."),
    ],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(
    fails: Fails, network: str, arguments: list[str], said: str, tmp_path: Path
) -> None:
    target = tmp_path / "form.pdf"

    assert fails("questionnaire", "paper", *arguments, "--out", str(target)).startswith(said)
    assert not target.exists()


def test_a_round_prints_what_it_asks_and_nothing_else(fails: Fails, opened_by_command: str, tmp_path: Path) -> None:
    said = fails("questionnaire", "paper", "quick-scan", "--network", NETWORK, "--out", str(tmp_path / "form.pdf"))

    assert said == f"The open round of '{NETWORK}' asks 'taalnetwerkspiegel', not 'quick-scan'."


def test_a_file_that_is_there_is_kept(fails: Fails, tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    target.write_text("mine")

    assert "is there already" in fails("questionnaire", "paper", "quick-scan", "--out", str(target))
    assert target.read_text() == "mine"


def test_a_version_and_a_network_do_not_go_together(app: Flask) -> None:
    arguments = ["questionnaire", "paper", "quick-scan", "--version", "1.0.0", "--network", NETWORK]

    result = app.test_cli_runner().invoke(args=arguments)

    assert result.exit_code == 2
    assert "--version does not go with --network" in result.output
