"""Load and authorise a personal link, in one place."""

from typing import Any, NoReturn

from flask import redirect, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from survey.access import config
from survey.database import looking, reading
from survey.errors import LinkUnknown, ResumeCodeWanted, RoundClosed
from survey.i18n import language, use_language
from survey.queries import visits
from survey.queries.visits import Visit
from survey.respond.code_cookie import kept_code
from survey.respond.keeping import device_key
from survey.services import answering, resuming
from survey.tokens import hash_token, is_of_entry, looks_like_token


class Moved(HTTPException):
    """Not an error: the answer is a redirect."""

    code = 303

    def __init__(self, address: str) -> None:
        super().__init__(response=redirect(address, 303))


def check_link(token: str) -> None:
    """Refuse what cannot be a link at all, before it costs a query."""
    if not looks_like_token(token):
        raise LinkUnknown


def check_token(token: str, *, may_begin: bool = False) -> None:
    """Refuse what cannot be a link, and a device that may not write by it; ``may_begin``: also where nobody began.

    Raises
    ------
    LinkUnknown, ResumeCodeWanted
    """
    check_link(token)
    if is_of_entry(token):
        return
    with looking() as connection:
        found = visits.find_resume_hash(connection, token_hash=hash_token(token))
    if found is None or (may_begin and found[1] is None):
        return
    code = resuming.code_in(config().instance_key, found[0], kept_code())
    if code is None or not resuming.is_right(config().instance_key, *found, code):
        raise ResumeCodeWanted


def open_visit(token: str, *, may_begin: bool = False) -> Visit:
    """Return the visit of a personal link, in its person's language; a closed round leads to its report.

    ``may_begin``: also for a device without the code of a link by which nobody began.

    Raises
    ------
    LinkUnknown
        When there is no such link.
    RoundClosed
        When the round is closed and participants cannot read its report yet; ``RoundStopped`` when it was cancelled.
    ResumeCodeWanted
        When the link passed through the hands of staff, and this device does not have its code.
    """
    check_link(token)
    with looking() as connection:
        visit = answering.find_visit(connection, token=token)
    use_language(visit.language)
    answering.refuse_stopped(visit)
    if visit.is_closed:
        with reading() as session:
            report_token = answering.report_token(session, visit=visit, key=config().instance_key)
        _lead_to_report(token, report_token, visit)
    is_fine = may_begin and resuming.is_untouched(visit)
    if not is_fine and not resuming.is_open_to(config().instance_key, visit, kept_code()):
        raise ResumeCodeWanted
    return visit


def _lead_to_report(token: str, report_token: str | None, visit: Visit) -> NoReturn:
    if report_token is None:
        raise RoundClosed(None, visit.meeting_on)
    raise Moved(url_for("respond.report", token=report_token, taal=language(), gesloten=device_key(token)))


def to(endpoint: str, token: str, **values: Any) -> Response:
    """Redirect to another page of the same link."""
    return redirect(url_for(endpoint, token=token, **values), 303)
