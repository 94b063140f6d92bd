"""The cookie in which a device keeps the code of a link that passed through the hands of staff."""

from datetime import timedelta
from typing import Final, TypeVar

from flask import request, url_for
from werkzeug.wrappers import Response

from survey.access import config
from survey.clock import end_of
from survey.queries.visits import Visit

_COOKIE: Final = "code"
#: A round can be extended while it is open; the cookie outlasts that.
_KEPT_AFTER: Final = timedelta(days=60)

Answer = TypeVar("Answer", bound=Response)


def kept_code() -> str:
    """Return what this device keeps of the code of the link that is opened; empty without."""
    return request.cookies.get(_COOKIE, "")


def remember(response: Answer, token: str, visit: Visit, kept: str) -> Answer:
    """Have the device keep a code, for this link only, and show it to no script."""
    response.set_cookie(
        _COOKIE,
        kept,
        expires=end_of(visit.closes_on) + _KEPT_AFTER,
        path=url_for("respond.intro", token=token),
        secure=not config().is_demo,
        httponly=True,
        samesite="Lax",
    )
    return response
