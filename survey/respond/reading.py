"""Find the report behind a link, and note that somebody of the staff reads it; of a participant nothing is noted."""

from uuid import UUID

from survey import clock
from survey.access import actor, signed_in
from survey.database import reading, writing
from survey.errors import LinkUnknown
from survey.i18n import language, use_language
from survey.models import Network
from survey.queries.people import Person
from survey.services import audit, reporting
from survey.services.audit import What
from survey.services.reporting import Found
from survey.tokens import looks_like_token


def reader() -> Person | None:
    """Return who of the staff reads, if anybody is signed in; the report stays in the language of its address."""
    chosen = language()
    somebody = signed_in()
    use_language(chosen)
    return somebody


def find_report(token: str) -> Found:
    """Return what the report behind a link is made of; raises as ``reporting.find_report`` does."""
    if not looks_like_token(token):
        raise LinkUnknown
    somebody = reader()
    with reading() as session:
        return reporting.find_report(session, token=token, reader=somebody)


def note_reading(network_id: UUID, form: str) -> None:
    """Note who of the staff opens a report, before it is shown: what cannot be noted is not shown to staff.

    Who is not signed in is a participant, and waits for nothing.
    """
    if reader() is None:
        return
    with writing() as session:
        network = session.get_one(Network, network_id)
        of = (network.id, network.support_organisation_id)
        what = What("report.read", "network", network.id, *of, details={"form": form})
        audit.note(session, what, by=actor(), at=clock.now())
