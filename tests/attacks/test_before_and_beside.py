"""Attacks from before and after one answer (2), by asking for a part (10), and by the same person elsewhere (14)."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask

from survey import clock
from tests.attacks.channels import pdf_text
from tests.attacks.closed_round import Attacked
from tests.commands import refusal, run_in
from tests.factories import NETWORK, OpenRound, answer, close_round, coded_answers, make_round, sign_in
from tests.pages import PageClient


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let no time pass but what is asked for: counts move by the hour."""
    start = clock.now().replace(minute=30)

    def wait(time: timedelta) -> None:
        moment: datetime = start + time
        monkeypatch.setattr(clock, "now", lambda: moment)

    wait(timedelta(0))
    return wait


def said_while_open(app: Flask, opened: OpenRound) -> list[str]:
    """Return everything that anybody can read about a round that is open, but for people's own pages."""
    client, adviser = PageClient(app), PageClient(app)
    sign_in(app, adviser)
    pages = [client.get(opened.report, 404), client.get("/"), client.get("/healthz"), adviser.get("/netwerken")]
    commands = [["network", "list"], ["round", "status", NETWORK]]
    refused = [refusal(app, *command) for command in (["results", "show", NETWORK], ["benchmark", "show"])]
    cached = [page.headers.get(name, "") for page in pages for name in ("ETag", "Last-Modified", "Content-Length")]
    read = [page.words if page.tree is not None else page.text for page in pages]
    form = pdf_text(client.get(f"{opened.link}/papier.pdf").body)
    return [*read, form, *cached, *refused, *(line for command in commands for line in run_in(app, *command))]


def test_2_nothing_that_can_be_read_changes_with_one_answer(
    committed_app: Flask, after: Callable[[timedelta], None]
) -> None:
    opened = make_round(committed_app, {"library": 6, "welfare": 6})
    for person, token in enumerate(opened.tokens[:-1]):
        answer(committed_app, token, coded_answers(person))
    after(timedelta(minutes=4))
    before = said_while_open(committed_app, opened)

    after(timedelta(minutes=5))
    answer(committed_app, opened.tokens[-1], coded_answers(99))
    after(timedelta(minutes=10))

    assert said_while_open(committed_app, opened) == before


def test_2_this_attack_reads_the_counts_that_move_by_the_hour(
    committed_app: Flask, after: Callable[[timedelta], None]
) -> None:
    opened = make_round(committed_app)
    before = said_while_open(committed_app, opened)
    answer(committed_app, opened.tokens[0], coded_answers(0))
    after(timedelta(hours=1))

    changed = set(said_while_open(committed_app, opened)) - set(before)

    assert any("1 van de 3" in said or "1 of the 3" in said for said in changed)


@pytest.mark.parametrize("asked", ["group=library", "organisation=1", "k=1&n=1", "round=0&format=json&step=0.01"])
def test_10_no_parameter_makes_a_report_say_something_else(attacked: Attacked, asked: str) -> None:
    client, address = PageClient(attacked.app), f"{attacked.round.report}?taal=nl"

    assert client.get(f"{address}&{asked}").words == client.get(address).words
    first, second = (
        client.get(f"{attacked.round.report}/rapport.pdf?taal=nl{more}").body for more in ("", f"&{asked}")
    )
    assert pdf_text(first) == pdf_text(second)


def test_14_what_one_network_publishes_does_not_depend_on_what_its_people_answer_in_another(
    committed_app: Flask,
) -> None:
    """The same addresses are invited everywhere; the first and the last network answer alike, the second otherwise."""
    published: list[str] = []
    for name, shift in (("Een", 0), ("Twee", 60), ("Drie", 0)):
        opened = make_round(committed_app, {"library": 6, "welfare": 6}, name=name)
        for person, token in enumerate(opened.tokens):
            answer(committed_app, token, coded_answers(person + shift))
        results = close_round(committed_app, opened.id)
        assert results is not None
        published.append(results.to_json())

    first, second, third = published
    assert first == third
    assert first != second
