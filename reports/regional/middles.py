"""The middle of these networks beside that of all networks: for who may open each of them only (disclosure rule R7)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.benchmark.computing import entering
from reports.margins import Margin
from reports.regional.counting import Source, networks_counted, table
from reports.regional.themes import TogetherTheme
from reports.report.drawing import figure_ends
from reports.report.figures import Band, Dots, Figure, Mark, Row, Series
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.values import NOTHING, Value
from reports.results import TOTAL


def section(source: Source, themes: Sequence[TogetherTheme]) -> Section:
    """Make the section: the middle half of these networks beside that of all; without theirs, that of all alone."""
    say = source.words.say
    shown = [each for each in themes if each.middle or each.figures]
    if not shown:
        none = Notice(say("region.middle.none.title"), say("region.middle.no-edition"))
        return Section("overall", say("region.middle"), (none,), none.title)
    has_own = any(each.middle for each in shown)
    figure = _middle_figure(source, shown, has_own)
    return Section("overall", say("region.middle"), (figure, *_notes(source, shown, has_own)), figure.answer)


def _notes(source: Source, shown: Sequence[TogetherTheme], has_own: bool) -> Iterator[Block]:
    say, benchmark = source.words.say, source.given.benchmark
    if not has_own:
        yield Paragraph(say("region.middle.edition-only" if source.is_given_on else "region.middle.few"), "small")
    elif not all(each.middle for each in shown):
        yield Paragraph(say("region.middle.some"), "small")
    if not any(each.figures for each in shown):
        yield Paragraph(say("region.middle.no-edition"), "small")
    elif benchmark:
        yield Paragraph(say("region.middle.edition", date=source.words.in_full(benchmark.cut_off)), "small")
        if benchmark.invented:
            yield Paragraph(say("benchmark.invented"), "small")


def _middle_figure(source: Source, shown: Sequence[TogetherTheme], has_own: bool) -> Figure:
    say = source.words.say
    has_all = any(each.figures for each in shown)
    which = "all" if not has_own else "own" if has_all else "alone"
    own = ("region.column.median", "region.column.half", "region.column.networks")
    every = ("region.column.median.all", "region.column.half.all")
    heads = [say(head) for head in ("column.theme", *(own if has_own else ()), *(every if has_all else ()))]
    rows = [
        (
            Value(each.title),
            *(_own(source, each) if has_own else ()),
            *(_all(source, each) if has_all else ()),
        )
        for each in shown
    ]
    return Figure(
        id="compared-region",
        answer=say(f"region.middle.answer.{which}"),
        how=say(f"region.middle.how.{which}"),
        alt=say("region.middle.alt"),
        key=(Series(TOTAL, say("region.middle.key")),) if has_own else (),
        drawing=Dots(figure_ends(source.words), tuple(_row(source, each, has_own) for each in shown)),
        table=table(source, "middle", heads, rows),
    )


def _row(source: Source, each: TogetherTheme, has_own: bool) -> Row:
    middle, figures = each.middle, each.figures
    band = Band(figures.lower, figures.median, figures.upper) if figures else None
    shown = middle if has_own else band
    marks = (Mark(TOTAL, "exact", middle.median, middle.median, Margin(middle.low, middle.high)),) if middle else ()
    return Row(each.title, marks, source.words.number(shown.median) if shown else "–", band=band)


def _own(source: Source, each: TogetherTheme) -> tuple[Value, ...]:
    if each.middle is None:
        return (NOTHING, NOTHING, NOTHING)
    entered = sum(tally.networks for tally in each.tallies if entering(tally.average))
    return (*_band(source, f"region/{each.id}", each.middle), networks_counted(entered))


def _all(source: Source, each: TogetherTheme) -> tuple[Value, ...]:
    figures = each.figures
    if figures is None:
        return (NOTHING, NOTHING)
    return _band(source, f"edition/{each.id}", Band(figures.lower, figures.median, figures.upper))


def _band(source: Source, about: str, band: Band) -> tuple[Value, Value]:
    number = source.words.number
    half = source.words.say("region.half", low=number(band.low), high=number(band.high))
    return (
        _point(number(band.median), band.median, about),
        Value(half, "average", "between", band.low, band.high, f"{about}/half", meant="half"),
    )


def _point(text: str, value: Decimal, about: str) -> Value:
    return Value(text, "average", "exact", value, value, f"{about}/median")
