"""Tell who waits how far the closing of a round is."""

from uuid import UUID

from flask import Response, jsonify, request
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access
from survey.advise.rounds.blueprint import blueprint
from survey.advise.within import own_round
from survey.database import reading
from survey.i18n import _
from survey.services.progress import progress_of


@blueprint.get("/rondes/<uuid:round_id>/voortgang")
@access("coordinator")
def closing_progress(round_id: UUID) -> ResponseReturnValue:
    """Return what the page says while somebody waits; nothing, as long as that is the same."""
    with reading() as session:
        found = progress_of(session, closing=own_round(session, round_id).round, at=clock.now())
    answer: Response = jsonify(sentences=[_(each) for each in found.sentences], done=found.is_done)
    answer.add_etag()
    return answer.make_conditional(request)
