"""What libraries and welfare organisations say of each theme on their own behalf, networks beside each other."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reports.dashboards.given import ComparedNetwork
from reports.dashboards.sides import SIDES
from reports.dashboards.words import Sign, WordCell, WordGrid, WordRow
from reports.report.sections.voices import STUCK
from reports.report.tables import Column, Table
from reports.report.values import texts
from reports.standing import Fact
from reports.wording import Words, words

_NOTHING: Final[Counter[str]] = Counter()


@dataclass(frozen=True)
class VoicedNetwork:
    """A network with what was said of it; only what its libraries and welfare organisations say is used."""

    network: ComparedNetwork
    facts: tuple[Fact, ...]

    def said_by(self, side: str, theme: str) -> Counter[str]:
        """Return how many organisations of this kind chose which answer about a theme."""
        return self._said.get((side, theme), _NOTHING)

    @cached_property
    def _said(self) -> Mapping[tuple[str, str], Counter[str]]:
        found: dict[tuple[str, str], Counter[str]] = {}
        for each in self.facts:
            found.setdefault((each.measure, each.subject), Counter())[each.choice] += 1
        return found

    @property
    def speaks(self) -> bool:
        """Whether such an organisation said anything."""
        return any(each.measure in SIDES for each in self.facts)


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of these networks; of those in ``left_out`` no library or welfare organisation said anything."""

    grid: WordGrid
    sentences: tuple[str, ...]
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Offered:
    """What organisations were asked: themes and answers with their words, in the order of the questionnaire."""

    themes: Mapping[str, str]
    answers: Mapping[str, str]


def voices_of(language: str, networks: Sequence[VoicedNetwork], asked: Offered) -> Voices:
    """Lay the voices of networks side by side, in the order in which they are given."""
    said, shown = words(language), [each for each in networks if each.speaks]
    spoken = {fact.subject for each in shown for fact in each.facts if fact.measure in SIDES}
    themes = {theme: title for theme, title in asked.themes.items() if theme in spoken}
    sentences = (_sentence(said, shown, theme, title) for theme, title in themes.items())
    return Voices(
        grid=WordGrid(tuple(themes.values()), tuple(_row(said, each, themes, asked) for each in shown)),
        sentences=tuple(filter(None, sentences)) or ((said.say("voices.stuck.none"),) if shown else ()),
        notes=(said.say("sides.voices.how"),),
        left_out=tuple(each.network.name for each in networks if not each.speaks),
        table=_table(said, shown, themes, asked),
    )


def _sentence(said: Words, networks: Sequence[VoicedNetwork], theme: str, title: str) -> str:
    """Say in how many networks somebody says that a theme is stuck; nothing where nobody does."""
    stuck = sum(any(each.said_by(side, theme)[STUCK] for side in SIDES) for each in networks)
    return said.counted("sides.stuck", stuck, theme=title) if stuck else ""


def _row(said: Words, each: VoicedNetwork, themes: Mapping[str, str], asked: Offered) -> WordRow:
    cells = tuple(_cell(said, each, theme, asked) for theme in themes)
    network = each.network
    return WordRow(network.key, network.name, said.in_full(network.closed_on), cells, network.under)


def _cell(said: Words, each: VoicedNetwork, theme: str, asked: Offered) -> WordCell:
    names = {side: said.say(f"sides.{side}") for side in SIDES}
    texts = {side: _saying(said, each.said_by(side, theme), asked) for side in SIDES}
    told = (said.say("sides.value", name=names[side], value=texts[side]) for side in SIDES)
    signs = tuple(Sign(side, texts[side], names[side]) for side in SIDES)
    return WordCell(signs, f"{asked.themes[theme]}: {'; '.join(told)}")


def _saying(said: Words, choices: Counter[str], asked: Offered) -> str:
    """Say what organisations chose: ``loopt goed``, or ``loopt goed (2) en knelt`` where there are more of them."""
    told = [
        label if number == 1 else said.say("sides.times", answer=label, number=number)
        for option, label in asked.answers.items()
        if (number := choices.get(option))
    ]
    return said.listed(told) if told else "–"


def _table(said: Words, networks: Sequence[VoicedNetwork], themes: Mapping[str, str], asked: Offered) -> Table:
    heads = (
        "compare.network",
        "compare.closed",
        "column.theme",
        "sides.column.library-says",
        "sides.column.welfare-says",
    )
    rows = tuple(
        texts(
            each.network.name,
            said.in_full(each.network.closed_on),
            title,
            *(_saying(said, each.said_by(side, theme), asked) for side in SIDES),
        )
        for each in networks
        for theme, title in themes.items()
    )
    return Table(
        "side-voices", said.say("sides.voices.table"), tuple(Column(said.say(head)) for head in heads), rows, "data"
    )
