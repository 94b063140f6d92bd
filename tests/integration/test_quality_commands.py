"""The yearly quality study by the command line: whose answers it takes, and that it is made once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from flask import Flask
from sqlalchemy import Connection, select, update

from questionnaires.types.statement import Statement
from reports.quality import resampling
from reports.quality.study import QualityStudy
from survey import clock
from survey.database import reading, writing
from survey.models import Base, Round
from survey.queries import rounds as round_queries
from survey.queries.rounds import SentIn
from survey.services import closing
from survey.services import quality as services
from tests.commands import Run
from tests.factories import make_round, the_questionnaire

NAME = "taalnetwerkspiegel"
STUDIES = Base.metadata.tables["quality_study"]

Refusal = Callable[..., str]


@pytest.fixture(autouse=True)
def few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resampling, "RESAMPLES", 5)


@pytest.fixture
def in_2027(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let it be another year."""
    return lambda year: monkeypatch.setattr(clock, "now", lambda: datetime(year, 6, 1, 12, tzinfo=clock.DUTCH_TIME))


def sealed_round(app: Flask, name: str, *, respondents: int = 20, is_closed: bool = True) -> str:
    """Make a network with a round that so many people answered, straight after the cut; return its id."""
    opened = make_round(app, name=name)
    random = np.random.default_rng(len(name) + sum(map(ord, name)))
    items = [key for key, question in the_questionnaire().questions.items() if isinstance(question, Statement)]
    tendency = random.normal(3, 1, (respondents, 1))
    people = np.clip(np.round(tendency + random.normal(size=(respondents, len(items)))), 1, 5)
    sent_in = [SentIn(None, dict(zip(items, map(int, row), strict=True))) for row in people]
    with app.app_context(), writing() as session:
        closing.seal_answers(session, round_id=opened.id, questionnaire=the_questionnaire(), sent_in=sent_in)
        if is_closed:
            round_queries.lock_round(session, round_id=opened.id).closed_at_utc = clock.now()
    return str(opened.id)


def ten_networks(app: Flask, prefix: str = "A") -> list[str]:
    return [sealed_round(app, f"Taalnetwerk {prefix}{number}") for number in range(10)]


def stored(connection: Connection) -> list[Any]:
    return list(connection.execute(select(STUDIES).order_by(STUDIES.c.year)))


def test_a_study_is_made_printed_and_kept(app: Flask, connection: Connection, run: Run) -> None:
    rounds = ten_networks(app)

    printed = run("quality", "study", NAME)

    (row,) = stored(connection)
    study = QualityStudy.from_json(row.document)
    version = the_questionnaire().version
    assert printed[0] == f"# Quality of {NAME} {version} in {row.year}"
    assert (row.questionnaire_id, row.questionnaire_version, row.document_hash) == (NAME, version, study.hash)
    assert row.year == study.year == clock.dutch_day(clock.now()).year
    assert (study.respondents, study.networks, study.rounds) == (200, 10, tuple(sorted(rounds)))
    assert [theme.id for theme in study.themes] == [theme.id for theme in the_questionnaire().themes]
    assert all(theme.alpha for theme in study.themes)
    assert run("quality", "show", NAME) == printed
    assert run("quality", "show", NAME, "--year", str(row.year), "--version", version) == printed
    assert run("quality", "show", NAME, "--format", "json") == [row.document]


def test_a_study_is_made_once_a_year_and_never_again(
    app: Flask, connection: Connection, run: Run, fails: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ten_networks(app)
    run("quality", "study", NAME)
    before = stored(connection)
    ten_networks(app, "B")
    monkeypatch.delattr(services, "compute")  # it is not even tried

    said = fails("quality", "study", NAME)

    assert said.endswith("is there already, and stays as it is. See: quality show.")
    assert stored(connection) == before


def test_who_was_in_a_study_is_not_new_to_the_next(
    app: Flask, connection: Connection, run: Run, fails: Refusal, in_2027: Callable[[int], None]
) -> None:
    first = ten_networks(app)
    run("quality", "study", NAME)

    in_2027(2127)
    assert fails("quality", "study", NAME) == (
        "A quality study needs 200 new respondents in 10 networks; there are 0 in 0."
    )
    second = ten_networks(app, "B")
    run("quality", "study", NAME)

    studies = [QualityStudy.from_json(row.document) for row in stored(connection)]
    assert [study.rounds for study in studies] == [tuple(sorted(first)), tuple(sorted(second))]
    assert studies[1].year == 2127
    assert run("quality", "show", NAME)[0].endswith("in 2127")
    assert run("quality", "show", NAME, "--year", str(studies[0].year))[0].endswith(f"in {studies[0].year}")


def test_an_open_round_and_another_version_do_not_count(app: Flask, connection: Connection, fails: Refusal) -> None:
    rounds = ten_networks(app)
    sealed_round(app, "Taalnetwerk Open", is_closed=False)
    with app.app_context(), writing() as session:
        round_queries.lock_round(session, round_id=UUID(rounds[0])).questionnaire_version = "0.1"

    assert fails("quality", "study", NAME).endswith("there are 180 in 9.")
    assert stored(connection) == []


def test_a_changed_file_is_refused(app: Flask, connection: Connection, fails: Refusal) -> None:
    ten_networks(app)
    connection.execute(update(Round.__table__).values(questionnaire_hash="0" * 64))

    assert "changed after a round was opened with it" in fails("quality", "study", NAME)


def test_of_two_studies_at_the_same_time_one_is_kept(app: Flask, connection: Connection, run: Run) -> None:
    ten_networks(app)
    at = clock.now()
    with app.app_context():
        with reading() as session:
            material = services.gather(session, questionnaire=the_questionnaire(), at=at)
        late = services.compute(material)
        run("quality", "study", NAME)
        with pytest.raises(services.Refused, match="is there already"), writing() as session, session.begin_nested():
            services.store_study(session, study=late, at=at)
    assert len(stored(connection)) == 1


def test_nothing_is_written_while_a_study_is_computed(
    app: Flask, connection: Connection, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ten_networks(app)
    states: list[bool] = []
    compute = services.compute

    def watched(material: services.Material) -> QualityStudy:
        states.append(stored(connection) == [])
        return compute(material)

    monkeypatch.setattr(services, "compute", watched)
    run("quality", "study", NAME)
    assert states == [True]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["study", "nergens"], 'There is no questionnaire "nergens" here.'),
        (["study", NAME, "--version", "99.0"], f'There is no questionnaire "{NAME}" 99.0 here.'),
        (["show", "nergens"], 'There is no questionnaire "nergens" here.'),
        (["study", NAME], "there are 0 in 0."),
        (["show", NAME], f"There is no quality study of {NAME}"),
        (["show", NAME, "--year", "2031"], "in 2031."),
    ],
)
def test_refusals_are_one_sentence(fails: Refusal, arguments: list[str], says: str) -> None:
    assert says in fails("quality", *arguments)
