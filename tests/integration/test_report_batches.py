"""All reports of an adviser's networks in one file: asked for, made, downloaded, and taken back."""

import errno
import logging
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, func, select, update

from survey import clock
from survey.database import reading, writing
from survey.models import Account, AuditEvent, Network, ReportBatch, ReportBatchItem, ReportEdition
from survey.services import batch_files, batches, drawing, retention
from survey.services.batch_files import Entry
from survey.services.forgetting import forget_everywhere
from survey.work import batches as work
from tests.batches import PAGE, ask, batch_of, contents, find_batch, make, released, set_batch, zip_address, zips
from tests.editions import newest
from tests.endings import published_unreleased
from tests.factories import OpenRound, sign_in
from tests.pages import PageClient
from tests.pdf_reading import text_of

NAMES = ("Taalnetwerk Één", "Taalnetwerk Twee")


@pytest.fixture
def two(app: Flask, client: PageClient, connection: Connection) -> list[OpenRound]:
    made = released(app, *NAMES)
    sign_in(app, client)
    return made


def test_a_folder_for_each_network_with_the_forms_that_were_asked_for(
    app: Flask, client: PageClient, two: list[OpenRound]
) -> None:
    ask(client, "pdf", "json")
    busy = client.get(PAGE)
    assert "0 van 2 netwerken zijn klaar" in busy.words
    make(app)

    packed = contents(client, app)

    day = newest(app, two[0].id).results.closed_on
    folders = ("taalnetwerk-een", "taalnetwerk-twee")
    assert list(packed) == [
        f"{each}/{each}-{day}-{file}" for each in folders for file in ("rapport-begeleiders-nl.pdf", "cijfers.json")
    ]
    alone = client.get(f"/rondes/{two[0].id}/rapport/rapport.pdf").body
    assert packed[f"taalnetwerk-een/taalnetwerk-een-{day}-rapport-begeleiders-nl.pdf"] == alone
    assert "De rapporten zijn klaar" in client.get(PAGE).words
    (path,) = zips(app)
    assert oct(path.stat().st_mode)[-3:] == "600"


def test_as_participants_read_them(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    """To pass on: without how to lead the conversation."""
    ask(client, "pdf", audience="participant")
    make(app)

    packed = contents(client, app)

    assert all(name.endswith("-rapport-deelnemers-nl.pdf") for name in packed)
    assert all("Zo leid je het gesprek" not in text_of(made) for made in packed.values())
    assert "zoals deelnemers ze lezen" in client.get(PAGE).words
    ask(client, "pdf", audience="everybody", status=422)


def test_only_released_reports_of_the_own_networks(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    published_unreleased(app, name="Taalnetwerk Nog Niet")
    (other,) = released(app, "Taalnetwerk Van Een Ander")
    with app.app_context(), writing() as session:
        mine = session.scalars(select(Account)).first()
        assert mine is not None
        colleague = Account(name="C", address="c@x.example", role="adviser", **_support(mine))
        session.add(colleague)
        session.flush()
        session.execute(update(Network).where(Network.id == other.network_id).values(adviser_id=colleague.id))
    ask(client, "csv")
    make(app)
    assert [name.partition("/")[0] for name in contents(client, app)] == ["taalnetwerk-een", "taalnetwerk-twee"]


def _support(account: Account) -> dict[str, Any]:
    return {
        "support_organisation_id": account.support_organisation_id,
        "language": "nl",
        "active": True,
        "fs_uniquifier": "9" * 32,
    }


def test_networks_of_one_name_have_folders_of_their_own(app: Flask, client: PageClient, connection: Connection) -> None:
    released(app, "Taal/Net", "Taal Net")
    sign_in(app, client)
    ask(client, "csv")
    make(app)
    assert sorted(name.partition("/")[0] for name in contents(client, app)) == ["taal-net", "taal-net_2"]


def test_nothing_ticked_and_nothing_released_are_told(app: Flask, client: PageClient, connection: Connection) -> None:
    sign_in(app, client)
    assert "Geen van je netwerken heeft een vrijgegeven rapport" in client.get(PAGE).words
    (opened,) = released(app, NAMES[0])
    assert "Kies er minstens een" in ask(client, status=422).words
    fields = client.get(PAGE).form(id="ask").fields
    with app.app_context(), writing() as session:
        session.execute(update(Network).where(Network.id == opened.network_id).values(archived_at_utc=clock.now()))
    page = client.post(PAGE, {**fields, "forms": ["pdf"]}, 422)
    assert "Geen van je netwerken heeft een vrijgegeven rapport" in page.words
    client.post(PAGE, {**fields, "forms": ["toverlantaarn"], "language": "xx"}, 422)
    assert find_batch(app) is None


def test_one_at_a_time_and_the_newest_replaces_the_file(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    fields = client.get(PAGE).form(id="ask").fields
    ask(client, "csv")
    first = batch_of(app).id
    page = client.post(PAGE, {**fields, "forms": ["csv"]}, 422)
    assert "Je hebt al rapporten aangevraagd" in page.words
    make(app)
    ask(client, "json")
    second = batch_of(app).id
    assert second != first
    assert zips(app) == []
    client.get(f"{PAGE}/{first}/rapporten.zip", 404)


def test_it_can_be_stopped_and_the_worker_goes_no_further(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    batch_id = str(batch_of(app).id)
    client.submit(client.get(PAGE), {}, form={"id": "drop"})
    assert find_batch(app) is None
    with app.app_context():
        work.make_batch(batch_id)
    assert zips(app) == []


def test_thrown_away_twice_it_says_that_it_is_gone(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    page = client.get(PAGE)
    client.submit(page, {}, form={"id": "drop"})
    again = client.submit(page, {}, 404, form={"id": "drop"})
    assert "Dit bestand is al weg" in again.words
    assert PAGE in again.links()


def test_progress_is_kept_for_each_report_and_gone_on_with(
    app: Flask, client: PageClient, two: list[OpenRound], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client, "csv")
    drawn: list[str] = []
    whole = drawing.draw_anew

    def draw_and_die(found: Any, form: Any, **options: Any) -> bytes:
        drawn.append(found.given.network)
        if len(drawn) == 2:
            raise KeyboardInterrupt
        return whole(found, form, **options)

    monkeypatch.setattr(drawing, "draw_anew", draw_and_die)
    with pytest.raises(KeyboardInterrupt):
        make(app)
    assert "1 van 2 netwerken zijn klaar" in client.get(PAGE).words
    make(app)
    assert sorted(drawn[2:]) == [drawn[1]]
    assert len(contents(client, app)) == 2


def test_the_page_looks_by_itself_until_it_is_ready_or_stands_still(
    app: Flask, client: PageClient, two: list[OpenRound]
) -> None:
    ask(client, "csv")
    assert client.get(PAGE).headers["Refresh"] == "5"
    assert "Refresh" not in client.get(f"{PAGE}?stil=1").headers
    make(app)
    assert "Refresh" not in client.get(PAGE).headers


def test_a_form_that_cannot_be_made_is_told_of_and_the_rest_is_there(
    app: Flask,
    client: PageClient,
    two: list[OpenRound],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole = batches.draw

    def draw(found: Any, form: Any, **options: Any) -> bytes:
        if found.given.network == NAMES[0] and form.name == "pdf":
            raise drawing.FormNotMade(form)
        return whole(found, form, **options)

    monkeypatch.setattr(batches, "draw", draw)
    ask(client, "pdf", "csv")
    make(app)

    packed = contents(client, app)

    text = packed.pop("niet-gelukt.txt").decode("utf-8-sig")
    assert f"{NAMES[0]}: rapport.pdf" in text
    assert NAMES[1] not in text
    assert len(packed) == 3
    assert NAMES[0] not in caplog.text


def test_a_full_disk_is_told_and_nothing_is_left(
    app: Flask,
    client: PageClient,
    two: list[OpenRound],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/data/taalnetwerk.zip")

    ask(client, "csv")
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with caplog.at_level(logging.ERROR):
        make(app)
    assert batch_of(app).cause == "full_disk"
    assert zips(app) == []
    assert "De schijf van de server is vol" in client.get(PAGE).words
    assert "taalnetwerk" not in caplog.text.lower()
    client.get(zip_address(app), 303)


def test_a_file_that_breaks_off_leaves_nothing(app: Flask) -> None:
    def entries() -> Iterator[Entry]:
        yield Entry("een.csv", clock.now(), b"1")
        raise RuntimeError

    with app.app_context(), pytest.raises(RuntimeError):
        batch_files.write(uuid4(), entries())
    assert zips(app) == []


def test_a_file_that_is_gone_is_not_offered(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    make(app)
    zips(app)[0].unlink()
    client.get(zip_address(app), 303)
    assert "Dit bestand is er niet meer" in client.get(PAGE).words


def test_a_network_that_was_handed_over_closes_the_file(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    make(app)
    with app.app_context(), writing() as session:
        mine = session.scalars(select(Account)).first()
        assert mine is not None
        other = Account(name="C", address="c@x.example", role="adviser", **_support(mine))
        session.add(other)
        session.flush()
        session.execute(update(Network).where(Network.id == two[0].network_id).values(adviser_id=other.id))
    client.get(zip_address(app), 303)
    assert "heeft nu een andere adviseur" in client.get(PAGE).words


def test_a_report_that_was_taken_back_takes_the_file_along(
    app: Flask, client: PageClient, two: list[OpenRound]
) -> None:
    ask(client, "csv")
    make(app)
    assert len(zips(app)) == 1
    _take_back(app, two[0])
    with app.app_context():
        forget_everywhere()
    assert zips(app) == []
    assert batch_of(app).cause == "withdrawn"
    assert "veranderd of teruggenomen" in client.get(PAGE).words
    client.get(zip_address(app), 303)


def test_a_report_that_is_taken_back_while_the_file_is_made_is_in_none(
    app: Flask, client: PageClient, two: list[OpenRound], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client, "csv")
    write = batches.batch_files.write

    def write_and_take_back(*arguments: Any) -> None:
        write(*arguments)
        _take_back(app, two[1])

    monkeypatch.setattr(batches.batch_files, "write", write_and_take_back)
    make(app)
    assert batch_of(app).cause == "withdrawn"
    assert zips(app) == []


def _take_back(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        session.execute(
            update(ReportEdition)
            .where(ReportEdition.round_id == opened.id)
            .values(document=None, withdrawn_because="erased")
        )


def test_after_a_day_it_is_gone(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    make(app)
    address = zip_address(app)
    set_batch(app, asked_at_utc=clock.now() - batches.KEPT - timedelta(seconds=1))
    client.get(address, 404)
    with app.app_context():
        work.list_orders()
    assert find_batch(app) is None
    assert zips(app) == []
    assert _count(app, ReportBatchItem) == 0


def test_the_nightly_round_deletes_it_as_well(app: Flask, client: PageClient, two: list[OpenRound]) -> None:
    ask(client, "csv")
    with app.app_context(), writing() as session:
        assert retention.due(session, at=clock.now() + timedelta(days=2)).elsewhere["report_batches"] == 1
        retention.forget(session, at=clock.now() + timedelta(days=2))
    assert _count(app, ReportBatch) == 0


def _count(app: Flask, table: type[Any]) -> int:
    with app.app_context(), reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_it_is_noted_without_names(
    app: Flask, client: PageClient, two: list[OpenRound], connection: Connection
) -> None:
    ask(client, "pdf", "csv")
    make(app)
    contents(client, app)
    rows = connection.execute(
        select(AuditEvent.__table__.c.action, AuditEvent.__table__.c.details).where(
            AuditEvent.action.in_(["report.batch_asked", "report.downloaded"])
        )
    ).all()
    told = {"networks": 2, "form": "pdf+csv"}
    assert sorted((row.action, row.details) for row in rows) == [
        ("report.batch_asked", told),
        ("report.downloaded", told),
    ]


def test_an_administrator_and_a_colleague_get_nothing_of_it(
    app: Flask, client: PageClient, two: list[OpenRound]
) -> None:
    ask(client, "csv")
    make(app)
    address = zip_address(app)
    sign_in(app, client, address="collega@taalsteun.example")
    client.get(address, 404)
    assert "Geen van je netwerken" in client.get(PAGE).words
    sign_in(app, client, role="administrator", address="beheer@taalsteun.example")
    client.get(PAGE, 404)
    client.get(address, 404)
