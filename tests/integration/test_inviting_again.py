"""Send an invitation once more, withdraw its link, invite latecomers: the same for everybody, whoever answered."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from survey import clock
from survey.database import writing
from survey.models import Round, RoundMail
from survey.services.inviting import MOST_INVITATIONS
from tests.factories import (
    OpenRound,
    add_members,
    close_round,
    coded_answers,
    fill_in,
    make_round,
    sign_in,
    statements,
)
from tests.invited import add_without_address, change, invitation_of, list_of, mails, press, replace, token_of
from tests.networks import audited, contact, organisation
from tests.pages import PageClient

NAME = "library 000"


@pytest.fixture
def staff(app: Flask, opened: OpenRound, client: PageClient) -> PageClient:
    """A coordinator of the network, who may do all of this."""
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    return client


def wait(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    later = clock.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clock, "now", lambda: later)


def test_an_invitation_goes_once_more_with_the_same_link(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)

    page = press(staff, opened, invitation.id, "opnieuw")

    assert "De uitnodiging gaat nog een keer weg, met dezelfde link." in page.words
    (mail,) = mails(app)
    assert (mail.purpose, mail.number, mail.state, mail.invitation_id) == ("invitation", 1, "waiting", invitation.id)
    assert invitation_of(app, NAME).generation == invitation.generation
    assert audited(app) == ["invitation.sent_again"]


def test_a_double_click_sends_one(
    app: Flask, opened: OpenRound, staff: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation = invitation_of(app, NAME)
    press(staff, opened, invitation.id, "opnieuw")

    assert "Deze uitnodiging is net weggegaan." in press(staff, opened, invitation.id, "opnieuw").words
    assert len(mails(app)) == 1
    wait(monkeypatch, 11)
    press(staff, opened, invitation.id, "opnieuw")

    assert [mail.number for mail in mails(app)] == [1, 2]
    assert audited(app) == ["invitation.sent_again"] * 2


def test_an_invitation_goes_four_times_at_most(
    app: Flask, opened: OpenRound, staff: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation = invitation_of(app, NAME)
    for _ in range(MOST_INVITATIONS):
        press(staff, opened, invitation.id, "opnieuw")
        wait(monkeypatch, 11)

    assert "al vier keer weggegaan" in press(staff, opened, invitation.id, "opnieuw").words
    assert len(mails(app)) == MOST_INVITATIONS


def test_a_mail_that_waits_for_a_later_try_is_not_doubled(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)
    press(staff, opened, invitation.id, "opnieuw")
    with app.app_context(), writing() as session:
        mail = session.merge(mails(app)[0])
        mail.due_at_utc = clock.now() + timedelta(hours=4)

    assert "net weggegaan" in press(staff, opened, invitation.id, "opnieuw").words
    assert len(mails(app)) == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"refused_at_utc": clock.now()}, "Deze persoon doet niet mee en krijgt geen mail meer."),
        ({"withdrawn_at_utc": clock.now()}, "Deze link is ingetrokken. Laat hem weer werken, verbeter het adres"),
    ],
)
def test_nothing_goes_to_who_is_out(
    app: Flask, opened: OpenRound, staff: PageClient, values: dict[str, object], sentence: str
) -> None:
    """The button is not there; who had the page open already is told."""
    invitation = invitation_of(app, NAME)
    page = staff.get(list_of(opened))
    change(app, invitation, **values)
    where = f"/genodigden/{invitation.id}/opnieuw"

    assert sentence in staff.follow(staff.submit(page, {}, form={"action": where})).words
    assert mails(app) == []
    assert staff.get(list_of(opened)).all("form", action=where) == []


def test_a_withdrawn_link_is_dead_on_every_page_before_and_after_the_closing(
    app: Flask, opened: OpenRound, staff: PageClient
) -> None:
    invitation = invitation_of(app, NAME)
    token = token_of(app, invitation)
    fill_in(staff, token, statements(4))

    page = press(staff, opened, invitation.id, "intrekken")

    assert "De link is ingetrokken: hij opent niets meer." in page.words
    for rest in ("", "/roles", "/nakijken", "/klaar", "/organisatie", "/papier.pdf", "/code"):
        assert "Deze link is ingetrokken" in staff.get(f"/v/{token}{rest}", 404).words
    for rest in ("", "/roles", "/roles/bewaar", "/nakijken", "/wissen", "/organisatie/wissen", "/code"):
        staff.post(f"/v/{token}{rest}", {"ro-1": "1", "code": "12345678"}, 404)
    assert audited(app) == ["invitation.withdrawn"]
    close_round(app, opened.id)
    assert "Deze link is ingetrokken" in staff.get(f"/v/{token}", 404).words


def test_what_was_sent_in_by_a_withdrawn_link_counts(app: Flask, staff: PageClient, opened: OpenRound) -> None:
    big = make_round(app, {"library": 6}, name="Taalnetwerk Vol")
    sign_in(app, staff, address="joris@elders.example")
    for person, token in enumerate(big.tokens):
        fill_in(staff, token, coded_answers(person))
    press(staff, big, invitation_of(app, NAME, 1).id, "intrekken")

    results = close_round(app, big.id)

    assert results is not None
    assert results.response.sent_in == 6


def test_withdrawing_twice_is_once(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)
    page = staff.get(list_of(opened))
    where = {"action": f"/genodigden/{invitation.id}/intrekken"}
    staff.submit(page, {}, form=where)
    first = invitation_of(app, NAME).withdrawn_at_utc

    staff.submit(page, {}, form=where)

    assert invitation_of(app, NAME).withdrawn_at_utc == first
    assert "link ingetrokken op" in staff.get(list_of(opened)).words


def test_a_link_that_was_withdrawn_by_mistake_works_again(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)
    fill_in(staff, opened.tokens[0], statements(4), pages=["roles"], send=False)
    press(staff, opened, invitation.id, "intrekken")

    page = press(staff, opened, invitation.id, "teruggeven")

    assert "De link werkt weer." in page.words
    assert "Je antwoorden staan klaar" in staff.get(f"/v/{opened.tokens[0]}").words
    assert audited(app) == ["invitation.withdrawn", "invitation.given_back"]


def test_half_of_the_links_go_on_working(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    """With all but one off, the next total would be about one person."""
    press(staff, opened, invitation_of(app, NAME).id, "intrekken")

    page = press(staff, opened, invitation_of(app, "library 001").id, "intrekken")

    assert "niet meer dan de helft van de links" in page.words
    assert invitation_of(app, "library 001").withdrawn_at_utc is None
    replace(staff, invitation_of(app, NAME).id, {"address": "nieuw@library.example"})
    assert "ingetrokken" in press(staff, opened, invitation_of(app, "library 001").id, "intrekken").words


def test_the_link_of_who_was_replaced_stays_dead(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)
    press(staff, opened, invitation.id, "intrekken")
    page = staff.get(list_of(opened))
    replace(staff, invitation.id, {"address": "nieuw@library.example"})

    where = {"action": f"/genodigden/{invitation.id}/teruggeven"}
    assert "of is al vervangen" in staff.follow(staff.submit(page, {}, form=where)).words
    staff.get(f"/v/{opened.tokens[0]}", 404)


def test_a_contact_who_comes_late_is_mailed_at_once(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    page = staff.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    staff.submit(page, {"name": "Laat Komer", "address": "laat@library.example"})

    invitation = invitation_of(app, "Laat Komer")
    assert [(mail.invitation_id, mail.purpose) for mail in mails(app)] == [(invitation.id, "invitation")]
    assert invitation.reporting_group is None


def test_a_contact_without_address_is_invited_and_not_mailed(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    page = staff.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")
    staff.submit(page, {"name": "Zonder Mail"})

    assert invitation_of(app, "Zonder Mail").reporting_group is None
    assert mails(app) == []
    words = staff.get(list_of(opened)).words
    assert "Zonder Mail geen e-mailadres" in words
    assert "1 heeft geen e-mailadres: druk een brief of kaartje af." in staff.get(list_of(opened)[:-11]).words


def test_a_round_by_code_invites_nobody_by_name(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).is_by_code = True
    page = staff.get(f"/organisaties/{organisation(app, 'library').id}/contacten/nieuw")

    staff.submit(page, {"name": "Laat Komer", "address": "laat@library.example"})

    assert mails(app) == []
    with pytest.raises(IndexError):
        invitation_of(app, "Laat Komer")
    assert "Er is geen ronde open waarvoor mensen zijn uitgenodigd." in staff.get(list_of(opened)).words


def test_who_came_in_otherwise_is_invited_by_one_click(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    with app.app_context(), writing() as session:
        from survey.models import Network

        add_members(session, session.get_one(Network, opened.network_id), "welfare", 2)
    page = staff.get(list_of(opened))
    assert "2 contactpersonen zijn niet uitgenodigd welfare 000, welfare 001" in page.words

    after = staff.follow(staff.submit(page, {}, form={"action": list_of(opened)}))

    assert "Ze zijn uitgenodigd." in after.words
    assert "niet uitgenodigd" not in after.words
    assert {mail.invitation_id for mail in mails(app)} == {
        invitation_of(app, f"welfare 00{person}").id for person in (0, 1)
    }
    assert audited(app) == ["round.invited"]


@pytest.mark.parametrize("is_closed", [False, True])
def test_nothing_changes_once_the_round_closes(
    app: Flask, opened: OpenRound, staff: PageClient, is_closed: bool
) -> None:
    invitation = invitation_of(app, NAME)
    page = staff.get(list_of(opened))
    with app.app_context(), writing() as session:
        session.get_one(Round, opened.id).closing_asked_at_utc = clock.now()
    if is_closed:
        close_round(app, opened.id)

    for action in ("opnieuw", "intrekken"):
        where = {"action": f"/genodigden/{invitation.id}/{action}"}
        told = staff.follow(staff.submit(page, {}, form=where))
        assert "Aan de uitnodigingen kan niets meer veranderen." in told.words
    assert "Stuur opnieuw" not in staff.get(list_of(opened)).words
    assert mails(app) == []
    assert invitation_of(app, NAME).withdrawn_at_utc is None


def test_a_history_says_invitation_bounce_and_refusal(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    invitation = invitation_of(app, NAME)
    press(staff, opened, invitation.id, "opnieuw")
    change(app, invitation, bounced_at_utc=clock.now(), bounce_code=550, refused_at_utc=clock.now())

    for address in (list_of(opened), f"/contacten/{contact(app, NAME).id}/bewerken"):
        words = staff.get(address).words
        assert "uitgenodigd op" in words
        assert "dit adres bestaat niet doet niet mee" in words


def test_lost_link_mails_leave_out_what_was_withdrawn(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    from survey.database import reading
    from survey.queries.lost_links import find_links

    with app.app_context(), reading() as session:
        assert len(find_links(session, address_key="p0@library.example")) == 1
    press(staff, opened, invitation_of(app, NAME).id, "intrekken")

    with app.app_context(), reading() as session:
        assert find_links(session, address_key="p0@library.example") == []


def test_who_has_no_address_has_no_button_to_send(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    add_without_address(app, opened, ["Zonder Mail"])
    invitation = invitation_of(app, "Zonder Mail")

    page = staff.get(list_of(opened))

    assert page.all("form", action=f"/genodigden/{invitation.id}/opnieuw") == []
    token = next(iter(page.all("input", name="csrf_token"))).get("value")
    told = staff.follow(staff.post(f"/genodigden/{invitation.id}/opnieuw", {"csrf_token": token}))
    assert "Deze persoon heeft geen e-mailadres." in told.words


@pytest.mark.parametrize("gone", ["erased", "merged"])
def test_who_was_mailed_can_go_once_the_round_is_over(
    app: Flask, opened: OpenRound, staff: PageClient, gone: str
) -> None:
    """The mails of an invitation go with it."""
    press(staff, opened, invitation_of(app, NAME).id, "opnieuw")
    press(staff, opened, invitation_of(app, "library 001").id, "opnieuw")
    with app.app_context(), writing() as session:
        session.execute(update(RoundMail).values(state="sent", done_at_utc=clock.now()))  # what waits goes at the cut
    close_round(app, opened.id)
    other = contact(app, "library 001").id

    if gone == "erased":
        staff.submit(staff.get(f"/contacten/{other}/wissen"), {}, form={"id": "erase"})
    else:
        staff.submit(staff.get(f"/contacten/{contact(app, NAME).id}/samenvoegen?met={other}"), {})

    assert [mail.invitation_id for mail in mails(app)] == [invitation_of(app, NAME).id]
