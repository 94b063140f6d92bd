"""Unit tests reach nothing: no database, no network. A test that tries fails, and says so."""

import socket
import sqlite3
from collections.abc import Callable
from typing import NoReturn

import psycopg
import pytest


class OutOfReach(AssertionError):
    """A unit test tried to open a database or a connection."""


def _refuses(what: str) -> Callable[..., NoReturn]:
    def refuse(*arguments: object, **options: object) -> NoReturn:
        raise OutOfReach(f"A unit test reaches for {what}. Test what it needs in tests/integration.")

    return refuse


@pytest.fixture(autouse=True)
def nothing_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (sqlite3, sqlite3.dbapi2):
        monkeypatch.setattr(place, "connect", _refuses("SQLite"))
    for place in (psycopg, psycopg.Connection):
        monkeypatch.setattr(place, "connect", _refuses("PostgreSQL"))
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _refuses("the network"))
