"""What the PDF explains of its drawings, and how its tables are kept together."""

from dataclasses import replace

import pytest

from reports.forms.legend import legend
from reports.forms.pdf import pdf
from reports.forms.pdf.rows import last_rows, spans
from reports.forms.typesetting import Texts
from reports.report import Column, Figure, Heat, Paragraph, Report, Section, Table
from reports.report.values import texts
from reports.wording import words
from tests.pdf_reading import pages, squeezed, text_of
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import BARS, DOTS, HEAT, TIES
from tests.unit.reports.networks import report_of
from tests.unit.reports.test_report_printed import figures

#: What may be drawn, and what the key then says, in both languages.
SAID = {
    "mark-at_least": ("dit cijfer of hoger", "this figure or higher"),
    "mark-at_most": ("dit cijfer of lager", "this figure or lower"),
    "mark-between": ("ergens hiertussen", "somewhere in between"),
    "band": (
        "andere netwerken: de middelste helft, met een streep in het midden",
        "other networks: the middle half, with a line for the median",
    ),
    "hatch": ("niet precies bekend", "not known exactly"),
    "share-at_least": ("≥ zoveel of meer", "≥ so much or more"),
    "share-at_most": ("≤ zoveel of minder", "≤ so much or less"),
    "strength-3": ("ongeveer elke week", "about every week"),
}


def with_(*blocks: Figure | Table | Paragraph, language: str = "nl") -> Report:
    return replace(every_block(language), sections=(Section("themes", "Iets", blocks),))


@pytest.mark.parametrize("mark", SAID)
def test_every_mark_that_is_drawn_has_its_words_in_the_key(mark: str) -> None:
    for language, said in zip(("nl", "en"), SAID[mark], strict=True):
        found = {each.id: each.label for figure in (DOTS, BARS, TIES) for each in legend(figure, words(language))}
        assert found[mark] == said
        assert squeezed(said) in squeezed(text_of(pdf(with_(DOTS, BARS, TIES, language=language))))


def test_what_is_not_drawn_is_not_explained() -> None:
    plain = replace(DOTS, drawing=replace(DOTS.drawing, rows=()))  # type: ignore[arg-type]  # its kinds fit
    assert legend(plain, words("nl")) == ()
    assert "hatch" not in {each.id for each in legend(HEAT, words("nl"))}


def test_a_section_explains_once() -> None:
    text = squeezed(text_of(pdf(with_(BARS, replace(BARS, id="other"), BARS))))
    assert text.count(squeezed("niet precies bekend")) == 1


@pytest.mark.parametrize("name", ["middling", "divided", "large"])
def test_a_heat_map_says_what_was_asked(name: str) -> None:
    report = report_of(name)
    text = squeezed(text_of(pdf(report), order="-raw"))
    asked = [each.table.caption for each in figures(report) if isinstance(each.drawing, Heat)]
    assert len(asked) == 5
    assert [caption for caption in asked if squeezed(caption) not in text] == []


def table(*firsts: str, columns: int = 3) -> Table:
    heads = tuple(Column(f"K{place}") for place in range(columns))
    return Table("any", "Iets", heads, tuple(texts(first, *("x",) * (columns - 1)) for first in firsts))


@pytest.mark.parametrize(
    ("firsts", "spanned", "together"),
    [
        ("abcd", [1, 1, 1, 1], 2),
        ("aabbb", [2, 0, 3, 0, 0], 3),
        ("abbbbbb", [1, 6, 0, 0, 0, 0, 0], 0),
        ("ab", [1, 1], 0),
        ("a", [1], 0),
        ("", [], 0),
    ],
)
def test_rows_share_a_cell_and_the_last_ones_stay_together(firsts: str, spanned: list[int], together: int) -> None:
    assert list(spans(table(*firsts))) == spanned
    assert last_rows(table(*firsts)) == together


def test_a_list_of_two_columns_repeats_what_it_has_to() -> None:
    assert list(spans(table("a", "a", columns=2))) == [1, 1]


def rows_by_page(number: int) -> list[int]:
    made = text_of(pdf(with_(table(*(f"Rij {place}" for place in range(number))))))
    return [found for page in made.split("\f") if (found := page.count("Rij "))]


def test_no_page_has_one_row_only() -> None:
    fit, *_ = rows_by_page(120)
    assert rows_by_page(fit + 1) == [fit - 1, 2]


def test_characters_that_are_missing_are_said_before_anything_else() -> None:
    hebrew = text_of(pdf(every_block(network="שלום")))
    assert "In dit document ontbreken letters" in hebrew.split("\f")[1]
    assert "Op de webpagina staat het wel" in " ".join(hebrew.split())
    assert "ontbreken letters" not in text_of(pdf(with_(Paragraph("Taalnetwerk"))))


@pytest.mark.parametrize("name", ["scan", "silent", "small", "middling"])
@pytest.mark.parametrize("audience", ["participant", "adviser"])
def test_how_the_report_was_made_stands_on_one_page(name: str, audience: str) -> None:
    report = report_of(name, "nl", audience)  # type: ignore[arg-type]  # its kinds fit
    made = pdf(report)
    *_, last = text_of(made).rstrip("\f").split("\f")
    assert "Over dit rapport" in last
    assert "Kenmerk van de resultaten" in last
    assert pages(made) <= 16


def test_a_number_of_answers_is_not_broken() -> None:
    assert Texts((), "").inside("welzijn (n = 8–9)") == "welzijn (n\u00a0=\u00a08–\u20609)"


def test_the_edition_is_named_once() -> None:
    made = text_of(pdf(every_block()))
    assert made.count("Kenmerk van de editie") == 1
    assert squeezed(made).count("a" * 64) == 1
    assert "nummer 1, van 16 november 2026" not in made
