"""What a released report is made of is kept as it was; what has to go from it makes another edition."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, delete, select, update

from reports.report import ReportInput
from survey import clock
from survey.database import writing
from survey.models import Contact, Network, ReportEdition, Round
from survey.queries import editions as queries
from survey.services import editions as services
from survey.services import erasing, retention
from survey.services.audit import COMMAND_LINE
from survey.work.editions import freeze_missing
from tests.agreeing import agree
from tests.editions import (
    TEXTS,
    decide_all,
    editions,
    files,
    id_of,
    let_read,
    newest,
    released_with_words,
    words_of,
)
from tests.endings import published_unreleased, set_round
from tests.factories import OpenRound, close_round, make_round, sign_in
from tests.networks import contact
from tests.pages import PageClient


@pytest.fixture
def written(app: Flask, connection: Connection) -> OpenRound:
    return released_with_words(app)


def hide(client: PageClient, opened: OpenRound, app: Flask, text: str = TEXTS[0]) -> None:
    """Hide a text after the release, as its adviser does."""
    sign_in(app, client)
    address = f"/rondes/{opened.id}/eigen-woorden"
    client.submit(client.get(address), {f"do-{id_of(app, opened, text)}": "hidden"}, form={"action": address})


def test_a_report_is_kept_when_it_is_released_and_not_before(app: Flask, connection: Connection) -> None:
    opened = published_unreleased(app, texts=TEXTS)
    decide_all(app, opened)
    assert editions(app, opened.id) == []

    let_read(app, opened)

    (kept,) = editions(app, opened.id)
    given = newest(app, opened.id)
    assert (kept.number, kept.withdrawn_because) == (1, None)
    assert given.hash == kept.document_hash
    assert given.network == "Taalnetwerk Waterdam"
    assert given.meeting_place == "13.30 uur, Bibliotheek Waterdam"
    assert [each.question for each in given.words] == ["op-keep"]
    assert words_of(app, opened.id) == set(TEXTS)


def test_released_twice_it_is_kept_once(app: Flask, written: OpenRound) -> None:
    let_read(app, written)
    with app.app_context(), writing() as session:
        services.freeze(session, round_id=written.id, at=clock.now())

    assert [each.number for each in editions(app, written.id)] == [1]


def test_a_round_that_needs_nobody_to_release_it_is_kept_as_well(app: Flask, opened: OpenRound) -> None:
    close_round(app, opened.id)

    assert [each.number for each in editions(app, opened.id)] == [1]
    assert newest(app, opened.id).profile is not None


def test_reading_makes_no_edition(app: Flask, client: PageClient, opened: OpenRound) -> None:
    close_round(app, opened.id)
    with app.app_context(), writing() as session:
        session.execute(delete(ReportEdition))

    page = client.get(opened.report)

    assert "Taalnetwerk Waterdam" in page.words
    assert editions(app, opened.id) == []


def test_a_report_stays_as_it_was_whatever_changes_in_the_network(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    close_round(app, opened.id)
    before = client.get(opened.report).words
    with app.app_context(), writing() as session:
        session.execute(update(Network).values(name="Anders"))
    set_round(app, opened.id, meeting_on=None, meeting_place=None)

    assert client.get(opened.report).words == before


def test_the_actions_of_the_network_are_in_it(app: Flask, connection: Connection) -> None:
    opened = published_unreleased(app)
    who = contact(app, "library 000")
    agree(app, opened.network_id, contact_id=who.id, due_on=clock.dutch_day(clock.now()))
    agree(app, opened.network_id, person="Hanna", slot=2)

    let_read(app, opened)

    told = [(each.what, each.person, each.status) for each in newest(app, opened.id).actions]
    assert told == [
        ("Nodig de taalaanbieder uit.", "library 000", "open"),
        ("Nodig de taalaanbieder uit.", "Hanna", "open"),
    ]


def test_what_is_released_before_there_were_editions_gets_one_from_the_worker(app: Flask, written: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.execute(delete(ReportEdition))

    with app.app_context():
        assert freeze_missing() == 1
        assert freeze_missing() == 0

    assert words_of(app, written.id) == set(TEXTS)


def test_what_is_not_released_or_published_gets_none(app: Flask, connection: Connection, opened: OpenRound) -> None:
    published_unreleased(app, name="Een ander netwerk")

    with app.app_context():
        assert freeze_missing() == 0


def test_one_that_cannot_be_made_does_not_keep_others_waiting(
    app: Flask, written: OpenRound, caplog: pytest.LogCaptureFixture
) -> None:
    other = released_with_words(app, name="Een ander netwerk")
    with app.app_context(), writing() as session:
        session.execute(delete(ReportEdition))
        session.execute(
            update(queries.PublishedResults)
            .where(queries.PublishedResults.round_id == other.id)
            .values(document='{"format": 9}')
        )

    with app.app_context():
        assert [freeze_missing(), freeze_missing()] == [1, 0]

    assert [len(editions(app, each.id)) for each in (written, other)] == [1, 0]
    assert caplog.text.count("cannot be kept") == 1


def test_a_text_that_is_hidden_afterwards_is_in_no_edition(app: Flask, client: PageClient, written: OpenRound) -> None:
    first = editions(app, written.id)[0]

    hide(client, written, app)

    older, newer = editions(app, written.id)
    assert (older.document, older.withdrawn_because) == (None, "hidden")
    assert (older.number, older.document_hash) == (1, first.document_hash)
    assert (newer.number, newer.withdrawn_because) == (2, None)
    assert newer.document_hash != older.document_hash
    assert words_of(app, written.id) == set(TEXTS[1:])
    page = PageClient(app).get(written.report)
    assert TEXTS[1] in page.words
    assert TEXTS[0] not in page.text


def test_nothing_but_that_text_changes(app: Flask, client: PageClient, written: OpenRound) -> None:
    before = newest(app, written.id)
    with app.app_context(), writing() as session:
        session.execute(update(Network).values(name="Anders"))
    agree(app, written.network_id)

    hide(client, written, app)

    assert newest(app, written.id).without_words() == before.without_words()


def test_a_text_that_is_released_afterwards_makes_an_edition(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = published_unreleased(app, texts=TEXTS)
    let_read(app, opened)
    assert words_of(app, opened.id) == set()
    sign_in(app, client)
    address = f"/rondes/{opened.id}/eigen-woorden"
    chosen = {f"do-{id_of(app, opened, text)}": "released" for text in TEXTS[:3]}

    client.submit(client.get(address), chosen, form={"action": address})

    assert [each.withdrawn_because for each in editions(app, opened.id)] == ["released", None]
    assert words_of(app, opened.id) == set(TEXTS[:3])


def test_a_decision_that_the_report_does_not_show_makes_none(
    app: Flask, client: PageClient, connection: Connection
) -> None:
    opened = published_unreleased(app, texts=TEXTS)
    let_read(app, opened)

    hide(client, opened, app)

    assert [each.number for each in editions(app, opened.id)] == [1]


def test_of_two_texts_that_are_left_none_is_shown(app: Flask, client: PageClient, written: OpenRound) -> None:
    for text in TEXTS[:2]:
        hide(client, written, app, text)

    assert words_of(app, written.id) == set()
    assert [each.withdrawn_because for each in editions(app, written.id)] == ["hidden", "hidden", None]


@pytest.fixture
def named(app: Flask, connection: Connection) -> OpenRound:
    """A released report with an action of a contact, and one with the name in its texts."""
    opened = published_unreleased(app)
    agree(app, opened.network_id, contact_id=contact(app, "library 000").id)
    agree(app, opened.network_id, slot=2, person="Hanna", helpers="Library 000 en Joris", note="Met library 000.")
    let_read(app, opened)
    return opened


def erase(app: Flask, name: str) -> None:
    with app.app_context(), writing() as session:
        who = session.scalars(select(Contact.id).where(Contact.name == name)).one()
        erasing.erase_contact(session, contact_id=who, by=COMMAND_LINE, at=clock.now())


def test_who_is_erased_is_in_no_edition(app: Flask, named: OpenRound) -> None:
    erase(app, "library 000")

    older, newer = editions(app, named.id)
    assert (older.document, older.withdrawn_because) == (None, "erased")
    assert "library 000" not in (newer.document or "").lower()
    told = {(each.person, each.helpers, each.note) for each in newest(app, named.id).actions}
    assert told == {(None, "", ""), ("Hanna", "– en Joris", "Met –.")}


def test_who_was_renamed_since_is_erased_as_well(app: Flask, named: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Contact).where(Contact.name == "library 000").values(name="Anders Genoemd"))

    erase(app, "Anders Genoemd")

    assert {each.person for each in newest(app, named.id).actions} == {None, "Hanna"}


def test_erasing_who_is_in_no_report_makes_no_edition(app: Flask, named: OpenRound) -> None:
    erase(app, "library 001")

    assert [each.number for each in editions(app, named.id)] == [1]


def night(app: Flask, later: timedelta = timedelta()) -> None:
    with app.app_context(), writing() as session:
        retention.forget(session, at=clock.now() + later)


@pytest.mark.parametrize(("days", "is_left"), [(729, True), (731, False)])
def test_own_words_go_from_reports_after_their_term(app: Flask, written: OpenRound, days: int, is_left: bool) -> None:
    moment = clock.now() - timedelta(days=days)
    set_round(app, written.id, opened_at_utc=moment, closed_at_utc=moment)

    night(app)

    assert words_of(app, written.id) == (set(TEXTS) if is_left else set())
    assert [each.withdrawn_because for each in editions(app, written.id)] == ([None] if is_left else ["term", None])


def test_names_go_from_reports_when_they_go_from_the_action(app: Flask, named: OpenRound) -> None:
    with app.app_context(), writing() as session:
        long_ago = clock.now() - clock.months(30)
        session.execute(update(services.actions.Action).values(agreed_at_utc=long_ago))

    night(app)

    assert {(each.person, each.helpers) for each in newest(app, named.id).actions} == {(None, "")}
    assert [each.withdrawn_because for each in editions(app, named.id)] == ["term", None]


def test_names_go_from_a_report_that_is_as_old_as_that(app: Flask, named: OpenRound) -> None:
    """Whatever became of the actions since: they may have been given to others."""
    moment = clock.now() - clock.months(30)
    set_round(app, named.id, opened_at_utc=moment, closed_at_utc=moment, released_at_utc=moment)

    night(app)
    night(app)

    assert {each.person for each in newest(app, named.id).actions} == {None}
    assert len(editions(app, named.id)) == 2


def test_a_report_whose_document_was_lost_all_the_same_is_drawn_as_it_is_now(
    app: Flask, client: PageClient, written: OpenRound
) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(ReportEdition).values(document=None, withdrawn_because="term"))

    assert "Taalnetwerk Waterdam" in client.get(written.report).words


def test_an_edition_of_another_format_is_an_error_of_ours(app: Flask, client: PageClient, written: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(ReportEdition).values(document='{"format": 9}'))

    assert "Er ging bij ons iets mis" in client.get(written.report, 503).words


def test_restored_it_is_the_same_to_the_byte(app: Flask, client: PageClient, written: OpenRound) -> None:
    pdf = client.get(f"{written.report}/rapport.pdf").body
    (kept,) = editions(app, written.id)
    row: dict[str, Any] = {
        name: getattr(kept, name) for name in ("id", "round_id", "number", "document", "document_hash", "made_at_utc")
    }
    for path in files(app):
        path.unlink()
    with app.app_context(), writing() as session:
        session.execute(delete(ReportEdition))
        session.add(ReportEdition(**row))

    assert ReportInput.from_json(row["document"]).to_json() == row["document"]
    assert client.get(f"{written.report}/rapport.pdf").body == pdf
    assert files(app)


def test_superseding_what_has_no_edition_does_nothing(app: Flask, connection: Connection) -> None:
    opened = make_round(app)
    with app.app_context(), writing() as session:
        assert not services.words_decided(session, round_id=opened.id, because="hidden", at=clock.now())
        assert session.get_one(Round, opened.id).released_at_utc is None
