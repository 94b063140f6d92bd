"""Take everything off an account that says whose it was; networks' histories and the audit log keep its id."""

from uuid import uuid4

from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Account
from survey.queries import erasing_accounts as queries
from survey.queries.administrators import has_other_administrator
from survey.queries.retention import NOBODY

#: Where a name has to be: the sign for nothing, in any language.
NO_NAME = "–"


def check_erasable(session: Session, *, account: Account) -> None:
    """Refuse an account that something still depends on.

    Raises
    ------
    Refused
        While it is adviser of networks, or nobody else can administer; the sentence is to be translated.
    """
    if queries.is_adviser(session, account_id=account.id):
        raise Refused(
            gettext_noop("This person is adviser of networks. Hand these networks over first, and then try again.")
        )
    if account.role == "administrator" and not has_other_administrator(session, but=account.id):
        raise Refused(gettext_noop("This person is the only administrator. Make somebody else administrator first."))


def anonymise(session: Session, *, account: Account) -> None:
    """Close an account and leave only its id, its role and when it was there."""
    queries.delete_what_hangs_on(session, account=account)
    account.active, account.name, account.address = False, NO_NAME, f"{account.id.hex}@{NOBODY}"
    account.password = account.tf_primary_method = account.tf_totp_secret = None
    account.mf_recovery_codes = account.fs_webauthn_user_handle = account.us_totp_secrets = None
    account.fs_uniquifier = uuid4().hex
    session.flush()
