"""Alle zinnen: per theme which part disagrees, is in between and agrees, and the statements that stand out."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reports.disclosure.classes import CLASSES
from reports.disclosure.policy import K_ITEM
from reports.report.drawing import SIDES, bar
from reports.report.figures import Bars, Figure, Series
from reports.report.items import Item, critical, largest_side, strong
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value, share, texts
from reports.results import TOTAL, Cell
from reports.status import DIVIDED_ITEMS, EACH_SIDE, MOST, ItemWord
from reports.wording.sentences import NAMED, item_sentence, sentences_counted, share_said, statements_said, titled
from reports.wording.words import opening

#: From which part on it is most people, more than half, about half or a part; the largest first.
_PARTS: Final = {"most": MOST, "half": Decimal("0.60"), "about": Decimal("0.45"), "part": EACH_SIDE}


def section(source: Source) -> Section | None:
    """Make the section: the statements that stand out, and a chart per theme; ``None`` without statements."""
    found = source.items
    if not found:
        return None
    say = source.words.say
    shown = [each for each in found if each.shares]
    if not shown:
        few = Notice(say("statements.few.title"), say("statements.few.text", k_item=K_ITEM))
        return Section("statements", say("statements"), (few,), few.title)
    named = standing_out(source, shown) or [say("statements.level")]
    blocks = tuple(_blocks(source, found, named))
    return Section("statements", say("statements"), blocks, (standing_out(source, shown, 1) or named)[0])


def _blocks(source: Source, found: Sequence[Item], named: Sequence[str]) -> Iterator[Block]:
    yield from (Paragraph(text, "lead" if place == 0 else "body") for place, text in enumerate(named))
    hidden: list[str] = []
    for theme in dict.fromkeys(each.theme for each in found):
        made = [each for each in found if each.theme == theme]
        if any(each.shares for each in made):
            yield _figure(source, theme, made)
            yield from _groups(source, theme, made)
        else:
            hidden.append(source.theme_title(theme))
    if hidden:
        themes, say = opening(titled(source.words, hidden)), source.words.say
        yield Notice(say("statements.withheld.title", themes=themes), say("statements.withheld.text"))
    if notes := _notes(source, found):
        yield Paragraph(notes, "small")
    yield _said(source, found)


def standing_out(source: Source, shown: Sequence[Item], most: int = NAMED) -> list[str]:
    """Say which statements stand out, with the side that it is about; those that are reversed have their own words."""
    good, bad = strong(shown, most), critical(shown, most)
    chosen: dict[str, list[Item]] = {}
    for each in good.items:
        chosen.setdefault(f"strong.{each.favourable}", []).append(each)
    for part in _PARTS:
        for each in bad.items:
            if _part(each) == part:
                chosen.setdefault(f"critical.{part}.{each.critical}", []).append(each)
    return [_named(source, name, of, (*good.alike, *bad.alike)) for name, of in chosen.items()]


def _part(each: Item) -> str:
    """Say which part is critical for certain."""
    named = (name for name, least in _PARTS.items() if each.surely(each.critical) >= least)
    found = next(named, "part")
    # About half is said of a share that is known: of one that may be higher only the least is certain.
    return "part" if found == "about" and not each.is_exact(each.critical) else found


def _named(source: Source, name: str, of: Sequence[Item], alike: Sequence[Item]) -> str:
    """Name statements of which the same is said; where others are left out that are as much so, it says that."""
    say, (*_, side) = source.words.say, name.split(".")
    items = source.words.listed([_item(source, each, side) for each in of])
    is_cut = any(each in alike for each in of)
    return say(f"statements.{name}", items=say("statements.among", items=items) if is_cut else items)


def _item(source: Source, each: Item, side: str) -> str:
    parts = {"statement": each.text.rstrip(" ."), "share": share_said(source.words, each.shares[side])}
    return source.words.say(f"statements.item.{side}", **parts)


def _figure(source: Source, theme: str, made: Sequence[Item]) -> Figure:
    say, name = source.words.say, source.theme_title(theme)
    return Figure(
        id=f"statements-{theme}",
        answer=_answer(source, name, made),
        how=say("statements.how"),
        alt=say("statements.alt", Theme=name),
        key=tuple(Series(side, say(f"statements.key.{side}")) for side in SIDES),
        drawing=Bars(tuple(bar(_label(source, each), each.shares, _word(source, each)) for each in made)),
        table=_table(source, theme, made),
    )


def _answer(source: Source, name: str, made: Sequence[Item]) -> str:
    """Say on how many statements opinions differ, else the largest part that is certain."""
    say = source.words.say
    apart = [each.word for each in made].count(ItemWord.DIVIDED)
    if apart >= DIVIDED_ITEMS:
        return say("statements.answer.divided", Theme=name, sentences=sentences_counted(source.words, apart, len(made)))
    largest, side = largest_side([each for each in made if each.shares])
    if not largest:
        return say("statements.answer.level", Theme=name)
    said = [(each.text, each.shares[side]) for each in largest]
    return f"{name}: {statements_said(source.words, said, side, len(made))}"


def _label(source: Source, each: Item) -> str:
    return _reversed(source, each.text) if each.is_reversed else each.text


def _reversed(source: Source, text: str) -> str:
    return source.words.say("statements.reversed", statement=text.rstrip(" ."))


def _word(source: Source, each: Item) -> str:
    return source.words.say(f"item.{each.word}")


def _table(source: Source, theme: str, made: Sequence[Item]) -> Table:
    say = source.words.say
    heads = (Column(say(f"sentences.{name}"), numeric=True) for name in CLASSES)
    columns = (Column(say("sentences.column")), *heads, Column(say("sentences.together")))
    rows = tuple(
        (Value(_label(source, each)), *_shares(source, each, TOTAL, each.shares), Value(_word(source, each)))
        for each in made
    )
    return Table(f"statements-{theme}", say("statements.table", theme=source.theme_title(theme)), columns, rows)


def _shares(source: Source, each: Item, group: str, shares: Mapping[str, Cell]) -> Iterator[Value]:
    return (share(source.words, shares.get(name), f"share/{each.id}/{name}/{group}") for name in CLASSES)


def _groups(source: Source, theme: str, made: Sequence[Item]) -> Iterator[Table]:
    """Return the table of the groups that are shown for any of the statements, if there are any."""
    say = source.words.say
    plan = [group.id for group in source.results.plan]
    found = {group: [source.results.shares(each.id, group) for each in made] for group in plan}
    shown = {group: shares for group, shares in found.items() if any(shares)}
    if not shown:
        return
    rows = tuple(
        (
            Value(_label(source, each)),
            *(value for group, shares in shown.items() for value in _shares(source, each, group, shares[place])),
        )
        for place, each in enumerate(made)
    )
    heads = (Column(_head(source, group, name), numeric=True) for group in shown for name in CLASSES)
    columns = (Column(say("sentences.column")), *heads)
    caption = say("statements.groups.table", theme=source.theme_title(theme))
    yield Table(f"statements-{theme}-groups", caption, columns, rows, reach="data")


def _head(source: Source, group: str, name: str) -> str:
    label = opening(source.words.group(group).label)
    return source.words.say("statements.groups.column", Group=label, name=source.words.say(f"statements.key.{name}"))


def _notes(source: Source, found: Sequence[Item]) -> str:
    """Explain what is rounded, coded and reversed, and that a group is not shown, where there is any."""
    coded = any(cell.kind != "exact" for each in found for cell in each.shares.values())
    notes = {
        "rounded": any(each.shares for each in found),
        "coded": coded,
        "reversed": any(each.is_reversed and each.shares for each in found),
        "groups": _lacks_a_group(source, found),
    }
    return " ".join(source.words.say(f"statements.{name}.note") for name, holds in notes.items() if holds)


def _lacks_a_group(source: Source, found: Sequence[Item]) -> bool:
    """Whether the tables by group show some of the groups and not all."""
    shown = [any(source.results.shares(each.id, group.id) for each in found) for group in source.results.plan]
    return any(shown) and not all(shown)


def _said(source: Source, found: Sequence[Item]) -> Table:
    """Return a sentence for every statement."""
    say = source.words.say
    rows = tuple(texts(_label(source, each), item_sentence(source.words, each.word, each.shares)) for each in found)
    return Table(
        "statements-said",
        say("statements.said"),
        (Column(say("sentences.column")), Column(say("column.said"))),
        rows,
        reach="data",
    )
