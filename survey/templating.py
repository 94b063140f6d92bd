"""What every template can use."""

from typing import Any, cast

from flask import Flask
from markupsafe import Markup


def template_globals(app: Flask) -> dict[str, Any]:
    """Return what templates can use by name, to add to."""
    return cast(dict[str, Any], app.jinja_env.globals)


def init_app(app: Flask) -> None:
    """Tell Jinja how we write templates."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.autoescape = True
    template_globals(app)["icon"] = icon


def icon(name: str) -> Markup:
    """Draw a mark from the sprite on the page; it always stands beside a word."""
    return Markup('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)
