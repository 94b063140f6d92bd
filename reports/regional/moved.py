"""How themes moved since the round before, and library beside welfare: in how many networks which word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from reports.benchmark.edition import figure_key
from reports.dashboards.development import Change
from reports.dashboards.words import signed
from reports.gap import GapWord
from reports.profile.asked import LIBRARY, WELFARE
from reports.regional.counting import MIN_TOGETHER, Source, networks_counted, quoted, table
from reports.regional.themes import TogetherTheme
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.values import NOTHING, Value

_CHANGES: Final = tuple(Change)
_WORDS: Final = (GapWord.DIFFERENT, GapWord.SAME, GapWord.UNCLEAR)

#: Of each theme how many networks have which word.
_Counts = Mapping[str, Mapping[str, int]]


def moved(source: Source) -> Section:
    """Make the section about the rounds before."""
    say = source.words.say
    found = _counts((each.theme, each.change, each.networks) for each in source.given.moves)
    told = _told(source, found)
    has_before = any(counts.get(each, 0) for counts in found.values() for each in _CHANGES if each != Change.FIRST)
    if not told or not has_before:
        few = Notice(say("region.moved.none.title"), say("region.moved.none"))
        return Section("trend", say("region.moved"), (few,), few.title)
    rows = _rows(source, told, _CHANGES)
    changes = [say(f"development.word.{each}") for each in _CHANGES]
    heads = [say("column.theme"), *changes, say("region.column.networks")]
    answer = _answer(source, told, {Change.RISE: "rise", Change.FALL: "fall"}, "moved")
    blocks = (
        Paragraph(answer, "lead"),
        table(source, "moved", heads, rows),
        Paragraph(say("region.moved.how"), "small"),
    )
    return Section("trend", say("region.moved"), blocks, answer)


def beside(source: Source, themes: Sequence[TogetherTheme]) -> Section:
    """Make the section about library and welfare, with the median of all networks' gaps (disclosure rule R7)."""
    say = source.words.say
    found = _counts((each.theme, each.word, each.networks) for each in source.given.gaps)
    told = _told(source, found)
    medians = _medians(source, themes)
    if not told:
        few = Notice(say("region.beside.none.title"), say("region.beside.none"))
        return Section("groups", say("region.beside"), (few,), few.title)
    heads = [say("column.theme"), *(say(f"sides.word.{each}") for each in _WORDS), say("region.column.networks")]
    rows = _rows(source, told, _WORDS)
    if medians:
        heads.append(say("sides.column.median"))
        ids = [theme for theme in source.given.names.themes if theme in told]
        rows = [(*row, medians.get(theme, NOTHING)) for row, theme in zip(rows, ids, strict=True)]
    answer = _answer(source, told, {GapWord.DIFFERENT: "different"}, "beside")
    blocks: list[Block] = [Paragraph(answer, "lead"), table(source, "beside", heads, rows)]
    blocks.append(Paragraph(say("region.beside.how"), "small"))
    if medians and source.given.benchmark:
        blocks.append(Paragraph(say("region.beside.median"), "small"))
    return Section("groups", say("region.beside"), tuple(blocks), answer)


def _counts(tallies: Iterable[tuple[str, str, int]]) -> _Counts:
    found: dict[str, Counter[str]] = {}
    for theme, word, networks in tallies:
        found.setdefault(theme, Counter())[word] += networks
    return found


def _told(source: Source, found: _Counts) -> _Counts:
    return {theme: found[theme] for theme in source.given.names.themes if theme in found}


def _rows(source: Source, told: _Counts, columns: Sequence[str]) -> list[tuple[Value, ...]]:
    return [
        (
            Value(source.given.names.themes[theme]),
            *(source.count(counts.get(each, 0), sum(counts.values())) for each in columns),
            networks_counted(sum(counts.values())),
        )
        for theme, counts in told.items()
    ]


def _answer(source: Source, told: _Counts, words: Mapping[str, str], what: str) -> str:
    """Say which themes have a word in more than half of the networks; of five or more only."""
    said = [
        source.words.say(f"region.{what}.{name}", themes=quoted(source, titles))
        for word, name in words.items()
        if (titles := list(_in_most(source, told, word)))
    ]
    if not any(sum(counts.values()) >= MIN_TOGETHER for counts in told.values()):
        return source.words.say("region.too-few-together")
    return " ".join(said) or source.words.say(f"region.{what}.level")


def _in_most(source: Source, told: _Counts, word: str) -> Iterator[str]:
    for theme, counts in told.items():
        networks = sum(counts.values())
        if networks >= MIN_TOGETHER and 2 * counts.get(word, 0) > networks:
            yield source.given.names.themes[theme]


def _medians(source: Source, themes: Sequence[TogetherTheme]) -> dict[str, Value]:
    """Return the edition's median gaps of the versions that most of these networks have (disclosure rule R16)."""
    benchmark = source.given.benchmark
    versions = {each.id: each.tallies[0].version for each in themes}
    return {
        each.theme.id: Value(
            signed(source.words, each.median), "average", "exact", each.median, each.median, f"gap/{each.theme.id}"
        )
        for each in (benchmark.gaps if benchmark else ())
        if (each.first, each.second) == (LIBRARY, WELFARE) and versions.get(each.theme.id) == figure_key(each.theme)
    }
