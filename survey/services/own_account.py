"""What the owner of an account changes in it; each change is noted, and told by mail to where it can be undone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.models import Account
from survey.queries import accounts as queries
from survey.services import account_mail, accounts, audit
from survey.services.account_mail import Letter, Post
from survey.services.audit import Actor, What
from survey.services.names import clean_name


def set_password(  # noqa: PLR0913 -- whose, what, and what is told to whom
    session: Session, account: Account, hashed: str, *, keep: UUID | None, post: Post, by: Actor, at: datetime
) -> None:
    """Give an account another password; end every session but this one, and every link that was mailed."""
    is_first = account.password is None and account.joined_at_utc is None
    account.password = hashed
    account.fs_uniquifier = uuid4().hex
    join(account, at=at)
    queries.delete_sessions(session, account_id=account.id, but=keep)
    session.flush()
    _note(session, account, "account.password_set", by=by, at=at)
    if not is_first:
        account_mail.tell(session, account, "account_changed", post=post, at=at, what="password")


def join(account: Account, *, at: datetime) -> None:
    """Take up the invitation, once."""
    account.joined_at_utc = account.joined_at_utc or at


def change_details(session: Session, account: Account, details: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
    """Change somebody's own name and language, and whether the weekly mail is wanted; by the names of the columns.

    Raises
    ------
    Refused
        When there is no name.
    """
    details = {**details, "name": clean_name(details["name"], what="account")}
    changed = [field for field, new in details.items() if getattr(account, field) != new]
    for field in changed:
        setattr(account, field, details[field])
    session.flush()
    if changed:
        _note(session, account, "account.details_changed", by=by, at=at, fields=changed)


def ask_for_address(session: Session, account: Account, typed: str, *, post: Post, at: datetime) -> None:
    """Mail a link to a new address; it becomes the account's when the link is opened.

    Raises
    ------
    Refused
        When it is no address. That it is somebody else's is told to nobody: that mailbox gets no link.
    """
    address = accounts.readable_address(typed)
    if queries.find_account(session, address=address) is not None:
        return
    letter = Letter("account_new_address", account.id.hex, "address", {"new_address": address})
    account_mail.ask(session, to=address, letter=letter, post=post, at=at)


def change_address(session: Session, account: Account, address: str, *, post: Post, by: Actor, at: datetime) -> None:
    """Make an address that was shown to be the owner's the account's; tell the old one.

    Raises
    ------
    Refused
        When it became the address of another account meanwhile.
    """
    address = accounts.free_address(session, address)
    account_mail.tell(session, account, "account_changed", post=post, at=at, what="address")
    account.address = address
    session.flush()
    _note(session, account, "account.address_changed", by=by, at=at)


def end_session(session: Session, account: Account, *, session_id: UUID, by: Actor, at: datetime) -> bool:
    """End one of the own sessions; ``False`` when there is none such."""
    row = queries.find_session(session, account_id=account.id, session_id=session_id)
    if row is None:
        return False
    session.delete(row)
    _note(session, account, "account.session_ended", by=by, at=at)
    return True


def end_other_sessions(session: Session, account: Account, *, keep: UUID, by: Actor, at: datetime) -> int:
    """End the own sessions in all other browsers; return how many."""
    ended = queries.delete_sessions(session, account_id=account.id, but=keep)
    _note(session, account, "account.other_sessions_ended", by=by, at=at, sessions=ended)
    return ended


def _note(session: Session, account: Account, action: str, *, by: Actor, at: datetime, **details: object) -> None:
    support_id = account.support_organisation_id
    what = What(action, "account", account.id, support_organisation_id=support_id, details=details)
    audit.note(session, what, by=by, at=at)
