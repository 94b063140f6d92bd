"""The description of the read API, as OpenAPI 3.1: made from the code, so that it cannot say anything else."""

from functools import cache
from typing import Any, Final

from reports.forms.data import without_place_for_sentences
from reports.profile import ProfileResults
from reports.results import Results
from survey.api.blueprint import VERSION
from survey.problems import MEDIA_TYPE, TITLES

#: Networks in one answer.
MOST: Final = 200

Json = dict[str, Any]

_ID: Final[Json] = {"type": "string", "format": "uuid"}
_DAY: Final[Json] = {"type": "string", "format": "date"}
_TEXT: Final[Json] = {"type": "string"}


@cache
def document() -> Json:
    """Return the whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Netwerkspiegel",
            "version": VERSION,
            "summary": "What the networks of a support organisation published.",
            "description": (
                "Published and released results only: the same as in the reports. "
                "Nothing of a person, nothing that was typed but names of organisations, "
                "nothing of a round that was not released."
            ),
        },
        "security": [{"token": []}],
        "paths": {
            f"/api/{VERSION}/openapi.json": {"get": _description()},
            f"/api/{VERSION}/networks": {"get": _networks()},
            f"/api/{VERSION}/networks/{{network_id}}/rounds": {"get": _rounds()},
            f"/api/{VERSION}/rounds/{{round_id}}/results": {"get": _document("read_results", "results", "Results")},
            f"/api/{VERSION}/rounds/{{round_id}}/profile": {
                "get": _document("read_profile", "organisation profiles", "ProfileResults")
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _description() -> Json:
    answer = {"description": "This description.", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {"operationId": "describe", "summary": "Describe the API.", "security": [], "responses": {"200": answer}}


def _networks() -> Json:
    limit: Json = {"type": "integer", "minimum": 1, "maximum": MOST, "default": MOST}
    return {
        "operationId": "list_networks",
        "summary": "List the networks that have a released round, in order of their ids.",
        "parameters": [_query("limit", limit, "How many in one answer."), _query("after", _ID, "The last id before.")],
        "responses": _responses("NetworkList", 400),
    }


def _rounds() -> Json:
    return {
        "operationId": "list_rounds",
        "summary": "List a network's released rounds, the first one first.",
        "parameters": [_path("network_id")],
        "responses": _responses("RoundList", 404),
    }


def _document(operation: str, what: str, schema: str) -> Json:
    answers = _responses(schema, 404)
    answers["200"]["headers"] = {"ETag": {"description": "The hash of the document.", "schema": _TEXT}}
    answers["304"] = {"description": "It is still what 'If-None-Match' names."}
    return {
        "operationId": operation,
        "summary": f"Read the published {what} of a released round.",
        "parameters": [_path("round_id")],
        "responses": answers,
    }


def _path(name: str) -> Json:
    return {"name": name, "in": "path", "required": True, "schema": _ID}


def _query(name: str, schema: Json, description: str) -> Json:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


def _responses(schema: str, *refusals: int) -> Json:
    answers: Json = {
        "200": {
            "description": "What is published.",
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
        }
    }
    problem = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in sorted({401, 429, *refusals}):
        answers[str(status)] = {"description": TITLES[status], "content": problem}
    return answers


def _schemas() -> Json:
    round_parts: Json = {
        "id": _ID,
        "number": {"type": "integer", "minimum": 1},
        "questionnaire": _TEXT,
        "questionnaire_version": _TEXT,
        "closed_on": _DAY,
        "released_on": _DAY,
        "meeting_on": {"type": ["string", "null"], "format": "date"},
        "results_hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "has_profile": {"type": "boolean"},
    }
    lists: Json = {
        "Network": _closed({"id": _ID, "name": _TEXT}),
        "NetworkList": _closed({"networks": _list_of("Network"), "next": _TEXT}, optional=("next",)),
        "Round": _closed(round_parts),
        "RoundList": _closed({"rounds": _list_of("Round")}),
        "Problem": _closed(
            {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT}, optional=("detail",)
        ),
    }
    profile = without_place_for_sentences(ProfileResults.schema())
    return lists | _stored("Results", Results.schema()) | _stored("ProfileResults", profile)


def _closed(parts: Json, optional: tuple[str, ...] = ()) -> Json:
    """Return an object that has these parts and no others."""
    required = [name for name in parts if name not in optional]
    return {"type": "object", "properties": parts, "required": required, "additionalProperties": False}


def _list_of(schema: str) -> Json:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{schema}"}}


def _stored(name: str, schema: Json) -> Json:
    """Return a stored document's schema and those that it is made of, under names of their own."""
    parts = schema.pop("$defs", {})
    named = {name: schema} | {f"{name}.{part}": each for part, each in parts.items()}
    return {each: _moved(given, name) for each, given in named.items()}


def _moved(schema: Any, name: str) -> Any:
    """Let references lead to where the parts stand here."""
    if isinstance(schema, dict):
        return {key: _moved(value, name) for key, value in schema.items()}  # pyright: ignore[reportUnknownVariableType] -- JSON
    if isinstance(schema, list):
        return [_moved(each, name) for each in schema]  # pyright: ignore[reportUnknownVariableType] -- JSON
    if isinstance(schema, str) and schema.startswith("#/$defs/"):
        return schema.replace("#/$defs/", f"#/components/schemas/{name}.")
    return schema
