"""What tests about planning and opening rounds share."""

from collections.abc import Mapping
from types import ModuleType
from uuid import UUID

import pytest
from flask import Flask

from survey.config import Config
from survey.database import reading
from survey.models import PlannedRound
from survey.queries import rounds
from survey.work.orders import Order
from tests.factories import in_days
from tests.pages import Page, PageClient


def address(network_id: UUID, what: str = "plannen") -> str:
    """Return where something about a network's next round is done."""
    return f"/netwerken/{network_id}/ronde/{what}"


def wish(**changes: object) -> dict[str, object]:
    """Return the form as somebody sends it who changes nothing but this."""
    form: dict[str, object] = {
        "version": "",
        "questionnaire": "taalnetwerkspiegel",
        "asked": ["roles-matrix", "open", "organisation-profile", "voice"],
        "languages": ["nl"],
        "first_language": "nl",
        "groups": "",
        "closes_on": in_days(21).isoformat(),
        "reminds_on": ["7", "last"],
        "releases_at_once": "wait",
    }
    return form | changes


def send(client: PageClient, where: str, form: Mapping[str, object] | None = None, status: int = 303) -> Page:
    """Post a form with the token of who is signed in."""
    token = client.get("/account").form(action="/uitloggen").fields["csrf_token"]
    return client.post(where, {**(form or {}), "csrf_token": token}, status)


def plan_of(app: Flask, network_id: UUID) -> PlannedRound | None:
    with app.app_context(), reading() as session:
        return rounds.find_plan(session, network_id=network_id)


def planned(app: Flask, network_id: UUID) -> PlannedRound:
    found = plan_of(app, network_id)
    assert found is not None
    return found


def plan(app: Flask, client: PageClient, network_id: UUID, **changes: object) -> PlannedRound:
    """Plan a round by its page."""
    send(client, address(network_id), wish(**changes))
    return planned(app, network_id)


def handed_over(patch: pytest.MonkeyPatch, views: ModuleType) -> list[Order]:
    """Return what views hand to the worker from now on."""
    given: list[Order] = []

    def hand_over(order: Order, config: Config) -> None:
        given.append(order)

    patch.setattr(views, "hand_over", hand_over)
    return given
