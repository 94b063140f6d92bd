"""Rounds with shares of statements, of the grade and of what the network is worth."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reports.results import TOTAL, Cell, Results
from tests.unit.reports.test_report_samples import results, unknown_cell

STEP = Decimal("0.05")

#: Published shares as they are written: disagree, neither, agree (or the classes of a grade).
Written = tuple[str, str, str]
AGREE: Written = ("<=20", "30", "70")
DISAGREE: Written = ("70", "30", "<=20")
APART: Written = ("40", "20", "45")
MIXED: Written = ("25", "35", "40")


def share_cell(subject: str, option: str, written: str, group: str = TOTAL) -> Cell:
    """Write a share as it reads: ``70``, ``>=80``, ``<=20`` or ``20~40``."""
    low, _, high = written.removeprefix(">=").removeprefix("<=").partition("~")
    ends = [Decimal(each) / 100 for each in (low, high or low)]
    first, last = (each.quantize(STEP) for each in ends)
    if written.startswith(">="):
        return Cell("share", subject, group, "at_least", first, None, step=STEP, option=option)
    if written.startswith("<="):
        return Cell("share", subject, group, "at_most", None, last, step=STEP, option=option)
    return Cell("share", subject, group, "between" if high else "exact", first, last, step=STEP, option=option)


def cells(
    subject: str, written: Written | None, classes: Written = ("disagree", "neither", "agree"), group: str = TOTAL
) -> list[Cell]:
    """Return the shares of one question; ``None`` are withheld ones."""
    if written is None:
        return [Cell("share", subject, group, "withheld", reason="too_few" if group == TOTAL else "group")]
    return [share_cell(subject, option, each, group) for option, each in zip(classes, written, strict=True)]


def with_shares(
    averages: Mapping[str, tuple[str, ...]],
    items: Mapping[str, Written | None],
    *,
    unknown: Mapping[str, str] | None = None,
    more: tuple[Cell, ...] = (),
    plan: tuple[str, ...] = (),
) -> Results:
    """Return a round with averages per theme, shares per statement, and how much is not known of some themes."""
    made = results(dict(averages), plan=plan)
    told = unknown or {}
    known = tuple(
        unknown_cell(cell.subject, told[cell.subject]) if cell.measure == "dont_know" and cell.subject in told else cell
        for cell in made.cells
    )
    shares = [cell for item, written in items.items() for cell in cells(item, written)]
    themes = {theme.id: theme for theme in made.themes}
    prefixes = {"shared-purpose": "sp", "roles": "ro", "municipality": "mu", "contact-trust": "ct", "conditions": "co"}
    asked = tuple(
        replace(theme, items=tuple((item, 1) for item in items if item.startswith(f"{prefixes.get(name)}-")))
        for name, theme in themes.items()
    )
    return replace(made, themes=asked, cells=(*known, *shares, *more))
