"""Actions that a network agreed on, as tests need them."""

from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from survey import clock
from survey.database import reading, writing
from survey.models import Action

WHAT = "Nodig de taalaanbieder uit."


def agree(app: Flask, network_id: UUID, **values: Any) -> UUID:
    """Add an action as it stands in the table, and return its id."""
    given: dict[str, Any] = {"what": WHAT, "agreed_at_utc": clock.now(), "slot": 1} | values
    if given.get("status") in ("done", "stopped"):
        given = {"settled_at_utc": clock.now()} | given | {"slot": None}
    with app.app_context(), writing() as session:
        added = Action(network_id=network_id, **given)
        session.add(added)
        session.flush()
        return added.id


def action(app: Flask, action_id: UUID) -> Action:
    """Return an action as it is now."""
    with app.app_context(), reading() as session:
        return session.get_one(Action, action_id)


def every_action(app: Flask) -> list[Action]:
    """Return all actions, as they were agreed."""
    with app.app_context(), reading() as session:
        return list(session.scalars(select(Action).order_by(Action.agreed_at_utc, Action.id)))
