"""What the measurement of reports measures: released reports of invented networks that anybody could open."""

import pytest
from flask import Flask

from bench import invented_reports
from bench.all_reports import ASKED, Packed
from bench.report import Cost
from survey.database import writing
from survey.queries import editions
from survey.services.reporting import find_report
from tests.pages import PageClient

KEY = b"0" * 32


def released(app: Flask) -> str:
    given, asked = invented_reports.given(8)
    with app.app_context(), writing() as session:
        return invented_reports.release(session, invented_reports.adviser(session), given, asked, key=KEY)


def test_a_report_that_is_measured_opens_for_participants(app: Flask, client: PageClient) -> None:
    page = client.get(f"/rapport/{released(app)}")
    assert "Taalnetwerk Acht" in page.words
    assert "8 van de 11 mensen" in page.words


@pytest.mark.usefixtures("connection")
def test_it_is_read_from_its_edition(app: Flask) -> None:
    token = released(app)
    with app.app_context(), writing() as session:
        found = find_report(session, token=token, reader=None)
        known = editions.newest(session, round_id=found.round_id)
    assert found.mark is not None
    assert known is not None
    assert found.mark.hash == known.document_hash


def test_the_networks_have_as_many_people_as_is_said() -> None:
    for people, network in invented_reports.NETWORKS.items():
        assert len(network.people) == people


def test_each_network_of_the_batch_has_a_name_of_its_own_and_some_have_own_figures() -> None:
    made = [given for given, _ in invented_reports.many(5, 2)]
    assert len({given.network for given in made}) == 5
    assert len({given.results.hash for given in made}) == 2


def test_a_cost_says_how_often_its_floor_it_is() -> None:
    assert Cost("page", cpu=12.0, wall=15.0, floor=4.0).line.split() == ["page", "12.0", "15.0", "4.00", "3.0"]


def test_the_file_with_all_reports_is_told_for_each_network_in_it() -> None:
    alone, everything = (Packed(forms, cpu=0.4, wall=0.5, floor=0.001, size=670_000) for forms in ASKED)

    said = "rapport.pdf 0.400 s CPU, 0.500 s on the clock, 670 kB; the same bytes in a file: 0.0010 s CPU (400 times)"
    assert " ".join(alone.line.split()) == said
    assert everything.name == "every form"
