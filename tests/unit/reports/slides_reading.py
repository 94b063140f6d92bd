"""Read a presentation back: everything that is in it, wherever it stands."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from reports.forms.slides import slides
from reports.report import Report

AT = datetime(2026, 6, 12, 9, 30, tzinfo=UTC)


@cache
def made(report: Report) -> bytes:
    """The slides of a report; made once for a run."""
    return slides(report, at=AT)


def deck(report: Report) -> Deck:
    return Presentation(BytesIO(made(report)))


def parts(package: bytes) -> dict[str, bytes]:
    """Every part at any depth, by its path."""
    found = dict[str, bytes]()
    with ZipFile(BytesIO(package)) as zipped:
        for name in zipped.namelist():
            found[name] = content = zipped.read(name)
            if content.startswith(b"PK"):
                found |= {f"{name}!{inner}": part for inner, part in parts(content).items()}
    return found


def everything(package: bytes) -> str:
    """All text of all parts."""
    texts = (content for content in parts(package).values() if not content.startswith(b"PK"))
    return "\n".join(text.decode() for text in texts)


def titles(opened: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in opened.slides]  # type: ignore[union-attr]


def words(slide: Any) -> str:
    """What stands on a slide: its shapes' texts and its tables' cells."""
    return "\n".join(_texts(slide.shapes))


def _texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        elif hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text


def alt(shape: Any) -> str | None:
    return shape._element.xpath("./*/p:cNvPr")[0].get("descr")


@dataclass(frozen=True)
class ReadChart:
    """A chart as it stands in its XML and in its workbook."""

    #: Series -> its numbers as written, those of places apart.
    series: dict[str, list[str]]
    places: list[str]
    sheet: list[list[Any]]
    alt: str


def charts(opened: Deck) -> list[ReadChart]:
    return [_chart(shape) for slide in opened.slides for shape in slide.shapes if shape.has_chart]


def _chart(shape: Any) -> ReadChart:
    space = shape.chart._chartSpace
    series = {
        found.xpath("./c:tx//c:v")[0].text: [each.text for each in found.xpath("./c:xVal//c:v | ./c:val//c:v")]
        for found in space.xpath(".//c:ser")
    }
    places = [each.text for each in space.xpath(".//c:yVal//c:v")]
    book = load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    return ReadChart(series, places, rows, alt(shape) or "")


def pages_in_office(packages: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Convert presentations as LibreOffice opens them; return the words of each page. One start for all of them."""
    for name, package in packages.items():
        (folder / f"{name}.pptx").write_bytes(package)
    command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [f"{name}.pptx" for name in packages]
    subprocess.run([*command, *files], cwd=folder, check=True, capture_output=True, timeout=120)
    return {name: _pages(folder / f"{name}.pdf") for name in packages}


def _pages(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(r"\s+", " ", page).strip() for page in text.split("\f")[:-1]]
