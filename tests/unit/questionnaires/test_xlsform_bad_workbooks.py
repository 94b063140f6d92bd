"""Workbooks that are broken, hostile or odd: a sentence that says what is wrong, and never a trace."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from openpyxl import Workbook, load_workbook

from questionnaires.xlsform.reading import NotAForm
from tests.forms import loaded, read_back, write_form

SURVEY: Final = [("type", "name", "label"), ("text", "q", "Q?")]

Change = Callable[[str, bytes], bytes]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write_form(tmp_path / "form.xlsx", survey=SURVEY)


def _refusal(path: Path) -> str:
    with pytest.raises(NotAForm) as refused:
        read_back(path)
    return str(refused.value)


def _changed(path: Path, change: Change) -> Path:
    """Write the workbook again with every part of it changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(name, content))
    return path


def _in_sheet(old: bytes, new: bytes) -> Change:
    def change(name: str, content: bytes) -> bytes:
        assert "sheet1" not in name or old in content
        return content.replace(old, new) if "worksheets/sheet1.xml" in name else content

    return change


def test_the_good_one_is_read(good: Path) -> None:
    assert read_back(good).definition["blocks"][0]["questions"][0]["id"] == "q"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("form.xlsx", b"", "is no workbook: open it in a spreadsheet program"),
        ("form.xlsx", b"type,name,label\ntext,q,Q?\n", "is no workbook"),
        ("form.xlsx", b"PK\x03\x04" + b"\0" * 200, "is no workbook"),
        ("form.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "save the form as .xlsx"),
        ("form.csv", b"survey,type,name\n", "is no such workbook by its name: save the form as .xlsx"),
        ("form", b"", "is no such workbook by its name"),
        ("form.xlsx", b"x" * 20_000_001, "is larger than any form: 20 MB"),
    ],
)
def test_what_is_no_workbook_is_refused(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert says in _refusal(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "gone.xlsx") == f'There is no file "{tmp_path / "gone.xlsx"}".'
    assert "There is no file" in _refusal(tmp_path)


def test_half_a_workbook_is_refused(good: Path) -> None:
    good.write_bytes(good.read_bytes()[:-300])

    assert "is no workbook" in _refusal(good)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear all")

    assert '"letter.xlsx" cannot be read as a form' in _refusal(path)


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 30_000_000)

    assert path.stat().st_size < 100_000
    assert "becomes 30 MB when it is opened" in _refusal(path)


def test_a_bomb_of_entities_is_refused(good: Path) -> None:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    start = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">' + entities + b"]>"

    def change(name: str, content: bytes) -> bytes:
        return start + content.split(b"?>", 1)[-1] if name.endswith(("sheet1.xml", "workbook.xml")) else content

    assert "is damaged" in _refusal(_changed(good, change))


@pytest.mark.parametrize(
    "change",
    [
        _in_sheet(b"<row", b"<ro"),
        _in_sheet(b"<sheetData>", b"<sheetData>\xff\xfe"),
        lambda name, content: content if name == "[Content_Types].xml" else b"",
        lambda name, content: content.decode("utf-8").encode("utf-16") if "sheet1" in name else content,
    ],
    ids=["open tags", "wrong encoding", "empty parts", "utf-16 that says utf-8"],
)
def test_damaged_parts_are_refused_or_read(change: Change, good: Path) -> None:
    _changed(good, change)

    with suppress(NotAForm):
        read_back(good)


@pytest.mark.parametrize(
    ("sheets", "says"),
    [
        ({"people": [("a",)], "places": [("b",)]}, 'has no sheet "survey"'),
        ({"people": [("name", "age"), ("Ada", 36)]}, 'has no column "type"'),
        ({"survey": [("name", "label"), ("q", "Q?")]}, 'has no column "type"'),
        ({"survey": [("type", "name", "label")]}, 'has no column "type"'),
        ({"survey": []}, 'has no column "type"'),
        ({"survey": [("type", "name", "name"), ("text", "q", "r")]}, "Duplicate column header: name"),
    ],
)
def test_a_workbook_that_is_no_form_is_refused(sheets: dict[str, list[tuple[str]]], says: str, tmp_path: Path) -> None:
    assert says in _refusal(write_form(tmp_path / "form.xlsx", **sheets))


@pytest.mark.parametrize("rows", [5_001, pytest.param(50_000, marks=pytest.mark.audit)])
def test_far_too_many_rows_are_refused(rows: int, tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    sheet.append(SURVEY[0])
    for number in range(rows):
        sheet.append(("text", f"q{number}", "Q?"))
    path = tmp_path / "long.xlsx"
    book.save(path)

    assert _refusal(path) == 'The sheet "survey" of "long.xlsx" has more than 5000 rows: no form is that long.'


def test_formulas_are_said_cell_by_cell(tmp_path: Path) -> None:
    rows = [*SURVEY, ("text", "r", '=UPPER("r?")'), ("text", "s", "S?")]

    made = read_back(write_form(tmp_path / "form.xlsx", survey=rows))

    says = "Row 3: C3 is a formula: what it gave when the file was saved is read, if anything."
    assert says in made.sentences
    assert "Row 3: it has no label: its name stands in for it." in made.sentences


def test_merged_cells_are_said(good: Path) -> None:
    book = load_workbook(good)
    book["survey"].append(("text", None, "R?"))
    book["survey"].merge_cells("A2:A3")
    book.save(good)

    made = read_back(good)

    assert "Row 2: The cells A2:A3 are merged: only the first of them has anything in it." in made.sentences
    assert "Row 3: it has no type, so it is left out." in made.sentences


def test_rows_far_below_the_others_are_said(good: Path) -> None:
    book = load_workbook(good)
    book["survey"].cell(row=400, column=1, value="text")
    book.save(good)

    made = read_back(good)

    assert "Row 400: This is so far below the other rows that it is not read: move it up." in made.sentences


def test_what_stands_below_no_heading_is_said(tmp_path: Path) -> None:
    made = read_back(write_form(tmp_path / "form.xlsx", survey=[SURVEY[0], (*SURVEY[1], "a remark")]))

    assert "Row 2: D2 is not read: its column has no heading, or is far from the others." in made.sentences


def test_columns_far_to_the_right_are_said(good: Path) -> None:
    book = load_workbook(good)
    book["survey"].cell(row=1, column=60, value="relevant")
    book["survey"].cell(row=2, column=60, value="${x} = 1")
    book.save(good)

    made = read_back(good)

    assert "Row 2: BH2 is not read: its column has no heading, or is far from the others." in made.sentences


def test_cells_of_every_kind_are_read_as_text(tmp_path: Path) -> None:
    rows = [SURVEY[0], ("text", 1, 2), ("text", True, 2.5), ("text", 3.0, "=")]

    found = loaded(read_back(write_form(tmp_path / "form.xlsx", survey=rows)), tmp_path)

    assert [part.text["nl"] for part in found.pages[0].parts] == ["2", "2.5", "="]


def test_pyxform_is_only_loaded_by_who_reads_a_workbook() -> None:
    program = (
        "import sys, questionnaires.xlsform.importing, questionnaires.xlsform.reading, survey.cli.exchange;"
        "print({'pyxform', 'openpyxl', 'xlsxwriter'} & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "set()"
