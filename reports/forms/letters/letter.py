"""A person and a personal link -> what a letter or a card says."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import segno

from reports.wording import Words, words
from reports.wording.words import UnknownLanguage


@dataclass(frozen=True, slots=True)
class Inviter:
    """For what is invited, until when, and who asks."""

    network: str
    closes_on: date
    meeting_on: date | None
    adviser: str
    adviser_address: str
    support: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets it, in which language, and the personal link."""

    name: str
    organisation: str
    language: str
    link: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a letter or a card says; a card leaves out most of it."""

    language: str
    to: tuple[str, ...]
    asked_by: tuple[str, ...]
    kicker: str
    network: str
    greeting: str
    ask: str
    how_title: str
    how: tuple[str, ...]
    code_label: str
    card_code_label: str
    link_label: str
    link: str
    qr: str
    qr_spoken: str
    more: tuple[str, ...]
    until: str


def make_letter(reader: Reader, inviter: Inviter) -> Letter:
    """Return what a letter or a card says; in Dutch where we have no words in the reader's language."""
    say = _words(reader.language)
    day = say.in_full(inviter.closes_on)
    return Letter(
        language=say.language,
        to=(reader.name, reader.organisation),
        asked_by=(inviter.adviser, inviter.support, inviter.adviser_address),
        kicker=say.say("letters.kicker"),
        network=inviter.network,
        greeting=say.say("letters.greeting", name=reader.name),
        ask=say.say("letters.ask", network=inviter.network, day=day),
        how_title=say.say("letters.how"),
        how=tuple(say.say(f"letters.how.{step}") for step in ("scan", "code", "stop")),
        code_label=say.say("letters.code"),
        card_code_label=say.say("letters.card.code"),
        link_label=say.say("letters.link"),
        link=reader.link,
        qr=_qr(reader.link),
        qr_spoken=say.say("letters.qr", link=reader.link),
        more=_more(inviter, say),
        until=say.say("letters.card", day=day),
    )


def _more(inviter: Inviter, say: Words) -> tuple[str, ...]:
    meeting = [say.say("letters.meeting", day=say.in_full(inviter.meeting_on))] if inviter.meeting_on else []
    return (
        say.say("letters.before", adviser=inviter.adviser),
        say.say("letters.privacy"),
        *meeting,
        say.say("letters.questions", adviser=inviter.adviser, address=inviter.adviser_address),
    )


def _qr(link: str) -> str:
    """Return the drawing of a QR code, with the quiet border that a camera needs."""
    drawn = BytesIO()
    segno.make_qr(link, error="m").save(drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, light="#ffffff")
    return drawn.getvalue().decode()


def _words(language: str) -> Words:
    try:
        return words(language)
    except UnknownLanguage:
        return words("nl")
