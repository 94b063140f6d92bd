"""The published results of a round as CSV: a row for each statement."""

from collections.abc import Iterator

from reports.forms.data.cells import cell_rows, response_rows
from reports.forms.data.dialect import Field, csv_bytes
from reports.forms.data.facts import fact_rows
from reports.forms.data.rows import Row, heads, values
from reports.report import Asked, ReportInput
from reports.results import Results
from reports.wording import words

#: Stand before the columns of a row, and say which round it is of.
_OF_ROUND = ("round", "network", "closed_on", "questionnaire", "version", "policy")


def results_csv(given: ReportInput, asked: Asked, language: str) -> bytes:
    """Return everything that was published about a round, and about the round before if the report has it.

    Never what people wrote in their own words, and no actions: see ``published``.

    Parameters
    ----------
    given, asked
        What the report is made of, and the versions that were asked. A round before that was asked in another version
        has no labels: its words may have been other ones.
    language
        Of the labels; the codes are the same in every language.
    """
    return csv_bytes((*_OF_ROUND, *heads()), _all(given, asked, language))


def _all(given: ReportInput, asked: Asked, language: str) -> Iterator[tuple[Field, ...]]:
    for results in filter(None, (given.results, given.previous)):
        start = _of_round(given, results)
        yield from ((*start, *values(row)) for row in _rows(given, asked, results, language))


def _of_round(given: ReportInput, results: Results) -> tuple[str, ...]:
    which = "this" if results is given.results else "previous"
    return which, given.network, results.closed_on.isoformat(), *_version(results), results.policy


def _version(results: Results) -> tuple[str, str]:
    return results.questionnaire, results.questionnaire_version


def _rows(given: ReportInput, asked: Asked, results: Results, language: str) -> Iterator[Row]:
    yield from response_rows(results)
    same = _version(results) == _version(given.results)
    yield from cell_rows(results, asked.questionnaire if same else None, words(language))
    if results is given.results and given.profile and asked.profile:
        yield from fact_rows(given.profile, asked.profile, language)
