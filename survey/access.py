"""Who may open what: every endpoint declares its rule, and an endpoint without one is refused.

public          everyone
personal_link   who holds the link of an invitation; the view loads it by ``survey.respond.visits``
report_link     who holds the report link of a round
round_code      who holds the address behind a round's QR code; the view loads it by ``survey.services.codes``
door            everyone, on the way to signing in or by a link that was mailed to an account; no cache keeps it
demo            everyone, in a demo instance only; elsewhere the page does not exist
signed_in       whoever is signed in, about the own account, also while a second factor is still to be set up
coordinator     who is signed in as coordinator, adviser or administrator
adviser         who is signed in as adviser or administrator
administrator   who is signed in as administrator
api_token       a program that shows a token of a support organisation; ``survey.api.caller`` checks it

The three roles see the networks of their ``reach`` and no others: to them, another network does not exist.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final, Literal, TypeVar, cast, get_args
from uuid import UUID

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError
from werkzeug.middleware.proxy_fix import ProxyFix

from survey import clock
from survey.config import Config
from survey.database import reading, writing
from survey.i18n import use_language
from survey.queries.accounts import mark_seen
from survey.queries.people import ROLES, Person, find_person
from survey.services.audit import Actor
from survey.services.throttling import neighbourhood

Rule = Literal[
    "public",
    "personal_link",
    "report_link",
    "round_code",
    "door",
    "demo",
    "signed_in",
    "coordinator",
    "adviser",
    "administrator",
    "api_token",
]
RULES: tuple[str, ...] = get_args(Rule)
#: How long somebody stays signed in: a working day.
SESSION_LASTS: Final = timedelta(hours=12)
#: How exactly is kept when somebody was last there.
SEEN_EVERY: Final = timedelta(minutes=15)
#: The name in the cookie under which the session of an account stands.
SESSION_KEY: Final = "account_session"


class SignedOut(Exception):
    """The page is for who is signed in, and nobody is; ``survey.account.signed_out`` shows the way in."""


View = TypeVar("View", bound=Callable[..., Any])


def access(rule: Rule) -> Callable[[View], View]:
    """Declare who may open the endpoint of this view."""

    def mark(view: View) -> View:
        view.access_rule = rule  # type: ignore[attr-defined]  # functions carry attributes; a TypeVar cannot say so
        return view

    return mark


def rule_of(app: Flask, endpoint: str) -> str | None:
    """Return the rule an endpoint declares; ``None`` when somebody forgot."""
    return getattr(app.view_functions[endpoint], "access_rule", None)


def config() -> Config:
    """Return the running instance's configuration."""
    return cast(Config, current_app.extensions["netwerkspiegel"])


def init_app(app: Flask) -> None:
    """Check every request against the rule of its endpoint; refuse to start with an endpoint that has none."""
    forgotten = [endpoint for endpoint in app.view_functions if rule_of(app, endpoint) not in RULES]
    if forgotten:
        raise RuntimeError(f"These endpoints declare no access rule: {', '.join(sorted(forgotten))}.")
    app.before_request(_check)
    proxies = cast(Config, app.extensions["netwerkspiegel"]).trusted_proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]  # Flask documents wrapping it this way


def person() -> Person:
    """Return who is signed in; only for views whose rule asks for somebody."""
    return cast(Person, g.person)


def actor() -> Actor:
    """Return who is signed in, as the audit log names it."""
    somebody = person()
    return Actor(somebody.account_id, somebody.support_organisation_id, neighbourhood(request.remote_addr))


def signed_in() -> Person | None:
    """Return who is signed in in this browser, if anybody is; looked up once for a request."""
    if "person" not in g:
        g.person = _find_person()
        if g.person is not None:
            use_language(g.person.language)
    return g.person


def _find_person() -> Person | None:
    given = session.get(SESSION_KEY)
    if given is None:
        return None
    with reading() as db_session:
        return find_person(db_session, session_id=UUID(given), begun_after=clock.now() - SESSION_LASTS)


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None
    rule = rule_of(current_app, request.endpoint)
    if rule == "demo" and not config().is_demo:
        abort(404)
    if rule == "signed_in" or rule in ROLES:
        return _check_person(rule)
    return None


def _check_person(rule: str) -> ResponseReturnValue | None:
    somebody = signed_in()
    if somebody is None:
        if SESSION_KEY in session:  # who is between the two steps of signing in keeps what the first gave
            session.clear()
        raise SignedOut
    _note_seen(somebody)
    if rule == "signed_in":
        return None
    if ROLES.index(somebody.role) < ROLES.index(cast(Any, rule)):
        abort(404)
    return redirect(url_for("account.second_factor"), 303) if _lacks_second_factor(somebody) else None


def _lacks_second_factor(somebody: Person) -> bool:
    """Say whether somebody who reaches all networks of an organisation can sign in by a password alone."""
    return somebody.may("adviser") and not somebody.has_second_factor and not somebody.is_demo


def _note_seen(somebody: Person) -> None:
    """Note that somebody is there, by the quarter of an hour; a page does not fail for it."""
    now = clock.now()
    if now - somebody.seen_at_utc < SEEN_EVERY:
        return
    with suppress(OperationalError), writing() as db_session:
        mark_seen(db_session, session_id=somebody.session_id, at=now)
