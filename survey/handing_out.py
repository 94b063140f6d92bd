"""Hand out a report: its page, and the files that it can be taken home in; for participants and for staff alike."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import render_template
from flask.typing import ResponseReturnValue

from reports.forms.kinds import FORMS, Form, FormName
from reports.report import Audience, Report
from survey.charts import chart
from survey.documents import report_file, send_file
from survey.headers import allow_charts
from survey.i18n import _, gettext_noop, language
from survey.services.drawing import FormNotMade, draw
from survey.services.reporting import Found, make_report

#: What each form is called, and what it is good for.
_WORDS: Final[Mapping[FormName, tuple[str, str]]] = {
    "pdf": (gettext_noop("PDF"), gettext_noop("to read, print or mail")),
    "slides": (gettext_noop("Slides"), gettext_noop("to show at the meeting, and to change as you like")),
    "sheets": (gettext_noop("Action cards (A4)"), gettext_noop("four on a sheet, to cut and fill in")),
    "cards": (gettext_noop("Action cards (A6)"), gettext_noop("each on a small page of its own")),
    "workbook": (gettext_noop("Workbook"), gettext_noop("all figures in tables, for a spreadsheet")),
    "csv": (gettext_noop("Figures (CSV)"), gettext_noop("one line per figure, for other programs")),
    "json": (gettext_noop("Figures (JSON)"), gettext_noop("everything that is published, for other programs")),
}

#: Returns where a form of a report is.
Address = Callable[[FormName], str]


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take home: where it is, what it is, and what for."""

    address: str
    name: str
    use: str


def in_words(name: FormName) -> tuple[str, str]:
    """Return what a form is called, and what it is good for."""
    called, use = _WORDS[name]
    return _(called), _(use)


def downloads(address: Address, *, but: Collection[FormName] = (), is_shared: bool = False) -> list[Download]:
    """Return every form of a report, or all but some; by a link that was passed on none that is for partners."""
    withheld = {name for name, form in FORMS.items() if is_shared and form.is_for_partners}
    return [_download(name, address) for name in FORMS if name not in withheld.union(but)]


def _download(name: FormName, address: Address) -> Download:
    return Download(address(name), *in_words(name))


def draw_report(made: Report, offered: list[Download], **more: Any) -> str:
    """Draw the page of a report, with what can be downloaded; the first one is what most people want."""
    allow_charts()
    return render_template("report/report.html", report=made, downloads=offered, chart=chart, **more)


def draw_page(found: Found, address: Address, *, audience: Audience, **more: Any) -> str:
    """Draw the page of a report that was found."""
    made = make_report(found, language=language(), audience=audience)
    return draw_report(made, downloads(address, is_shared=found.is_shared), **more)


def hand_out(found: Found, form: Form, address: Address, *, audience: Audience, page: str) -> ResponseReturnValue:
    """Send a form of a report; where it cannot be made, say so, and offer the page and the other forms."""
    try:
        content = draw(found, form, language=language(), audience=audience)
    except FormNotMade as failed:
        return not_made(form, page, downloads(address, but=[form.name, *failed.alike], is_shared=found.is_shared))
    name = report_file(
        found.given.network, found.given.results.closed_on, form, language=language(), audience=audience
    )  # fmt: skip
    return send_file(content, mimetype=form.mimetype, name=name)


def not_made(form: Form, page: str, others: Sequence[Download] = ()) -> ResponseReturnValue:
    """Say that a form cannot be made now, and offer the page of the report and its other forms."""
    called = in_words(form.name)[0]
    return render_template("report/not_made.html", called=called, downloads=others, report_page=page), 503
