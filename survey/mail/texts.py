"""What a mail says: a template per mail and language, whose first line is the subject."""

import re
from collections.abc import Collection, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from flask import current_app, render_template
from jinja2 import Environment
from markupsafe import Markup, escape

from survey.i18n import DEFAULT, LANGUAGES, language, use_language

_LINK: Final = re.compile(r"https?://\S+")
_POINT: Final = "- "


@dataclass(frozen=True, slots=True)
class Text:
    """A mail's words, twice the same: to read as they are, and as a page."""

    language: str
    subject: str
    plain: str
    html: str


def write(template: str, language: str, *, named: Collection[str] = (), **values: Any) -> Text:
    """Write a mail from ``templates/mail/<template>.<language>.txt``; in Dutch where there is no such language.

    A link that is ``named`` has its name in the line before it, with a colon: on the page, that is what it is called.
    """
    spoken = language if language in LANGUAGES else DEFAULT
    with _speaking(spoken):
        written = _plain_templates().get_template(f"mail/{template}.{spoken}.txt").render(**values)
        subject, _, body = written.strip().partition("\n")
        plain = re.sub(r"\n{3,}", "\n\n", body.strip()) + "\n"
        html = render_template("mail/frame.html", subject=subject, blocks=as_blocks(plain, named))
    return Text(spoken, subject, plain, html)


def as_blocks(plain: str, named: Collection[str] = ()) -> list[Markup]:
    """Return a mail's text as paragraphs and lists of a page; addresses of pages are links."""
    return [_as_block(paragraph.strip().splitlines(), named) for paragraph in plain.split("\n\n") if paragraph.strip()]


@contextmanager
def _speaking(spoken: str) -> Generator[None]:
    """Speak a mail's language while it is written; a page with its preview goes on in its own."""
    before = language()
    use_language(spoken)
    try:
        yield
    finally:
        use_language(before)


def _plain_templates() -> Environment:
    """Return where plain text is written, unescaped; what is HTML is made from it after, and is. Made once."""
    known: Environment | None = current_app.extensions.get("mail_templates")
    if known is None:
        known = current_app.extensions["mail_templates"] = current_app.jinja_env.overlay(autoescape=False)
    return known


def _as_block(lines: list[str], named: Collection[str]) -> Markup:
    if all(line.startswith(_POINT) for line in lines):
        points = (Markup("<li>{}</li>").format(line.removeprefix(_POINT)) for line in lines)
        return Markup("<ul>\n{}\n</ul>").format(Markup("\n").join(points))
    return Markup("<p>{}</p>").format(Markup("<br>\n").join(_with_links(lines, named)))


def _with_links(lines: list[str], named: Collection[str]) -> Iterator[Markup]:
    """Return lines of a paragraph; the line that names a link becomes that link."""
    for before, line, following in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if following in named:
            yield _link(following, line.removesuffix(":"))
        elif not (before and line in named):  # else it stands in the line before
            yield _link(line, line) if _LINK.fullmatch(line) else escape(line)


def _link(address: str, name: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, name)
