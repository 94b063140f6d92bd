"""Averages on the axis from 1 to 5, as points that can be edited.

Every row of the figure has three rows in the sheet: a point stands in the first, a line from the first to the second,
and the third is the gap before the next line. Some offices lose points when series have unequal lengths.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.forms.slides.charts import Chart
from reports.forms.slides.charts.sheet import Column, Number, Sheet
from reports.forms.slides.charts.space import NO_VALUE, VALUE, Inner, number_format, scale, space, words
from reports.forms.slides.markup import outline, solid
from reports.look import MARKS, MarkLook
from reports.report import Dots, Mark, Row, Series
from reports.wording import Words

#: The height of a row on the vertical axis: all places are whole numbers.
_ROW: Final = 4
_MIDDLE: Final = 2
#: The middle of the scale.
_CENTRE: Final = 3
#: The largest mark on the page in pixels becomes this many points.
_POINTS: Final = 0.8
#: The kinds of a value that is drawn as a point, with the arrow beside it and the side at which it stands.
_ARROWS: Final = {"exact": ("", ""), "at_least": ("→", "r"), "at_most": ("←", "l")}

Ends = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A series: its name and numbers, whether it stands at the row's middle, and how it looks."""

    column: Column
    look: str
    #: The column with its places: 0 for the middle of the rows, 1 for lines across them.
    places: int = 0


def dots_chart(dots: Dots, key: Sequence[Series], say: Words, inner: Inner) -> Chart:
    """Return the chart of a figure; in LibreOffice the first series lies on top."""
    drawn = [each for each in _series(dots, key, say) if any(number is not None for number in each.column.numbers)]
    labels = tuple(label for row in dots.rows for label in (row.label, row.label, ""))
    places = (
        Column(say.say("slides.sheet.place"), _repeated(dots.rows, 0, 0)),
        Column(say.say("slides.sheet.line"), _repeated(dots.rows, -1, 1)),
    )
    sheet = Sheet(labels, (*places, *(each.column for each in drawn)))
    series = "".join(_xml(each, number, sheet, len(drawn)) for number, each in enumerate(drawn))
    plot = (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{series}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
    )
    return Chart(space(plot, _axes(len(dots.rows)), inner), sheet.workbook())


def _repeated(rows: Sequence[Row], first: int, second: int) -> tuple[Number | None, ...]:
    middles = [number * _ROW + _MIDDLE for number in range(len(rows))]
    return tuple(place for middle in middles for place in (middle + first, middle + second, None))


def _series(dots: Dots, key: Sequence[Series], say: Words) -> Iterable[_Drawn]:
    """Return everything that is drawn, what lies on top first: small marks on large ones, and those on lines."""
    rows = dots.rows
    for series in sorted((each for each in key if each.id in MARKS), key=lambda each: MARKS[each.id].size):
        look, marks = MARKS[series.id], [_mark(row, series.id) for row in rows]
        for kind, (arrow, side) in _ARROWS.items():
            name = say.say(f"slides.series.{kind}", series=series.label)
            values = [each.edges[0] if each and each.kind == kind else None for each in marks]
            arrows = _arrow_labels(values, arrow, side, look) if arrow else ""
            yield _Drawn(_points(name, values), _NO_LINE + _marker(look) + arrows)
        between = [(each.edges[0], each.edges[-1]) if each and each.kind == "between" else None for each in marks]
        yield _Drawn(_lines(say.say("slides.series.between", series=series.label), between), _line(look.colour, 5))
        margins = [(each.margin.low, each.margin.high) if each and each.margin else None for each in marks]
        yield _Drawn(_lines(say.say("slides.series.margin", series=series.label), margins), _line(look.colour, 2))
    if dots.linked:
        yield _Drawn(_lines(say.say("slides.series.link"), [_span(row) for row in rows]), _line("edge", 1.5))
    medians = [(row.band.median, row.band.median) if row.band else None for row in rows]
    yield _Drawn(_lines(say.say("slides.series.median"), medians), _line("muted", 2), places=1)
    bands = [(row.band.low, row.band.high) if row.band else None for row in rows]
    yield _Drawn(_lines(say.say("slides.series.band"), bands), _line("edge", 11, percent=35))


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


def _marker(look: MarkLook) -> str:
    size = round(look.size * _POINTS)
    fill = solid(look.colour if look.filled else None)  # LibreOffice fills it all the same
    return (
        f'<c:marker><c:symbol val="{look.shape}"/><c:size val="{size}"/><c:spPr>{fill}{outline(look.colour, 25_400)}'
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


def _xml(drawn: _Drawn, number: int, sheet: Sheet, of: int) -> str:
    """Write a series. Later ones lie on top in PowerPoint, which goes by the order that is told here."""
    column = number + 2
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{of - number - 1}"/>{sheet.heading(column)}{drawn.look}'
        f"<c:xVal>{sheet.numbers(column)}</c:xVal><c:yVal>{sheet.numbers(drawn.places)}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )


def _axes(rows: int) -> str:
    """Return the axis from 1 to 5 with its numbers below, and one that counts the rows: the line in the middle."""
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    grid = f"<c:majorGridlines><c:spPr>{outline('line')}</c:spPr></c:majorGridlines>"
    bare = f"<c:spPr>{outline(None)}</c:spPr>"
    return (
        f'<c:valAx><c:axId val="1"/>{scale(1, 5)}<c:delete val="0"/><c:axPos val="b"/>{grid}{number_format("0")}{ticks}'
        f'<c:tickLblPos val="nextTo"/>{bare}{words(12, "muted")}<c:crossAx val="2"/><c:crosses val="max"/>'
        '<c:crossBetween val="midCat"/><c:majorUnit val="1"/></c:valAx>'
        f'<c:valAx><c:axId val="2"/>{scale(0, rows * _ROW, is_reversed=True)}<c:delete val="0"/><c:axPos val="l"/>'
        f'{number_format("0")}{ticks}<c:tickLblPos val="none"/><c:spPr>{outline("edge")}</c:spPr>'
        f'<c:crossAx val="1"/><c:crossesAt val="{_CENTRE}"/>'
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{_ROW}"/></c:valAx>'
    )
