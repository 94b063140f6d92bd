"""Averages on the axis from 1 to 5, as points that can be edited.

Every row of the figure has three rows in the sheet: a point stands in the first, a line from the first to the second,
and the third is the gap before the next line. Some offices lose points when series have unequal lengths.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.forms.lanes import ROW, lanes
from reports.forms.slides.charts import Chart
from reports.forms.slides.charts.sheet import Column, Number, Sheet
from reports.forms.slides.charts.space import NO_VALUE, VALUE, Inner, number_format, scale, space, words
from reports.forms.slides.markup import outline, solid
from reports.look import MARKS, MarkLook
from reports.report import Dots, Mark, Row, Series
from reports.wording import Words

_MIDDLE: Final = ROW // 2
#: How far a line across a row reaches from its middle.
_ACROSS: Final = ROW // 4
#: The middle of the scale.
_CENTRE: Final = 3
#: The largest mark on the page in pixels becomes this many points.
_POINTS: Final = 0.8
#: The width of a ring at both its sides, in points.
_RING: Final = 5
#: The kinds of a value that is drawn as a point, with the arrow beside it and the side at which it stands.
_ARROWS: Final = {"exact": ("", ""), "at_least": ("→", "r"), "at_most": ("←", "l")}

Ends = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A series: its name and numbers, whether it stands at the row's middle, and how it looks."""

    column: Column
    look: str
    #: Its places; those at the middle of the rows have no column of their own.
    places: Column | None = None


def dots_chart(dots: Dots, key: Sequence[Series], say: Words, inner: Inner) -> Chart:
    """Return the chart of a figure; in LibreOffice the first series lies on top."""
    drawn = [each for each in _series(dots, key, say) if any(number is not None for number in each.column.numbers)]
    labels = tuple(label for row in dots.rows for label in (row.label, row.label, ""))
    middle = Column(say.say("slides.sheet.place"), _places([0] * len(dots.rows)))
    places = list(dict.fromkeys((middle, *(each.places for each in drawn if each.places))))
    columns = list(dict.fromkeys((*places, *(each.column for each in drawn))))
    sheet = Sheet(labels, tuple(columns))
    series = "".join(
        _xml(each, sheet, (columns.index(each.column), columns.index(each.places or middle)), len(drawn) - number - 1)
        for number, each in enumerate(drawn)
    )
    plot = (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{series}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
    )
    return Chart(space(plot, _axes(len(dots.rows)), inner), sheet.workbook())


def _places(shifts: Sequence[int], half: int = 0) -> tuple[Number | None, ...]:
    """Return the places of points, so far below the middle of each row; or of lines across it, of so much each way."""
    middles = [number * ROW + _MIDDLE + shift for number, shift in enumerate(shifts)]
    return tuple(place for middle in middles for place in (middle - half, middle + half, None))


def _series(dots: Dots, key: Sequence[Series], say: Words) -> Iterable[_Drawn]:
    """Return everything that is drawn, what lies on top first: small marks on large ones, and those on lines."""
    rows = dots.rows
    for series in sorted((each for each in key if each.id in MARKS), key=lambda each: MARKS[each.id].size):
        look, marks = MARKS[series.id], [_mark(row, series.id) for row in rows]
        own = _own_places(rows, series, say)
        for kind, (arrow, side) in _ARROWS.items():
            name = say.say(f"slides.series.{kind}", series=series.label)
            values = [each.edges[0] if each and each.kind == kind else None for each in marks]
            arrows = _arrow_labels(values, arrow, side, look) if arrow else ""
            if not look.filled:
                yield _Drawn(_points(name, values), _NO_LINE + _marker(look, is_hole=True), own)
            yield _Drawn(_points(name, values), _NO_LINE + _marker(look) + arrows, own)
        between = [(each.edges[0], each.edges[-1]) if each and each.kind == "between" else None for each in marks]
        yield _Drawn(_lines(say.say("slides.series.between", series=series.label), between), _line(look.colour, 5), own)
        margins = [(each.margin.low, each.margin.high) if each and each.margin else None for each in marks]
        yield _Drawn(_lines(say.say("slides.series.margin", series=series.label), margins), _line(look.colour, 2), own)
    if dots.linked:
        yield _Drawn(_lines(say.say("slides.series.link"), [_span(row) for row in rows]), _line("edge", 1.5))
    across = Column(say.say("slides.sheet.line"), _places([0] * len(rows), _ACROSS))
    medians = [(row.band.median, row.band.median) if row.band else None for row in rows]
    yield _Drawn(_lines(say.say("slides.series.median"), medians), _line("muted", 2), across)
    bands = [(row.band.low, row.band.high) if row.band else None for row in rows]
    yield _Drawn(_lines(say.say("slides.series.band"), bands), _line("edge", 11, percent=35))


def _own_places(rows: Sequence[Row], series: Series, say: Words) -> Column | None:
    """Return where the marks of a series stand, if any of them would lie on another one at the row's middle."""
    shifts = [lanes(row).get(series.id, 0) for row in rows]
    return Column(say.say("slides.sheet.lane", series=series.label), _places(shifts)) if any(shifts) else None


def _mark(row: Row, series: str) -> Mark | None:
    return next((mark for mark in row.marks if mark.series == series), None)


def _span(row: Row) -> Ends | None:
    values = [value for mark in row.marks for value in mark.edges]
    return (min(values), max(values)) if len(row.marks) > 1 else None


def _points(name: str, values: Sequence[Decimal | None]) -> Column:
    return Column(name, tuple(number for value in values for number in (value, None, None)))


def _lines(name: str, ends: Sequence[Ends | None]) -> Column:
    return Column(name, tuple(number for each in ends for number in (*(each or (None, None)), None)))


_NO_LINE: Final = f"<c:spPr>{outline(None, 19_050)}</c:spPr>"


def _line(token: str, points: float, *, percent: int = 100) -> str:
    """Draw a line without marks; what shows through lets what it crosses be seen in any office."""
    width = round(points * 12_700)
    return (
        f'<c:spPr><a:ln w="{width}" cap="flat">{solid(token, percent=percent)}<a:round/></a:ln></c:spPr>'
        '<c:marker><c:symbol val="none"/></c:marker>'
    )


def _marker(look: MarkLook, *, is_hole: bool = False) -> str:
    """Draw a mark; a ring is a filled mark with a smaller one on it, for LibreOffice fills every mark in one colour."""
    size = round(look.size * _POINTS) - _RING * is_hole
    colour = "paper" if is_hole else look.colour
    edge = outline(None) if is_hole or not look.filled else outline(colour, 25_400)
    return (
        f'<c:marker><c:symbol val="{look.shape}"/><c:size val="{size}"/><c:spPr>{solid(colour)}{edge}'
        "</c:spPr></c:marker>"
    )


def _arrow_labels(values: Sequence[Decimal | None], arrow: str, side: str, look: MarkLook) -> str:
    """Point from a coded value to the side where the average may be: the point's label is an arrow."""
    type_ = 'sz="1800" b="1"'
    labels = "".join(
        f'<c:dLbl><c:idx val="{3 * row}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {type_}/></a:pPr>'
        f"<a:r><a:rPr {type_}>{solid(look.colour)}</a:rPr><a:t>{arrow}</a:t></a:r></a:p></c:rich></c:tx>"
        f'<c:dLblPos val="{side}"/>{VALUE}</c:dLbl>'
        for row, value in enumerate(values)
        if value is not None
    )
    return f"<c:dLbls>{labels}<c:spPr>{solid(None)}</c:spPr>{NO_VALUE}</c:dLbls>" if labels else ""


def _xml(drawn: _Drawn, sheet: Sheet, columns: tuple[int, int], order: int) -> str:
    """Write a series: of the columns of its numbers and of its places. A higher order lies on top in PowerPoint."""
    numbers, places = columns
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>{sheet.heading(numbers)}{drawn.look}'
        f"<c:xVal>{sheet.numbers(numbers)}</c:xVal><c:yVal>{sheet.numbers(places)}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def _axes(rows: int) -> str:
    """Return the axis from 1 to 5 with its numbers below, and one that counts the rows: the line in the middle."""
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    grid = f"<c:majorGridlines><c:spPr>{outline('line')}</c:spPr></c:majorGridlines>"
    bare = f"<c:spPr>{outline(None)}</c:spPr>"
    return (
        f'<c:valAx><c:axId val="1"/>{scale(1, 5)}<c:delete val="0"/><c:axPos val="b"/>{grid}{number_format("0")}{ticks}'
        f'<c:tickLblPos val="nextTo"/>{bare}{words(14, "muted")}<c:crossAx val="2"/><c:crosses val="max"/>'
        '<c:crossBetween val="midCat"/><c:majorUnit val="1"/></c:valAx>'
        f'<c:valAx><c:axId val="2"/>{scale(0, rows * ROW, is_reversed=True)}<c:delete val="0"/><c:axPos val="l"/>'
        f'{number_format("0")}{ticks}<c:tickLblPos val="none"/><c:spPr>{outline("edge")}</c:spPr>'
        f'<c:crossAx val="1"/><c:crossesAt val="{_CENTRE}"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{ROW}"/></c:valAx>'
    )
