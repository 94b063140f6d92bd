"""Give a support organisation's own programs a token to read by, and take it back."""

import secrets
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.models import ApiToken
from survey.queries import api_tokens as queries
from survey.queries import supports
from survey.services import audit
from survey.services.audit import Actor, What
from survey.tokens import hash_token

#: Begins every token, so that who finds one somewhere knows what it opens.
PREFIX: Final = "netwerkspiegel_"


def make(
    session: Session, *, support_organisation_id: UUID, name: str, by: Actor, at: datetime, id: UUID | None = None
) -> str:
    """Make a token and return it: the only time that it can be read, for only its hash is kept."""
    token, token_id = PREFIX + secrets.token_urlsafe(32), id or uuid4()
    session.add(
        ApiToken(
            id=token_id,
            support_organisation_id=support_organisation_id,
            name=name,
            token_hash=hash_token(token),
            made_at_utc=at,
            made_by_id=by.account_id,
        )
    )
    session.flush()
    audit.note(session, What("api_token.made", "api_token", token_id), by=by, at=at)
    return token


def make_once(
    session: Session, *, id: UUID, support_organisation_id: UUID, name: str, by: Actor, at: datetime
) -> str | None:
    """Make a token as ``make`` does; ``None`` when it is there already, as where a page is loaded again."""
    supports.lock(session, support_id=support_organisation_id)
    if session.get(ApiToken, id) is not None:
        return None
    return make(session, support_organisation_id=support_organisation_id, name=name, by=by, at=at, id=id)


def revoke(session: Session, *, token_id: UUID, support_organisation_id: UUID, by: Actor, at: datetime) -> bool:
    """Take a token back, once; ``False`` when the support organisation has no such token."""
    token = queries.find_token(session, token_id=token_id, support_organisation_id=support_organisation_id)
    if token is None:
        return False
    if token.revoked_at_utc is None:
        token.revoked_at_utc = at
        audit.note(session, What("api_token.revoked", "api_token", token_id), by=by, at=at)
    return True
