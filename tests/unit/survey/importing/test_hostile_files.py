"""Files that are no list, or that are made to break who reads them: one sentence each, and soon."""

import time
import zipfile

import pytest
from openpyxl import Workbook

from survey.importing.limits import MAX_BYTES, MAX_ROWS
from survey.importing.reading import read_file
from tests.spreadsheets import HEADINGS, changed, packed, packed_with, refusal, saved, workbook

SHEET = "xl/worksheets/sheet1.xml"
GOOD = workbook(HEADINGS, ("Bieb", "bieb", "Noor", "noor@x.example"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def sheet_of(inside: str) -> bytes:
    """Return a workbook whose sheet has this inside its data."""
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inside}</worksheet>'
    return changed(GOOD, SHEET, sheet.encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "This file is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf\r\n ", "This file is empty", id="a mark and spaces"),
        pytest.param(b"%PDF-1.7\n1 0 obj", "This is a PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "This is a picture", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0JFIF", "This is a picture", id="jpeg"),
        pytest.param(b"<?xml version='1.0'?><Workbook/>", "This is an XML file", id="xml"),
        pytest.param(OLE, "This is an old Excel file (.xls)", id="xls"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "has a password", id="password"),
        pytest.param(packed([("content.xml", b"<a/>")]), "OpenDocument", id="ods"),
        pytest.param(packed([("word/document.xml", b"<a/>")]), "Word document", id="docx"),
        pytest.param(packed([("ppt/presentation.xml", b"<a/>")]), "presentation", id="pptx"),
        pytest.param(packed([("xl/workbook.bin", b"x")]), ".xlsb", id="xlsb"),
        pytest.param(packed([("photo.jpg", b"x")]), "packed file without a workbook", id="zip"),
        pytest.param(b"PK\x03\x04 and then nothing of the kind", "damaged", id="no zip"),
        pytest.param(GOOD[: len(GOOD) // 2], "damaged", id="half a workbook"),
        pytest.param(b"a;b\x00c\n", "no text file that we can read", id="nul in text"),
        pytest.param(bytes(range(256)) * 4, "no text file that we can read", id="bytes"),
        pytest.param(b"x" * (MAX_BYTES + 1), "larger than 10 MB", id="too many bytes"),
        pytest.param(b"<html><table><tr><td>Organisatie</td></tr></table>", "no headings that we know", id="html"),
    ],
)
def test_what_is_no_list_is_refused_by_what_it_is(content: bytes, words: str) -> None:
    assert words in refusal(content)


def test_a_zip_bomb_is_refused_by_what_it_says_of_itself() -> None:
    bomb = changed(GOOD, SHEET, b"<worksheet>" + b" " * 200_000_000)

    assert len(bomb) < 1_000_000
    assert "far too much in this workbook" in refusal(bomb)


def test_a_zip_bomb_that_lies_about_its_size_is_refused_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.importing.packages.MAX_UNPACKED", 100_000)
    bomb = sheet_of("<sheetData>" + " " * 150_000 + "</sheetData>")
    directory = zipfile.ZipFile.infolist
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda archive: directory(archive)[:1])

    assert "far too much in this workbook" in refusal(bomb)


def test_a_workbook_of_thousands_of_parts_is_refused() -> None:
    assert "far too much" in refusal(packed((f"xl/{number}.xml", b"") for number in range(2_100)))


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
def test_an_entity_bomb_is_refused_in_whatever_part_it_is(part: str) -> None:
    bomb = b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><b>&b;</b>'

    assert "something in this workbook that Excel does not write" in refusal(packed_with(GOOD, part, bomb))


def test_an_entity_that_reads_a_file_is_refused() -> None:
    evil = b"""<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>"""

    assert "Excel does not write" in refusal(changed(GOOD, SHEET, evil))


def test_a_million_empty_rows_with_a_colour_are_passed_over() -> None:
    heading = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEADINGS)
    person = '<c t="inlineStr"><is><t>Bieb</t></is></c><c/><c t="inlineStr"><is><t>Noor</t></is></c>'
    empty = "".join(f'<row r="{row}"><c s="1"/></row>' for row in range(3, 1_048_577))
    begin = time.process_time()

    found = read_file(sheet_of(f'<sheetData><row r="1">{heading}</row><row r="2">{person}</row>{empty}</sheetData>'))

    assert [row.cells for row in found.rows] == [{"organisation": "Bieb", "name": "Noor"}]
    assert time.process_time() - begin < 20


def test_more_cells_than_a_list_has_are_refused() -> None:
    row = f"<row>{'<c/>' * 16_384}</row>"

    assert "far too much" in refusal(sheet_of(f"<sheetData>{row * 200}</sheetData>"))


def test_columns_beyond_what_people_use_are_told_and_not_read() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(HEADINGS)
    page.append(("Bieb", "bieb", "Noor"))
    page["XFD2"] = "far away"

    found = read_file(saved(book))

    assert [remark.message for remark in found.remarks] == ["Only the first %(columns)s columns were read."]


def test_more_rows_than_one_import_takes_are_refused() -> None:
    text = "Organisatie;Naam\n" + "Bieb;Noor\n" * (MAX_ROWS + 1)

    assert "More than 10000 rows are filled in" in refusal(text.encode())
    assert "More than 10000 rows" in refusal(workbook(HEADINGS, *[("Bieb", "bieb")] * (MAX_ROWS + 1)))


def test_one_text_in_many_cells_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey.importing.sheets.MAX_TEXT", 10_000)

    assert "far too much" in refusal(workbook(HEADINGS, *[("Bieb" * 100, "bieb")] * 30))


def test_one_line_of_nine_megabytes_is_refused() -> None:
    assert "no table" in refusal(b"Organisatie;Naam\nBieb;" + b"x" * 9_000_000)


@pytest.mark.parametrize(
    "inside",
    [
        '<sheetData><row r="x"><c r="A1"><v>1</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><v>one</v></c></row></sheetData>',
        '<sheetData/><mergeCells><mergeCell ref="??"/></mergeCells>',
        "<sheetData><row>",
    ],
)
def test_a_sheet_that_does_not_hold_together_is_refused(inside: str) -> None:
    assert "damaged" in refusal(sheet_of(inside))


def test_a_workbook_without_its_sheet_is_refused() -> None:
    with_hole = changed(GOOD, "xl/_rels/workbook.xml.rels", (b"sheet1.xml", b"sheet9.xml"))

    assert "damaged" in refusal(with_hole)
