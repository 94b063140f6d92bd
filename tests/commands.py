"""Run the command line in tests."""

from collections.abc import Callable
from typing import Final

from flask import Flask

from tests.factories import in_days

NETWORK: Final = "Taalnetwerk Waterdam"
ADD: Final = [
    "network", "add", NETWORK, "--province", "Utrecht", "--support", "Taalsteun", "--adviser", "Joris Veenstra",
]  # fmt: skip
ADDRESS: Final = ["--adviser-email", "joris@taalsteun.example"]
CLOSES: Final = ["--closes", in_days(20).isoformat()]

Run = Callable[..., list[str]]


class Said(AssertionError):
    """A command failed that should not; holds what it said."""


def run_in(app: Flask, *arguments: str) -> list[str]:
    """Run a command that succeeds and return its lines."""
    result = app.test_cli_runner().invoke(args=arguments)
    if result.exit_code != 0:
        raise Said(result.output) from result.exception
    return result.output.splitlines()


def refusal(app: Flask, *arguments: str) -> str:
    """Run a command that is refused and return its one sentence."""
    result = app.test_cli_runner().invoke(args=arguments)
    assert isinstance(result.exception, SystemExit), f"{arguments} did not refuse but gave {result.exception!r}."
    assert result.exit_code == 1, f"{arguments}: {result.output}"
    assert "Traceback" not in result.output
    (line,) = result.output.splitlines()
    return line.removeprefix("Error: ")


def add_network_by_commands(run: Run) -> str:
    """Add a network with two organisations and three contacts, and return its name."""
    run(*ADD, *ADDRESS, "--coordinator", "Hanna Bos")
    run("organisation", "add", NETWORK, "Bibliotheek", "--kind", "library")
    run("organisation", "add", NETWORK, "Gemeente", "--kind", "municipality")
    for name in ("Ada", "Bea"):
        run("contact", "add", NETWORK, "Bibliotheek", name, "--email", f"{name}@bibliotheek.example")
    run("contact", "add", NETWORK, "Gemeente", "Cas", "--email", "cas@gemeente.example", "--language", "en")
    return NETWORK
