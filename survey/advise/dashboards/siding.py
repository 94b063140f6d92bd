"""Library beside welfare over networks: the published gaps, and what such organisations say themselves."""

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from reports.report import Paragraph, Section
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.headings import wanted
from survey.advise.dashboards.kept import kept_on
from survey.advise.dashboards.sending import of_all, send_workbook
from survey.database import reading
from survey.i18n import _
from survey.services.dashboards.siding import all_sides, sides_page


@blueprint.get("/bibliotheek-en-welzijn")
@access("adviser")
def show_sides() -> ResponseReturnValue:
    """Show how libraries and welfare look at the themes, in the networks that somebody reads."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        shown = sides_page(session, person(), wanted(asked))
        asked = asked.on(shown.paged.page)
        kept = kept_on(session, "bibliotheek-en-welzijn", asked)
    return render_template("advise/dashboards/sides.html", asked=asked, shown=shown, kept=kept)


@blueprint.get("/bibliotheek-en-welzijn.xlsx")
@access("adviser")
def show_sides_workbook() -> Response:
    """Send all networks that fit, not only those of a page, as a workbook."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        made = all_sides(session, person(), wanted(asked))
    gaps, voices, part = made.sides.gaps, made.sides.voices, of_all(made.paged)
    sections = (
        Section("gaps", _("In the figures"), (*map(Paragraph, (*part, *gaps.notes, *gaps.sentences)), gaps.table)),
        Section("voices", _("What they say themselves"), (*map(Paragraph, (*part, *voices.notes)), voices.table)),
    )
    return send_workbook(_("Library and welfare"), sections, asked=asked, form="between")
