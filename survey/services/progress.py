"""How far the closing of a round is, for who waits for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.i18n import gettext_noop
from survey.models import Round
from survey.services.ending import over_since
from survey.services.round_page import State, stage_of
from survey.services.system import has_worker

#: After how long something is wrong.
SLOW_AFTER: Final = timedelta(minutes=10)

#: What is being done.
_STAGES: Final[dict[State, str]] = {
    "closing": gettext_noop("The round is being closed: answers are cut loose from people, drafts are erased."),
    "publishing": gettext_noop("The round is closed. The report is being made."),
}
SOON: Final = gettext_noop("This takes 2 minutes at most. You can leave this page; it goes on without you.")
NO_WORKER: Final = gettext_noop(
    "Nothing happens now: the part of the platform that does this is not running. Ask who looks after the platform to "
    "start the worker. Nothing is lost, and it goes on by itself then."
)
SLOW: Final = gettext_noop(
    "This takes longer than it should. Ask who looks after the platform what the log of the worker says. Nothing is "
    "lost."
)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the closing of a round is, and what to expect, as messages."""

    state: State
    sentences: tuple[str, ...]

    @property
    def is_done(self) -> bool:
        """Whether there is nothing to wait for."""
        return self.state not in _STAGES


def progress_of(session: Session, *, closing: Round, at: datetime) -> Progress:
    """Return how far the closing of a round is."""
    state = stage_of(session, closing, at)
    if state not in _STAGES:
        return Progress(state, ())
    if not has_worker(session, at=at):
        return Progress(state, (_STAGES[state], NO_WORKER))
    since = closing.closed_at_utc or over_since(closing)
    return Progress(state, (_STAGES[state], SLOW if at - since > SLOW_AFTER else SOON))
