"""A country of tiles: areas where they lie, in each its places with a mark and a number for what is counted there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.forms.figures.frame import Json, layout, written
from reports.forms.figures.sizes import NARROWEST, NARROWEST_BROAD, Form, fold, wide
from reports.look import light
from reports.report import Area, Tile, TileGrid

#: A column along the axis, and what stays free at both its sides, in units of the axis.
_COLUMN, _EDGE = 100, 1
#: The least that a drawing is wide.
_WIDTH: Final[dict[Form, int]] = {"broad": NARROWEST_BROAD, "slim": NARROWEST}
#: Type of the name of an area, and of everything else.
_NAME: Final[dict[Form, int]] = {"broad": 15, "slim": 13}
_NOTE: Final = 13
#: From the edge of an area to what stands in it; between two areas; a line of text; a line of marks.
_PAD, _GAP, _LINE, _MARKS = 10, 8, 17, 22
#: How large a mark is, and from a mark to its number, and from a number to the next mark.
_SIZE, _NEAR, _APART = 12, 17, 9


@dataclass(frozen=True, slots=True)
class _Placed:
    """An area with the lines of its name, and the height at which it begins and ends."""

    area: Area
    name: tuple[str, ...]
    top: int
    bottom: int

    @property
    def left(self) -> int:
        """Where it begins along the axis."""
        return _COLUMN * self.area.column + _EDGE


def draw(grid: TileGrid, form: Form, language: str) -> Json:
    """Return data and layout of a grid of tiles: there are no traces, for nothing in it lies along a scale."""
    placed, height = _placed(grid, form)
    columns = 1 + max(area.column for area in grid.areas)
    frame = layout(language, height=height, sides=(0, 0), across=(0, _COLUMN * columns))
    drawn = [each for area in placed for each in _drawn(area, grid.series, form)]
    shapes = [each for each in drawn if "text" not in each]
    frame |= {"shapes": shapes, "annotations": [each for each in drawn if "text" in each]}
    return {"data": [{"type": "scatter", "x": [], "y": []}], "layout": frame}


def _placed(grid: TileGrid, form: Form) -> tuple[list[_Placed], int]:
    """Return all areas in their rows, each row as high as its highest, and the height of all."""
    found: list[_Placed] = []
    top = 0
    columns = 1 + max(area.column for area in grid.areas)
    characters = (_WIDTH[form] // columns - 2 * _PAD) * 2 // _NAME[form]
    for row in sorted({area.row for area in grid.areas}):
        names = {area: fold(area.label, characters) for area in grid.areas if area.row == row}
        bottom = top + max(_height(area, name, form) for area, name in names.items())
        found += [_Placed(area, name, top, bottom) for area, name in names.items()]
        top = bottom + _GAP
    return found, top - _GAP


def _height(area: Area, name: Sequence[str], form: Form) -> int:
    head = 2 * _PAD + _LINE * len(name)
    if form == "slim":
        return head + _MARKS * sum(map(bool, area.whole.counts))
    return head + sum(_MARKS + (_LINE if tile.label else 0) for tile in area.tiles)


def _drawn(placed: _Placed, series: Sequence[str], form: Form) -> Iterator[Json]:
    """Draw an area: its edge, its name, how many there are in all, and what is in it."""
    area, count = placed.area, sum(placed.area.whole.counts)
    ends: Json = {"x0": placed.left, "x1": placed.left + _COLUMN - 2 * _EDGE, "y0": placed.top, "y1": placed.bottom}
    edge: Json = {"color": light("line"), "width": 1}
    yield {"type": "rect", "fillcolor": light("surface" if count else "paper"), "line": edge, "layer": "below"} | ends
    for number, line in enumerate(placed.name):
        at = _at(placed.left, _PAD, placed.top + _PAD + _LINE // 2 + _LINE * number)
        yield written(line, _NAME[form], at, colour="ink" if count else "muted", strong=count > 0)
    below = placed.top + _PAD + _LINE * len(placed.name)
    if form == "slim":
        yield from _below_each_other(placed.left, below, area.whole, series)
        return
    for tile in area.tiles:
        if tile.label:
            yield written(tile.label, _NOTE, _at(placed.left, _PAD, below + _LINE // 2), colour="muted")
            below += _LINE
        yield from _beside_each_other(placed.left, below, tile, series)
        below += _MARKS


def _below_each_other(left: int, top: int, tile: Tile, series: Sequence[str]) -> Iterator[Json]:
    counted = [(each, count) for each, count in zip(series, tile.counts, strict=True) if count]
    for number, (each, count) in enumerate(counted):
        yield from _counted(left, _PAD, top + _MARKS // 2 + _MARKS * number, each, count)


def _beside_each_other(left: int, top: int, tile: Tile, series: Sequence[str]) -> Iterator[Json]:
    shift = _PAD
    for each, count in zip(series, tile.counts, strict=True):
        if count:
            yield from _counted(left, shift, top + _MARKS // 2, each, count)
            shift += _NEAR + wide(str(count), _NOTE) + _APART


def _counted(left: int, shift: int, middle: int, series: str, count: int) -> Iterator[Json]:
    """Draw a mark and its number."""
    yield _mark(series, shift, middle) | {"xsizemode": "pixel", "xanchor": left}
    yield written(str(count), _NOTE, _at(left, shift + _NEAR, middle))


def _at(left: int, shift: int, middle: int) -> Json:
    return {"x": left, "xanchor": "left", "xshift": shift, "y": middle}


def _mark(series: str, left: int, middle: int) -> Json:
    """Draw the mark of one of the series; its shape says the same as its colour."""
    right, top, bottom = left + _SIZE, middle - _SIZE // 2, middle + _SIZE // 2
    box: Json = {"x0": left, "x1": right, "y0": top, "y1": bottom}
    match series:
        case "stage-open":
            return {"type": "circle", "fillcolor": light("group-total"), "line": {"width": 0}} | box
        case "stage-planned":
            hollow: Json = {"color": light("group-total"), "width": 2}
            return {"type": "circle", "fillcolor": light("surface"), "line": hollow} | box
        case "stage-closed":
            path = f"M{left + _SIZE // 2} {top}L{right} {bottom}L{left} {bottom}Z"
            return {"type": "path", "path": path, "fillcolor": light("attention"), "line": {"width": 0}}
        case "stage-released":
            return {"type": "rect", "fillcolor": light("muted"), "line": {"width": 0}} | box
        case _:
            dash: Json = {"x0": left, "x1": right, "y0": middle, "y1": middle}
            return {"type": "line", "line": {"color": light("edge"), "width": 2}} | dash
