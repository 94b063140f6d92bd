"""Action cards on A6: one a page, filled in or with lines to write on."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from reports.forms.cards import cards
from reports.forms.typesetting import MissingFonts
from reports.report import ActionCard, Fact
from tests.pdf_reading import check, elements, pages, squeezed, text_of

AT = datetime(2026, 11, 16, 12, tzinfo=UTC)
FIELDS = ("Wat", "Wie", "Klaar op", "Eerste stap")
AGREED = ActionCard(
    "Maak een doorstuurkaart.", (Fact("Wie", "Anna, <b>Welzijn</b>"), Fact("Klaar op", "1 maart 2026")), "previous",
    "bezig",
)  # fmt: skip
EMPTY = ActionCard("Actie 1", tuple(Fact(field, "") for field in FIELDS))


def made(*of: ActionCard, language: str = "nl", title: str = "Actiekaarten van Waterdam") -> bytes:
    return cards(of, language=language, title=title, at=AT)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_card_is_an_accessible_page_of_its_own(language: str, tmp_path: Path) -> None:
    document = made(AGREED, EMPTY, EMPTY, language=language)
    check(document, tmp_path)
    with pikepdf.open(io.BytesIO(document)) as read:
        assert [[round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] for page in read.pages] == [
            [148, 105]
        ] * 3
        assert (read.Root.Lang, read.docinfo["/Author"]) == (language, "Netwerkspiegel")
        metadata = read.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        assert [str(each.S) for each in elements(read.Root.StructTreeRoot.K)].count("/H1") == 3


def test_what_was_agreed_is_printed_as_it_was_typed() -> None:
    text = squeezed(text_of(made(AGREED)))
    for said in (AGREED.title, "bezig", "Anna, <b>Welzijn</b>", "1 maart 2026", "Actiekaarten van Waterdam"):
        assert squeezed(said) in text


def test_an_empty_card_asks_every_field() -> None:
    text = text_of(made(EMPTY))
    assert [field for field in FIELDS if field not in text] == []


@pytest.mark.parametrize("text", ["lang " * 20_000, "x" * 500, "👍 مرحبا \x00", "漢字" * 200])
def test_any_text_stays_on_its_card(text: str, tmp_path: Path) -> None:
    card = ActionCard(text, tuple(Fact(field, text) for field in FIELDS[1:]), "previous", "bezig")
    document = made(card, EMPTY, title=text[:200])
    check(document, tmp_path)
    assert pages(document) == 2
    assert "(ingekort)" in text_of(document) or len(text) < 100


def test_the_same_cards_give_the_same_bytes() -> None:
    assert made(AGREED, EMPTY) == made(AGREED, EMPTY)


def test_no_cards_are_refused() -> None:
    with pytest.raises(ValueError, match="no cards"):
        made()


def test_missing_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFonts, match="atkinson-hyperlegible-next"):
        cards((EMPTY,), language="nl", title="Kaarten", at=AT, fonts=tmp_path)
