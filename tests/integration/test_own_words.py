"""Own words: one adviser reads, changes, hides and releases them; a report shows them from three on."""

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from survey import clock
from survey.database import reading, writing
from survey.models import Base, Round
from survey.models.account import Role
from survey.services.own_words import released_words
from survey.services.releasing import release
from tests.endings import QUESTION, find_round, published_unreleased
from tests.factories import OpenRound, answer, make_round, sign_in, statements, words
from tests.pages import Page, PageClient

TABLE = Base.metadata.tables["own_words"]
EVENTS = Base.metadata.tables["audit_event"]
TEXTS = (
    "De koffie is goed, en we zien elkaar vaak.",
    "Vraag het library 003, of bel 06-12345678.",
    "Er is te weinig tijd voor overleg met de gemeente.",
    "Wij weten elkaar steeds beter te vinden.",
)
ENGLISH = "We should meet more often, and talk about what works."


@pytest.fixture
def written(app: Flask, client: PageClient, connection: Connection) -> OpenRound:
    opened = published_unreleased(app, texts=TEXTS)
    sign_in(app, client)
    return opened


def rows(connection: Connection) -> dict[str, Any]:
    """Return what is kept, by the words that were written, or that are left."""
    return {row.words: row for row in connection.execute(select(TABLE))}


def address(opened: OpenRound) -> str:
    return f"/rondes/{opened.id}/eigen-woorden"


def decide(client: PageClient, opened: OpenRound, status: int = 303, **states: str) -> Page:
    """Decide on texts by their first word; ``as_De="..."`` changes one."""
    page = client.get(address(opened))
    fields: dict[str, str] = {}
    for card in page.all("fieldset"):
        text = next(each for each in card.iter("p") if each.get("class") == "as-written")
        first = "".join(text.itertext()).split()[0]
        row_id = next(each.get("name", "") for each in card.iter("input")).removeprefix("do-")
        if first in states:
            fields[f"do-{row_id}"] = states[first]
        if f"as_{first}" in states:
            fields[f"as-{row_id}"] = states[f"as_{first}"]
    return client.submit(page, fields, status, form={"action": address(opened)})


def shown(app: Flask, opened: OpenRound) -> dict[str, list[str]]:
    with app.app_context(), reading() as session:
        return released_words(session, round_id=opened.id)


def let_read(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        release(session, closed=session.get_one(Round, opened.id), sender=None, at=clock.now())


def test_what_may_be_a_name_or_a_number_is_marked_and_left_out_of_the_proposal(
    client: PageClient, written: OpenRound
) -> None:
    page = client.get(address(written))

    assert [mark.text for mark in page.all("mark")] == ["library 003", "06-12345678"]
    proposals = [(area.text or "").strip() for area in page.all("textarea")]
    assert "Vraag het [naam], of bel [telefoonnummer]." in proposals
    assert set(TEXTS[2:]) <= set(proposals)


def test_three_released_texts_are_in_the_report_once_participants_can_read_it(
    app: Flask, client: PageClient, written: OpenRound, connection: Connection
) -> None:
    decide(client, written, De="released", Vraag="released", Er="released", Wij="hidden")
    assert shown(app, written) == {}
    assert "koffie" not in client.get(written.report).words  # not for staff either, as long as it can be taken back

    let_read(app, written)

    assert set(shown(app, written)[QUESTION]) == {TEXTS[0], "Vraag het [naam], of bel [telefoonnummer].", TEXTS[2]}
    said = PageClient(app).get(written.report).words
    assert TEXTS[0] in said
    assert "library 003" not in said
    kept = rows(connection)
    assert set(kept) == {TEXTS[0], "Vraag het [naam], of bel [telefoonnummer].", TEXTS[2]}
    assert {row.shown_words for row in kept.values()} == {None}


@pytest.mark.parametrize(("released", "is_shown"), [(("De", "Er"), False), (("De", "Er", "Wij"), True)])
def test_fewer_than_three_are_not_shown(
    app: Flask, client: PageClient, written: OpenRound, released: tuple[str, ...], is_shown: bool
) -> None:
    decide(client, written, 303, **dict.fromkeys(released, "released"))
    let_read(app, written)

    assert (TEXTS[0] in PageClient(app).get(written.report).words) is is_shown
    assert bool(shown(app, written)) is is_shown


def test_a_decision_can_be_taken_back_until_the_report_is_released(
    client: PageClient, written: OpenRound, connection: Connection
) -> None:
    decide(client, written, De="hidden", Er="released", as_Er="Er is te weinig tijd.")
    assert rows(connection)[TEXTS[2]].shown_words == "Er is te weinig tijd."

    decide(client, written, De="new", Er="new", as_Er=TEXTS[2])

    assert {(row.state, row.shown_words) for text, row in rows(connection).items() if text != TEXTS[1]} == {
        ("new", None)
    }
    actions = connection.scalars(select(EVENTS.c.action).where(EVENTS.c.action.like("words.%"))).all()
    assert set(actions) == {"words.read", "words.hidden", "words.released", "words.redacted", "words.taken_back"}


def test_afterwards_a_text_can_be_hidden_and_not_taken_back_or_changed(
    app: Flask, client: PageClient, written: OpenRound, connection: Connection
) -> None:
    decide(client, written, De="released", Er="released", Wij="released")
    let_read(app, written)

    decide(client, written, De="new", as_De="Iets anders.")
    assert rows(connection)[TEXTS[0]].state == "released"

    decide(client, written, De="hidden", Vraag="hidden")
    assert set(rows(connection)) == {TEXTS[2], TEXTS[3]}
    assert shown(app, written) == {}
    assert TEXTS[2] not in PageClient(app).get(written.report).words


def test_what_is_released_afterwards_is_read_at_once_and_leaves_no_original(
    app: Flask, client: PageClient, written: OpenRound, connection: Connection
) -> None:
    let_read(app, written)

    decide(client, written, De="released", Vraag="released", Er="released")

    assert "library 003" not in repr(rows(connection))
    assert "Vraag het [naam]" in PageClient(app).get(written.report).words


def test_a_text_without_words_is_not_released_and_nothing_is_written(
    client: PageClient, written: OpenRound, connection: Connection
) -> None:
    page = decide(client, written, 422, De="released", as_De="  \r\n ", Er="hidden")

    assert "Er staat niets meer." in page.words
    assert page.title.startswith("Fout:")
    assert {row.state for row in rows(connection).values()} == {"new"}
    decide(client, written, De="released")
    page = decide(client, written, 422, De="released", as_De="")
    assert rows(connection)[TEXTS[0]].state == "released"


def test_a_language_of_few_is_written_in_dutch_first(app: Flask, client: PageClient, connection: Connection) -> None:
    opened = published_unreleased(app, texts=(*TEXTS, ENGLISH, ENGLISH))
    sign_in(app, client)
    assert [row.needs_rewriting for text, row in rows(connection).items() if text == ENGLISH] == [True]
    assert not any(row.needs_rewriting for text, row in rows(connection).items() if text != ENGLISH)

    page = decide(client, opened, 422, We="released")
    assert "Schrijf het eerst in het Nederlands" in page.words

    decide(client, opened, We="released", as_We="We moeten elkaar vaker zien.")
    states = connection.execute(select(TABLE.c.state, TABLE.c.shown_words).where(TABLE.c.words == ENGLISH)).all()
    assert {tuple(row) for row in states} == {("released", "We moeten elkaar vaker zien.")}


def test_lines_and_signs_are_kept_as_they_were_written(app: Flask, client: PageClient, connection: Connection) -> None:
    text = 'Eerst dit.\n\nDan <b>dat</b> & "zo".'
    opened = published_unreleased(app, texts=(text, *TEXTS[2:]))
    sign_in(app, client)

    decide(client, opened, Eerst="released", Er="released", Wij="released")

    assert rows(connection)[text].shown_words is None
    let_read(app, opened)
    page = PageClient(app).get(opened.report)
    assert '<b>dat</b> & "zo"' in page.words
    assert not page.all("b")


@pytest.mark.parametrize(
    ("role", "given"),
    [
        ("coordinator", {"address": "hanna@x.example"}),
        ("administrator", {"address": "beheer@x.example"}),
        ("adviser", {"address": "collega@x.example"}),
        ("adviser", {"address": "noord@x.example", "support": "Taalsteun Noord"}),
    ],
)
def test_only_the_adviser_of_the_network_reads_them(
    app: Flask, client: PageClient, written: OpenRound, role: Role, given: dict[str, str]
) -> None:
    form = client.get(address(written)).form(action=address(written))
    sign_in(app, client, role=role, **given)

    client.get(address(written), 404)
    assert client.http.post(address(written), data=form.fields, base_url="https://localhost").status_code in (400, 404)
    if given.get("support") is None:
        page = client.get(f"/netwerken/{written.network_id}/ronde")
        assert "igen woorden" not in page.words


def test_an_administrator_who_is_the_adviser_reads_them(app: Flask, client: PageClient, written: OpenRound) -> None:
    sign_in(app, client, role="administrator")

    assert TEXTS[0] in client.get(address(written)).words


def test_nobody_reads_them_before_the_round_is_closed(app: Flask, client: PageClient) -> None:
    opened = make_round(app, {"library": 12})
    for token in opened.tokens:
        answer(app, token, statements(3) | words(QUESTION, TEXTS[0], share=True))
    sign_in(app, client)

    client.get(address(opened), 404)


def test_with_nine_people_there_is_nothing_to_read(app: Flask, client: PageClient, connection: Connection) -> None:
    opened = published_unreleased(app, {"library": 9}, texts=TEXTS)
    sign_in(app, client)

    assert "Er zijn geen teksten om te lezen" in client.get(address(opened)).words
    assert "igen woorden" not in client.get(f"/netwerken/{opened.network_id}/ronde").words


def test_the_log_holds_numbers_and_no_texts(client: PageClient, written: OpenRound, connection: Connection) -> None:
    decide(client, written, De="released", Vraag="released", Er="hidden")

    found = connection.execute(select(EVENTS).where(EVENTS.c.action.like("words.%"))).all()
    told = {row.action: row.details for row in found}
    assert told == {
        "words.read": {},
        "words.released": {"texts": 2},
        "words.redacted": {"texts": 1},
        "words.hidden": {"texts": 1},
    }
    assert {row.object_id for row in found} == {written.id}
    assert not re.search("koffie|library|overleg", repr(found))


def test_the_release_page_tells_what_was_not_decided_on(client: PageClient, written: OpenRound) -> None:
    page = f"/rondes/{written.id}/vrijgeven"
    assert "4 teksten in eigen woorden heb je nog niet bekeken" in client.get(page).words

    decide(client, written, De="released", Vraag="hidden", Er="released")

    assert "1 tekst in eigen woorden heb je nog niet bekeken" in client.get(page).words


def test_texts_of_another_round_are_not_decided_on(
    app: Flask, client: PageClient, written: OpenRound, connection: Connection
) -> None:
    """A form can name any text; only those of its own round and question are looked at."""
    other = published_unreleased(app, texts=("Ander een.", "Ander twee.", "Ander drie."), name="Een ander netwerk")
    sign_in(app, client)
    ids = connection.scalars(select(TABLE.c.id).where(TABLE.c.round_id == other.id)).all()
    page = client.get(address(written))

    client.submit(page, {f"do-{each}": "released" for each in ids}, form={"action": address(written)})

    assert set(connection.scalars(select(TABLE.c.state).where(TABLE.c.round_id == other.id))) == {"new"}
    assert find_round(app, other.id).released_at_utc is None


def test_the_order_stays_while_working_and_is_another_one_in_the_table(
    client: PageClient, written: OpenRound, connection: Connection
) -> None:
    def order() -> list[str]:
        return ["".join(p.itertext()) for p in client.get(address(written)).all("p", **{"class": "as-written"})]

    before = order()
    decide(client, written, De="released", Er="hidden", Wij="released")

    assert order() == before
    assert set(before) == set(TEXTS)
