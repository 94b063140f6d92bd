"""What a page of questions posts besides answers: how it was sent, by what, and what was in view."""

from urllib.parse import urlsplit

from flask import abort, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from questionnaires.definition import Page


def posted() -> MultiDict[str, str]:
    """Return what was posted; when something on the way took off what says how to read it, say so."""
    if not request.form and request.content_length:
        abort(400)
    return request.form


def is_by_script() -> bool:
    """Say whether a page's script posted this, without leaving the page."""
    return request.form.get("script") == "1"


def once_more() -> Response:
    """Tell a script to have the browser itself post the page, and so to show what is wrong with it."""
    return jsonify(again=True)


def led(where: Response) -> ResponseReturnValue:
    """Lead a browser on; a script, which posted without leaving the page, is told where to go."""
    if not is_by_script():
        return where
    parts = urlsplit(where.location or "")
    return jsonify(to=parts._replace(scheme="", netloc="").geturl())


def place_on(page: Page) -> str | None:
    """Return the question that a script says was in view."""
    place = request.form.get("place", "")
    return place if place.split(".")[0] in {question.id for question in page.questions} else None
