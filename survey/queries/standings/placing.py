"""Count where networks are, and how far their newest rounds are."""

from datetime import date

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from reports.dashboards import Placed, Stage
from survey.models import Network, PlannedRound, Round
from survey.queries.people import Person, readable


def count_places(session: Session, somebody: Person, *, mine: bool, today: date) -> list[Placed]:
    """Return the networks that somebody reads, counted by place and stage; archived ones are nowhere.

    A round that was cancelled is none; one that is planned counts until its day, unless another is open or waits for
    its report.
    """
    newest = (
        select(Round.network_id, func.max(Round.number).label("number"))
        .where(Round.cancelled_at_utc.is_(None))
        .group_by(Round.network_id)
        .subquery("newest")
    )
    stage = case(
        (and_(Round.id.is_not(None), Round.closed_at_utc.is_(None)), Stage.OPEN.value),
        (and_(Round.id.is_not(None), Round.released_at_utc.is_(None)), Stage.CLOSED.value),
        (PlannedRound.opens_on >= today, Stage.PLANNED.value),
        (Round.id.is_not(None), Stage.RELEASED.value),
        else_=Stage.NONE.value,
    ).label("stage")
    statement = (
        select(Network.province, Network.region, stage, func.count())
        .outerjoin(newest, newest.c.network_id == Network.id)
        .outerjoin(Round, and_(Round.network_id == Network.id, Round.number == newest.c.number))
        .outerjoin(PlannedRound, PlannedRound.network_id == Network.id)
        .where(readable(somebody), Network.archived_at_utc.is_(None))
        .group_by(Network.province, Network.region, stage)
        .order_by(Network.province, Network.region, stage)
    )
    if mine:
        statement = statement.where(Network.adviser_id == somebody.account_id)
    return [Placed(province, region, Stage(at), count) for province, region, at, count in session.execute(statement)]
