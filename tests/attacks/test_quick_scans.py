"""Attacks 23 and 26 on a quick scan, which is a round by code alone: who invents answers, and parts of a theme."""

from collections.abc import Callable
from typing import Final

import pytest
from flask import Flask

from questionnaires import catalogue
from reports.disclosure.policy import K_ITEM, K
from reports.results import Results
from reports.trend import TrendOutcome, compare_rounds
from tests.attacks.channels import pdf_text
from tests.attacks.harvesting import everything_on
from tests.factories import close_round
from tests.meetings import Meeting, join, open_meeting, scan
from tests.pages import PageClient

pytestmark = pytest.mark.usefixtures("connection")
#: How many join a meeting.
SIZES: Final = (4, 5, 9, 10, 14)


def held(app: Flask, people: int, answer: Callable[[int], int], name: str) -> tuple[Meeting, Results]:
    """Hold a meeting in which so many join, and show its result."""
    meeting = open_meeting(app, name=name)
    join(app, meeting, [scan(answer(person)) for person in range(people)])
    results = close_round(app, meeting.id)
    assert results is not None
    return meeting, results


def read(app: Flask, meeting: Meeting) -> str:
    """Return what the page and the document of a result say, and the address behind its code."""
    client = PageClient(app)
    report = f"/rapport/{meeting.report_token}"
    pages = [everything_on(client.get(f"{report}?taal={language}")) for language in ("nl", "en")]
    behind = client.follow(client.get(f"/meedoen/{meeting.code.token}", 303))
    return "\n".join([*pages, pdf_text(client.get(f"{report}/rapport.pdf").body), everything_on(behind)])


def test_23_four_in_a_meeting_are_told_nothing_and_nobody_is_found_out_by_who_invents_the_others(app: Flask) -> None:
    """Whoever invents answers knows them all: a word or a share never says what the one real person chose."""
    _, nothing = held(app, K - 1, lambda _: 5, "Taalnetwerk Vier")
    assert not any(cell.shown for cell in nothing.cells)

    for people in (K, K_ITEM):
        told = {
            real: held(app, people, lambda person, real=real: real if person == 0 else 3, f"T {people} {real}")[1].cells
            for real in range(1, 6)
        }
        same = [value for value in told if told[value] == told[3]]
        assert len(same) >= 3, f"Among {people}, one real answer is told from at least three others."


@pytest.mark.parametrize("people", SIZES)
def test_26_a_quick_scan_and_a_full_round_have_no_average_of_part_of_a_theme(app: Flask, people: int) -> None:
    meeting, results = held(app, people, lambda person: 1 + person % 5, f"Taalnetwerk {people}")

    assert results.themes == ()
    assert {cell.measure for cell in results.cells if cell.shown} <= {"item_word", "share"}
    said = read(app, meeting).lower()
    assert not any(word in said for word in ("gemiddelde van", "average of", "theme_mean"))
    both = {cell.subject for cell in results.cells if cell.measure == "item_word" and cell.shown}
    assert both.isdisjoint(cell.subject for cell in results.cells if cell.measure == "share" and cell.shown)


def test_26_what_a_short_version_publishes_is_compared_with_no_full_theme(app: Flask) -> None:
    """A theme of fewer statements is another theme (R16), whatever its name."""
    full, short = catalogue.latest("taalnetwerkspiegel"), catalogue.latest("taalnetwerkspiegel-kort")
    versions = {theme.id: theme.item_versions for theme in full.themes}
    differ = [theme.id for theme in short.themes if theme.item_versions != versions[theme.id]]
    assert differ == [theme.id for theme in short.themes]

    _, scanned = held(app, 12, lambda person: 1 + person % 5, "Taalnetwerk Twaalf")
    trend = compare_rounds(before=scanned, now=scanned)
    assert {each.outcome for each in trend.themes} <= {TrendOutcome.NOT_COMPARABLE}
    items = {name for theme in full.themes for name, _ in theme.item_versions}
    assert {cell.subject for cell in scanned.cells if cell.measure == "item_word"} <= items
