"""A report in the forms that people use, for networks of 8, 30 and 200 people; the PDFs of 350 networks; the ZIP of 70.

``python -m bench.report`` prints the figures; ``--batch`` and ``--packed`` take other numbers of networks, ``--record``
adds them to bench/RECORD.md. The cost is the processor time of this process and of those that it started and saw end,
among them the one that sets a PDF. Each form has a floor that is asked as often: for the page the same bytes sent from
memory, for a PDF an empty page set in the same way, for the slides their parts packed, for the workbook the same cells
written with nothing worked out.
"""

import argparse
import logging
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from os import getloadavg
from pathlib import Path
from statistics import median
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Flask, Response
from flask.testing import FlaskClient
from openpyxl import load_workbook

from bench import all_reports, invented_reports, telling
from bench.all_reports import Packed
from bench.machine import as_served, speed, state
from bench.telling import Target
from reports.forms.pdf import pdf
from reports.forms.slides import slides
from reports.forms.typesetting import FONTS, Compile, Job, Typesetter, apart
from reports.forms.workbook import workbook
from reports.report import Asked, Report, ReportInput, build
from survey import create_app, migrate
from survey.config import read_config
from survey.database import writing
from survey.extensions import db
from survey.services.reporting import forget_reports

REPEATS: Final = 5
BATCH: Final = 350
#: How many networks of the batch have figures of their own; the others differ in their names. More than a process sets,
#: so that it never meets the same figures twice.
DIFFERENT: Final = 70
#: How many networks the adviser has whose reports are packed into one file.
PACKED: Final = 70
PAGE_MS, PDF_S = 60, 0.5
_AT: Final = datetime(2026, 10, 23, 18, tzinfo=UTC)
_HOST: Final = "https://spiegel.example"
_EMPTY: Final = '#set document(title: "Leeg")\n#set text(lang: "nl")\n'

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took, and what its floor took: milliseconds of processor, and on the clock."""

    name: str
    cpu: float
    wall: float
    floor: float

    @property
    def line(self) -> str:
        """Say all of it on one line."""
        ratio = self.cpu / self.floor
        return f"  {self.name:<36} {self.cpu:9.1f} {self.wall:9.1f} {self.floor:9.2f} {ratio:8.1f}"


def main() -> int:
    """Measure, print, and add to the record when asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--record", action="store_true", help="add the figures to bench/RECORD.md")
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--packed", type=int, default=PACKED)
    arguments = parser.parse_args()
    load, fast = getloadavg()[0], speed()
    with tempfile.TemporaryDirectory(prefix="netwerkspiegel-bench-") as folder:
        pages = list(_pages(Path(folder)))
        documents = [cost for people in invented_reports.NETWORKS for cost in _documents(Path(folder), people)]
        batch = _batch(Path(folder), arguments.batch)
        packed = all_reports.measure(Path(folder) / "packed", arguments.packed, _cpu)
    text = "\n".join(
        [
            _told(state(load, fast), arguments.batch, [*pages, *documents], batch),
            *_packed_told(arguments.packed, packed),
        ]
    )
    print(text)
    if arguments.record:
        telling.record("report", text, "python -m bench.report --record")
    return 0


def _cpu() -> float:
    """Return the processor seconds of this process, and of those it started that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _cost(work: Work, *, first: Work | None = None) -> tuple[float, float]:
    """Return the medians of processor time and of time in milliseconds; ``first`` goes before each, unmeasured."""
    cpu, wall = list[float](), list[float]()
    for turn in range(REPEATS + 1):
        if first:
            first()
        begun, begin = _cpu(), time.perf_counter()
        work()
        if turn:  # the first one loads modules
            cpu.append(1000 * (_cpu() - begun))
            wall.append(1000 * (time.perf_counter() - begin))
    return median(cpu), median(wall)


def _compared(name: str, work: Work, floor: Work, *, first: Work | None = None) -> Cost:
    cpu, wall = _cost(work, first=first)
    return Cost(name, cpu, wall, _cost(floor)[0])


def _pages(folder: Path) -> Iterator[Cost]:
    """Measure the page of a released report, as a participant opens it."""
    app = create_app(read_config({"NETWERKSPIEGEL_DATA_DIR": str(folder)}))
    logging.getLogger("netwerkspiegel").setLevel(logging.WARNING)
    with app.app_context():
        migrate.upgrade(db.engine)
        tokens = _released(app)
        client = app.test_client()
        as_served()
        for people, token in tokens.items():
            address = f"/rapport/{token}"
            bare, get = _sender(_get(client, address)), partial(_get, client, address)
            floor = partial(_get, bare, "/")
            yield _compared(f"page, {people} people, first time", get, floor, first=forget_reports)
            yield _compared(f"page, {people} people, again", get, floor)
        db.engine.dispose()


def _released(app: Flask) -> dict[int, str]:
    """Release a report of each network, and return the tokens of their links."""
    key = app.extensions["netwerkspiegel"].instance_key
    with writing() as session:
        adviser = invented_reports.adviser(session)
        return {
            people: invented_reports.release(session, adviser, *invented_reports.given(people), key=key)
            for people in invented_reports.NETWORKS
        }


def _get(client: FlaskClient, address: str) -> bytes:
    answer = client.get(address, base_url=_HOST)
    if answer.status_code != 200:
        raise SystemExit(f"{address} gave {answer.status_code}.")
    return answer.data


def _sender(page: bytes) -> FlaskClient:
    """Return who asks an application that does nothing but send these bytes."""
    bare = Flask("bare")
    bare.add_url_rule("/", view_func=lambda: Response(page, mimetype="text/html"))
    return bare.test_client()


def _documents(folder: Path, people: int) -> Iterator[Cost]:
    """Measure PDF, slides and workbook of a report, each made of what an edition keeps."""
    given, asked = invented_reports.given(people)
    document = given.to_json()
    make = partial(_report, document, asked)
    yield _compared(f"PDF, {people} people", lambda: pdf(make()), partial(_empty, folder, apart))
    parts = _parts(slides(make(), at=_AT))
    yield _compared(f"slides, {people} people", lambda: slides(make(), at=_AT), partial(_packed, parts))
    cells = _cells(workbook(make(), at=_AT))
    yield _compared(f"workbook, {people} people", lambda: workbook(make(), at=_AT), partial(_written, cells))


def _report(document: str, asked: Asked) -> Report:
    return build(ReportInput.from_json(document), asked, language="nl")


def _empty(folder: Path, by: Compile) -> bytes:
    """Set an empty page."""
    template = folder / "empty.typ"
    template.write_text(_EMPTY, encoding="utf-8")
    return by(Job(str(template), str(folder), "{}", _AT.isoformat(), (str(FONTS),)))


def _parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _packed(parts: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(), "w", ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)


#: Of each sheet: row, column and value.
Cells = list[list[tuple[int, int, Any]]]


def _cells(book: bytes) -> Cells:
    sheets: Any = load_workbook(BytesIO(book)).worksheets
    return [
        [(cell.row - 1, cell.column - 1, cell.value) for row in sheet for cell in row if cell.value is not None]
        for sheet in sheets
    ]


def _written(cells: Cells) -> None:
    from xlsxwriter import Workbook

    book: Any = Workbook(BytesIO(), {"in_memory": True})
    for known in cells:
        sheet = book.add_worksheet()
        for row, column, value in known:
            sheet.write(row, column, value)
    book.close()


@dataclass(frozen=True, slots=True)
class Batch:
    """What a document of many cost, and its floor: seconds of processor, and on the clock."""

    cpu: float
    wall: float
    floor: float


def _batch(folder: Path, number: int) -> Batch:
    """Set the PDFs of many networks after each other, in a process that begins anew after each fifty."""
    every = [(given.to_json(), asked) for given, asked in invented_reports.many(number, min(number, DIFFERENT))]

    def all_of_them() -> None:
        with Typesetter() as by:
            for document, asked in every:
                pdf(_report(document, asked), by=by)

    def as_many_empty() -> None:
        with Typesetter() as by:
            for _ in every:
                _empty(folder, by)

    cpu, wall = _once(all_of_them)
    return Batch(cpu / number, wall / number, _once(as_many_empty)[0] / number)


def _once(work: Work) -> tuple[float, float]:
    begun, begin = _cpu(), time.perf_counter()
    work()
    return _cpu() - begun, time.perf_counter() - begin


def _told(machine: str, number: int, costs: list[Cost], batch: Batch) -> str:
    head = f"{'CPU':>9} {'time':>9} {'floor':>9} {'times':>8}"
    lines = [
        f"{REPEATS} times each; {machine}.",
        "",
        f"{'Milliseconds, and how often the floor':<38} {head}",
        *(cost.line for cost in costs),
        "",
        f"{number} PDFs after each other, {min(number, DIFFERENT)} with figures of their own;",
        f"each: {batch.cpu:.3f} s CPU, {batch.wall:.3f} s on the clock;",
        f"an empty page: {batch.floor:.4f} s CPU ({batch.cpu / batch.floor:.1f} times)",
    ]
    targets = [
        *(Target(f"{cost.name}", cost.cpu, PAGE_MS, "ms") for cost in costs if cost.name.startswith("page")),
        *(Target(f"{cost.name}", cost.cpu / 1000, PDF_S, "s") for cost in costs if cost.name.startswith("PDF")),
        Target(f"one of {number} PDFs", batch.cpu, PDF_S, "s"),
    ]
    return "\n".join([*lines, "", "Targets", *(target.line for target in targets)])


def _packed_told(number: int, made: list[Packed]) -> list[str]:
    """Tell what the file with all reports of an adviser cost, for each network in it."""
    target = Target(f"rapport.pdf of one of {number} in one file", made[0].cpu, PDF_S, "s")
    head = f"All reports of {number} networks in one file, as the worker makes it; each:"
    return ["", head, *(each.line for each in made), target.line]


if __name__ == "__main__":
    sys.exit(main())
