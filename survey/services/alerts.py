"""Alerts by mail: what an adviser chose, and who is told what, once an hour and once a week.

What is told is kept, so that it is told once; what the mail says is written when it goes, of what is so then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from survey.clock import DUTCH_TIME, dutch_day, full_hour
from survey.models import AlertLook
from survey.models.alert import AlertKind, AlertPace
from survey.queries import accounts, staff
from survey.queries import alerts as queries
from survey.queries.alerts import Key
from survey.services import account_mail, audit
from survey.services.account_mail import Letter, Post, Ready
from survey.services.audit import Actor, What
from survey.services.dashboards.alerting import Alert, alerts_of
from survey.services.weekly_overview import week_of

#: By day, so that nobody's telephone makes a sound at night; at seven there is what happened since.
FROM: Final = time(7)
UNTIL: Final = time(20)
#: The week's mail goes on Monday; when the worker was off, until Wednesday.
_LAST_WEEKDAY: Final = 2
TEMPLATE: Final = "alerts"

#: How soon whoever chose nothing is told. A report waits for its adviser alone; the rest can wait for Monday, which
#: comes before the end of every round that is over within a week.
STANDARD: Final[Mapping[AlertKind, AlertPace]] = MappingProxyType(
    {"too_few": "weekly", "bounced": "weekly", "report": "at_once", "late": "weekly"}
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail says of one network, the most urgent first: each line is what it says, and the page to go to."""

    name: str
    alerts: tuple[Alert, ...]


def is_time(moment: datetime) -> bool:
    """Say whether mails with alerts are made now."""
    return FROM <= moment.astimezone(DUTCH_TIME).time() < UNTIL


def choices(session: Session, *, account_id: UUID) -> dict[AlertKind, AlertPace]:
    """Return how soon an account is told of each kind."""
    return {**STANDARD, **queries.list_choices(session, account_id=account_id)}


def choose(
    session: Session,
    *,
    account_id: UUID,
    chosen: Mapping[AlertKind, AlertPace],
    shown: Mapping[AlertKind, str],
    by: Actor,
    at: datetime,
) -> None:
    """Keep how soon somebody wants to be told; where nothing changes, nothing is noted.

    ``shown`` is what the page said before anything was chosen on it: what is still so stays as it is kept, for
    another page may have changed it since.
    """
    account = staff.lock_account(session, account_id=account_id)
    if account is None:
        return
    before = choices(session, account_id=account_id)
    now: dict[AlertKind, AlertPace] = {
        kind: before[kind] if pace == shown.get(kind) else pace for kind, pace in chosen.items()
    }
    if before == {**before, **now}:
        return
    queries.keep_choices(session, account_id=account_id, chosen=now)
    details = {"fields": ["pace"]}
    what = What("account.details_changed", "account", account.id, None, account.support_organisation_id, details)
    audit.note(session, what, by=by, at=at)


def look(session: Session, *, account_id: UUID, post: Post, at: datetime) -> bool:
    """Leave a mail with what there is to tell an account, and say whether there is one; at most once an hour.

    Of two workers that look at the same time the second finds that it was done.
    """
    account = staff.lock_account(session, account_id=account_id)
    looked = queries.find_look(session, account_id=account_id)
    if account is None or not account.active or (looked and looked.hour_utc >= full_hour(at)):
        return False
    is_weekly = _is_week(looked, at)
    _keep_look(session, account_id, looked, at)
    every = {alert.key: alert.number for alert in alerts_of(session, account_id=account_id, at=at)}
    told = queries.list_told(session, account_id=account_id)
    chosen = choices(session, account_id=account_id)
    telling = _telling(every, told, chosen, is_weekly)
    still = {key: min(number, every[key]) for key, number in told.items() if key in every}
    queries.keep_told(session, account_id=account_id, before=told, now=still | {key: every[key] for key in telling})
    if telling:
        values: dict[str, Any] = {"keys": [[key.kind, key.subject_id.hex, key.day.isoformat()] for key in telling]}
        values |= {"account_id": account.id.hex, "is_weekly": any(chosen[key.kind] == "weekly" for key in telling)}
        letter = Letter(TEMPLATE, account.id.hex, values=values)
        account_mail.ask(session, to=account.address, letter=letter, post=post, at=at)
    return bool(telling)


def _telling(
    every: Mapping[Key, int], told: Mapping[Key, int], chosen: Mapping[AlertKind, AlertPace], is_weekly: bool
) -> list[Key]:
    """Return what is told now: what is new, of what somebody wants to know at once; each Monday all of the rest."""
    return [
        key
        for key, number in every.items()
        if (chosen[key.kind] == "at_once" and told.get(key, 0) < number) or (chosen[key.kind] == "weekly" and is_weekly)
    ]


def _is_week(looked: AlertLook | None, at: datetime) -> bool:
    """Say whether the week's mail is made now; whoever is looked at for the first time waits for Monday."""
    today, monday = dutch_day(at), week_of(at)
    if looked is None:
        return today == monday
    return looked.week < monday and today.weekday() <= _LAST_WEEKDAY


def _keep_look(session: Session, account_id: UUID, looked: AlertLook | None, at: datetime) -> None:
    if looked is None:
        session.add(AlertLook(account_id=account_id, hour_utc=full_hour(at), week=week_of(at)))
    else:
        looked.hour_utc, looked.week = full_hour(at), week_of(at)
    session.flush()


def written(session: Session, ready: Ready, *, at: datetime) -> Ready | None:
    """Return a mail with what is still so of what it was to tell, as it is now; ``None`` when nothing is.

    A round may have closed since, a report been released, a network been handed over, or a choice been changed.
    """
    account_id = UUID(ready.values["account_id"])
    account = accounts.find_open_account(session, account_id=account_id)
    if account is None:
        return None
    keys = {Key(kind, UUID(subject), date.fromisoformat(day)) for kind, subject, day in ready.values["keys"]}
    chosen = choices(session, account_id=account_id)
    found = [each for each in alerts_of(session, account_id=account_id, at=at) if each.key in keys]
    wanted = [each for each in found if chosen[each.key.kind] != "never"]
    if not wanted:
        return None
    return Ready(ready.message_id, account.address, ready.language, ready.template, _values(ready, wanted))


def _values(ready: Ready, alerts: list[Alert]) -> dict[str, Any]:
    base_url = ready.values["base_url"]
    by_network: dict[UUID, dict[tuple[str, Any], Alert]] = {}
    for each in alerts:  # of late actions one line says how many
        by_network.setdefault(each.network_id, {}).setdefault((each.key.kind, each.need), each)
    networks = [Told(next(iter(own.values())).facts.moment.name, tuple(own.values())) for own in by_network.values()]
    links = {f"{base_url}{path}" for path in ("/overzicht", "/overzicht/meldingen", *(each.path for each in alerts))}
    return {
        "networks": networks,
        "is_weekly": ready.values["is_weekly"],
        "name": ready.values["name"],
        "base_url": base_url,
        "named": links,
    }
