"""What a mail to an invited person says, and whose answer to it goes where."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from typing import Any, Final

from survey.i18n import day_in
from survey.mail import texts
from survey.mail.calendar import Dates, calendar_of
from survey.mail.message import Attachment, Envelope, one_line
from survey.mail.placeholders import around_link, fill
from survey.mail.standard import EDITABLE, STANDARD, SUBJECT
from survey.mail.texts import Text
from survey.models.campaign import MailPurpose
from survey.queries.round_mails import Addressed
from survey.services.round_facts import RoundFacts, Whose, facts_of_round
from survey.tokens import make_token

#: Where a personal link leads to leave a round.
LEAVE: Final = "afmelden"
#: Which mails have days with them, in the order in which a later one changes what an earlier one said.
_SEQUENCE: Final[Mapping[MailPurpose, int]] = {"invitation": 0, "released": 1, "cancelled": 2}


@dataclass(frozen=True, slots=True)
class Reader:
    """To whom a mail is, as far as it says something else to everybody."""

    name: str
    language: str
    kind: str | None
    counts_in_a_group: bool
    #: The organisation that this person is asked to fill in for; none: anybody there may.
    speaks_for: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A mail's template, and what stands in it."""

    template: str
    language: str
    values: dict[str, Any]

    def written(self) -> Text:
        """Write it."""
        return texts.write(self.template, self.language, named=self.named, **self.values)

    @property
    def named(self) -> tuple[str, ...]:
        """The links that the mail has a name for."""
        return self.values["link"], self.values["leave"]


@dataclass(frozen=True, slots=True)
class RoundLetter:
    """A mail to an invited person, ready to be written."""

    envelope: Envelope
    wording: Wording


def letter(addressed: Addressed, *, sender: Address, base_url: str, key: bytes) -> RoundLetter | None:
    """Return what has to be sent; ``None`` when there is nobody any more to send it to."""
    contact, invitation = addressed.contact, addressed.invitation
    if contact.address is None or not _is_wanted(addressed):
        return None
    whose = Whose(addressed.network, addressed.adviser, addressed.support)
    facts = facts_of_round(addressed.round, whose, addressed.invited)
    reader = Reader(
        contact.name,
        contact.language,
        addressed.organisation.kind,
        invitation.reporting_group is not None,
        addressed.organisation.name if contact.names_profile else "",
    )
    link = f"{base_url}/v/{make_token(key, 'invitation', invitation.id, invitation.generation)}"
    purpose = addressed.mail.purpose
    wording = worded(purpose, facts, reader, link)
    envelope = Envelope(
        message_id=addressed.mail.message_id,
        sender=Address(one_line(facts.sender_name), addr_spec=sender.addr_spec),  # as people see it; its domain is ours
        to=contact.address,
        reply_to=[addressed.adviser.address],
        headers=_headers(purpose, wording),
        attachments=_attachments(addressed, wording.language, sender),
    )
    return RoundLetter(envelope, wording)


def worded(purpose: MailPurpose, facts: RoundFacts, reader: Reader, link: str) -> Wording:
    """Return what a mail says to somebody who has this link."""
    language = facts.spoken_to(reader.language)
    values = {
        "name": one_line(reader.name),
        "network": one_line(facts.whose.network.name),
        "adviser": facts.whose.adviser,
        "closes_on": facts.closes_on,
        "link": link,
        "leave": f"{link}/{LEAVE}",
        "asks_profile": facts.asks_profile,
        "speaks_for": one_line(reader.speaks_for) if facts.asks_profile else "",
        "invited": facts.invited,
        "counts_in_a_group": reader.counts_in_a_group,
    }
    own = _own_words(purpose, facts, reader, language) if purpose in EDITABLE else {}
    return Wording(purpose, language, values | own)


def text_of(layers: tuple[Mapping[str, Any], ...], name: str, language: str) -> str:
    """Return a text as it was written for the round, else for the support organisation; else the standard one."""
    written = (text for layer in layers if (text := layer.get(name, {}).get(language)))
    return next(written, STANDARD[name][language])


def _own_words(purpose: MailPurpose, facts: RoundFacts, reader: Reader, language: str) -> dict[str, str]:
    """Return the parts of a mail that people can write themselves, filled in."""
    meeting_on = facts.terms.meeting_on
    values = {
        "name": reader.name,
        "network": facts.whose.network.name,
        "closes_on": day_in(facts.closes_on, language),
        "meeting": day_in(meeting_on, language) if meeting_on else None,
        "place": facts.terms.meeting_place,
        "adviser": facts.whose.adviser.name,
        "minutes": facts.minutes(reader.kind),
    }
    before, after = around_link(text_of(facts.texts, purpose, language))
    subject = one_line(fill(text_of(facts.texts, purpose + SUBJECT, language), values))
    return {"subject": subject, "before": fill(before, values), "after": fill(after, values)}


def _headers(purpose: MailPurpose, wording: Wording) -> dict[str, str]:
    """Return by what a mail program lets its reader leave with one click; a last mail needs none."""
    if purpose not in EDITABLE:
        return {}
    return {
        "List-Unsubscribe": f"<{wording.values['leave']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _attachments(addressed: Addressed, language: str, sender: Address) -> list[Attachment]:
    """Return the days that go with a mail, for a calendar; with the last mail of a cancelled round they go away."""
    asked, purpose = addressed.round, addressed.mail.purpose
    if purpose not in _SEQUENCE:
        return []
    dates = Dates(
        uid=f"{asked.id}@{sender.domain}",
        network=addressed.network.name,
        language=language,
        closes_on=None if purpose == "released" else asked.closes_on,
        meeting_on=asked.meeting_on,
        place=asked.meeting_place,
        sequence=_SEQUENCE[purpose],
        are_off=purpose == "cancelled",
    )
    made = calendar_of(dates)
    return [made] if made else []


def _is_wanted(addressed: Addressed) -> bool:
    """Say whether a mail still has a sense: no invitation to a round that closed, nothing to who wants no mail."""
    invitation, contact = addressed.invitation, addressed.contact
    is_gone = contact.erased_at_utc is not None or contact.archived_at_utc is not None
    if is_gone or invitation.withdrawn_at_utc is not None or invitation.wants_no_mail:
        return False
    if addressed.mail.purpose == "reminder" and (addressed.has_sent_in or invitation.bounced_at_utc is not None):
        return False
    if addressed.mail.purpose in ("invitation", "reminder"):
        return addressed.round.closed_at_utc is None and invitation.refused_at_utc is None
    return True
