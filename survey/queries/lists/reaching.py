"""How lists of what networks have find their rows within somebody's reach, whether that is one network or thousands."""

from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from survey.models import Network
from survey.queries.lists.finding import Condition
from survey.queries.lists.unindexed import unindexed
from survey.queries.people import Reach, within

#: From so many networks on, it is cheaper to read a list in its order than to gather it network by network.
_MANY: Final = 200


def reaches_many(session: Session, *, reach: Reach) -> bool:
    """Whether somebody reaches so many networks that a list is best read in its own order.

    PostgreSQL knows that by itself, from what it counts in its tables.
    """
    if session.get_bind().dialect.name != "sqlite":
        return False
    some = select(Network.id).where(within(reach)).limit(_MANY).subquery()
    return session.scalar(select(func.count()).select_from(some)) == _MANY


def in_reach(column: Any, reach: Reach, *, in_order: bool = False) -> Condition:
    """Return the condition that a row's network is within reach; ``in_order``: to be tested row by row."""
    return (unindexed(column) if in_order else column).in_(select(Network.id).where(within(reach)))
