"""Library beside welfare over networks: the published gaps, and what such organisations say on their own behalf.

The two never mix (disclosure rule R11). The median of the gaps is the edition's, whatever networks are chosen (R7).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reports.benchmark import Edition, GapFigures
from reports.benchmark.edition import figure_key
from reports.dashboards.given import ComparedNetwork, reference_versions
from reports.dashboards.words import (
    NO_SIGN,
    Sign,
    WordCell,
    WordGrid,
    WordRow,
    columns_of,
    counted_said,
    difference_said,
    signed,
)
from reports.gap import GapWord
from reports.profile.asked import LIBRARY, WELFARE
from reports.report.tables import Column, Table
from reports.report.values import Value, average, texts
from reports.results import Cell
from reports.standing import ThemeStanding
from reports.wording import Words, words

#: The two sides, in the order in which they are shown.
SIDES: Final = (LIBRARY, WELFARE)
#: How many cells are kept as they were said: the same ones come back on every page.
_REMEMBERED: Final = 10_000
#: The words in the order in which they are counted.
_COUNTED: Final[Mapping[GapWord, str]] = {
    GapWord.DIFFERENT: "different",
    GapWord.SAME: "same",
    GapWord.UNCLEAR: "unclear",
    GapWord.NOT_SHOWN: "untold",
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of these networks; ``medians`` are the edition's, one for each column; ``left_out`` show no side."""

    grid: WordGrid
    medians: tuple[WordCell, ...]
    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    table: Table


def shows_both(network: ComparedNetwork) -> bool:
    """Whether a network publishes both sides of at least one theme."""
    return any(_both(each) for each in network.themes)


def _both(standing: ThemeStanding | None) -> tuple[Cell, Cell] | None:
    if standing is None or standing.library is None or standing.welfare is None:
        return None
    both = standing.library, standing.welfare
    return both if all(cell.shown for cell in both) else None


def gaps_of(
    language: str, networks: Sequence[ComparedNetwork], titles: Mapping[str, str], edition: Edition | None
) -> Gaps:
    """Lay the gaps of networks side by side.

    Parameters
    ----------
    language
        One that the wording of reports has.
    networks
        In the order in which they are shown, with the themes that have both groups in the plan of their round.
    titles
        Every theme that there is, with its title, in questionnaire order.
    edition
        The newest benchmark edition; ``None`` where none was made.
    """
    said, shown = words(language), [each for each in networks if shows_both(each)]
    themes = columns_of(shown, titles)
    found = _figures(shown, edition)
    return Gaps(
        grid=WordGrid(tuple(themes.values()), tuple(_row(said, each, themes) for each in shown)),
        medians=tuple(_median(said, title, found.get(theme)) for theme, title in themes.items()),
        sentences=tuple(_sentence(said, shown, theme, title) for theme, title in themes.items()),
        notes=_notes(said, edition, found),
        left_out=tuple(each.name for each in networks if not shows_both(each)),
        table=_table(said, shown, themes, found),
    )


def _figures(networks: Sequence[ComparedNetwork], edition: Edition | None) -> dict[str, GapFigures]:
    """Return the edition's gaps of the versions that most of these networks have (disclosure rule R16)."""
    versions = reference_versions(networks)
    figures = edition.gaps if edition else ()
    return {
        each.theme.id: each
        for each in figures
        if (each.first, each.second) == SIDES and versions.get(each.theme.id) == figure_key(each.theme)
    }


def _notes(said: Words, edition: Edition | None, found: Mapping[str, GapFigures]) -> tuple[str, ...]:
    notes = [said.say("sides.how"), said.say("sides.chance")]
    if not found or edition is None:
        return (*notes, said.say("sides.no-median"))
    invented = (said.say("benchmark.invented"),) if edition.invented else ()
    return (*notes, said.say("sides.median.how", date=said.in_full(edition.cut_off)), *invented)


def _row(said: Words, network: ComparedNetwork, themes: Mapping[str, str]) -> WordRow:
    cells = tuple(_cell(said, title, network.by_theme.get(theme)) for theme, title in themes.items())
    return WordRow(network.key, network.name, said.in_full(network.closed_on), cells, network.under)


@lru_cache(_REMEMBERED)
def _cell(said: Words, title: str, standing: ThemeStanding | None) -> WordCell:
    if standing is None:
        return WordCell(NO_SIGN, said.say("compare.not-asked", theme=title))
    both = _both(standing)
    if both is None:
        return WordCell(NO_SIGN, f"{title}: {said.say('sides.word.not_shown')}")
    word = said.say(f"sides.word.{standing.gap}")
    names = [said.say(f"sides.{side}") for side in SIDES]
    told = [
        word,
        *(said.say("sides.value", name=name, value=said.value(cell)) for name, cell in zip(names, both, strict=True)),
        *_number(said, standing),
    ]
    signs = (Sign(side, said.short_value(cell), name) for side, name, cell in zip(SIDES, names, both, strict=True))
    return WordCell((Sign(f"gap-{standing.gap}", word), *signs), f"{title}: {'; '.join(told)}")


def _number(said: Words, standing: ThemeStanding) -> list[str]:
    """Say the difference; from a coded average there is a word only."""
    if standing.gap_difference is None:
        return []
    number = difference_said(said, standing.gap_difference, standing.gap_margin)
    return [said.say("sides.difference", difference=number)]


def _median(said: Words, title: str, figures: GapFigures | None) -> WordCell:
    if figures is None:
        return WordCell(NO_SIGN, said.say("sides.median.none", theme=title))
    number, day = signed(said, figures.median), said.in_full(figures.since)
    says = said.say("sides.median.says", theme=title, median=number, networks=figures.networks, date=day)
    return WordCell((Sign("none", number),), says)


def _sentence(said: Words, networks: Sequence[ComparedNetwork], theme: str, title: str) -> str:
    found = [each.by_theme.get(theme) for each in networks]
    have = [standing.gap if standing and _both(standing) else GapWord.NOT_SHOWN for standing in found]
    words = {said.say(f"sides.word.{_COUNTED[word]}"): have.count(word) for word in _COUNTED if word in have}
    return counted_said(said, title, words)


def _table(
    said: Words, networks: Sequence[ComparedNetwork], themes: Mapping[str, str], found: Mapping[str, GapFigures]
) -> Table:
    heads = ("compare.network", "compare.closed", "column.theme")
    numbers = ("sides.column.library", "sides.column.welfare", "sides.column.difference", "sides.column.median")
    columns = (
        *(Column(said.say(head)) for head in heads),
        *(Column(said.say(head), numeric=True) for head in numbers),
        Column(said.say("sides.column.word")),
    )
    rows = tuple(
        (
            *texts(network.name, said.in_full(network.closed_on), title),
            *(average(said, cell) for cell in both),
            Value(difference_said(said, standing.gap_difference, standing.gap_margin)),
            Value(_beside(said, standing, found.get(theme))),
            Value(said.say(f"sides.word.{standing.gap}")),
        )
        for network in networks
        for theme, title in themes.items()
        if (standing := network.by_theme.get(theme)) and (both := _both(standing))
    )
    return Table("gaps", said.say("sides.table"), columns, rows, reach="data")


def _beside(said: Words, standing: ThemeStanding, figures: GapFigures | None) -> str:
    """Return the median that may stand beside a network's gap: that of the same questions."""
    fits = figures is not None and figure_key(figures.theme) == standing.version
    return signed(said, figures.median) if figures and fits else "–"
