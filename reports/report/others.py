"""The network beside the other networks, theme by theme: sentences and a table column, from a benchmark edition."""

from collections.abc import Sequence

from reports.benchmark import BenchmarkSituation
from reports.report.choices import with_status
from reports.report.figures import Band
from reports.report.parts import Paragraph
from reports.report.source import Source
from reports.report.values import Value
from reports.status import StatusName
from reports.wording import benchmark_sentence, others_value


def beside_others(source: Source) -> list[Paragraph]:
    """Say in one sentence per situation which themes are in it, and of when the other networks' figures are."""
    said = others_said(source, *BenchmarkSituation)
    return [*map(Paragraph, said), Paragraph(_note(source), "small")] if said else []


def others_said(source: Source, *situations: BenchmarkSituation) -> list[str]:
    """Say for each of these situations which themes are in it, if any is.

    A theme without an average of its own is not named: the report says elsewhere that it has none. Nor is one on which
    opinions differ, for the report says that its average says little.
    """
    divided = with_status(source, StatusName.DIVIDED)
    shown = [each for each in source.comparisons if each.own.shown and each.theme not in divided]
    found = {name: [each.theme for each in shown if each.situation == name] for name in situations}
    return [benchmark_sentence(source.words, name, _titles(source, themes)) for name, themes in found.items() if themes]


def _titles(source: Source, themes: Sequence[str]) -> list[str]:
    """Return the titles of themes; none when they are all there are, and more than one."""
    is_all = len(themes) == len(source.titles) > 1
    return [] if is_all else [source.titles[theme] for theme in themes]


def _note(source: Source) -> str:
    say, edition = source.words.say, source.edition
    notes = [say("benchmark.how")] if has_others(source) else []
    if edition:
        notes.append(say("benchmark.edition", date=source.words.in_full(edition.cut_off)))
        notes += [say("benchmark.invented")] if edition.invented else []
    return " ".join(notes)


def has_others(source: Source) -> bool:
    """Whether the edition has figures of any theme of this report."""
    return any(each.figures for each in source.comparisons)


def others_column(source: Source) -> list[Value]:
    """Return the other networks' median and middle half of every theme."""
    return [
        Value(others_value(source.words, each.figures), meant="others" if each.figures else None)
        for each in source.comparisons
    ]


def bands(source: Source) -> dict[str, Band]:
    """Return the middle half and the median of the other networks, of every theme that the edition has."""
    found = {each.theme: each.figures for each in source.comparisons if each.figures}
    return {theme: Band(figures.lower, figures.median, figures.upper) for theme, figures in found.items()}
