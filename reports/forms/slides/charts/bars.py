"""Shares in classes, as bars that can be edited: disagree to the left of the middle, agree to the right of it.

Both have an axis of their own, of which one runs to the left, so that no number in the sheet is a negative one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.forms.slides.charts import Chart
from reports.forms.slides.charts.labels import Labels
from reports.forms.slides.charts.sheet import Column, Sheet
from reports.forms.slides.charts.space import Inner, number_format, scale, space
from reports.forms.slides.markup import outline, solid
from reports.look import CLASSES
from reports.report import BarRow, Part, Series
from reports.wording import Words

#: In this order each has a series of its own; all but the first are hatched.
_KINDS: Final = ("exact", "at_least", "at_most", "between")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A series: what it is of, and where its labels stand."""

    column: Column
    kind: str
    series: str
    labels: str


def opposed_chart(rows: Sequence[BarRow], left: Series, right: Series, say: Words, width: int) -> Chart:
    """Return a chart of two classes that lie against each other; ``width`` is that of the chart, for its labels."""
    sides = [
        list(_series(rows, left, say, Labels(left.id, width, 200, side=-1))),
        list(_series(rows, right, say, Labels(right.id, width, 200, side=1))),
    ]
    sheet = Sheet(tuple(row.label for row in rows), tuple(each.column for each in (*sides[0], *sides[1])))
    plots = _plot(sides[0], 0, sheet, 1) + _plot(sides[1], len(sides[0]), sheet, 3)
    axes = _axes(1, -100, is_reversed=True) + _axes(3, -100, is_reversed=False)
    return Chart(space(plots, axes, Inner()), sheet.workbook())


def single_chart(rows: Sequence[BarRow], series: Series, say: Words, width: int) -> Chart:
    """Return a chart of one class."""
    drawn = list(_series(rows, series, say, Labels(series.id, width, 100, side=1)))
    sheet = Sheet(tuple(row.label for row in rows), tuple(each.column for each in drawn))
    return Chart(space(_plot(drawn, 0, sheet, 1), _axes(1, 0, is_reversed=False), Inner()), sheet.workbook())


def _series(rows: Sequence[BarRow], series: Series, say: Words, labels: Labels) -> Iterator[_Drawn]:
    for kind in _KINDS:
        parts = [_part(row, series.id, kind) for row in rows]
        if kind == "exact" or any(parts):
            name = say.say(f"slides.series.{kind}.share", series=series.label)
            numbers = tuple(percent(part) if part else None for part in parts)
            texts = [part.label if part else "" for part in parts]
            yield _Drawn(Column(name, numbers), kind, series.id, labels.xml(numbers, texts, kind))


def _part(row: BarRow, series: str, kind: str) -> Part | None:
    return next((part for part in row.parts if part.series == series and part.kind == kind), None)


def percent(part: Part) -> int | None:
    """Return the printed edge of a share in percent: of a range the upper one."""
    edge = part.low if part.kind == "at_least" else part.high
    return None if edge is None else int(100 * edge)


def _plot(drawn: Sequence[_Drawn], first: int, sheet: Sheet, axis: int) -> str:
    series = "".join(_xml(each, number, sheet) for number, each in enumerate(drawn, first))
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="70"/><c:overlap val="100"/><c:axId val="{axis}"/><c:axId val="{axis + 1}"/>'
        "</c:barChart>"
    )


def _xml(drawn: _Drawn, number: int, sheet: Sheet) -> str:
    bar, _ = CLASSES[drawn.series]
    look = solid(bar) if drawn.kind == "exact" else _hatched(bar)
    edge = outline("edge" if drawn.series == "neither" else bar)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{sheet.heading(number)}<c:spPr>{look}{edge}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{drawn.labels}<c:cat>{sheet.names()}</c:cat>'
        f"<c:val>{sheet.numbers(number)}</c:val></c:ser>"
    )


def _hatched(token: str) -> str:
    fore, back = (solid(each).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>") for each in (token, "paper"))
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


def _axes(number: int, first: int, *, is_reversed: bool) -> str:
    """Return the axis of the rows, from above, and that of the shares; hidden, but there: LibreOffice needs it."""
    hidden = (
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"<c:spPr>{outline(None)}</c:spPr>"
    )
    side, crosses = ("b", "autoZero") if number == 1 else ("t", "max")
    return (
        f'<c:catAx><c:axId val="{number}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="l"/>{hidden}<c:crossAx val="{number + 1}"/><c:crosses val="autoZero"/></c:catAx>'
        f'<c:valAx><c:axId val="{number + 1}"/>{scale(first, 100, is_reversed=is_reversed)}<c:delete val="0"/>'
        f'<c:axPos val="{side}"/>{number_format("0")}{hidden}<c:crossAx val="{number}"/><c:crosses val="{crosses}"/>'
        '<c:crossBetween val="between"/><c:majorUnit val="100"/></c:valAx>'
    )
