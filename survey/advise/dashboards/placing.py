"""Where networks are: provinces and labour-market regions as tiles, with how far each network's round is."""

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from reports.report import Section
from survey import clock
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.kept import kept_on
from survey.advise.dashboards.sending import send_workbook
from survey.charts import chart
from survey.database import reading
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.services.dashboards.placing import places_of


@blueprint.get("/kaart")
@access("adviser")
def show_places() -> ResponseReturnValue:
    """Show where the networks are that somebody reads."""
    with reading() as session:
        asked = choices.read_whose(session, person(), request.args)
        where = places_of(session, person(), mine=asked.chosen.mine, language=language(), at=clock.now())
        kept = kept_on(session, "kaart", asked)
    allow_charts()
    return render_template(
        "advise/dashboards/places.html",
        asked=asked,
        figure=where.figure if where else None,
        provinces=where.provinces if where else {},
        kept=kept,
        chart=chart,
        report={"language": language()},  # as the templates of figures know it
    )


@blueprint.get("/kaart.xlsx")
@access("adviser")
def show_places_workbook() -> Response:
    """Send the same as a workbook."""
    with reading() as session:
        asked = choices.read_whose(session, person(), request.args)
        where = places_of(session, person(), mine=asked.chosen.mine, language=language(), at=clock.now())
    sections = (Section("places", _("Where networks are"), (where.figure,)),) if where else ()
    return send_workbook(_("Where networks are"), sections, asked=asked, form="places", shows="places")
