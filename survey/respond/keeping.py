"""What a page of a personal link carries for its script, which keeps choices as they are made."""

from functools import cache

from flask import render_template
from markupsafe import Markup

from survey import clock
from survey.asking.pieces import DrawnPage, gap
from survey.services.sheets import moment
from survey.tokens import hash_token


def keeping(token: str, language: str) -> Markup:
    """Return the script with its words, what it keeps unsent choices under on a device, and the time it is.

    The link cannot be made from that name.
    """
    return _drawn(language).filled({"link": hash_token(token)[:16], "now": str(moment(clock.now()))})


@cache
def _drawn(language: str) -> DrawnPage:
    """Draw it once per language of the interface."""
    return DrawnPage.of(render_template("respond/keeping.html", link=gap("link"), now=gap("now")))
