"""Files that staff give: the endpoints that take one say how large, and all others stay small."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import Flask, current_app, request

from survey.access import signed_in

View = TypeVar("View", bound=Callable[..., Any])

#: What a form is longer than the file in it.
_AROUND: Final = 100_000


def takes_file(most_bytes: int) -> Callable[[View], View]:
    """Let the endpoint of this view take a file of so many bytes."""

    def mark(view: View) -> View:
        view.takes_bytes = most_bytes + _AROUND  # type: ignore[attr-defined]  # as access rules are marked
        return view

    return mark


def init_app(app: Flask) -> None:
    """Widen the limit, for who is signed in, before anything reads the form.

    So this is registered before the check against forged posts, which is the first to read one.
    """

    @app.before_request
    def widen() -> None:
        view = current_app.view_functions.get(request.endpoint or "")
        most = getattr(view, "takes_bytes", None)
        if most is not None and signed_in() is not None:
            request.max_content_length = most
