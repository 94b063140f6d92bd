"""How long has to be between two rounds of a network that ask the same statements (disclosure rule R1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from reports.disclosure.policy import MIN_ITEMS
from survey.clock import dutch_day
from survey.errors import Refused
from survey.i18n import gettext_noop

#: Days between closing a round and opening the next with the same questionnaire.
DAYS_BETWEEN: Final = 90
#: Days between a quick scan and any other round that shares its statements, whichever comes first.
DAYS_AROUND_A_SCAN: Final = 30


@dataclass(frozen=True, slots=True)
class Before:
    """A round that a network had, or has; one that was cancelled is none."""

    questionnaire_id: str
    closed_at_utc: datetime | None


def family(questionnaire_id: str) -> str:
    """Return what a questionnaire is a version of: a short one shares its statements with the full one."""
    bases = [known.based_on for known in catalogue.catalogue().values() if known.id == questionnaire_id]
    return bases[-1] or questionnaire_id if bases else questionnaire_id


def is_scan(questionnaire: Questionnaire) -> bool:
    """Say whether this is a quick scan: no theme has items enough for an average (disclosure rules R3 and R6)."""
    return all(len(theme.items) < MIN_ITEMS for theme in questionnaire.themes)


def days_between(one: str, other: str) -> int:
    """Return how many days have to be between rounds with these questionnaires, by id.

    >>> days_between("taalnetwerkspiegel", "taalnetwerkspiegel-kort"), days_between("quick-scan", "taalnetwerkspiegel")
    (90, 30)
    """
    if family(one) != family(other):
        return 0
    return DAYS_AROUND_A_SCAN if one != other and (_is_known_scan(one) or _is_known_scan(other)) else DAYS_BETWEEN


def refuse_too_soon(name: str, questionnaire_id: str, before: Iterable[Before], *, at: datetime) -> None:
    """Refuse a round beside an open one, or too soon after one with the same statements.

    Raises
    ------
    Refused
        With the first day on which it can open.
    """
    closed: list[tuple[datetime, datetime, int]] = []
    for each in before:
        if each.closed_at_utc is None:
            sentence = gettext_noop("'%(network)s' has an open round already. Close that one first.")
            raise Refused(sentence, network=name)
        days = days_between(each.questionnaire_id, questionnaire_id)
        closed.append((each.closed_at_utc + timedelta(days=days), each.closed_at_utc, days))
    if closed and at < max(closed)[0]:
        free_from, closed_at, days = max(closed)
        raise Refused(
            gettext_noop(
                "The last round of '%(network)s' with these statements closed on %(closed_on)s. "
                "The next one can open from %(free_from)s, %(days)s days later."
            ),
            network=name,
            closed_on=dutch_day(closed_at),
            free_from=dutch_day(free_from),
            days=days,
        )


def _is_known_scan(questionnaire_id: str) -> bool:
    known = [each for each in catalogue.catalogue().values() if each.id == questionnaire_id]
    return bool(known) and is_scan(known[-1])
