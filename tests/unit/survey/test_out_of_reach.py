"""The fence around unit tests holds."""

import socket
import sqlite3
from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import create_engine


def _connect() -> None:
    with socket.socket() as connection:
        connection.connect(("127.0.0.1", 9))


ATTEMPTS: dict[str, Callable[[], object]] = {
    "sqlite": lambda: sqlite3.connect(":memory:"),
    "sqlite by sqlalchemy": lambda: create_engine("sqlite://").connect(),
    "postgresql": lambda: psycopg.connect("postgresql://postgres@/x"),
    "postgresql by sqlalchemy": lambda: create_engine("postgresql+psycopg://postgres@/x").connect(),
    "network": _connect,
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_unit_test_cannot_reach(attempt: str) -> None:
    with pytest.raises(AssertionError, match="A unit test reaches for"):
        ATTEMPTS[attempt]()
