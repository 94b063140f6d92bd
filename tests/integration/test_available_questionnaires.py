"""A round asks only what is available to the support organisation of its network."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey.database import writing
from survey.models import PlannedRound, Round, SupportOrganisation
from tests.commands import CLOSES, Run

Refusal = Callable[..., str]


def allow(app: Flask, *questionnaires: str) -> None:
    """Let every support organisation there is have these only."""
    with app.app_context(), writing() as session:
        for support in session.scalars(select(SupportOrganisation)):
            support.questionnaires = list(questionnaires)


def test_without_a_choice_all_are_available(network: str, run: Run) -> None:
    run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel-kort")
    run("round", "open", network, *CLOSES)


def test_what_is_available_can_be_planned_and_opened(app: Flask, network: str, run: Run) -> None:
    allow(app, "taalnetwerkspiegel-kort")

    run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel-kort")
    run("round", "open", network, *CLOSES)


@pytest.mark.parametrize("chosen", [["quick-scan", "taalnetwerkspiegel-kort"], []])
def test_what_is_not_available_is_refused_when_planned(
    app: Flask, connection: Connection, network: str, fails: Refusal, chosen: list[str]
) -> None:
    allow(app, *chosen)

    sentence = fails("round", "plan", network, "--questionnaire", "taalnetwerkspiegel")

    assert sentence == (
        f"'taalnetwerkspiegel' is not available to the support organisation of '{network}'. "
        f"Available: {', '.join(chosen) or 'none'}."
    )
    assert connection.execute(select(PlannedRound)).all() == []


def test_what_was_taken_away_after_planning_is_refused_when_opened(
    app: Flask, connection: Connection, network: str, run: Run, fails: Refusal
) -> None:
    run("round", "plan", network, "--questionnaire", "taalnetwerkspiegel-kort")
    allow(app, "taalnetwerkspiegel")

    assert "'taalnetwerkspiegel-kort' is not available" in fails("round", "open", network, *CLOSES)
    assert connection.execute(select(Round)).all() == []


def test_the_usual_questionnaire_is_refused_as_well_where_nothing_was_planned(
    app: Flask, network: str, fails: Refusal
) -> None:
    allow(app, "taalnetwerkspiegel-kort")

    assert "'taalnetwerkspiegel' is not available" in fails("round", "open", network, *CLOSES)


def test_what_does_not_exist_is_said_to_be_so(app: Flask, network: str, fails: Refusal) -> None:
    allow(app, "taalnetwerkspiegel-kort")

    assert "'nothing' cannot be asked in a round." in fails("round", "plan", network, "--questionnaire", "nothing")
