"""The PDF: accessible, the same numbers, and robust against what people type."""

import io
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from reports.forms.pdf import pdf
from reports.forms.typesetting import MissingFonts, printable
from reports.report import Report, tables
from tests.pdf_reading import check, elements, text_of
from tests.unit.reports.test_report_printed import allowed, figures, in_tables, numbers
from tests.unit.reports.test_report_samples import before, coded, few, report, rich

HOSTILE = "🎉 شبكة #set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /* \u202e\u0000\ufeff" + "x" * 150


@pytest.fixture(scope="module")
def full() -> Report:
    return report(rich(), previous=before())


@pytest.fixture(scope="module")
def made(full: Report) -> bytes:
    return pdf(full)


def test_it_is_a_sound_pdf(made: bytes, tmp_path: Path) -> None:
    check(made, tmp_path)


def test_it_can_be_read_aloud(made: bytes, full: Report) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert (root.Lang, root.MarkInfo.Marked) == ("nl", True)
        assert root.ViewerPreferences.DisplayDocTitle
        assert document.docinfo["/Title"] == full.title
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        found = list(elements(root.StructTreeRoot.K))
    kinds = Counter(str(each.S) for each in found)
    drawn = [each for each in found if str(each.S) == "/Figure"]
    alts = ["18 van de 24 vakjes zijn gevuld.", *(each.alt for each in figures(full))]
    assert [str(each.Alt) for each in drawn] == alts
    assert kinds["/Table"] == len([table for _, table in tables(full) if table.reach == "all"])
    assert kinds["/H1"] == len(full.sections) + 1


def test_it_has_bookmarks_for_the_sections(made: bytes, full: Report) -> None:
    with pikepdf.open(io.BytesIO(made)) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert set(titles) >= {section.title for section in full.sections}


@pytest.mark.parametrize("made_of", [report(rich(), previous=before()), report(coded(), "en")], ids=["nl", "en"])
def test_it_holds_the_numbers_of_the_tables_and_no_others(made_of: Report) -> None:
    printed = numbers(text_of(pdf(made_of)))
    assert in_tables(made_of) <= printed <= allowed(made_of)


def test_few_answers_make_a_pdf_without_averages() -> None:
    text = text_of(pdf(report(few())))
    assert numbers(text) == set()
    assert "Nog geen cijfers, wel een gesprek" in text


def test_the_same_report_gives_the_same_bytes(full: Report, made: bytes) -> None:
    assert pdf(full) == made


@pytest.mark.parametrize("network", [HOSTILE, "漢字" * 100, " ", "é ŵ ⅓ 👩\u200d👩\u200d👧 \t\n"])
def test_any_name_survives_as_text(network: str) -> None:
    assert pdf(report(few(), network=network)).startswith(b"%PDF")


def test_markup_is_printed_as_it_was_typed() -> None:
    text = " ".join(text_of(pdf(report(few(), network=HOSTILE))).split())
    assert "#set text(red)" in text
    assert "$x$ *vet* @ref `code` \\u{41}" in text


def test_what_cannot_be_printed() -> None:
    assert printable("a\u202eb\u0000c\ufeff\td") == "abc d"
    assert printable("e\u0301n 漢", {"漢"}) == "e\u0301n ?"


def test_text_that_is_printed_as_it_is_is_the_same_when_all_its_signs_are_looked_at() -> None:
    every = [chr(code) for code in range(0x3000)]
    absent = {chr(0x10FFFF)}  # so that nothing is taken for usual
    assert [printable(each) for each in every] == [printable(each, absent) for each in every]


def test_missing_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFonts, match="atkinson-hyperlegible-next"):
        pdf(report(few()), fonts=tmp_path)
