"""Words for themes and items: the fixed order, the thresholds, and what a coded figure leaves open."""

from datetime import date
from decimal import Decimal

import pytest

from reports.results import Cell, PlanGroup, PublishedTheme, Response, Results
from reports.status import ItemWord, StatusName, item_word, theme_status

STEP = Decimal("0.05")


def cell(measure: str, subject: str, text: str, **more: object) -> Cell:
    """Make a cell from ``3.9``, ``>=3.8``, ``<=2.2``, ``2.9~3.4``, or ``-``."""
    step = {"share": STEP, "dont_know": Decimal("0.10")}.get(measure, Decimal("0.1"))
    n = 20 if measure == "theme_mean" else None
    match text[:2], text.partition("~"):
        case "-", _:
            return Cell(measure, subject, "total", "withheld", reason="too_few")
        case ">=", _:
            return Cell(measure, subject, "total", "at_least", Decimal(text[2:]), None, n, step, **more)
        case "<=", _:
            return Cell(measure, subject, "total", "at_most", None, Decimal(text[2:]), n, step, **more)
        case _, (low, "~", high):
            return Cell(measure, subject, "total", "between", Decimal(low), Decimal(high), n, step, **more)
        case _:
            return Cell(measure, subject, "total", "exact", Decimal(text), Decimal(text), n, step, **more)


def results(average: str, *items: tuple[str, str], unknown: str = "<=0.10") -> Results:
    """One theme; for each item the shares that disagree and agree."""
    shares = [
        cell("share", f"ro-{number}", text, option=option)
        for number, pair in enumerate(items)
        for option, text in zip(("disagree", "agree"), pair, strict=True)
    ]
    made = PublishedTheme("roles", tuple((f"ro-{number}", 1) for number in range(5)), "mean")
    cells = (cell("theme_mean", "roles", average), *shares, cell("dont_know", "roles", unknown))
    days, plan, response = (date(2026, 9, 1), date(2026, 9, 30)), (PlanGroup("rest"),), Response(30, 20)
    return Results("2", "x", "1.0.0", "0", *days, plan, response, (made,), cells)


DIVIDED, AGREED = ("0.30", "0.30"), ("<=0.20", ">=0.80")


@pytest.mark.parametrize(
    ("found", "names"),
    [
        (results("-", DIVIDED, DIVIDED, unknown=">=0.30"), "too_few"),
        (results("4.5", DIVIDED, DIVIDED, unknown=">=0.30"), "unknown"),
        (results("4.5", DIVIDED, DIVIDED), "divided"),
        (results("4.5", DIVIDED, AGREED), "strong"),
        (results("2.9"), "attention"),
        (results("3.0"), "on_the_way"),
        (results("3.9"), "on_the_way"),
        (results("4.0"), "strong"),
        (results("4.5", unknown="0.10~0.30"), "strong"),
        (results(">=3.8"), "on_the_way strong"),
        (results(">=4.4"), "strong"),
        (results("<=2.2"), "attention"),
        (results("2.9~3.4"), "attention on_the_way"),
        (results("3.0~3.9"), "on_the_way"),
        (results("2.9~4.0"), "attention on_the_way strong"),
        (results("<=3.0"), "attention on_the_way"),
    ],
)
def test_a_status_is_the_first_that_holds(found: Results, names: str) -> None:
    assert theme_status(found, "roles").names == tuple(StatusName(name) for name in names.split())


def test_two_camps_among_twenty_are_divided() -> None:
    """domain.md 4.15, test 3: half 1-2, half 4-5, and not 'on the way'."""
    assert theme_status(results("3.0", *[("0.50", "0.50")] * 5), "roles").names == (StatusName.DIVIDED,)


@pytest.mark.parametrize(
    ("disagree", "agree", "word"),
    [
        ("<=0.20", "0.70", ItemWord.MOSTLY_AGREE),
        ("<=0.20", ">=0.80", ItemWord.MOSTLY_AGREE),
        ("0.70", "<=0.20", ItemWord.MOSTLY_DISAGREE),
        ("0.30", "0.65", ItemWord.DIVIDED),
        ("0.25", "0.65", ItemWord.MIXED),
        ("0.25", "0.30", ItemWord.MIXED),
        ("0.25~0.35", "0.45", ItemWord.UNSURE),
        ("<=0.20", "0.65~0.75", ItemWord.UNSURE),
        ("<=0.30", "0.50", ItemWord.UNSURE),
        (">=0.30", "0.35", ItemWord.DIVIDED),
    ],
)
def test_an_item_has_a_word_by_its_shares(disagree: str, agree: str, word: ItemWord) -> None:
    assert item_word(results("3.0", (disagree, agree)), "ro-0") == word


def test_what_is_not_shown_has_no_word() -> None:
    assert item_word(results("3.0"), "ro-4") == ItemWord.NOT_SHOWN


def test_a_theme_that_is_not_there_has_no_status() -> None:
    with pytest.raises(KeyError, match="reach"):
        theme_status(results("3.0"), "reach")
