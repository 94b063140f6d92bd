"""Themes over networks: how many have which status, the middle half, and what is strong or needs attention in most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from statistics import quantiles
from typing import Final

from reports.benchmark import ThemeFigures
from reports.benchmark.computing import entering
from reports.benchmark.edition import figure_key
from reports.disclosure.grid import half_up
from reports.regional.counting import MIN_TOGETHER, Source, networks_counted, number_of, quoted, table
from reports.regional.given import ThemeTally
from reports.report.figures import Band, Figure, Heat, HeatCell
from reports.report.heat import STEPS
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.values import Value
from reports.status import StatusName
from reports.wording.words import inline

#: What a status can be, in the order of the columns; ``between`` is one of two names.
_STATUSES: Final = (*reversed(StatusName), "between")
#: Averages are in tenths, and a quartile lies at a quarter between two of them: whole numbers of these, and exact.
_PARTS: Final = 40
#: A theme that asks for a talk in most networks has one of these.
_WORRIES: Final = (StatusName.ATTENTION, StatusName.DIVIDED)


@dataclass(frozen=True)
class TogetherTheme:
    """One theme over the networks that were asked the same questions; ``others`` were asked other ones."""

    id: str
    title: str
    source: Source
    tallies: tuple[ThemeTally, ...]
    others: int
    figures: ThemeFigures | None

    @cached_property
    def networks(self) -> int:
        """How many networks were asked these questions."""
        return sum(each.networks for each in self.tallies)

    @cached_property
    def counts(self) -> Mapping[str, Value]:
        """How many networks have each status, as it is printed."""
        found = dict.fromkeys(_STATUSES, 0)
        for each in self.tallies:
            found[each.status[0] if len(each.status) == 1 else "between"] += each.networks
        return {status: self.source.count(number, self.networks) for status, number in found.items()}

    @cached_property
    def middle(self) -> Band | None:
        """Median and middle half of the published averages, where whoever reads this can open each of the networks.

        As those of an edition are made (:func:`reports.benchmark.computing.theme_figures`): a coded average enters by
        its edge, a range not at all.
        """
        if self.source.is_given_on:
            return None
        entered = [
            parts
            for each in self.tallies
            if (value := entering(each.average))
            for parts in [int(_PARTS * value[0])] * each.networks
        ]
        if len(entered) < MIN_TOGETHER:
            return None
        quartiles = quantiles(entered, n=4, method="inclusive")
        return Band(*(half_up(Fraction(each) / _PARTS) for each in quartiles))

    @property
    def is_strong(self) -> bool:
        """Whether it is strong in more than half of five networks or more."""
        return self.networks >= MIN_TOGETHER and 2 * number_of(self.counts[StatusName.STRONG]) > self.networks

    @property
    def is_worry(self) -> bool:
        """Whether it needs attention or is divided in more than half of five networks or more."""
        worried = sum(number_of(self.counts[each]) for each in _WORRIES)
        return self.networks >= MIN_TOGETHER and 2 * worried > self.networks


def together(source: Source) -> list[TogetherTheme]:
    """Return the themes in questionnaire order, each in the version that most networks have; of as many, the newest."""
    found: list[TogetherTheme] = []
    benchmark = source.given.benchmark
    figures = {(each.theme.id, figure_key(each.theme)): each for each in benchmark.themes} if benchmark else {}
    for theme, title in source.given.names.themes.items():
        own = [each for each in source.given.themes if each.theme == theme]
        if own:
            version = _most(own)
            same = tuple(each for each in own if each.version == version)
            others = sum(each.networks for each in own if each.version != version)
            found.append(TogetherTheme(theme, title, source, same, others, figures.get((theme, version))))
    return found


def _most(own: list[ThemeTally]) -> str:
    networks: dict[str, int] = {}
    newest: dict[str, date] = {}
    for each in own:
        networks[each.version] = networks.get(each.version, 0) + each.networks
        newest[each.version] = max(newest.get(each.version, date.min), each.newest)
    return max(networks, key=lambda version: (networks[version], newest[version], version))


def section(source: Source, themes: list[TogetherTheme]) -> Section:
    """Make the section: statuses, the middle, and what most networks have in common."""
    say = source.words.say
    if not themes:
        few = Notice(say("region.themes.none.title"), say("region.themes.none"))
        return Section("themes", say("region.themes"), (few,), few.title)
    rule = Paragraph(say("region.themes.rule"), "small")
    blocks = [_statuses(source, themes), rule, *_notes(source, themes)]
    return Section("themes", say("region.themes"), tuple(blocks), strengths(source, themes))


def strengths(source: Source, themes: list[TogetherTheme]) -> str:
    """Say which themes are strong in more than half of the networks."""
    return _named(source, "strong", [each.title for each in themes if each.is_strong])


def worries(source: Source, themes: list[TogetherTheme]) -> str:
    """Say which themes need attention or are divided in more than half of the networks."""
    return _named(source, "worry", [each.title for each in themes if each.is_worry])


def _named(source: Source, what: str, titles: list[str]) -> str:
    if not titles:
        return source.words.say(f"region.{what}.none")
    return source.words.say(f"region.{what}", themes=quoted(source, titles))


def _statuses(source: Source, themes: list[TogetherTheme]) -> Figure:
    """Return in how many networks each theme has each status."""
    say = source.words.say
    shown = [each for each in _STATUSES if any(theme.counts[each].text != "0" for theme in themes)]
    names = [*(say(f"region.status.{each}") for each in shown), say("region.column.networks")]
    cells = tuple(
        (
            *(HeatCell(each.counts[name], _step(each, name)) for name in shown),
            HeatCell(networks_counted(each.networks), None),
        )
        for each in themes
    )
    rows = tuple((Value(each.title), *(cell.value for cell in line)) for each, line in zip(themes, cells, strict=True))
    drawn = table(source, "statuses", [say("column.theme"), *names], rows)
    return Figure(
        id="statuses",
        answer=f"{strengths(source, themes)} {worries(source, themes)}",
        how=say("region.statuses.how"),
        alt=say("region.statuses.alt"),
        key=(),
        drawing=Heat(tuple(each.title for each in themes), tuple(names), cells),
        table=drawn,
    )


def _step(theme: TogetherTheme, status: str) -> int:
    """Return the colour by which part of the networks it is."""
    return min(int(STEPS * Fraction(number_of(theme.counts[status]), theme.networks)), STEPS - 1)


def _notes(source: Source, themes: list[TogetherTheme]) -> Iterator[Block]:
    """Say which networks are not in a row."""
    for each in themes:
        if each.others:
            text = source.words.say("region.themes.others", theme=inline(each.title), number=each.others)
            yield Paragraph(text, "small")
