"""A report as a browser prints it: whole, light, and within the margins of the paper."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from reports.look import TOKENS
from tests.browser.conftest import Visit
from tests.browser.test_charts import COLOURS, rgb
from tests.browser.trial_reports import DESK, EVERY, PAGES, SAMPLE, WIDE_TABLE
from tests.browser.visiting import PHONE

SUMMARIES: Final = "folds => folds.map((fold) => fold.firstElementChild.textContent)"

#: A4, and the margins at its sides and at its top and bottom, in points.
WIDE, TALL = 595, 842
ASIDE, ABOVE = 42.5, 45.3
#: As many points a letter may stand out by its own shape.
LITTLE: Final = 2

_WORD: Final = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>')


def printed(page: Page, folder: Path) -> Iterator[tuple[str, list[float]]]:
    """Print on A4 and return the words with where they stand: left, top, right and bottom, in points."""
    paper = folder / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    done = subprocess.run(["pdftotext", "-bbox", paper, "-"], capture_output=True, text=True, check=True)
    for *ends, word in _WORD.findall(done.stdout):
        yield word, [float(end) for end in ends]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_every_word_stands_within_the_margins(read: Visit, tmp_path: Path, path: str, size: tuple[int, int]) -> None:
    words = list(printed(read(path, size), tmp_path))
    assert len(words) > 500
    sides = ASIDE - LITTLE, WIDE - ASIDE + LITTLE
    ends = ABOVE - LITTLE, TALL - ABOVE + LITTLE
    assert not [
        (word, *box)
        for word, box in words
        if not (sides[0] <= box[0] and box[2] <= sides[1] and ends[0] <= box[1] and box[3] <= ends[1])
    ]


def test_a_table_of_many_organisations_does_not_make_the_print_smaller(read: Visit, tmp_path: Path) -> None:
    many, usual = ([*printed(read(path, DESK), tmp_path)] for path in (WIDE_TABLE, EVERY))
    kicker = many[0][0]
    assert kicker == usual[0][0]
    assert many[0][1] == usual[0][1]
    cells = [box for word, box in many if word == "(maand)"]
    assert len(cells) == 16 * 16
    assert max(box[2] for box in cells) <= WIDE - ASIDE + LITTLE


def test_a_print_is_the_same_from_every_screen(read: Visit, tmp_path: Path) -> None:
    phone, desk = ([*printed(read(SAMPLE, size), tmp_path)] for size in (PHONE, DESK))
    assert phone == desk


def test_on_paper_everything_is_open_and_light_and_folded_again_after(read: Visit) -> None:
    page = read(size=DESK, dark=True)
    opened = page.locator("details[open]").evaluate_all(SUMMARIES)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    plots = page.locator(".plot svg.main-svg:first-child")
    expect(plots).to_have_count(page.locator(".plot").count())
    assert rgb(TOKENS["agree"].light) in page.locator("#statements .plot .points path").evaluate_all(COLOURS)
    page.emulate_media(media="print")
    expect(page.locator(":is(.toc, .to-contents):visible")).to_have_count(0)
    expect(page.locator("summary:visible:not(:has(.answer))")).to_have_count(0)
    expect(page.locator(".answer:visible")).to_have_count(page.locator(".figure").count())
    expect(page.locator(".unfolds:visible")).to_have_count(0)
    expect(page.locator("body")).to_have_css("color", rgb(TOKENS["ink"].light))

    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").evaluate_all(SUMMARIES) == opened
    assert rgb(TOKENS["agree"].light) not in page.locator("#statements .plot .points path").evaluate_all(COLOURS)
