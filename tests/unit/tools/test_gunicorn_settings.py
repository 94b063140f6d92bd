"""The server's settings: numbers that are none are told, and logs hold no tokens."""

import io
import logging
import runpy
import socket
from contextlib import closing
from typing import Any

import pytest
from gunicorn.config import Config
from gunicorn.http.errors import InvalidRequestMethod
from gunicorn.workers.base import Worker


def settings() -> dict[str, Any]:
    return runpy.run_module("survey.serving")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PORT", "WEB_HOST", "WEB_WORKERS", "WEB_THREADS"):
        monkeypatch.delenv(name, raising=False)


def test_this_machine_alone_is_served_by_default() -> None:
    assert settings()["bind"] == "127.0.0.1:8000"


def test_an_ipv6_address_is_written_as_gunicorn_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_HOST", "::1")
    monkeypatch.setenv("PORT", "8001")

    assert settings()["bind"] == "[::1]:8001"


@pytest.mark.parametrize("name", ["PORT", "WEB_WORKERS", "WEB_THREADS"])
@pytest.mark.parametrize("text", ["0", "many", "-2", "99999999"])
def test_a_number_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    monkeypatch.setenv(name, text)

    with pytest.raises(SystemExit, match=f"{name} must be a number from 1 to "):
        settings()


def test_gunicorn_accepts_every_setting() -> None:
    config = Config()
    for name, value in settings().items():
        if name in config.settings:
            config.set(name, value)

    assert (config.workers, config.threads, config.accesslog) == (2, 16, None)
    assert config.control_socket_disable


def test_a_token_in_an_error_of_the_server_is_not_written() -> None:
    log = settings()["ScrubbingLogger"](Config())
    handler = next(each for each in log.error_log.handlers if isinstance(each, logging.StreamHandler))
    written = io.StringIO()
    handler.setStream(written)

    log.error("Error handling request %s", "/v/secret-token?x=1")

    assert "Error handling request /v/" in written.getvalue()
    assert "secret-token" not in written.getvalue()


def test_of_a_request_that_the_server_cannot_read_is_not_written_where_it_came_from() -> None:
    """By the server's own code: another version of it may say it in other words."""
    written = io.StringIO()
    log = settings()["ScrubbingLogger"](Config())
    next(each for each in log.error_log.handlers if isinstance(each, logging.StreamHandler)).setStream(written)
    worker = Worker(0, 0, [], None, 0, Config(), log)
    here, there = socket.socketpair()
    with closing(worker.tmp), here, there:
        worker.handle_error(None, here, ("203.0.113.9", 4321), InvalidRequestMethod("\x16\x03"))

    assert "Invalid request: " in written.getvalue()
    assert "203.0.113.9" not in written.getvalue()
