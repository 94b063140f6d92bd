"""One page per failure of ``survey.errors``, and of others: what happened, and what to do next."""

import logging
from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from werkzeug.exceptions import HTTPException

from questionnaires.catalogue import UnknownQuestionnaire
from reports.results import InvalidResults
from survey.access import rule_of, signed_in
from survey.database import looking
from survey.errors import (
    CodeFull,
    CodeUnknown,
    EntryGone,
    LinkUnknown,
    PageUnknown,
    QuestionnaireChanged,
    ReportNotYet,
    RoundClosed,
    RoundStopped,
    TooManyAtOnce,
)
from survey.i18n import LANGUAGES, _, day, use_language
from survey.logs import note_refusal
from survey.problems import is_for_a_program, problem
from survey.queries.people import ROLES
from survey.queries.shares import was_withdrawn
from survey.queries.visits import find_visit, is_withdrawn
from survey.tokens import hash_token, looks_like_token

_logger = logging.getLogger("netwerkspiegel")
_Failure = TypeVar("_Failure", bound=Exception)


class _Asked(Protocol):
    """Tells something about a token, by its hash."""

    def __call__(self, connection: Connection, *, token_hash: str) -> bool: ...


def init_app(app: Flask) -> None:
    """Show a calm page for every failure; log below 500 as warning, from 500 as error."""
    app.register_error_handler(LinkUnknown, _in_own_language(_link_unknown))
    app.register_error_handler(EntryGone, _in_own_language(_entry_gone))
    app.register_error_handler(CodeUnknown, _in_own_language(_code_unknown))
    app.register_error_handler(TooManyAtOnce, _in_own_language(_too_many_at_once))
    app.register_error_handler(CodeFull, _in_own_language(_code_full))
    app.register_error_handler(RoundClosed, _in_own_language(_round_closed))
    app.register_error_handler(RoundStopped, _in_own_language(_round_stopped))
    app.register_error_handler(ReportNotYet, _in_own_language(_report_not_yet))
    app.register_error_handler(PageUnknown, _in_own_language(_page_unknown))
    app.register_error_handler(OperationalError, _in_own_language(_database_busy))
    app.register_error_handler(QuestionnaireChanged, _in_own_language(_of_another_version))
    app.register_error_handler(UnknownQuestionnaire, _in_own_language(_of_another_version))
    app.register_error_handler(InvalidResults, _in_own_language(_of_another_version))
    app.register_error_handler(HTTPException, _http_error)


def _in_own_language(tell: Callable[[_Failure], ResponseReturnValue]) -> Callable[[_Failure], ResponseReturnValue]:
    """Tell it in the language that was chosen on the error's page; else in that of the person whose link this is."""

    def told(error: _Failure) -> ResponseReturnValue:
        asked = request.args.get("taal", "")
        spoken = asked if asked in LANGUAGES else _language_of_link()
        if spoken:
            use_language(spoken)
        return tell(error)

    return told


def _language_of_link() -> str | None:
    """Return the language of a personal link, open or closed; ``None`` where none is known or can be looked up."""
    token = (request.view_args or {}).get("token", "")
    if not _is_personal() or not looks_like_token(token):
        return None
    try:
        with looking() as connection:
            visit = find_visit(connection, token_hash=hash_token(token))
    except SQLAlchemyError:
        return None
    return visit.language if visit else None


def _is_personal() -> bool:
    return _rule() == "personal_link"


def _rule() -> str | None:
    return rule_of(current_app, request.endpoint) if request.endpoint is not None else None


def _page(
    status: int, title: str, *sentences: str, report_token: str | None = None, may_be_lost: bool = False
) -> ResponseReturnValue:
    """Draw a page; ``may_be_lost``: it leads to where a lost link is mailed once more."""
    page = render_template(
        "public/error.html",
        title=title,
        sentences=sentences,
        report_token=report_token,
        may_be_lost=may_be_lost,
        is_staff=status in (404, 405) and _is_of_staff(),
    )
    return page, status


def _is_of_staff() -> bool:
    """Whether who is signed in looks for a page of staff, or for one that is not there: the menu stays above it."""
    is_ours = request.endpoint is None or _rule() in ROLES
    try:
        return is_ours and signed_in() is not None
    except SQLAlchemyError:
        return False


def _link_unknown(error: Exception) -> ResponseReturnValue:
    if _was_withdrawn():
        return _page(
            404,
            _("This link was withdrawn"),
            _("Who looks after the network withdrew it, for instance because you got a new one. It opens nothing now."),
            _("Look whether you have a newer invitation. If not, ask your coordinator or adviser for one."),
        )
    if _was_unshared():
        return _page(
            404,
            _("This link was withdrawn"),
            _("Who passed the report on withdrew the link. It opens nothing now."),
            _("Do you want to read the report? Ask who gave you the link."),
        )
    return _page(
        404,
        _("This link does not work"),
        _("Open the link from your e-mail once more, or copy the whole link into the address bar."),
        _("Does it still not work? Ask your coordinator or adviser for a new link."),
        may_be_lost=True,
    )


def _was_withdrawn() -> bool:
    """Whether it was the link of an invitation, that does not work any more."""
    return _is_personal() and _looked_up(is_withdrawn)


def _was_unshared() -> bool:
    """Whether it was a link by which somebody passed a report on, and that was withdrawn."""
    return _rule() == "report_link" and _looked_up(was_withdrawn)


def _looked_up(is_so: _Asked) -> bool:
    """Look up something about the token in the address; what cannot be looked up is not so."""
    token = (request.view_args or {}).get("token", "")
    if not looks_like_token(token):
        return False
    try:
        with looking() as connection:
            return is_so(connection, token_hash=hash_token(token))
    except SQLAlchemyError:
        return False


def _entry_gone(error: Exception) -> ResponseReturnValue:
    """Tell what became of it; an empty one can be gone before the closing, so the way back is told as well."""
    sentences = [
        _("Filling in is no longer possible. What was sent in before the closing counts. The rest was erased."),
        _("No name was with these answers. Nobody can find them back, to look at, to change or to erase."),
    ]
    if request.method == "POST":
        sentences.append(_("What you just tried to send came too late. It was not kept."))
    sentences.append(_("Did you join in a meeting? Scan its code once more: it may lead you to the result."))
    sentences.append(_("Is the round still open, as far as you know? Then open its code once more, and begin again."))
    return _page(410, _("This round is closed"), *sentences)


def _code_unknown(error: Exception) -> ResponseReturnValue:
    return _page(
        404,
        _("This code does not work"),
        _("The code has ended, or the round is closed. What you sent in before the closing counts."),
        _("Ask the person who gave you the code for a new one."),
    )


def _too_many_at_once(error: Exception) -> ResponseReturnValue:
    note_refusal("too many begun")
    return _page(
        429,
        _("It is too busy now"),
        _("From where you are, so many began by this code that we stop for a while. Nothing of yours is lost."),
        _("Try again in an hour. Are you on a shared network? With the data of your own phone it often works sooner."),
    )


def _code_full(error: Exception) -> ResponseReturnValue:
    note_refusal("a code is full")
    return _page(
        409,
        _("Nobody can begin by this code any more"),
        _("So many answers came in by this code that it is full. Waiting does not help."),
        _("Did you begin before? You can still go on. If not, ask your coordinator for a personal link."),
    )


def _round_closed(error: RoundClosed) -> ResponseReturnValue:
    sentences = [
        _("Filling in is no longer possible. What you sent in before the closing counts. The rest was erased."),
        _("What you sent in is cut loose from your name. Nobody can find it back, to look at, to change or to erase."),
    ]
    if request.method == "POST":
        sentences.append(_("What you just tried to send came too late. It was not kept."))
    if error.report_token is None:
        sentences += _report_comes(error.meeting_on)
    return _page(410, _("This round is closed"), *sentences, report_token=error.report_token, may_be_lost=True)


def _round_stopped(error: RoundStopped) -> ResponseReturnValue:
    sentences = [
        _("This round was stopped. Everything that was filled in is erased, and there will be no report."),
        _("You do not have to do anything. If there is another round, you get a new invitation."),
    ]
    if request.method == "POST":
        sentences.append(_("What you just tried to send was not kept."))
    return _page(410, _("This round was stopped"), *sentences)


def _report_not_yet(error: ReportNotYet) -> ResponseReturnValue:
    return _page(404, _("The report is still to come"), *_report_comes(error.meeting_on))


def _report_comes(meeting_on: date | None) -> list[str]:
    sentences = [_("The report is still to come. When it is there, your link opens it.")]
    if meeting_on is not None:
        sentences.append(_("You talk about it together on %(day)s.", day=day(meeting_on)))
    return sentences


def _page_unknown(error: Exception) -> ResponseReturnValue:
    return _page(404, _("This page does not exist"), _("Your answers are safe. Open your link once more."))


def form_expired(error: Exception) -> ResponseReturnValue:
    """Say that a form was too old, or not from a page of ours; ``survey.account.signed_out`` leads here."""
    return _in_own_language(_form_expired)(error)


def _form_expired(error: Exception) -> ResponseReturnValue:
    return _page(400, _("This did not work"), _("Go back, reload the page and try again."))


def _database_busy(error: OperationalError) -> ResponseReturnValue:
    _logger.error("The database could not be used: %s", error.orig)
    if is_for_a_program():
        return problem(503)
    if not _is_personal():
        sentence = _("Something went wrong on our side. Go back and try again in a few minutes.")
        return _page(503, _("This did not work"), sentence)
    return _page(
        503,
        _("This did not work"),
        _("Something went wrong on our side. What you had saved is still there."),
        _("Go back and save again in a few minutes."),
    )


def _of_another_version(error: Exception) -> ResponseReturnValue:
    _logger.error("A round cannot be shown. %s", error)
    return _page(503, *_server_error())


def _http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error
    if is_for_a_program():
        return problem(code)
    return _in_own_language(_http_failure)(error)


def _http_failure(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    return _page(code, *_HTTP_SENTENCES.get(code, _server_error if code >= 500 else _bad_request)())


def _server_error() -> tuple[str, ...]:
    return (
        _("This did not work"),
        _("Something went wrong on our side. What you had saved is still there."),
        _("Try again in a few minutes."),
    )


def _not_to_be_read() -> tuple[str, ...]:
    return _("This address does not open by itself"), _("Go to the page that you came from, and use its buttons.")


def _bad_request() -> tuple[str, ...]:
    return _("This did not work"), _("Go back, reload the page and try again.")


def _not_found() -> tuple[str, ...]:
    if _is_of_staff():
        return _("This page does not exist"), _("Check the address, or look for it from your networks.")
    return _("This page does not exist"), _("Check the address, or go to the start page.")


def _too_large() -> tuple[str, ...]:
    return _("This is too much text"), _("Go back and make your answer shorter. What you had saved is still there.")


_HTTP_SENTENCES: dict[int, Callable[[], tuple[str, ...]]] = {404: _not_found, 405: _not_to_be_read, 413: _too_large}
