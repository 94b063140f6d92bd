"""The rows of a round's results: the response, and every published cell."""

from collections.abc import Iterator
from dataclasses import replace

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


def cell_rows(results: Results, questionnaire: Questionnaire | None, words: Words) -> Iterator[Row]:
    """Go through the published cells, withheld ones as well, in their order; unlabelled without their questionnaire."""
    labels = _Labels(questionnaire, words) if questionnaire else None
    for cell in results.cells:
        row = _row(cell, words)
        yield replace(row, label=labels.subject(cell), option_label=labels.option(cell)) if labels else row


def _row(cell: Cell, words: Words) -> Row:
    return Row(
        source="people",
        measure=cell.measure,
        subject=cell.subject,
        option=cell.option or "",
        group=cell.group,
        group_label=words.group(cell.group).label,
        kind=cell.kind,
        low=cell.low,
        high=cell.high,
        n=cell.n,
        reason=cell.reason or "",
    )


class _Labels:
    """The words of the version that was asked."""

    def __init__(self, questionnaire: Questionnaire, words: Words) -> None:
        self._words, self._labels = words, Labels(questionnaire, words.language)
        self._titles = {theme.id: theme.title.in_language(words.language) for theme in questionnaire.themes}

    def subject(self, cell: Cell) -> str:
        """Name a theme by its title, and everything else by what was asked; what has neither by its id."""
        if cell.measure in ("theme_mean", "dont_know"):
            return self._titles.get(cell.subject, cell.subject)
        return self._labels.wording(cell.subject)

    def option(self, cell: Cell) -> str:
        """Name the option of a share; a class of answers by its sentence."""
        if cell.option in CLASSES:
            return self._words.say(f"sentences.{cell.option}")
        return self._labels.options(cell.subject).get(cell.option or "", cell.option or "")
