"""Bereik: chances and blind spots by group of people, the focus for the coming year, and the numbers of people."""

from typing import Final

from reports.profile import GroupReach, ProfileResults, ReachWord, group_reach
from reports.profile.asked import GROUPS, SEES
from reports.profile.reach import HARDLY, REACHED
from reports.report.heat import asks, favourite, lines, options_table, published, too_few
from reports.report.naming import NOBODY, listed, nothing_said, silent_note
from reports.report.parts import Block, Paragraph, Section
from reports.report.reach_numbers import BLOCK, numbers
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.wording.organisations import most_chosen, reach_answer

FOCUS: Final = "rg-focus"

#: The words that have a sentence which says what they mean.
_EXPLAINED: Final = (ReachWord.CHANCE, ReachWord.BLIND_SPOT)


def section(source: Source) -> Section | None:
    """Make the section: who sees which people, what everybody says, the focus, and the numbers."""
    profile = source.profile
    seeing, counting = (profile if profile and block in profile.blocks else None for block in (GROUPS, BLOCK))
    asked = asks(source, REACHED, FOCUS)
    if not asked and seeing is None and counting is None:
        return None
    blocks = [
        *(_seen(source, seeing) if seeing else []),
        *(_everybody(source) if asked else []),
        *(numbers(source, counting) if counting else []),
    ]
    return Section("reach", source.words.say("reach"), tuple(blocks), _answer(source, seeing))


def _answer(source: Source, profile: ProfileResults | None) -> str:
    groups = group_reach(profile, source.results) if profile else ()
    if not groups:
        return source.words.say("reach.answer.shares")
    return reach_answer(source.words, [(_title(source, group), group.word) for group in groups])


def _title(source: Source, group: GroupReach) -> str:
    return source.profile_labels.options(SEES).get(group.seen.id, group.seen.id)


def _seen(source: Source, profile: ProfileResults) -> list[Block]:
    """Return by group who sees these people already, by name, and what follows from it."""
    groups, say = group_reach(profile, source.results), source.words.say
    if not groups:
        return [nothing_said(source)]
    found = {group.word for group in groups}
    meaning = [say(f"reach.{word}.text") for word in _EXPLAINED if word in found]
    return [
        Paragraph(_answer(source, profile), "lead"),
        *([Paragraph(" ".join(meaning))] if meaning else []),
        _table(source, profile, groups),
        *silent_note(source, profile, GROUPS),
    ]


def _table(source: Source, profile: ProfileResults, groups: tuple[GroupReach, ...]) -> Table:
    say, everybody = source.words.say, asks(source, REACHED)
    columns = [Column(say("reach.groups.column")), Column(say("reach.seen.column"))]
    columns += [Column(say("reach.seen.hardly"), numeric=True)] if everybody else []
    rows = tuple(
        (
            Value(_title(source, group)),
            Value(listed(source, profile, group.seen.organisations, say("reach.seen.nobody"))),
            *([published(source, f"{REACHED}.{group.seen.id}", HARDLY)] if everybody else []),
            Value(say(f"reach.word.{group.word}") or NOBODY),
        )
        for group in groups
    )
    return Table("reach-seen", say("reach.seen"), (*columns, Column(say("reach.seen.word"))), rows)


def _everybody(source: Source) -> list[Block]:
    """Return what everybody says of the groups, and of the focus, as far as it may be shown."""
    say, found = source.words.say, list[Block]()
    about = dict.fromkeys(cell.subject for cell in source.results.cells if cell.subject.startswith(f"{REACHED}."))
    subjects = {subject: source.labels.wording(subject) for subject in about}
    options = source.labels.options(next(iter(subjects), ""))
    named = {"id": "reach-groups", "caption": say("reach.groups"), "head": say("reach.groups.column")}
    grid = lines(source, subjects, options, **named)
    if grid.is_shown:
        found.append(grid.figure(source, say("reach.answer.shares")))
    if source.results.shares(FOCUS):
        found.append(Paragraph(most_chosen(source.words, "reach.focus", favourite(source, FOCUS))))
        found.append(options_table(source, FOCUS, "reach-focus", say("reach.focus")))
    return found or [too_few(source, say("reach.groups"))]
