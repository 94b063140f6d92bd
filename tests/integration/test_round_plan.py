"""What a round asks is planned: a questionnaire, and blocks that can be left out; the statements never."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, update

from questionnaires import catalogue
from survey import clock
from survey.models import PlannedRound, Round, SealedResponse
from tests.commands import CLOSES, Run
from tests.factories import begin_by_link, fill_in, statements, the_questionnaire
from tests.pages import PageClient

BLOCKS = ("roles-matrix", "municipal-check", "reach-groups", "form-phase", "overall", "open")
OF_PROFILE = ("roles-facts", "reach-groups", "reach-numbers", "relation-map", "municipal-check", "voice")


def first_link(run: Run, network: str, client: PageClient) -> str:
    """Begin by the first link that an operator handed out."""
    token = run("invitation", "links", network)[0].rsplit("/v/", 1)[1]
    begin_by_link(client, token)
    return f"/v/{token}"


def test_without_options_the_plan_is_everything(run: Run, network: str) -> None:
    lines = run("round", "plan", network)

    assert lines[0].startswith("The next round asks taalnetwerkspiegel 2.0.0: about 14 minutes.")
    assert [line.split()[0] for line in lines[1:]] == ["statements", *BLOCKS, "On", *OF_PROFILE]
    assert lines[8] == (
        "On behalf of each organisation it asks organisatieprofiel 1.0.0: about 11 minutes, shown by name."
    )
    assert not [line for line in lines if "left out" in line]


def test_leaving_blocks_out_makes_it_shorter_and_taking_them_back_longer(run: Run, network: str) -> None:
    shorter = run("round", "plan", network, "--without", "roles-matrix", "--without", "open")
    longer = run("round", "plan", network, "--with", "open")

    assert "about 9 minutes" in shorter[0]
    assert "about 11 minutes" in longer[0]
    assert [line.split()[0] for line in longer if "left out" in line] == ["roles-matrix"]
    assert run("round", "plan", network) == longer


def test_a_round_asks_what_was_planned(run: Run, network: str, client: PageClient) -> None:
    run("round", "plan", network, "--without", "roles-matrix", "--without", "overall")
    run("round", "open", network, *CLOSES)
    link = first_link(run, network, client)

    assert "Ongeveer 11 minuten" in client.get(link).words
    client.get(f"{link}/roles-first", 404)
    closing = client.get(f"{link}/closing")
    assert not closing.all("input", name="ov-grade")
    assert closing.all("textarea", name="op-keep")
    check = client.get(f"{link}/nakijken")
    assert "Wie doet wat" not in check.words
    assert f"{link}/roles-first" not in check.links()


def round_of(connection: Connection) -> Any:
    return connection.execute(select(Round.__table__)).one()


def test_a_round_asks_the_newest_profile_and_remembers_its_contents(
    run: Run, network: str, connection: Connection
) -> None:
    run("round", "open", network, *CLOSES)

    newest = catalogue.latest("organisatieprofiel")
    opened = round_of(connection)
    assert (opened.profile_version, opened.profile_hash) == (newest.version, newest.content_hash)
    assert opened.profile_left_out == []


def test_blocks_of_the_profile_are_left_out_and_taken_back_like_any_other(
    run: Run, network: str, connection: Connection
) -> None:
    run("round", "plan", network, "--without", "voice", "--without", "reach-numbers", "--without", "open")
    lines = run("round", "plan", network, "--with", "reach-numbers")
    run("round", "open", network, *CLOSES)

    assert [line.split()[0] for line in lines if "left out" in line] == ["open", "voice"]
    assert "organisatieprofiel 1.0.0: about 10 minutes" in lines[8]
    opened = round_of(connection)
    assert (opened.left_out, opened.profile_left_out) == (["open"], ["voice"])


def test_a_name_that_both_have_leaves_out_both(run: Run, network: str, connection: Connection) -> None:
    lines = run("round", "plan", network, "--without", "reach-groups")
    run("round", "open", network, *CLOSES)

    assert [line.split()[0] for line in lines if "left out" in line] == ["reach-groups", "reach-groups"]
    opened = round_of(connection)
    assert (opened.left_out, opened.profile_left_out) == (["reach-groups"], ["reach-groups"])


@pytest.mark.parametrize("names", [["organisation-profile"], list(OF_PROFILE)], ids=["by one name", "block by block"])
def test_the_whole_profile_can_be_left_out(run: Run, network: str, connection: Connection, names: list[str]) -> None:
    lines = run("round", "plan", network, *(part for name in names for part in ("--without", name)))
    run("round", "open", network, *CLOSES)

    assert lines[-1] == "It asks nothing on behalf of organisations."
    opened = round_of(connection)
    assert (opened.profile_version, opened.profile_hash, opened.profile_left_out) == (None, None, [])
    assert opened.left_out == [name for name in BLOCKS if name in names]


def test_leaving_out_the_profile_by_its_name_leaves_the_questionnaire_whole(run: Run, network: str) -> None:
    run("round", "plan", network, "--without", "organisation-profile")
    lines = run("round", "plan", network, "--with", "organisation-profile")

    assert lines == run("round", "plan", network)
    assert not [line for line in lines if "left out" in line]


def test_a_profile_that_was_asked_never_changes(
    run: Run, fails: Callable[..., str], network: str, connection: Connection
) -> None:
    run("round", "open", network, *CLOSES)
    long_ago = clock.now() - timedelta(days=200)
    values: dict[str, Any] = {"opened_at_utc": long_ago, "closed_at_utc": long_ago + timedelta(days=1)}
    connection.execute(update(Round).values(profile_hash="1" * 64, **values))

    assert "Version 1.0.0 of 'organisatieprofiel' was asked" in fails("round", "open", network, *CLOSES)

    run("round", "plan", network, "--without", "organisation-profile")
    run("round", "open", network, *CLOSES)


def test_the_plan_is_used_up_and_an_open_round_keeps_asking_the_same(
    run: Run, network: str, client: PageClient, connection: Connection
) -> None:
    run("round", "plan", network, "--without", "roles-matrix")
    run("round", "open", network, *CLOSES)
    assert connection.scalar(select(func.count()).select_from(PlannedRound)) == 0

    run("round", "plan", network, "--without", "open")

    assert client.get(f"{first_link(run, network, client)}/closing").all("textarea", name="op-keep")


def test_what_was_left_out_is_sealed_nowhere(
    app: Flask, run: Run, network: str, client: PageClient, connection: Connection
) -> None:
    run("round", "plan", network, "--without", "roles-matrix", "--without", "reach-groups")
    run("round", "open", network, *CLOSES)
    token = first_link(run, network, client).removeprefix("/v/")
    pages = [
        page.id for page in the_questionnaire().pages if page.id not in ("roles-first", "roles-second", "reach-groups")
    ]
    fill_in(client, token, statements(4), pages=pages)

    run("round", "close", network, "--yes")

    (answers,) = connection.scalars(select(SealedResponse.answers))
    assert answers["sp-1"] == 4
    assert not {"roles-find", "roles-learn", "rg-groups", "rg-focus"} & set(answers)


def test_the_short_version_can_be_planned_and_shares_the_distance_in_days(
    run: Run, fails: Callable[..., str], network: str, client: PageClient
) -> None:
    lines = run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel-kort")
    assert lines[0].startswith("The next round asks taalnetwerkspiegel-kort 1.0.0: about 5 minutes.")
    run("round", "open", network, *CLOSES)

    page = client.get(f"{first_link(run, network, client)}/roles")
    assert len(page.all("fieldset", class_="card")) == 3

    run("round", "close", network, "--yes")
    run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel")
    assert "90 days later" in fails("round", "open", network, *CLOSES)


def test_choosing_another_questionnaire_forgets_the_blocks_of_the_first(run: Run, network: str) -> None:
    run("round", "plan", network, "--without", "open")

    assert not [
        line for line in run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel-kort") if "left" in line
    ]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--without", "statements"], "The statements are always asked"),
        (["--without", "roles"], "The statements are always asked"),
        (["--without", "opne"], "has no block 'opne'. Its blocks, and those of the organisation profile, are: roles"),
        (["--without", "on-behalf"], "has no block 'on-behalf'"),
        (["--without", "opne"], 'Did you mean "open"?'),
        (
            ["--questionnaire", "organisatieprofiel"],
            "'organisatieprofiel' cannot be asked in a round. Choose from: quick-scan, taalnetwerkspiegel,",
        ),
        (["--questionnaire", "nothing"], "cannot be asked in a round"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    fails: Callable[..., str], network: str, options: list[str], sentence: str
) -> None:
    assert sentence in fails("round", "plan", network, *options)


def test_role_cards_offer_the_kinds_of_this_network_as_they_were_at_opening(
    run: Run, network: str, client: PageClient
) -> None:
    run("round", "open", network, *CLOSES)
    run("organisation", "add", network, "Welzijn", "--kind", "welfare")

    page = client.get(f"{first_link(run, network, client)}/roles-first")

    offered = [tick.get("value") for tick in page.all("input", type="checkbox", name="roles-find.signal.now")]
    assert offered == ["library", "municipality", "other", "nobody", "dk"]
    client.post(f"{first_link(run, network, client)}/roles-first", {"roles-find.signal.now": ["", "welfare"]}, 422)


def test_a_version_that_was_asked_never_changes(
    app: Flask, run: Run, fails: Callable[..., str], network: str, client: PageClient, connection: Connection
) -> None:
    run("round", "open", network, *CLOSES)
    link = first_link(run, network, client)
    connection.execute(update(Round).values(questionnaire_hash="1" * 64))

    assert "Er ging bij ons iets mis" in client.get(f"{link}/roles", 503).words

    long_ago = clock.now() - timedelta(days=200)
    values: dict[str, Any] = {"opened_at_utc": long_ago, "closed_at_utc": long_ago + timedelta(days=1)}
    connection.execute(update(Round).values(**values))
    assert "was asked in a round before, and its file has changed since" in fails("round", "open", network, *CLOSES)
