"""The rounds that are open or closed not long ago, of the networks that somebody reaches, with their totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session

from survey.clock import dutch_day
from survey.models import Invitation, Network, PublishedResults, Response, Round
from survey.queries import response_totals
from survey.queries.lists.finding import Condition, Matches, Order, Wish, each_word, says
from survey.queries.people import Reach, within
from survey.queries.response_totals import Totals

#: How long a closed round stays in the list.
_RECENT: Final = timedelta(days=60)
#: A round this young has no response that lags.
_YOUNG: Final = timedelta(days=3)
#: Rounds that close within so many days want something done.
_SOON: Final = timedelta(days=7)

#: Filled in; being closed; its results being made; published, for staff; released to its participants.
State = Literal["open", "closing", "publishing", "published", "released"]


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list; an open one with its totals by the full hour, and nothing else of it (R10)."""

    id: UUID
    network_id: UUID
    network: str
    adviser_id: UUID
    number: int
    closes_on: date
    state: State
    #: Of an open round.
    totals: Totals | None
    #: Of a published one.
    document: str | None


def match(reach: Reach, wish: Wish, *, adviser_id: UUID, until: datetime) -> Matches:
    """Return which rounds of networks within somebody's reach match; what was sent in counts until a full hour."""
    is_listed = or_(Round.closed_at_utc.is_(None), Round.closed_at_utc >= until - _RECENT)
    ours = (
        select(Round.id)
        .join(Network, Network.id == Round.network_id)
        .where(within(reach), Round.cancelled_at_utc.is_(None), is_listed)
    )
    conditions = each_word(wish.search, lambda word: says(Network.search_text, word))
    if wish.chosen.get("wie"):
        conditions.append(Network.adviser_id == adviser_id)
    if state := wish.chosen.get("staat"):
        conditions.append(_states(dutch_day(until))[state])
    return Matches(Round.id, ours, conditions, _orders(ours, until))


def _states(today: date) -> dict[str, Condition]:
    """Return what a round can be in, by its name in the address bar."""
    is_open = Round.closed_at_utc.is_(None)
    has_results = select(PublishedResults.id).where(PublishedResults.round_id == Round.id).exists()
    return {
        "open": is_open,
        "sluit": is_open & (Round.closes_on <= today + _SOON),
        "vrijgeven": ~is_open & has_results & Round.released_at_utc.is_(None),
        "gesloten": ~is_open,
    }


def _orders(ours: Select[Any], until: datetime) -> dict[str, Order]:
    """Return the orders of the list; by response, the open rounds that lag come first, and young ones after them."""
    invited = _count(Invitation.withdrawn_at_utc.is_(None))
    sent_in = _count(Response.sent_in_at_utc < until)
    share = func.coalesce(100 * sent_in / func.nullif(invited, 0), 0)
    place = case((Round.closed_at_utc.is_not(None), 2), (Round.opened_at_utc > until - _YOUNG, 1), else_=0)
    keys: dict[str, tuple[Any, ...]] = {
        "netwerk": (Network.sort_name, Round.number),
        "genodigd": (invited, Network.sort_name),
        "ingestuurd": (sent_in, Network.sort_name),
        "respons": (place, share, Network.sort_name),
        "sluit": (Round.closes_on, Network.sort_name),
    }
    return {name: Order(ours, each) for name, each in keys.items()}


def _count(condition: Condition) -> Any:
    """Count a round's personal invitations of some kind, as ``response_totals`` does."""
    return (
        select(func.count())
        .select_from(Invitation)
        .outerjoin(Response, Response.invitation_id == Invitation.id)
        .where(Invitation.round_id == Round.id, Invitation.channel == "personal", condition)
        .correlate(Round)
        .scalar_subquery()
    )


def list_lines(session: Session, ids: Sequence[UUID], *, until: datetime) -> list[RoundLine]:
    """Return these rounds in this order; what was sent in is counted until a full hour."""
    statement = (
        select(Round, Network.name, Network.adviser_id, PublishedResults.document)
        .join(Network, Network.id == Round.network_id)
        .outerjoin(PublishedResults, PublishedResults.round_id == Round.id)
        .where(Round.id.in_(ids))
    )
    rows = {of.id: (of, name, adviser_id, document) for of, name, adviser_id, document in session.execute(statement)}
    still_open = [id for id, row in rows.items() if row[0].closed_at_utc is None]
    totals = response_totals.count(session, round_ids=still_open, until=until)
    return [_line(*rows[id], totals.get(id)) for id in ids if id in rows]


def _line(of: Round, network: str, adviser_id: UUID, document: str | None, totals: Totals | None) -> RoundLine:
    state = _state(of, is_published=document is not None)
    return RoundLine(of.id, of.network_id, network, adviser_id, of.number, of.closes_on, state, totals, document)


def _state(of: Round, *, is_published: bool) -> State:
    if of.closed_at_utc is None:
        return "open" if of.closing_asked_at_utc is None else "closing"
    if not is_published:
        return "publishing"
    return "published" if of.released_at_utc is None else "released"
