"""The browsers in which somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.models import AccountSession

#: Looked for in this order: most browsers name others as well.
_BROWSERS: Final = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS: Final = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class Signs:
    """By what somebody recognises a session: from where, in which browser, and how was proved who it is."""

    place: str
    browser: str
    method: str


def browser_name(user_agent: str) -> str:
    """Return a browser in a few words, such as "Firefox, Windows"; nothing when it says nothing we know."""
    found = (
        next((name for sign, name in known.items() if sign in user_agent), None) for known in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(filter(None, found))


def add(session: Session, *, account_id: UUID, at: datetime, signs: Signs) -> AccountSession:
    """Begin a session."""
    row = AccountSession(
        id=uuid4(),
        account_id=account_id,
        begun_at_utc=at,
        seen_at_utc=at,
        place=signs.place,
        browser=signs.browser,
        method=signs.method,
    )
    session.add(row)
    session.flush()
    return row


def end(session: Session, *, session_id: UUID) -> None:
    """End a session; one that has ended stays so."""
    row = session.get(AccountSession, session_id)
    if row is not None:
        session.delete(row)
