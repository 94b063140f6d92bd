"""A mail as it arrives at one person; with a link that leads nowhere."""

from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup
from sqlalchemy.orm import Session

from survey.access import config
from survey.i18n import _
from survey.mail.texts import as_blocks
from survey.models import Network
from survey.models.campaign import MailPurpose
from survey.queries import networks
from survey.services.round_facts import RoundFacts
from survey.services.round_letters import Reader, worded

#: In the place of somebody's secret; it has not the form of one, so no link can ever be this.
EXAMPLE: Final = "voorbeeld"
_INVENTED: Final = "Noor Jansen"
#: To whom a mail is shown where nobody was chosen.
INVENTED: Final = Reader(_INVENTED, "nl", None, True)


@dataclass(frozen=True, slots=True)
class Preview:
    """What somebody would get."""

    sender: str
    reply_to: str
    subject: str
    plain: str
    blocks: list[Markup]
    language: str
    has_calendar: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to whom a mail can be shown."""

    value: str
    label: str
    reader: Reader


def readers(session: Session, *, network: Network) -> list[Choice]:
    """Return to whom a mail of this network can be shown: somebody invented, and its contacts."""
    names = {each.id: each.name for each in networks.list_organisations(session, network_id=network.id)}
    contacts = networks.list_contacts(session, network_id=network.id)
    invented = Choice("", _("%(name)s, somebody invented", name=_INVENTED), INVENTED)
    return [invented, *(_choice(contact, names[contact.organisation_id]) for contact in contacts)]


def preview(facts: RoundFacts, purpose: MailPurpose, reader: Reader, *, language: str) -> Preview:
    """Return a mail as it arrives, in the language that somebody is writing."""
    link = f"{config().base_url}/v/{EXAMPLE}"
    wording = worded(purpose, facts, replace(reader, language=language), link)
    text = wording.written()
    return Preview(
        sender=facts.sender_name,
        reply_to=facts.whose.adviser.address,
        subject=text.subject,
        plain=text.plain,
        blocks=as_blocks(text.plain, wording.named),
        language=text.language,
        has_calendar=purpose == "invitation" or (purpose == "released" and facts.terms.meeting_on is not None),
    )


def _choice(contact: networks.ContactRow, organisation: str) -> Choice:
    reader = Reader(contact.name, contact.language, contact.kind, contact.address_key is not None)
    return Choice(str(contact.id), f"{contact.name}, {organisation}", reader)
