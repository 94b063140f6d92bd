"""One row of the research dataset: what was published about one network in one round, under a code for its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from reports.forms.dataset.statements import Statement, statements, variable_name
from reports.forms.dataset.variables import CLASSES, KINDS, ROLES, WITHHELD, reach_name
from reports.profile import ProfileResults, ReachSum, reach_sums, role_cards
from reports.report import Asked, ReportInput
from reports.results import TOTAL, Cell, Results
from reports.wording import Words, words

#: How every average is made until now, as published results name it.
_SCORING: Final = "mean of answered, at least 2/3 answered"

DataValue = str | int | Decimal
#: The values of one row by variable; what was not asked in the round is absent.
DataRow = Mapping[str, DataValue]


def row(given: ReportInput, asked: Asked, *, code: str, number: int, language: str = "nl") -> DataRow:
    """Return the row of a round.

    Parameters
    ----------
    given, asked
        What its report is made of, and the versions that it was asked in.
    code
        Stands for the network: the same in all its rounds, and from which nobody without the key finds its name.
    number
        Which of the network's rounds it is, from 1 on.
    language
        Of the few words in it.
    """
    results, response = given.results, given.results.response
    of_round: dict[str, DataValue] = {
        "network": code,
        "round": number,
        "half_year": _half_year(results.closed_on),
        "questionnaire": results.questionnaire,
        "version": results.questionnaire_version,
        "policy": results.policy,
        "groups": " ".join(group.id for group in results.plan),
        "invited": response.invited,
        "sent_in": response.sent_in,
        "by_code": response.by_code,
    }
    cells = _Cells.of(results, words(language))
    for statement in statements(asked.questionnaire, words(asked.questionnaire.languages[0])):
        of_round |= cells.values(statement)
    return of_round | (dict(_profile(given.profile)) if given.profile else {})


def _half_year(day: date) -> str:
    """Name the half year: ``2026-2``. The day itself would tell which network it is."""
    return f"{day.year}-{1 + (day.month > 6)}"


def _profile(profile: ProfileResults) -> Iterator[tuple[str, DataValue]]:
    yield "organisations", len(profile.organisations)
    yield "answered", sum(bool(each.blocks) for each in profile.organisations)
    for card in role_cards(profile):
        yield variable_name("role", card.task.id), ROLES[card.status]
    for each in reach_sums(profile):
        yield from _sum(each)


def _sum(each: ReachSum) -> Iterator[tuple[str, DataValue]]:
    """Go through a sum over organisations, and what it is made of; "at least 0" is no number, and stays empty."""
    if each.is_told:
        yield reach_name(each.question), each.total
        yield reach_name(each.question, "counted"), each.counted
        yield reach_name(each.question, "estimated"), each.estimated
    yield reach_name(each.question, "organisations"), each.organisations
    yield reach_name(each.question, "left_out"), each.left_out
    yield reach_name(each.question, "unknown"), each.unknown


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells, by what they say and of whom."""

    results: Results
    words: Words
    by_key: Mapping[tuple[str, ...], Cell]

    @classmethod
    def of(cls, results: Results, words: Words) -> "_Cells":
        return cls(results, words, {cell.key: cell for cell in results.cells})

    def values(self, statement: Statement) -> dict[str, DataValue]:
        """Return the values of a statement's variables; none when the round did not ask it."""
        cell = self._cell(statement)
        if cell is None:
            return {}
        if statement.measure in ("dont_know", "item_word"):
            return {statement.name: CLASSES[cell.kind]}
        return {statement.name + ending: value for ending, value in self._parts(statement, cell)}

    def _cell(self, statement: Statement) -> Cell | None:
        """Find its cell, or the one that withholds all options of its question."""
        start, group = (statement.measure, statement.subject), statement.group
        return self.by_key.get((*start, statement.option, group)) or self.by_key.get((*start, "", group))

    def _parts(self, statement: Statement, cell: Cell) -> Iterator[tuple[str, DataValue]]:
        printed = cell.high if cell.low is None else cell.low
        yield "", WITHHELD if printed is None else printed
        yield "_kind", KINDS[cell.kind]
        if cell.kind == "between" and cell.high is not None:
            yield "_high", cell.high
        if cell.n is not None:
            yield "_n", cell.n
        is_average = statement.measure == "theme_mean" and statement.group == TOTAL
        theme = self.results.theme(statement.subject) if is_average else None
        if theme:
            items = " ".join(f"{item}:{version}" for item, version in theme.items)
            yield "_basis", f"{items}; {scoring(theme.scoring, self.words)}"


def scoring(named: str, words: Words) -> str:
    """Say how an average was made: what is named alike is said alike (disclosure rule R16).

    A way of making one that these words do not know keeps its own.
    """
    how, _, reversed_items = named.partition(", reversed: ")
    if how != _SCORING:
        return named
    none = words.say("dataset.scoring.none")
    return words.say("dataset.scoring", reversed=none if reversed_items == "none" else reversed_items)
