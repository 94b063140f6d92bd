"""Bibliotheek en de andere partners: the reporting groups side by side, where they may be shown."""

from collections.abc import Sequence
from typing import Final

from reports.gap import GapWord
from reports.report.choices import clear_gaps
from reports.report.drawing import figure_ends, mark, printed, with_answers
from reports.report.figures import Dots, Figure, Row, Series
from reports.report.items import Item, divided
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.results import Cell
from reports.wording import gap_answer, gap_sentence
from reports.wording.sentences import NAMED, quoted, titled
from reports.wording.words import opening

#: With more groups than this there are several differences on a theme.
_PAIR: Final = 2


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
        blocks = [_figure(source, columns), *map(Paragraph, gap_sentences(source)[1:])]
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
    said = divided_sentence(source, divided(source.items))
    return [Paragraph(said)] if said else []


def divided_sentence(source: Source, found: Sequence[Item]) -> str:
    """Name these statements as those on which the network is divided; of many only their themes."""
    if not found:
        return ""
    words = source.words
    if len(found) <= NAMED:
        named = words.listed([quoted(words, each.text) for each in found])
        return words.counted("groups.divided", len(found), items=named)
    themes = dict.fromkeys(source.theme_title(each.theme) for each in found)
    return words.say("groups.divided.themes", themes=titled(words, list(themes)))


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
    words, how = source.words, [source.words.say("groups.how")]
    found = [_word(source, theme) for theme in source.titles]
    if len(source.results.plan) > _PAIR:
        how.append(words.say("groups.how.pairs"))
    if clear := gap_sentences(source):
        how += [words.say("gap.others")] if GapWord.UNCLEAR in found else []
        return clear[0], " ".join(how)
    first, second = (words.group(group.id).label for group in source.results.plan[:2])
    return gap_answer(words, found) or words.say("gap.not_shown", first=first, second=second), " ".join(how)


def gap_sentences(source: Source) -> list[str]:
    """Say every clear difference, in a sentence for each two groups; the largest first."""
    return [
        gap_sentence(source.words, found, [source.titles[gap.theme] for gap in found]) for found in clear_gaps(source)
    ]


def _row(source: Source, theme: str, drawn: list[str]) -> Row:
    marks = tuple(found for group in drawn if (found := mark(group, source.cell(theme, group))))
    word = _word(source, theme)
    return Row(source.titles[theme], marks, word=source.words.say(f"gap.word.{word}"), clear=word == GapWord.DIFFERENT)


def _word(source: Source, theme: str) -> GapWord:
    """Return what the pairs of groups come to: one clear difference is enough."""
    outcomes = {gap.word for gap in source.gaps[theme]}
    order = (GapWord.DIFFERENT, GapWord.UNCLEAR, GapWord.SAME)
    return next((word for word in order if word in outcomes), GapWord.NOT_SHOWN)


def _table(source: Source, columns: dict[str, list[Cell]]) -> Table:
    words = source.words
    heads = [Column(opening(_head(source, group, columns)), numeric=True) for group in columns]
    rows = tuple(
        (
            Value(title),
            *(printed(words, cells[place], cells) for cells in columns.values()),
            Value(words.say(f"gap.word.{_word(source, theme)}") or "–"),
        )
        for place, (theme, title) in enumerate(source.titles.items())
    )
    columns_ = (Column(words.say("column.theme")), *heads, Column(words.say("groups.column.word")))
    return Table("groups", words.say("groups.table"), columns_, rows)


def _head(source: Source, group: str, columns: dict[str, list[Cell]]) -> str:
    numbers = {cell.n for cell in columns[group] if cell.n is not None}
    return _label(source, group, columns) if len(numbers) == 1 else source.words.group(group).label
