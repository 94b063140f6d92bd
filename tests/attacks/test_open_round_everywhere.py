"""Every address there is, before and after one answer of an open round (attack 2).

The network has a report that was released before, which staff, programs and whoever holds a link go on reading while
the next round is open. All that is asked for is read twice in one instance, byte for byte and with all headers.
"""

import flask
import pytest
from flask import Flask
from sqlalchemy import func, select

from reports.forms.kinds import FORMS
from survey import clock
from survey.database import reading, writing
from survey.models import Network, Response, Round
from survey.services.sharing import share
from survey.tokens import make_token
from tests.agreeing import agree
from tests.attacks.everywhere import NOT_READ, Everywhere, everywhere, people_of, rules, staff_of
from tests.attacks.staff_walk import clean, differences
from tests.batches import ask, batch_of, make
from tests.editions import let_read
from tests.factories import (
    ADVISER_ADDRESS,
    OpenRound,
    add_adviser,
    add_network,
    answer,
    close_round,
    key_of,
    open_next_round,
    statements,
)
from tests.reading_programs import make_program
from tests.round_times import Set, dutch, setting_clock

MEMBERS = {"library": 6, "welfare": 7}
Made = tuple[Everywhere, OpenRound]
#: Where totals stand, which move at the full hour; and counters of tries, which go by then, whoever answers.
HOURLY = {
    "/netwerken", "/netwerken.xlsx", "/netwerken/…", "/netwerken/…/ronde",
    "/rondes", "/rondes.xlsx", "/rondes/…/sluiten", "/rondes/…/herinneren", "/beheer/bewaren",
    "/overzicht", "/overzicht.xlsx", "/netwerken/…/gesprek",
}  # fmt: skip
#: No provider signs people in here, and no support organisation has a logo.
NOT_THERE = {"/inloggen/organisatie", "/inloggen/organisatie/terug", "/logo/<uuid:support_id>/<content_hash>.png"}
#: Which staff read a report; two links open it too.
READERS = ("coordinator", "adviser")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Set:
    return setting_clock(monkeypatch)


@pytest.fixture
def made(committed_app: Flask, at: Set) -> Made:
    """A network with a released report, handed out in every way, and a round in which all but one sent in."""
    app = committed_app
    at(dutch(1, 9, month=6))
    first = first_round(app)
    at(dutch(2, 9))
    second = next_round(app, first)
    at(dutch(5, 9, 30))
    for token in second.tokens[:-1]:
        answer(app, token, statements(3))
    at(dutch(5, 10, 5))
    return all_of(app, first, second), second


def first_round(app: Flask) -> OpenRound:
    """Have everybody answer, close the round, release and share its report, and agree on an action."""
    with app.app_context(), writing() as session:
        network = add_network(session, members=MEMBERS)
        opened = open_next_round(session, network=network, key=key_of(app), at=clock.now())
    for person, token in enumerate(opened.tokens):
        answer(app, token, statements(1 + person % 5))
    close_round(app, opened.id)
    let_read(app, opened)
    with app.app_context(), writing() as session:
        by = add_adviser(session)
        share(session, of=session.get_one(Round, opened.id), by_id=by.id, key=key_of(app), at=clock.now())
    return opened


def next_round(app: Flask, first: OpenRound) -> OpenRound:
    with app.app_context(), writing() as session:
        network = session.get_one(Network, first.network_id)
        return open_next_round(session, network=network, key=key_of(app), at=clock.now())


def all_of(app: Flask, first: OpenRound, second: OpenRound) -> Everywhere:
    """Give everybody what they can hold: a role, a token, a link to the report, a personal link, the file of all."""
    staff, action = staff_of(app), agree(app, first.network_id)
    program = make_program(app, address=ADVISER_ADDRESS)
    program.read("/networks")  # the list of tokens says that it was used
    ask(staff["adviser"], *FORMS)
    make(app)
    with app.app_context(), writing() as session:
        adviser = add_adviser(session).id
    shared = make_token(key_of(app), "share", first.id, 1)
    return everywhere(
        app,
        staff,
        program.token,
        network_id=(str(first.network_id),),
        round_id=(str(first.id), str(second.id)),
        account_id=(str(adviser),),
        action_id=(str(action),),
        batch_id=(str(batch_of(app).id),),
        report=(first.report_token, shared, second.report_token),
        personal=(second.tokens[0], first.tokens[-1]),
        **people_of(app, second, "library 000", "welfare 006"),
    )


def test_2_no_address_says_anything_else_because_somebody_answered(made: Made, at: Set) -> None:
    """Within the hour nothing differs, but for what the one who answers gets; at the full hour totals do."""
    everything, opened = made
    at(dutch(5, 10, 10))
    before = everything.read()

    at(dutch(5, 10, 20))
    answer(everything.app, opened.tokens[-1], statements(5))
    at(dutch(5, 10, 40))
    assert differences(before, everything.read()) == {}

    at(dutch(5, 11, 5))
    assert {without_ids(name) for name in differences(before, everything.read())} == HOURLY
    reads_all_there_is(everything, before)


def without_ids(name: str) -> str:
    """Return an address without who opened it, and without ids."""
    return clean(name.partition(": ")[2])


def reads_all_there_is(everything: Everywhere, said: dict[str, str]) -> None:
    """Everything that is there was opened by somebody: the report that was released before in every way."""
    found = {name.partition(": ")[2] for name, each in said.items() if not each.startswith("404")}
    opened = {rule for rule, address in everything.named() if address in found}
    assert {path for _, path in rules(everything.app)} - opened == NOT_THERE
    assert set(NOT_READ) <= {rule.endpoint for rule in everything.app.url_map.iter_rules()}
    slides = [name for name in said if name.endswith("/dias.pptx") and said[name].startswith("200")]
    assert len([name for name in slides if "/regio/" not in name]) == 2 + len(READERS)


@pytest.mark.parametrize("header", ["ETag", "Last-Modified"])
def test_2_this_attack_reads_every_header(made: Made, at: Set, header: str) -> None:
    """A header that counts the answers there are is found at every address."""
    everything, opened = made

    def count(response: flask.Response) -> flask.Response:
        with reading() as session:
            response.headers[header] = str(session.scalar(select(func.count(Response.sent_in_at_utc))))
        return response

    everything.app.after_request_funcs.setdefault(None, []).append(count)
    before = everything.read()
    answer(everything.app, opened.tokens[-1], statements(5))

    assert set(differences(before, everything.read())) == set(before)
