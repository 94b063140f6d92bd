"""What the page of an open round says about its response and its reminders: totals, by the full hour."""

from sqlalchemy.orm import Session

from reports.wording.words import words
from survey import clock
from survey.advise.rounds.section import Section
from survey.errors import Refused
from survey.i18n import language
from survey.queries import reminding as queries
from survey.services import reminder_moments, reminding
from survey.services.monitor import monitor
from survey.services.round_page import RoundPage


def response(session: Session, page: RoundPage) -> Section | None:
    """Say how many were invited, sent in, refused and bounced, and what to expect."""
    if page.round is None or page.state not in ("open", "closing") or page.round.is_by_code:
        return None  # of a round by code alone, the codes tell how many: as it comes in
    found = monitor(session, network=page.network, opened=page.round, reader=page.reader, at=clock.now())
    return Section("response", {"monitor": found, "words": words(language())})


def reminders(session: Session, page: RoundPage) -> Section | None:
    """Say when people were reminded, when they will be, and let it be done by hand."""
    if page.round is None or page.state != "open" or page.round.is_by_code:
        return None
    opened, now = page.round, clock.now()
    went = queries.list_remindings(session, round_id=opened.id)
    sent = reminding.days_of(went)
    coming = reminder_moments.coming(reminding.period_of(opened), opened.reminds_on, sent, now)
    return Section("reminders", {"went": went, "coming": coming, "refusal": _refusal(session, page)})


def _refusal(session: Session, page: RoundPage) -> str:
    """Say why there can be no reminder by hand now; it depends on the clock and earlier reminders only."""
    if page.round is None:
        return ""
    try:
        reminding.refuse_by_hand(session, page.round, clock.now())
    except Refused as refusal:
        return refusal.told
    return ""
