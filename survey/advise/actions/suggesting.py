"""The suggestions of the guide: for what the last report says first, and then all others."""

from uuid import UUID

from flask import render_template

from survey.access import access, person
from survey.advise.actions.blueprint import blueprint
from survey.advise.actions.wording import STATUSES, owners_said, said, told
from survey.advise.within import own_network
from survey.database import reading
from survey.services import suggestions


@blueprint.get("/netwerken/<uuid:network_id>/acties/voorstellen")
@access("coordinator")
def list_suggestions(network_id: UUID) -> str:
    """Show what the guide suggests; what a report says only to who reads the reports of this network."""
    with reading() as session:
        network = own_network(session, network_id)
        asked = suggestions.asked_by(session, network_id=network_id)
        reads = person().reads_reports(adviser_id=network.adviser_id)
        last = suggestions.last_report(session, network_id=network_id) if reads else suggestions.NO_REPORT
    themes = suggestions.suggestions(asked, last)
    return render_template(
        "advise/actions/suggestions.html",
        network=network,
        named=[theme for theme in themes if theme.status and theme.id in last.to_discuss],
        themes=themes,
        said=said,
        owners_said=owners_said,
        statuses=told(STATUSES),
        may_edit=network.archived_at_utc is None,
    )
