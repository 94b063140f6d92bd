"""Draw a report in the form that somebody asks for."""

import logging
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Final

from reports.forms.kinds import Form, FormName, Made
from reports.forms.typesetting import Compile, MissingFonts, apart
from reports.report import Audience
from survey.documents import turn
from survey.services import form_files
from survey.services.reporting import Found, make_report

_logger = logging.getLogger("netwerkspiegel")

#: When files are of that are no edition's: on the day that the round closed.
_NOON: Final = time(12, tzinfo=UTC)
#: The forms that are set in our fonts.
_SET: Final[tuple[FormName, ...]] = ("pdf", "cards", "sheets")
#: What messages quote can be what people typed.
_QUOTED: Final = re.compile(r"([`\"']).*?\1", re.DOTALL)


class FormNotMade(Exception):
    """A form of a report could not be made; the report is there, and its other forms may be.

    ``alike`` are the forms that cannot be made for the same reason: without fonts nothing can be set.
    """

    def __init__(self, form: Form, alike: Collection[FormName] = ()) -> None:
        super().__init__(form.name)
        self.form = form
        self.alike = alike


def draw(found: Found, form: Form, *, language: str, audience: Audience = "participant", by: Compile = apart) -> bytes:
    """Return a report as a file: as it was drawn before, where that is kept. A draft is drawn anew each time.

    ``by`` compiles what is set: ``apart``, or a ``Typesetter`` for many reports.

    Raises
    ------
    FormNotMade
        When it cannot be made; the cause is logged.
    """
    if found.mark is None:
        return draw_anew(found, form, language=language, audience=audience, by=by)
    path = form_files.path_of(found.mark.hash, form, language, audience)
    kept = form_files.read(path)
    if kept:
        return kept
    content = draw_anew(found, form, language=language, audience=audience, by=by)
    form_files.keep(path, content)
    return content


def draw_anew(
    found: Found, form: Form, *, language: str, audience: Audience = "participant", by: Compile = apart
) -> bytes:
    """Draw a report as a file, when it is its turn; raises as ``draw`` does."""
    made = replace(made_of(found, language=language, audience=audience), by=by)
    return guarded(form, lambda: form.make(made))


def guarded(form: Form, make: Callable[[], bytes]) -> bytes:
    """Make a form when it is its turn; raises as ``draw`` does."""
    with turn():
        try:
            return make()
        except Exception as error:  # whatever fails in one form, the others are to be offered
            _logger.error("The form '%s' of a report could not be made. %s", form.name, _cause(error))
            raise FormNotMade(form, _SET if isinstance(error, MissingFonts) else ()) from error


def made_of(found: Found, *, language: str, audience: Audience = "participant") -> Made:
    """Return what every form of a report is drawn from."""
    report = make_report(found, language=language, audience=audience)
    at = found.mark.at if found.mark else datetime.combine(report.closed_on, _NOON)
    return Made(report, found.given, found.asked, at)


def _cause(error: Exception) -> str:
    """Say what went wrong, without what people typed."""
    if isinstance(error, MissingFonts):  # what it quotes is ours: the command that helps
        said = str(error)
    else:
        said = (isinstance(error, OSError) and error.strerror) or _QUOTED.sub("...", str(error))
    return f"{type(error).__name__}: {said}"
