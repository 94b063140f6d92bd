"""One row of the research dataset: what was published about one network in one round, under a code for its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reports.forms.dataset.statements import Statement, statements, variable_name
from reports.forms.dataset.variables import CLASSES, KINDS, ROLES, WITHHELD
from reports.profile import ProfileResults, role_cards
from reports.report import Asked, ReportInput
from reports.results import TOTAL, Cell, Results
from reports.wording import words

DataValue = str | int | Decimal
#: The values of one row by variable; what was not asked in the round is absent.
DataRow = Mapping[str, DataValue]


def row(given: ReportInput, asked: Asked, *, code: str, number: int) -> DataRow:
    """Return the row of a round.

    Parameters
    ----------
    given, asked
        What its report is made of, and the versions that it was asked in.
    code
        Stands for the network: the same in all its rounds, and from which nobody without the key finds its name.
    number
        Which of the network's rounds it is, from 1 on.
    """
    results = given.results
    of_round: dict[str, DataValue] = {
        "network": code,
        "round": number,
        "half_year": _half_year(results.closed_on),
        "questionnaire": results.questionnaire,
        "version": results.questionnaire_version,
        "policy": results.policy,
    }
    cells = _Cells.of(results)
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


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells about everybody, by what they say."""

    results: Results
    by_key: Mapping[tuple[str, ...], Cell]

    @classmethod
    def of(cls, results: Results) -> "_Cells":
        return cls(results, {cell.key[:3]: cell for cell in results.cells if cell.group == TOTAL})

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
        start = (statement.measure, statement.subject)
        return self.by_key.get((*start, statement.option)) or self.by_key.get((*start, ""))

    def _parts(self, statement: Statement, cell: Cell) -> Iterator[tuple[str, DataValue]]:
        printed = cell.high if cell.low is None else cell.low
        yield "", WITHHELD if printed is None else printed
        yield "_kind", KINDS[cell.kind]
        if cell.kind == "between" and cell.high is not None:
            yield "_high", cell.high
        if cell.n is not None:
            yield "_n", cell.n
        theme = self.results.theme(statement.subject) if statement.measure == "theme_mean" else None
        if theme:
            items = " ".join(f"{item}:{version}" for item, version in theme.items)
            yield "_basis", f"{items}; {theme.scoring}"
