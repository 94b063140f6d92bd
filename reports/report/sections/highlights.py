"""Dit valt op: up to three sentences that open the report."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final

from reports.benchmark import BenchmarkSituation
from reports.profile import ReachWord, group_reach
from reports.report.choices import clear_changes, highest, lowest, with_status
from reports.report.items import divided
from reports.report.others import others_said
from reports.report.parts import Highlight, Highlights, Notice, Section
from reports.report.sections import reach, roles
from reports.report.sections.groups import divided_sentence, gap_sentences
from reports.report.sections.statements import standing_out
from reports.report.sections.unknown import themes_of
from reports.report.source import Source
from reports.status import StatusName
from reports.trend import ThemeTrend, TrendOutcome, compare_rounds
from reports.wording import trend_sentence
from reports.wording.sentences import attention_sentence, titled
from reports.wording.words import inline

#: More is not read.
_MOST: Final = 3

#: So many themes are named in one sentence; of more only how many they are.
_NAMED: Final = 4

#: What a theme can ask a conversation for, and what is good news; the most to talk about comes first.
_COUNTED: Final = (StatusName.DIVIDED, StatusName.ATTENTION, StatusName.UNKNOWN, StatusName.STRONG)

#: With one of these statuses an average is none, or says little.
_SAYS_LITTLE: Final = (StatusName.TOO_FEW, StatusName.UNKNOWN, StatusName.DIVIDED)

#: So many averages at least can be laid side by side.
_COMPARED: Final = 2

#: What may be said of a round, each with the section that shows it.
_Rules = Mapping[Callable[[Source], list[str]], str]


def section(source: Source) -> Section:
    """Make the section: three sentences at most, each with its link.

    The first of every rule in ``_RULES`` comes first, in their order, then what more they say, then ``_FILLING``.
    """
    say = source.words.say
    said = list(islice(_said(source), _MOST))
    if not said and (lone := _lone(source)):
        said = [(lone, "themes")]
    if not said:
        few = Notice(say("highlights.few.title"), say("highlights.few.text", talk=say("talk")))
        return Section("highlights", say("highlights"), (few,), few.title)
    found = tuple(Highlight(sentence, say(f"link.{place}"), place) for sentence, place in said)
    return Section("highlights", say("highlights"), (Highlights(found),), found[0].sentence)


def _said(source: Source) -> Iterator[tuple[str, str]]:
    found = list(_by_rule(source, _RULES))
    for part in (slice(1), slice(1, None)):
        yield from chain.from_iterable(each[part] for each in found)
    if source.shown:
        yield from chain.from_iterable(_by_rule(source, _FILLING))


def _by_rule(source: Source, rules: _Rules) -> Iterator[list[tuple[str, str]]]:
    return ([(sentence, place) for sentence in rule(source)] for rule, place in rules.items())


def themes_sentence(source: Source) -> str:
    """Say of how many themes there are too few answers, and which are certainly the highest and the lowest.

    Where none is, it says how many have which status. It is empty when no average is shown.
    """
    if not source.shown:
        return ""
    few = _few(source)
    if len(source.shown) < _COMPARED:
        return " ".join(filter(None, (few, _lone(source))))
    found = "".join(_extremes(source)) or _standing(source)
    return " ".join(filter(None, (few, found))) or source.words.say("extremes.level")


def _few(source: Source) -> str:
    """Say of how many themes there are too few answers for an average; empty when that is none."""
    few, words = len(source.titles) - len(source.shown), source.words
    if not few:
        return ""
    return words.say("standing.few", count=words.in_words(few), themes=words.in_words(len(source.titles)))


def _further_extremes(source: Source) -> list[str]:
    """Name the highest and the lowest averages; the lowest not again where it is said that they need attention."""
    return _extremes(source, but=with_status(source, StatusName.ATTENTION))


def _extremes(source: Source, but: Collection[str] = ()) -> list[str]:
    """Name the highest and the lowest averages; not where one is not shown, not known, or says little."""
    if any(name in status.names for status in source.status.values() for name in _SAYS_LITTLE):
        return []
    high, low = highest(source.totals), lowest(source.totals)
    low = [] if set(low) <= set(but) else low
    if not high and not low:
        return []
    which = "extremes" if high and low else "extremes.high" if high else "extremes.low"
    return [source.words.say(which, high=_titles(source, high), low=_titles(source, low))]


def _standing(source: Source) -> str:
    """Say how many themes that have an average certainly have each status that is worth a word."""
    return _counted(source, _COUNTED, "standing.others" if _few(source) else "standing", len(source.shown))


def _strong(source: Source) -> list[str]:
    """Say how many themes are strong; of a single average it is said by itself."""
    if len(source.shown) < _COMPARED:
        return []
    return list(filter(None, [_counted(source, [StatusName.STRONG], "standing", len(source.titles))]))


def _counted(source: Source, names: Sequence[StatusName], situation: str, themes: int) -> str:
    words, counts = source.words, {name: len(with_status(source, name)) for name in names}
    said = [
        words.counted(f"standing.{name}", count, count=words.in_words(count)) for name, count in counts.items() if count
    ]
    if not said:
        return ""
    return words.say(situation, themes=words.in_words(themes), standing=words.listed(said))


def _lone(source: Source) -> str:
    """Say the only average that is shown; of several, that none stands out."""
    if len(source.shown) >= _COMPARED:
        return source.words.say("extremes.level")
    for theme, cell in source.shown.items():
        if cell.kind == "between":
            return source.words.say("extremes.range")
        title = inline(source.titles[theme])
        return source.words.say("extremes.single", theme=title, value=source.words.value(cell))
    return ""


def _titles(source: Source, themes: list[str]) -> str:
    """Name themes; of many only how many they are."""
    if not themes:
        return ""
    if len(themes) > _NAMED:
        return source.words.say("titles.count", count=source.words.in_words(len(themes)))
    return titled(source.words, [source.theme_title(theme) for theme in themes])


def _divided(source: Source) -> list[str]:
    themes = with_status(source, StatusName.DIVIDED)
    return [source.words.say("highlight.divided", themes=_titles(source, themes))] if themes else []


def _attention(source: Source) -> list[str]:
    themes = with_status(source, StatusName.ATTENTION)
    named = _titles(source, themes)
    return [attention_sentence(source.words, named, [source.totals[theme] for theme in themes])] if themes else []


def _unknown(source: Source) -> list[str]:
    """Name the themes of which many answers are "don't know", whether they have an average or not."""
    themes = themes_of(source, "at_least")
    return [source.words.say("highlight.unknown", themes=_titles(source, themes))] if themes else []


def change_sentence(source: Source) -> str:
    """Say the largest clear change since the round before, and where else one is clear; empty when there is none."""
    before = source.previous
    changes = clear_changes(compare_rounds(before=before, now=source.results)) if before else []
    if before is None or not changes:
        return ""
    first, *others = changes
    when = source.words.when(before.closed_on, source.results.closed_on)
    sentence = trend_sentence(source.words, first, source.titles[first.theme], when)
    return " ".join([sentence, *_other_changes(source, first.outcome, others)])


def _other_changes(source: Source, first: TrendOutcome, others: Sequence[ThemeTrend]) -> Iterator[str]:
    """Name the other themes that changed, by the way they went; those that went as the first one come first."""
    for outcome in sorted({each.outcome for each in others}, key=lambda each: each != first):
        themes = {each.theme for each in others if each.outcome == outcome}
        situation = f"trend.{'also' if outcome == first else 'but'}.{outcome}"
        yield source.words.say(situation, themes=_titles(source, [each for each in source.titles if each in themes]))


def _changes(source: Source) -> list[str]:
    return list(filter(None, [change_sentence(source)]))


def _divided_statements(source: Source) -> list[str]:
    """Name the statements on which opinions differ; not beside themes that are said to be divided."""
    if with_status(source, StatusName.DIVIDED):
        return []
    return list(filter(None, [divided_sentence(source, divided(source.items))]))


def _beside_others(source: Source) -> list[str]:
    return others_said(source, BenchmarkSituation.HIGHER, BenchmarkSituation.LOWER)


def _reach(source: Source) -> list[str]:
    """Say for which groups of people there is a chance, or a blind spot, if there is any."""
    groups = group_reach(source.profile, source.results) if source.profile else ()
    found = {group.word for group in groups} & {ReachWord.CHANCE, ReachWord.BLIND_SPOT}
    return list(filter(None, [reach.lead(source)])) if found else []


def _roles(source: Source) -> list[str]:
    return list(filter(None, [roles.lead(source)]))


def _statements(source: Source) -> list[str]:
    """Name the statements that most are positive and critical about."""
    return standing_out(source, [each for each in source.items if each.shares], 1)


#: What may be said, in this order; what is said first has the most to talk about.
_RULES: Final[_Rules] = {
    _divided: "statements",
    _attention: "themes",
    gap_sentences: "groups",
    _unknown: "unknown",
    _changes: "trend",
}

#: What is said when there is room.
_FILLING: Final[_Rules] = {
    _divided_statements: "statements",
    _beside_others: "themes",
    _reach: "reach",
    _roles: "roles",
    _further_extremes: "themes",
    _strong: "themes",
    _statements: "statements",
}
