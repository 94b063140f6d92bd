"""Lost links in tests: somebody asks, and what is there of the request."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

from flask import Flask
from sqlalchemy import Connection, event, select

from survey import clock
from survey.database import writing
from survey.models import LinkRequest
from survey.services import lost_links
from survey.services.lost_links import Asked
from tests.factories import key_of

#: A contact of every round that factories make, and somebody who is none.
KNOWN: Final = "p0@library.example"
UNKNOWN: Final = "q0@library.example"

_REQUESTS: Final = LinkRequest.__table__


def ask(app: Flask, address: str = KNOWN, language: str = "nl") -> UUID:
    """Leave a request, and tell nobody."""
    asked = Asked(lost_links.key_of(address), language)
    with app.app_context(), writing() as session:
        request_id = lost_links.ask(session, asked=asked, place="here", key=key_of(app), at=clock.now())
    assert request_id is not None
    return request_id


def requests(connection: Connection) -> list[Any]:
    """Return the requests that wait, oldest first."""
    return list(connection.execute(select(_REQUESTS).order_by(_REQUESTS.c.asked_at_utc)).mappings())


@contextmanager
def noted(connection: Connection) -> Generator[list[str]]:
    """Note every statement that reaches the database."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *rest: Any) -> None:
        seen.append(re.sub(r"sa_savepoint_\d+", "savepoint", statement))

    event.listen(connection, "before_cursor_execute", note)
    yield seen
    event.remove(connection, "before_cursor_execute", note)
