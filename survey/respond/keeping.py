"""What a page of a personal link carries for its script, which keeps choices as they are made."""

import re
from functools import cache

from flask import render_template
from markupsafe import Markup

from survey import clock
from survey.asking.pieces import DrawnPage, gap
from survey.services.sheets import moment
from survey.tokens import hash_token


def keeping(token: str, language: str) -> Markup:
    """Return the script with its words, what it keeps unsent choices under on a device, and the time it is."""
    return _drawn(language, is_closed=False).filled({"link": device_key(token), "now": str(moment(clock.now()))})


def closed(key: str, language: str) -> Markup:
    """Return the script for after the closing: it says that what was not sent comes too late, and forgets it."""
    return _drawn(language, is_closed=True).filled({"link": key, "now": str(moment(clock.now()))})


def device_key(token: str) -> str:
    """Return what a device keeps unsent choices of a link under; the link cannot be made from it."""
    return hash_token(token)[:16]


def is_device_key(text: str) -> bool:
    """Say whether ``text`` could be one."""
    return re.fullmatch(r"[0-9a-f]{16}", text) is not None


@cache
def _drawn(language: str, *, is_closed: bool) -> DrawnPage:
    """Draw it once per language of the interface."""
    drawn = render_template("respond/keeping.html", link=gap("link"), now=gap("now"), is_closed=is_closed)
    return DrawnPage.of(drawn)
