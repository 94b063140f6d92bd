"""Where ``make run`` serves: the port is checked before anything starts."""

import socket
from collections.abc import Iterator

import pytest

from tools import ports, run
from tools.programs import Trouble

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as server:
        server.bind((HERE, 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.mark.parametrize(("environ", "port"), [({}, 8000), ({"PORT": ""}, 8000), ({"PORT": " 8001 "}, 8001)])
def test_the_port_is_read(environ: dict[str, str], port: int) -> None:
    assert ports.read_port(environ) == port


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "80.5", "٨٠٠٠", "8000;ls", "9" * 5000])
def test_a_port_that_is_none_is_told(text: str) -> None:
    with pytest.raises(Trouble, match="PORT must be a number from 1 to 65535") as told:
        ports.read_port({"PORT": text})
    assert len(str(told.value)) < 120


def test_a_port_in_use_is_told_with_another(taken: int) -> None:
    with pytest.raises(Trouble) as told:
        ports.check_free(HERE, taken)

    assert str(told.value) == f"Port {taken} is in use. Choose another: make run PORT={taken + 1}"


def test_a_free_port_is_let_be(taken: int) -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        free = other.getsockname()[1]
    ports.check_free(HERE, free)


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(Trouble, match=r"This machine cannot serve at 192\.0\.2\.1"):
        ports.check_free("192.0.2.1", 8000)


def test_without_a_host_this_machine_alone_is_served() -> None:
    assert ports.read_host({}) == HERE
    assert ports.read_host({"WEB_HOST": "192.0.2.1"}) == "192.0.2.1"


def test_the_welcome_names_the_address_and_the_links() -> None:
    told = run.welcome(HERE, 8001, {"fill_in": "http://127.0.0.1:8001/v/x"})

    assert "Netwerkspiegel is ready: http://127.0.0.1:8001/" in told
    assert "  Fill in a questionnaire   http://127.0.0.1:8001/v/x" in told
    assert "without a password" not in told


def test_the_welcome_warns_when_others_can_come_in() -> None:
    told = run.welcome("::", 8000, {})

    assert "http://127.0.0.1:8000/" in told
    assert "A demo has doors without a password" in told


def test_a_demo_is_not_started_over_another_instance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETWERKSPIEGEL_INSTANCE", "production")

    with pytest.raises(Trouble, match="make run starts a demo, and NETWERKSPIEGEL_INSTANCE is 'production'"):
        run.choose_demo()
