"""A demo never runs by accident in production: its doors need no password."""

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from survey.access import config
from survey.database import reading
from survey.queries.networks import get_instance


def init_app(app: Flask) -> None:
    """Refuse to start a production instance on the database of a demo.

    Raises
    ------
    SystemExit
        With the sentence to show.
    """
    with app.app_context():
        if not config().is_demo and _kind() in ("demo", "synthetic"):
            raise SystemExit(
                "This database holds a demo: invented networks, and an adviser who needs no password. "
                "A production instance needs a database of its own."
            )


def _kind() -> str | None:
    try:
        with reading() as session:
            instance = get_instance(session)
    except SQLAlchemyError:  # not there yet, or not up to date: the command or the health check says so
        return None
    return instance.kind if instance else None
