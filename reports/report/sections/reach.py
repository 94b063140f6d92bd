"""Bereik: chances and blind spots by group of people, the focus for the coming year, and the numbers of people."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from reports.profile import GroupReach, ProfileResults, ReachWord, Verdict, group_reach
from reports.profile.asked import GROUPS, SEES
from reports.profile.reach import HARDLY, HARDLY_REACHED, REACHED
from reports.profile.verdicts import reaches
from reports.report.heat import asks, favourite, lines, options_table, published, too_few
from reports.report.naming import listed, nothing_said, silent_note, some
from reports.report.parts import Block, Paragraph, Section
from reports.report.reach_numbers import BLOCK, numbers
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import Value
from reports.wording.organisations import among, hardly_answer, most_chosen, reach_answer

FOCUS: Final = "rg-focus"

#: The words that have a sentence which says what they mean.
_EXPLAINED: Final = (ReachWord.CHANCE, ReachWord.BLIND_SPOT, ReachWord.SELDOM_SEEN)


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


def lead(source: Source) -> str:
    """Return what organisations and shares say of groups of people; only chances where too few organisations did."""
    profile = source.profile if source.profile and GROUPS in source.profile.blocks else None
    groups = group_reach(profile, source.results) if profile else ()
    if profile and not profile.speaks_for_all(GROUPS):
        groups = tuple(group for group in groups if group.word is ReachWord.CHANCE)
    return _of(source, profile, groups) if profile and groups else ""


def _answer(source: Source, profile: ProfileResults | None) -> str:
    groups = group_reach(profile, source.results) if profile else ()
    if not groups:
        return _hardly(source, _asked(source))
    if profile and not profile.speaks_for_all(GROUPS):
        return " ".join(filter(None, (source.words.say("reach.answer.few"), lead(source))))
    return _of(source, profile, groups) if profile else ""


def _of(source: Source, profile: ProfileResults, groups: Iterable[GroupReach]) -> str:
    named = [(title_of(source, group), group.word) for group in groups]
    return reach_answer(source.words, named, some(profile, GROUPS))


def title_of(source: Source, group: GroupReach) -> str:
    """Return what a group of people is called."""
    return source.profile_labels.options(SEES).get(group.seen.id, group.seen.id)


def _seen(source: Source, profile: ProfileResults) -> list[Block]:
    """Return by group who sees these people already, by name, and what follows from it."""
    groups = group_reach(profile, source.results)
    if not groups:
        return [nothing_said(source)]
    meaning = " ".join(_meaning(source, profile, groups))
    return [
        Paragraph(_answer(source, profile), "lead"),
        *([Paragraph(meaning)] if meaning else []),
        _table(source, profile, groups),
        *silent_note(source, profile, GROUPS),
    ]


def _meaning(source: Source, profile: ProfileResults, groups: tuple[GroupReach, ...]) -> Iterator[str]:
    """Say what the words that occur stand for, and what a blind spot that many do reach asks for."""
    found, silent = {group.word for group in groups}, some(profile, GROUPS)
    least = source.words.in_words(int(10 * HARDLY_REACHED))  # a rule in words: no share is printed here
    for word in _EXPLAINED:
        if word in found:
            among_whom = silent if word is ReachWord.BLIND_SPOT else None
            yield among(source.words, f"reach.{word}.text", among_whom, least=least)
    if any(group.word is ReachWord.BLIND_SPOT and _is_reached(group) for group in groups):
        yield source.words.say("reach.blind_spot.reached", least=least)


def _is_reached(group: GroupReach) -> bool:
    """Whether too few say that a group is hardly reached for it to be one."""
    return reaches(group.hardly, HARDLY_REACHED) is Verdict.NO


def _table(source: Source, profile: ProfileResults, groups: tuple[GroupReach, ...]) -> Table:
    say, everybody = source.words.say, asks(source, REACHED)
    nobody = among(source.words, "reach.seen.nobody", some(profile, GROUPS))
    columns = [Column(say("reach.groups.column")), Column(say("reach.seen.column"))]
    columns += [Column(say("reach.seen.hardly"), numeric=True)] if everybody else []
    rows = tuple(
        (
            Value(title_of(source, group)),
            Value(listed(source, profile, group.seen.organisations, nobody)),
            *([published(source, f"{REACHED}.{group.seen.id}", HARDLY)] if everybody else []),
            Value(say(f"reach.word.{group.word}")),
        )
        for group in groups
    )
    named = tuple(place for word in _EXPLAINED for place, group in enumerate(groups) if group.word == word)
    return Table("reach-seen", say("reach.seen"), (*columns, Column(say("reach.seen.word"))), rows, foremost=named)


def _asked(source: Source) -> dict[str, str]:
    """Return the groups that everybody was asked about, with what they are called."""
    about = dict.fromkeys(cell.subject for cell in source.results.cells if cell.subject.startswith(f"{REACHED}."))
    return {subject: source.labels.wording(subject) for subject in about}


def _hardly(source: Source, subjects: Mapping[str, str]) -> str:
    """Say which of the groups many hardly reach, as far as their published shares tell."""
    shares = {subject: source.results.shares(subject).get(HARDLY) for subject in subjects}
    return hardly_answer(source.words, [(subjects[each], reaches(shares[each], HARDLY_REACHED)) for each in subjects])


def _everybody(source: Source) -> list[Block]:
    """Return what everybody says of the groups, and of the focus, as far as it may be shown."""
    say, found = source.words.say, list[Block]()
    subjects = _asked(source)
    options = source.labels.options(next(iter(subjects), ""))
    named = {"id": "reach-groups", "caption": say("reach.groups"), "head": say("reach.groups.column")}
    grid = lines(source, subjects, options, **named)
    if grid.is_shown:
        found.append(grid.figure(source, _hardly(source, subjects)))
    if source.results.shares(FOCUS):
        found.append(Paragraph(most_chosen(source.words, "reach.focus", favourite(source, FOCUS))))
        found.append(options_table(source, FOCUS, "reach-focus", say("reach.focus")))
    return found or [too_few(source, say("reach.groups"))]
