"""Mails to accounts: asked for in a transaction, sealed until they are sent, sent by the worker.

Who asks for a mail to an address that we do not know leaves the same row: whether there is such an account is looked
up by the worker, long after the page was answered.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from email.headerregistry import Address
from typing import Any, Final
from uuid import UUID, uuid4

from cryptography.fernet import InvalidToken
from sqlalchemy.orm import Session

from survey.mail.message import new_message_id
from survey.models import Account, AccountMail
from survey.queries import account_mails as queries
from survey.queries import accounts
from survey.services import account_links
from survey.services.account_links import Purpose
from survey.tokens import fernet

#: After this nobody waits for the mail any more; an invitation is waited for as long as its link would last.
KEPT: Final = timedelta(days=1)
_SEAL: Final = "account mail"


@dataclass(frozen=True, slots=True)
class Post:
    """How this instance seals its mails and who they are from."""

    key: bytes = field(repr=False)
    sender: Address


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail is to say: a template, and for a link, of which kind."""

    template: str
    #: Whose mail it is; none: whose address it is, if anybody's.
    account_id: str | None = None
    purpose: Purpose | None = None
    #: What else the template needs.
    values: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Ready:
    """A mail that can be written and sent."""

    message_id: str
    to: str
    language: str
    template: str
    values: dict[str, Any]


def ask(session: Session, *, to: str, letter: Letter, post: Post, at: datetime) -> None:
    """Leave a mail for the worker."""
    sealed = fernet(post.key, _SEAL).encrypt(json.dumps(asdict(letter)).encode())
    message_id = new_message_id(post.sender)
    session.add(AccountMail(id=uuid4(), to_address=to, sealed_text=sealed, asked_at_utc=at, message_id=message_id))
    session.flush()


def tell(session: Session, account: Account, template: str, *, post: Post, at: datetime, **values: str) -> None:
    """Leave a mail to an account's owner."""
    letter = Letter(template, account.id.hex, values=values)
    ask(session, to=account.address, letter=letter, post=post, at=at)


def prepare(session: Session, *, mail_id: UUID, key: bytes, base_url: str, at: datetime) -> Ready | None:
    """Return what has to be sent; ``None`` when it went, or when there is nobody to send it to."""
    mail = queries.find_mail(session, mail_id=mail_id)
    if mail is None:
        return None
    letter = _unsealed(mail, key)
    if letter.account_id is None:
        account = accounts.find_open_account_at(session, address=mail.to_address)
    else:
        account = accounts.find_open_account(session, account_id=UUID(letter.account_id))
    if account is None:
        return None
    values = {**letter.values, "name": account.name, "base_url": base_url}
    if letter.purpose is not None:
        new_address = letter.values.get("new_address", "")
        token = account_links.make(account, letter.purpose, key=key, at=at, new_address=new_address)
        values["link"] = f"{base_url}{account_links.PATHS[letter.purpose]}{token}"
    return Ready(mail.message_id, mail.to_address, account.language, letter.template, values)


def finish(session: Session, *, mail_id: UUID) -> None:
    """Delete a mail that was sent, or never can be."""
    queries.delete_mail(session, mail_id=mail_id)


def forget_old(session: Session, *, key: bytes, at: datetime) -> None:
    """Delete the mails that nobody waits for any more."""
    for mail in queries.list_asked_before(session, moment=at - KEPT):
        if not _is_invitation(mail, key) or mail.asked_at_utc < at - account_links.LASTS["invitation"]:
            session.delete(mail)


def _is_invitation(mail: AccountMail, key: bytes) -> bool:
    """Say whether somebody is invited by a mail; one that was sealed with another key invites nobody any more."""
    try:
        return _unsealed(mail, key).purpose == "invitation"
    except InvalidToken:
        return False


def _unsealed(mail: AccountMail, key: bytes) -> Letter:
    return Letter(**json.loads(fernet(key, _SEAL).decrypt(mail.sealed_text)))
