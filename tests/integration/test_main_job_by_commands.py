"""The whole main job on the command line, on a database that really commits."""

import json
from collections.abc import Callable

import pytest
from flask import Flask

from survey import schema_version
from tests.commands import ADD, ADDRESS, CLOSES, Run, refusal, run_in
from tests.databases import Databases
from tests.factories import begin_by_link, fill_in, in_days, statements
from tests.pages import HOST, PageClient


@pytest.fixture
def run(committed_app: Flask) -> Run:
    """Run a command that succeeds and return its lines."""
    return lambda *arguments: run_in(committed_app, *arguments)


def test_the_whole_main_job(committed_app: Flask, run: Run, network: str) -> None:
    lines = run("round", "open", network, *CLOSES, "--meeting", in_days(30).isoformat(), "--place", "Bibliotheek")
    assert lines[1:] == [
        "Invited: 3.",
        "library: 2 invited, a result of its own is not possible.",
        "rest: 1 invited, a result of its own is not possible.",
    ]

    links = [line.split("\t") for line in run("invitation", "links", network)]
    assert [link[:2] for link in links] == [
        ["Ada (Bibliotheek)", "Ada@bibliotheek.example"],
        ["Bea (Bibliotheek)", "Bea@bibliotheek.example"],
        ["Cas (Gemeente)", "cas@gemeente.example"],
    ]
    client = PageClient(committed_app)
    for link in links:
        token = link[2].removeprefix(f"{HOST}/v/")
        begin_by_link(client, token)
        fill_in(client, token, statements(4))
    assert "0 of the 3 invited" in run("round", "status", network)[1]

    closed = run("round", "close", network, "--yes")
    report = closed[1].removeprefix("Report: ").removeprefix(HOST)
    client.get(report)
    assert run("results", "show", network)[0] == "3 of the 3 invited sent in."
    assert json.loads(run("results", "show", network, "--format", "json")[0])["response"]["sent_in"] == 3
    assert f"round 1, closed {in_days(0)}" in run("network", "list")[0]
    assert run("round", "status", network) == [f"Round 1 closed on {in_days(0)}. See: results show."]


def test_a_second_round_is_refused_until_ninety_days_have_passed(committed_app: Flask, run: Run, network: str) -> None:
    run("round", "open", network, *CLOSES)
    assert "has an open round already" in refusal(committed_app, "round", "open", network, *CLOSES)

    run("round", "close", network, "--yes")

    assert f"The next one can open from {in_days(90)}, 90 days later." in refusal(
        committed_app, "round", "open", network, *CLOSES
    )


def test_closing_asks_first_and_no_means_no(committed_app: Flask, run: Run, network: str) -> None:
    run("round", "open", network, *CLOSES)

    asked = committed_app.test_cli_runner().invoke(args=["round", "close", network], input="n\n")

    assert asked.exit_code == 1
    assert len(run("invitation", "links", network)) == 3


def test_a_closing_that_was_interrupted_before_publishing_is_taken_up_again(
    committed_app: Flask, run: Run, network: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("round", "open", network, *CLOSES)
    with monkeypatch.context() as patched:
        patched.setattr("survey.services.closing.publish_round", lambda *_, **__: 1 / 0)
        committed_app.test_cli_runner().invoke(args=["round", "close", network, "--yes"])

    run("round", "close", network, "--yes")

    assert run("results", "show", network)[0] == "0 of the 3 invited sent in."


def test_migrations_are_run_and_told(make_app: Callable[..., Flask], databases: Databases, engine_name: str) -> None:
    app = make_app(engine_name, database_url=databases.empty(engine_name))
    newest = schema_version.newest()

    assert "database upgrade" in refusal(app, "network", "list")
    assert run_in(app, "database", "status") == [f"At nothing; the newest is {newest}."]
    assert run_in(app, "database", "upgrade") == [f"The database is up to date ({newest})."]
    assert run_in(app, "database", "upgrade") == [f"The database is up to date ({newest})."]
    assert run_in(app, "database", "status") == [f"At {newest}; the newest is {newest}."]
    assert run_in(app, "network", "list")
    assert run_in(app, "database", "forget")


def test_an_instance_stays_what_it_was_first(
    committed_app: Flask, make_app: Callable[..., Flask], network: str
) -> None:
    url = committed_app.extensions["netwerkspiegel"].database_url
    demo = make_app("sqlite", instance="demo", database_url=url)

    assert "holds networks of real use" in refusal(demo, "demo", "load")
    assert "cannot become demo" in refusal(demo, "network", "add", "x", *ADD[3:], *ADDRESS)
    assert "holds no demo" in refusal(demo, "demo", "links")
