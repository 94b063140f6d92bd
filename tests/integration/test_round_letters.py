"""What the mails of a round say, in both languages; whose they are; and that nobody can add to them."""

from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

import html5lib
import pytest
from flask import Flask
from icalendar import Calendar
from sqlalchemy import Connection, select

from survey.database import writing
from survey.models import Contact
from survey.services.planning import make_plan
from tests.factories import ADVISER_ADDRESS, THREE_GROUPS, OpenRound, make_round
from tests.made_letters import change, change_network, change_support, first, mails
from tests.mail_server import words_of
from tests.pages import HOST

LINK = f"{HOST}/v/"


def page_of(mail: EmailMessage | None) -> Any:
    """Read a mail's page as strictly as the standard does."""
    assert mail is not None
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(words_of(mail, "html"))


def days_of(mail: EmailMessage | None) -> bytes:
    """Return the file for calendars that goes with a mail."""
    assert mail is not None
    (days,) = mail.iter_attachments()
    content = days.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


def links_of(mail: EmailMessage | None) -> dict[str, str]:
    """Return the links of a mail's page by what they are called."""
    return {"".join(link.itertext()): link.get("href") for link in page_of(mail).iter("a")}


@pytest.mark.parametrize("purpose", ["invitation", "reminder", "released", "too_few", "cancelled"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_mail_says_the_same_as_text_and_as_a_page(
    app: Flask, connection: Connection, purpose: Any, language: str
) -> None:
    opened = make_round(app, language=language)

    mail = first(app, opened, purpose)

    page = page_of(mail)
    assert page.get("lang") == language == mail["Content-Language"]
    assert page.findtext(".//title") == mail["Subject"]
    plain, links = words_of(mail), links_of(mail)
    for name, address in links.items():
        assert f"\n{name}:\n{address}\n" in plain
        plain = plain.replace(f"{name}:\n{address}", name)
    said = " ".join("".join(page.find("body").itertext()).split())
    assert " ".join(plain.replace("\n- ", "\n").split()) == said
    assert "{" not in said
    assert page.find(".//img") is None
    assert page.find(".//style") is None


def test_an_invitation_says_what_nobody_can_take_out(app: Flask, connection: Connection) -> None:
    opened = make_round(app, {"library": 6, "welfare": 3, "municipality": 6})
    change(app, opened, texts={"invitation": {"nl": "Doe mee!"}, "invitation_subject": {"nl": "Kom op"}})

    mail = first(app, opened)

    plain = words_of(mail)
    assert mail["Subject"] == "Kom op"
    assert plain.startswith("Beste library 000,\n\nDoe mee!\n\nNaar mijn vragenlijst:\n")
    assert f"\n{LINK}{opened.tokens[0]}\n" in plain
    for sentence in (
        "- Niemand ziet jouw antwoorden op de stellingen, ook de adviseur niet.\n",
        "- Je eigen woorden leest één adviseur, zonder je naam, en alleen als jij dat aankruist.\n",
        "In deze ronde zijn 15 mensen uitgenodigd.\n",
        "Er komt een apart resultaat van de bibliotheek, als genoeg mensen antwoorden.\n",
        "Invullen kan tot en met ",
        f"Vragen? Mail naar Joris Veenstra: {ADVISER_ADDRESS}\n",
        f"\nIk doe niet mee:\n{LINK}{opened.tokens[0]}/afmelden\n",
    ):
        assert sentence in plain


def test_an_invitation_says_which_group_gets_no_result_of_its_own(app: Flask, connection: Connection) -> None:
    plan = make_plan(("library", "welfare", "rest"))
    opened = make_round(app, {"library": 6, "welfare": 3, "municipality": 6}, plan=plan)

    assert "\nMet 3 genodigden van welzijn komt er geen apart resultaat.\n" in words_of(first(app, opened))


def test_with_few_invited_it_says_that_there_are_no_averages(opened: OpenRound, app: Flask) -> None:
    plain = words_of(first(app, opened))

    assert "In deze ronde zijn 3 mensen uitgenodigd.\nMinder dan 5 van hen tellen mee voor een gemiddelde." in plain
    assert "apart resultaat" not in plain


def test_everybody_has_one_link_and_it_is_their_own(app: Flask, connection: Connection) -> None:
    opened = make_round(app, THREE_GROUPS)

    made = mails(app, opened)

    for mail, token in zip(made, opened.tokens, strict=True):
        assert set(links_of(mail).values()) == {f"{LINK}{token}", f"{LINK}{token}/afmelden"}
        assert mail is not None
        assert mail["List-Unsubscribe"] == f"<{LINK}{token}/afmelden>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert len(set(opened.tokens)) == len(made)


def test_a_link_stands_where_its_placeholder_does(opened: OpenRound, app: Flask) -> None:
    change(app, opened, texts={"invitation": {"nl": "Klik hier:\n\n{link}\n\nTot dan, {naam}!"}})

    plain = words_of(first(app, opened))

    link = f"{LINK}{opened.tokens[0]}"
    assert f"Klik hier:\n\nNaar mijn vragenlijst:\n{link}\n\nTot dan, library 000!\n" in plain
    assert plain.count(f"{link}\n") == 1


def test_who_writes_and_who_reads_the_answer(opened: OpenRound, app: Flask) -> None:
    mail = first(app, opened)

    assert mail["From"] == "Taalsteun Midden <noreply@spiegel.example>"
    assert mail["Reply-To"] == ADVISER_ADDRESS
    change_support(app, sender_name="Team Taal")
    assert first(app, opened)["From"] == "Team Taal <noreply@spiegel.example>"
    change(app, opened, sender_name="Bibliotheek Waterdam")
    assert first(app, opened)["From"] == "Bibliotheek Waterdam <noreply@spiegel.example>"


def test_the_round_s_text_comes_before_the_organisation_s_and_that_before_ours(opened: OpenRound, app: Flask) -> None:
    assert "We willen weten hoe de samenwerking gaat" in words_of(first(app, opened))
    change_support(app, texts={"invitation": {"nl": "Van ons: {netwerk}."}})
    assert "\n\nVan ons: Taalnetwerk Waterdam.\n\n" in words_of(first(app, opened))
    change(app, opened, texts={"invitation": {"nl": "Van jullie."}})
    assert "\n\nVan jullie.\n\n" in words_of(first(app, opened))
    assert first(app, opened)["Subject"] == "Hoe gaat het samenwerken in ons taalnetwerk?"


def test_the_language_is_the_contact_s_where_the_round_offers_it(app: Flask, connection: Connection) -> None:
    opened = make_round(app, language="en")

    assert words_of(first(app, opened)).startswith("Dear library 000,")
    change(app, opened, languages=["nl"])
    assert words_of(first(app, opened)).startswith("Beste library 000,")


@pytest.mark.parametrize("evil", ["A\r\nBcc: all@x.example", "{link}{naam}", "<script>alert(1)</script>", "A\u2028B"])
def test_no_name_adds_a_header_a_link_or_markup(opened: OpenRound, app: Flask, evil: str) -> None:
    texts = {"invitation_subject": {"nl": "Voor {naam}: {netwerk}"}}
    change(app, opened, sender_name=evil, meeting_place=evil, texts=texts)
    change_network(app, opened, name=evil)
    with app.app_context(), writing() as session:
        for contact in session.scalars(select(Contact)):
            contact.name = evil

    mail = first(app, opened)

    assert mail["Bcc"] is None
    assert mail["To"] in ("p0@library.example", "p1@library.example", "p0@municipality.example")
    assert "\n" not in mail["Subject"] + mail["From"]
    assert set(links_of(mail).values()) in [{f"{LINK}{token}", f"{LINK}{token}/afmelden"} for token in opened.tokens]
    assert "<script" not in words_of(mail, "html")


def test_days_go_with_an_invitation_and_hold_nothing_of_one_person(opened: OpenRound, app: Flask) -> None:
    one, other = (mail for mail in mails(app, opened)[:2] if mail)
    content = days_of(one)

    calendar: Any = Calendar.from_ical(content)

    closing, meeting = calendar.walk("VEVENT")
    assert closing["UID"] == f"closing-{opened.id}@spiegel.example"
    assert meeting["LOCATION"] == "Bibliotheek Waterdam"
    assert (meeting.decoded("DTSTART").hour, meeting.decoded("DTSTART").minute) == (13, 30)
    assert b"library 000" not in content
    assert opened.tokens[0].encode() not in content
    others: Any = Calendar.from_ical(days_of(other))
    assert others.walk("VEVENT")[0]["UID"] == closing["UID"]


def test_only_the_meeting_goes_with_the_report_and_nothing_with_a_reminder(opened: OpenRound, app: Flask) -> None:
    assert b"closing-" not in days_of(first(app, opened, "released"))
    for purpose in ("reminder", "too_few"):
        assert [*first(app, opened, purpose).iter_attachments()] == []


def test_a_cancelled_round_takes_its_days_out_of_calendars(opened: OpenRound, app: Flask) -> None:
    invited: Any = Calendar.from_ical(days_of(first(app, opened)))
    off: Any = Calendar.from_ical(days_of(first(app, opened, "cancelled")))

    assert (invited["METHOD"], off["METHOD"]) == ("PUBLISH", "CANCEL")
    assert [event["UID"] for event in off.walk("VEVENT")] == [event["UID"] for event in invited.walk("VEVENT")]
    assert {str(event["STATUS"]) for event in off.walk("VEVENT")} == {"CANCELLED"}
    assert {event["SEQUENCE"] for event in off.walk("VEVENT")} == {2}


def test_a_last_mail_has_nothing_to_leave(opened: OpenRound, app: Flask) -> None:
    for purpose in ("too_few", "cancelled"):
        mail = first(app, opened, purpose)
        assert mail["List-Unsubscribe"] is None
        assert links_of(mail) == {}


def test_a_line_about_a_meeting_goes_when_there_is_none(opened: OpenRound, app: Flask) -> None:
    assert "bespreken we de uitkomsten samen.\nWaar: 13.30 uur, Bibliotheek Waterdam\n" in words_of(first(app, opened))
    change(app, opened, meeting_place=None)
    assert "Waar:" not in words_of(first(app, opened))
    change(app, opened, meeting_on=None)
    assert "bespreken" not in words_of(first(app, opened))


def test_the_minutes_are_those_of_the_first_page(opened: OpenRound, app: Flask, client: Any) -> None:
    page = client.get(urlsplit(opened.link).path)
    minutes = page.words.split("Ongeveer ")[1].split(" ")[0]

    assert f"Dat kost ongeveer {minutes} minuten." in words_of(first(app, opened))
