"""The order in which sealed rows lie says nothing about persons: measured over many rounds, with rank correlation."""

import json
from collections import defaultdict
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection

from survey import clock
from survey.database import writing
from survey.models import Network
from survey.queries import visits
from survey.services import closing
from survey.tokens import hash_token
from tests.attacks.rejoining import Row, hidden_rows, place_of, rank_correlation
from tests.factories import add_network, coded_answers, key_of, open_next_round, words

PEOPLE, ROUNDS = 10, 20

#: With 10 people rho has a standard deviation of 1/3 by chance, and its mean over 20 rounds one of 0.075.
CHANCE = 0.4


def run_round(app: Flask, network: Network, number: int) -> dict[str, list[Any]]:
    """Have everybody answer, close, and return the persons in every order that the database shows."""
    opened_at = clock.now() + timedelta(days=120 * number)
    with app.app_context(), writing() as session:
        opened = open_next_round(session, network=network, key=key_of(app), at=opened_at)
        for person, token in enumerate(opened.tokens):
            _answer(session, token, person, opened_at + timedelta(minutes=person))
        connection = session.connection()
        invitations = _ours(connection, "invitation", opened.id)
        responses = _ours(connection, "response", opened.id)
        closing.cut(session, round_id=opened.id, at=opened_at + timedelta(days=20))
        sealed, own = _ours(connection, "sealed_response", opened.id), _ours(connection, "own_words", opened.id)
    order = {hash_token(token): person for person, token in enumerate(opened.tokens)}
    person_of = {row["id"]: order[row["token_hash"]] for row in invitations}
    return {
        "who invitation, by list": list(range(PEOPLE)),
        "who invitation, by id": [person_of[row["id"]] for row in sorted(invitations, key=_by("id"))],
        "who invitation, by token": [person_of[row["id"]] for row in sorted(invitations, key=_by("token_hash"))],
        "who invitation, by place": [person_of[row["id"]] for row in sorted(invitations, key=_by_place)],
        "who response, by id": [person_of[row["invitation_id"]] for row in sorted(responses, key=_by("id"))],
        "who response, by place": [person_of[row["invitation_id"]] for row in sorted(responses, key=_by_place)],
        "sealed answers, by place": [_person(row) for row in sorted(sealed, key=_by_place)],
        "sealed answers, by id": [_person(row) for row in sorted(sealed, key=_by("id"))],
        "sealed words, by place": [int(row["words"]) for row in sorted(own, key=_by_place)],
        "sealed words, by id": [int(row["words"]) for row in sorted(own, key=_by("id"))],
    }


def _answer(session: Any, token: str, person: int, at: Any) -> None:
    visit = visits.find_visit(session, token_hash=hash_token(token))
    assert visit is not None
    assert visit.response_id is not None
    answers: dict[str, Any] = {key: int(value) for key, value in coded_answers(person).items()}
    answers["op-keep"] = {"text": words("op-keep", str(person), share=True)["op-keep"], "share": True}
    visits.keep_answers(session, response_id=visit.response_id, answers=answers, choice_times={}, at=at)
    visits.mark_sent_in(session, response_id=visit.response_id, at=at)


def _ours(connection: Connection, table: str, round_id: object) -> list[Row]:
    return [row for row in hidden_rows(connection, table) if row["round_id"] == round_id]


def _by(name: str) -> Any:
    return lambda row: str(row[name])


def _by_place(row: Row) -> tuple[int, ...]:
    return place_of(row["lies_at"])


def _person(row: Row) -> int:
    """Read who it was from the answers, which in this test tell everybody apart."""
    digits = [row["answers"][f"sp-{number}"] - 1 for number in (1, 2, 3)]
    return digits[0] + 5 * digits[1] + 25 * digits[2]


def correlations(app: Flask, rounds: int) -> dict[tuple[str, str], float]:
    """Return, for every pair of an order of persons and one of sealed rows, the mean rank correlation."""
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": PEOPLE})
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for number in range(rounds):
        orders = run_round(app, network, number)
        sealed = [name for name in orders if name.startswith("sealed")]
        for one, other in product(orders, sealed):
            if one != other and (one.startswith("who") or one < other):
                places = [orders[one].index(person) for person in range(PEOPLE)]
                found[one, other].append(rank_correlation(places, [orders[other].index(p) for p in range(PEOPLE)]))
    return {pair: sum(values) / len(values) for pair, values in found.items()}


def test_no_order_of_sealed_rows_follows_an_order_of_persons(app: Flask, connection: Connection) -> None:
    found = correlations(app, ROUNDS)

    assert len(found) == 6 * 4 + 6
    assert {pair: rho for pair, rho in found.items() if abs(rho) > CHANCE} == {}


def test_without_shuffling_the_link_is_found(
    app: Flask, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "_shuffled", lambda rows: rows)

    found = correlations(app, 3)

    linked = {pair for pair, rho in found.items() if rho > 0.99}
    assert ("who invitation, by id", "sealed answers, by place") in linked
    assert ("sealed answers, by place", "sealed words, by place") in linked


#: The same answers, given in two orders: by card from the top, and from the bottom.
CARDS = {"signal": {"now": ["library"], "lead": "library"}, "promote": {"lead": "dk"}, "intake": {"now": ["dk"]}}


def test_the_order_in_which_cards_were_answered_is_sealed_nowhere(app: Flask, connection: Connection) -> None:
    upside_down = {task: dict(reversed(card.items())) for task, card in reversed(CARDS.items())}
    given = [dict([("roles-find", CARDS), ("sp-1", 4)]), dict([("sp-1", 4), ("roles-find", upside_down)])]

    with app.app_context(), writing() as session:
        opened = open_next_round(session, network=add_network(session, members={"library": 2}), key=key_of(app))
        for token, answers in zip(opened.tokens, given, strict=True):
            visit = visits.find_visit(session, token_hash=hash_token(token))
            assert visit is not None
            assert visit.response_id is not None
            visits.keep_answers(
                session, response_id=visit.response_id, answers=answers, choice_times={}, at=clock.now()
            )
            visits.mark_sent_in(session, response_id=visit.response_id, at=clock.now())
        closing.cut(session, round_id=opened.id, at=clock.now())
        sealed = [json.dumps(row["answers"]) for row in _ours(session.connection(), "sealed_response", opened.id)]

    assert len(sealed) == 2
    assert sealed[0] == sealed[1]


def test_two_equal_orders_correlate_and_two_opposite_ones_too() -> None:
    assert rank_correlation([1, 2, 3], ["a", "b", "c"]) == 1
    assert rank_correlation([1, 2, 3], [3, 2, 1]) == -1
    assert abs(rank_correlation([1, 2, 3, 4], [2, 4, 1, 3])) < 0.3
