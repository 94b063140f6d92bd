"""What the page of a round says of the next one: what was planned, what it can show, and what can be done about it."""

from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from reports.wording import words
from survey import clock
from survey.advise.rounds.section import Section
from survey.group_names import group_names
from survey.i18n import language, name_of
from survey.models import PlannedRound
from survey.services.openable import Dates, standing_of
from survey.services.readiness import readiness
from survey.services.round_page import RoundPage


def first_step(_session: Session, page: RoundPage) -> Section | None:
    """Offer to plan the next round; nothing while a round is filled in."""
    return Section("no_plan", {}) if _may_plan(page) and _plan(page) is None else None


def next_round(session: Session, page: RoundPage) -> Section | None:
    """Show the plan of the next round; nothing while a round is filled in."""
    plan = _plan(page)
    if plan is None or plan.closes_on is None or not _may_plan(page):
        return None
    now = clock.now()
    dates = Dates(plan.closes_on, plan.opens_on, plan.meeting_on)
    standing = standing_of(session, network=page.network)
    ready = readiness(standing, dates=dates, at=now, groups=plan.plan)
    values = {
        "plan": plan,
        "ready": ready,
        "refusal": ready.refusal.told if ready.refusal else None,
        "title": _title(ready.questionnaire) if ready.questionnaire else plan.questionnaire_id,
        "languages": [name_of(code) for code in plan.languages],
        "group_names": group_names(),
        "groups": words(language()),
        "is_later": _is_later(plan),
    }
    return Section("planned", values)


def cancelling(session: Session, page: RoundPage) -> Section | None:
    """Offer to cancel a round that was opened by mistake."""
    if page.state != "open" or not page.reader.may("adviser") or page.network.archived_at_utc is not None:
        return None
    return Section("cancelling", {})


def _may_plan(page: RoundPage) -> bool:
    return page.network.archived_at_utc is None and page.state not in ("open", "closing", "publishing")


def _plan(page: RoundPage) -> PlannedRound | None:
    """Return the plan, when there is more in it than groups alone."""
    return page.plan if page.plan and page.plan.closes_on else None


def _title(asked: Questionnaire) -> str:
    return asked.title.in_language(language() if language() in asked.languages else asked.languages[0])


def _is_later(plan: PlannedRound) -> bool:
    return plan.opens_on is not None and plan.opens_on > clock.dutch_day(clock.now())
