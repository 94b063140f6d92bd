"""Read by name what the organisations of a network said, once the round has closed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from questionnaires.kinds import partner_kinds
from survey.access import access
from survey.database import reading
from survey.errors import LinkUnknown
from survey.i18n import language
from survey.respond.blueprint import blueprint
from survey.respond.reading import note_reading, reader
from survey.tokens import looks_like_token


@blueprint.get("/rapport/<token>/organisaties")
@access("report_link")
def organisations(token: str) -> ResponseReturnValue:
    """Show what each organisation said on its own behalf."""
    from survey.services import profile_reports  # it brings pandas along, which partners' pages do without

    if not looks_like_token(token):
        raise LinkUnknown
    somebody = reader()
    with reading() as session:
        network, document = profile_reports.find_profiles(session, token=token, reader=somebody)
    note_reading(token, "organisations")
    made = profile_reports.make_profile_report(network, document, language=language())
    kinds = {kind.id: kind.name.in_language(language()) for kind in partner_kinds().values()}
    return render_template("report/organisations.html", report=made, token=token, kinds=kinds)
