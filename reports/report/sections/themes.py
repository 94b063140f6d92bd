"""De acht onderwerpen: the network's average of every theme, with its margin."""

from reports.disclosure.policy import K
from reports.margins import mean_margin
from reports.report.drawing import figure_ends, mark
from reports.report.figures import Dots, Figure, Row, Series
from reports.report.others import beside_others, has_others, others_column
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.sections.highlights import extremes_sentence
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, average, number, texts
from reports.results import TOTAL, Cell
from reports.wording import answers
from reports.wording.words import inline, opening


def section(source: Source) -> Section:
    """Make the section: the chart of all themes, what is not shown, and how to read what is coded."""
    blocks: list[Block] = []
    if source.shown:
        blocks.append(_figure(source))
    blocks += _withheld(source)
    blocks += beside_others(source)
    if source.shown:
        blocks.append(Paragraph(_notes(source), "small"))
    return Section("themes", _title(source), tuple(blocks))


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
        answer=extremes_sentence(source),
        how=say("themes.how", answers=answers(source.words, counted)),
        alt=say("themes.alt"),
        key=(Series(TOTAL, say("themes.key")),),
        drawing=Dots(figure_ends(source.words), tuple(_row(source, theme) for theme in source.titles)),
        table=_table(source),
    )


def _row(source: Source, theme: str) -> Row:
    cell = source.totals[theme]
    drawn = mark(TOTAL, cell, mean_margin(cell))
    return Row(source.titles[theme], (drawn,) if drawn else (), source.words.short_value(cell))


def _table(source: Source) -> Table:
    names = ["mean", "margin", "answers", *(["others"] if has_others(source) else [])]
    numbers = (Column(source.words.say(f"column.{name}"), numeric=True) for name in names)
    rows = [_printed(source, theme, cell) for theme, cell in source.totals.items()]
    if has_others(source):
        rows = [(*row, Value(others)) for row, others in zip(rows, others_column(source), strict=True)]
    columns = (Column(source.words.say("column.theme")), *numbers)
    return Table("themes", source.words.say("themes.table"), columns, tuple(rows))


def _printed(source: Source, theme: str, cell: Cell) -> tuple[Value, ...]:
    title, margin = texts(source.titles[theme], source.words.margin(mean_margin(cell)))
    return title, average(source.words, cell), margin, number(cell.n, f"answers/{theme}/{TOTAL}")


def _withheld(source: Source) -> list[Block]:
    say = source.words.say
    titles = [source.titles[theme] for theme, cell in source.totals.items() if not cell.shown]
    if not titles:
        return []
    named = source.words.listed([inline(title) for title in titles])
    if not source.shown:
        return [Notice(say("few.all.title"), say("few.all.text", themes=named, k=K))]
    return [Notice(say("few.title", themes=opening(named)), say("few.text", k=K))]


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
