"""Once a week, a mail to coordinators: their open rounds by totals, and what there is to do.

Advisers choose what they are told: ``survey.services.alerts``.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.clock import DUTCH_TIME, dutch_day, full_hour
from survey.i18n import day_in
from survey.models import Account, WeeklyOverview
from survey.queries import actions, response_totals
from survey.queries import overviews as queries
from survey.queries.actions import AgreedAction
from survey.queries.overviews import Told
from survey.queries.response_totals import Totals
from survey.services import account_mail
from survey.services.account_mail import Letter, Post

#: Monday from eight; when the worker was off, until Wednesday, in the hours in which people are at work.
FROM: Final = time(8)
UNTIL: Final = time(18)
_LAST_WEEKDAY: Final = 2
#: A round that closes before the next overview.
_WEEK: Final = timedelta(days=7)
#: An action is told of from so long before the day on which it is to be ready.
_SOON: Final = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to tell of a round: made once for everybody who reads of it."""

    told: Told
    totals: Totals


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell of some networks, by network."""

    rounds: dict[UUID, list[Facts]]
    #: What is late, or to be ready soon.
    actions: dict[UUID, list[AgreedAction]]
    names: dict[UUID, str]


def week_of(moment: datetime) -> date:
    """Return the Monday of a moment's week in the Netherlands."""
    day = dutch_day(moment)
    return day - timedelta(days=day.weekday())


def is_time(moment: datetime) -> bool:
    """Say whether an overview that was not made yet is made now."""
    here = moment.astimezone(DUTCH_TIME)
    return here.weekday() <= _LAST_WEEKDAY and FROM <= here.time() < UNTIL


def make_overviews(session: Session, *, post: Post, at: datetime) -> int:
    """Leave a mail to everybody who has something to read, once a week; return how many."""
    if queries.was_made(session, week=week_of(at)):
        return 0
    session.add(WeeklyOverview(id=uuid4(), week=week_of(at)))
    session.flush()
    readers = queries.list_readers(session)
    news = _news(session, sorted({network_id for _, network_id in readers}), at)
    made = 0
    for account, theirs in groupby(readers, key=lambda each: each[0]):
        values = _values(news, [network_id for _, network_id in theirs], account, at)
        if any(values.values()):
            letter = Letter("weekly_overview", account.id.hex, values=values)
            account_mail.ask(session, to=account.address, letter=letter, post=post, at=at)
            made += 1
    return made


def _news(session: Session, network_ids: list[UUID], at: datetime) -> News:
    due = actions.list_due(session, network_ids=network_ids, until=dutch_day(at) + _SOON)
    by_network = {network_id: list(found) for network_id, found in groupby(due, key=lambda each: each.network_id)}
    names = queries.list_names(session, network_ids=list(by_network))
    return News(_facts(session, network_ids, at), by_network, names)


def _facts(session: Session, network_ids: list[UUID], at: datetime) -> dict[UUID, list[Facts]]:
    """Return what there is to tell of rounds; totals are those of the full hour (disclosure rule R10)."""
    told = queries.list_told(session, network_ids=network_ids)
    totals = response_totals.count(session, round_ids=[each.id for each, _ in told], until=full_hour(at))
    found: dict[UUID, list[Facts]] = {}
    for each in told:
        found.setdefault(each[1].id, []).append(Facts(each, totals[each[0].id]))
    return found


def _values(news: News, network_ids: list[UUID], account: Account, at: datetime) -> dict[str, Any]:
    """Return what the mail says: rounds that close this week first, then those with the least response; and actions."""
    found = [each for network_id in network_ids for each in news.rounds.get(network_id, [])]
    soon = dutch_day(at) + _WEEK
    in_order = sorted(found, key=lambda each: (each.told[0].closes_on >= soon, each.totals.share))
    return {
        "rounds": [_line(each, account.language, soon) for each in in_order],
        "actions": [
            _agreed(news, network_id, account.language, dutch_day(at))
            for network_id in network_ids
            if network_id in news.actions
        ],
    }


def _line(facts: Facts, language: str, soon: date) -> dict[str, Any]:
    (of, network), totals = facts.told, facts.totals
    return {
        "network": network.name,
        "is_by_code": of.is_by_code,
        "invited": totals.invited,
        "sent_in": totals.by_code if of.is_by_code else totals.sent_in,
        "refused": totals.refused,
        "bounced": totals.bounced,
        "closes_on": day_in(of.closes_on, language),
        "closes_soon": of.closes_on < soon,
    }


def _agreed(news: News, network_id: UUID, language: str, today: date) -> dict[str, Any]:
    """Return what the mail says of a network's actions: what is late or to be ready soon, whose it is, and the day."""
    lines = [
        {"what": each.what, "owner": each.owner or each.person, "due_on": day_in(day, language), "is_late": day < today}
        for each in news.actions[network_id]
        if (day := each.due_on)
    ]
    return {"network": news.names[network_id], "address": f"/netwerken/{network_id}/acties", "lines": lines}
