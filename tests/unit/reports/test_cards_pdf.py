"""Action cards: one on a page of A6 or four on a sheet, filled or to write on, for everybody to read."""

import io
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reports.forms.cards import card_sheets, cards
from reports.forms.typesetting import CannotMakePdf, MissingFonts, NotCompiled, Typesetter
from reports.report import ActionCard, Fact
from tests.pdf_reading import check, elements, pages, squeezed, text_of

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
TITLE = "Acties van Taalnetwerk Waterdam"
TERMS = ("Wat", "Wie", "Klaar op", "Eerste stap")
EMPTY = ActionCard("Actie 1", tuple(Fact(term, "") for term in TERMS))
FILLED = ActionCard(
    "Leg de rollenkaart op tafel en kies per taak één organisatie die de leiding heeft.",
    (Fact("Wie", "Fatima el Amrani"), Fact("Klaar op", "15 januari 2026"), Fact("Eerste stap", "")),
    "previous",
    "bezig",
)
HOSTILE = '🎉 شبكة #set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /* "q" 漢'


def made(*those: ActionCard, language: str = "nl", title: str = TITLE) -> bytes:
    return cards(those, language=language, title=title, at=AT)


def sheets(*those: ActionCard, language: str = "nl", title: str = TITLE) -> bytes:
    return card_sheets(those, language=language, title=title, at=AT)


either = pytest.mark.parametrize("make", [made, sheets])


@either
@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_are_sound_and_can_be_read_aloud(language: str, make: Callable[..., bytes], tmp_path: Path) -> None:
    document = make(FILLED, EMPTY, language=language)
    check(document, tmp_path)
    with pikepdf.open(io.BytesIO(document)) as opened:
        root = opened.Root
        assert (root.Lang, root.MarkInfo.Marked) == (language, True)
        metadata = opened.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        headings = [each for each in elements(root.StructTreeRoot.K) if str(each.S) == "/H1"]
        with opened.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == FILLED.title
    assert titles[1] == EMPTY.title
    assert set(titles[2:]) <= {"Nieuwe actie", "New action"}
    assert len(headings) == len(titles)


def test_each_card_is_a_page_of_a6() -> None:
    with pikepdf.open(io.BytesIO(made(FILLED, EMPTY, FILLED))) as document:
        sizes = [tuple(round(float(each)) for each in page.MediaBox) for page in document.pages]
    assert sizes == [(0, 0, 298, 420)] * 3


@pytest.mark.parametrize(("number", "of"), [(1, 1), (4, 1), (5, 2), (8, 2)])
def test_four_cards_are_on_a_sheet_of_a4(number: int, of: int) -> None:
    with pikepdf.open(io.BytesIO(sheets(*[EMPTY] * number))) as document:
        sizes = [tuple(round(float(each)) for each in page.MediaBox) for page in document.pages]
    assert sizes == [(0, 0, 595, 842)] * of


@pytest.mark.parametrize(("filled", "empty"), [(1, 2), (2, 1), (3, 0), (4, 3)])
def test_what_is_left_of_a_sheet_has_empty_cards(filled: int, empty: int) -> None:
    text = text_of(sheets(*[FILLED] * filled, EMPTY), order="-raw")
    assert (text.count(EMPTY.title), text.count("Nieuwe actie")) == (1, empty)


def test_a_sheet_has_lines_to_cut_along_and_nothing_at_its_edges(tmp_path: Path) -> None:
    """Office printers leave out what stands within some millimetres of an edge."""
    picture = drawn(sheets(*[EMPTY] * 4), tmp_path)
    width, height = picture.size
    edge = width * 6 // 210
    dark = picture.point(lambda value: 255 if value < 250 else 0)
    across, down = ((edge, 0, width - edge, edge), (edge, height // 2 - 2, width // 2 - edge, height // 2 + 2))

    assert dark.crop(down).getbbox() is not None
    assert dark.crop((width // 2 - 2, edge, width // 2 + 2, height // 2 - edge)).getbbox() is not None
    found = dark.crop(across).getbbox()
    assert found is None or found[2] - found[0] <= 3  # the line to cut along


def drawn(document: bytes, folder: Path) -> Image.Image:
    (folder / "sheet.pdf").write_bytes(document)
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "sheet.pdf", "sheet"], cwd=folder, check=True)
    return Image.open(folder / "sheet.png").convert("L")


@either
def test_a_filled_card_says_everything_of_its_action(make: Callable[..., bytes]) -> None:
    text = squeezed(text_of(make(FILLED), order="-raw"))
    said = [FILLED.title, FILLED.status, *(part for fact in FILLED.fields for part in (fact.term, fact.value))]
    assert [each for each in said if squeezed(each) not in text] == []
    assert squeezed(TITLE) in text


def test_an_empty_card_has_its_terms_and_nothing_else() -> None:
    assert squeezed(text_of(made(EMPTY), order="-raw")) == squeezed("".join((EMPTY.title, *TERMS, TITLE)))


@either
def test_a_card_with_the_longest_texts_of_a_form_is_whole_on_one_page(make: Callable[..., bytes]) -> None:
    long = ("een afspraak met het secretariaat " * 9)[:300]
    texts = [f"{long[:295]} {number:04}" for number in range(6)]
    card = ActionCard(long, tuple(Fact(term, text) for term, text in zip("abcdef", texts, strict=True)), "previous")
    document = make(card)

    assert pages(document) == 1
    assert all(squeezed(text) in squeezed(text_of(document, order="-raw")) for text in texts)


@either
@pytest.mark.parametrize("text", [HOSTILE, "w" * 500, "woord " * 20_000, "\u202e\u0000", "", "👩\u200d👩\u200d👧" * 50])
def test_anything_typed_makes_a_sound_card(text: str, make: Callable[..., bytes], tmp_path: Path) -> None:
    card = ActionCard(text, tuple(Fact(term, text) for term in TERMS), "previous", "klaar")
    document = make(card, title=text)
    check(document, tmp_path)
    assert pages(document) <= 2


def test_markup_is_printed_as_it_was_typed() -> None:
    text = squeezed(text_of(made(ActionCard(HOSTILE, (Fact("Wat", HOSTILE),), "previous")), order="-raw"))
    assert text.count(squeezed('#set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /* "q" ?')) == 2


def test_a_sign_that_no_font_has_is_explained() -> None:
    told = " ".join(text_of(made(FILLED, ActionCard("漢", ()))).split())
    assert "Waar een ? staat, konden we een teken niet afdrukken." in told
    assert "konden we een teken niet" not in text_of(made(FILLED, EMPTY))


def test_a_text_that_is_too_long_is_cut_where_everybody_sees_it() -> None:
    assert "… (ingekort)" in " ".join(text_of(made(ActionCard("w " * 400, (), "previous"))).split())


def test_the_same_cards_give_the_same_bytes_and_no_name_is_in_the_metadata() -> None:
    document = made(FILLED, EMPTY)
    assert made(FILLED, EMPTY) == document
    with pikepdf.open(io.BytesIO(document)) as opened:
        assert opened.docinfo["/Author"] == "Netwerkspiegel"
        assert opened.docinfo["/Title"] == TITLE
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20261116120000")
        assert "Fatima" not in str(opened.open_metadata())


@either
def test_no_cards_are_no_document(make: Callable[..., bytes]) -> None:
    with pytest.raises(ValueError, match="There is no card to print"):
        make()


def test_missing_fonts_and_a_broken_template_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MissingFonts):
        cards([EMPTY], language="nl", title=TITLE, at=AT, fonts=tmp_path)

    def broken(job: object) -> bytes:
        raise NotCompiled("unknown variable")

    with pytest.raises(CannotMakePdf):
        cards([EMPTY], language="nl", title=TITLE, at=AT, by=broken)


def test_a_batch_makes_the_same_cards() -> None:
    with Typesetter() as by:
        assert cards([EMPTY], language="nl", title=TITLE, at=AT, by=by) == made(EMPTY)
