"""Bibliotheek en de andere partners: the reporting groups side by side, where they may be shown."""

from collections.abc import Sequence

from reports.gap import GapWord, gaps
from reports.report.choices import clearest_gap
from reports.report.drawing import figure_ends, mark, printed, with_answers
from reports.report.figures import Dots, Figure, Row, Series
from reports.report.items import NAMED, divided
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.results import Cell
from reports.wording import gap_answer, gap_sentence
from reports.wording.sentences import quoted
from reports.wording.words import inline, opening


def section(source: Source) -> Section:
    """Make the section: the chart of the groups, or the sentence why they are not shown."""
    columns = {group.id: [source.cell(theme, group.id) for theme in source.titles] for group in source.results.plan}
    cells = [cell for column in columns.values() for cell in column]
    say = source.words.say
    if len(columns) < 2:
        unplanned = say("groups.unplanned")
        return Section("groups", say("groups"), (Paragraph(unplanned), *_divided(source)), unplanned)
    if not any(cell.shown for cell in cells):
        blocks: list[Block] = [Notice(say("groups.none.title"), say("groups.none.text"))]
    else:
        blocks = [_figure(source, columns)]
        if not all(cell.shown for cell in cells):
            blocks.append(Paragraph(say("groups.partly"), "small"))
    blocks += _divided(source)
    return Section("groups", _title(source), tuple(blocks), _summary(blocks))


def _summary(blocks: Sequence[Block]) -> str:
    """Return the answer of the figure, or why there is none."""
    first = blocks[0]
    return first.answer if isinstance(first, Figure) else first.title if isinstance(first, Notice) else ""


def _divided(source: Source) -> list[Block]:
    """Name the statements on which the network is divided; of many only their themes."""
    found, words = divided(source.items), source.words
    if not found:
        return []
    if len(found) <= NAMED:
        named = words.listed([quoted(words, each.text) for each in found])
        return [Paragraph(words.counted("groups.divided", len(found), items=named))]
    themes = dict.fromkeys(inline(source.theme_title(each.theme)) for each in found)
    return [Paragraph(words.say("groups.divided.themes", themes=words.listed(list(themes))))]


def _title(source: Source) -> str:
    plan = [group.id for group in source.results.plan]
    if plan == ["library", "rest"]:
        return source.words.say("groups.library-rest")
    return opening(_named(source, plan))


def _named(source: Source, groups: list[str]) -> str:
    return source.words.listed([source.words.group(group).label for group in groups])


def _figure(source: Source, columns: dict[str, list[Cell]]) -> Figure:
    say, drawn = source.words.say, [group for group, cells in columns.items() if any(cell.shown for cell in cells)]
    answer, how = _answer(source)
    return Figure(
        id="groups",
        answer=answer,
        how=how,
        alt=say("groups.alt", groups=_named(source, drawn)),
        key=tuple(Series(group, _label(source, group, columns)) for group in drawn),
        drawing=Dots(
            figure_ends(source.words),
            tuple(row for theme in source.titles if (row := _row(source, theme, drawn)).marks),
            linked=True,
        ),
        table=_table(source, columns),
    )


def _label(source: Source, group: str, columns: dict[str, list[Cell]]) -> str:
    return with_answers(source.words, source.words.group(group).label, columns[group])


def _answer(source: Source) -> tuple[str, str]:
    """Return the answer of the figure and how to read it."""
    words, how = source.words, source.words.say("groups.how")
    outcomes = [gap.word for theme in source.titles for gap in gaps(source.results, theme)]
    if clear := clearest_gap(source):
        others = f" {words.say('gap.others')}" if _others_unclear(source, clear.theme) else ""
        return gap_sentence(words, clear, source.titles[clear.theme]), how + others
    first, second = (words.group(group.id).label for group in source.results.plan[:2])
    return gap_answer(words, outcomes) or words.say("gap.not_shown", first=first, second=second), how


def _others_unclear(source: Source, named: str) -> bool:
    outcomes = {gap.word for theme in source.titles if theme != named for gap in gaps(source.results, theme)}
    return GapWord.UNCLEAR in outcomes and GapWord.DIFFERENT not in outcomes


def _row(source: Source, theme: str, drawn: list[str]) -> Row:
    marks = tuple(found for group in drawn if (found := mark(group, source.cell(theme, group))))
    word = _word(source, theme)
    return Row(source.titles[theme], marks, word=source.words.say(f"gap.word.{word}"), clear=word == GapWord.DIFFERENT)


def _word(source: Source, theme: str) -> GapWord:
    """Return what the pairs of groups come to: one clear difference is enough."""
    outcomes = {gap.word for gap in gaps(source.results, theme)}
    order = (GapWord.DIFFERENT, GapWord.UNCLEAR, GapWord.SAME)
    return next((word for word in order if word in outcomes), GapWord.NOT_SHOWN)


def _table(source: Source, columns: dict[str, list[Cell]]) -> Table:
    words = source.words
    heads = [Column(opening(_head(source, group, columns)), numeric=True) for group in columns]
    rows = tuple(
        (Value(title), *(printed(words, cells[place], cells) for cells in columns.values()))
        for place, title in enumerate(source.titles.values())
    )
    return Table("groups", words.say("groups.table"), (Column(words.say("column.theme")), *heads), rows)


def _head(source: Source, group: str, columns: dict[str, list[Cell]]) -> str:
    numbers = {cell.n for cell in columns[group] if cell.n is not None}
    return _label(source, group, columns) if len(numbers) == 1 else source.words.group(group).label
