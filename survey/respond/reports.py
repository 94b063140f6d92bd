"""Read and download a report: a round's own, and the public sample."""

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reports.report import Report
from survey.access import access
from survey.charts import chart
from survey.database import reading
from survey.documents import send_document
from survey.errors import LinkUnknown
from survey.headers import allow_charts
from survey.i18n import language
from survey.respond.blueprint import blueprint
from survey.respond.keeping import closed, is_device_key
from survey.respond.reading import note_reading, reader
from survey.services import own_words, reporting
from survey.tokens import looks_like_token


@blueprint.get("/rapport/<token>")
@access("report_link")
def report(token: str) -> ResponseReturnValue:
    """Show a round's report."""
    made = _load(token, "page")
    with reading() as session:
        has_profiles = reporting.has_profiles(session, token=token)
        words = own_words.words_in_report(session, token=token, language=language())
    links = {"pdf": url_for("respond.report_pdf", token=token, taal=language())}
    if has_profiles:
        links["organisations"] = url_for("respond.organisations", token=token, taal=language())
    link = request.args.get("gesloten", "")  # what a device keeps unsent choices of the link under that led here
    late = closed(link, language()) if is_device_key(link) else ""
    return _draw(made, **links, late=late, words=words)


@blueprint.get("/rapport/<token>/rapport.pdf")
@access("report_link")
def report_pdf(token: str) -> ResponseReturnValue:
    """Send a round's report as a document."""
    return _document(_load(token, "pdf"))


@blueprint.get("/voorbeeldrapport")
@access("public")
def sample_report() -> ResponseReturnValue:
    """Show what a report looks like, with invented figures."""
    return _draw(_sample(), pdf=url_for("respond.sample_pdf", taal=language()), is_sample=True)


@blueprint.get("/voorbeeldrapport/rapport.pdf")
@access("public")
def sample_pdf() -> ResponseReturnValue:
    """Send the sample report as a document."""
    return _document(_sample())


def _sample() -> Report:
    from survey.services import sample  # it computes its figures: NumPy and pandas stay out of the partners' pages

    return sample.report(language())


def _load(token: str, form: str) -> Report:
    if not looks_like_token(token):
        raise LinkUnknown
    somebody = reader()
    with reading() as session:
        source = reporting.find_report(session, token=token, reader=somebody)
    note_reading(token, form)
    return reporting.make_report(source, language=language())


def _draw(made: Report, *, pdf: str, **more: bool | str | list[tuple[str, list[str]]]) -> str:
    allow_charts()
    return render_template("report/report.html", report=made, pdf=pdf, chart=chart, **more)


def _document(made: Report) -> Response:
    from reports.forms.pdf import pdf

    return send_document(lambda: pdf(made), title=made.title)
