"""Keep what was not kept of released reports: by an older version of the application, or by a demo.

That is their first edition, and how their networks stand.
"""

import logging
from collections.abc import Callable
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires.catalogue import UnknownQuestionnaire
from survey import clock
from survey.database import reading, writing
from survey.queries import editions as queries
from survey.queries.standings import writing as standing_queries
from survey.services import editions, standings

_logger = logging.getLogger("netwerkspiegel")

#: How many in a minute: what people wait for goes on in between.
MOST: Final = 25
#: What could not be made is told of once by each worker.
_refused: set[UUID] = set()


def freeze_missing(most: int = MOST) -> int:
    """Make first editions where there are none, the newest first, so many at most; return how many were made."""
    with reading() as session:
        missing = [each for each in queries.list_unfrozen(session) if each not in _refused]
    return sum(_kept(each, _freeze) for each in missing[:most])


def stand_missing(most: int = MOST) -> int:
    """Write how networks stand where that was not done, the newest first, so many at most; return how many."""
    with reading() as session:
        missing = [each for each in standing_queries.list_missing(session) if each not in _refused]
    return sum(_kept(each, _stand) for each in missing[:most])


def _freeze(session: Session, round_id: UUID) -> None:
    editions.freeze_missing(session, round_id=round_id, at=clock.now())


def _stand(session: Session, round_id: UUID) -> None:
    standings.keep_missing(session, round_id=round_id)


def _kept(round_id: UUID, keep: Callable[[Session, UUID], None]) -> bool:
    try:
        with writing() as session:
            keep(session, round_id)
    except (UnknownQuestionnaire, ValueError) as error:  # of another version of the application
        _refused.add(round_id)
        _logger.error("A released report cannot be kept. %s", error)
        return False
    return True
