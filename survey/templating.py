"""What every template can use."""

import re
from typing import Any, Final, cast

from flask import Flask
from markupsafe import Markup

from survey.tables import table_rows, word_cells

#: Where long words of ours can be broken: not every browser knows how Dutch is hyphenated.
_JOINTS: Final = re.compile(
    "(?<=ondersteunings)(?=organisatie)|(?<=partner)(?=organisatie)|(?<=contact)(?=perso)|(?<=arbeidsmarkt)(?=regio)",
    re.IGNORECASE,
)
_SOFT_HYPHEN: Final = "\u00ad"


def template_globals(app: Flask) -> dict[str, Any]:
    """Return what templates can use by name, to add to."""
    return cast(dict[str, Any], app.jinja_env.globals)


def init_app(app: Flask) -> None:
    """Tell Jinja how we write templates."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.autoescape = True
    template_globals(app)["icon"] = icon
    app.jinja_env.filters["soft"] = soft
    template_globals(app)["table_rows"] = table_rows
    template_globals(app)["word_cells"] = word_cells


def icon(name: str) -> Markup:
    """Draw a mark from the sprite on the page; it always stands beside a word."""
    return Markup('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)


def soft(text: str) -> str:
    """Let long words be broken between their parts: for headings, buttons and cells, where they do not fit a phone."""
    broken = _JOINTS.sub(_SOFT_HYPHEN, text)
    return Markup(broken) if isinstance(text, Markup) else broken  # noqa: S704 -- as safe as it was
