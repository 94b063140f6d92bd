"""Action cards of A6: one on a page, filled or to write on, for everybody to read."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from reports.forms.cards import cards
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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_they_are_sound_and_can_be_read_aloud(language: str, tmp_path: Path) -> None:
    document = made(FILLED, EMPTY, language=language)
    check(document, tmp_path)
    with pikepdf.open(io.BytesIO(document)) as opened:
        root = opened.Root
        assert (root.Lang, root.MarkInfo.Marked) == (language, True)
        metadata = opened.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        headings = [each for each in elements(root.StructTreeRoot.K) if str(each.S) == "/H1"]
        with opened.open_outline() as outline:
            assert [item.title for item in outline.root] == [FILLED.title, EMPTY.title]
    assert len(headings) == 2


def test_each_card_is_a_page_of_a6() -> None:
    with pikepdf.open(io.BytesIO(made(FILLED, EMPTY, FILLED))) as document:
        sizes = [tuple(round(float(each)) for each in page.MediaBox) for page in document.pages]
    assert sizes == [(0, 0, 298, 420)] * 3


def test_a_filled_card_says_everything_of_its_action() -> None:
    text = squeezed(text_of(made(FILLED), order="-raw"))
    said = [FILLED.title, FILLED.status, *(part for fact in FILLED.fields for part in (fact.term, fact.value))]
    assert [each for each in said if squeezed(each) not in text] == []
    assert squeezed(TITLE) in text


def test_an_empty_card_has_its_terms_and_nothing_else() -> None:
    assert squeezed(text_of(made(EMPTY), order="-raw")) == squeezed("".join((EMPTY.title, *TERMS, TITLE)))


def test_a_card_with_the_longest_texts_of_a_form_stays_one_page() -> None:
    long = ("een afspraak met het secretariaat " * 9)[:300]
    card = ActionCard(long[:150], tuple(Fact(term, long[:200]) for term in (*TERMS, "Onderwerp", "Bewijs")), "previous")
    assert pages(made(card)) == 1


@pytest.mark.parametrize("text", [HOSTILE, "w" * 500, "woord " * 20_000, "\u202e\u0000", "", "👩\u200d👩\u200d👧" * 50])
def test_anything_typed_makes_a_sound_card(text: str, tmp_path: Path) -> None:
    card = ActionCard(text, tuple(Fact(term, text) for term in TERMS), "previous", "klaar")
    document = made(card, title=text)
    check(document, tmp_path)
    assert pages(document) <= 2


def test_markup_is_printed_as_it_was_typed() -> None:
    text = squeezed(text_of(made(ActionCard(HOSTILE, (Fact("Wat", HOSTILE),), "previous")), order="-raw"))
    assert text.count(squeezed('#set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /* "q" ?')) == 2


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


def test_no_cards_are_no_document() -> None:
    with pytest.raises(ValueError, match="There is no card to print"):
        made()


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
