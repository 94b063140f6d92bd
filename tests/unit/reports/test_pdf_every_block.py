"""The PDF of a report with every kind of block: nothing is lost, nothing is told that the model does not tell."""

import io
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from reports.forms.pdf import pdf
from reports.forms.pdf.drawings import beyond
from reports.forms.typesetting import softened
from reports.forms.typesetting.texts import LONGEST
from reports.look import CLASSES, STEPS, light
from reports.report import Bars, Figure, Heat, Paragraph, Quotes, Report, Section, Value
from tests.pdf_reading import check, elements, pages, spoken, squeezed, text_of
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import BARS, FOLDED, HEAT, HOSTILE, TIES
from tests.unit.reports.networks import report_of
from tests.unit.reports.test_look import contrast, luminance
from tests.unit.reports.test_report_printed import figures


@pytest.fixture(scope="module", params=["nl", "en"])
def full(request: pytest.FixtureRequest) -> Report:
    return every_block(request.param)


@pytest.fixture(scope="module")
def made(full: Report) -> bytes:
    return pdf(full)


@pytest.fixture(scope="module")
def read(made: bytes) -> str:
    return squeezed(text_of(made))


def tables(figure: Figure) -> list[str]:
    """Return what the document prints of a figure's values: the labels of bars and heat maps, or the table."""
    if isinstance(figure.drawing, Bars):
        return [part.label for row in figure.drawing.rows for part in row.parts]
    if isinstance(figure.drawing, Heat):
        return [cell.value.text for row in figure.drawing.cells for cell in row]
    return [value.text for row in figure.table.rows for value in row]


def test_it_is_sound_and_tagged(full: Report, made: bytes, tmp_path: Path) -> None:
    check(made, tmp_path)
    with pikepdf.open(io.BytesIO(made)) as document:
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        assert document.Root.Lang == full.language
        kinds = Counter(str(each.S) for each in elements(document.Root.StructTreeRoot.K))
    # The table of bars and of a heat map is the drawing; that of the folded data is not there.
    assert kinds["/Table"] == len(figures(full)) + 1
    assert kinds["/H1"] == len(full.sections) + 1


def test_drawings_without_all_values_are_spoken(full: Report, made: bytes) -> None:
    alts = [figure.alt for figure in figures(full) if beyond(figure) is not None]
    assert spoken(made) == ["18 van de 24 vakjes zijn gevuld.", *alts]


def test_every_value_of_every_figure_is_in_the_text(full: Report, read: str) -> None:
    said = [text for figure in figures(full) for text in tables(figure)]
    assert len(said) > 50
    lost = [text for text in said if squeezed(softened(text)) not in read]
    assert lost == []


def test_what_is_withheld_is_a_dash_in_its_place() -> None:
    section = Section("statements", "De zinnen", (BARS, HEAT))
    lines = text_of(pdf(replace(every_block(), sections=(section,)))).splitlines()
    celebrated = next(line for line in lines if "We vieren wat lukt." in line)
    followed = next(line for line in lines if "Volgen hoe het gaat" in line)
    assert (celebrated.split("lukt.")[1].split(), followed.split("gaat")[1].split()) == (["–"] * 4, ["–"] * 4)


def test_tables_for_data_only_are_left_out(read: str) -> None:
    assert FOLDED.reach == "data"
    assert squeezed(FOLDED.caption) not in read


def test_every_sentence_is_in_the_text(full: Report, read: str) -> None:
    blocks = [block for section in full.sections for block in section.blocks]
    said = [each for block in blocks if isinstance(block, Paragraph | Figure) for each in sentences(block)]
    assert [text for text in said if squeezed(text) not in read] == []


def sentences(block: Paragraph | Figure) -> list[str]:
    return [block.text] if isinstance(block, Paragraph) else [block.answer, block.how]


def test_markup_is_printed_and_what_no_font_has_is_replaced(read: str) -> None:
    assert squeezed(HOSTILE[0]) in read
    assert "?????" in read
    assert "مرحبا" not in read
    assert "Top!" in read


def test_every_foot_names_the_edition(full: Report, made: bytes) -> None:
    said = {"nl": "editie 1 van 16 november 2026 (aaaaaaaaaaaa)", "en": "edition 1 of 16 November 2026 (aaaaaaaaaaaa)"}
    assert text_of(made).count(said[full.language]) == pages(made) - 1
    assert "aaaaaaaaaaaa" not in text_of(pdf(replace(full, edition=None)))


def test_the_time_is_that_of_the_edition(full: Report, made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261116120000")
        assert (document.docinfo["/Author"], document.docinfo["/Title"]) == ("Netwerkspiegel", full.title)
    with pikepdf.open(io.BytesIO(pdf(replace(full, edition=None)))) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261113120000")
    assert pdf(full) == made


def test_another_edition_gives_other_bytes(full: Report, made: bytes) -> None:
    assert full.edition is not None
    later = replace(full.edition, at=datetime(2026, 11, 17, 12, tzinfo=UTC))
    assert pdf(replace(full, edition=later)) != made


@pytest.mark.parametrize(
    "text",
    [
        "lang woord " * 10_000,
        "x" * 500,
        "👍🏽👨\u200d👩\u200d👧🇳🇱" * 300,
        "".join(map(chr, range(0x21, 0x2FFF))),
        "שלום עולם " * 50,
        "\u202eomgekeerd\u2066 \x00\x07 e" + "\u0301" * 40,
        '#import "x" $ \\u{0} <b> & */ ```',
    ],
    ids=["100,000 characters", "one word", "emoji", "all of Unicode's first part", "hebrew", "control", "markup"],
)
def test_anything_that_anybody_types_can_be_printed(text: str, tmp_path: Path) -> None:
    hostile = replace(
        every_block(network=text[:200]),
        sections=(
            Section("words", text[:300], (Quotes(text[:300], (text,) * 3), Paragraph(text))),
            Section("relations", "Wie kent wie", (named(text),)),
        ),
    )
    made = pdf(hostile)
    check(made, tmp_path)
    assert 2 <= pages(made) <= 14


def named(text: str) -> Figure:
    """Return a map and a table with the text as the name of an organisation."""
    drawing, table = TIES.drawing, TIES.table
    nodes = tuple(replace(node, name=text) for node in drawing.nodes)  # type: ignore[union-attr]
    rows = tuple((Value(text), *row[1:]) for row in table.rows)
    return replace(TIES, drawing=replace(drawing, nodes=nodes), table=replace(table, rows=rows))  # type: ignore[arg-type]


def test_a_text_that_is_too_long_says_so() -> None:
    made = replace(every_block(), sections=(Section("a", "A", (Paragraph("abcd " * 20_000),)),))
    text = squeezed(text_of(pdf(made)))
    assert "abcd…(ingekort)" in text
    assert LONGEST / 5 - 2 <= text.count("abcd") <= LONGEST / 5


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("network", ["small", "middling", "divided", "large", "silent", "scan"])
def test_a_report_of_any_network_has_at_most_sixteen_pages(network: str, language: str, tmp_path: Path) -> None:
    made = pdf(report_of(network, language))
    check(made, tmp_path)
    assert pages(made) <= 16


def test_a_print_in_grey_says_the_same() -> None:
    grounds = [light(ground) for ground, _ in STEPS]
    brightness = [luminance(ground) for ground in grounds]
    assert brightness == sorted(brightness, reverse=True)
    assert all(contrast(one, other) >= 1.15 for one, other in pairwise(grounds))
    assert all(contrast(light(ground), light(number)) >= 4.5 for ground, number in (*STEPS, *CLASSES.values()))
    apart = light(CLASSES["neither"][0])
    assert all(contrast(apart, light(CLASSES[side][0])) >= 3 for side in ("agree", "disagree"))
