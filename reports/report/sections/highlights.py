"""Dit valt op: up to three sentences that open the report."""

from reports.report.choices import clearest_change, clearest_gap, extremes, standing
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
    """Say which themes have the highest and the lowest average; empty when nothing is published."""
    say, titles = source.words.say, source.titles
    if found := extremes(source.totals):
        high, low = found
        return say("extremes", high=inline(titles[high]), low=inline(titles[low]))
    comparable = [theme for theme, cell in source.shown.items() if standing(cell) is not None]
    if len(comparable) > 1:
        return say("extremes.level")
    for theme in comparable:
        return say("extremes.single", theme=inline(titles[theme]), value=source.words.value(source.totals[theme]))
    return say("extremes.range") if source.shown else ""


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
