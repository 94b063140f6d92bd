"""What the networks of the demo agreed to do after their reports: some of it done, some late, some still to come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.models import Contact, Network
from survey.models.action import ActionStatus
from survey.queries import members
from survey.services import actions, suggestions
from survey.services.actions import Agreement

#: From a closing to the meeting that agrees on actions.
_TO_MEETING: Final = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Course:
    """How it went with an action: after how many weeks it is settled; else when it is to be ready, from today."""

    status: ActionStatus
    weeks: int


#: What became of what a network agreed after the round before the last, and after the last one.
_BEFORE: Final = (Course("done", 7), Course("stopped", 16))
_LATELY: Final = (
    (Course("done", 9), Course("busy", -2), Course("open", 1), Course("open", 6)),
    (Course("stopped", 12), Course("done", 14), Course("open", 3)),
    (Course("busy", 2), Course("open", 8)),
)
_FIRST_STEPS: Final = ("We bellen elkaar deze week.", "Joke maakt een lijstje en mailt het rond.", "")
_PROOFS: Final = (
    "Over een half jaar zijn er tien mensen doorgestuurd, en weten we hoe het met ze ging.",
    "Iedereen in het overleg kan vertellen wie wat doet.",
    "Het staat op papier en iedereen heeft het gelezen.",
)
_HELPERS: Final = ("De taalambassadeurs", "", "Een stagiair van de gemeente")
_NOTES: Final[dict[ActionStatus, str]] = {
    "done": "Het hielp: het gesprek gaat nu makkelijker.",
    "stopped": "Er was geen tijd voor. We kiezen iets kleiners.",
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting about a round: after which round of how many closed ones, of which network of the demo, and when."""

    network: int
    after_round: int
    rounds: int
    closed_at: datetime
    now: datetime

    @property
    def courses(self) -> tuple[Course, ...]:
        """How it went with what is agreed there."""
        return _LATELY[self.network % len(_LATELY)] if self.after_round == self.rounds else _BEFORE

    @property
    def first_choice(self) -> int:
        """Which suggestion comes first: for each network and each meeting another."""
        return self.network + (self.after_round - 1) * len(_BEFORE)

    @property
    def at(self) -> datetime:
        """When it is."""
        return min(self.closed_at + _TO_MEETING, self.now)


def agree_on(session: Session, *, network: Network, meeting: Meeting) -> None:
    """Let a network of the demo agree on actions at the meeting about a closed round.

    It is to be done before the next round closes, whose report tells what became of them.
    """
    chosen = _chosen(session, network, meeting.first_choice)
    for step, course in enumerate(meeting.courses):
        when = (meeting.network + step, meeting.at, meeting.now)
        _agree(session, network, chosen[step % len(chosen)], course, when)


def _chosen(session: Session, network: Network, number: int) -> list[suggestions.Suggested]:
    """Return suggestions of all themes, for each network others first."""
    asked = suggestions.asked_by(session, network_id=network.id)
    found = [
        suggestions.Suggested(theme.id, action)
        for theme in suggestions.suggestions(asked)
        for action in theme.actions.get("low", ())[:2]
    ]
    first = number % len(found)
    return found[first:] + found[:first]


def _agree(
    session: Session,
    network: Network,
    suggested: suggestions.Suggested,
    course: Course,
    when: tuple[int, datetime, datetime],
) -> None:
    step, agreed_at, now = when
    is_settled = course.status in _NOTES
    ready = agreed_at + timedelta(weeks=course.weeks) if is_settled else now + timedelta(weeks=course.weeks)
    who = _somebody(session, network, step)
    agreement = Agreement(
        suggested.action.text["nl"],
        theme=suggested.theme,
        owner_id=who.partner_organisation_id,
        contact_id=who.id,
        helpers=_HELPERS[step % 3],
        first_step=_FIRST_STEPS[step % 3],
        proof=_PROOFS[step % 3],
        due_on=dutch_day(max(ready, agreed_at)),
    )
    made = actions.add(session, network=network, agreement=agreement, at=agreed_at, suggestion_id=suggested.action.id)
    if course.status != "open":
        made.note = _NOTES.get(course.status, "")
        moved_at = min(ready, now) if is_settled else now
        actions.move(session, network=network, action=made, status=course.status, at=moved_at)


def _somebody(session: Session, network: Network, step: int) -> Contact:
    """Return somebody who goes on working in the network; the last by name leaves it."""
    there = members.list_contacts(session, network_id=network.id)[:-1]
    return there[(3 * step) % len(there)]
