"""What changes the ways in asks for somebody who signed in not long ago: a screen left open is not enough."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Final, ParamSpec

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.account.here import begun_at_of
from survey.account.typed import typed_texts
from survey.database import reading
from survey.i18n import _

P = ParamSpec("P")

RECENT: Final = timedelta(minutes=30)


def recently_signed_in(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Have somebody sign in once more when that was long ago; it leads back to this page."""

    @wraps(view)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        with reading() as session:
            begun_at = begun_at_of(session)
        if begun_at is not None and begun_at > clock.now() - RECENT:
            return view(*args, **kwargs)
        if texts := typed_texts():
            return render_template("account/typed.html", why="long ago", texts=texts, back=request.path), 401
        flash(_("Sign in once more: this changes how you sign in."))
        page = request.path if request.method == "GET" else url_for("account.overview")
        return redirect(url_for("account.sign_in", next=page), 303)

    return wrapped
