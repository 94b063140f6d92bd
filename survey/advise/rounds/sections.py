"""What stands on the page of a round, from top to bottom: each section is made by a function of its own."""

from typing import Final

from sqlalchemy.orm import Session

from survey.advise.rounds.codes import ways_in
from survey.advise.rounds.ending_sections import ending, next_steps, progress, releasing
from survey.advise.rounds.following import reminders, response
from survey.advise.rounds.people_section import people
from survey.advise.rounds.plan_section import cancelling, first_step, next_round
from survey.advise.rounds.post import post
from survey.advise.rounds.section import Maker, Section
from survey.advise.rounds.sharing import share
from survey.advise.rounds.speakers import speakers
from survey.advise.rounds.texts_section import texts
from survey.errors import retold
from survey.services.round_page import RoundPage


def state(session: Session, page: RoundPage) -> Section:
    """Say where the round is on its way."""
    refusal = page.plan.refused_because if page.plan else None
    return Section("state", {"refusal": retold(refusal) if refusal else None})


#: From top to bottom.
MAKERS: Final[tuple[Maker, ...]] = (
    state,
    progress,
    response,
    releasing,
    next_round,
    next_steps,
    share,
    first_step,
    people,
    post,
    reminders,
    texts,
    ways_in,
    speakers,
    ending,
    cancelling,
)
