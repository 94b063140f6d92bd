"""What libraries and welfare organisations say of each theme on their own behalf, networks beside each other."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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

#: What each side says of a theme, in words.
_Told = Mapping[str, Sequence[str]]


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
    told = [(each.network, _told(said, each, themes, asked)) for each in shown]
    sentences = (_sentence(said, shown, theme, title) for theme, title in themes.items())
    return Voices(
        grid=WordGrid(tuple(themes.values()), tuple(_row(said, *each, themes) for each in told)),
        sentences=tuple(filter(None, sentences)) or ((said.say("voices.stuck.none"),) if shown else ()),
        notes=(said.say("sides.voices.how"),),
        left_out=tuple(each.network.name for each in networks if not each.speaks),
        table=_table(said, told, themes),
    )


def _sentence(said: Words, networks: Sequence[VoicedNetwork], theme: str, title: str) -> str:
    """Say in how many networks somebody says that a theme is stuck; nothing where nobody does."""
    stuck = sum(any(each.said_by(side, theme)[STUCK] for side in SIDES) for each in networks)
    return said.counted("sides.stuck", stuck, theme=title) if stuck else ""


def _told(said: Words, each: VoicedNetwork, themes: Iterable[str], asked: Offered) -> _Told:
    return {theme: tuple(_saying(said, each.said_by(side, theme), asked) for side in SIDES) for theme in themes}


def _row(said: Words, network: ComparedNetwork, told: _Told, themes: Mapping[str, str]) -> WordRow:
    names = [said.say(f"sides.{side}") for side in SIDES]
    cells = tuple(_cell(said, names, title, told[theme]) for theme, title in themes.items())
    return WordRow(network.key, network.name, said.in_full(network.closed_on), cells, network.under)


def _cell(said: Words, names: Sequence[str], title: str, told: Sequence[str]) -> WordCell:
    both = list(zip(names, told, strict=True))
    says = "; ".join(said.say("sides.value", name=name, value=text) for name, text in both)
    signs = tuple(Sign(side, text, name) for side, (name, text) in zip(SIDES, both, strict=True))
    return WordCell(signs, f"{title}: {says}")


def _saying(said: Words, choices: Counter[str], asked: Offered) -> str:
    """Say what organisations chose: ``loopt goed``, or ``loopt goed (2) en knelt`` where there are more of them."""
    told = [
        label if number == 1 else said.say("sides.times", answer=label, number=number)
        for option, label in asked.answers.items()
        if (number := choices.get(option))
    ]
    return said.listed(told) if told else "–"


def _table(said: Words, networks: Sequence[tuple[ComparedNetwork, _Told]], themes: Mapping[str, str]) -> Table:
    heads = (
        "compare.network",
        "compare.closed",
        "column.theme",
        "sides.column.library-says",
        "sides.column.welfare-says",
    )
    rows = tuple(
        texts(network.name, day, title, *told[theme])
        for network, told in networks
        for day in (said.in_full(network.closed_on),)
        for theme, title in themes.items()
    )
    return Table(
        "side-voices", said.say("sides.voices.table"), tuple(Column(said.say(head)) for head in heads), rows, "data"
    )
