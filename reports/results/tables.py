"""From answers to cells: every table of a round, coded by the publication rules."""

from collections.abc import Iterator
from dataclasses import replace

from questionnaires.types.summary import TICKED
from reports.disclosure.averages import Printed, average_table
from reports.disclosure.coded import Coded
from reports.disclosure.dont_know import code_unknown
from reports.disclosure.gate import Level
from reports.disclosure.item_words import code_item
from reports.disclosure.options import determined
from reports.disclosure.policy import MIN_ITEMS
from reports.disclosure.shares import Counts, Shares, share_table
from reports.disclosure.theme_answers import ThemeAnswers
from reports.results.cells import GRIDS, TOTAL, Cell, Measure, Reason


def theme_cells(theme: ThemeAnswers, level: Level, *, words: bool = False) -> tuple[Cell, ...]:
    """Return the cells about a theme and its items, as far as ``level`` leaves them.

    ``words``: items of 5 to 9 answers may say on which side their average lies, because no theme has an average (R3).
    """
    averages = _averages(theme, level) if len(theme.items) >= MIN_ITEMS else ()
    items = [cell for place in range(len(theme.items)) for cell in _item(theme, place, level, words)]
    return (*averages, *items)


def _averages(theme: ThemeAnswers, level: Level) -> Iterator[Cell]:
    groups = {group: theme.tally(group) for group in theme.plan if level < Level.NOTHING}
    table = average_table(groups, theme.tally(None), apart=level < Level.NO_GROUPS and len(groups) > 1)
    yield _mean(theme.id, TOTAL, table.total, "too_few")
    # A group without enough answers and a group dropped by R4 look the same; neither has a size.
    reason: Reason = "group" if table.total else "too_few"
    for group in theme.plan:
        yield _mean(theme.id, group, table.groups.get(group), reason)


def _mean(theme: str, group: str, printed: Printed | None, reason: Reason) -> Cell:
    if printed is None:
        return _withheld("theme_mean", theme, group, reason)
    return _cell("theme_mean", theme, group, printed.coded, n=printed.n)


def _item(theme: ThemeAnswers, place: int, level: Level, words: bool) -> Iterator[Cell]:
    if words:
        yield _word(theme, place, level)
    groups = {group: theme.counts(place, group) for group in theme.plan if level == Level.FULL}
    table = share_table(groups, theme.counts(place, None), apart=len(groups) > 1)
    yield from _shares(theme.items[place], TOTAL, table.total, "too_few")
    for group in theme.plan:
        yield from _shares(theme.items[place], group, table.groups.get(group), "group" if table.total else "too_few")


def _word(theme: ThemeAnswers, place: int, level: Level) -> Cell:
    n = sum(sum(theme.counts(place, group).values()) for group in theme.plan)
    total = sum(theme.given_total(place, group) for group in theme.plan)
    coded = code_item(total, n) if level == Level.FULL else None
    if coded is None:
        return _withheld("item_word", theme.items[place], TOTAL, "too_few")
    return _cell("item_word", theme.items[place], TOTAL, coded)


def _shares(subject: str, group: str, shares: Shares | None, reason: Reason) -> Iterator[Cell]:
    if not shares:
        yield _withheld("share", subject, group, reason)
    else:
        yield from (_cell("share", subject, group, coded, option=option) for option, coded in shares.items())


def unknown_cell(theme: str, level: Level, persons: int, unknown: int, answers: int) -> Cell:
    """Return the cell about "don't know" in a theme; the arguments are those of :func:`code_unknown`."""
    coded = code_unknown(persons, unknown, answers) if level < Level.NOTHING else None
    if coded is None:
        return _withheld("dont_know", theme, TOTAL, "too_few")
    return _cell("dont_know", theme, TOTAL, coded)


def class_cells(subject: str, counts: Counts, extra: Counts) -> tuple[Cell, ...]:
    """Return the cells about a question outside the themes of which each answer falls in one class (R15).

    ``counts`` and ``extra`` hold the valid answers per class, personal and outside the groups.
    """
    table = share_table({TOTAL: counts}, extra, apart=False)
    hidden = table.total is None or determined(table.total, counts, extra)
    return tuple(_shares(subject, TOTAL, None if hidden else table.total, "too_few"))


def option_cell(subject: str, option: str, counts: Counts, extra: Counts) -> Cell:
    """Return the cell about one option of a question in which several may be chosen: each is a table of its own (R15).

    ``counts`` and ``extra`` hold how many ticked it, and how many did not.
    """
    *_, printed = (cell for cell in class_cells(subject, counts, extra) if cell.option in (None, TICKED))
    return replace(printed, option=option)


def _withheld(measure: Measure, subject: str, group: str, reason: Reason) -> Cell:
    """Return a cell that says nothing, in the steps of the cells that say something (R9)."""
    return Cell(measure, subject, group, "withheld", step=GRIDS[measure].step, reason=reason)


def _cell(
    measure: Measure, subject: str, group: str, coded: Coded, *, n: int | None = None, option: str | None = None
) -> Cell:
    step = GRIDS[measure].step
    return Cell(measure, subject, group, coded.kind, coded.low, coded.high, n=n, step=step, option=option)
