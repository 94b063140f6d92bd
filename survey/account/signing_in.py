"""Begin and end a session: a row of our own for each browser, so that every one can be seen and ended."""

from uuid import UUID

from flask import request, session

from survey import access, clock
from survey.database import writing
from survey.models import Account
from survey.services import audit, sessions
from survey.services.audit import Actor, What
from survey.services.throttling import neighbourhood


def begin(account: Account, *, method: str) -> None:
    """Sign somebody in in this browser, who proved by ``method`` who it is; what the browser held before goes."""
    at, place = clock.now(), neighbourhood(request.remote_addr)
    with writing() as db_session:
        browser = sessions.browser_name(request.user_agent.string)
        row = sessions.add(db_session, account_id=account.id, at=at, signs=sessions.Signs(place, browser, method))
        by = Actor(account.id, account.support_organisation_id, place)
        what = What("account.signed_in", "account", account.id, details={"method": method})
        audit.note(db_session, what, by=by, at=at)
    session.clear()
    session[access.SESSION_KEY] = str(row.id)


def end() -> None:
    """Sign out in this browser."""
    given = session.get(access.SESSION_KEY)
    if given is not None:
        with writing() as db_session:
            sessions.end(db_session, session_id=UUID(given))
    session.clear()
