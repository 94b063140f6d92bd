"""What integration tests share: an open round and the command line, in a transaction that is rolled back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey.account.openid_client import client_of
from tests import openid_provider
from tests.commands import Run, add_network_by_commands, refusal, run_in
from tests.factories import OpenRound, make_round
from tests.openid_provider import Provider
from tests.round_times import Set, dutch, setting_clock


@pytest.fixture
def opened(app: Flask, connection: Connection) -> OpenRound:
    """An open round with three people: two of the library, one of the municipality."""
    return make_round(app)


@pytest.fixture
def mail_folder(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the mails of each test by themselves."""
    monkeypatch.setitem(app.extensions, "netwerkspiegel", replace(app.extensions["netwerkspiegel"], data_dir=tmp_path))
    return tmp_path / "mail"


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Set the clock; it begins on the day that rounds of these tests open."""
    set_clock = setting_clock(monkeypatch)
    set_clock(dutch(2, 9))
    return set_clock


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


@pytest.fixture(scope="session")
def provider_process() -> Iterator[Provider]:
    """A provider of OpenID Connect, for all tests of a run."""
    with openid_provider.running() as provider:
        yield provider


@pytest.fixture
def provider(app: Flask, provider_process: Provider, monkeypatch: pytest.MonkeyPatch) -> Provider:
    """The provider that the application names, without faults."""
    provider_process.control()
    client_of.cache_clear()
    config = replace(app.extensions["netwerkspiegel"], openid=provider_process.settings())
    monkeypatch.setitem(app.extensions, "netwerkspiegel", config)
    return provider_process
