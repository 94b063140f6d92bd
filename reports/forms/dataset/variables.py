"""The columns of the research dataset: what they are called, what they mean, and how their values are coded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from questionnaires.definition import Questionnaire
from questionnaires.types.checklist import Checklist
from reports.forms.dataset.statements import Statement, statements, variable_name
from reports.profile import RoleStatus
from reports.profile.asked import TASKS
from reports.report import Asked
from reports.results import Kind
from reports.results.cells import GRIDS
from reports.wording import Words, words

#: How exact a value is, as a code.
KINDS: Final[dict[Kind, int]] = {"exact": 1, "at_least": 2, "at_most": 3, "between": 4, "withheld": 9}
#: The classes of "don't know", and the sides of a statement's average: from low to high.
CLASSES: Final[dict[Kind, int]] = {"at_most": 1, "between": 2, "at_least": 3, "withheld": 9}
ROLES: Final = {status: code for code, status in enumerate(RoleStatus, 1)}
#: Stands for a value that is not shown: on no scale of ours, and declared as missing.
WITHHELD: Final = 9

TEXTS: Final = ("network", "half_year", "questionnaire", "version", "policy")


@dataclass(frozen=True, slots=True)
class Variable:
    """A column: ``values`` are its codes with their words; ``withheld`` is the code for what is not shown, if any."""

    name: str
    label: str
    kind: Literal["number", "text"] = "number"
    values: tuple[tuple[int, str], ...] = ()
    withheld: int | None = None
    decimals: int = 0

    @property
    def is_coded(self) -> bool:
        """Whether its values are codes of words, and no numbers to calculate with."""
        return any(code != self.withheld for code, _ in self.values)


def variables(asked: Asked, language: str = "nl") -> tuple[Variable, ...]:
    """Return the columns of rounds that were asked in these versions; their names are the same in every language."""
    said = words(language)
    return tuple((*_round(said), *_profile(asked.profile, said), *_results(asked.questionnaire, said)))


def together(each: Iterable[tuple[Variable, ...]]) -> tuple[Variable, ...]:
    """Return the columns of rounds of several versions; what several have takes the words of the first."""
    found: dict[str, Variable] = {}
    for columns in each:
        for column in columns:
            found.setdefault(column.name, column)
    return tuple(found.values())


def _round(said: Words) -> Iterator[Variable]:
    yield Variable("network", said.say("dataset.network"), "text")
    yield Variable("round", said.say("dataset.round"))
    yield from (Variable(name, said.say(f"dataset.{name}"), "text") for name in TEXTS[1:])


def _profile(profile: Questionnaire | None, said: Words) -> Iterator[Variable]:
    if profile is None:
        return
    yield from (Variable(name, said.say(f"dataset.{name}")) for name in ("organisations", "answered"))
    tasks = profile.questions.get(TASKS)
    values = tuple((code, said.say(f"roles.status.{status}")) for status, code in ROLES.items())
    for line in tasks.lines if isinstance(tasks, Checklist) else ():
        label = said.say("dataset.role", of=line.text.in_language(said.language))
        yield Variable(variable_name("role", line.id), label, values=values)


def _results(questionnaire: Questionnaire, said: Words) -> Iterator[Variable]:
    for each in statements(questionnaire, said):
        if each.measure in ("dont_know", "item_word"):
            yield _class(each, said)
        else:
            yield from _value(each, said)


def _class(each: Statement, said: Words) -> Variable:
    situation = "dataset.unknown" if each.measure == "dont_know" else "sentences.word"
    shown = {code: said.say(f"{situation}.{kind}") for kind, code in CLASSES.items() if kind != "withheld"}
    values = (*shown.items(), (WITHHELD, said.say("dataset.value.withheld")))
    return Variable(each.name, said.say(f"dataset.{each.measure}", of=each.of), values=values, withheld=WITHHELD)


def _value(each: Statement, said: Words) -> Iterator[Variable]:
    hidden, step = said.say("dataset.value.withheld"), GRIDS[each.measure].step
    decimals = -int(step.as_tuple().exponent)
    values = tuple((code, said.say(f"dataset.value.{kind}")) for kind, code in KINDS.items())
    label = said.say(f"dataset.{each.measure}", of=each.of)
    yield Variable(each.name, label, values=((WITHHELD, hidden),), withheld=WITHHELD, decimals=decimals)
    yield Variable(f"{each.name}_kind", said.say("dataset.kind", of=label), values=values, withheld=WITHHELD)
    yield Variable(f"{each.name}_high", said.say("dataset.high", of=label), decimals=decimals)
    if each.measure == "theme_mean":
        yield Variable(f"{each.name}_n", said.say("dataset.n", of=label))
        yield Variable(f"{each.name}_basis", said.say("dataset.basis", of=label), "text")
