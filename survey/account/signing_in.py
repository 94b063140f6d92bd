"""Begin and end a session: a row of our own for each browser, so that every one can be seen and ended.

Whoever lets somebody in (a password, a link, a passkey, another provider) calls ``proceed``, which asks for the second
factor where there is one; or ``begin``, when what was shown proves enough by itself.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

from flask import Response, after_this_request, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import access, clock
from survey.access import config
from survey.account.here import acting, place
from survey.account.own_paths import own_path
from survey.clock import dutch_day
from survey.database import reading, writing
from survey.i18n import _
from survey.models import Account
from survey.queries import accounts as queries
from survey.services import audit, known_browsers, second_factor, sessions
from survey.services.audit import Actor, What
from survey.services.known_browsers import KNOWN_FOR
from survey.services.sign_in_limits import Attempt
from survey.tokens import keyed_hash

#: What is written in the same transaction as a session.
Along = Callable[[Session], None]

#: Where the second factor is asked, who is to show it stands under this name in the cookie.
_HALFWAY: Final = "halfway"
_HALFWAY_LASTS: Final = timedelta(minutes=10)
_KNOWN_BROWSER: Final = "bekend"
#: The pages on which tries are counted.
_PATH_OF_TRIES: Final = "/inloggen"


def proceed(
    account: Account, *, method: str, leads_to: str | None = None, along: Along | None = None
) -> ResponseReturnValue:
    """Let somebody in who showed the first of two things; ask for the second where there is one.

    ``along`` is what has to be written together with it, or not at all.
    """
    with reading() as db_session:
        asks_more = second_factor.has_any(db_session, account)
    if not asks_more:
        begin(account, method=method, along=along)
        return lead_in(leads_to)
    if along is not None:
        with writing() as db_session:
            along(db_session)
    session.clear()
    session[_HALFWAY] = {
        "account": account.id.hex,
        "state": _state(account),
        "method": method,
        "next": leads_to or "",
        "until": (clock.now() + _HALFWAY_LASTS).timestamp(),
    }
    return redirect(url_for("account.second_step"), 303)


def halfway() -> tuple[Account, str, str] | None:
    """Return who is to show the second factor, how the first was shown, and where that leads."""
    kept = session.get(_HALFWAY)
    if kept is None or kept["until"] < clock.now().timestamp():
        return None
    with reading() as db_session:
        account = queries.find_open_account(db_session, account_id=UUID(kept["account"]))
    if account is None or kept["state"] != _state(account):
        return None
    return account, kept["method"], kept["next"]


def begin_anew() -> ResponseReturnValue:
    """Lead back to the first step who cannot go on with the second; who came in by another tab goes on."""
    if access.signed_in() is not None:
        return lead_in(None)
    flash(_("Signing in took too long or was broken off. Sign in once more."), "alert")
    return redirect(url_for("account.sign_in"), 303)


def begin(account: Account, *, method: str, along: Along | None = None) -> None:
    """Sign somebody in in this browser, who proved by ``method`` who it is; what the browser held before goes."""
    at = clock.now()
    with writing() as db_session:
        if along is not None:
            along(db_session)
        browser = sessions.browser_name(request.user_agent.string)
        row = sessions.add(db_session, account_id=account.id, at=at, signs=sessions.Signs(place(), browser, method))
        what = What("account.signed_in", "account", account.id, details={"method": method})
        audit.note(db_session, what, by=acting(account), at=at)
    session.clear()
    session[access.SESSION_KEY] = str(row.id)
    if not account.is_demo:
        after_this_request(lambda response: _remember_browser(response, account.address))


def lead_in(leads_to: str | None) -> ResponseReturnValue:
    """Lead to where somebody wanted to go, if it is a page of ours."""
    return redirect(own_path(leads_to) or url_for("advise.enter"), 303)


def end() -> None:
    """Sign out in this browser."""
    somebody = access.signed_in()
    if somebody is not None:
        with writing() as db_session:
            sessions.end(db_session, session_id=somebody.session_id)
            what = What("account.signed_out", "account", somebody.account_id)
            audit.note(db_session, what, by=access.actor(), at=clock.now())
    session.clear()


def attempt(address: str) -> Attempt:
    """Return who is said to try to sign in here."""
    kept, today = request.cookies.get(_KNOWN_BROWSER, ""), dutch_day(clock.now())
    browser = known_browsers.known_name(config().instance_key, kept, address=address, on=today)
    return Attempt(address, place(), browser)


def note_failure(account: Account | None, method: str) -> None:
    """Note that somebody who is not known tried to sign in."""
    support_id = account.support_organisation_id if account else None
    object_id, kind = (account.id, "account") if account else (None, None)
    what = What("account.sign_in_failed", kind, object_id, None, support_id, {"method": method})
    with writing() as db_session:
        audit.note(db_session, what, by=Actor(None, None, place()), at=clock.now())


def _remember_browser(response: Response, address: str) -> Response:
    name = known_browsers.give_name(config().instance_key, address=address, on=dutch_day(clock.now()))
    response.set_cookie(
        _KNOWN_BROWSER,
        name,
        max_age=KNOWN_FOR,
        path=_PATH_OF_TRIES,
        secure=not config().is_demo,
        httponly=True,
        samesite="Lax",
    )
    return response


def _state(account: Account) -> str:
    of = f"halfway:{account.id}:{account.password or ''}:{account.fs_uniquifier}"
    return keyed_hash(config().cookie_key, of)
