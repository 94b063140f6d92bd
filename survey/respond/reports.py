"""Read and download a report: a round's own, and the public sample."""

from typing import Final

from flask import request, url_for
from flask.typing import ResponseReturnValue

from reports.forms.kinds import FORMS, FormName
from reports.report import Report
from survey.access import access
from survey.documents import report_file, send_file
from survey.errors import LinkUnknown
from survey.handing_out import Address, Download, draw_page, draw_report, hand_out, not_made
from survey.i18n import _, language
from survey.respond.blueprint import blueprint
from survey.respond.keeping import closed, is_device_key
from survey.respond.reading import find_report, note_reading
from survey.services.drawing import FormNotMade

_AUDIENCE: Final = "participant"


@blueprint.get("/rapport/<token>")
@access("report_link")
def report(token: str) -> ResponseReturnValue:
    """Show a round's report."""
    found = find_report(token)
    note_reading(found.network_id, "page")
    is_by_name = found.given.profile is not None and not found.is_shared
    organisations = url_for("respond.organisations", token=token, taal=language()) if is_by_name else ""
    link = request.args.get("gesloten", "")  # what a device keeps unsent choices of the link under that led here
    late = closed(link, language()) if is_device_key(link) else ""
    return draw_page(found, _addresses(token), audience=_AUDIENCE, organisations=organisations, late=late)


@access("report_link")
def report_form(token: str, name: FormName) -> ResponseReturnValue:
    """Send a round's report in one of its forms."""
    found = find_report(token)
    if found.is_shared and FORMS[name].is_for_partners:
        raise LinkUnknown
    note_reading(found.network_id, name)
    page = url_for("respond.report", token=token, taal=language())
    return hand_out(found, FORMS[name], _addresses(token), audience=_AUDIENCE, page=page)


for _form in FORMS.values():
    blueprint.add_url_rule(
        f"/rapport/<token>/{_form.file}", view_func=report_form, defaults={"name": _form.name}, methods=["GET"]
    )


def _addresses(token: str) -> Address:
    return lambda name: url_for("respond.report_form", token=token, name=name, taal=language())


@blueprint.get("/voorbeeldrapport")
@access("public")
def sample_report() -> ResponseReturnValue:
    """Show what a report looks like, with invented figures."""
    pdf = Download(url_for("respond.sample_pdf", taal=language()), _("PDF"), "")
    return draw_report(_sample(), [pdf], is_sample=True)


@blueprint.get("/voorbeeldrapport/rapport.pdf")
@access("public")
def sample_pdf() -> ResponseReturnValue:
    """Send the sample report as a document."""
    from survey.services import sample

    form = FORMS["pdf"]
    try:
        content = sample.draw_pdf(language())
    except FormNotMade:
        return not_made(form, url_for("respond.sample_report", taal=language()))
    closed_on = _sample().closed_on
    name = report_file(sample.SAMPLE.name, closed_on, form, language=language(), audience=_AUDIENCE)
    return send_file(content, mimetype=form.mimetype, name=name)


def _sample() -> Report:
    from survey.services import sample  # it computes its figures: NumPy and pandas stay out of the partners' pages

    return sample.report(language())
