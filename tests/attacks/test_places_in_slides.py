"""Attack 15 on slides: no mark, bar or shape stands where only a raw average or share would put it.

That rounds with the same results have every measure in common, whatever their answers, is seen with the twins
(``test_twins``); here, that what charts are drawn from is published, and that both would find a mark that was moved.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reports.forms.slides import slides
from reports.forms.slides.boxes import Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.charts import dots
from reports.report import Mark, Row
from reports.results import Results
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, decimals
from tests.attacks.places import places, plotted
from tests.attacks.published_numbers import of_all_networks, parts, printed, stored
from tests.attacks.report_files import file_of, signed_in
from tests.every_form.made import AT
from tests.package_reading import everything_in
from tests.pages import PageClient
from tests.unit.reports.networks import NETWORKS, given, report_of

#: What a raw average has more than the published one, and in how many EMU that is seen on a slide.
MORE, MOVED = Decimal("0.03"), 300


def decks(attacked: Attacked) -> list[bytes]:
    """Return the slides for participants and for staff, in both languages."""
    ways = [
        (PageClient(attacked.app), attacked.round.report),
        (signed_in(attacked), f"/rondes/{attacked.round.id}/rapport"),
    ]
    return [file_of(client, address, "slides", language) for client, address in ways for language in LANGUAGES]


def unpublished(deck: bytes, results: Results, others: set[str]) -> dict[str, set[Decimal]]:
    """Return what charts are drawn from and is no published number."""
    found, known = plotted(deck), {Decimal(each) for each in others}
    shares = {100 * Decimal(each) for each in parts(results)}
    left = {"averages": found["averages"] - printed(results) - known, "shares": found["shares"] - shares}
    return {kind: numbers for kind, numbers in left.items() if numbers}


def test_15_charts_are_drawn_from_published_numbers_alone(attacked: Attacked) -> None:
    results = stored(attacked)

    for deck in decks(attacked):
        assert all(plotted(deck).values())
        assert unpublished(deck, results, of_all_networks()) == {}


@pytest.mark.parametrize("name", NETWORKS)
def test_15_charts_of_any_network_are_drawn_from_published_numbers_alone(name: str) -> None:
    assert unpublished(deck_of(name), *known_of(name)) == {}


def deck_of(name: str) -> bytes:
    return slides(report_of(name, "nl"), at=AT)


def known_of(name: str) -> tuple[Results, set[str]]:
    """Return the results of a network, and every number that it was given of the round before and of others."""
    made_of, _ = given(name)
    before = {str(each) for each in printed(made_of.previous)} if made_of.previous else set[str]()
    others = decimals(made_of.edition.to_json()) if made_of.edition else set[str]()
    return made_of.results, before | others


def test_15_a_mark_at_the_raw_average_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the slide stay; the mark stands where the average is before it was rounded."""
    published = dots._mark

    def raw(row: Row, series: str) -> Mark | None:
        mark = published(row, series)
        return mark and replace(mark, low=mark.low and mark.low + MORE, high=mark.high and mark.high + MORE)

    before = places(deck_of("middling"))
    monkeypatch.setattr(dots, "_mark", raw)
    moved = deck_of("middling")

    assert unpublished(moved, *known_of("middling")).keys() == {"averages"}
    assert places(moved) != before


def test_15_a_shape_that_is_moved_by_a_raw_average_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is read in words tells it: only the places do."""
    drawn, before = Canvas.ornament, deck_of("middling")

    def moved(canvas: Canvas, shape: str, box: Box, *more: Any, **looks: Any) -> None:
        drawn(canvas, shape, replace(box, left=box.left + MOVED), *more, **looks)

    monkeypatch.setattr(Canvas, "ornament", moved)
    after = deck_of("middling")

    assert everything_in(after) == everything_in(before)
    assert places(after) != places(before)
