"""Wat jullie niet weten: how much of every theme is "don't know", as a result of its own."""

from collections.abc import Mapping

from reports.disclosure.policy import K
from reports.report.parts import Notice, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.results import Cell, Kind
from reports.wording.sentences import percents, titled


def section(source: Source) -> Section | None:
    """Make the section: what many do not know comes first; ``None`` without themes."""
    cells = _cells(source)
    if not cells:
        return None
    say = source.words.say
    if not any(cell.shown for cell in cells.values()):
        few = Notice(say("few.all.title"), say("unknown.few", k=K))
        return Section("unknown", say("unknown"), (few,), few.title)
    said = _said(source)
    paragraphs = (Paragraph(text, "lead" if place == 0 else "body") for place, text in enumerate(said))
    return Section("unknown", say("unknown"), (*paragraphs, _table(source, cells)), said[0])


def themes_of(source: Source, kind: Kind) -> list[str]:
    """Return the themes of which so many answers are "don't know": ``at_least`` is many, ``between`` a part."""
    return [theme for theme, cell in _cells(source).items() if cell.kind == kind]


def _cells(source: Source) -> dict[str, Cell]:
    return {cell.subject: cell for cell in source.results.cells if cell.measure == "dont_know"}


def _said(source: Source) -> list[str]:
    """Say of which themes many answers are "don't know", and of which a part; if of none, that they are few."""
    kinds: tuple[Kind, ...] = ("at_least", "between")
    themes = {kind: themes_of(source, kind) for kind in kinds}
    said = [
        source.words.say(f"unknown.{kind}", themes=titled(source.words, [source.theme_title(each) for each in found]))
        for kind, found in themes.items()
        if found
    ]
    return said or [source.words.say("unknown.at_most")]


def _table(source: Source, cells: Mapping[str, Cell]) -> Table:
    say = source.words.say
    columns = (Column(say("column.theme")), Column(say("unknown.column")))
    rows = tuple((Value(source.theme_title(theme)), _value(source, cell)) for theme, cell in cells.items())
    return Table("unknown", say("unknown.table"), columns, rows)


def _value(source: Source, cell: Cell) -> Value:
    text = source.words.say(f"unknown.share.{cell.kind}", **percents(cell))
    return Value(text, "share", cell.kind, cell.low, cell.high, "/".join(cell.key), cell.is_strict)
