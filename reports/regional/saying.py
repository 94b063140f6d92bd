"""What organisations say of their networks: commitment, tasks, groups of people and numbers, in networks."""

from collections.abc import Mapping, Sequence
from typing import Final

from reports.dashboards.foremost import alike, foremost
from reports.dashboards.said import Summed, total
from reports.profile import RoleStatus
from reports.profile.reach import ReachWord
from reports.profile.roles import KNOWN
from reports.regional.counting import MIN_TOGETHER, Source, networks_counted, number_of, quoted, table
from reports.report.parts import Block, Notice, Paragraph, Section
from reports.report.values import Value, number
from reports.standing import FactMeasure
from reports.standing.facts import MOMENTS
from reports.wording.words import opening

_WORDS: Final = (ReachWord.BLIND_SPOT, ReachWord.SELDOM_SEEN, ReachWord.CHANCE)
#: What a task can be that somebody has to take up.
_TO_TAKE_UP: Final = (RoleStatus.OPEN, RoleStatus.LEADERLESS, RoleStatus.CONTESTED)


def commitment(source: Source) -> Section:
    """Make the section about the ladder of municipal commitment: now and needed, by municipalities and by everybody."""
    measures: tuple[FactMeasure, ...] = ("municipality", "everyone")
    asked = {measure: _asked(source, measure) for measure in measures}
    shown: list[FactMeasure] = [measure for measure in measures if asked[measure]]
    if not shown:
        return _few(source, "municipality", "commitment")
    keys: list[tuple[FactMeasure, str]] = [(measure, moment) for measure in shown for moment in MOMENTS]
    steps = source.given.names.said.steps
    rows = [
        (Value(label), *(_count(source, measure, moment, step) for measure, moment in keys))
        for step, label in steps.items()
    ]
    heads = [source.words.say("said.step"), *(source.words.say(f"said.{one}.{moment}") for one, moment in keys)]
    drawn = table(source, "commitment", heads, rows)
    said = [_chosen(source, measure, moment) for measure, moment in keys]
    told = " ".join(filter(None, said)) or source.words.say("region.commitment.level")
    blocks = (Paragraph(told, "lead"), drawn, Paragraph(source.words.say("said.commitment.how"), "small"))
    return Section("municipality", source.words.say("said.commitment"), blocks, told)


def _chosen(source: Source, measure: FactMeasure, moment: str) -> str:
    """Say which step is chosen in most networks, where one is."""
    numbers = {step: number_of(_count(source, measure, moment, step)) for step in source.given.names.said.steps}
    first = foremost(numbers)
    highest = [step for step in first if numbers[step] == max(numbers.values())]
    if len(highest) != 1:
        return ""
    label = source.given.names.said.steps[highest[0]].rstrip(".")
    return source.words.say(f"region.commitment.{measure}.{moment}", step=label)


def tasks(source: Source) -> Section:
    """Make the section about tasks that nobody does, nobody leads, or more than one lead."""
    if not _asked(source, "task"):
        return _few(source, "roles", "tasks")
    names = {task: label for task, label in source.given.names.said.tasks.items() if _said(source, "task", task)}
    counts = {task: [_count(source, "task", task, status) for status in KNOWN] for task in names}
    urgent = {task: sum(number_of(counts[task][KNOWN.index(each)]) for each in _TO_TAKE_UP) for task in names}
    rows = [(Value(names[task]), *counts[task]) for task in sorted(names, key=lambda task: -urgent[task])]
    heads = [source.words.say("said.task"), *(source.words.say(f"roles.status.{each}") for each in KNOWN)]
    told = _most_often(source, "tasks", "task", urgent, names)
    blocks = (
        Paragraph(told, "lead"),
        table(source, "tasks", heads, rows),
        Paragraph(f"{_about(source, 'task')} {source.words.say('region.tasks.how')}", "small"),
    )
    return Section("roles", source.words.say("said.tasks"), blocks, told)


def reach(source: Source) -> Section:
    """Make the section about groups of people, and numbers of people with their warnings."""
    if not _asked(source, "group"):
        blocks = list(_few(source, "reach", "groups").blocks)
        told = source.words.say("region.unsaid.title")
    else:
        told, blocks = _groups(source)
    return Section("reach", source.words.say("said.groups"), (*blocks, *_numbers(source)), told)


def _groups(source: Source) -> tuple[str, list[Block]]:
    names = source.given.names.said.groups
    counts = {group: [_count(source, "group", group, word) for word in _WORDS] for group in names}
    blind = {group: number_of(counts[group][0]) for group in names}
    order = sorted(names, key=lambda group: [-number_of(count) for count in counts[group]])
    rows = [(Value(names[group]), *counts[group]) for group in order]
    heads = [source.words.say("said.group"), *(source.words.say(f"reach.word.{word}") for word in _WORDS)]
    told = _most_often(source, "groups", "group", blind, names)
    drawn = table(source, "groups", heads, rows)
    return told, [Paragraph(told, "lead"), drawn, Paragraph(_about(source, "group"), "small")]


def _numbers(source: Source) -> list[Block]:
    shown = [each for each in source.given.numbers if each.organisations and each.networks]
    if not shown:
        return []
    rows = [_number(source, each) for each in shown]
    heads = [
        *(source.words.say(f"said.numbers.{name}") for name in ("what", "total")),
        *(source.words.say(f"region.column.{name}") for name in ("organisations", "left-out", "networks")),
    ]
    drawn = table(source, "numbers", heads, rows)
    return [drawn, Paragraph(source.words.say("region.numbers.how"), "small")]


def _number(source: Source, each: Summed) -> tuple[Value, ...]:
    what = Value(source.words.say(f"reach.number.{each.question}"))
    missing = each.left_out + each.unknown + each.silent
    organisations = (number(of, "organisations") for of in (each.organisations, missing))
    return what, total(source.words, each), *organisations, networks_counted(each.networks)


def _about(source: Source, measure: FactMeasure) -> str:
    """Say of how many networks this is: those where enough organisations filled it in."""
    return source.words.counted("said.about", _asked(source, measure))


def _most_often(
    source: Source, what: str, measure: FactMeasure, numbers: Mapping[str, int], names: Mapping[str, str]
) -> str:
    """Say what is so in most networks, of five or more only; equally many are all named, or none."""
    if _asked(source, measure) < MIN_TOGETHER:
        return source.words.say("region.too-few-together")
    first = foremost(numbers)
    if first:
        return source.words.say(f"region.{what}.most", names=quoted(source, [names[each] for each in first]))
    if not any(numbers.values()):
        return source.words.say(f"region.{what}.none")
    return source.words.say(f"region.{what}.tie", Number=opening(source.words.in_words(alike(numbers))))


def _few(source: Source, id: str, what: str) -> Section:
    say = source.words.say
    few = Notice(say("region.unsaid.title"), say("region.unsaid.text"))
    return Section(id, say(f"said.{what}"), (few,), few.title)


def _asked(source: Source, measure: FactMeasure) -> int:
    """Return in how many networks anything of this was said."""
    return sum(each.networks for each in source.given.said if each.measure == measure and not each.subject)


def _said(source: Source, measure: FactMeasure, subject: str) -> Sequence[str]:
    return [each.choice for each in source.given.said if (each.measure, each.subject) == (measure, subject)]


def _count(source: Source, measure: FactMeasure, subject: str, choice: str) -> Value:
    key = (measure, subject, choice)
    found = sum(each.networks for each in source.given.said if (each.measure, each.subject, each.choice) == key)
    return source.count(found, _asked(source, measure))
