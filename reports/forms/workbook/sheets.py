"""The sheet of a section: its tables below each other, each as printed, as numbers, and how exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reports.forms.workbook.cells import write_text
from reports.forms.workbook.columns import Numbers, Texts, exactness, numbers
from reports.forms.workbook.formats import Formats
from reports.forms.workbook.placing import WIDEST_TEXT, Widths, Zones, height
from reports.forms.workbook.talking import talking
from reports.report import Block, Facts, Figure, Highlights, Notice, Paragraph, Section, Table, Units, table_of
from reports.wording import Words

#: In points.
_TITLE_HEIGHT: Final = 28
#: Of the columns beside the table: what the report calls it, and what is told of it there.
_HEAD_LINES: Final = 2


def tables_of(section: Section, words: Words) -> tuple[Table, ...]:
    """Return the tables of a section, those with reach "data" as well, and what there is to talk about and to do."""
    return tuple(part for block in section.blocks for part in _of(block, words) if isinstance(part, Table))


def write_section(sheet: Any, section: Section, formats: Formats, words: Words) -> None:
    """Fill a sheet with a section."""
    tables = tables_of(section, words)
    zones = Zones.around([(len(each.columns), len(numbers(each, words))) for each in tables])
    writer = _Writer(sheet, formats, words, zones)
    for table in tables:
        writer.measure(table)
    if not tables:
        writer.widths.of[0] = WIDEST_TEXT
    writer.heading(section.title)
    for part in _parts(section, words, alone=len(tables) == 1):
        writer.write(part)
    writer.widths.set(sheet)
    # With one table its head stays in sight; with several, the section's name.
    heads = 3 if len(tables) == 1 else 1
    sheet.freeze_panes(heads, 1 if tables else 0)
    # On paper stands what the report prints; beside the numbers to compute with it would be too small to read.
    sheet.print_area(0, 0, writer.row, zones.shown - 1)
    sheet.repeat_rows(0, heads - 1)


def _parts(section: Section, words: Words, *, alone: bool) -> list[Table | str]:
    """Return what the sheet shows, in order; a table that is alone comes first, so that its head can stay in sight."""
    parts = [part for block in section.blocks for part in _of(block, words)]
    return sorted(parts, key=lambda part: isinstance(part, str)) if alone else parts


def _of(block: Block, words: Words) -> Iterator[Table | str]:
    """Go through a block's tables and what it says in sentences; how to lead the conversation is in the report only."""
    if (table := table_of(block)) is not None:
        yield table
    yield from talking(block, words)
    if isinstance(block, Figure):
        yield block.answer
    if isinstance(block, Paragraph):
        yield block.text
    if isinstance(block, Notice):
        yield f"{block.title}. {block.text}"
    if isinstance(block, Highlights):
        yield from (item.sentence for item in block.items)
    if isinstance(block, Units):
        yield block.alt
    if isinstance(block, Facts):
        yield from (f"{fact.term}: {fact.value}" for fact in block.facts)


@dataclass
class _Writer:
    """Writes a sheet from top to bottom."""

    sheet: Any
    formats: Formats
    words: Words
    zones: Zones
    widths: Widths = field(default_factory=Widths)
    row: int = 0

    def measure(self, table: Table) -> None:
        """Make the columns wide enough for a table."""
        for place, column in enumerate(table.columns):
            self.widths.fit(place, column.heading, (row[place].text for row in table.rows))
        for place, column in enumerate(numbers(table, self.words), self.zones.first_number):
            self.widths.fit(place, column.heading, (), lines=_HEAD_LINES)
            self.widths.gap(self.zones.shown)
        for place, column in enumerate(exactness(table, self.words), self.zones.first_exactness):
            self.widths.fit(place, column.heading, column.values, lines=_HEAD_LINES)
            self.widths.gap(self.zones.first_exactness - 1)

    def heading(self, title: str) -> None:
        """Write the section's name above all, and beside it what the columns there are: both stay in sight."""
        write_text(self.sheet, 0, 0, title, self.formats.title)
        if self.zones.numbers:
            self._zone("numbers", self.zones.first_number)
            self._zone("exactness", self.zones.first_exactness)
        self.sheet.set_row(0, _TITLE_HEIGHT)
        self.row = 1

    def write(self, part: Table | str) -> None:
        """Write the next part."""
        if isinstance(part, str):
            self._text(part)
        else:
            self._table(part)

    def _text(self, text: str) -> None:
        """Write a text over the width of the tables as they are printed."""
        if self.zones.shown > 1:
            self.sheet.merge_range(self.row, 0, self.row, self.zones.shown - 1, "", self.formats.text)
        write_text(self.sheet, self.row, 0, text, self.formats.text)
        self.sheet.set_row(self.row, height([(text, self.widths.together(self.zones.shown))]))
        self.row += 2

    def _table(self, table: Table) -> None:
        self._caption(table.caption)
        told, said = numbers(table, self.words), exactness(table, self.words)
        self._shown(table)
        for place, column in enumerate(told, self.zones.first_number):
            self._numbers(place, column)
        for place, column in enumerate(said, self.zones.first_exactness):
            self._exactness(place, column)
        self._heights(table, told, said)
        self.row += len(table.rows) + 3

    def _caption(self, caption: str) -> None:
        """Write the name of a table over its columns, in as many lines as it needs: beside it may stand another."""
        if self.zones.shown > 1:
            self.sheet.merge_range(self.row, 0, self.row, self.zones.shown - 1, "", self.formats.caption)
        write_text(self.sheet, self.row, 0, caption, self.formats.caption)
        # Strong and larger type takes more room than that in which widths are given.
        self.sheet.set_row(self.row, height([(caption, self.widths.together(self.zones.shown) * 3 // 4)]) + 4)

    def _heights(self, table: Table, told: Sequence[Numbers], said: Sequence[Texts]) -> None:
        heads = [*enumerate(column.heading for column in table.columns)]
        heads += enumerate((column.heading for column in told), self.zones.first_number)
        heads += enumerate((column.heading for column in said), self.zones.first_exactness)
        self.sheet.set_row(self.row + 1, self.widths.height(heads))
        for line, row in enumerate(table.rows):
            shown = [*enumerate(value.text for value in row)]
            shown += enumerate((column.values[line] for column in said), self.zones.first_exactness)
            self.sheet.set_row(self.row + 2 + line, self.widths.height(shown))

    def _zone(self, name: str, column: int) -> None:
        write_text(self.sheet, 0, column, self.words.say(f"workbook.zone.{name}"), self.formats.zone)

    def _shown(self, table: Table) -> None:
        looks = self.formats
        for place, column in enumerate(table.columns):
            head, cell = (looks.head_right, looks.cell_right) if column.numeric else (looks.head, looks.cell)
            write_text(self.sheet, self.row + 1, place, column.heading, head)
            for line, row in enumerate(table.rows, self.row + 2):
                write_text(self.sheet, line, place, row[place].text, cell if place else looks.row_head)

    def _numbers(self, place: int, column: Numbers) -> None:
        write_text(self.sheet, self.row + 1, place, column.heading, self.formats.head_aside_right)
        for line, number in enumerate(column.values, self.row + 2):
            if number is None:
                self.sheet.write_blank(line, place, None, self.formats.cell_aside)
            else:
                # A decimal of one or two digits becomes the float that prints the same.
                self.sheet.write_number(line, place, float(number.value), self.formats.numbers[number.kind])

    def _exactness(self, place: int, column: Texts) -> None:
        write_text(self.sheet, self.row + 1, place, column.heading, self.formats.head_aside)
        for line, text in enumerate(column.values, self.row + 2):
            write_text(self.sheet, line, place, text, self.formats.cell_aside)
