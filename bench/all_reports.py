"""The file with all reports of an adviser, made as the worker makes it: asked for, drawn, noted, and packed."""

import logging
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID
from zipfile import ZIP_STORED, ZipFile

from flask import Flask

from bench import invented_reports
from reports.forms.kinds import FORMS, FormName
from survey import clock, create_app, migrate
from survey.config import read_config
from survey.database import writing
from survey.extensions import db
from survey.models import Account
from survey.services import batch_files, batches, form_files
from survey.services.audit import Actor
from survey.work.batches import make_batch

#: What is asked for: the one form that has a target, and everything.
ASKED: Final[tuple[tuple[FormName, ...], ...]] = (("pdf",), tuple(FORMS))


@dataclass(frozen=True, slots=True)
class Packed:
    """What each network's reports in the file cost, and writing the same bytes to a file: seconds, and bytes."""

    forms: tuple[FormName, ...]
    cpu: float
    wall: float
    floor: float
    size: float

    @property
    def name(self) -> str:
        """Which forms these are."""
        return "every form" if len(self.forms) == len(FORMS) else ", ".join(FORMS[each].file for each in self.forms)

    @property
    def line(self) -> str:
        """Say all of it on one line."""
        return (
            f"  {self.name:<20} {self.cpu:.3f} s CPU, {self.wall:.3f} s on the clock, {self.size / 1000:,.0f} kB;"
            f" the same bytes in a file: {self.floor:.4f} s CPU ({self.cpu / self.floor:,.0f} times)"
        )


def measure(folder: Path, number: int, cpu: Callable[[], float]) -> list[Packed]:
    """Make the file for so many networks, each with figures of its own, once for every choice of forms."""
    app = create_app(read_config({"NETWERKSPIEGEL_DATA_DIR": str(folder)}))
    logging.getLogger("netwerkspiegel").setLevel(logging.WARNING)
    with app.app_context():
        migrate.upgrade(db.engine)
        adviser = _released(app, number)
        made = [_packed(adviser, forms, number, cpu) for forms in ASKED]
        db.engine.dispose()
    return made


def _released(app: Flask, number: int) -> Account:
    key = app.extensions["netwerkspiegel"].instance_key
    with writing() as session:
        adviser = invented_reports.adviser(session)
        for given, asked in invented_reports.many(number, number):
            invented_reports.release(session, adviser, given, asked, key=key)
        return adviser


def _packed(adviser: Account, forms: Sequence[FormName], number: int, cpu: Callable[[], float]) -> Packed:
    """Measure one file, nothing of it drawn before."""
    shutil.rmtree(form_files.folder(), ignore_errors=True)
    batch_id = _ask(adviser, forms)
    begun, begin = cpu(), time.perf_counter()
    make_batch(str(batch_id))
    spent, waited = cpu() - begun, time.perf_counter() - begin
    path = batch_files.path_of(batch_id)
    floor = _floor(path, cpu)
    return Packed(tuple(forms), spent / number, waited / number, floor / number, path.stat().st_size / number)


def _ask(adviser: Account, forms: Sequence[FormName]) -> UUID:
    by = Actor(adviser.id, adviser.support_organisation_id, "bench")
    with writing() as session:
        return batches.ask(session, audience="adviser", language="nl", forms=forms, by=by, at=clock.now()).id


def _floor(path: Path, cpu: Callable[[], float]) -> float:
    """Write the members of a file to another one as they are; and see that all of them are there."""
    with ZipFile(path) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    if any(name.endswith(".txt") for name in members):
        raise SystemExit("Some reports could not be made.")
    begun = cpu()
    with ZipFile(path.with_suffix(".floor"), "w", ZIP_STORED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return cpu() - begun
