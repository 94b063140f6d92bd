"""The command line: what it says, and every refusal as one sentence without a trace."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey.extensions import db
from tests.commands import ADD, ADDRESS, CLOSES, NETWORK, Run, refusal


def test_before_anything_is_there_every_list_says_what_to_do(run: Run) -> None:
    assert run("network", "list") == ["There are no networks yet. Add one with 'network add'."]


def test_a_network_without_a_round_is_listed_so(run: Run, network: str) -> None:
    assert run("network", "list") == [f"{NETWORK}  (Utrecht)  no round yet"]
    assert run("round", "status", network) == [f"'{NETWORK}' has no round yet. Open one with 'round open'."]


def test_a_contact_added_while_a_round_is_open_is_invited_late(run: Run, network: str) -> None:
    run("round", "open", network, *CLOSES)

    lines = run("contact", "add", network, "Gemeente", "Dirk", "--email", "dirk@gemeente.example")

    assert len(lines) == 2
    assert len(run("invitation", "links", network)) == 4


def test_groups_can_be_chosen_in_their_order(run: Run, network: str) -> None:
    lines = run("round", "open", network, *CLOSES, "--groups", "welfare, library,rest")

    assert [line.split(":")[0] for line in lines[2:]] == ["welfare", "library", "rest"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([*ADD, *ADDRESS], "There is a network 'Taalnetwerk Waterdam' already."),
        ([*ADD[:2], "x", "--province", "Holland", *ADD[5:], *ADDRESS], "'Holland' is no province."),
        ([*ADD[:2], "x", *ADD[3:], "--adviser-email", "joris"], "'joris' is no e-mail address"),
        ([*ADD[:2], " \t ", *ADD[3:], *ADDRESS], "Give the network a name."),
        ([*ADD[:2], "x" * 201, *ADD[3:], *ADDRESS], "has 201 characters; 200 fit."),
        ([*ADD[:2], "x", *ADD[3:6], "Anders", *ADD[7:], *ADDRESS], "already belongs to another support organisation."),
        (["organisation", "add", "Nergens", "x", "--kind", "work"], "There is no network 'Nergens'."),
        (["organisation", "add", NETWORK, "Gemeente", "--kind", "work"], "has an organisation 'Gemeente' already."),
        (["contact", "add", NETWORK, "Nergens", "x"], "has no organisation 'Nergens'."),
        (["contact", "add", NETWORK, "Gemeente", "x", "--email", "x"], "'x' is no e-mail address"),
        (
            ["contact", "add", NETWORK, "Gemeente", "x", "--email", "ADA@bibliotheek.example"],
            "belongs to another contact",
        ),
        (["round", "open", "Nergens", *CLOSES], "There is no network 'Nergens'."),
        (["round", "open", NETWORK, "--closes", "2020-01-01"], "The closing date 2020-01-01 has passed already."),
        (["round", "open", NETWORK, *CLOSES, "--groups", "library"], "A plan has 2 to 4 different groups"),
        (["round", "open", NETWORK, *CLOSES, "--groups", "x,rest"], "'x' is no reporting group."),
        (["round", "close", NETWORK, "--yes"], "has no open round."),
        (["invitation", "links", NETWORK], "has no open round."),
        (["results", "show", NETWORK], "does not have a published round."),
        (["results", "show", NETWORK, "--round", "7"], "does not have published results of round 7."),
        (["demo", "load"], "This is a production instance"),
        (["demo", "links"], "This is a production instance"),
    ],
    ids=lambda value: " ".join(value[:3])[:40] if isinstance(value, list) else "",
)
def test_a_refusal_is_one_sentence(fails: Callable[..., str], network: str, arguments: list[str], says: str) -> None:
    assert says in fails(*arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["round", "open", NETWORK],
        ["round", "open", NETWORK, "--closes", "11-12-2026"],
        ["round", "open", NETWORK, *CLOSES, "--place", "Bibliotheek"],
        ["organisation", "add", NETWORK, "x", "--kind", "bank"],
        ["contact", "add", NETWORK, "x", "y", "--language", "fy"],
        ["results", "show", NETWORK, "--format", "xml"],
        ["bestaat-niet"],
    ],
)
def test_a_command_typed_wrongly_is_explained(app: Flask, connection: Connection, arguments: list[str]) -> None:
    result = app.test_cli_runner().invoke(args=arguments)

    assert result.exit_code == 2
    assert result.output.startswith("Usage: ")
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["", "Worker", "../x", "a b", "x" * 41])
def test_a_worker_needs_a_plain_name(app: Flask, connection: Connection, name: str) -> None:
    result = app.test_cli_runner().invoke(args=["work", "--name", name])

    assert result.exit_code == 2
    assert "--name takes small letters, digits and dashes." in result.output


def test_a_worker_needs_tables_that_are_up_to_date(committed_app: Flask) -> None:
    with committed_app.app_context(), db.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '001'")

    sentence = refusal(committed_app, "work")

    assert sentence == "The database is not up to date. Run first: flask --app wsgi database upgrade"
