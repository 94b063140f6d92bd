"""A program of a support organisation: it has a token, and reads."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from survey import clock
from survey.database import writing
from survey.queries.accounts import find_account
from survey.services import api_tokens
from survey.services.audit import Actor
from tests.factories import ADVISER_ADDRESS
from tests.pages import HOST


@dataclass(frozen=True, slots=True)
class Program:
    """Reads with its token."""

    app: Flask
    token: str
    support_organisation_id: UUID

    def get(self, path: str, **headers: str) -> TestResponse:
        """Ask for something below the API's address."""
        with self.app.test_client() as client:
            return client.get(
                f"/api/v1{path}", base_url=HOST, headers={"Authorization": f"Bearer {self.token}", **headers}
            )

    def read(self, path: str) -> Any:
        """Return what the API says, which must be something."""
        response = self.get(path)
        assert response.status_code == 200, response.get_data(as_text=True)
        return response.get_json()


def make_program(app: Flask, *, address: str = ADVISER_ADDRESS) -> Program:
    """Make a token as an adviser does who is there already."""
    with app.app_context(), writing() as session:
        maker = find_account(session, address=address)
        assert maker is not None
        maker.role = "adviser"
        by = Actor(maker.id, maker.support_organisation_id, "nowhere")
        support = maker.support_organisation_id
        token = api_tokens.make(session, support_organisation_id=support, name="Kaart", by=by, at=clock.now())
    return Program(app, token, support)
