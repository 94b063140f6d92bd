"""Load and authorise a personal link, in one place."""

from typing import Any, NoReturn

from flask import redirect, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from survey.access import config
from survey.database import looking, reading
from survey.errors import LinkUnknown, RoundClosed
from survey.i18n import language, use_language
from survey.queries.visits import Visit
from survey.respond.keeping import device_key
from survey.services import answering
from survey.tokens import looks_like_token


class Moved(HTTPException):
    """Not an error: the answer is a redirect."""

    code = 303

    def __init__(self, address: str) -> None:
        super().__init__(response=redirect(address, 303))


def check_token(token: str) -> None:
    """Refuse what cannot be a link at all, before it costs a query."""
    if not looks_like_token(token):
        raise LinkUnknown


def open_visit(token: str) -> Visit:
    """Return the visit of a personal link, in its person's language; a closed round leads to its report.

    Raises
    ------
    LinkUnknown
        When there is no such link.
    RoundClosed
        When the round is closed and participants cannot read its report yet.
    """
    check_token(token)
    with looking() as connection:
        visit = answering.find_visit(connection, token=token)
    use_language(visit.language)
    if visit.is_closed:
        with reading() as session:
            report_token = answering.report_token(session, visit=visit, key=config().instance_key)
        _lead_to_report(token, report_token, visit)
    return visit


def _lead_to_report(token: str, report_token: str | None, visit: Visit) -> NoReturn:
    if report_token is None:
        raise RoundClosed(None, visit.meeting_on)
    raise Moved(url_for("respond.report", token=report_token, taal=language(), gesloten=device_key(token)))


def to(endpoint: str, token: str, **values: Any) -> Response:
    """Redirect to another page of the same link."""
    return redirect(url_for(endpoint, token=token, **values), 303)
