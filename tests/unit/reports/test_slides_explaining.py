"""What a room can read: how large the words of a slide are, and how much of an explanation stands on it."""

from dataclasses import replace
from typing import Any

import pytest

from reports.forms.slides.boxes import BODY
from reports.forms.slides.choosing import pages
from reports.forms.slides.explaining import SIZE, explained
from reports.forms.slides.fitting import lines
from reports.forms.slides.page import Page
from reports.forms.withholding import without_persons_and_own_words
from reports.report import Figure, Notice, Paragraph, Table
from reports.wording import words as wording
from reports.wording.en import EN
from reports.wording.nl import NL
from tests.unit.reports.every_figure import DOTS
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.slides_reading import deck, notes

every_network = pytest.mark.parametrize("name", NETWORKS)
both_languages = pytest.mark.parametrize("language", ["nl", "en"])
#: What a wall of a room still shows; and a whole table, which would otherwise lose its last rows.
READ, IN_A_TABLE = 14, 12


def sizes(shape: Any) -> set[int]:
    """The sizes of the words of a shape that is read out, in points."""
    is_ornament = shape._element.xpath(".//*[local-name()='decorative']")
    found = shape._element.xpath(".//a:r/a:rPr/@sz")
    if shape.has_chart:
        found = shape.chart._chartSpace.xpath(".//a:defRPr/@sz | .//a:rPr/@sz")
    return set() if is_ornament else {int(size) // 100 for size in found}


def on_page(*blocks: Paragraph | Notice | Figure, language: str = "nl") -> str:
    page = Page("Iets", "alone", blocks, 9)
    main = next((block for block in blocks if isinstance(block, Figure)), None)
    return explained(page, main, wording(language), BODY.width)


@every_network
@both_languages
def test_nothing_that_is_read_is_too_small_for_a_room(name: str, language: str) -> None:
    for slide in deck(report_of(name, language)).slides:
        assert slide.shapes.title is not None
        if slide.shapes.title.text_frame.text == wording(language).say("method"):
            continue  # which tells afterwards how it was made, and is not read in the room
        for shape in slide.shapes:
            least = 11 if shape.is_placeholder else IN_A_TABLE if shape.has_table else READ
            assert min(sizes(shape), default=READ) >= least, (slide.shapes.title.text_frame.text, shape.name)


@every_network
@both_languages
def test_all_of_an_explanation_is_in_the_notes(name: str, language: str) -> None:
    words = wording(language)
    report = report_of(name, language)
    told = pages(without_persons_and_own_words(report, words), words)
    for page, slide in zip(told, list(deck(report).slides)[1:], strict=True):
        main = next((block for block in page.blocks if isinstance(block, Figure | Table)), None)
        whole = [main.how] if isinstance(main, Figure) else []
        whole += [block.text for block in page.blocks if isinstance(block, Paragraph | Notice)]
        assert all(text in notes(slide) for text in whole)
        shown = explained(page, main, words, BODY.width)
        assert lines(shown, width=BODY.width, size=SIZE) <= 3


def test_the_first_sentence_of_each_thing_comes_before_the_second_of_any() -> None:
    how = replace(DOTS, how=f"De streep is de marge. {'Dat is nog veel meer om te lezen. ' * 4}".strip())
    warning = Notice("Rollen: verdeeld", "De antwoorden lopen uiteen. Vraag elkaar eerst.", "attention")

    assert on_page(how, warning).startswith("De streep is de marge. Dat is")
    assert "Rollen: verdeeld. De antwoorden lopen uiteen." in on_page(how, warning)
    assert on_page(how, warning, Paragraph(f"{'lang ' * 90}.", "small")) == on_page(how, warning)


def test_what_does_not_fit_gives_way_and_no_sentence_is_cut() -> None:
    long = f"{'Heel erg lang ' * 30}is dit."

    assert on_page(DOTS, Paragraph(long, "small"), Paragraph("Kort.", "small")) == "De streep is de marge. Kort."


def test_a_question_keeps_its_answer() -> None:
    asked = f"Staat er iets niet bij? Dan laten we dat niet zien. {'Anders wel iets langer dan dat. ' * 9}".strip()

    assert on_page(DOTS, Paragraph(asked, "small")).startswith(
        "De streep is de marge. Staat er iets niet bij? Dan laten we dat niet zien."
    )


@both_languages
def test_what_axis_and_key_say_is_not_said_again_and_invented_figures_are_told_first(language: str) -> None:
    say = wording(language).say
    drawn, last = say("slides.drawn"), say("trend.others")
    note = Paragraph(f"{last} {say('benchmark.invented')}", "small")

    assert on_page(replace(DOTS, how=f"{drawn} {last}"), language=language) == last
    assert on_page(replace(DOTS, how=""), note, language=language) == f"{say('benchmark.invented')} {last}"


@pytest.mark.parametrize("lexicon", [NL, EN])
def test_what_is_left_to_the_drawing_is_what_the_report_says(lexicon: Any) -> None:
    others = [text for name, text in lexicon.sentences.items() if name != "slides.drawn"]

    for sentence in lexicon.sentences["slides.drawn"].split(". "):
        assert any(sentence.rstrip(".") in text for text in others), sentence
