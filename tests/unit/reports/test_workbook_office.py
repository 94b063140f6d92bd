"""The workbook in an office program: it opens, and every cell of a table shows what the report prints."""

import csv
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from reports.forms.workbook import workbook
from reports.forms.workbook.names import sheet_names
from reports.report import tables
from tests.unit.reports.every_block import every_block

#: Semicolons, quotes, UTF-8; as shown, and a file for each sheet.
_FILTER = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"


def converted(package: bytes, folder: Path) -> dict[str, list[list[str]]]:
    (folder / "book.xlsx").write_bytes(package)
    office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", office, "--headless", "--convert-to", _FILTER, "--outdir", str(folder), "book.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return {path.stem.removeprefix("book-"): _rows(path) for path in folder.glob("book-*.csv")}


def _rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))


def test_an_office_program_shows_what_the_report_prints(tmp_path: Path) -> None:
    report = every_block()
    shown = converted(workbook(report, at=datetime(2026, 11, 16, 12, tzinfo=UTC)), tmp_path)
    sections = [section for section in report.sections if section.id != "words"]
    names = sheet_names(["Lees dit eerst", *(section.title for section in sections)])
    assert set(shown) == set(names)
    sheets = dict(zip((section.id for section in sections), names[1:], strict=True))
    for section, table in tables(report):
        rows = [row[: len(table.columns)] for row in shown[sheets[section]]]
        for row in table.rows:
            assert [value.text for value in row] in rows
    percents = {cell for row in shown[sheets["statements"]] for cell in row}
    assert {"10%", "≤10%", "dit of lager"} <= percents
