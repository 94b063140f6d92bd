"""The rows of a round's results: the response, and every published cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaires.definition import Questionnaire
from reports.disclosure.classes import CLASSES
from reports.forms.data.rows import Row
from reports.report.labels import Labels
from reports.results import Cell, Results
from reports.wording import Words


def response_rows(results: Results) -> Iterator[Row]:
    """Go through how many were invited and sent in."""
    response = results.response
    counts = {
        "invited": response.invited,
        "sent_in": response.sent_in,
        "by_code": response.by_code or None,
        "invited_before": response.invited_before,
    }
    for name, count in counts.items():
        if count is not None:
            yield Row("round", "response", name, kind="exact", low=count, high=count)


def cell_rows(results: Results, questionnaire: Questionnaire, words: Words) -> Iterator[Row]:
    """Go through the published cells, withheld ones as well, in their order."""
    labelled = _Labelled(questionnaire, Labels(questionnaire, words.language), words)
    yield from map(labelled.row, results.cells)


@dataclass(frozen=True, slots=True)
class _Labelled:
    questionnaire: Questionnaire
    labels: Labels
    words: Words

    def row(self, cell: Cell) -> Row:
        return Row(
            source="people",
            measure=cell.measure,
            subject=cell.subject,
            label=self._subject(cell),
            option=cell.option or "",
            option_label=self._option(cell),
            group=cell.group,
            group_label=self.words.group(cell.group).label,
            kind=cell.kind,
            low=cell.low,
            high=cell.high,
            n=cell.n,
            reason=cell.reason or "",
        )

    def _subject(self, cell: Cell) -> str:
        """Name a theme by its title, and everything else by what was asked; the id where this version has neither."""
        if cell.measure in ("theme_mean", "dont_know"):
            titles = {theme.id: theme.title for theme in self.questionnaire.themes}
            known = titles.get(cell.subject)
            return known.in_language(self.words.language) if known else cell.subject
        return self.labels.wording(cell.subject)

    def _option(self, cell: Cell) -> str:
        if cell.option in CLASSES:
            return self.words.say(f"sentences.{cell.option}")
        return self.labels.options(cell.subject).get(cell.option or "", cell.option or "")
