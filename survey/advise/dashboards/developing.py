"""Themes from round to round: newest rounds beside the ones before, and one network over all its rounds."""

from dataclasses import replace
from typing import Final

from flask import Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.report import Paragraph, Section
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import Asked
from survey.advise.dashboards.headings import wanted
from survey.advise.dashboards.kept import Kept, kept_on
from survey.advise.dashboards.sending import of_all, send_workbook
from survey.charts import chart
from survey.database import reading
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.services.dashboards.developing import NetworkRounds, develop_all, development_page, network_rounds

_SECTION: Final = "development"


@blueprint.get("/ontwikkeling")
@access("adviser")
def show_development() -> ResponseReturnValue:
    """Show how themes moved in the networks that somebody reads, or in one of them over all its rounds."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        one = _one(session, asked)
        if one is not None:
            kept = kept_on(session, "rondes", replace(asked, filters=()), networks=(one.name,))
            return _rounds(asked, one, kept)
        shown = development_page(session, person(), wanted(asked))
        asked = asked.on(shown.paged.page)
        kept = kept_on(session, "ontwikkeling", asked)
    missing = asked.strange or bool(asked.networks)
    return render_template("advise/dashboards/development.html", asked=asked, shown=shown, missing=missing, kept=kept)


def _one(session: Session, asked: Asked) -> NetworkRounds | None:
    """Return the network that the address names, if somebody may read one of that name."""
    return network_rounds(session, person(), asked.networks[0], language=language()) if asked.networks else None


def _rounds(asked: Asked, one: NetworkRounds, kept: Kept) -> str:
    allow_charts()
    return render_template(
        "advise/dashboards/rounds.html",
        asked=asked,
        one=one,
        kept=kept,
        chart=chart,
        report={"language": language()},
    )


@blueprint.get("/ontwikkeling.xlsx")
@access("adviser")
def show_development_workbook() -> Response:
    """Send all networks that fit, not only those of a page, as a workbook; or all rounds of one of them."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        one = _one(session, asked)
        made = None if asked.networks else develop_all(session, person(), wanted(asked))
    if one is not None:
        section = Section(_SECTION, _("All rounds"), (one.table,))
        return send_workbook(_("Development of %(name)s", name=one.name), (section,), asked=asked, form=_SECTION)
    if made is None:
        abort(404)
    shown = made.development
    told = (*of_all(made.paged), *shown.notes, *shown.sentences)
    section = Section(_SECTION, _("Networks and topics"), (*map(Paragraph, told), shown.table))
    return send_workbook(_("Development"), (section,), asked=asked, form=_SECTION)
