"""End a round: extend it while it is open, or have it closed, by its last day or by who presses the button."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.clock import dutch_day, end_of, full_hour
from survey.errors import Refused
from survey.i18n import day, gettext_noop
from survey.models import Round
from survey.queries import rounds
from survey.services.overview import Totals

#: Further ahead a last day is a slip of the pen.
LONGEST: Final = timedelta(days=366)


def is_over(ending: Round, at: datetime) -> bool:
    """Say whether an open round is to be closed: its last day has ended in the Netherlands, or somebody asked for it.

    Until the worker did so, what participants send in still counts: nothing that somebody typed is thrown away.
    """
    return ending.closing_asked_at_utc is not None or at >= end_of(ending.closes_on)


def over_since(ending: Round) -> datetime:
    """Return since when a round waits to be closed."""
    return ending.closing_asked_at_utc or end_of(ending.closes_on)


def refuse_over(ending: Round, at: datetime) -> None:
    """Refuse what can only be done while a round is open.

    Raises
    ------
    Refused
        When it is closed, or about to be.
    """
    if ending.closed_at_utc is not None:
        raise Refused(gettext_noop("This round is closed. A closed round is never opened again."))
    if is_over(ending, at):
        raise Refused(gettext_noop("This round is being closed. It cannot be extended any more."))


@dataclass(frozen=True, slots=True)
class Days:
    """Until when people have, and when and where they talk about it."""

    closes_on: date
    meeting_on: date | None = None
    meeting_place: str | None = None


def extend(session: Session, *, ending: Round, days: Days, at: datetime) -> list[str]:
    """Give people longer, or have the meeting at another time or place; return the names of the fields that changed.

    Raises
    ------
    Refused
        When the round is over, when the day is earlier than it was or is much too late, when the meeting would come
        before it or has a place and no day, or when nothing changes.
    """
    refuse_over(ending, at)
    if days.meeting_on is None and days.meeting_place == ending.meeting_place:
        days = replace(days, meeting_place=None)  # with its day the place goes as well
    new = asdict(days)
    changed = [name for name, value in new.items() if getattr(ending, name) != value]
    _check_days(ending, days, dutch_day(at), is_same=not changed)
    for name in changed:
        setattr(ending, name, new[name])
    session.flush()
    return changed


def _check_days(ending: Round, days: Days, today: date, *, is_same: bool) -> None:
    closes_on, meeting_on = days.closes_on, days.meeting_on
    if closes_on < ending.closes_on or is_same:
        sentence = gettext_noop(
            "Choose a day after %(day)s: people were told that they have until then. Do you want to stop earlier? "
            "Then close the round now."
        )
        raise Refused(sentence, field="closes_on", day=day(ending.closes_on))
    if closes_on > today + LONGEST:
        raise Refused(gettext_noop("This is more than a year away. Is the year right?"), field="closes_on")
    if meeting_on is not None and meeting_on <= closes_on:
        sentence = gettext_noop("The meeting has to be after the last day to fill in. Choose a later day for it.")
        raise Refused(sentence, field="meeting_on")
    if days.meeting_place and meeting_on is None:
        sentence = gettext_noop("Say on which day the meeting is, or leave the place empty.")
        raise Refused(sentence, field="meeting_on")


def ask_to_close(session: Session, *, ending: Round, at: datetime) -> bool:
    """Leave the closing of a round to the worker; ``False`` when somebody asked for it before, or it is closed."""
    if ending.closed_at_utc is not None or ending.closing_asked_at_utc is not None:
        return False
    ending.closing_asked_at_utc = at
    session.flush()
    return True


def known_totals(session: Session, *, ending: Round, at: datetime) -> Totals:
    """Return what staff may know before closing: totals by the full hour.

    Not how many of them count towards the minimum of five: beside the total, that says of somebody who was added
    after opening whether that person answered (disclosure rules R3 and R10).
    """
    sent_in = rounds.count_sent_in(session, round_id=ending.id, until=full_hour(at))
    return Totals(rounds.count_invited(session, round_id=ending.id), sent_in)
