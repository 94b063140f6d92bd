"""De acht onderwerpen: the network's average of every theme, with its margin."""

from collections.abc import Iterator
from typing import Final

from reports.disclosure.policy import K
from reports.margins import mean_margin
from reports.report.choices import with_status
from reports.report.drawing import figure_ends, mark, status_mark
from reports.report.figures import Dots, Figure, Row, Series
from reports.report.others import bands, beside_others, has_others, others_column
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.sections.highlights import themes_sentence
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, average, margin, number, texts
from reports.results import TOTAL, Cell
from reports.status import StatusName
from reports.wording import answers
from reports.wording.sentences import status_words, theme_sentence, titled
from reports.wording.words import opening

#: The order in which they are explained; what is withheld has a notice of its own.
_EXPLAINED: Final = (
    StatusName.STRONG,
    StatusName.ON_THE_WAY,
    StatusName.ATTENTION,
    StatusName.DIVIDED,
    StatusName.UNKNOWN,
)


def section(source: Source) -> Section:
    """Make the section: the chart of all themes, what is not shown, and how to read the rest."""
    blocks: list[Block] = []
    if source.shown:
        blocks.append(_figure(source))
    blocks += [*_apart(source), *_withheld(source), *beside_others(source)]
    if source.shown:
        blocks += [Paragraph(_meanings(source), "small"), Paragraph(_notes(source), "small"), _said(source)]
    return Section("themes", _title(source), tuple(blocks), themes_sentence(source) or _few(source))


def _title(source: Source) -> str:
    count = len(source.titles)
    if count == 1:
        return source.words.say("themes.single")
    return source.words.say("themes", count=source.words.in_words(count))


def _figure(source: Source) -> Figure:
    say = source.words.say
    counted = [(source.titles[theme], cell.n) for theme, cell in source.shown.items() if cell.n is not None]
    return Figure(
        id="themes",
        answer=themes_sentence(source),
        how=" ".join([say("themes.how", answers=answers(source.words, counted)), *_band_note(source)]),
        alt=say("themes.alt"),
        key=(Series(TOTAL, say("themes.key")),),
        drawing=Dots(figure_ends(source.words), tuple(_rows(source))),
        table=_table(source),
    )


def _band_note(source: Source) -> list[str]:
    return [source.words.say("themes.band")] if has_others(source) else []


def _rows(source: Source) -> Iterator[Row]:
    beside = bands(source)
    for theme, cell in source.totals.items():
        drawn = mark(TOTAL, cell, mean_margin(cell))
        yield Row(
            source.titles[theme],
            (drawn,) if drawn else (),
            source.words.short_value(cell),
            status=status_mark(source.words, source.status[theme]),
            band=beside.get(theme),
        )


def _table(source: Source) -> Table:
    names = ["mean", "margin", "answers", "status", *(["others"] if has_others(source) else [])]
    numbers = (Column(source.words.say(f"column.{name}"), numeric=name != "status") for name in names)
    rows = [_printed(source, theme, cell) for theme, cell in source.totals.items()]
    if has_others(source):
        rows = [(*row, others) for row, others in zip(rows, others_column(source), strict=True)]
    columns = (Column(source.words.say("column.theme")), *numbers)
    return Table("themes", source.words.say("themes.table"), columns, tuple(rows))


def _printed(source: Source, theme: str, cell: Cell) -> tuple[Value, ...]:
    around = margin(source.words, mean_margin(cell))
    answered, status = (
        number(cell.n, f"answers/{theme}/{TOTAL}"),
        Value(status_words(source.words, source.status[theme])),
    )
    return Value(source.titles[theme]), average(source.words, cell), around, answered, status


def _apart(source: Source) -> Iterator[Block]:
    """Say of the themes that are divided, and of those that many do not know, how to read their averages."""
    for name in (StatusName.DIVIDED, StatusName.UNKNOWN):
        if themes := with_status(source, name):
            named = opening(titled(source.words, [source.titles[theme] for theme in themes]))
            yield Notice(source.words.say(f"{name}.title", themes=named), source.words.say(f"{name}.text"), "attention")


def _withheld(source: Source) -> list[Block]:
    say = source.words.say
    titles = [source.titles[theme] for theme, cell in source.totals.items() if not cell.shown]
    if not titles:
        return []
    named = titled(source.words, titles)
    if not source.shown:
        return [Notice(say("few.all.title"), say("few.all.text", themes=named, k=K))]
    return [Notice(say("few.title", themes=opening(named)), say("few.text", k=K))]


def _few(source: Source) -> str:
    return source.words.say("few.all.title")


def _meanings(source: Source) -> str:
    """Explain each status that a theme has here."""
    found = {name for status in source.status.values() for name in status.names}
    return " ".join(source.words.say(f"status.means.{name}") for name in _EXPLAINED if name in found)


def _said(source: Source) -> Table:
    """Return a sentence for every theme."""
    rows = tuple(
        texts(source.titles[theme], theme_sentence(source.words, cell, source.status[theme]))
        for theme, cell in source.totals.items()
    )
    columns = (Column(source.words.say("column.theme")), Column(source.words.say("column.said")))
    return Table("themes-said", source.words.say("themes.said"), columns, rows, reach="data")


def _notes(source: Source) -> str:
    """Explain each way of coding once, by the first average that is coded so."""
    words = source.words
    coded = {cell.kind: cell for cell in reversed(source.shown.values()) if cell.kind != "exact"}
    said = [
        words.say(f"coded.{kind}", short=words.short_value(cell), value=words.value(cell), **words.bounds(cell))
        for kind, cell in sorted(coded.items())
    ]
    if said:
        said.append(words.say("coded.why"))
    return " ".join([*said, words.say("no-ranking")])
