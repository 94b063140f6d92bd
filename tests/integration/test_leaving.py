"""Not taking part: asked once, done by a post only, and nobody can read from it who sent in."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import writing
from survey.models import Invitation
from survey.services import answering
from survey.tokens import hash_token
from tests.factories import OpenRound, answer, close_round, key_of, statements
from tests.made_letters import mails
from tests.pages import HOST, PageClient

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def kept(app: Flask, opened: OpenRound, person: int = 0) -> Invitation:
    """Return what is kept of an invitation."""
    with app.app_context(), writing() as session:
        statement = select(Invitation).where(Invitation.token_hash == hash_token(opened.tokens[person]))
        return session.scalars(statement).one()


def pass_through_staff(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        for invitation in session.scalars(select(Invitation).where(Invitation.round_id == opened.id)):
            invitation.through_staff = True


def send_in(app: Flask, opened: OpenRound) -> None:
    answer(app, opened.tokens[0], statements(4))


def test_opening_the_page_changes_nothing(app: Flask, client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/afmelden")

    assert page.title.startswith("Doe je niet mee?")
    assert page.form(id="leave").action == f"{opened.link}/afmelden"
    assert opened.link in page.links()
    client.http.head(f"{opened.link}/afmelden", base_url=HOST)
    invitation = kept(app, opened)
    assert (invitation.refused_at_utc, invitation.wants_no_mail) == (None, False)


def test_who_did_not_send_in_refuses_and_is_not_mailed_again(app: Flask, client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/afmelden")

    told = client.follow(client.submit(page, {"go": "leave"}, form={"id": "leave"}))

    assert told.title.startswith("Je krijgt geen mail meer")
    refused_at = kept(app, opened).refused_at_utc
    assert refused_at is not None
    assert clock.now() - refused_at < timedelta(minutes=1)
    assert [mail is None for mail in mails(app, opened, "reminder")] == [True, False, False]
    client.post(f"{opened.link}/afmelden", {"go": "leave"})
    assert kept(app, opened).refused_at_utc == refused_at


def test_a_mail_program_does_it_with_one_post(app: Flask, client: PageClient, opened: OpenRound) -> None:
    """It has no session and no token of a form, and follows no redirect (RFC 8058)."""
    page = PageClient(app).post(f"{opened.link}/afmelden", ONE_CLICK, 200)

    assert page.title.startswith("Je krijgt geen mail meer")
    assert kept(app, opened).refused_at_utc is not None


@pytest.mark.parametrize("data", [{}, {"go": "back"}, {"List-Unsubscribe": "Two-Click"}])
def test_another_post_only_leads_to_the_question(
    app: Flask, client: PageClient, opened: OpenRound, data: dict[str, str]
) -> None:
    told = client.follow(client.post(f"{opened.link}/afmelden", data))

    assert told.title.startswith("Doe je niet mee?")
    assert not kept(app, opened).wants_no_mail


def test_who_sent_in_gets_no_mail_and_nobody_sees_it(app: Flask, client: PageClient, opened: OpenRound) -> None:
    send_in(app, opened)

    client.post(f"{opened.link}/afmelden", {"go": "leave"})

    invitation = kept(app, opened)
    assert (invitation.refused_at_utc, invitation.wants_no_mail) == (None, True)
    assert mails(app, opened, "released")[0] is None


@pytest.mark.parametrize("through_staff", [False, True])
def test_the_pages_do_not_say_who_sent_in(
    app: Flask, client: PageClient, opened: OpenRound, through_staff: bool
) -> None:
    if through_staff:
        pass_through_staff(app, opened)
    send_in(app, opened)
    pages: list[list[str]] = []
    for token in opened.tokens[:2]:
        asked = client.get(f"/v/{token}/afmelden")
        clicked = client.post(f"/v/{token}/afmelden", ONE_CLICK, 200)
        pages.append([each.text.replace(token, "") for each in (asked, clicked, client.get(f"/v/{token}/afmelden"))])

    assert pages[0] == pages[1]


def test_a_link_that_staff_held_is_refused_whether_or_not_it_was_used(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    """Else they could try it out: no refusal would mean that somebody sent in."""
    pass_through_staff(app, opened)
    send_in(app, opened)

    page = client.post(f"{opened.link}/afmelden", ONE_CLICK, 200)

    assert kept(app, opened).refused_at_utc is not None
    assert "Je coördinator en adviseur zien dat je niet meedoet." in page.words


def test_a_withdrawn_link_leaves_nothing(app: Flask, client: PageClient, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.get_one(Invitation, kept(app, opened).id).withdrawn_at_utc = clock.now()

    client.get(f"{opened.link}/afmelden", 404)
    client.post(f"{opened.link}/afmelden", ONE_CLICK, 404)

    assert not kept(app, opened).wants_no_mail


def test_the_link_goes_on_working_and_the_refusal_stays(app: Flask, client: PageClient, opened: OpenRound) -> None:
    client.post(f"{opened.link}/afmelden", {"go": "leave"})
    refused_at = kept(app, opened).refused_at_utc

    first = client.get(opened.link)
    assert "Je liet weten dat je niet meedoet" in first.words
    send_in(app, opened)

    assert "Je liet weten dat je niet meedoet" not in client.get(opened.link).words
    assert kept(app, opened).refused_at_utc == refused_at
    with app.app_context(), writing() as session:
        answering.erase(session, token=opened.tokens[0], key=key_of(app), at=clock.now())
    assert kept(app, opened).refused_at_utc == refused_at


def test_after_the_closing_it_is_about_mail_alone(app: Flask, client: PageClient, opened: OpenRound) -> None:
    close_round(app, opened.id)

    page = client.get(f"{opened.link}/afmelden")
    assert page.title.startswith("Wil je geen mail meer?")
    client.post(f"{opened.link}/afmelden", ONE_CLICK, 200)

    invitation = kept(app, opened)
    assert (invitation.refused_at_utc, invitation.wants_no_mail) == (None, True)


@pytest.mark.parametrize("token", ["voorbeeld", "x" * 43])
def test_what_is_no_link_leaves_nothing(client: PageClient, connection: Connection, token: str) -> None:
    assert "Deze link werkt niet" in client.get(f"/v/{token}/afmelden", 404).title
    client.post(f"/v/{token}/afmelden", ONE_CLICK, 404)


def test_the_first_page_leads_there(client: PageClient, opened: OpenRound) -> None:
    assert f"{opened.link}/afmelden" in client.get(opened.link).links()
