"""The research dataset of a support organisation: what its networks published, a row for each round."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from reports.forms.dataset import DataRow, Variable, codebook_csv, dataset_csv, row, sav, together, variables
from reports.profile import ProfileResults
from reports.report import Asked, ReportInput
from reports.results import Results
from survey.queries import released
from survey.queries.released import ReleasedDocuments
from survey.services import audit
from survey.services.audit import Actor, What
from survey.tokens import keyed_hash

Form = Literal["sav", "csv", "codebook"]
#: Long enough that two networks never have the same.
_CODE: Final = 16


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows and columns, and the moment that its files bear: of the last release in it."""

    rows: tuple[DataRow, ...]
    variables: tuple[Variable, ...]
    at: datetime


def gather(session: Session, *, support_organisation_id: UUID, key: bytes) -> Dataset | None:
    """Return the dataset of all released rounds; ``None`` while there are none.

    A round of a questionnaire that this installation does not have any more is left out.
    """
    found = released.list_documents(session, support_organisation_id=support_organisation_id)
    read = [(each, given, asked) for each in found if (asked := _asked(given := _given(each))) is not None]
    if not read:
        return None
    rows = tuple(
        row(given, asked, code=code_of(each.network_id, key), number=each.number) for each, given, asked in read
    )
    return Dataset(rows, together(variables(asked) for _, _, asked in read), max(each.released_at for each in found))


def code_of(network_id: UUID, key: bytes) -> str:
    """Return the code that stands for a network: the same in every dataset, and nothing to who lacks the key."""
    return keyed_hash(key, f"research:{network_id}")[:_CODE]


def make(dataset: Dataset, form: Form) -> bytes:
    """Return one of the files of a dataset."""
    if form == "codebook":
        return codebook_csv(dataset.variables)
    if form == "csv":
        return dataset_csv(dataset.rows, dataset.variables)
    return sav(dataset.rows, dataset.variables, at=dataset.at)


def note_export(session: Session, *, support_organisation_id: UUID, rows: int, by: Actor, at: datetime) -> None:
    """Note that the dataset was downloaded."""
    what = What("dataset.exported", "support_organisation", support_organisation_id, details={"rows": rows})
    audit.note(session, what, by=by, at=at)


def _given(each: ReleasedDocuments) -> ReportInput:
    profile = ProfileResults.from_json(each.profile) if each.profile else None
    return ReportInput(each.network, Results.from_json(each.results), profile=profile)


def _asked(given: ReportInput) -> Asked | None:
    """Return the versions that a round was asked in, if they are all still here."""
    results, profile = given.results, given.profile
    try:
        return Asked(
            catalogue.find(results.questionnaire, results.questionnaire_version),
            catalogue.find(profile.questionnaire, profile.questionnaire_version) if profile else None,
        )
    except UnknownQuestionnaire:
        return None
