"""What changes of a report on a wall: which rows come first, and what a title has said already."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.forms.slides.wall import on_a_wall
from reports.report import Column, Figure, Table, Value
from reports.wording import words as wording
from reports.wording.words import opening
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.slides_reading import deck, notes, titles, words

SHARES = {
    "hidden": Value("–", "share", "withheld"),
    "little": Value("≤10%", "share", "at_most", high=Decimal("0.10")),
    "some": Value("40%", "share", "exact", Decimal("0.40"), Decimal("0.40")),
    "named": Value("20%", "share", "exact", Decimal("0.20"), Decimal("0.20")),
    "most": Value("≥80%", "share", "at_least", Decimal("0.80")),
}
SEEN = Table(
    "reach-seen",
    "Wie ziet deze mensen al?",
    (Column("Groep"), Column("Deel", numeric=True)),
    tuple((Value(name), share) for name, share in SHARES.items()),
    foremost=(3,),
)


def order(table: Table) -> list[str]:
    return [row[0].text for row in on_a_wall(table, wording("nl")).rows]


def test_after_what_the_sentence_is_about_the_largest_share_comes_first() -> None:
    """A share that is not told, or that is so much or less, says nothing: these keep the order of the report."""
    assert order(SEEN) == ["named", "most", "some", "hidden", "little"]


def test_rows_that_stand_in_an_order_of_their_own_keep_it() -> None:
    assert order(replace(SEEN, id="form-phase", foremost=())) == [*SHARES]


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_title_and_the_sentence_below_it_do_not_name_the_same_theme(name: str, language: str) -> None:
    report = report_of(name, language)
    figures = (block for section in report.sections for block in section.blocks if isinstance(block, Figure))
    answers = {figure.table.caption: figure.answer for figure in figures if figure.id.startswith("statements-")}

    opened = deck(report)
    for slide, title in zip(opened.slides, titles(opened), strict=True):
        if title in answers:
            theme, answer = answers[title].split(": ", 1)
            assert title.startswith(f"{theme}: ")
            assert opening(answer) in words(slide)
            assert answers[title] not in words(slide) + notes(slide)
