"""One slide of the deck: its blocks from top to bottom; what matters most gets the room that the words leave."""

from typing import Final, TypeVar

from reports.forms.slides.blocks import cards, running
from reports.forms.slides.blocks.bars import draw_bars
from reports.forms.slides.blocks.dots import draw_dots
from reports.forms.slides.blocks.heat import draw_heat
from reports.forms.slides.blocks.rows import draw_table
from reports.forms.slides.blocks.ties import draw_ties
from reports.forms.slides.boxes import BODY, MM, Box
from reports.forms.slides.canvas import Canvas
from reports.forms.slides.explaining import explained
from reports.forms.slides.fitting import fitted
from reports.forms.slides.markup import Line
from reports.forms.slides.page import Page
from reports.report import (
    ActionCards,
    Bars,
    Cover,
    Dots,
    Facts,
    Figure,
    Heat,
    Highlights,
    Lines,
    Notice,
    Paragraph,
    Suggestions,
    Table,
    Talks,
    TileGrid,
    Units,
)
from reports.wording import Words

Kind = TypeVar("Kind")
#: More warnings than this leave no room for what they are about.
_NOTICES: Final = 2
_KICKER: Final = Box(20 * MM, 34 * MM, 290 * MM, 10 * MM)
_FACTS: Final = Box(20 * MM, 132 * MM, 290 * MM, 34 * MM)


def draw(canvas: Canvas, page: Page, words: Words) -> None:
    """Draw what a page shows below its title."""
    main = next((block for block in page.blocks if isinstance(block, Figure | Table)), None)
    opening = main.answer if isinstance(main, Figure) else page.opening
    room = running.lead(canvas, BODY, opening)
    room = running.small(canvas, room, explained(page, main, words, BODY.width))
    room = running.notices(canvas, room, [] if main else _toned(page, "attention")[:_NOTICES])
    if isinstance(main, Figure):
        _figure(canvas, room, main, words)
    elif main:
        draw_table(canvas, room, main, words)
    else:
        _words(canvas, room, page, opening)


def draw_cover(canvas: Canvas, cover: Cover) -> None:
    """Draw what stands on the cover beside the network's name."""
    canvas.text(_KICKER, [Line.plain(cover.kicker, 18, colour="on-cover")])
    places = _FACTS.columns([1] * max(3, len(cover.facts)), 8 * MM)
    for fact, place in zip(cover.facts, places, strict=False):
        fit = fitted([fact.value], width=place.width, height=24 * MM, sizes=(20, 18, 16, 14, 12), strong=True)
        values = [Line.plain(text, fit.size, strong=True, colour="on-cover") for text in fit.texts]
        canvas.text(place, [Line.plain(fact.term, 14, colour="on-cover"), *values])


def _figure(canvas: Canvas, room: Box, figure: Figure, words: Words) -> None:
    match figure.drawing:
        case Dots() as dots:
            draw_dots(canvas, room, figure, dots, words)
        case Bars() as bars:
            draw_bars(canvas, room, figure, bars, words)
        case Heat() as heat:
            draw_heat(canvas, room, figure, heat)
        case Lines() | TileGrid():
            draw_table(canvas, room, figure.table, words)
        case ties:
            draw_ties(canvas, room, figure, ties)


def _words(canvas: Canvas, room: Box, page: Page, opening: str) -> None:
    """Draw a page without figure or table."""
    for notice in _toned(page, "quiet"):
        room = running.said(canvas, room, notice)
    for units in _of(page, Units):
        room = running.units(canvas, room, units)
    for highlights in _of(page, Highlights):
        running.highlights(canvas, room, highlights.items)
    suggested = next(iter(_of(page, Suggestions)), None)
    for talks in _of(page, Talks):
        return cards.talk(canvas, room, talks.items[0], suggested)
    for block in _of(page, ActionCards):
        write = running.remark if opening else running.lead
        return cards.actions(canvas, write(canvas, room, " ".join(_bodies(page))), block.cards)
    for block in _of(page, Facts):
        room = running.facts_below(canvas, room, block.facts)
    running.body(canvas, room, _bodies(page))
    return None


def _of(page: Page, kind: type[Kind]) -> list[Kind]:
    return [block for block in page.blocks if isinstance(block, kind)]


def _bodies(page: Page) -> list[str]:
    return [block.text for block in _of(page, Paragraph) if block.tone == "body"]


def _toned(page: Page, tone: str) -> list[Notice]:
    return [notice for notice in _of(page, Notice) if notice.tone == tone]
