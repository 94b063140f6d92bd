"""Dit valt op: up to three sentences that open the report."""

from reports.report.choices import clearest_change, clearest_gap, highest, lowest
from reports.report.parts import Block, Highlight, Highlights, Notice, Section
from reports.report.source import Source
from reports.trend import compare_rounds
from reports.wording import gap_sentence, trend_sentence
from reports.wording.words import inline


def section(source: Source) -> Section:
    """Make the section: what the themes, the groups and the round before have to say, as far as that is clear."""
    say = source.words.say
    found = [maker(source) for maker in (_themes, _groups, _trend)]
    items = tuple(Highlight(sentence, say(f"link.{place}"), place) for sentence, place in found if sentence)
    return Section("highlights", say("highlights"), (Highlights(items) if items else _few(source),))


def extremes_sentence(source: Source) -> str:
    """Say which themes have the highest and the lowest average, as far as what is printed decides it."""
    say, shown = source.words.say, source.shown
    if len(shown) < 2:
        return _single(source)
    high, low = highest(shown), lowest(shown)
    if set(high) & set(low) or not (high or low):
        return say("extremes.level")
    which = "extremes" if high and low else "extremes.high" if high else "extremes.low"
    return say(which, high=_listed(source, high), low=_listed(source, low))


def _single(source: Source) -> str:
    for theme, cell in source.shown.items():
        if cell.kind == "between":
            return source.words.say("extremes.range")
        title = inline(source.titles[theme])
        return source.words.say("extremes.single", theme=title, value=source.words.value(cell))
    return ""


def _listed(source: Source, themes: list[str]) -> str:
    return source.words.listed([inline(source.titles[theme]) for theme in themes]) if themes else ""


def _themes(source: Source) -> tuple[str, str]:
    return extremes_sentence(source), "themes"


def _groups(source: Source) -> tuple[str, str]:
    gap = clearest_gap(source)
    return gap_sentence(source.words, gap, source.titles[gap.theme]) if gap else "", "groups"


def _trend(source: Source) -> tuple[str, str]:
    return change_sentence(source), "trend"


def change_sentence(source: Source) -> str:
    """Say the largest clear change since the round before; empty when there is none."""
    before = source.previous
    change = clearest_change(compare_rounds(before=before, now=source.results)) if before else None
    if before is None or change is None:
        return ""
    when = source.words.when(before.closed_on, source.results.closed_on)
    return trend_sentence(source.words, change, source.titles[change.theme], when)


def _few(source: Source) -> Block:
    say = source.words.say
    return Notice(say("highlights.few.title"), say("highlights.few.text", talk=say("talk")))
