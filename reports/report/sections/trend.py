"""Deze ronde naast de vorige: the network's averages in two rounds, where the questions stayed the same."""

from reports.report.drawing import figure_ends, mark, printed, with_answers
from reports.report.figures import Dots, Figure, Row, Series
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.sections.highlights import change_sentence
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import NOTHING, Value
from reports.results import Cell, Results
from reports.trend import ThemeTrend, Trend, TrendOutcome, compare_rounds
from reports.wording import returning
from reports.wording.words import inline, opening

#: The two series: the round before, and this one.
BEFORE, NOW = "before", "total"

_CLEAR = (TrendOutcome.RISE, TrendOutcome.FALL)
_DRAWN = (*_CLEAR, TrendOutcome.UNCLEAR)


def section(source: Source) -> Section:
    """Make the section: the chart of both rounds, or why there is none."""
    title = source.words.say("trend")
    if source.previous is None:
        first = source.words.say("trend.first")
        return Section("trend", title, (Paragraph(first),), first)
    trend = compare_rounds(before=source.previous, now=source.results)
    outcomes = {theme.outcome for theme in trend.themes}
    blocks = _compared(source, source.previous, trend) if outcomes & set(_DRAWN) else _not_compared(source, outcomes)
    first = blocks[0]
    summary = first.answer if isinstance(first, Figure) else first.text if isinstance(first, Notice) else ""
    return Section("trend", title, tuple(blocks), summary)


def _not_compared(source: Source, outcomes: set[TrendOutcome]) -> list[Block]:
    reason = "not_comparable" if outcomes == {TrendOutcome.NOT_COMPARABLE} else "not_shown"
    return [Notice(source.words.say("trend.notice"), source.words.say(f"trend.{reason}"))]


def _compared(source: Source, before: Results, trend: Trend) -> list[Block]:
    people = [returning(source.words, source.results.response)]
    if trend.composition_changed:
        people.append(source.words.say("composition"))
    notes = [" ".join(filter(None, people)), _changed(source, trend)]
    return [_figure(source, before, trend), *(Paragraph(note, "small") for note in notes if note)]


def _changed(source: Source, trend: Trend) -> str:
    """Name the themes whose questions changed."""
    titles = [source.titles[each.theme] for each in trend.themes if each.outcome == TrendOutcome.NOT_COMPARABLE]
    if not titles:
        return ""
    return source.words.counted(
        "trend.partly", len(titles), themes=opening(source.words.listed([titles[0], *map(inline, titles[1:])]))
    )


def _figure(source: Source, before: Results, trend: Trend) -> Figure:
    say = source.words.say
    return Figure(
        id="trend",
        answer=change_sentence(source) or say("trend.unclear"),
        how=_how(source, trend),
        alt=say("trend.alt"),
        key=tuple(Series(name, label) for name, label in _labels(source, before, trend).items()),
        drawing=Dots(
            figure_ends(source.words),
            tuple(_row(source, each) for each in trend.themes if each.outcome in _DRAWN),
            linked=not trend.composition_changed,
        ),
        table=_table(source, before, trend),
    )


def _how(source: Source, trend: Trend) -> str:
    say, clear = source.words.say, [each for each in trend.themes if each.outcome in _CLEAR]
    unclear = any(each.outcome == TrendOutcome.UNCLEAR for each in trend.themes)
    return say("trend.how") + (f" {say('trend.others')}" if len(clear) == 1 and unclear else "")


def _periods(source: Source, before: Results) -> tuple[str, str]:
    earlier, later = before.closed_on, source.results.closed_on
    return source.words.period(earlier, later), source.words.period(later, earlier)


def _labels(source: Source, before: Results, trend: Trend) -> dict[str, str]:
    drawn = [each for each in trend.themes if each.outcome in _DRAWN]
    cells = [[each.before for each in drawn if each.before], [each.now for each in drawn]]
    names = zip(_periods(source, before), cells, strict=True)
    earlier, later = (with_answers(source.words, name, column) for name, column in names)
    return {BEFORE: earlier, NOW: later}


def _row(source: Source, each: ThemeTrend) -> Row:
    words = source.words
    pair = [(series, cell) for series, cell in ((BEFORE, each.before), (NOW, each.now)) if cell]
    marks = tuple(found for series, cell in pair if (found := mark(series, cell)))
    value = words.say("trend.value", **{series: words.short_value(cell) for series, cell in pair})
    clear = each.outcome in _CLEAR  # a word in every row would take the room that the axis needs
    return Row(source.titles[each.theme], marks, value, words.say(f"trend.word.{each.outcome}") if clear else "", clear)


def _table(source: Source, before: Results, trend: Trend) -> Table:
    words, cells = source.words, [(each.before, each.now) for each in trend.themes]
    earlier, later = [old for old, _ in cells if old], [now for _, now in cells]
    heads = (Column(opening(name), numeric=True) for name in _periods(source, before))
    rows = tuple(
        (
            Value(source.titles[each.theme]),
            _printed(source, each.before, earlier),
            printed(words, each.now, later),
            Value(_said(source, each)),
        )
        for each in trend.themes
    )
    columns = (Column(words.say("column.theme")), *heads, Column(words.say("trend.column.word")))
    return Table("trend", words.say("trend.table"), columns, rows)


def _printed(source: Source, cell: Cell | None, column: list[Cell]) -> Value:
    return printed(source.words, cell, column) if cell else NOTHING


def _said(source: Source, each: ThemeTrend) -> str:
    return source.words.say(f"trend.word.{each.outcome}") or "–"
