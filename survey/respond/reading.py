"""Note that somebody of the staff reads a report; of a participant nothing is noted."""

from survey import clock
from survey.access import actor, signed_in
from survey.database import writing
from survey.i18n import language, use_language
from survey.queries import published
from survey.queries.people import Person
from survey.services import audit
from survey.services.audit import What
from survey.tokens import hash_token


def reader() -> Person | None:
    """Return who of the staff reads, if anybody is signed in; the report stays in the language of its address."""
    chosen = language()
    somebody = signed_in()
    use_language(chosen)
    return somebody


def note_reading(token: str, form: str) -> None:
    """Note who of the staff opens a report, before it is shown: what cannot be noted is not shown to staff.

    Who is not signed in is a participant, and waits for nothing.
    """
    somebody = reader()
    if somebody is None:
        return
    with writing() as session:
        network = published.find_network(session, report_token_hash=hash_token(token))
        if network is None:
            return
        of = (network.id, network.support_organisation_id)
        what = What("report.read", "network", network.id, *of, details={"form": form})
        audit.note(session, what, by=actor(), at=clock.now())
