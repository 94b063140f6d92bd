"""What integration tests share: an open round and the command line, in a transaction that is rolled back."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Connection

from tests.commands import Run, add_network_by_commands, refusal, run_in
from tests.factories import OpenRound, make_round


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    """An open round with three people: two of the library, one of the municipality."""
    return make_round(app)


@pytest.fixture
def run(app: Flask, connection: Connection) -> Run:
    """Run a command that succeeds and return its lines."""
    return lambda *arguments: run_in(app, *arguments)


@pytest.fixture
def fails(app: Flask, connection: Connection) -> Callable[..., str]:
    """Run a command that is refused and return its one sentence."""
    return lambda *arguments: refusal(app, *arguments)


@pytest.fixture
def network(run: Run) -> str:
    """The name of a network that was added by commands; no round is open yet."""
    return add_network_by_commands(run)
