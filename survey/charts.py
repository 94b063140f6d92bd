"""Figures on a page: charts as data for the script that draws them, maps as pictures, heat maps as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup
from pydantic_core import to_json

from reports.forms.figures import CONFIG, TEMPLATE, Picture, figure_json, picture, token_map
from reports.forms.legend import legend
from reports.report import Bars, Block, Dots, Figure, Heat, Lines, Series, Table, Ties, TileGrid
from reports.wording import words

#: Characters that would end a script element or confuse a parser, as JSON escapes.
_ESCAPES: Final = {
    "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
}  # fmt: skip

#: What has a row for everything that was asked.
_DETAILS: Final = (Bars, Heat)


@dataclass(frozen=True, slots=True)
class Chart:
    """What a page needs of a figure that the script draws: its data, and the heights to keep free for its drawings."""

    data: Markup
    broad_height: int
    slim_height: int


@dataclass(frozen=True, slots=True)
class Charts:
    """Makes what a page draws of figures; ``look`` is what all charts have in common, once a page."""

    look: Markup

    def __call__(self, figure: Figure, language: str) -> Chart | None:
        """Prepare a figure for the script; ``None`` for what the page draws by itself."""
        drawings: dict[str, Any] = {form: figure_json(figure, form, language) for form in ("broad", "slim")}
        if None in drawings.values():
            return None
        heights = (drawings[form]["layout"]["height"] for form in ("broad", "slim"))
        return Chart(_embedded({"kind": _kind(type(figure.drawing))} | drawings), *heights)

    def pictures(self, figure: Figure) -> dict[str, Picture]:
        """Return both drawings of a map of ties; none of anything else."""
        ties = figure.drawing
        return {form: picture(ties, form) for form in ("broad", "slim")} if isinstance(ties, Ties) else {}

    def key(self, figure: Figure, language: str) -> tuple[Series, ...]:
        """Return all that the key of a figure explains; bars and heat maps have words of their own for the rest."""
        # Where networks stand beside each other the band is of all of them, not of others: the figure says so itself.
        told = {"band"} if figure.id.startswith("compared-") else ()
        more = legend(figure, words(language), told) if isinstance(figure.drawing, Dots | Ties) else ()
        return (*figure.key, *more)

    def is_detail(self, figure: Figure) -> bool:
        """Whether the page folds a figure, with its answer in sight."""
        return isinstance(figure.drawing, _DETAILS)

    def placed(self, blocks: Sequence[Block]) -> Iterator[tuple[int, Block, list[Table]]]:
        """Return each block with its place, and the tables that are folded with it: those behind a detail."""
        for place, block in enumerate(blocks, start=1):
            if place > 1 and _is_behind(blocks[place - 2], block):
                continue
            behind = (each for each in blocks[place : place + 1] if isinstance(each, Table))
            yield place, block, [each for each in behind if _is_behind(block, each)]

    def says_all(self, figure: Figure) -> bool:
        """Whether the drawing is the table already: a heat map has every value of it in words."""
        heat = figure.drawing
        if not isinstance(heat, Heat):
            return False
        drawn = ((name, *(cell.value for cell in cells)) for name, cells in zip(heat.rows, heat.cells, strict=True))
        return tuple(drawn) == tuple((row[0].text, *row[1:]) for row in figure.table.rows)


def _is_behind(figure: Block, table: Block) -> bool:
    """Whether a table has more of what a detail shows: the same by group."""
    if not isinstance(figure, Figure) or not isinstance(table, Table):
        return False
    return isinstance(figure.drawing, _DETAILS) and table.reach == "data" and table.id.startswith(f"{figure.id}-")


def _kind(drawing: type) -> str:
    return drawing.__name__.lower()


def _embedded(content: object) -> Markup:
    """Write JSON that may stand in a script element."""
    data = to_json(content).decode()
    for character, escape in _ESCAPES.items():
        data = data.replace(character, escape)
    return Markup(data)  # noqa: S704 -- escaped in these lines


#: ``names`` tells the script, per kind of chart, which colour has which name in the style sheet.
chart: Final = Charts(
    _embedded(
        {
            "config": CONFIG,
            "template": TEMPLATE,
            "names": {_kind(drawing): token_map(drawing) for drawing in (Dots, Bars, Lines, TileGrid)},
        }
    )
)
