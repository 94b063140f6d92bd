"""Attack 16 and 20: what was taken back is in no edition, file, memory or page any more."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from reports.forms.kinds import FORMS
from survey import clock
from survey.database import writing
from survey.extensions import db
from survey.services import erasing, form_files, reporting
from survey.services.audit import COMMAND_LINE
from survey.services.forgetting import forget_everywhere
from tests.agreeing import agree
from tests.attacks.test_rejoining import on_disk
from tests.commands import run_in
from tests.crowd import at_once
from tests.editions import TEXTS, editions, files, id_of, let_read, released_with_words
from tests.endings import published_unreleased
from tests.factories import NETWORK, OpenRound, sign_in
from tests.networks import contact
from tests.pages import HOST, PageClient

LANGUAGES = ("nl", "en")
NAME = "library 000"


def pack_nothing(app: Flask) -> None:
    """Let PostgreSQL keep documents as they are, so that a text in one is seen in its files."""
    with app.app_context(), db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("ALTER TABLE report_edition ALTER COLUMN document SET STORAGE EXTERNAL")


def table_of_documents() -> str:
    """Return the table in which long documents lie: with PostgreSQL not their own."""
    with db.engine.connect() as connection:
        if connection.dialect.name != "postgresql":
            return "report_edition"
        beside = "SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 'report_edition'"
        return str(connection.exec_driver_sql(beside).scalar_one())


def read_all(app: Flask, opened: OpenRound) -> list[bytes]:
    """Open every form in every language, as participants and as staff do; return what was sent."""
    client, staff = PageClient(app), PageClient(app)
    sign_in(app, staff)
    ways = [(client, opened.report), (staff, f"/rondes/{opened.id}/rapport")]
    addresses = [
        (who, f"{at}{form}?taal={language}")
        for who, at in ways
        for form in ("", *(f"/{form.file}" for form in FORMS.values()))
        for language in LANGUAGES
    ]
    sent = [who.http.get(address, base_url=HOST) for who, address in addresses]
    assert {each.status_code for each in sent} == {200}
    return [each.data for each in sent]


def hide(app: Flask, opened: OpenRound, text: str) -> None:
    client = PageClient(app)
    sign_in(app, client)
    address = f"/rondes/{opened.id}/eigen-woorden"
    client.submit(client.get(address), {f"do-{id_of(app, opened, text)}": "hidden"}, form={"action": address})


def test_20_a_hidden_text_leaves_no_trace(committed_app: Flask) -> None:
    pack_nothing(committed_app)
    opened = released_with_words(committed_app)
    gone, first = TEXTS[0], editions(committed_app, opened.id)[0].document_hash
    assert [page for page in read_all(committed_app, opened) if gone.encode() in page]
    before = files(committed_app)
    assert before
    with committed_app.app_context():
        read = on_disk(committed_app, table_of_documents())
        assert gone.encode() in read()

        hide(committed_app, opened, gone)

        assert gone.encode() not in read()
    assert files(committed_app) == []
    assert reporting._remembered.cache_info().currsize == 0
    assert not [page for page in read_all(committed_app, opened) if gone.encode() in page]
    assert not [path for path in files(committed_app) if path.name.startswith(first)]
    assert not [line for line in run_in(committed_app, "results", "show", NETWORK) if gone in line]


def erase(app: Flask, opened: OpenRound) -> None:
    who = contact(app, NAME).id
    with app.app_context():
        with writing() as session:
            erasing.erase_contact(session, contact_id=who, by=COMMAND_LINE, at=clock.now())
        forget_everywhere()


def test_20_who_is_erased_leaves_no_trace(committed_app: Flask) -> None:
    pack_nothing(committed_app)
    opened = published_unreleased(committed_app)
    agree(committed_app, opened.network_id, contact_id=contact(committed_app, NAME).id)
    let_read(committed_app, opened)
    with committed_app.app_context():
        read = on_disk(committed_app, table_of_documents())
        assert _named(read())

        erase(committed_app, opened)

        assert not _named(read())


def _named(content: bytes) -> bool:
    return f'"person":"{NAME}"'.encode() in content


def test_20_without_forgetting_the_file_would_still_be_there(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = released_with_words(committed_app)
    read_all(committed_app, opened)
    monkeypatch.setattr("survey.advise.rounds.own_words.forget_everywhere", lambda: None)

    hide(committed_app, opened, TEXTS[0])

    assert files(committed_app)


@pytest.mark.parametrize("when", ["while it is drawn", "while it is written"])
def test_20_a_reader_who_was_first_leaves_no_file_behind(
    committed_app: Flask, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """Somebody opens a form, the text is hidden, and only then the file is written."""
    opened = released_with_words(committed_app)
    written: Callable[[Path, bytes], None] = form_files._write

    def late(path: Path, content: bytes) -> None:
        if when == "while it is written":
            written(path, content)
        monkeypatch.setattr(form_files, "_write", written)
        at_once([lambda: hide(committed_app, opened, TEXTS[0])])
        if not path.exists():
            written(path, content)

    monkeypatch.setattr(form_files, "_write", late)

    PageClient(committed_app).get(f"{opened.report}/rapport.pdf")

    assert files(committed_app) == []
