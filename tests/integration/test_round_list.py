"""The list of rounds over all networks: who sees which, in what order, with which totals."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import Connection, event, update

from survey.database import writing
from survey.extensions import db
from survey.models import Round
from survey.services.rounds import Terms, open_round
from tests.factories import add_network, answer, close_round, key_of, sign_in, statements
from tests.pages import Page, PageClient
from tests.round_times import Set, dutch, open_round_of


@pytest.fixture
def three(app: Flask, connection: Connection, at: Set) -> None:
    """Three networks: one of which a third answered, one where nobody did, and one that opened today."""
    at(dutch(2, 9))
    answered = open_round_of(app, {"library": 3}, name="Alfa")
    open_round_of(app, {"library": 3}, name="Bravo")
    at(dutch(3))
    answer(app, answered.tokens[0], statements(3))
    with app.app_context(), writing() as session:
        network = add_network(session, members={"library": 2}, name="Aaa")
        open_round(session, network=network, terms=Terms(dutch(9).date()), at=dutch(6), key=key_of(app))
    at(dutch(6, 12))


@pytest.fixture
def adviser(app: Flask, client: PageClient) -> PageClient:
    sign_in(app, client)
    return client


def names(page: Page) -> list[str]:
    return ["".join(cell.itertext()).split()[0] for cell in page.all("th", scope="row")]


def test_where_response_lags_comes_first_and_what_just_opened_last(three: None, adviser: PageClient) -> None:
    page = adviser.get("/rondes")

    assert names(page) == ["Bravo", "Alfa", "Aaa"]
    assert names(adviser.get("/rondes?sorteer=netwerk")) == ["Aaa", "Alfa", "Bravo"]
    assert names(adviser.get("/rondes?sorteer=sluit")) == ["Aaa", "Alfa", "Bravo"]
    assert names(adviser.get("/rondes?sorteer=ingestuurd&richting=af"))[0] == "Alfa"
    assert "Geteld tot 12.00 uur" in page.words


def test_rounds_are_found_by_name_and_by_state(three: None, adviser: PageClient) -> None:
    assert names(adviser.get("/rondes?zoek=alf")) == ["Alfa"]
    assert names(adviser.get("/rondes?staat=sluit")) == ["Aaa"]
    assert names(adviser.get("/rondes?staat=vrijgeven")) == []
    assert len(names(adviser.get("/rondes?staat=open"))) == 3


def test_closed_rounds_stay_for_two_months(app: Flask, connection: Connection, at: Set, client: PageClient) -> None:
    at(dutch(2, 9))
    opened = open_round_of(app, {"library": 6})
    at(dutch(3))
    for token in opened.tokens[:5]:
        answer(app, token, statements(3))
    at(dutch(20))
    close_round(app, opened.id)
    sign_in(app, client)

    page = client.get("/rondes?staat=vrijgeven")
    (row,) = page.all("tbody")[0]
    said = " ".join("".join(row.itertext()).split())
    assert "gesloten, het rapport is klaar om vrij te geven" in said
    assert "83 6 5 maandag 23 november 2026" in said
    at(dutch(20) + timedelta(days=59))
    assert names(client.get("/rondes")) == ["Taalnetwerk"]
    at(dutch(20) + timedelta(days=61))
    assert "Er is geen ronde open" in client.get("/rondes").words


def test_by_that_role_alone_an_administrator_reads_no_numbers_of_a_report(
    app: Flask, connection: Connection, at: Set, client: PageClient
) -> None:
    at(dutch(2, 9))
    opened = open_round_of(app, {"library": 6})
    at(dutch(3))
    for token in opened.tokens[:5]:
        answer(app, token, statements(3))
    close_round(app, opened.id)
    sign_in(app, client, role="administrator", address="beheer@x.example")

    row = "".join(client.get("/rondes?wie=").all("tbody")[0].itertext())
    assert "gesloten" in row
    assert "83" not in row


def test_a_cancelled_round_is_in_no_list(app: Flask, three: None, adviser: PageClient) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).values(closed_at_utc=dutch(6, 11), cancelled_at_utc=dutch(6, 11)))

    assert names(adviser.get("/rondes")) == []


def test_rounds_of_others_are_in_no_list(app: Flask, three: None, client: PageClient) -> None:
    sign_in(app, client, support="Taalsteun Noord", address="ander@noord.example")
    assert names(client.get("/rondes?wie=")) == []
    sign_in(app, client, role="coordinator", address="hanna@x.example")
    assert len(names(client.get("/rondes"))) == 3


def test_the_workbook_holds_the_same_totals(app: Flask, three: None, adviser: PageClient) -> None:
    book = openpyxl.load_workbook(BytesIO(adviser.get("/rondes.xlsx").body))
    rows = [row[:6] for row in book.worksheets[0].iter_rows(values_only=True)]

    assert rows[0] == ("Netwerk", "Ronde", "Fase", "Respons in procenten", "Uitgenodigd", "Ingestuurd")
    assert rows[1:] == [
        ("Bravo", 1, "open", 0, 3, 0), ("Alfa", 1, "open", 33, 3, 1), ("Aaa", 1, "open", 0, 2, 0),
    ]  # fmt: skip


def test_numbers_move_by_the_hour(app: Flask, three: None, adviser: PageClient, at: Set) -> None:
    at(dutch(6, 12, 59))
    before = adviser.get("/rondes").text
    at(dutch(6, 13, 0))
    assert "Geteld tot 13.00 uur" in adviser.get("/rondes").words
    assert "12.00 uur" in before


@pytest.fixture
def statements_of(app: Flask) -> Iterator[list[str]]:
    """Count what is asked of the database."""
    asked: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        yield asked
        event.remove(db.engine, "before_cursor_execute", note)


def test_it_takes_at_most_ten_queries(three: None, adviser: PageClient, statements_of: list[str]) -> None:
    adviser.get("/rondes")

    assert 3 <= len(statements_of) <= 10
