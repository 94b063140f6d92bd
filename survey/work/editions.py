"""Make the first edition of reports that were released before there were editions, or were written by a demo."""

import logging
from typing import Final
from uuid import UUID

from questionnaires.catalogue import UnknownQuestionnaire
from survey import clock
from survey.database import reading, writing
from survey.queries import editions as queries
from survey.services import editions

_logger = logging.getLogger("netwerkspiegel")

#: How many in a minute: what people wait for goes on in between.
MOST: Final = 25
#: What could not be made is told of once by each worker.
_refused: set[UUID] = set()


def freeze_missing(most: int = MOST) -> int:
    """Make first editions where there are none, the newest first, so many at most; return how many were made."""
    with reading() as session:
        missing = [each for each in queries.list_unfrozen(session) if each not in _refused]
    return sum(map(_freeze, missing[:most]))


def _freeze(round_id: UUID) -> bool:
    try:
        with writing() as session:
            editions.freeze_missing(session, round_id=round_id, at=clock.now())
    except (UnknownQuestionnaire, ValueError) as error:  # of another version of the application
        _refused.add(round_id)
        _logger.error("A released report cannot be kept as an edition. %s", error)
        return False
    return True
