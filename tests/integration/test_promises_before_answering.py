"""What a partner is told beforehand is what will be done (disclosure rule R13), and a demo stays a demo."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from survey import create_app
from tests.commands import ADD, ADDRESS, CLOSES, NETWORK, refusal, run_in
from tests.factories import in_days
from tests.pages import PageClient


def intro(app: Flask, *, library: int, others: int, late: bool = False) -> str:
    run_in(app, *ADD, *ADDRESS)
    for name, kind, number in (("Bibliotheek", "library", library), ("Werk", "work", others)):
        run_in(app, "organisation", "add", NETWORK, name, "--kind", kind)
        for each in range(number):
            run_in(app, "contact", "add", NETWORK, name, f"{name} {each}", "--email", f"{kind}{each}@voorbeeld.example")
    run_in(app, "round", "open", NETWORK, *CLOSES)
    if late:
        run_in(app, "contact", "add", NETWORK, "Werk", "Zo laat", "--email", "laat@voorbeeld.example")
    links = run_in(app, "invitation", "links", NETWORK)
    link = next(line for line in links if not late or "Zo laat" in line)
    return PageClient(app).get("/v/" + link.rsplit("/v/", 1)[1]).text


def test_three_of_the_library_keep_the_others_from_a_result_too(committed_app: Flask) -> None:
    page = intro(committed_app, library=3, others=8)
    assert page.count("krijgt geen eigen resultaat") == 2


def test_both_groups_may_get_a_result(committed_app: Flask) -> None:
    assert intro(committed_app, library=5, others=5).count("krijgt een eigen resultaat als") == 2


def test_with_four_people_no_average_is_promised(committed_app: Flask) -> None:
    page = intro(committed_app, library=2, others=2)
    assert "Daarom komen er geen gemiddelden" in page
    assert "krijgt een eigen resultaat" not in page


def test_who_came_late_is_told_what_that_means(committed_app: Flask) -> None:
    sentence = "Jouw antwoorden tellen alleen mee in het resultaat van het hele netwerk"
    assert sentence in intro(committed_app, library=5, others=5, late=True)


def test_a_meeting_before_the_closing_is_refused(committed_app: Flask) -> None:
    intro(committed_app, library=1, others=1)
    run_in(committed_app, "round", "close", NETWORK, "--yes")
    run_in(committed_app, "network", "add", "Ander", *ADD[3:], *ADDRESS)
    run_in(committed_app, "organisation", "add", "Ander", "Werk", "--kind", "work")
    run_in(committed_app, "contact", "add", "Ander", "Werk", "Iemand")
    meeting = in_days(3).isoformat()
    assert "is not after the closing date" in refusal(
        committed_app, "round", "open", "Ander", *CLOSES, "--meeting", meeting
    )


def test_a_production_instance_does_not_start_on_the_database_of_a_demo(make_app: Callable[..., Flask]) -> None:
    demo = make_app("sqlite", instance="demo")
    run_in(demo, *ADD, *ADDRESS)
    config = demo.extensions["netwerkspiegel"]
    with pytest.raises(SystemExit, match="holds a demo"):
        create_app(replace(config, instance="production"))
    assert create_app(config) is not None
