"""The door for mails that came back: the mail server hands each of them in by itself."""

from datetime import timedelta
from hmac import compare_digest
from typing import Final

from flask import abort, request
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.database import reading, writing
from survey.extensions import without_csrf
from survey.mail.bounces import LONGEST, read_notice
from survey.public.views import blueprint
from survey.services import bounces, throttling
from survey.services.bounces import Finding
from survey.services.throttling import Limit, neighbourhood

#: Wrong secrets from one place; after these nobody there is listened to for a while.
_WRONG: Final = Limit("wrong bounce secret", 10, timedelta(minutes=15))
_SAID: Final[dict[Finding, str]] = {
    "noted": "Noted: this address takes no mail.",
    "not_final": "Read: this mail is only late, or arrived.",
    "not_ours": "Read: this is about no invitation of ours.",
    "not_recognised": "This is not recognised as a notice of a mail server.",
}


@blueprint.post("/post/teruggekomen")
@access("public")
@without_csrf  # it is a mail server that posts, with a secret of its own and without a cookie
def take_bounce() -> ResponseReturnValue:
    """Read one mail that came back; it is the whole body of the request."""
    if not config().bounce_secret:
        abort(404)
    if _is_used_up():
        return _say("Too many wrong secrets came from here. Try again in a quarter of an hour.", 429)
    if not _knows_secret():
        _count_wrong()
        return _say("Give the secret of NETWERKSPIEGEL_BOUNCE_SECRET, as: Authorization: Bearer ...", 401)
    if (request.content_length or 0) > LONGEST:
        return _say("This mail is too long. Have only its headers returned.", 413)
    notice = read_notice(request.stream.read(LONGEST))
    with writing() as session:
        finding = bounces.note(session, notice, at=clock.now())
    return _say(_SAID[finding], 200)


def _say(sentence: str, status: int) -> ResponseReturnValue:
    return f"{sentence}\n", status, {"Content-Type": "text/plain; charset=utf-8"}


def _knows_secret() -> bool:
    given = request.headers.get("Authorization", "")
    return compare_digest(given.encode(), f"Bearer {config().bounce_secret}".encode())


def _is_used_up() -> bool:
    with reading() as session:
        return throttling.is_used_up(session, _WRONG, where=_place(), key=config().instance_key, at=clock.now())


def _count_wrong() -> None:
    with writing() as session:
        throttling.take(session, _WRONG, where=_place(), key=config().instance_key, at=clock.now())


def _place() -> str:
    return neighbourhood(request.remote_addr)
