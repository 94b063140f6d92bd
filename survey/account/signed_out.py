"""What a page for who is signed in shows to everybody else: the way in, and what was typed in a form meanwhile."""

from flask import Flask, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from survey import error_pages
from survey.access import SignedOut, signed_in
from survey.account import signing_in
from survey.account.typed import Typed, typed_texts

#: The forms that are sent on the way in, between the two steps.
_SECOND_STEP = ("account.show_second", "account.show_second_by_passkey")


def init_app(app: Flask) -> None:
    """Show it wherever somebody is not signed in, or sends a form of before signing in."""
    app.register_error_handler(SignedOut, _ask_to_sign_in)
    app.register_error_handler(CSRFError, _tell_of_token)


def _ask_to_sign_in(error: Exception) -> ResponseReturnValue:
    texts = typed_texts()
    if texts:
        return _draw("signed out", texts), 401
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("account.sign_in", next=wanted), 303)


def _tell_of_token(error: Exception) -> ResponseReturnValue:
    """Tell what became of a form whose token does not belong to this browser, or not any more."""
    if request.endpoint in _SECOND_STEP:
        return signing_in.begin_anew()
    texts = typed_texts()
    if texts:
        return (_draw("signed out", texts), 401) if signed_in() is None else (_draw("another token", texts), 400)
    return error_pages.form_expired(error)


def _draw(why: str, texts: list[Typed]) -> str:
    return render_template("account/typed.html", why=why, texts=texts, back=_page_of_form())


def _page_of_form() -> str | None:
    """Return the page on which the form stands, where it has the same address."""
    adapter = current_app.create_url_adapter(request)
    return request.path if adapter is not None and "GET" in adapter.allowed_methods() else None
