"""Other people's accounts: add, invite, change, close; each change is noted in the audit log."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.models import Account
from survey.models.account import Role
from survey.queries import accounts as queries
from survey.queries.administrators import has_other_administrator
from survey.services import account_mail, audit
from survey.services.account_mail import Letter, Post
from survey.services.audit import Actor, What
from survey.services.names import clean_address, clean_name

_LONGEST_ADDRESS: Final = 254


def add_account(  # noqa: PLR0913 -- what is known of a person, and who says so
    session: Session,
    *,
    support_id: UUID,
    name: str,
    address: str,
    role: Role,
    language: str,
    by: Actor,
    at: datetime,
) -> Account:
    """Add an account, still without a way in: next, invite.

    Raises
    ------
    Refused
        When the address is no address, or in use; or when there is no name.
    """
    account = Account(
        id=uuid4(),
        support_organisation_id=support_id,
        name=clean_name(name, what="account"),
        address=free_address(session, address),
        role=role,
        language=language,
        added_at_utc=at,
    )
    session.add(account)
    session.flush()
    _note(session, account, "account.added", by=by, at=at, role=role)
    return account


def free_address(session: Session, address: str) -> str:
    """Return an address as accounts have it.

    Raises
    ------
    Refused
        When it is no address, or the address of an account.
    """
    key = readable_address(address)
    if queries.find_account(session, address=key) is not None:
        raise Refused("There is an account with this e-mail address already.")
    return key


def readable_address(typed: str) -> str:
    """Return an address as accounts have it, whoever's it is.

    Raises
    ------
    Refused
        When it is no address.
    """
    key = clean_address(typed).casefold()
    if len(key) > _LONGEST_ADDRESS:  # lower case can be longer
        raise Refused("This is no e-mail address.")
    return key


def invite(session: Session, account: Account, *, post: Post, by: Actor, at: datetime) -> None:
    """Mail somebody the link by which an account is taken up; again: a new mail.

    Raises
    ------
    Refused
        When the account is closed, or was taken up.
    """
    refuse_invitation(account)
    letter = Letter("account_invitation", account.id.hex, "invitation")
    account_mail.ask(session, to=account.address, letter=letter, post=post, at=at)
    _note(session, account, "account.invited", by=by, at=at)


def refuse_invitation(account: Account) -> None:
    """Refuse when there is nothing to invite to."""
    if not account.active:
        raise Refused("This account is closed. Reopen it first.")
    if account.joined_at_utc is not None:
        raise Refused('This account was taken up already. Its owner can use "forgot your password".')


def change_role(session: Session, account: Account, *, role: Role, by: Actor, at: datetime) -> None:
    """Give an account another role; what it may do changes at once."""
    if role == account.role:
        return
    if account.role == "administrator":
        _keep_an_administrator(session, account)
    account.role = role
    session.flush()
    _note(session, account, "account.role_changed", by=by, at=at, role=role)


def close_account(session: Session, account: Account, *, by: Actor, at: datetime) -> None:
    """Close an account and end its sessions; networks and the audit log may still refer to it.

    Raises
    ------
    Refused
        When it is the last administrator's.
    """
    if not account.active:
        return
    if account.role == "administrator":
        _keep_an_administrator(session, account)
    account.active = False
    _shut_out(session, account)
    _note(session, account, "account.closed", by=by, at=at)


def reopen_account(session: Session, account: Account, *, by: Actor, at: datetime) -> None:
    """Open a closed account again; its ways in are as they were."""
    if account.active:
        return
    account.active = True
    session.flush()
    _note(session, account, "account.reopened", by=by, at=at)


def reset_second_factor(session: Session, account: Account, *, post: Post, by: Actor, at: datetime) -> None:
    """Take somebody's second factor away, who lost it, with passkeys and recovery codes; end all sessions."""
    account.tf_primary_method = account.tf_totp_secret = None
    account.mf_recovery_codes = None
    passkeys = queries.delete_passkeys(session, account_id=account.id)
    _shut_out(session, account)
    _note(session, account, "account.second_factor_reset", by=by, at=at, passkeys=passkeys)
    account_mail.tell(session, account, "account_changed", post=post, at=at, what="second_factor_reset")


def _shut_out(session: Session, account: Account) -> None:
    """End every session, and every link that was mailed."""
    account.fs_uniquifier = uuid4().hex
    queries.delete_sessions(session, account_id=account.id)
    session.flush()


def _keep_an_administrator(session: Session, account: Account) -> None:
    if not has_other_administrator(session, but=account.id):
        raise Refused("This is the last administrator: make somebody else administrator first.")


def _note(session: Session, account: Account, action: str, *, by: Actor, at: datetime, **details: object) -> None:
    support_id = account.support_organisation_id
    what = What(action, "account", account.id, support_organisation_id=support_id, details=details)
    audit.note(session, what, by=by, at=at)
