"""A member of staff who takes over a link (24), and what the list of invited people could tell (2, 17)."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from survey import clock
from tests.attacks.closed_round import own_words
from tests.commands import run_in
from tests.factories import NETWORK, OpenRound, begin_by_link, coded_answers, fill_in, make_round, sign_in
from tests.invited import add_without_address, change, invitation_of, list_of, press, replace, token_of
from tests.networks import contact
from tests.pages import PageClient
from tests.pdf_reading import squeezed, text_of

OWNER = "Zonder Mail"
#: Every page behind a link, to look and to send.
LOOKS = ("", "/roles", "/nakijken", "/nakijken?alles=1", "/klaar", "/organisatie", "/organisatie?alles=1", "/code")
SENDS = ("", "/roles", "/roles/bewaar", "/nakijken", "/klaar", "/wissen", "/organisatie", "/organisatie/wissen")
#: What differs between any two pages of the same.
OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|value=\"[\w.-]{60,}\"|\d\d:\d\d:\d\d")


@pytest.fixture
def opened(committed_app: Flask) -> OpenRound:
    made = make_round(committed_app, {"library": 3})
    add_without_address(committed_app, made, [OWNER])
    return made


def printed(app: Flask, opened: OpenRound) -> tuple[PageClient, str]:
    """Print the letters as an adviser, and read the link in them."""
    staff = PageClient(app)
    sign_in(app, staff)
    letters = staff.submit(staff.get(list_of(opened)), {"form": "letters"}, 200, form={"id": "print"})
    token = token_of(app, invitation_of(app, OWNER))
    assert squeezed(token) in squeezed(text_of(letters.body))
    return staff, token


def test_24_staff_who_printed_a_link_see_and_change_nothing_of_what_its_person_answers(
    committed_app: Flask, opened: OpenRound
) -> None:
    staff, token = printed(committed_app, opened)
    owner = PageClient(committed_app)
    begin_by_link(owner, token)
    fill_in(owner, token, coded_answers(7) | own_words(7))
    mirror = owner.get(f"/v/{token}/klaar").words

    shown = [staff.get(f"/v/{token}{path}", 403).words for path in LOOKS]
    shown += [staff.post(f"/v/{token}{path}", {"ro-1": "1", "go": "sure", "code": ""}, 403).words for path in SENDS]

    assert len(set(shown)) == 2  # one for looking, one for sending
    assert not [said for said in shown if own_words(7)["op-keep"] in said]
    assert owner.get(f"/v/{token}/klaar").words == mirror


def test_24_what_is_shown_without_the_code_does_not_depend_on_what_was_answered(
    committed_app: Flask, opened: OpenRound
) -> None:
    staff, token = printed(committed_app, opened)
    owner = PageClient(committed_app)
    begin_by_link(owner, token)
    before = [staff.get(f"/v/{token}{path}", 403).text for path in LOOKS]

    fill_in(owner, token, coded_answers(7) | own_words(7))

    assert [staff.get(f"/v/{token}{path}", 403).text for path in LOOKS] == before


def test_24_staff_who_open_a_link_first_are_found_out_by_its_person(committed_app: Flask, opened: OpenRound) -> None:
    staff, token = printed(committed_app, opened)
    begin_by_link(staff, token)
    fill_in(staff, token, coded_answers(1))

    page = PageClient(committed_app).get(f"/v/{token}", 403)

    assert "Heb je nooit een code gekregen? Dan heeft iemand anders jouw link eerder geopend." in page.words
    assert "Vraag Joris Veenstra om een nieuwe uitnodiging. Die begint leeg." in page.words


def test_24_the_new_invitation_of_who_found_out_begins_empty(committed_app: Flask, opened: OpenRound) -> None:
    staff, token = printed(committed_app, opened)
    begin_by_link(staff, token)
    fill_in(staff, token, coded_answers(1) | own_words(1))

    replace(staff, invitation_of(committed_app, OWNER).id, {"address": "eigen@library.example"})

    new = token_of(committed_app, invitation_of(committed_app, OWNER, 1))
    assert "Begin met de vragen" in PageClient(committed_app).get(f"/v/{new}").words
    assert own_words(1)["op-keep"] not in PageClient(committed_app).get(f"/v/{new}/nakijken?alles=1").text


def test_24_staff_cannot_come_by_the_link_of_who_was_mailed(committed_app: Flask, opened: OpenRound) -> None:
    """Not by printing, not by the shell, not by the list, not by replacing: its answers count in a group."""
    staff = PageClient(committed_app)
    sign_in(committed_app, staff)
    invitation = invitation_of(committed_app, "library 000")
    press(staff, opened, invitation.id, "opnieuw")
    token = opened.tokens[0]
    fill_in(PageClient(committed_app), token, coded_answers(1))

    said = [staff.get(list_of(opened)).text, *run_in(committed_app, "invitation", "links", NETWORK)]
    said.append(staff.get(f"/contacten/{contact(committed_app, 'library 000').id}/bewerken").text)
    letters = staff.submit(
        staff.get(list_of(opened)), {"form": "letters", "who": str(invitation.id)}, form={"id": "print"}
    )
    said.append(staff.follow(letters).text)
    replace(staff, invitation.id, {"address": "nieuw@library.example"})
    said.append(staff.get(list_of(opened)).text)

    assert not [each for each in said if token in each]


@pytest.mark.parametrize("answering", [(), (0,), (0, 1, 2)])
def test_17_nothing_on_the_list_of_the_invited_changes_with_who_answered(
    make_app: Callable[..., Flask], engine_name: str, answering: tuple[int, ...]
) -> None:
    """Not the lines, their order or their buttons; not what a button says, nor the history of a contact."""
    shown: list[list[str]] = []
    for people in ((1,), answering):
        app = make_app(engine_name)
        opened = make_round(app, {"library": 3})
        for person in people:
            fill_in(PageClient(app), opened.tokens[person], coded_answers(person))
        shown.append(everything_said(app, opened))

    assert shown[0] == shown[1]
    assert len(shown[0]) == 14


def everything_said(app: Flask, opened: OpenRound) -> list[str]:
    """Look at all there is, and press every button of everybody."""
    staff, said = PageClient(app), list[str]()
    sign_in(app, staff, role="coordinator", address="hanna@x.example")
    change(app, invitation_of(app, "library 002"), refused_at_utc=clock.now(), bounced_at_utc=clock.now())
    for person in range(3):
        name = f"library 00{person}"
        invitation = invitation_of(app, name)
        said.append(staff.get(f"/contacten/{contact(app, name).id}/bewerken").text)
        said.append(staff.get(f"/genodigden/{invitation.id}/vervangen").text)
        if person < 2:
            said.append(press(staff, opened, invitation.id, "opnieuw").text)
            said.append(press(staff, opened, invitation.id, "opnieuw").text)
        said.append(press(staff, opened, invitation.id, "intrekken").text)
    said.append(staff.get(f"/netwerken/{opened.network_id}/ronde").text)
    return [OWN.sub("…", each) for each in said]
