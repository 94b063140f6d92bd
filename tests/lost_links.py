"""Lost links in tests: somebody asks, and what is there of the request."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import Connection, event, select

from survey import clock
from survey.database import writing
from survey.models import LinkRequest
from survey.services import lost_links

#: A contact of every round that factories make, and somebody who is none.
KNOWN: Final = "p0@library.example"
UNKNOWN: Final = "q0@library.example"

_REQUESTS: Final = LinkRequest.__table__


def ask(app: Flask, address: str = KNOWN, language: str = "nl") -> UUID:
    """Leave a request, however many there were, and tell nobody."""
    key, request_id = lost_links.key_of(address), uuid4()
    with app.app_context(), writing() as session:
        session.add(LinkRequest(id=request_id, address_key=key, language=language, asked_at_utc=clock.now()))
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
