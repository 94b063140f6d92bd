"""The page of a network's round."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from survey.access import access, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.sections import MAKERS
from survey.advise.within import own_network
from survey.database import reading
from survey.services.round_page import round_page


@blueprint.get("/netwerken/<uuid:network_id>/ronde")
@access("coordinator")
def show_round(network_id: UUID) -> ResponseReturnValue:
    """Show where a network's round is on its way, and what can be done about it."""
    with reading() as session:
        network = own_network(session, network_id)
        page = round_page(session, network=network, reader=person())
        sections = [section for maker in MAKERS if (section := maker(session, page))]
    return render_template(
        "advise/round/page.html",
        network=network,
        page=page,
        sections=sections,
        is_adviser=person().may("adviser"),
        may_edit=network.archived_at_utc is None,
    )
