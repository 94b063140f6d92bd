"""Languages of the interface: English in the code, Dutch and English catalogues."""

from datetime import date, datetime
from functools import lru_cache
from typing import Any, cast

import flask_babel
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from flask import Flask, g, request
from markupsafe import Markup

from survey.clock import DUTCH_TIME, dutch_day
from survey.extensions import babel
from survey.templating import template_globals

#: The languages of the interface, by their own names.
LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT = "nl"

_babel = cast(Any, flask_babel)


def init_app(app: Flask) -> None:
    """Choose the language per request: the person's own, else the address bar's, else Dutch."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    app.config["BABEL_DEFAULT_LOCALE"] = DEFAULT
    babel.init_app(app, locale_selector=language)
    template_globals(app).update(_=_in_template, ngettext=_plural_in_template)
    template_globals(app).update(language=language, LANGUAGES=LANGUAGES, name_of=name_of)
    app.jinja_env.filters.update(day=day, day_of=day_of, clock_time=clock_time)


def _(message: str, **values: object) -> str:
    """Return a message in the language of this request, with its values filled in."""
    return _babel.gettext(message, **values)


def ngettext(singular: str, plural: str, num: int) -> str:
    """Return a message that counts, in the language of this request."""
    return _babel.ngettext(singular, plural, num)


def gettext_noop(message: str) -> str:
    """Mark a message for the catalogues; it is translated where it is shown."""
    return message


def later(message: str) -> str:
    """Return a message that is translated when it is shown: for the labels of forms, which are made once."""
    return _babel.lazy_gettext(message)


def _catalogue() -> Any:
    """Return the catalogue of this request's language, looked up once: a page asks for a dozen messages."""
    catalogue = g.get("catalogue")
    if catalogue is None:
        catalogue = g.catalogue = _babel.get_translations()
    return catalogue


def _in_template(message: str, **values: object) -> Markup:
    """Return a message for a page: its values are escaped, its own text is ours."""
    return _filled(_catalogue().ugettext(message), values)


def _plural_in_template(singular: str, plural: str, num: int, **values: object) -> Markup:
    """Return a message that counts; ``num`` can be named in it."""
    return _filled(_catalogue().ungettext(singular, plural, num), {"num": num, **values})


def _filled(text: str, values: dict[str, object]) -> Markup:
    message = Markup(text)  # noqa: S704 -- from our own catalogues
    return message % values if "%" in text else message


def language() -> str:
    """Return the language of this request."""
    chosen = g.get("language")
    if chosen is None:
        chosen = g.language = _asked_language()
    return chosen


@lru_cache(maxsize=100)
def name_of(code: str) -> str:
    """Return a language's name in that language itself; a questionnaire may have any, and the code has to do else."""
    try:
        name = Locale.parse(code).get_language_name(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return name[:1].upper() + name[1:] if name else code


def use_language(code: str) -> None:
    """Use a person's language for this request; an unknown one becomes Dutch."""
    chosen = code if code in LANGUAGES else DEFAULT
    if g.get("language") != chosen:
        g.language = chosen
        g.pop("catalogue", None)
        _babel.refresh()


def day(value: date) -> str:
    """Say a day in words: "vrijdag 13 november 2026"."""
    return day_in(value, language())


def day_of(value: datetime) -> str:
    """Say on which day a moment is in the Netherlands, in words."""
    return day(dutch_day(value))


@lru_cache(maxsize=1000)
def day_in(value: date, locale: str) -> str:
    """Say a day in words, in a language that need not be the page's."""
    return format_date(value, "EEEE d MMMM y", locale=locale)


def clock_time(value: datetime) -> str:
    """Say a time of day in the Netherlands: "14.32" in Dutch, "14:32" in English."""
    return value.astimezone(DUTCH_TIME).strftime("%H.%M" if language() == "nl" else "%H:%M")


def _asked_language() -> str:
    asked = request.args.get("taal", "") if request else ""
    return asked if asked in LANGUAGES else DEFAULT
