"""Whatever people type is printed, or replaced or cut where everybody sees it."""

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from reports.forms.pdf import pdf
from reports.forms.typesetting import Texts, printable, shortened, softened
from reports.report import ActionCards, Quotes, Report
from tests.pdf_reading import check, pages, squeezed, text_of
from tests.unit.reports.every_block import every_block
from tests.unit.reports.typed_reports import typed

MARKUP = '#set text(red) $x$ *vet* _i_ @ref `c` \\u{41} <b> // /* */ "q" = h & {{ x }} %s'
EVERYWHERE: dict[str, Callable[[str], str]] = {
    "markup": lambda text: MARKUP,
    "another direction": lambda text: "مرحبا بالعالم \u202e\u2066 שלום",
    "emoji": lambda text: "👩\u200d👩\u200d👧 🇳🇱 👍🏽 🎉 é ŵ ⅓ 漢字 \U0001fae8",
    "control characters": lambda text: "\u0000\u0007\u001b[31m\ufeff\r\n\t\u2028" + text,
    "only white space": lambda text: " \t\n",
    "200 characters": lambda text: ("Taalnetwerk " * 20)[:200],
}
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
#: No text of ours comes nearer to a side.
_MARGIN = 40.0
A_FEW = ("\u0378", "\ue000", "\ud7fb", "\u2f00", "𝔘", "ꙮ", "ⴲ", "ᚠ", "𓀀", "🫨")


@pytest.mark.parametrize("text", EVERYWHERE.values(), ids=list(EVERYWHERE))
def test_anything_typed_everywhere_makes_a_sound_report(text: Callable[[str], str], tmp_path: Path) -> None:
    made = pdf(typed(every_block(), text))
    check(made, tmp_path)
    assert pages(made) <= 24


def test_markup_is_printed_as_it_was_typed() -> None:
    assert squeezed(MARKUP) in squeezed(text_of(pdf(_written(MARKUP)), order="-raw"))


def test_what_no_font_has_is_replaced_by_a_question_mark_and_the_rest_stays() -> None:
    text = text_of(pdf(_written("voor 漢字 na", *(f"voor {each} na" for each in A_FEW))))
    assert "voor ?? na" in text
    assert text.count("voor ? na") >= 6
    assert "voor" in text


def test_more_kinds_of_signs_than_there_are_rounds_to_replace_them_in() -> None:
    signs = "".join(map(chr, range(0x1000, 0x2E80, 5)))
    text = text_of(pdf(_written(f"begin {signs} einde é €")))
    assert "begin" in text
    assert "einde é €" in text
    assert "?" in text


def test_an_emoji_of_several_signs_stays_one() -> None:
    family = "👩\u200d👩\u200d👧"
    assert printable(family) == family
    assert softened(family * 20).replace("\u200b", "") == family * 20
    assert not any(piece.startswith("\u200d") for piece in softened(family * 20).split("\u200b"))


def test_a_text_of_100_000_characters_is_cut_where_everybody_sees_it() -> None:
    made = pdf(_written("woord " * 17_000))
    assert "woord… (ingekort)" in " ".join(text_of(made, order="-raw").split())
    assert pages(made) < 10
    assert "… (shortened)" in " ".join(text_of(pdf(replace(_written("word " * 20_000), language="en"))).split())


@pytest.mark.parametrize("word", ["w" * 500, "Wm" * 250, "👍🏽" * 250, "w" * 100_000])
def test_no_word_runs_out_of_the_page(word: str) -> None:
    made = pdf(typed(every_block(), lambda text: word if len(text) > 12 else text))
    assert _outside(made) == []


def test_a_name_of_200_characters_fits_on_the_cover() -> None:
    name = ("Taalnetwerk van de samenwerkende gemeenten " * 5)[:199] + "Z"
    made = pdf(every_block(network=name))
    assert squeezed(name) in squeezed(text_of(made, order="-raw"))
    assert _outside(made) == []


def test_the_title_of_the_file_is_cut_as_well() -> None:
    made = pdf(replace(every_block(), title="T" * 100_000))
    with pikepdf.open(io.BytesIO(made)) as document:
        assert str(document.docinfo["/Title"]) == "T" * 300 + "… (ingekort)"


def test_a_name_without_anything_printable_still_has_a_heading() -> None:
    assert "–" in text_of(pdf(every_block(network="\u202e\u0000")))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("kort", "kort"),
        ("precies tien", "precies tien"),
        ("een twee drie vier", "een twee… (n)"),
        ("x" * 20, "x" * 12 + "… (n)"),
    ],
)
def test_where_a_text_is_cut(text: str, cut: str) -> None:
    assert shortened(text, 12, "(n)") == cut


def test_only_very_long_words_may_break() -> None:
    assert softened("aansprakelijkheidsverzekering " * 3) == "aansprakelijkheidsverzekering " * 3
    assert max(map(len, softened("w" * 500).split("\u200b"))) == 5


def test_names_and_feet_are_cut_shorter_than_running_text() -> None:
    texts = Texts((), "(ingekort)")
    long = "n" * 5000
    lengths = [len(squeezed(each(long))) for each in (texts.running, texts.inside, texts.foot, texts.name)]
    assert lengths == sorted(lengths, reverse=True)
    assert all("…" in each(long) for each in (texts.running, texts.inside, texts.foot, texts.name))


def _written(*texts: str) -> Report:
    """Return a report in which these are people's own words, beside two other blocks."""
    report = every_block()
    quotes = replace(report.sections[8], blocks=(Quotes("Wat gaat goed?", texts),))
    cards = next(section for section in report.sections if isinstance(section.blocks[0], ActionCards))
    return replace(report, sections=(report.sections[2], report.sections[0], quotes, cards))


def _outside(made: bytes) -> list[str]:
    """Return the words that stand in the margin at the sides, or over the top or the bottom of their page."""
    command = ["pdftotext", "-bbox", "-", "-"]
    said = subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode(errors="replace")
    found: list[str] = []
    for page in said.split("<page ")[1:]:
        width, height = map(float, _SIZE.findall(page)[0])
        for *edges, word in _WORD.findall(page):
            left, top, right, bottom = map(float, edges)
            if left < _MARGIN or right > width - _MARGIN or top < 0 or bottom > height:
                found.append(word)
    return found
