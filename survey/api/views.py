"""The answers of the read API: lists of what is released, and published documents."""

import json
from typing import Any, Final
from uuid import UUID

from flask import Response, request, url_for
from werkzeug.exceptions import BadRequest, NotFound

from reports.forms.data import without_sentences
from reports.profile import ProfileResults
from survey.access import access
from survey.api.blueprint import blueprint
from survey.api.caller import caller
from survey.api.openapi import MOST, document
from survey.clock import dutch_day
from survey.database import reading
from survey.problems import problem
from survey.queries import released
from survey.queries.released import ReleasedDocument, ReleasedRound

_JSON: Final = "application/json"
_KNOWN: Final = {"limit", "after"}


@blueprint.get("/openapi.json")
@access("public")
def describe() -> Response:
    """Describe the API."""
    return Response(json.dumps(document(), ensure_ascii=False), mimetype=_JSON)


@blueprint.get("/networks")
@access("api_token")
def list_networks() -> Response:
    """List the networks that have a released round, some at a time."""
    limit, after = _limit(), _after()
    with reading() as session:
        found = released.list_networks(
            session, support_organisation_id=caller().support_organisation_id, after=after, limit=limit + 1
        )
    shown = found[:limit]
    answer: dict[str, Any] = {"networks": [{"id": str(each.id), "name": each.name} for each in shown]}
    if len(found) > limit:
        answer["next"] = url_for("api.list_networks", limit=limit, after=shown[-1].id)
    return _json(answer)


@blueprint.get("/networks/<uuid:network_id>/rounds")
@access("api_token")
def list_rounds(network_id: UUID) -> Response:
    """List a network's released rounds, the first one first."""
    with reading() as session:
        rounds = released.list_rounds(
            session, support_organisation_id=caller().support_organisation_id, network_id=network_id
        )
    if rounds is None:
        return problem(404)
    return _json({"rounds": [_told(each) for each in rounds]})


@blueprint.get("/rounds/<uuid:round_id>/results")
@access("api_token")
def read_results(round_id: UUID) -> Response:
    """Give a released round's published results, as they were stored."""
    with reading() as session:
        found = released.find_results(
            session, support_organisation_id=caller().support_organisation_id, round_id=round_id
        )
    return _stored(found)


@blueprint.get("/rounds/<uuid:round_id>/profile")
@access("api_token")
def read_profile(round_id: UUID) -> Response:
    """Give what organisations chose on their own behalf in a released round, by name; no sentence that was typed."""
    with reading() as session:
        found = released.find_profile(
            session, support_organisation_id=caller().support_organisation_id, round_id=round_id
        )
    return _stored(_chosen(found) if found else None)


@blueprint.errorhandler(BadRequest)
def not_understood(error: BadRequest) -> Response:
    """Say which part of a question cannot be."""
    return problem(400, error.description or "")


@blueprint.errorhandler(NotFound)
def not_there(error: NotFound) -> Response:
    """Say that there is nothing here."""
    return problem(404)


def _limit() -> int:
    _refuse_unknown()
    written = request.args.get("limit", str(MOST))
    # No longer than the maximum: what is read as a number is all that was written.
    is_short = len(written) <= len(str(MOST))
    if not (is_short and written.isascii() and written.isdecimal() and 1 <= int(written) <= MOST):
        raise BadRequest(f"'limit' is a whole number from 1 to {MOST}.")
    return int(written)


def _after() -> UUID | None:
    written = request.args.get("after")
    if written is None:
        return None
    try:
        return UUID(written)
    except ValueError:
        raise BadRequest("'after' is the id of a network, as 'next' gave it.") from None


def _refuse_unknown() -> None:
    unknown = sorted(set(request.args) - _KNOWN)
    if unknown or any(len(request.args.getlist(name)) > 1 for name in _KNOWN):
        raise BadRequest("Only 'limit' and 'after' can be given here, each once.")


def _told(each: ReleasedRound) -> dict[str, Any]:
    return {
        "id": str(each.id),
        "number": each.number,
        "questionnaire": each.questionnaire,
        "questionnaire_version": each.questionnaire_version,
        "closed_on": dutch_day(each.closed_at).isoformat(),
        "released_on": dutch_day(each.released_at).isoformat(),
        "meeting_on": each.meeting_on.isoformat() if each.meeting_on else None,
        "results_hash": each.results_hash,
        "has_profile": each.has_profile,
    }


def _json(answer: dict[str, Any]) -> Response:
    return Response(json.dumps(answer, ensure_ascii=False), mimetype=_JSON)


def _chosen(found: ReleasedDocument) -> ReleasedDocument:
    """Return a stored profile as all data have it: without sentences, and with a hash of what is left."""
    profile = without_sentences(ProfileResults.from_json(found.text))
    return ReleasedDocument(profile.to_json(), profile.hash)


def _stored(found: ReleasedDocument | None) -> Response:
    """Give a text byte for byte; its mark is its hash, the same for every reader."""
    if found is None:
        return problem(404)
    response = Response(found.text, mimetype=_JSON)
    response.set_etag(found.hash)
    response.make_conditional(request)
    return response
