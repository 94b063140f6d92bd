"""Planning a round: who may, what does not fit, two people at once, and what the page says that can be shown."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import writing
from survey.models import PlannedRound, Round, SupportOrganisation
from survey.services.contacts import add_contact
from survey.services.opening import open_planned
from tests.factories import in_days, key_of, make_round, sign_in
from tests.networks import audited, make_network, organisation
from tests.pages import PageClient
from tests.planning import address, plan, plan_of, planned, send, wish


def test_another_questionnaire_is_chosen_with_everything_in_it(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)

    begun = client.get(address(network.id)).form(id="answers").fields
    send(client, address(network.id), {**begun, "questionnaire": "quick-scan"})
    assert planned(app, network.id).left_out == []

    kept = client.get(address(network.id)).form(id="answers").fields
    send(client, address(network.id), {**kept, "questionnaire": "taalnetwerkspiegel"})
    assert planned(app, network.id).left_out == []


@pytest.mark.parametrize("role", ["coordinator", "adviser"])
def test_a_round_is_planned_with_everything_in_it(app: Flask, client: PageClient, role: str) -> None:
    network = make_network(app)
    sign_in(app, client, role=role)  # type: ignore[arg-type]  # one of the roles

    made = plan(
        app, client, network.id,
        groups="library,rest", opens_on=in_days(2).isoformat(), meeting_on=in_days(40).isoformat(),
        meeting_place=" 13.30  uur ", sender_name="Taalpunt", languages=["nl", "en"], first_language="en",
    )  # fmt: skip

    assert (made.opens_on, made.closes_on, made.meeting_on) == (in_days(2), in_days(21), in_days(40))
    assert (made.meeting_place, made.sender_name, made.languages) == ("13.30 uur", "Taalpunt", ["en", "nl"])
    assert [group["id"] for group in made.plan or []] == ["library", "rest"]
    assert made.reminds_on == ["7", "last"]
    assert (made.releases_at_once, made.is_by_code, made.asked_at_utc) == (False, False, None)
    assert "roles-matrix" not in made.left_out
    assert {"overall", "relation-map"} <= set(made.left_out)
    assert audited(app)[-1:] == ["round.planned"]


def test_the_form_begins_three_weeks_ahead_on_a_weekday_with_everything_asked(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)

    form = client.get(address(network.id))

    closes_on = date.fromisoformat(form.one("input", name="closes_on").get("value", ""))
    assert in_days(21) <= closes_on <= in_days(23)
    assert closes_on.weekday() < 5
    ticked = [box.get("value") for box in form.all("input", name="asked") if "checked" in box.attrib]
    assert {"roles-matrix", "voice", "organisation-profile"} <= set(ticked)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"closes_on": ""}, "closes_on", "Kies een dag."),
        ({"closes_on": "31-02-2027"}, "closes_on", "Dit is geen datum."),
        ({"closes_on": "2020-01-01"}, "closes_on", "is al voorbij"),
        ({"closes_on": "2126-01-01"}, "closes_on", "meer dan een jaar"),
        ({"opens_on": "2020-01-01"}, "opens_on", "is al voorbij"),
        ({"opens_on": in_days(30).isoformat()}, "closes_on", "is eerder dan de openingsdag"),
        ({"meeting_on": in_days(21).isoformat()}, "meeting_on", "is niet na de laatste dag"),
        ({"meeting_place": "Zaal 3"}, "meeting_on", "op welke dag de bijeenkomst is"),
        ({"languages": []}, "languages", "minstens één taal"),
        ({"languages": ["nl"], "first_language": "en"}, "first_language", "een van de talen"),
        ({"sender_name": "x" * 201}, "sender_name", "hoogstens 200 tekens"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_kept(
    app: Flask, client: PageClient, changes: dict[str, object], field: str, said: str
) -> None:
    network = make_network(app)
    sign_in(app, client)

    page = send(client, address(network.id), wish(**changes), 422)

    wrong = " ".join(page.one("p", id=f"{field}-e").itertext())
    assert said in wrong
    assert page.title.startswith("Fout:")
    assert plan_of(app, network.id) is None
    assert "round.planned" not in audited(app)


def test_a_day_can_be_typed_as_people_write_it(app: Flask, client: PageClient) -> None:
    network, day = make_network(app), in_days(21)
    sign_in(app, client)

    made = plan(app, client, network.id, closes_on=f" {day.day}-{day.month}-{day.year} ")

    assert made.closes_on == day


def test_of_two_who_plan_the_second_sees_what_the_first_changed(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    plan(app, client, network.id)

    page = send(client, address(network.id), wish(closes_on=in_days(28).isoformat()), 422)

    assert "Iemand anders heeft dit intussen veranderd" in page.words
    assert "Nu staat er" in page.words
    assert planned(app, network.id).closes_on == in_days(21)
    send(client, address(network.id), wish(closes_on=in_days(28).isoformat(), version=page.form().fields["version"]))
    assert planned(app, network.id).closes_on == in_days(28)


def test_a_plan_that_was_thrown_away_meanwhile_is_not_brought_back(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id)
    send(client, address(network.id, "plan-weg"))

    page = send(client, address(network.id), wish(version=str(made.version)), 422)

    assert "intussen weggegooid of geopend" in page.words
    assert plan_of(app, network.id) is None
    assert audited(app)[-1] == "round.plan_discarded"


def test_the_same_once_more_changes_and_notes_nothing(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id)

    send(client, address(network.id), wish(version=str(made.version)))

    assert planned(app, network.id).version == made.version
    assert audited(app).count("round.planned") == 1


def test_while_a_round_is_open_none_is_planned(app: Flask, client: PageClient) -> None:
    opened = make_round(app)
    sign_in(app, client)

    page = send(client, address(opened.network_id), wish(), 422)

    assert "Er is al een ronde open" in page.words
    assert plan_of(app, opened.network_id) is None


def test_only_what_the_support_organisation_has_can_be_chosen(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    with app.app_context(), writing() as session:
        session.scalars(select(SupportOrganisation)).one().questionnaires = ["taalnetwerkspiegel-kort"]
    sign_in(app, client)

    form = client.get(address(network.id))
    page = send(client, address(network.id), wish(), 422)

    assert [each.get("value") for each in form.one("select", name="questionnaire")] == ["taalnetwerkspiegel-kort"]
    assert page.one("p", id="questionnaire-e") is not None
    assert plan_of(app, network.id) is None


def test_what_a_command_planned_is_kept_in_the_form(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    with app.app_context(), writing() as session:
        session.add(PlannedRound(network_id=network.id, questionnaire_id="taalnetwerkspiegel", left_out=["open"]))
    sign_in(app, client)

    form = client.get(address(network.id))

    boxes = {box.get("value"): "checked" in box.attrib for box in form.all("input", name="asked")}
    assert (boxes["open"], boxes["overall"]) == (False, True)
    assert form.one("input", name="closes_on").get("value")


def test_the_page_says_what_can_be_shown_and_what_participants_read(app: Flask, client: PageClient) -> None:
    network = make_network(app, {"library": 8, "welfare": 3, "municipality": 6})
    sign_in(app, client)
    plan(app, client, network.id, groups="library,welfare,rest")

    words = client.get(f"/netwerken/{network.id}/ronde").words

    assert "Je kunt 17 mensen uitnodigen" in words
    assert "Het hele netwerk 17" in words
    assert "12 antwoorden: gemiddelden, en hoe de antwoorden verdeeld zijn" in words  # 75 of 100, rounded down
    assert "6 antwoorden: gemiddelden" in words  # the library at 75
    assert "2 antwoorden: geen eigen resultaat" in words
    assert "Welzijn krijgt geen eigen resultaat" in words


def test_a_person_listed_twice_is_said_before_opening(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    with app.app_context(), writing() as session:
        other = session.merge(organisation(app, "municipality", network.id))
        add_contact(session, organisation=other, name="LIBRARY 001", address="elders@example.org")
    sign_in(app, client)
    plan(app, client, network.id)

    assert "krijgt twee uitnodigingen: library 001" in client.get(f"/netwerken/{network.id}/ronde").words


def test_what_is_planned_is_what_opens(app: Flask, client: PageClient) -> None:
    network = make_network(app, {"library": 2})
    account = sign_in(app, client)
    made = plan(app, client, network.id, groups="library,rest", sender_name="Taalpunt", languages=["en"],
                first_language="en", meeting_on=in_days(30).isoformat(), meeting_place="Zaal 3")  # fmt: skip
    send(client, address(network.id, "openen"), {"version": str(made.version)})

    config = app.extensions["netwerkspiegel"]
    with app.app_context(), writing() as session:
        open_planned(session, plan_id=made.id, key=key_of(app), sender=config.mail_from, at=clock.now())
        opened = session.scalars(select(Round)).one()
        assert (opened.sender_name, opened.languages, opened.reminds_on) == ("Taalpunt", ["en"], ["7", "last"])
        assert [group["id"] for group in opened.plan] == ["library", "rest"]
        assert (opened.closes_on, opened.meeting_on) == (in_days(21), in_days(30))
        assert (opened.meeting_place, opened.releases_at_once) == ("Zaal 3", False)
    assert audited(app)[-3:] == ["round.planned", "round.opening_asked", "round.opened"]
    assert account.role == "adviser"


def test_a_quick_scan_by_code_is_planned_and_opened_where_it_is_the_only_choice(app: Flask, client: PageClient) -> None:
    network = make_network(app, {"library": 2})
    with app.app_context(), writing() as session:
        session.scalars(select(SupportOrganisation)).one().questionnaires = ["quick-scan"]
    sign_in(app, client)

    form = client.get(address(network.id)).form(id="answers")
    assert form.fields["questionnaire"] == "quick-scan"
    client.post(form.action or address(network.id), {**form.fields, "is_by_code": "y"})
    words = client.get(f"/netwerken/{network.id}/ronde").words
    send(client, address(network.id, "openen"), {"version": str(planned(app, network.id).version)})

    assert "Korte scan, versie 1.0.0" in words
    assert "meteen, zodra het gemaakt is" in words  # whoever is there reads it, whatever the form said
    assert "Herinneringen" not in words  # nobody is reminded
    config = app.extensions["netwerkspiegel"]
    with app.app_context(), writing() as session:
        plan_id = planned(app, network.id).id
        assert open_planned(session, plan_id=plan_id, key=key_of(app), sender=config.mail_from, at=clock.now()) == []
        opened = session.scalars(select(Round)).one()
        assert (opened.questionnaire_id, opened.is_by_code, opened.releases_at_once) == ("quick-scan", True, True)


def test_a_plan_goes_only_while_it_does_not_wait(app: Flask, client: PageClient) -> None:
    network = make_network(app)
    sign_in(app, client)
    made = plan(app, client, network.id, opens_on=in_days(3).isoformat())
    send(client, address(network.id, "openen"), {"version": str(made.version)})

    send(client, address(network.id, "plan-weg"))
    page = send(client, address(network.id), wish(version=str(planned(app, network.id).version)), 422)

    assert "wacht op openen" in page.words
    assert planned(app, network.id).asked_at_utc is not None
