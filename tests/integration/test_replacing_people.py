"""Another address or another person while a round is open: a new invitation, which starts empty and joins the total."""

import pytest
from flask import Flask

from survey import clock
from survey.database import writing
from survey.models import Contact, Invitation, Round
from tests.factories import NETWORK, OpenRound, close_round, fill_in, sign_in, statements, words
from tests.invited import invitation_of, list_of, mails, replace, token_of
from tests.networks import audited, contact, count
from tests.pages import PageClient

NAME = "library 000"
NEW = "nieuw@library.example"
OTHER = {"name": "Nel Nieuw", "address": NEW}
MINE = "DIT-IS-VAN-MIJ"


@pytest.fixture
def staff(app: Flask, opened: OpenRound, client: PageClient) -> PageClient:
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    return client


def test_a_corrected_address_is_a_new_invitation_that_starts_empty(
    app: Flask, opened: OpenRound, staff: PageClient
) -> None:
    old = invitation_of(app, NAME)
    fill_in(staff, token_of(app, old), statements(4) | words("op-keep", MINE, share=True))

    page = staff.follow(replace(staff, old.id, {"address": NEW}))

    assert f"{NAME} is uitgenodigd. De link van eerst opent niets meer." in page.words
    new = invitation_of(app, NAME, 1)
    assert (new.reporting_group, new.withdrawn_at_utc) == (None, None)
    assert old.reporting_group == "library"
    assert [mail.invitation_id for mail in mails(app)] == [new.id]
    first = staff.get(f"/v/{token_of(app, new)}")
    assert "Begin met de vragen" in first.words
    assert MINE not in staff.get(f"/v/{token_of(app, new)}/nakijken?alles=1").text
    staff.get(f"/v/{token_of(app, old)}", 404)
    assert audited(app) == ["invitation.withdrawn", "contact.added"]


def test_the_page_says_what_it_means_beforehand(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    page = staff.get(f"/genodigden/{invitation_of(app, NAME).id}/vervangen")

    assert "die begint leeg, en de antwoorden tellen alleen mee in het totaal, nooit in een groep." in page.words
    assert f"De link van {NAME} opent dan niets meer" in page.words
    assert page.form().fields["address"] == "p0@library.example"


def test_somebody_else_begins_with_an_empty_form(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    old = invitation_of(app, NAME)
    form = staff.get(f"/genodigden/{old.id}/vervangen?wie=anders").form().fields
    assert (form["name"], form["address"], form["job"]) == ("", "", "")

    staff.follow(replace(staff, old.id, OTHER, query="?wie=anders"))

    assert contact(app, NAME).archived_at_utc is not None
    new = contact(app, "Nel Nieuw")
    assert (new.address, new.archived_at_utc) == (NEW, None)
    assert new.partner_organisation_id == contact(app, NAME).partner_organisation_id


def test_who_has_no_mail_can_take_the_place_as_well(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    replace(staff, invitation_of(app, NAME).id, {"name": "Zonder Mail", "address": ""})

    assert invitation_of(app, "Zonder Mail").reporting_group is None
    assert mails(app) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "Nel Nieuw", "address": "P0+bieb@Library.example "}, "De uitnodiging van library 000 ging naar dit"),
        ({"address": "p1@library.example"}, "is al van een andere contactpersoon"),
        ({"address": "p0"}, "is geen e-mailadres"),
        ({"name": " ", "address": NEW}, "Geef de contactpersoon een naam."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    app: Flask, opened: OpenRound, staff: PageClient, typed: dict[str, str], sentence: str
) -> None:
    old = invitation_of(app, NAME)

    page = replace(staff, old.id, typed, 422)

    assert sentence in page.words
    assert page.title.startswith("Fout:")
    assert page.form().fields["address"] == typed.get("address", "").strip()
    assert (count(app, Contact), count(app, Invitation), mails(app)) == (3, 3, [])
    assert invitation_of(app, NAME).withdrawn_at_utc is None


def test_of_two_who_replace_at_once_one_does(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    old = invitation_of(app, NAME)
    page = staff.get(f"/genodigden/{old.id}/vervangen")
    staff.submit(page, OTHER)

    again = staff.submit(page, {"name": "Piet Anders", "address": "piet@library.example"}, 422)
    once_more = staff.submit(again, {}, 422)

    assert "Iemand anders heeft dit intussen veranderd." in again.words
    assert "zit in het archief, of is al vervangen" in once_more.words
    assert count(app, Invitation) == 4
    assert len(mails(app)) == 1


def test_a_withdrawn_one_can_still_be_replaced(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    old = invitation_of(app, NAME)
    staff.submit(staff.get(list_of(opened)), {}, form={"action": f"/genodigden/{old.id}/intrekken"})

    replace(staff, old.id, OTHER)

    assert invitation_of(app, "Nel Nieuw").withdrawn_at_utc is None


def test_nobody_is_replaced_once_the_round_is_closed(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    old = invitation_of(app, NAME)
    page = staff.get(f"/genodigden/{old.id}/vervangen")
    close_round(app, opened.id)

    assert "kan niets meer veranderen" in staff.submit(page, OTHER, 422).words
    assert count(app, Contact) == 3


def test_late_answers_of_who_came_instead_join_no_group(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    replace(staff, invitation_of(app, NAME).id, OTHER)

    page = staff.get(f"/v/{token_of(app, invitation_of(app, 'Nel Nieuw'))}")

    assert "Jouw antwoorden tellen alleen mee in het resultaat van het hele netwerk" in page.words
    assert "telt alleen mee in het totaal" in staff.get(list_of(opened)).words


def test_an_archived_network_stays_as_it_is(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    from survey.models import Network

    old = invitation_of(app, NAME)
    page = staff.get(f"/genodigden/{old.id}/vervangen")
    with app.app_context(), writing() as session:
        session.get_one(Network, opened.network_id).archived_at_utc = clock.now()

    assert f"'{NETWORK}' is gearchiveerd" in staff.submit(page, OTHER, 422).words
    assert "Stuur opnieuw" not in staff.get(list_of(opened)).words


def test_the_list_does_not_say_who_was_cancelled(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    """A cancelled round does not exist any more, nor do its invitations."""
    old = invitation_of(app, NAME)
    with app.app_context(), writing() as session:
        round_ = session.get_one(Round, opened.id)
        round_.closed_at_utc = round_.cancelled_at_utc = clock.now()

    staff.get(f"/genodigden/{old.id}/vervangen", 404)
    assert "Er is geen ronde open" in staff.get(list_of(opened)).words
