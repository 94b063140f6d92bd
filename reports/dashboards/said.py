"""What organisations say of their networks, over many networks: commitment, roles and reach, in numbers of networks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.dashboards.foremost import alike, foremost
from reports.profile import RoleStatus
from reports.profile.reach import ReachWord
from reports.profile.roles import KNOWN
from reports.report.parts import Block, Paragraph, Section
from reports.report.tables import Column, Table
from reports.report.values import Value, number
from reports.standing import FactMeasure
from reports.standing.facts import MOMENTS
from reports.wording import Words, words
from reports.wording.words import opening

#: The columns of the tables of tasks and groups: what asks for a conversation, and then the rest.
_WORDS: Final = (ReachWord.BLIND_SPOT, ReachWord.SELDOM_SEEN, ReachWord.CHANCE)
#: What a task can be that somebody has to take up.
_TO_TAKE_UP: Final = (RoleStatus.OPEN, RoleStatus.LEADERLESS, RoleStatus.CONTESTED)


@dataclass(frozen=True, slots=True)
class Counted:
    """Of how many networks one thing is said (:class:`reports.standing.Fact`); without subject: anything of this."""

    measure: FactMeasure
    subject: str
    choice: str
    networks: int


@dataclass(frozen=True, slots=True)
class Summed:
    """A number of people added up over networks; what is left out of it, in organisations."""

    question: str
    networks: int
    total: int
    organisations: int
    left_out: int
    unknown: int
    silent: int

    @property
    def is_whole(self) -> bool:
        """Whether every organisation of these networks is in it."""
        return not (self.left_out or self.unknown or self.silent)


@dataclass(frozen=True, slots=True)
class Named:
    """The words for what is said: of tasks, of groups of people, and of the steps of municipal commitment, in order."""

    tasks: Mapping[str, str]
    groups: Mapping[str, str]
    steps: Mapping[str, str]


def said_sections(
    language: str, counted: Sequence[Counted], summed: Sequence[Summed], named: Named
) -> tuple[Section, ...]:  # fmt: skip
    """Return commitment, roles and reach of these networks; a section of which nothing is said has a sentence only."""
    said = words(language)
    found: _Found = {(each.measure, each.subject, each.choice): each.networks for each in counted}
    return (
        _section(said, "commitment", _commitment(said, found, named)),
        _section(said, "tasks", _tasks(said, found, named)),
        _section(said, "groups", _groups(said, found, named)),
        _section(said, "numbers", _numbers(said, summed)),
    )


_Found = Mapping[tuple[FactMeasure, str, str], int]


def _section(said: Words, name: str, blocks: Sequence[Block]) -> Section:
    return Section(f"said-{name}", said.say(f"said.{name}"), tuple(blocks or [Paragraph(said.say("said.nothing"))]))


def _commitment(said: Words, found: _Found, named: Named) -> list[Block]:
    """Lay the step that municipalities say of themselves beside the one that most people chose, now and needed."""
    measures: tuple[FactMeasure, ...] = ("municipality", "everyone")
    keys: list[tuple[FactMeasure, str]] = [(measure, moment) for measure in measures for moment in MOMENTS]
    if not any(key[0] in measures for key in found):
        return []
    heads = [Column(said.say(f"said.{measure}.{moment}"), numeric=True) for measure, moment in keys]
    rows = tuple(
        (Value(label), *(_networks(found, measure, moment, step) for measure, moment in keys))
        for step, label in named.steps.items()
    )
    table = Table("said-commitment", said.say("said.commitment.table"), (Column(said.say("said.step")), *heads), rows)
    return [Paragraph(said.say("said.commitment.how"), "small"), table]


def _tasks(said: Words, found: _Found, named: Named) -> list[Block]:
    """Return how tasks are divided, those first that somebody has to take up in most networks."""
    rows = {task: [found.get(("task", task, status), 0) for status in KNOWN] for task in named.tasks}
    rows = {task: counts for task, counts in rows.items() if any(counts)}
    if not rows:
        return []
    urgent = {task: sum(found.get(("task", task, status), 0) for status in _TO_TAKE_UP) for task in rows}
    order = sorted(rows, key=lambda task: -urgent[task])
    heads = [Column(said.say(f"roles.status.{status}"), numeric=True) for status in KNOWN]
    lines = tuple((Value(named.tasks[task]), *map(_count, rows[task])) for task in order)
    table = Table("said-tasks", said.say("said.tasks.table"), (Column(said.say("said.task")), *heads), lines)
    lead = _most_often(said, "tasks", urgent, named.tasks)
    how = [Paragraph(said.say("said.tasks.how"), "small"), *_about(said, found, "task")]
    return [Paragraph(lead, "lead"), *how, table]


def _about(said: Words, found: _Found, measure: FactMeasure) -> Iterator[Paragraph]:
    """Say of how many networks this is: those where enough organisations filled it in."""
    if networks := found.get((measure, "", ""), 0):
        yield Paragraph(said.counted("said.about", networks), "small")


def _groups(said: Words, found: _Found, named: Named) -> list[Block]:
    """Return which groups of people are a blind spot, seldom seen or a chance, the blind spots first."""
    rows = {group: [found.get(("group", group, word), 0) for word in _WORDS] for group in named.groups}
    if not any(key[0] == "group" for key in found):
        return []
    order = sorted(rows, key=lambda group: [-count for count in rows[group]])
    heads = [Column(said.say(f"reach.word.{word}"), numeric=True) for word in _WORDS]
    lines = tuple((Value(named.groups[group]), *map(_count, rows[group])) for group in order)
    table = Table("said-groups", said.say("said.groups.table"), (Column(said.say("said.group")), *heads), lines)
    lead = _most_often(said, "groups", {group: counts[0] for group, counts in rows.items()}, named.groups)
    return [Paragraph(lead, "lead"), *_about(said, found, "group"), table]


def _most_often(said: Words, what: str, numbers: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Say what is so in most networks; equally many are all named, or none."""
    if not any(numbers.values()):
        return said.say(f"said.{what}.none")
    if first := foremost(numbers):
        return said.say(f"said.{what}.answer", **{what: _quoted(said, [names[each] for each in first])})
    return said.say(f"region.{what}.tie", Number=opening(said.in_words(alike(numbers))))


def _numbers(said: Words, summed: Sequence[Summed]) -> list[Block]:
    """Return the sums; each is "at least" as soon as one organisation is left out, and none without its warning."""
    rows = tuple(
        (
            Value(said.say(f"reach.number.{each.question}")),
            total(said, each),
            _count(each.networks),
            Value(_left_out(said, each)),
        )
        for each in summed
        if each.organisations
    )
    if not rows:
        return []
    names = ("what", "total", "networks", "note")
    columns = tuple(Column(said.say(f"said.numbers.{name}"), numeric=name in ("total", "networks")) for name in names)
    table = Table("said-numbers", said.say("said.numbers.table"), columns, rows)
    return [Paragraph(said.say("said.numbers.how")), table]


def total(said: Words, each: Summed) -> Value:
    """Return a sum as it is printed: "at least" as soon as one organisation is left out."""
    if not each.is_whole and not each.total:
        return Value("–")
    if each.is_whole:
        return Value(str(each.total), "number", "exact", each.total, each.total)
    return Value(said.say("said.at-least", number=each.total), "number", "at_least", each.total, meant="counted")


def _left_out(said: Words, each: Summed) -> str:
    """Say how many organisations are in it, and how many are not."""
    missing = each.left_out + each.unknown + each.silent
    of = said.counted("said.of", each.organisations)
    return f"{of}; {said.counted('said.missing', missing)}" if missing else of


def _networks(found: _Found, measure: FactMeasure, subject: str, choice: str) -> Value:
    return _count(found.get((measure, subject, choice), 0))


def _count(networks: int) -> Value:
    return number(networks, "networks")


def _quoted(said: Words, names: Sequence[str]) -> str:
    return said.listed([said.say("titles.quoted", title=name) for name in names])
