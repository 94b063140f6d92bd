"""After the cut no reporting group on sealed answers points to a few people, whose names the invitations hold."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from survey.database import reading
from survey.models import SealedResponse
from tests.commands import ADD, ADDRESS, CLOSES, NETWORK, run_in
from tests.factories import begin_by_link, fill_in
from tests.pages import PageClient

KINDS = {"library": "Bibliotheek", "welfare": "Welzijn", "work": "Werk"}


def sizes_after(app: Flask, **people: int) -> dict[str | None, int]:
    """Let so many people of each kind answer, one more by a late link, close, and count the sealed groups."""
    run_in(app, *ADD, *ADDRESS)
    for kind, name in KINDS.items():
        run_in(app, "organisation", "add", NETWORK, name, "--kind", kind)
        for each in range(people.get(kind, 0)):
            run_in(app, "contact", "add", NETWORK, name, f"{name} {each}", "--email", f"{kind}{each}@voorbeeld.example")
    run_in(app, "round", "open", NETWORK, *CLOSES, "--groups", "library,welfare,rest")
    for each in range(people.get("late", 0)):
        run_in(app, "contact", "add", NETWORK, "Werk", f"Laat {each}", "--email", f"laat{each}@voorbeeld.example")
    for line in run_in(app, "invitation", "links", NETWORK):
        client, token = PageClient(app), line.rsplit("/v/", 1)[1]
        begin_by_link(client, token)
        fill_in(client, token, {"mu-1": "4"})
    run_in(app, "round", "close", NETWORK, "--yes")
    with app.app_context(), reading() as session:
        group = SealedResponse.reporting_group
        return {name: number for name, number in session.execute(select(group, func.count()).group_by(group))}


@pytest.mark.parametrize(
    ("people", "kept"),
    [
        ({"library": 6, "welfare": 5, "work": 5}, {"library": 6, "welfare": 5, "rest": 5}),
        ({"library": 6, "welfare": 3, "work": 2}, {"library": 6, None: 5}),
        ({"library": 6, "welfare": 5, "work": 1}, {"library": 6, None: 6}),
        ({"library": 6, "welfare": 5, "work": 5, "late": 1}, {"library": 6, "welfare": 5, None: 6}),
        ({"library": 2, "welfare": 1}, {None: 3}),
    ],
)
def test_a_group_stays_on_sealed_answers_only_from_five(
    committed_app: Flask, people: dict[str, int], kept: dict[str | None, int]
) -> None:
    assert sizes_after(committed_app, **people) == kept
