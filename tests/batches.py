"""Reports of many networks at once, as tests need them."""

import zipfile
from io import BytesIO
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from survey.database import reading, writing
from survey.models import ReportBatch
from survey.services import batch_files
from survey.work.batches import make_batch
from tests.editions import let_read
from tests.endings import published_unreleased
from tests.factories import OpenRound
from tests.pages import Page, PageClient

PAGE = "/rapporten"


def released(app: Flask, *names: str) -> list[OpenRound]:
    """Make networks of which everybody reads the report."""
    made = [published_unreleased(app, name=name) for name in names]
    for opened in made:
        let_read(app, opened)
    return made


def ask(
    client: PageClient, *forms: str, status: int = 303, language: str = "nl", audience: str = "adviser"
) -> Page:  # fmt: skip
    """Ask for all reports in these forms; nobody makes them yet."""
    page = client.get(PAGE)
    fields = {**page.form(id="ask").fields, "language": language, "audience": audience, "forms": list(forms)}
    return client.post(PAGE, fields, status)


def find_batch(app: Flask) -> ReportBatch | None:
    """Return the one batch there is."""
    with app.app_context(), reading() as session:
        return session.scalars(select(ReportBatch)).one_or_none()


def batch_of(app: Flask) -> ReportBatch:
    """Return the one batch, which has to be there."""
    found = find_batch(app)
    assert found is not None
    return found


def make(app: Flask) -> None:
    """Do what the worker does."""
    batch = batch_of(app)
    with app.app_context():
        make_batch(str(batch.id))


def zip_address(app: Flask) -> str:
    """Return where the file is downloaded."""
    return f"{PAGE}/{batch_of(app).id}/rapporten.zip"


def contents(client: PageClient, app: Flask) -> dict[str, bytes]:
    """Download the file and return what is in it."""
    with zipfile.ZipFile(BytesIO(client.get(zip_address(app)).body)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def zips(app: Flask) -> list[Path]:
    """Return every file of batches, begun or finished."""
    return sorted((app.extensions["netwerkspiegel"].data_dir / "batches").glob("*"))


def leave_file(app: Flask) -> None:
    """Let the one batch have its file, with nothing in it."""
    batch = batch_of(app)
    with app.app_context():
        batch_files.write(batch.id, ())


def set_batch(app: Flask, **values: object) -> None:
    """Change the one batch."""
    with app.app_context(), writing() as session:
        batch = session.scalars(select(ReportBatch)).one()
        for name, value in values.items():
            setattr(batch, name, value)
