"""The first sheet: what this is, of which round and edition, and how to read the figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from reports.forms.workbook.cells import write_text
from reports.forms.workbook.columns import how_exact, numbers
from reports.forms.workbook.formats import Formats
from reports.forms.workbook.placing import height
from reports.forms.workbook.sheets import tables_of
from reports.report import Report, Section, Table
from reports.report.values import NOTHING
from reports.wording import Words

#: The widths of both columns, in characters.
_WIDTHS: Final = (36, 90)
#: An edition's date is that of the readers' calendar.
_DUTCH_TIME: Final = ZoneInfo("Europe/Amsterdam")

_MARKS: Final = (
    "percent", "at_least", "at_most", "above", "below", "between", "margin", "half", "others", "counted", "few",
    "part", "withheld",
)  # fmt: skip
#: With these the number beside the table is a limit.
_LIMITS: Final = frozenset(("at_least", "at_most", "above", "below"))
#: What is told of all of it, by what it is about.
_TOLD: Final = {
    "round": ("what.round", "care", "left_out"),
    "networks": ("what.networks", "care"),
    "page": ("what.page", "care"),
    "now": ("what.now",),
}

Pair = tuple[str, str]


def write_first(
    sheet: Any, report: Report, named: Sequence[tuple[str, Section]], formats: Formats, words: Words
) -> None:
    """Fill the first sheet; ``named`` are the other sheets, by name."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_portrait()
    writer, say = _Writer(sheet, formats), words.say
    writer.title(report.title)
    if report.only_for:
        writer.text(report.only_for, formats.strong)
    for text in (report.mirror, *(say(f"workbook.{each}") for each in _TOLD[report.about])):
        writer.text(text)
    writer.pairs(say(f"workbook.of.{report.about}"), None, _facts(report, words))
    if not named:
        writer.text(say("workbook.nothing"))
        return
    tables = [table for _, section in named for table in tables_of(section, words)]
    used = _used(tables)
    marks = [(say(f"workbook.mark.{each}"), say(f"workbook.meaning.{each}")) for each in _MARKS if each in used]
    if marks:
        writer.pairs(say("workbook.marks"), (say("workbook.mark"), say("workbook.meaning")), marks)
    if any(numbers(table, words) for table in tables):
        zones = _zones(report, has_limits=bool(used & _LIMITS), words=words)
        writer.pairs(say("workbook.columns"), (say("workbook.column"), say("workbook.meaning")), zones)
    sheets = ((name, _contents(section, words)) for name, section in named)
    writer.pairs(say("workbook.sheets"), (say("workbook.sheet"), say("workbook.contents")), sheets)


def _used(tables: Iterable[Table]) -> set[str]:
    """Return which marks there are to explain: a mark that stands nowhere only makes people look for it."""
    values = [value for table in tables for row in table.rows for value in row]
    used = set(map(how_exact, values))
    used |= {"percent" for value in values if value.kind == "share"}
    return used | {"withheld" for value in values if value.text == NOTHING.text}


def _zones(report: Report, *, has_limits: bool, words: Words) -> Iterator[Pair]:
    """Say what the columns are; of a page they are called after the page."""
    say = words.say
    of = ".page" if report.about in ("page", "now") else ""
    yield say(f"workbook.zone.shown{of}"), say("workbook.about.shown")
    limits = (say("workbook.about.limits"),) if has_limits else ()
    yield say("workbook.zone.numbers"), " ".join((say("workbook.about.numbers"), *limits))
    yield say("workbook.zone.exactness"), say("workbook.about.exactness")


def _facts(report: Report, words: Words) -> Iterator[Pair]:
    yield from ((fact.term, fact.value) for fact in report.cover.facts)
    if mark := report.edition:
        day = words.in_full(mark.at.astimezone(_DUTCH_TIME).date())
        yield words.say("workbook.edition"), words.say("workbook.edition.value", number=mark.number, date=day)
        yield words.say("workbook.hash"), mark.hash


def _contents(section: Section, words: Words) -> str:
    """Name each table once: those of the eight themes have captions of their own, or the same. Else what it says."""
    return "; ".join(dict.fromkeys(table.caption for table in tables_of(section, words))) or section.summary


@dataclass
class _Writer:
    """Writes the sheet from top to bottom."""

    sheet: Any
    formats: Formats
    row: int = 0

    def title(self, title: str) -> None:
        """Write what all of it is about, over both columns."""
        self._over_both(title, self.formats.title, 2 * height([(title, sum(_WIDTHS))]))

    def text(self, text: str, look: Any = None) -> None:
        """Write a text over both columns."""
        self._over_both(text, look or self.formats.text, height([(text, sum(_WIDTHS))]) + 6)

    def _over_both(self, text: str, look: Any, points: int) -> None:
        self.sheet.merge_range(self.row, 0, self.row, 1, "", look)
        write_text(self.sheet, self.row, 0, text, look)
        self.sheet.set_row(self.row, points)
        self.row += 1

    def pairs(self, caption: str, head: Pair | None, rows: Iterable[Pair]) -> None:
        """Write a table of two columns."""
        write_text(self.sheet, self.row + 1, 0, caption, self.formats.caption)
        self.row += 2
        if head:
            self._pair(head, self.formats.head, self.formats.head)
        for row in rows:
            self._pair(row, self.formats.row_head, self.formats.cell)

    def _pair(self, row: Pair, first: Any, second: Any) -> None:
        write_text(self.sheet, self.row, 0, row[0], first)
        write_text(self.sheet, self.row, 1, row[1], second)
        self.sheet.set_row(self.row, height(zip(row, _WIDTHS, strict=True)))
        self.row += 1
