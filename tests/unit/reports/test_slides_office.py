"""LibreOffice opens the slides as they were made: as many pages as slides, and all the words on them."""

import re
from pathlib import Path

import pytest

from tests.unit.reports.every_block import every_block
from tests.unit.reports.every_figure import HOSTILE
from tests.unit.reports.networks import report_of
from tests.unit.reports.slides_reading import deck, made, pages_in_office, titles

REPORTS = {
    "small": report_of("small"),
    "large-en": report_of("large", "en", "adviser"),
    "silent": report_of("silent"),
    "scan": report_of("scan"),
    "every": every_block(),
    "hostile": every_block(network=" ".join(HOSTILE)),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder: Path = tmp_path_factory.mktemp("office")
    return pages_in_office({name: made(report) for name, report in REPORTS.items()}, folder)


@pytest.mark.parametrize("name", REPORTS)
def test_there_are_as_many_pages_as_slides_each_with_its_title(opened: dict[str, list[str]], name: str) -> None:
    expected = titles(deck(REPORTS[name]))

    assert len(opened[name]) == len(expected)
    for page, title in zip(opened[name], expected, strict=True):
        assert re.findall(r"[a-z]{4,}", title)[:2] == [
            word for word in re.findall(r"[a-z]{4,}", title)[:2] if word in page
        ]


def test_charts_show_their_scale_and_their_labels(opened: dict[str, list[str]]) -> None:
    themes = next(page for page in opened["every"] if "De onderwerpen" in page)
    bars = next(page for page in opened["every"] if "Antwoorden op de zinnen" in page)

    assert "1 2 3 4 5" in themes
    assert "→" in themes
    for label in ("≤10%", "70%", "35%", "≥90%", "20%"):
        assert label in bars


def test_numbers_of_slides_are_filled_in(opened: dict[str, list[str]]) -> None:
    for number, page in enumerate(opened["small"][1:], 2):
        assert page.endswith(str(number))
