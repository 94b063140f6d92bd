"""A large synthetic instance: written in bulk, published by the same function, and safe to keep apart."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from reports.results import Results
from survey.database import reading
from survey.models import PublishedResults, Response, SealedResponse
from survey.queries import networks

pytestmark = pytest.mark.audit


def test_many_networks_are_loaded_and_every_round_is_published(demo_app: Flask) -> None:
    size = ["--networks", "60", "--rounds", "3", "--respondents", "30", "--seed", "7"]
    result = demo_app.test_cli_runner().invoke(args=["demo", "load", *size])
    assert result.exit_code == 0, result.output

    with demo_app.app_context(), reading() as session:
        instance = networks.get_instance(session)
        stored = session.scalars(select(PublishedResults)).all()
        sealed = session.scalar(select(func.count()).select_from(SealedResponse))
        sent_in = session.scalar(select(func.count(Response.sent_in_at_utc)))

    assert instance is not None
    assert instance.kind == "synthetic"
    assert len(stored) == 60 * 3
    assert sealed == 60 * 3 * 30
    assert sent_in == 0
    assert all(Results.from_json(one.document).hash == one.document_hash for one in stored)
