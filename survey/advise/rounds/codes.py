"""On the page of a round: how people join without a mail."""

from sqlalchemy.orm import Session

from survey import clock
from survey.access import config
from survey.advise.rounds.section import Section
from survey.services.code_page import answers_by_code, codes_of, is_open
from survey.services.round_page import RoundPage


def ways_in(session: Session, page: RoundPage) -> Section | None:
    """Say which codes there are, and lead to them; in a closed round there are none."""
    if page.round is None or not is_open(page.round):
        return None
    now = clock.now()
    shown = codes_of(session, round=page.round, key=config().instance_key, at=now)
    return Section(
        "codes",
        {
            "works": [purpose for purpose, code in shown.items() if code.works],
            "answers": answers_by_code(session, round=page.round, at=now),
        },
    )
