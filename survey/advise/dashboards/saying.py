"""Commitment, roles and reach over many networks: what organisations say of their networks, counted."""

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.kept import kept_on
from survey.advise.dashboards.sending import send_workbook
from survey.charts import chart
from survey.database import reading
from survey.i18n import _, language
from survey.queries.standings import choosing
from survey.services.dashboards.saying import said_of


@blueprint.get("/inzet-rollen-bereik")
@access("adviser")
def show_said() -> ResponseReturnValue:
    """Show what organisations say of the networks that somebody reads."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        found = choosing.count(session, person(), asked.chosen)
        sections = said_of(session, person(), asked.chosen, language=language())
        kept = kept_on(session, "inzet-rollen-bereik", asked)
    return render_template(
        "advise/dashboards/said.html",
        asked=asked,
        found=found,
        kept=kept,
        sections=sections,
        chart=chart,
        report={"language": language()},  # as the templates of figures know it
    )


@blueprint.get("/inzet-rollen-bereik.xlsx")
@access("adviser")
def show_said_workbook() -> Response:
    """Send the same as a workbook."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        sections = said_of(session, person(), asked.chosen, language=language())
    return send_workbook(_("Commitment, roles and reach"), tuple(sections), asked=asked, form="reach")
