"""Letters and cards for who has no e-mail, and links in the shell: what is noted, and whose links never get there."""

import pytest
from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import Invitation, Network
from tests.commands import Run
from tests.factories import NETWORK, OpenRound, close_round, sign_in
from tests.invited import add_without_address, change, invitation_of, list_of, press, token_of
from tests.networks import audit_rows
from tests.pages import Page, PageClient
from tests.pdf_reading import pages, squeezed, text_of

NAMES = ("Zonder Een", "Zonder Twee")


@pytest.fixture
def staff(app: Flask, opened: OpenRound, client: PageClient) -> PageClient:
    add_without_address(app, opened, NAMES)
    sign_in(app, client, role="coordinator", address="hanna@waterdam.example")
    return client


def download(client: PageClient, opened: OpenRound, form: str = "letters", status: int = 200, **chosen: object) -> Page:
    page = client.get(list_of(opened))
    token = page.all("input", name="csrf_token")[0].get("value")
    address = f"/netwerken/{opened.network_id}/ronde/brieven"
    return client.post(address, {"csrf_token": token, "form": form, **chosen}, status)


def held_by_staff(app: Flask) -> set[str]:
    """Return the tokens of the links that staff held."""
    with app.app_context(), reading() as session:
        held = session.scalars(select(Invitation).where(Invitation.through_staff)).all()
    return {token_of(app, each) for each in held}


@pytest.mark.parametrize(("form", "sheets"), [("letters", 2), ("cards", 1)])
def test_everybody_without_an_address_gets_one(
    app: Flask, opened: OpenRound, staff: PageClient, form: str, sheets: int
) -> None:
    made = download(staff, opened, form)

    assert made.headers["Content-Type"] == "application/pdf"
    assert made.headers["Cache-Control"] == "no-store"
    assert pages(made.body) == sheets
    text = squeezed(text_of(made.body, order="-raw"))
    tokens = {token_of(app, invitation_of(app, name)) for name in NAMES}
    assert all(squeezed(f"/v/{token}") in text for token in tokens)
    assert held_by_staff(app) == tokens
    assert audit_rows(app) == [("letters.printed", {"people": 2})]


def test_nobody_with_an_address_is_ever_printed(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    """Also not when the form is made by hand: that link counts in a group, so it goes by mail alone (R3)."""
    mailed = invitation_of(app, "library 000")

    told = staff.follow(download(staff, opened, status=303, who=[str(mailed.id)]))

    assert "Er is niemand om voor af te drukken." in told.words
    assert held_by_staff(app) == set()
    text = squeezed(text_of(download(staff, opened, who=[str(mailed.id), str(invitation_of(app, NAMES[0]).id)]).body))
    assert "library000" not in text


def test_some_can_be_chosen(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    one = invitation_of(app, NAMES[1])

    made = download(staff, opened, who=[str(one.id), "geen-id", "\x00"])

    assert pages(made.body) == 1
    assert held_by_staff(app) == {token_of(app, one)}


def test_what_cannot_be_drawn_was_noted_all_the_same(
    app: Flask, opened: OpenRound, staff: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Staff may hold a link of which we do not know; never the other way round."""
    monkeypatch.setattr("survey.advise.rounds.letters.letters", lambda *_, **__: 1 / 0)
    app.config["PROPAGATE_EXCEPTIONS"] = False

    download(staff, opened, status=500)

    assert len(held_by_staff(app)) == 2


def test_withdrawn_archived_and_foreign_links_are_not_printed(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    press(staff, opened, invitation_of(app, NAMES[0]).id, "intrekken")

    made = download(staff, opened)

    assert pages(made.body) == 1
    assert squeezed(NAMES[0]) not in squeezed(text_of(made.body))


def test_nothing_is_printed_without_an_open_round(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    close_round(app, opened.id)
    token = staff.get(f"/netwerken/{opened.network_id}").all("input", name="csrf_token")[0].get("value")

    told = staff.post(f"/netwerken/{opened.network_id}/ronde/brieven", {"csrf_token": token})

    assert "Er is geen ronde open" in staff.follow(told).words
    assert held_by_staff(app) == set()


def test_nothing_is_printed_of_an_archived_network(app: Flask, opened: OpenRound, staff: PageClient) -> None:
    page = staff.get(list_of(opened))
    with app.app_context(), writing() as session:
        session.get_one(Network, opened.network_id).archived_at_utc = clock.now()

    told = staff.follow(staff.submit(page, {"form": "letters"}, form={"id": "print"}))

    assert "is gearchiveerd" in told.words
    assert held_by_staff(app) == set()


def test_links_in_the_shell_are_held_by_staff_and_that_is_noted(
    app: Flask, opened: OpenRound, client: PageClient, run: Run
) -> None:
    lines = run("invitation", "links", NETWORK)

    assert {line.rsplit("/v/", 1)[1] for line in lines} == set(opened.tokens) == held_by_staff(app)
    assert audit_rows(app) == [("links.listed", {"people": 3})]


def test_a_link_that_went_by_mail_is_not_shown_in_the_shell(
    app: Flask, opened: OpenRound, staff: PageClient, run: Run
) -> None:
    """Whether or not anything was answered by it: nobody but its owner has it, and so it stays."""
    invitation = invitation_of(app, "library 000")
    press(staff, opened, invitation.id, "opnieuw")

    lines = run("invitation", "links", NETWORK)

    assert [line.split("\t")[2] for line in lines if line.startswith("library 000 ")] == ["went by mail"]
    assert token_of(app, invitation) not in "".join(lines)
    assert token_of(app, invitation) not in held_by_staff(app)


def test_a_withdrawn_link_is_not_shown_in_the_shell(app: Flask, opened: OpenRound, staff: PageClient, run: Run) -> None:
    change(app, invitation_of(app, "library 000"), withdrawn_at_utc=clock.now())

    assert not [line for line in run("invitation", "links", NETWORK) if line.startswith("library 000 ")]
