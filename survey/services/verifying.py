"""Hold what is kept of reports against itself: documents against their hashes, files against what is drawn again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import get_args

from sqlalchemy.orm import Session

from reports.forms.kinds import FORMS, Form
from reports.report import Audience, InvalidReportInput, ReportInput
from survey.i18n import LANGUAGES
from survey.models import ReportEdition
from survey.queries import editions as queries
from survey.services import form_files
from survey.services.drawing import FormNotMade, draw_anew
from survey.services.reporting import Found, found_in


@dataclass(slots=True)
class Verified:
    """How many were looked at, and a sentence for each that is not what it was."""

    editions: int = 0
    files: int = 0
    wrong: list[str] = field(default_factory=list[str])


def verify(session: Session) -> Verified:
    """Look at every edition that has its document, and at every file that is kept of it by this code."""
    told = Verified()
    for network, of, edition in queries.list_all(session):
        told.editions += 1
        name = f"{network}, round {of.number}, edition {edition.number}"
        if not _is_whole(edition):
            told.wrong.append(f"{name}: the document does not have its hash.")
            continue
        for is_same, file in _files(found_in(of, edition)):
            told.files += 1
            if not is_same:
                told.wrong.append(f"{name}: {file} does not come out as it is kept.")
    return told


def _is_whole(edition: ReportEdition) -> bool:
    try:
        return ReportInput.from_json(edition.document or "").hash == edition.document_hash
    except InvalidReportInput:
        return False


def _files(found: Found) -> Iterator[tuple[bool, str]]:
    """Return whether each file that is kept of an edition comes out the same, and its name without the hash."""
    if found.mark is None:
        return
    for form, language, audience in product(FORMS.values(), LANGUAGES, get_args(Audience)):
        kept = form_files.read(form_files.path_of(found.mark.hash, form, language, audience))
        if kept is not None:
            yield _again(found, form, language, audience) == kept, f"{form.file}, {language}, {audience}"


def _again(found: Found, form: Form, language: str, audience: Audience) -> bytes | None:
    try:
        return draw_anew(found, form, language=language, audience=audience)
    except FormNotMade:
        return None
