"""Read by name what the organisations of a network said, once the round has closed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from questionnaires.kinds import partner_kinds
from survey.access import access
from survey.errors import LinkUnknown
from survey.i18n import language
from survey.respond.blueprint import blueprint
from survey.respond.reading import find_report, note_reading


@blueprint.get("/rapport/<token>/organisaties")
@access("report_link")
def organisations(token: str) -> ResponseReturnValue:
    """Show what each organisation said on its own behalf, to its partners: not by a link that was passed on."""
    from survey.services import profile_reports  # it brings pandas along, which partners' pages do without

    found = find_report(token)
    if found.is_shared:
        raise LinkUnknown
    made = profile_reports.make_profile_report(found, language=language())
    note_reading(found.network_id, "organisations")
    kinds = {kind.id: kind.name.in_language(language()) for kind in partner_kinds().values()}
    return render_template("report/organisations.html", report=made, token=token, kinds=kinds)
