"""Who calls the read API: a program that shows a token, and does not ask too often."""

from contextlib import suppress
from datetime import timedelta
from typing import Final, cast

from flask import Response, current_app, g, request
from sqlalchemy.exc import OperationalError

from survey import clock
from survey.access import config, rule_of
from survey.api.blueprint import blueprint
from survey.database import reading, writing
from survey.problems import problem
from survey.queries.api_tokens import Caller, find_caller, mark_used
from survey.services.throttling import Limit, neighbourhood, take
from survey.tokens import hash_token

#: What one token may ask, and how often tokens that open nothing may be tried from one place.
ASKED: Final = Limit("api", 1_200, timedelta(hours=1))
GUESSED: Final = Limit("api token", 60, timedelta(hours=1))

_NOTHING_SHOWN: Final = "Send a header 'Authorization: Bearer' with a token of your support organisation."
_UNKNOWN: Final = "This token opens nothing: it was revoked, its maker's account is closed, or it never existed."
_TOO_MANY: Final = "Wait an hour. What is published changes at most a few times a year: keep what you read."


def caller() -> Caller:
    """Return who calls; only in views with the rule ``api_token``."""
    return cast(Caller, g.caller)


@blueprint.before_request
def check() -> Response | None:
    """Let nobody without a token at anything that asks for one."""
    is_asked = request.endpoint is not None and rule_of(current_app, request.endpoint) == "api_token"
    return check_caller() if is_asked else None


def check_caller() -> Response | None:
    """Find out who calls; return what to answer when that is nobody, or somebody who asks too often."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        return problem(401, _NOTHING_SHOWN)
    with reading() as session:
        found = find_caller(session, token_hash=hash_token(token.strip()))
    if found is None:
        is_patient = _count(GUESSED, neighbourhood(request.remote_addr))
        return problem(401, _UNKNOWN) if is_patient else problem(429, _TOO_MANY)
    if not _count(ASKED, str(found.token_id)):
        return problem(429, _TOO_MANY)
    _note_use(found)
    g.caller = found
    return None


def _count(limit: Limit, where: str) -> bool:
    """Count one question; a busy database does not keep anybody from reading."""
    with suppress(OperationalError), writing() as session:
        return take(session, limit, where=where, key=config().instance_key, at=clock.now())
    return True


def _note_use(found: Caller) -> None:
    today = clock.dutch_day(clock.now())
    if found.used_on == today:
        return
    with suppress(OperationalError), writing() as session:
        mark_used(session, token_id=found.token_id, on=today)
