"""How much can be begun by a code, so that nobody shuts its entrance for others.

What counts towards a round's limit holds an answer or was sent in. What was begun and left empty costs a visitor
nothing, so it takes nobody's place: it stays while there is room, and then the oldest goes.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from survey.errors import CodeFull, TooManyAtOnce
from survey.queries import codes
from survey.queries.codes import BegunRow, OpenCode
from survey.services.sheets import ERASED
from survey.services.throttling import Limit, take

#: More than any meeting or pile of paper; what a machine could add is in the total only, but it is in the total.
MOST_IN_A_ROUND: Final = 300
#: So many that who begins has time to answer: eight neighbourhoods at their limit need an hour to push somebody out.
MOST_EMPTY: Final = 1_000
MOST_FROM_ONE_PLACE: Final = Limit("beginning by a code", 120, timedelta(hours=1))


def find_room(session: Session, *, code: OpenCode, where: str, key: bytes, at: datetime) -> None:
    """Make sure that there is room for one more to begin by this code; the round is locked.

    Raises
    ------
    CodeFull, TooManyAtOnce
        When there is none, and waiting does not help; or does.
    """
    begun = codes.count_entries(session, round_id=code.round_id, purpose=code.purpose)
    if begun >= min(MOST_IN_A_ROUND, MOST_EMPTY):
        _make_room(session, code)
    if not take(session, _from_one_place(code), where=where, key=key, at=at):
        raise TooManyAtOnce


def _make_room(session: Session, code: OpenCode) -> None:
    begun = codes.lock_begun(session, round_id=code.round_id, purpose=code.purpose)
    empty = sorted((each for each in begun if _is_empty(each)), key=_since)
    if len(begun) - len(empty) >= MOST_IN_A_ROUND:
        raise CodeFull
    too_many = max(0, len(empty) + 1 - MOST_EMPTY)
    codes.delete_begun(session, invitation_ids=[each.invitation_id for each in empty[:too_many]])


def _is_empty(begun: BegunRow) -> bool:
    return begun.sent_in_at_utc is None and all(answer is None for answer in begun.answers.values())


def _since(begun: BegunRow) -> int:
    """Return since when nothing is in it: when it was begun, or erased."""
    return begun.choice_times.get(ERASED, 0)


def _from_one_place(code: OpenCode) -> Limit:
    """Count for each code by itself: a meeting does not shut out who types over paper, nor another meeting."""
    return replace(MOST_FROM_ONE_PLACE, what=f"{MOST_FROM_ONE_PLACE.what}:{code.round_id}:{code.purpose}")
