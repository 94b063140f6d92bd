"""The channels of a round: its mails, what comes back of them, and all that is for staff."""

import re
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from survey.database import reading
from survey.mail.folder import mail_folder
from survey.mail.message import own_part
from survey.models import Contact, RoundMail
from survey.models.campaign import MailPurpose
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import everything_on
from tests.attacks.staff_channels import CLOCK_TIME, OWN_MARK, ROLES_OF_STAFF
from tests.attacks.staff_walk import Subject, said_to
from tests.factories import sign_in
from tests.mail_server import all_of, read_mail
from tests.notices import notice
from tests.pages import PageClient
from tests.round_mails import mail_all, rows, send

#: What is mailed about a round that is closed; what goes before is in ``test_round_mails_as_channel``.
LAST_MAILS: Final[tuple[MailPurpose, ...]] = ("released", "too_few")
#: What is no number of people or answers: our own marks, and what a plan reckons with.
_DRAWN: Final = re.compile(r'<(symbol|svg)\b.*?</\1>|content="[^"]*"|als \d+ van de 100', re.DOTALL)


def round_mails(attacked: Attacked) -> str:
    """Return everything in the mails that people get about a closed round, as they lie in the folder."""
    known = {row.purpose for row in rows(attacked.app) if row.round_id == attacked.round.id}
    for purpose in LAST_MAILS:
        if purpose not in known:
            send(attacked.app, mail_all(attacked.app, attacked.round.id, purpose))
    return "\n".join(all_of(read_mail(kept(attacked, row))) for row in rows(attacked.app) if row.state == "sent")


def kept(attacked: Attacked, row: RoundMail) -> bytes:
    folder = mail_folder(attacked.app.extensions["netwerkspiegel"])
    return (folder / f"{own_part(row.message_id)}.eml").read_bytes()


def histories(attacked: Attacked) -> str:
    """Return what each role sees of the invitations of some contacts, and of what became of them."""
    client, said = PageClient(attacked.app), list[str]()
    for role in ROLES_OF_STAFF:
        sign_in(attacked.app, client, role=role)
        said += [everything_on(client.get(f"/contacten/{each}/bewerken")) for each in _contacts(attacked)[:6]]
    return OWN_MARK.sub("", "\n".join(said))


def _contacts(attacked: Attacked) -> Sequence[UUID]:
    with attacked.app.app_context(), reading() as session:
        ours = Contact.network_id == attacked.round.network_id
        return session.scalars(select(Contact.id).where(ours).order_by(Contact.sort_name)).all()


def round_pages(attacked: Attacked) -> str:
    """Return what stands at every address of a round but its report, for each role, without times and our own marks."""
    subject = Subject(attacked.round.network_id, attacked.round.id, ["library 000"])
    told = (said_to(attacked.app, role, subject, within="/ronde") for role in ROLES_OF_STAFF)
    said = "\n".join(each for pages in told for name, each in pages.items() if "/rapport" not in name)
    return CLOCK_TIME.sub("", _DRAWN.sub("", said))


def notices_of_mails(attacked: Attacked) -> str:
    """Return what is answered to a mail server that hands in a mail which came back, with and without the secret."""
    address, client = "/post/teruggekomen", PageClient(attacked.app)
    known = [row.message_id for row in rows(attacked.app)][:2]
    return "\n".join(client.post(address, notice(each), 404).text for each in [*known, "<unknown@x.example>"])
