"""The form on paper as a document: complete, readable by eye and by ear, whatever people type."""

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from questionnaires.respondent import Member, Respondent
from reports.forms.paper import Asker, Occasion, ReturnTo, make_form, paper
from reports.forms.paper.parts import Asked, Grid
from reports.forms.typesetting import MissingFonts
from tests.pdf_reading import check, elements, pages, spoken, squeezed, text_of
from tests.unit.questionnaires.asking import definition
from tests.unit.reports.paper_samples import EVERY, KINDS, ROUND, boxes_on_pages, form, printed, questionnaire
from tests.unit.reports.paper_samples import respondent as anybody

HOSTILE = "🎉 شبكة #set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /* \u202e\u0000\ufeff" + "x" * 350

every = pytest.mark.parametrize(("name", "language"), EVERY)


@every
def test_it_is_a_sound_pdf_that_can_be_read_aloud(name: str, language: str, tmp_path: Path) -> None:
    made = printed(name, language)

    check(made, tmp_path)
    with pikepdf.open(io.BytesIO(made)) as document:
        root = document.Root
        assert (root.Lang, root.MarkInfo.Marked) == (language, True)
        assert root.ViewerPreferences.DisplayDocTitle
        assert document.docinfo["/Title"] == form(name, language).title
        metadata = document.open_metadata()
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
        headings = [str(each.S) for each in elements(root.StructTreeRoot.K) if str(each.S).startswith("/H")]
    assert headings.count("/H1") == len(form(name, language).sections) + 3


@every
def test_every_question_and_every_option_stands_on_it(name: str, language: str) -> None:
    text = squeezed(text_of(printed(name, language), order="-raw"))
    words = [word for page in questionnaire(name).pages for part in page.parts for word in _words(part, language)]

    assert words
    assert [word for word in words if squeezed(word) not in text] == []


def _words(part: object, language: str) -> list[str]:
    """Return what a page of the questionnaire says to anybody."""
    found: list[str] = []
    views = [part.view(anybody(language))]  # type: ignore[attr-defined]  # any question has a view
    for view in views:
        found += [view.label, view.hint or "", *(option.label for option in view.options)]
        views += view.parts
    return found


@every
def test_every_option_has_a_box_that_a_screen_reader_can_tell(name: str, language: str) -> None:
    said = spoken(printed(name, language))

    boxes = [each for each in said if each.split()[0] in ("hokje", "hokje:", "box", "box:")]
    assert len(boxes) == boxes_on_pages(name, language)
    assert all(": " in each for each in boxes)
    assert "" not in said


def test_the_full_questionnaire_is_ten_pages_at_most() -> None:
    assert [pages(printed("taalnetwerkspiegel", language)) <= 10 for language in ("nl", "en")] == [True, True]


def test_the_words_above_the_boxes_stand_on_each_page_with_statements() -> None:
    heads = ["helemaal oneens", "niet eens, niet oneens", "helemaal eens", "weet ik niet"]
    statements = [
        squeezed(item.text["nl"]) for theme in questionnaire("taalnetwerkspiegel").themes for item in theme.items
    ]
    sheets = [squeezed(sheet) for sheet in text_of(printed("taalnetwerkspiegel"), order="-raw").split("\f")]
    with_statements = [sheet for sheet in sheets if any(statement in sheet for statement in statements)]

    assert len(with_statements) >= 3
    assert all(squeezed(head) in sheet for sheet in with_statements for head in heads)


def test_a_list_that_goes_on_on_the_next_page_has_its_heads_there_again() -> None:
    sheets = text_of(printed("organisatieprofiel"), order="-raw").split("\f")
    rows = [sheet for sheet in sheets if "\n1a" in sheet or "\n1n" in sheet]

    assert len(rows) == 2
    assert all("doen we" in sheet and "willen we" in sheet for sheet in rows)


def test_the_foot_says_which_questionnaire_and_which_page() -> None:
    sheets = text_of(printed("quick-scan")).strip("\f").split("\f")
    count = pages(printed("quick-scan"))

    assert len(sheets) == count > 1
    assert all(f"pagina {number} van {count}" in sheet for number, sheet in enumerate(sheets, 1))
    assert all(f"versie {questionnaire('quick-scan').version}" in sheet for sheet in sheets)


def test_the_round_stands_on_it() -> None:
    text = " ".join(text_of(paper(form("quick-scan", "nl", ROUND)), order="-raw").split())

    for words in (
        "Taalnetwerk Waterdam",
        "11 december 2026",
        "Hanna Bos, coördinator van het netwerk, met Joris Veenstra, adviseur bij Taalsteun Midden",
        "Postbus 12",
        "1234 AB Waterdam",
    ):
        assert words in text


def test_the_same_form_gives_the_same_bytes() -> None:
    assert paper(form("small")) == paper(form("small"))
    assert paper(form("small", "nl", ROUND)) == paper(form("small", "nl", ROUND))


@pytest.mark.parametrize("typed", [HOSTILE, "漢字" * 200, " ", "é ŵ ⅓ 👩\u200d👩\u200d👧 \t\n", "y" * 400])
def test_whatever_people_typed_survives_as_text(typed: str) -> None:
    who = Respondent("nl", None, KINDS, (Member("a", typed), Member("b", "Bieb")))
    occasion = Occasion(typed, 1, None, Asker(typed, typed, typed), ReturnTo(typed, (typed,)))

    text = text_of(paper(make_form(definition("roster"), who, occasion)), order="-raw")

    assert "Bieb" in text
    if typed == HOSTILE:
        assert squeezed("#set text(red) $x$ *vet* @ref `code` \\u{41} <b> // /*") in squeezed(text)


@pytest.mark.parametrize(
    ("place", "letters", "edge"), [("text", 400, 196), ("task", 400, 196), ("kind", 400, 60), ("kind", 30, 60)]
)
def test_a_long_word_breaks_rather_than_run_out_of_its_place(place: str, letters: int, edge: float) -> None:
    """The edge is in millimetres: of the page's right margin, or of the column with the kinds of partner."""
    long = "a" * letters
    page = form("role_cards")
    section = page.sections[0]
    block = section.blocks[0]
    assert isinstance(block, Asked)
    (grid,) = block.answers
    assert isinstance(grid, Grid)
    row = replace(grid.rows[0], label=long) if place == "kind" else grid.rows[0]
    grid = replace(grid, heads=(long, "kort") if place == "task" else grid.heads, rows=(row, *grid.rows[1:]))
    block = replace(block, label=long if place == "text" else block.label, answers=(grid,))

    made = paper(replace(page, sections=(replace(section, blocks=(block,)),)))

    assert squeezed(text_of(made, order="-raw")).count(long) == 1
    assert rightmost(made, "a") < edge + 0.5


def rightmost(made: bytes, letter: str) -> float:
    """Return where the last part of a word of this letter alone ends, in millimetres."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=made, capture_output=True, check=True
    ).stdout.decode()
    ends = re.findall(rf'xMax="([\d.]+)" yMax="[\d.]+">(?:{letter}|\u200b){{5,}}<', boxes)
    return max(float(end) for end in ends) / 72 * 25.4


def test_missing_fonts_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFonts, match="atkinson-hyperlegible-next"):
        paper(form("small"), fonts=tmp_path)
