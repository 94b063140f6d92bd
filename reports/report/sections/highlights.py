"""Dit valt op: up to three sentences that open the report."""

from collections.abc import Callable
from typing import Final

from reports.report.choices import (
    attention_theme,
    clearest_change,
    clearest_gap,
    divided_theme,
    highest,
    lowest,
    unknown_theme,
)
from reports.report.parts import Highlight, Highlights, Notice, Section
from reports.report.source import Source
from reports.trend import compare_rounds
from reports.wording import gap_sentence, trend_sentence
from reports.wording.words import inline

#: More is not read.
_MOST: Final = 3


def section(source: Source) -> Section:
    """Make the section: at most three sentences, by the rules of ``_RULES`` in their order, each with its link."""
    say = source.words.say
    said = [(sentence, place) for rule, place in _RULES.items() if (sentence := rule(source))][:_MOST]
    if len(said) < _MOST and (extremes := _extremes(source, alone=not said)):
        said.append((extremes, "themes"))
    if not said:
        few = _few(source)
        return Section("highlights", say("highlights"), (few,), few.title)
    items = tuple(Highlight(sentence, say(f"link.{place}"), place) for sentence, place in said)
    return Section("highlights", say("highlights"), (Highlights(items),), items[0].sentence)


def extremes_sentence(source: Source) -> str:
    """Say which themes have the highest and the lowest average, as far as what is printed decides it."""
    if len(source.shown) < 2:
        return _single(source)
    return _said(source, *_extreme(source)) or source.words.say("extremes.level")


def _extremes(source: Source, *, alone: bool) -> str:
    """Say the extremes below other sentences, where there are any; the lowest is not said twice."""
    if alone:
        return extremes_sentence(source)
    high, low = _extreme(source)
    return _said(source, high, [] if attention_theme(source) else low)


def _extreme(source: Source) -> tuple[list[str], list[str]]:
    high, low = highest(source.shown), lowest(source.shown)
    return ([], []) if set(high) & set(low) else (high, low)


def _said(source: Source, high: list[str], low: list[str]) -> str:
    if not high and not low:
        return ""
    which = "extremes" if high and low else "extremes.high" if high else "extremes.low"
    return source.words.say(which, high=_listed(source, high), low=_listed(source, low))


def _single(source: Source) -> str:
    for theme, cell in source.shown.items():
        if cell.kind == "between":
            return source.words.say("extremes.range")
        title = inline(source.titles[theme])
        return source.words.say("extremes.single", theme=title, value=source.words.value(cell))
    return ""


def _listed(source: Source, themes: list[str]) -> str:
    return source.words.listed([inline(source.titles[theme]) for theme in themes]) if themes else ""


def _divided(source: Source) -> str:
    theme = divided_theme(source)
    return source.words.say("highlight.divided", theme=inline(source.titles[theme])) if theme else ""


def _attention(source: Source) -> str:
    theme = attention_theme(source)
    if not theme:
        return ""
    value = source.words.value(source.totals[theme])
    return source.words.say("highlight.attention", theme=inline(source.titles[theme]), value=value)


def _gap(source: Source) -> str:
    gap = clearest_gap(source)
    return gap_sentence(source.words, gap, source.titles[gap.theme]) if gap else ""


def _unknown(source: Source) -> str:
    theme = unknown_theme(source)
    return source.words.say("highlight.unknown", theme=inline(source.titles[theme])) if theme else ""


def change_sentence(source: Source) -> str:
    """Say the largest clear change since the round before; empty when there is none."""
    before = source.previous
    change = clearest_change(compare_rounds(before=before, now=source.results)) if before else None
    if before is None or change is None:
        return ""
    when = source.words.when(before.closed_on, source.results.closed_on)
    return trend_sentence(source.words, change, source.titles[change.theme], when)


def _few(source: Source) -> Notice:
    say = source.words.say
    return Notice(say("highlights.few.title"), say("highlights.few.text", talk=say("talk")))


#: What may be said, in this order, and the section that shows it; what is said first has the most to talk about.
_RULES: Final[dict[Callable[[Source], str], str]] = {
    _divided: "statements",
    _attention: "themes",
    _gap: "groups",
    _unknown: "unknown",
    change_sentence: "trend",
}
