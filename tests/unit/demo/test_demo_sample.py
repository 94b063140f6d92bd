"""The sample report that everybody may read."""

import pytest

from reports.report import Dots, Figure, Report
from survey.services import sample


def figures(report: Report) -> list[Figure]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sample_shows_all_a_report_can_show(language: str) -> None:
    report = sample.report(language)
    assert report.language == language
    assert report.cover.network == "Taalnetwerk Voorbeeldstad"
    assert [figure.id for figure in figures(report) if isinstance(figure.drawing, Dots)] == ["themes", "trend", "groups"]
    drawn = [figure.drawing for figure in figures(report) if isinstance(figure.drawing, Dots)]
    assert all(row.marks for dots in drawn for row in dots.rows)


def test_the_sample_has_something_to_talk_about() -> None:
    told = " ".join(figure.answer for figure in figures(sample.report("nl")))
    assert "welzijn" in told
    assert "waarschijnlijk een echte stijging" in told


def test_the_sample_is_made_once() -> None:
    assert sample.report("nl") is sample.report("nl")
