"""What went wrong, told to a program: "problem details" (RFC 9457) instead of a page."""

import json
from typing import Final

from flask import Response, request

#: How the addresses begin that programs read.
API: Final = "/api/"
MEDIA_TYPE: Final = "application/problem+json"

TITLES: Final = {
    400: "The question is not understood",
    401: "A token is needed",
    404: "There is no such thing",
    405: "This can only be read",
    406: "This is not there in the form that was asked for",
    429: "Too many questions",
    500: "Something went wrong on our side",
    503: "The database is busy",
}


def is_for_a_program() -> bool:
    """Whether the request is for the read API."""
    return request.path.startswith(API)


def problem(status: int, detail: str = "") -> Response:
    """Tell a program what went wrong, in English."""
    told = {"type": "about:blank", "title": TITLES.get(status, TITLES[400]), "status": status}
    if detail:
        told["detail"] = detail
    response = Response(json.dumps(told), status, mimetype=MEDIA_TYPE)
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="Netwerkspiegel"'
    return response
