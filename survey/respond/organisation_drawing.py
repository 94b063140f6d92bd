"""Draw a page of the organisation profile: for each request anew, because what is asked follows from answers."""

from typing import Any

from flask import render_template
from markupsafe import Markup

from questionnaires.definition import Page
from questionnaires.types.parts import Form, Posted
from survey.asking.drawing import Wrong, draw_page
from survey.asking.marking import Shown, posted_of
from survey.asking.progress import route
from survey.i18n import language
from survey.respond.about import about
from survey.respond.keeping import keeping
from survey.services.page_reading import BASIS, PageReading, fingerprint, read_page
from survey.services.profiles import OwnProfile


def draw_stored_profile(token: str, profile: OwnProfile, page: Page, *, has_more: bool = False) -> str:
    """Draw a page with what is stored; ``has_more`` when the answers just kept brought up a question."""
    posted = posted_of(page.questions, profile.answers, profile.respondent)
    return _draw(token, profile, page, posted=posted, saved=_saved(profile), has_more=has_more)


def draw_refused_profile(token: str, profile: OwnProfile, page: Page, reading: PageReading) -> str:
    """Draw a page with what was typed, and what is wrong with it."""
    changed = {
        question.id: question.read_back(reading.changed[question.id], profile.respondent)
        for question in page.questions
        if question.id in reading.changed
    }
    profile = profile.answered(reading.answers)
    return _draw(token, profile, page, posted=reading.shown, wrong=Wrong(reading.problems, changed))


def draw_unsaved_profile(token: str, profile: OwnProfile, page: Page, form: Form) -> str:
    """Draw a page that could not be written, with what was typed, to be saved again."""
    reading = read_page(page, form, profile.answers, profile.respondent)
    shown = posted_of(page.questions, reading.answers, profile.respondent) | reading.shown
    return _draw(token, profile, page, posted=shown, unsaved=True, basis=form.get(BASIS) or "")


def _saved(profile: OwnProfile) -> Markup:
    """Draw who changed the profile last, and when."""
    return Markup(render_template("respond/organisation_saved.html", row=profile.row))  # noqa: S704 -- escaped there


def _draw(token: str, profile: OwnProfile, page: Page, *, posted: Posted, **more: Any) -> str:
    way = route(profile.questionnaire, profile.answers, profile.sheet.facts)
    marks = Shown(posted, profile.now, frozenset(question.id for question in page.questions))
    around: dict[str, Any] = {"token": token, "visit": profile.visit, "about": about(profile.visit)}
    around |= {"keeping": keeping(token, language()), "basis": fingerprint(page, profile.answers)}
    around |= {"layout": "respond/base.html", "above": "respond/by_name.html", "row": profile.row}
    return draw_page(page, profile.respondent, way, marks=marks, **{**around, **more})
