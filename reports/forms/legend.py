"""What a key explains besides the series: the marks that a drawing has because of others or of what is not exact."""

from collections.abc import Collection, Iterator
from typing import Final

from reports.report import Bars, Dots, Drawing, Figure, Heat, Lines, Series, Ties, TileGrid
from reports.wording import Words

#: How much a value tells, as far as it has a mark or a sign of its own; in the order of the key.
_CODED: Final = ("at_least", "at_most", "between")


def legend(figure: Figure, words: Words, told: Collection[str] = ()) -> tuple[Series, ...]:
    """Return what else is drawn, in words, without what was ``told`` in this section before."""
    drawn = dict.fromkeys(_drawn(figure.drawing))
    return tuple(Series(each, words.say(_word(each, figure))) for each in drawn if each not in told)


def is_among_all(figure: Figure) -> bool:
    """Whether networks stand beside the band of all of them, and not of others."""
    return figure.id.startswith("compared-")


def _word(mark: str, figure: Figure) -> str:
    if mark == "band" and is_among_all(figure):
        return "pdf.key.band.all"
    kind, _, strength = mark.rpartition("-")
    return f"relations.strength.{strength}" if kind == "strength" else f"pdf.key.{mark}"


def _drawn(drawing: Drawing) -> Iterator[str]:
    """Name the marks of a drawing that its series do not explain."""
    match drawing:
        case Dots():
            yield from (["band"] if any(row.band for row in drawing.rows) else [])
            yield from _coded("mark", {mark.kind for row in drawing.rows for mark in row.marks})
        case Bars():
            kinds = {part.kind for row in drawing.rows for part in row.parts}
            yield from (["hatch"] if kinds & {*_CODED} else [])
            yield from _coded("share", kinds - {"between"})
        case Heat():
            kinds = {cell.value.exactness or "" for cells in drawing.cells for cell in cells}
            yield from _coded("share", kinds - {"between"})
        case Ties():
            strengths = sorted({edge.strength for edge in drawing.edges}, reverse=True)
            # One thickness alone tells nothing apart.
            yield from (f"strength-{each}" for each in strengths if len(strengths) > 1)
        case Lines() | TileGrid():
            return


def _coded(what: str, kinds: Collection[str]) -> Iterator[str]:
    return (f"{what}-{kind}" for kind in _CODED if kind in kinds)
