"""Which parts of the report become slides, in the order in which a meeting needs them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reports.forms.slides.page import Page, Step
from reports.forms.slides.telling import without_its_theme
from reports.forms.slides.wall import on_a_slide
from reports.report import (
    Block,
    Dots,
    Figure,
    Highlights,
    Notice,
    Paragraph,
    Report,
    Section,
    Suggestions,
    Table,
    Talk,
    Talks,
)
from reports.wording import Words

#: More than this no meeting can hold, the cover included.
MOST: Final = 16
#: More rows than this cannot be read on a wall.
_ROWS: Final = 10
#: How many statements' pages there are: of the themes to talk about.
_TALKED: Final = 2

#: The sections and their worth, in the order of the slides.
_WORTH: Final = {
    "previous": 7,
    "highlights": 9,
    "response": 8,
    "sentences": 8,
    "themes": 9,
    "groups": 8,
    "voices": 5,
    "trend": 4,
    "statements": 7,
    "unknown": 6,
    "overall": 3,
    "municipality": 4,
    "roles": 7,
    "reach": 7,
    "form": 3,
    "relations": 6,
    "talk": 9,
    "actions": 9,
    "method": 4,
}
#: What a section is worth that a sentence of the highlights points at; and one that says that there is nothing.
_POINTED_AT: Final = 9
_SAYS_NOTHING: Final = 2
#: With these sentences a section says that there is nothing to talk about in it.
_NOTHING: Final = ("unknown.at_most",)
#: Sections that are left out when they only say why there is nothing to see: themes and groups say it for all; and the
#: meeting chooses actions at its last slide, also where none can be added.
_SHOWING: Final = frozenset(_WORTH) - {"highlights", "response", "sentences", "themes", "groups", "method", "actions"}


def pages(report: Report, words: Words) -> list[Page]:
    """Return the slides after the cover."""
    sections = {section.id: section for section in report.sections}
    found = [*_reading(report, sections, words)]
    pointed_at = _pointed_at(report)
    is_of_networks = report.about == "networks"  # which is gone through as it stands
    for name in sections if is_of_networks else _WORTH:
        if name in sections and name in _WORTH:
            found += _pages(sections[name], _worth(sections[name], pointed_at, words), sections, words)
        if name == "talk" and name in sections and "themes" in sections and not is_of_networks:
            found.append(_together(words))
    return [on_a_slide(page, words) for page in _with_own_titles(_fewer(found), words)]


def _pointed_at(report: Report) -> frozenset[str]:
    """Return the sections that the highlights point at: who reads there of something looks for its slide."""
    blocks = (block for section in report.sections for block in section.blocks)
    return frozenset(item.section for block in blocks if isinstance(block, Highlights) for item in block.items)


def _worth(section: Section, pointed_at: frozenset[str], words: Words) -> int:
    """Return what a section is worth in this report: more when it is pointed at, less when it says nothing."""
    if section.id in pointed_at and any(map(_is_drawn, section.blocks)):
        return max(_WORTH[section.id], _POINTED_AT)
    if section.summary in map(words.say, _NOTHING):
        return _SAYS_NOTHING
    return _WORTH[section.id]


def _reading(report: Report, sections: dict[str, Section], words: Words) -> Iterator[Page]:
    """Tell what the report is, and how to read what follows."""
    method = sections["method"].blocks if "method" in sections else ()
    rules = [block for block in method if isinstance(block, Paragraph)][:2]
    yield Page(words.say("slides.read"), "open", (Paragraph(report.mirror), *rules), 9, about="rules")


def _pages(section: Section, worth: int, sections: dict[str, Section], words: Words) -> Iterator[Page]:
    if section.id == "talk":
        yield from _talks(section, words)
    elif section.id == "statements":
        for figure in _talked_about(section, sections):
            shown = without_its_theme(figure, words)
            yield Page(figure.table.caption, "alone", (shown,), worth, about=section.id)
    else:
        yield from _section(section, worth, words)


def _together(words: Words) -> Page:
    """Ask what all see together, before anybody chooses what to do."""
    questions = tuple(words.say(f"slides.together.{number}") for number in (1, 2, 3))
    asked = Talks((Talk("", "", questions),))
    return Page(words.say("slides.together"), "together", (asked,), 9, words.say("slides.together.lead"), "together")


def _section(section: Section, worth: int, words: Words) -> Iterator[Page]:
    """Give a section one slide, with the first of its figures and tables and what is said about that one.

    It takes more slides when that figure has too many rows.
    """
    drawn = [number for number, block in enumerate(section.blocks) if _is_drawn(block)]
    told = section.blocks[: drawn[1]] if len(drawn) > 1 else section.blocks
    shown = _shown(told, words)
    step, opening = _STEPS.get(section.id, "alone"), _lead(section) or (section.summary if drawn else "")
    if section.id in _SHOWING and all(isinstance(block, Paragraph | Notice) for block in shown):
        return
    parts = _parts(section.blocks[drawn[0]]) if drawn else []
    if len(parts) > 1:
        rest = tuple(block for block in shown if not _is_drawn(block))
        yield from (Page(section.title, step, (part, *rest), worth, opening, section.id) for part in parts)
    elif shown:
        yield Page(section.title, step, shown, worth, opening, section.id)


def _shown(told: Sequence[Block], words: Words) -> tuple[Block, ...]:
    """Return what stands on a slide: without tables that are data only, and without the notes below those."""
    kept, is_left_out, any_left_out = list[Block](), False, False
    for block in told:
        if isinstance(block, Figure | Table):
            is_left_out = not _is_drawn(block)
            any_left_out |= is_left_out
        elif not (isinstance(block, Paragraph) and block.tone == "small"):
            is_left_out = False
        if not is_left_out:
            kept.append(block)
    is_bare = any_left_out and not any(map(_is_drawn, kept))
    return (*kept, *([Paragraph(words.say("slides.elsewhere"), "small")] if is_bare else []))


def _lead(section: Section) -> str:
    return " ".join(block.text for block in section.blocks if isinstance(block, Paragraph) and block.tone == "lead")


_STEPS: Final[dict[str, Step]] = {"previous": "open", "actions": "choose", "method": "close"}


def _is_drawn(block: Block) -> bool:
    return isinstance(block, Figure) or (isinstance(block, Table) and block.reach == "all")


def _parts(block: Block) -> list[Block]:
    """Return a figure in parts that can be read on a wall, of about as many rows each."""
    if not isinstance(block, Figure) or not isinstance(block.drawing, Dots):
        return [block]
    dots, table = block.drawing, block.table
    size = -(-len(dots.rows) // -(-len(dots.rows) // _ROWS))
    return [
        replace(
            block,
            drawing=replace(dots, rows=dots.rows[first : first + size]),
            table=replace(table, rows=table.rows[first : first + size]),
        )
        for first in range(0, len(dots.rows), size)
    ]


def _talks(section: Section, words: Words) -> Iterator[Page]:
    """Give every theme to talk about a slide, with what a network could do about it."""
    talks = [talk for block in section.blocks if isinstance(block, Talks) for talk in block.items]
    suggested = [block for block in section.blocks if isinstance(block, Suggestions)]
    how = tuple(block for block in section.blocks if isinstance(block, Paragraph))
    for talk in talks:
        title = words.say("slides.talk", section=section.title, theme=talk.title)
        more = [each for each in suggested if talk.title.casefold() in each.title.casefold()]
        yield Page(title, "threes", (Talks((talk,)), *more[:1]), 9, talk.reason, section.id)
    if not talks and how:
        yield Page(section.title, "threes", how, 9, about=section.id)


def _talked_about(section: Section, sections: dict[str, Section]) -> list[Figure]:
    """Return the statements of the themes to talk about, or else the first ones."""
    figures = [block for block in section.blocks if isinstance(block, Figure)]
    blocks: Sequence[Block] = sections["talk"].blocks if "talk" in sections else ()
    talks: list[Talk] = [talk for block in blocks if isinstance(block, Talks) for talk in block.items]
    chosen = [figure for talk in talks for figure in figures if talk.title in figure.table.caption]
    return (chosen or figures)[:_TALKED]


def _fewer(found: list[Page]) -> list[Page]:
    """Leave out what is worth least, the last of it first, until a meeting can hold it."""
    kept = list(found)
    while len(kept) > MOST - 1:
        least = min(page.worth for page in kept)
        del kept[max(number for number, page in enumerate(kept) if page.worth == least)]
    return kept


def _with_own_titles(found: list[Page], words: Words) -> list[Page]:
    """Number the slides that have one title, so that a list of slides tells them apart."""
    titles = [page.title for page in found]

    def own(page: Page, place: int) -> Page:
        if (of := titles.count(page.title)) == 1:
            return page
        number = titles[: place + 1].count(page.title)
        return replace(page, title=words.say("slides.part", title=page.title, number=number, of=of))

    return [own(page, place) for place, page in enumerate(found)]
