"""The forms of a report: who gets which, drawn once for each edition, and what happens when one cannot be made."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select

from reports.forms import kinds
from reports.forms.kinds import FORMS, Form
from reports.forms.typesetting import CannotMakePdf, MissingFonts
from survey import handing_out
from survey.models import Base
from survey.models.account import Role
from survey.services import drawing, form_files
from tests.editions import TEXTS, decide_all, editions, files, released_with_words
from tests.endings import published_unreleased, set_round
from tests.factories import OpenRound, close_round, sign_in
from tests.pages import HOST, PageClient

EVENTS = Base.metadata.tables["audit_event"]
PDF = FORMS["pdf"]


@pytest.fixture
def written(app: Flask, connection: Connection) -> OpenRound:
    for path in files(app):
        path.unlink()
    return released_with_words(app)


def staff(opened: OpenRound) -> str:
    return f"/rondes/{opened.id}/rapport"


def of_form(form: Form, **changed: Any) -> Form:
    given = {name: getattr(form, name) for name in ("name", "file", "mimetype", "make", "has_words", "stable")}
    return Form(**given | changed)


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_every_form_is_sent_to_who_has_the_link(app: Flask, written: OpenRound, form: Form) -> None:
    sent = PageClient(app).http.get(f"{written.report}/{form.file}", base_url=HOST)

    assert sent.status_code == 200
    assert sent.mimetype == form.mimetype
    assert sent.headers["Cache-Control"] == "no-store"
    name = sent.headers["Content-Disposition"].partition("filename=")[2].strip('"')
    assert name.startswith("taalnetwerk-waterdam-20")
    assert name.endswith(form.suffix)
    assert "joris" not in name


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_own_words_are_in_no_form_that_may_not_have_them(app: Flask, written: OpenRound, form: Form) -> None:
    if not form.has_words:
        assert TEXTS[0].encode() not in PageClient(app).get(f"{written.report}/{form.file}").body


def test_the_page_offers_every_form(client: PageClient, written: OpenRound) -> None:
    for address in (written.report, staff(written)):
        page = client.get(address) if address == written.report else _as_staff(client, written)
        offered = {link.partition("?")[0] for link in page.links()}
        assert {f"{address}/{form.file}" for form in FORMS.values()} <= offered


def _as_staff(client: PageClient, opened: OpenRound) -> Any:
    sign_in(client.http.application, client)
    return client.get(staff(opened))


def test_every_form_has_words_for_what_it_is_good_for() -> None:
    assert set(handing_out._WORDS) == set(kinds.FormName.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["rapport.docx", "cijfers", "rapport.pdf.exe", "../rapport.pdf", "pdf"])
def test_a_form_that_is_none_does_not_exist(app: Flask, client: PageClient, written: OpenRound, path: str) -> None:
    PageClient(app).get(f"{written.report}/{path}", 404)
    sign_in(app, client)
    assert client.http.get(f"{staff(written)}/{path}", base_url=HOST).status_code == 404


@pytest.mark.parametrize("form", ["", *(f"/{form.file}" for form in FORMS.values())])
def test_nobody_gets_a_form_too_early(app: Flask, client: PageClient, connection: Connection, form: str) -> None:
    for path in files(app):
        path.unlink()
    opened = published_unreleased(app, texts=TEXTS)
    decide_all(app, opened)
    assert "Het rapport komt nog." in PageClient(app).get(f"{opened.report}{form}", 404).words

    sign_in(app, client)
    for address in (opened.report, staff(opened)):
        assert TEXTS[0].encode() not in client.get(f"{address}{form}").body
    assert files(app) == []  # a draft is kept nowhere


def test_before_publication_staff_get_nothing_either(app: Flask, client: PageClient, opened: OpenRound) -> None:
    sign_in(app, client)

    for form in ("", "/rapport.pdf"):
        client.get(f"{staff(opened)}{form}", 404)


@pytest.mark.parametrize(
    ("role", "given", "status"),
    [
        ("coordinator", {"address": "hanna@x.example"}, 200),
        ("adviser", {"address": "collega@x.example"}, 200),
        ("administrator", {}, 200),  # who is the adviser of this network as well
        ("administrator", {"address": "beheer@x.example"}, 404),
        ("adviser", {"address": "noord@x.example", "support": "Taalsteun Noord"}, 404),
        ("coordinator", {"address": "noord@x.example", "support": "Taalsteun Noord"}, 404),
    ],
)
def test_who_of_the_staff_reads_it(
    app: Flask, client: PageClient, written: OpenRound, role: Role, given: dict[str, str], status: int
) -> None:
    sign_in(app, client, role=role, **given)

    for form in ("", *(f"/{form.file}" for form in FORMS.values())):
        client.get(f"{staff(written)}{form}", status)


def test_staff_read_it_in_the_language_that_they_ask_for(client: PageClient, written: OpenRound, app: Flask) -> None:
    sign_in(app, client)

    assert client.get(staff(written)).one("html").get("lang") == "nl"
    assert client.get(f"{staff(written)}?taal=en").one("html").get("lang") == "en"
    assert client.get(f"{staff(written)}?taal=xx").one("html").get("lang") == "nl"


def test_that_staff_open_it_is_noted(
    app: Flask, client: PageClient, written: OpenRound, connection: Connection
) -> None:
    sign_in(app, client)
    for address in (f"{written.report}/rapport.pdf", staff(written), f"{staff(written)}/rapport.pdf"):
        client.get(address)
    PageClient(app).get(f"{written.report}/rapport.pdf")

    noted = select(EVENTS.c.details, EVENTS.c.network_id).where(EVENTS.c.action == "report.read")
    found = connection.execute(noted.order_by(EVENTS.c.at_utc)).all()
    assert [row.details["form"] for row in found] == ["pdf", "page", "pdf"]
    assert {row.network_id for row in found} == {written.network_id}


def test_a_form_is_drawn_once_for_an_edition(
    app: Flask, client: PageClient, written: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(f"{written.report}/rapport.pdf").body
    (path,) = files(app)
    assert path.read_bytes() == first
    assert oct(path.stat().st_mode)[-3:] == "600"
    assert path.name.startswith(editions(app, written.id)[0].document_hash)
    monkeypatch.setattr(drawing, "draw_anew", None)

    assert client.get(f"{written.report}/rapport.pdf").body == first


def test_language_and_audience_have_files_of_their_own(app: Flask, client: PageClient, written: OpenRound) -> None:
    sign_in(app, client)
    bodies = {
        client.get(f"{address}/rapport.pdf?taal={language}").body
        for address in (written.report, staff(written))
        for language in ("nl", "en")
    }

    assert len(files(app)) == 4
    assert {path.read_bytes() for path in files(app)} == bodies


def test_a_file_that_cannot_be_read_is_drawn_again(app: Flask, client: PageClient, written: OpenRound) -> None:
    first = client.get(f"{written.report}/rapport.pdf").body
    (path,) = files(app)
    path.unlink()
    path.mkdir()

    assert client.get(f"{written.report}/rapport.pdf").body == first
    path.rmdir()


@pytest.mark.parametrize("where", ["mkdir", "open", "replace"])
def test_a_full_disk_costs_time_and_no_report(
    app: Flask,
    client: PageClient,
    written: OpenRound,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    where: str,
) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/forms/taalnetwerk-waterdam")

    owner = os if where == "open" else Path
    with monkeypatch.context() as patched:
        patched.setattr(owner, where, full)
        sent = client.get(f"{written.report}/rapport.pdf")

    assert sent.body.startswith(b"%PDF")
    assert files(app) == []
    assert "could not be kept: No space left on device." in caplog.text
    assert "waterdam" not in caplog.text


TROUBLE = {
    "typst": CannotMakePdf("template"),
    "fonts": MissingFonts("There is no font in /fonts. Run 'npm ci' to put the fonts there."),
    "disk": OSError(errno.ENOSPC, "No space left on device", "/forms/waterdam"),
    "time": TimeoutError("It took too long."),
    "ours": ValueError("Taalnetwerk"),
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_form_that_cannot_be_made_is_told_and_the_others_are_offered(
    app: Flask,
    client: PageClient,
    written: OpenRound,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    trouble: str,
) -> None:
    def fails(_: Any) -> bytes:
        raise TROUBLE[trouble]

    failing = of_form(PDF, make=fails)

    for address in (written.report, staff(written)):
        if address != written.report:
            sign_in(app, client)
        caplog.clear()
        with monkeypatch.context() as patched:
            patched.setitem(FORMS, "pdf", failing)  # type: ignore[arg-type]  # a dict, for reading only
            page = client.get(f"{address}/rapport.pdf", 503)

        assert "Deze vorm van het rapport kan nu niet worden gemaakt: PDF." in page.words
        links = [link.partition("?")[0] for link in page.links()]
        assert address in links
        offered = [form.name for form in FORMS.values() if f"{address}/{form.file}" in links]
        failing_too = {"pdf", "sheets", "cards"} if trouble == "fonts" else {"pdf"}
        assert offered == [name for name in FORMS if name not in failing_too]
        assert ("Run 'npm ci' to put the fonts there." in caplog.text) is (trouble == "fonts")
        assert f"The form 'pdf' of a report could not be made. {type(TROUBLE[trouble]).__name__}" in caplog.text
        assert "aterdam" not in caplog.text
    assert files(app) == []
    client.get(f"{written.report}/rapport.pdf")


def test_every_form_is_offered_but_the_one_that_failed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_out, "FORMS", dict.fromkeys(handing_out._WORDS, PDF))

    with app.test_request_context():
        offered = handing_out.downloads(lambda name: f"/{name}", but=["slides"])

    assert [each.address for each in offered] == ["/pdf", "/sheets", "/cards", "/workbook", "/csv", "/json"]
    assert all(each.name and each.use for each in offered)


def test_who_waits_too_long_is_asked_to_come_back(
    client: PageClient, written: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    from survey import documents

    monkeypatch.setattr(documents, "_WAIT_SECONDS", 0.01)
    with documents.turn():
        client.get(f"{written.report}/rapport.pdf", 503)
    client.get(f"{written.report}/rapport.pdf")

    with documents.turn():  # what was drawn already waits for nothing
        client.get(f"{written.report}/rapport.pdf")


def test_the_night_deletes_what_no_edition_or_older_code_left(
    app: Flask, client: PageClient, written: OpenRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(f"{written.report}/rapport.pdf")
    (path,) = files(app)
    for name in (f"{'0' * 64}-pdf-nl-participant-{form_files.code_version()}.pdf", "1234.begun"):
        path.with_name(name).write_bytes(b"old")
    path.with_name(path.name.replace(form_files.code_version(), "0" * 16)).write_bytes(b"old")

    with app.app_context():
        form_files.forget_files()

    assert files(app) == [path]


def test_a_file_of_an_edition_that_was_withdrawn_meanwhile_is_not_kept(app: Flask, written: OpenRound) -> None:
    with app.app_context():
        form_files.keep(form_files.path_of("0" * 64, PDF, "nl", "participant"), b"late")

    assert files(app) == []


def test_an_early_draft_is_made_of_what_is_there_now(app: Flask, client: PageClient, connection: Connection) -> None:
    opened = published_unreleased(app)
    sign_in(app, client)
    assert "Bibliotheek Waterdam" in client.get(staff(opened)).words

    set_round(app, opened.id, meeting_place="Het raadhuis")

    assert "Het raadhuis" in client.get(staff(opened)).words


def test_a_name_that_no_file_can_have_is_written_in_plain_letters(
    app: Flask, client: PageClient, opened: OpenRound
) -> None:
    from sqlalchemy import update

    from survey.database import writing
    from survey.models import Network

    with app.app_context(), writing() as session:
        session.execute(update(Network).values(name='Frŷslân "<b>"\r\nX: 😀/' + "a" * 150))
    close_round(app, opened.id)

    sent = client.http.get(f"{opened.report}/rapport.pdf", base_url=HOST)

    name = sent.headers["Content-Disposition"].partition("filename=")[2].strip('"')
    assert name.startswith("fryslan-b-x-aaa")
    assert name.endswith("-rapport-deelnemers-nl.pdf")
    assert name.isascii()
    assert len(name) < 100


def test_no_two_files_that_differ_have_one_name(app: Flask, client: PageClient, written: OpenRound) -> None:
    sign_in(app, client)
    asked = [
        f"{address}/{form.file}?taal={language}"
        for address in (written.report, staff(written))
        for form in FORMS.values()
        for language in ("nl", "en")
    ]
    sent = [client.http.get(each, base_url=HOST) for each in asked]

    named = [(each.headers["Content-Disposition"].partition("filename=")[2].strip('"'), each.data) for each in sent]
    assert len({name for name, _ in named}) == len(FORMS) * 4 - 4  # figures as data are the same for all readers
    assert {name[len("taalnetwerk-waterdam-2026-01-01-") :] for name, _ in named} >= {
        "rapport-deelnemers-nl.pdf", "rapport-begeleiders-nl.pdf", "report-facilitators-en.pdf",
        "slides-participants-en.pptx", "cijfers-nl.csv", "figures-en.csv", "cijfers.json",
    }  # fmt: skip
