"""Shares on the page: bars that disagree to the left and agree to the right, and apart those that do neither."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reports.forms.figures.bar_places import BAR, HALF, BarPlace, BarPlan, bar_plan, certain, has_room, length
from reports.forms.figures.frame import Json, beside, layout, line, written
from reports.forms.figures.sizes import Form
from reports.look import light
from reports.report import Bars, Figure, Part, Series

#: The words on a bar: the dark bars have light ones in light colours and dark ones in dark colours.
_WORDS: Final = {"disagree": "on-agree", "agree": "on-agree", "neither": "ink"}
#: Between a bar and the label beside it.
_THIN: Final = "\u2009"
_COLOURS: Final = {"disagree": "disagree", "agree": "agree", "neither": "neutral"}


def draw(figure: Figure, bars: Bars, form: Form, language: str) -> Json:
    """Return data and layout of a chart of shares."""
    chart = bar_plan(bars, figure.key, form)
    measures = chart.measures
    sides, across = (measures.left, chart.right), (chart.low, chart.high)
    frame = layout(language, height=chart.height, sides=sides, across=across)
    frame |= {"shapes": [*_middle(chart)], "annotations": [*_heads(figure.key, chart), *_words(chart)]}
    traces = [trace for series in figure.key for trace in _traces(series, chart)]
    return {"data": traces, "layout": frame}


def _middle(chart: BarPlan) -> Iterator[Json]:
    """Draw the line that agreement and disagreement part from, along each bar."""
    for place in chart.places:
        if place.row.parts:
            yield line((0, 0), (place.bar - HALF - 4, place.bar + HALF + 4), "edge")


def _heads(key: Sequence[Series], chart: BarPlan) -> Iterator[Json]:
    """Write the name of each class above its bars."""
    at: dict[str, Json] = {
        "disagree": {"x": 0, "xanchor": "right", "xshift": -6},
        "agree": {"x": 0, "xanchor": "left", "xshift": 6},
        "neither": {"x": chart.apart, "xanchor": "left"},
    }
    for series in key:
        place = at[series.id] | {"y": chart.measures.top - 20}
        yield written(series.label, chart.measures.note, place, colour="muted")


def _words(chart: BarPlan) -> Iterator[Json]:
    """Write each row's label, and what it means in a word: at the right, or slim below the label."""
    measures = chart.measures
    for place in chart.places:
        for number, words in enumerate(place.lines):
            at = beside(0, "left", -measures.left, place.label + number * measures.line)
            yield written(words, measures.label, at)
        for number, words in enumerate(place.words):
            strong = bool(place.row.parts)
            at = _at_word(chart, place.word + number * measures.line)
            yield written(words, measures.note, at, strong=strong, colour="ink" if strong else "muted")


def _at_word(chart: BarPlan, y: int) -> Json:
    if chart.form == "broad":
        return beside(1, "left", 16, y)
    return beside(0, "left", -chart.measures.left, y)


def _traces(series: Series, chart: BarPlan) -> Iterator[Json]:
    """Draw one class: a bar per row that has it, hatched where its share is coded; over a range its certain part."""
    drawn = [(part, place) for place in chart.places for part in place.row.parts if part.series == series.id]
    ranges = [(part, place) for part, place in drawn if part.kind == "between"]
    parts = [part for part, _ in drawn]
    if drawn:
        yield _bars(series, chart, drawn, length) | _labels(series, parts, chart) | {"marker": _marker(series, parts)}
    if ranges:
        yield _bars(series, chart, ranges, certain) | {"marker": _marker(series)}


def _bars(
    series: Series, chart: BarPlan, drawn: Sequence[tuple[Part, BarPlace]], percents: Callable[[Part], int]
) -> Json:
    """Draw bars from the middle, or from where their class begins, as long as their parts are said to be."""
    side = -1 if series.id == "disagree" else 1
    trace: Json = {"type": "bar", "orientation": "h", "width": BAR}
    trace |= {"x": [side * percents(part) for part, _ in drawn], "y": [place.bar for _, place in drawn]}
    return trace | {"base": chart.apart} if series.id == "neither" else trace


def _labels(series: Series, parts: Sequence[Part], chart: BarPlan) -> Json:
    """Write each share on its bar, or beside it."""
    size = chart.measures.note
    inside = [has_room(part, chart.scale, size) for part in parts]
    font: Json = {"size": size, "weight": 600}
    return {
        "text": [
            part.label if fits else f"{_THIN}{part.label}{_THIN}" for part, fits in zip(parts, inside, strict=True)
        ],
        "textposition": ["inside" if fits else "outside" for fits in inside],
        "insidetextfont": font | {"color": light(_WORDS[series.id])},
        "outsidetextfont": font | {"color": light("ink")},
    }


def _marker(series: Series, parts: Sequence[Part] = ()) -> Json:
    colour = light(_COLOURS[series.id])
    edge = light("edge") if series.id == "neither" else colour
    marker: Json = {"color": colour, "line": {"color": edge, "width": 1}}
    coded = ["" if part.kind == "exact" else "/" for part in parts]
    if any(coded):
        marker["pattern"] = {"shape": coded, "fillmode": "overlay", "fgcolor": light("paper"), "size": 8}
    return marker
