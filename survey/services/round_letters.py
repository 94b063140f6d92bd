"""What a mail to an invited person says, and whose answer to it goes where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from typing import Any

from survey.i18n import DEFAULT, LANGUAGES
from survey.mail.message import one_line
from survey.queries.round_mails import Addressed
from survey.tokens import make_token


@dataclass(frozen=True, slots=True)
class RoundLetter:
    """A mail to an invited person, ready to be written: a template with its values."""

    message_id: str
    sender: Address
    to: str
    language: str
    template: str
    values: dict[str, Any]
    reply_to: Sequence[str] = ()
    headers: dict[str, str] = field(default_factory=dict[str, str])


def letter(addressed: Addressed, *, sender: Address, base_url: str, key: bytes) -> RoundLetter | None:
    """Return what has to be sent; ``None`` when there is nobody any more to send it to."""
    contact, round_ = addressed.contact, addressed.round
    if contact.address is None or not _is_wanted(addressed):
        return None
    token = make_token(key, "invitation", addressed.invitation.id, addressed.invitation.generation)
    return RoundLetter(
        message_id=addressed.mail.message_id,
        sender=_in_the_name_of(round_.sender_name or addressed.support.sender_name or addressed.support.name, sender),
        to=contact.address,
        language=contact.language if contact.language in LANGUAGES else DEFAULT,
        template=addressed.mail.purpose,
        values={
            "name": contact.name,
            "network": addressed.network.name,
            "link": f"{base_url}/v/{token}",
            "closes_on": round_.closes_on,
            "meeting_on": round_.meeting_on,
            "meeting_place": round_.meeting_place,
            "adviser": addressed.adviser,
        },
        reply_to=[addressed.adviser.address],
    )


def _is_wanted(addressed: Addressed) -> bool:
    """Say whether a mail still has a sense: no invitation to a round that closed, nothing to who wants no mail."""
    invitation, contact = addressed.invitation, addressed.contact
    is_gone = contact.erased_at_utc is not None or contact.archived_at_utc is not None
    if is_gone or invitation.withdrawn_at_utc is not None or invitation.wants_no_mail:
        return False
    if addressed.mail.purpose in ("invitation", "reminder"):
        return addressed.round.closed_at_utc is None and invitation.refused_at_utc is None
    return True


def _in_the_name_of(name: str, sender: Address) -> Address:
    """Return the sender as people see it; the address stays the instance's own, which its domain vouches for."""
    return Address(one_line(name), addr_spec=sender.addr_spec)
