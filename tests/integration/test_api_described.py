"""The description of the read API holds for every question that can be asked: a program asks hundreds."""

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis.specs.openapi.checks import ignored_auth
from sqlalchemy import Connection

from survey import clock
from survey.api.openapi import document
from tests.endings import published_unreleased, set_round
from tests.pages import HOST
from tests.reading_programs import make_program

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"
OPERATIONS = [(path, method) for path, given in document()["paths"].items() for method in given]


def test_the_file_is_what_the_code_says() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == document(), "run: python -m tools.schemas"


def test_every_schema_in_it_is_one_and_every_reference_leads_somewhere() -> None:
    schemas = document()["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    references = {each.rpartition("/")[2] for each in _references(document())}
    assert references <= set(schemas)


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [each for value in part.values() for each in _references(value)]
    return [each for value in part for each in _references(value)] if isinstance(part, list) else []


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_as_described(app: Flask, connection: Connection, path: str, method: str) -> None:
    opened = published_unreleased(app)
    set_round(app, opened.id, released_at_utc=clock.now())
    token = make_program(app).token
    known = {"network_id": str(opened.network_id), "round_id": str(opened.id)}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operation = schema[path][method]
    seen = set()

    @given(case=operation.as_strategy(), is_known=st.booleans(), has_token=st.booleans())
    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any, is_known: bool, has_token: bool) -> None:
        if is_known and case.path_parameters:
            case.path_parameters |= {name: known[name] for name in case.path_parameters}
        headers = {"Authorization": f"Bearer {token}"} if has_token else {"Authorization": "Bearer x"}
        answer = case.call(base_url=HOST, headers=headers)
        case.validate_response(answer, excluded_checks=[ignored_auth])  # the token is ours, not the generated one
        seen.add(answer.status_code)

    ask()
    assert 200 in seen
