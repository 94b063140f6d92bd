"""Letters and cards with a personal link: what they say, and that they can be read by eye, ear and camera."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
import segno

from reports.forms.letters import Inviter, Letter, Reader, cards, letters, make_letter
from reports.wording.en_letters import LETTERS as ENGLISH
from reports.wording.nl_letters import LETTERS as DUTCH
from tests.pdf_reading import check, pages, spoken, squeezed, text_of

INVITER = Inviter(
    "Taalnetwerk Waterdam",
    date(2026, 12, 11),
    date(2026, 12, 21),
    "Joris Veenstra",
    "joris@taalsteun.example",
    "Taalsteun Midden",
)

LINK = "https://spiegel.example/v/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_Il1O0"
ON = date(2026, 11, 27)
HOSTILE = "🎉 شبكة #set text(red) $x$ *vet* @ref `code` <b> // /* \u202e\u0000\ufeff" + "x" * 200


def letter(name: str = "Anna Bos", language: str = "nl", link: str = LINK) -> Letter:
    return make_letter(Reader(name, "Bibliotheek Waterdam", language, link), INVITER)


#: Draws letters or cards.
Draw = Callable[..., bytes]
DRAW = pytest.mark.parametrize("draw", [letters, cards])


@DRAW
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_a_sound_pdf_that_can_be_read_aloud(draw: Draw, language: str, tmp_path: Path) -> None:
    made = draw([letter(language=language)], on=ON, language=language)

    check(made, tmp_path)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert (document.Root.Lang, document.Root.MarkInfo.Marked) == (language, True)
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")
    said = {"nl": f"QR-code met je persoonlijke link: {LINK}", "en": f"QR code with your personal link: {LINK}"}
    assert spoken(made) == [said[language]]


def test_a_letter_says_for_whom_what_until_when_and_how() -> None:
    text = " ".join(text_of(letters([letter()], on=ON)).split())

    for said in (
        "Anna Bos",
        "Bibliotheek Waterdam",
        "Uitnodiging: Taalnetwerk Waterdam",
        "Dat kan tot en met 11 december 2026.",
        "Op 21 december 2026 praten jullie samen over de resultaten.",
        "Mail Joris Veenstra: joris@taalsteun.example",
        "Mijn code",
        "Dan was iemand anders je voor.",
    ):
        assert said in text
    assert squeezed(LINK) in squeezed(text)


def test_a_card_says_for_whom_until_when_and_the_address() -> None:
    text = squeezed(text_of(cards([letter()], on=ON), order="-raw"))

    for said in ("Anna Bos", "Vul in tot en met 11 december 2026", LINK, "Mijn code", "iemand anders je voor"):
        assert squeezed(said) in text


def test_the_drawing_is_that_of_the_link() -> None:
    """Drawn once more by a module at a time, with the border that a camera needs."""
    made = letter()
    code = segno.make_qr(LINK, error="m")

    assert f'viewBox="0 0 {code.symbol_size(border=4)[0]} ' in made.qr
    assert made.qr == drawn(code)
    assert letter(link=LINK[:-1] + "9").qr != made.qr


def drawn(code: segno.QRCode) -> str:
    written = io.BytesIO()
    code.save(written, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, light="#ffffff")
    return written.getvalue().decode()


def test_every_person_has_a_page_or_an_eighth() -> None:
    people = [letter(f"Persoon {number}") for number in range(9)]

    assert pages(letters(people, on=ON)) == 9
    assert pages(cards(people, on=ON)) == 2
    assert pages(cards(people[:8], on=ON)) == 1


def test_each_is_in_its_readers_own_language() -> None:
    text = text_of(letters([letter("Anna"), letter("Ben", "en"), letter("Cem", "tr")], on=ON))

    assert (text.count("Zo vul je in"), text.count("How to fill in")) == (2, 1)


@DRAW
def test_whatever_people_are_called_it_can_be_made(draw: Draw, tmp_path: Path) -> None:
    made = draw([letter(HOSTILE), letter("Wiśniewska-O’Neill"), letter("x" * 200)], on=ON)

    check(made, tmp_path)
    assert "#settext(red)" in squeezed(text_of(made))


def test_without_a_meeting_none_is_mentioned() -> None:
    without = Inviter("Net", date(2026, 12, 11), None, "Joris", "j@x.example", "Taalsteun")
    made = make_letter(Reader("Anna", "Bieb", "nl", LINK), without)

    assert not [each for each in made.more if "praten jullie" in each]


def test_nobody_gets_no_document() -> None:
    with pytest.raises(ValueError, match="nobody"):
        letters([], on=ON)


def test_the_same_letters_give_the_same_bytes() -> None:
    assert letters([letter()], on=ON) == letters([letter()], on=ON)


def test_both_languages_say_the_same_things() -> None:
    gaps = re.compile(r"\{(\w+)\}")

    assert {key: set(gaps.findall(text)) for key, text in DUTCH.items()} == {
        key: set(gaps.findall(text)) for key, text in ENGLISH.items()
    }
