"""The end of a round on its page: extend or close it, wait for the report, release it, go on."""

from datetime import timedelta

from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.advise.rounds.section import Section
from survey.models import Round
from survey.queries import own_words, published
from survey.services.distances import DAYS_AROUND_A_SCAN, DAYS_BETWEEN
from survey.services.overview import report_token
from survey.services.progress import progress_of
from survey.services.round_page import RoundPage, stage_of


def ending(session: Session, page: RoundPage) -> Section | None:
    """Say when an open round closes, and offer an adviser to extend or close it."""
    if page.state != "open" or page.network.archived_at_utc is not None:
        return None
    return Section("ending", {"may_act": _may_act(page)})


def progress(session: Session, page: RoundPage) -> Section | None:
    """Say how far the closing is."""
    if page.round is None:
        return None
    found = progress_of(session, closing=page.round, at=clock.now())
    return None if found.is_done else Section("progress", {"progress": found})


def releasing(session: Session, page: RoundPage) -> Section | None:
    """Show a report that participants cannot read yet, and offer an adviser to release it."""
    if page.round is None or stage_of(session, page.round, clock.now()) != "published":
        return None
    few = not published.shows_anything(session, round_id=page.round.id)
    return Section("releasing", {**_report(session, page), "few": few, "words": _words(session, page, page.round)})


def next_steps(session: Session, page: RoundPage) -> Section | None:
    """Show a report that is out, and what to do next, also where too few people answered."""
    if page.round is None or stage_of(session, page.round, clock.now()) != "released":
        return None
    closed_on = clock.dutch_day(page.round.closed_at_utc or clock.now())
    values = {
        "few": not published.shows_anything(session, round_id=page.round.id),
        "quick_scan_from": closed_on + timedelta(days=DAYS_AROUND_A_SCAN),
        "next_from": closed_on + timedelta(days=DAYS_BETWEEN),
        "words": _words(session, page, page.round),
    }
    return Section("next_steps", {**_report(session, page), **values})


def _report(session: Session, page: RoundPage) -> dict[str, object]:
    network = page.network
    of = {"network_id": network.id, "adviser_id": network.adviser_id}
    token = report_token(session, reader=page.reader, **of, key=config().instance_key)
    return {"report_token": token, "may_act": _may_act(page)}


def _words(session: Session, page: RoundPage, of: Round) -> dict[str, int] | None:
    """Count what was decided about own words, for the one adviser who reads them; ``None`` for everybody else."""
    if not page.reader.reads_own_words(adviser_id=page.network.adviser_id):
        return None
    counted = own_words.count_by_state(session, round_id=of.id)
    return {"all": sum(counted.values()), "new": counted.get("new", 0)} if counted else None


def _may_act(page: RoundPage) -> bool:
    return page.reader.may("adviser") and page.network.archived_at_utc is None
