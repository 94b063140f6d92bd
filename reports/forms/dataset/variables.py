"""The columns of the research dataset: what they are called, what they mean, and how their values are coded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from questionnaires.definition import Questionnaire
from questionnaires.types.checklist import Checklist
from reports.forms.dataset.statements import Statement, statements, variable_name
from reports.profile import RoleStatus
from reports.profile.asked import NUMBERS, TASKS
from reports.report import Asked
from reports.results import TOTAL, Kind
from reports.results.cells import GRIDS
from reports.wording import Words, words

#: How exact a value is, as a code.
KINDS: Final[dict[Kind, int]] = {"exact": 1, "at_least": 2, "at_most": 3, "between": 4, "withheld": 9}
#: The classes of "don't know", and the sides of a statement's average: from low to high.
CLASSES: Final[dict[Kind, int]] = {"at_most": 1, "between": 2, "at_least": 3, "withheld": 9}
ROLES: Final = {status: code for code, status in enumerate(RoleStatus, 1)}
#: Stands for a value that is not shown: on no scale of ours, and declared as missing.
WITHHELD: Final = 9

TEXTS: Final = ("network", "half_year", "questionnaire", "version", "policy", "groups")
#: How many people were invited and sent in, and how many more came in by a code or on paper.
PEOPLE: Final = ("invited", "sent_in", "by_code")
#: What stands beside a sum over organisations: over how many, how it is known, and who is not in it.
OF_A_SUM: Final = ("organisations", "counted", "estimated", "left_out", "unknown")
#: Why a field can be empty, by what the codebook says of it: it never is, or one of these.
Lacking = Literal[
    "never", "not_asked", "withheld", "withheld_code", "no_limit", "no_answers", "no_number", "no_group", "no_part"
]


@dataclass(frozen=True, slots=True)
class Variable:
    """A column: ``values`` are its codes with their words; ``withheld`` is the code for what is not shown, if any.

    ``lacking`` says what it means that a field is empty.
    """

    name: str
    label: str
    kind: Literal["number", "text"] = "number"
    values: tuple[tuple[int, str], ...] = ()
    withheld: int | None = None
    decimals: int = 0
    lacking: Lacking = "not_asked"

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


def reach_name(question: str, ending: str = "") -> str:
    """Return the name of the variable of a sum over organisations, or of what stands beside it."""
    return variable_name("reach", question.removeprefix("rn-"), ending)


def _round(said: Words) -> Iterator[Variable]:
    yield Variable("network", said.say("dataset.network"), "text", lacking="never")
    yield Variable("round", said.say("dataset.round"), lacking="never")
    yield from (Variable(name, said.say(f"dataset.{name}"), "text", lacking="never") for name in TEXTS[1:])
    yield from (Variable(name, said.say(f"dataset.{name}"), lacking="never") for name in PEOPLE)


def _profile(profile: Questionnaire | None, said: Words) -> Iterator[Variable]:
    if profile is None:
        return
    counted = ("organisations", "answered")
    yield from (Variable(name, said.say(f"dataset.{name}"), lacking="no_part") for name in counted)
    tasks = profile.questions.get(TASKS)
    values = tuple((code, said.say(f"roles.status.{status}")) for status, code in ROLES.items())
    for line in tasks.lines if isinstance(tasks, Checklist) else ():
        label = said.say("dataset.role", of=line.text.in_language(said.language))
        yield Variable(variable_name("role", line.id), label, values=values, lacking="no_part")
    for question in NUMBERS:
        if question in profile.questions:
            yield from _sum(question, said)


def _sum(question: str, said: Words) -> Iterator[Variable]:
    of = said.say(f"reach.number.{question}")
    yield Variable(reach_name(question), said.say("dataset.reach", of=of), lacking="no_number")
    for ending in OF_A_SUM:
        yield Variable(reach_name(question, ending), said.say(f"dataset.reach.{ending}", of=of), lacking="no_number")


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
    label = said.say(f"dataset.{each.measure}", of=each.of)
    return Variable(each.name, label, values=values, withheld=WITHHELD, lacking="withheld_code")


def _value(each: Statement, said: Words) -> Iterator[Variable]:
    hidden, step = said.say("dataset.value.withheld"), GRIDS[each.measure].step
    decimals, of_group = -int(step.as_tuple().exponent), each.group != TOTAL
    values = tuple((code, said.say(f"dataset.value.{kind}")) for kind, code in KINDS.items())
    label = said.say(f"dataset.{each.measure}", of=each.of)
    yield Variable(
        each.name, label, values=((WITHHELD, hidden),), withheld=WITHHELD, decimals=decimals,
        lacking="no_group" if of_group else "withheld",
    )  # fmt: skip
    kind = said.say("dataset.kind", of=label)
    yield Variable(f"{each.name}_kind", kind, values=values, withheld=WITHHELD, lacking="withheld_code")
    yield Variable(f"{each.name}_high", said.say("dataset.high", of=label), decimals=decimals, lacking="no_limit")
    if each.measure == "theme_mean":
        yield Variable(f"{each.name}_n", said.say("dataset.n", of=label), lacking="no_answers")
        if not of_group:
            yield Variable(f"{each.name}_basis", said.say("dataset.basis", of=label), "text")
