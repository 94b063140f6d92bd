"""What a mail says: a template per mail and language, whose first line is the subject."""

import re
from dataclasses import dataclass
from typing import Any, Final

from flask import current_app, render_template
from markupsafe import Markup, escape

from survey.i18n import DEFAULT, LANGUAGES, use_language

_LINK: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Text:
    """A mail's words, twice the same: to read as they are, and as a page."""

    language: str
    subject: str
    plain: str
    html: str


def write(template: str, language: str, **values: Any) -> Text:
    """Write a mail from ``templates/mail/<template>.<language>.txt``; in Dutch where there is no such language."""
    spoken = language if language in LANGUAGES else DEFAULT
    use_language(spoken)
    # plain text is not escaped; what is HTML is made from it below, and is
    plain_env = current_app.jinja_env.overlay(autoescape=False)
    written = plain_env.get_template(f"mail/{template}.{spoken}.txt").render(**values)
    subject, _, body = written.strip().partition("\n")
    plain = re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"
    html = render_template("mail/frame.html", subject=subject, paragraphs=[*map(_as_html, plain.split("\n\n"))])
    return Text(spoken, subject, plain, html)


def _as_html(paragraph: str) -> Markup:
    """Return a paragraph with its line breaks, in which addresses of pages are links."""
    lines = (_with_link(line) for line in paragraph.strip().splitlines())
    return Markup("<br>\n").join(lines)


def _with_link(line: str) -> Markup:
    if not _LINK.fullmatch(line):
        return escape(line)
    return Markup('<a href="{0}">{0}</a>').format(line)
