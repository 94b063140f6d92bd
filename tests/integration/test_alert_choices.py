"""The page on which an adviser chooses which alerts come by mail, and how soon."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from survey.database import reading, writing
from survey.models import Account, AlertChoice, AuditEvent, Network
from survey.services import alerts, networks
from tests.factories import sign_in
from tests.mail_server import server_at
from tests.pages import Page, PageClient

ADDRESS = "/overzicht/meldingen"
KINDS = ("too_few", "bounced", "report", "late")


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> Account:
    return sign_in(app, client, role="adviser")


def chosen_on(page: Page) -> dict[str, str]:
    return {
        box.get("name", ""): box.get("value", "") for box in page.all("input", type="radio") if "checked" in box.attrib
    }


def kept(app: Flask) -> dict[str, str]:
    with app.app_context(), reading() as session:
        return {row[0]: row[1] for row in session.execute(select(AlertChoice.kind, AlertChoice.pace))}


def notes(app: Flask) -> int:
    with app.app_context(), reading() as session:
        of = select(func.count()).where(AuditEvent.action == "account.details_changed")
        return session.scalars(of).one()


def test_what_is_standard_is_chosen_and_said(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    assert chosen_on(page) == dict(alerts.STANDARD)
    assert page.words.count("Standaard: wekelijks.") == 3
    assert page.words.count("Standaard: meteen.") == 1
    assert "op maandag vanaf 7 uur" in page.words
    assert "elke dag tussen 7 en 20 uur" in page.words
    assert adviser.address in page.words


def test_what_is_chosen_is_kept_and_said_to_be(app: Flask, client: PageClient, adviser: Account) -> None:
    wanted = dict[str, str](zip(KINDS, ("at_once", "never", "weekly", "never"), strict=True))
    page = client.submit(client.get(ADDRESS), wanted, form={"action": ADDRESS})

    assert page.location.endswith(ADDRESS)
    page = client.get(ADDRESS)
    assert "Je keuze is bewaard." in page.words
    assert chosen_on(page) == wanted == kept(app)
    assert notes(app) == 1


def test_the_same_choice_once_more_changes_nothing(app: Flask, client: PageClient, adviser: Account) -> None:
    client.submit(client.get(ADDRESS), {}, form={"action": ADDRESS})

    assert "Je keuze is bewaard." in client.get(ADDRESS).words
    assert notes(app) == 0


def test_two_tabs_each_change_only_what_was_changed_in_them(app: Flask, client: PageClient, adviser: Account) -> None:
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    client.submit(first, {"late": "never"}, form={"action": ADDRESS})
    client.submit(second, {"bounced": "at_once"}, form={"action": ADDRESS})

    wanted = {**alerts.STANDARD, "late": "never", "bounced": "at_once"}
    assert chosen_on(client.get(ADDRESS)) == wanted == kept(app)


def test_what_was_changed_before_a_mistake_is_still_known_as_changed(
    app: Flask, client: PageClient, adviser: Account
) -> None:
    fields = client.get(ADDRESS).form(action=ADDRESS).fields
    page = client.post(ADDRESS, {**fields, "late": "", "report": "never"}, 422)
    client.submit(page, {"late": "weekly"}, form={"action": ADDRESS})

    assert kept(app) == {**alerts.STANDARD, "report": "never"}


@pytest.mark.parametrize("sent", ["", "hourly", "AT_ONCE", "\x00"])
def test_what_is_no_choice_is_said_at_its_question_and_the_rest_stays(
    app: Flask, client: PageClient, adviser: Account, sent: str
) -> None:
    fields = client.get(ADDRESS).form(action=ADDRESS).fields
    page = client.post(ADDRESS, {**fields, "late": sent, "report": "never"}, 422)

    assert page.words.count("Kies een van de drie.") == 2
    assert "Fout: Meldingen per mail" in page.text
    assert "#late-never" in page.links()
    assert chosen_on(page) == {"too_few": "weekly", "bounced": "weekly", "report": "never"}
    assert kept(app) == {}


def test_every_choice_has_its_own_words_for_who_does_not_see(client: PageClient, adviser: Account) -> None:
    page = client.get(ADDRESS)

    for fieldset in page.all("fieldset"):
        described = (fieldset.get("aria-describedby") or "").split()
        assert all(page.all("span", id=each) for each in described)
        assert [legend.text for legend in fieldset.iter("legend")]
    assert len(page.all("fieldset")) == len(KINDS)


def test_an_adviser_finds_the_page_and_a_coordinator_has_the_weekly_mail(app: Flask, client: PageClient) -> None:
    account = sign_in(app, client, role="adviser")
    with app.app_context(), writing() as session:
        own = session.get_one(Account, account.id)
        networks.add_network(session, adviser=own, name="Waterdam", province="Utrecht")
    assert ADDRESS in client.get("/overzicht").links()
    assert ADDRESS in client.get("/account").links()
    form = client.get("/account/gegevens").form(action="/account/gegevens")
    assert "gets_overview" not in form.fields
    client.post("/account/gegevens", {**form.fields, "name": "Joris de Vries"})
    with app.app_context(), reading() as session:
        assert session.get_one(Account, account.id).gets_overview

    sign_in(app, client, role="coordinator", address="hanna@x.example")
    assert ADDRESS not in client.get("/account").links()
    assert "gets_overview" in client.get("/account/gegevens").form(action="/account/gegevens").fields


def test_who_has_no_networks_and_where_no_mail_goes_is_told(
    app: Flask, client: PageClient, adviser: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = client.get(ADDRESS)
    assert "Je begeleidt nog geen netwerken." in page.words
    assert "Deze website heeft nog geen mailserver." in page.words

    ours = app.extensions["netwerkspiegel"]
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(ours, mail_server=server_at(25)))
    with app.app_context(), writing() as session:
        own = session.get_one(Account, adviser.id)
        networks.add_network(session, adviser=own, name="Waterdam", province="Utrecht")
        assert session.scalars(select(Network.name)).all() == ["Waterdam"]
    page = client.get(ADDRESS)
    assert "nog geen netwerken" not in page.words
    assert "mailserver" not in page.words


def test_in_english(app: Flask, client: PageClient, adviser: Account) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Account, adviser.id).language = "en"

    assert "Default: weekly." in client.get(ADDRESS).words
