"""Themes from round to round: the word of each network's newest round beside the one before, and how many have which.

The words are those of the trend rule as they were published with each round; nothing is worked out anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from reports.dashboards.given import ComparedNetwork
from reports.dashboards.words import (
    NO_SIGN,
    Sign,
    WordCell,
    WordGrid,
    WordRow,
    columns_of,
    counted_said,
    difference_said,
)
from reports.report.tables import Column, Table
from reports.report.values import NOTHING, Value, average, texts
from reports.standing import ThemeStanding
from reports.trend import TrendOutcome
from reports.wording import Words, words


class Change(StrEnum):
    """What is said of a theme in a network's newest round; the outcomes of the trend rule, and that there is none."""

    RISE = "rise"
    FALL = "fall"
    UNCLEAR = "unclear"
    NOT_COMPARABLE = "not_comparable"
    FIRST = "first"
    NOT_SHOWN = "not_shown"


_CHANGES: Final = {outcome: Change(outcome) for outcome in TrendOutcome}
#: Outcomes that lie two averages of the same questions beside each other.
_BESIDE: Final = (Change.RISE, Change.FALL, Change.UNCLEAR)


@dataclass(frozen=True, slots=True)
class Developed:
    """A network by its newest round and the released one before; ``composition_changed`` between these two."""

    now: ComparedNetwork
    before: ComparedNetwork | None = None
    composition_changed: bool | None = None

    def change(self, standing: ThemeStanding) -> Change:
        """Return what is said of a theme; of a round after one without a report, nothing can be."""
        if standing.outcome is not None:
            return _CHANGES[standing.outcome]
        return Change.NOT_SHOWN if self.before else Change.FIRST

    def earlier(self, standing: ThemeStanding) -> ThemeStanding | None:
        """Return the theme in the round before, where it may stand beside the newest one (disclosure rule R16)."""
        if self.before is None or standing.outcome in (None, TrendOutcome.NOT_COMPARABLE):
            return None
        found = self.before.by_theme.get(standing.theme)
        return found if found and found.version == standing.version else None


@dataclass(frozen=True, slots=True)
class Development:
    """What "Ontwikkeling" shows; ``sentences`` are one for each theme, ``table`` holds every value once more."""

    grid: WordGrid
    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    table: Table


#: Of each theme how many networks have which outcome; ``None`` is a round without one before.
Counts = Mapping[str, Mapping[Change, int]]


def develop(language: str, networks: Sequence[Developed], titles: Mapping[str, str], counts: Counts) -> Development:
    """Lay the newest rounds beside the ones before.

    Parameters
    ----------
    language
        One that the wording of reports has.
    networks
        In the order in which they are shown.
    titles
        Every theme that there is, with its title, in questionnaire order.
    counts
        How many of all networks that were chosen have which word: also of those on other pages.
    """
    said = words(language)
    themes = columns_of((each.now for each in networks), titles)
    rows = tuple(_row(said, each, themes) for each in networks)
    sentences = tuple(_sentence(said, title, counts[theme]) for theme, title in themes.items() if counts.get(theme))
    notes = (said.say("development.how"), said.say("development.chance"), said.say("no-ranking"))
    return Development(WordGrid(tuple(themes.values()), rows), sentences, notes, _table(said, networks, themes))


def _sentence(said: Words, title: str, counts: Mapping[Change, int]) -> str:
    words = {said.say(f"development.word.{each}"): counts[each] for each in Change if counts.get(each)}
    return counted_said(said, title, words)


def _row(said: Words, network: Developed, themes: Mapping[str, str]) -> WordRow:
    now = network.now
    cells = tuple(_cell(said, network, title, now.by_theme.get(theme)) for theme, title in themes.items())
    return WordRow(now.key, now.name, said.in_full(now.closed_on), cells, now.under)


def _cell(said: Words, network: Developed, title: str, standing: ThemeStanding | None) -> WordCell:
    if standing is None:
        return WordCell(NO_SIGN, said.say("compare.not-asked", theme=title))
    change = network.change(standing)
    word = said.say(f"development.word.{change}")
    return WordCell((Sign(change, word),), f"{title}: {'; '.join([word, *_details(said, network, standing)])}")


def _details(said: Words, network: Developed, standing: ThemeStanding) -> list[str]:
    """Say both values with their days, or why there are none, and whether other people took part."""
    earlier, change = network.earlier(standing), network.change(standing)
    value, day = average(said, standing.average).text, said.in_full(network.now.closed_on)
    told = [said.say("development.now", value=value, date=day)]
    if earlier and network.before:
        value, day = average(said, earlier.average).text, said.in_full(network.before.closed_on)
        told.insert(0, said.say("development.before", value=value, date=day))
    if change == Change.NOT_COMPARABLE:
        told.append(said.say("development.other-questions"))
    if change in _BESIDE and network.composition_changed:
        told.append(said.say("development.composition"))
    return told


def _table(said: Words, networks: Sequence[Developed], themes: Mapping[str, str]) -> Table:
    heads = ("compare.network", "column.theme", "development.closed-before", "development.closed-now")
    numbers = ("development.mean-before", "development.mean-now", "development.difference")
    columns = (
        *(Column(said.say(head)) for head in heads),
        *(Column(said.say(head), numeric=True) for head in numbers),
        *(Column(said.say(head)) for head in ("development.what", "development.people")),
    )
    rows = tuple(
        _line(said, each, title, standing)
        for each in networks
        for theme, title in themes.items()
        if (standing := each.now.by_theme.get(theme))
    )
    return Table("development", said.say("development.table"), columns, rows, reach="data")


def _line(said: Words, network: Developed, title: str, standing: ThemeStanding) -> tuple[Value, ...]:
    earlier, change = network.earlier(standing), network.change(standing)
    before = _day(said, network.before.closed_on if earlier and network.before else None)
    people = said.say("development.composition") if network.composition_changed and change in _BESIDE else "–"
    return (
        *texts(network.now.name, title, before, _day(said, network.now.closed_on)),
        average(said, earlier.average) if earlier else NOTHING,
        average(said, standing.average),
        Value(difference_said(said, standing.difference, standing.margin)),
        *texts(said.say(f"development.word.{change}"), people),
    )


def _day(said: Words, day: date | None) -> str:
    return said.in_full(day) if day else "–"
