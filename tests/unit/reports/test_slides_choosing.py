"""Which parts become slides: those that the highlights point at, and first not those in which there is nothing."""

from dataclasses import replace

import pytest

from reports.forms.slides.choosing import MOST, pages
from reports.report import Figure, Highlight, Highlights, Paragraph, Report, Section, Table
from reports.wording import words as wording
from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import HEAT
from tests.unit.reports.networks import NETWORKS, report_of
from tests.unit.reports.test_slides import with_section

both_languages = pytest.mark.parametrize("language", ["nl", "en"])
#: Worth little, and worth more.
FORM, TREND, UNKNOWN = "form", "trend", "unknown"


def shown(report: Report) -> list[str]:
    return [page.about for page in pages(report, wording(report.language))]


def pointed_at(report: Report) -> set[str]:
    blocks = (block for section in report.sections for block in section.blocks)
    return {item.section for block in blocks if isinstance(block, Highlights) for item in block.items}


def crowded(summary: str, *pointing_at: str, language: str = "nl") -> Report:
    """A report with more parts than a meeting can hold; ``summary`` is that of what people do not know."""
    names = ("form", "trend", "unknown", "overall", "municipality")
    sections = [Section(name, name, (Paragraph(summary, "lead"), HEAT), summary) for name in names]
    report = every_block(language)
    report = replace(report, sections=(*report.sections, *sections))
    items = tuple(Highlight("Dit valt op.", "Bekijk", name) for name in pointing_at)
    return with_section(report, Section("highlights", "Dit valt op", (Highlights(items),))) if items else report


@pytest.mark.parametrize("name", NETWORKS)
@both_languages
def test_what_the_highlights_point_at_has_its_slide(name: str, language: str) -> None:
    report = report_of(name, language)
    drawn = {
        section.id
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Figure) or (isinstance(block, Table) and block.reach == "all")
    }

    assert pointed_at(report) & drawn <= set(shown(report))


@both_languages
def test_what_is_worth_little_is_worth_much_when_the_highlights_point_at_it(language: str) -> None:
    assert FORM not in shown(crowded("Iets.", language=language))
    assert FORM in shown(crowded("Iets.", FORM, TREND, language=language))
    assert len(shown(crowded("Iets.", FORM, TREND, language=language))) == MOST - 1


def test_nothing_is_added_for_a_sentence_about_a_part_without_a_figure() -> None:
    report = crowded("Iets.", FORM)
    bare = with_section(report, Section(FORM, FORM, (Paragraph("Nog niets."),)))

    assert FORM in shown(report)
    assert FORM not in shown(bare)


@both_languages
def test_a_part_that_says_that_there_is_nothing_is_left_out_first(language: str) -> None:
    nothing = wording(language).say("unknown.at_most")

    assert UNKNOWN in shown(crowded("Iets.", language=language))
    assert UNKNOWN not in shown(crowded(nothing, language=language))


def test_a_part_that_says_that_there_is_nothing_stays_where_there_is_room() -> None:
    nothing = wording("nl").say("unknown.at_most")
    few = replace(every_block(), sections=every_block().sections[:4])
    section = Section(UNKNOWN, UNKNOWN, (Paragraph(nothing, "lead"), HEAT), nothing)

    assert UNKNOWN in shown(replace(few, sections=(*few.sections, section)))


def test_slides_stay_in_the_order_of_use() -> None:
    order = shown(crowded("Iets.", FORM, TREND))

    assert order.index("themes") < order.index(TREND) < order.index(FORM) < order.index("talk")
