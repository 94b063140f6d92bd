"""When more than half of the invited work at one organisation, the report says so."""

from pathlib import Path

from flask import Flask

from reports.results import Results
from tests.commands import ADD, ADDRESS, CLOSES, NETWORK, run_in

SENTENCE = "Meer dan de helft van de genodigden werkt bij één organisatie."


def report_after(app: Flask, *, library: int, others: int) -> tuple[Results, str]:
    run_in(app, *ADD, *ADDRESS)
    for name, kind, number in (("Bibliotheek", "library", library), ("Welzijn", "welfare", others)):
        run_in(app, "organisation", "add", NETWORK, name, "--kind", kind)
        for each in range(number):
            run_in(app, "contact", "add", NETWORK, name, f"{name} {each}", "--email", f"{kind}{each}@voorbeeld.example")
    run_in(app, "round", "open", NETWORK, *CLOSES)
    closed = run_in(app, "round", "close", NETWORK, "--yes")
    (document,) = run_in(app, "results", "show", NETWORK, "--format", "json")
    path = Path(closed[-1].split("/rapport/")[1])
    return Results.from_json(document), app.test_client().get(f"/rapport/{path}").text


def test_a_network_with_most_people_at_one_organisation(committed_app: Flask) -> None:
    results, page = report_after(committed_app, library=4, others=3)
    assert results.response.one_has_most
    assert SENTENCE in page


def test_half_is_not_most(committed_app: Flask) -> None:
    results, page = report_after(committed_app, library=3, others=3)
    assert not results.response.one_has_most
    assert SENTENCE not in page
