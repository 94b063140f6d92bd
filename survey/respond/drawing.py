"""Draw a page of a personal link; a page that is opened is drawn once for everybody, with gaps for what is one's own.

Everything on a page follows from the questionnaire, the language, the kind of organisation and the kinds of partner in
the network, but for a few places: the link, whom to ask, when it was saved, and which answers are marked. Drawing the
whole page for each request costs several times as much as all else together, so the drawn page is kept in pieces
between those gaps. Where questions depend on answers, the page is drawn for each request.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from flask import render_template
from markupsafe import Markup, escape

from questionnaires import catalogue
from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView
from questionnaires.types.parts import Form, Posted
from survey.asking.drawing import Wrong, draw_page
from survey.asking.marking import Shown, marks_of, posted_of
from survey.asking.pieces import DrawnPage, gap
from survey.asking.progress import route, whole_route
from survey.i18n import clock_time, language
from survey.queries.visits import Visit
from survey.respond.about import about
from survey.respond.keeping import keeping
from survey.services import answering
from survey.services.page_reading import BASIS, PageReading, fingerprint, read_page

_LAYOUT = "respond/base.html"

#: As many drawn pages are kept: networks differ in the kinds of partner that their role cards offer.
_KEPT = 500


class Gaps:
    """Gaps where answers will be."""

    def mark(self, name: str, value: str) -> str:
        """Leave a gap for an option's mark."""
        return gap(f"{name}={value}")

    def pick(self, name: str, value: str) -> str:
        """Leave a gap for an option's mark in a list that unfolds."""
        return gap(f"{name}:{value}")

    def text(self, name: str) -> str:
        """Leave a gap for a text."""
        return gap(name)

    def tick(self, name: str) -> str:
        """Leave a gap for a tick."""
        return gap(f"{name}-ok=on")

    def sight(self, view: FieldView) -> str:
        """Show everything."""
        return ""


def draw_stored(token: str, visit: Visit, page: Page, *, has_more: bool = False) -> str:
    """Draw a page with what is stored; ``has_more`` when the answers just kept brought up a question."""
    if answering.questionnaire_of(visit).is_conditional:
        posted = posted_of(page.questions, visit.answers, visit.respondent)
        return _draw(token, visit, page, posted=posted, saved=_saved(visit), has_more=has_more)
    key = (visit.questionnaire_id, visit.questionnaire_version, tuple(visit.left_out))
    respondent = visit.respondent
    drawn = _drawn_once(key, page.id, respondent)
    values = {
        "token": token,
        "adviser-name": escape(visit.adviser_name),
        "adviser-address": escape(visit.adviser_address),
        "basis": fingerprint(page, visit.answers),
        "keeping": keeping(token, language()),
        "about": about(visit),
        "saved": _saved(visit),
    }
    return drawn.filled(values | marks_of(posted_of(page.questions, visit.answers, respondent)))


def draw_refused(token: str, visit: Visit, page: Page, reading: PageReading) -> str:
    """Draw a page with what was typed, and what is wrong with it."""
    changed = {
        question.id: question.read_back(reading.changed[question.id], visit.respondent)
        for question in page.questions
        if question.id in reading.changed
    }
    visit = replace(visit, answers=visit.answers | reading.answers)
    return _draw(token, visit, page, posted=reading.shown, wrong=Wrong(reading.problems, changed))


def draw_unsaved(token: str, visit: Visit, page: Page, form: Form) -> str:
    """Draw a page that could not be written, with what was typed, to be saved again."""
    reading = read_page(page, form, visit.answers, visit.respondent)
    shown = posted_of(page.questions, reading.answers, visit.respondent) | reading.shown
    return _draw(token, visit, page, posted=shown, unsaved=True, basis=form.get(BASIS) or "")


def _draw(token: str, visit: Visit, page: Page, *, posted: Posted, **more: Any) -> str:
    """Draw a page for this request alone."""
    now = answering.showing_of(visit)
    way = route(answering.questionnaire_of(visit), visit.answers, now.facts)
    marks = Shown(posted, now, frozenset(question.id for question in page.questions))
    around: dict[str, Any] = {"token": token, "visit": visit, "about": about(visit)}
    around |= {"keeping": keeping(token, language()), "basis": fingerprint(page, visit.answers)}
    return draw_page(page, visit.respondent, way, layout=_LAYOUT, marks=marks, **{**around, **more})


@dataclass(frozen=True, slots=True)
class _Anybody:
    """Stands in for a visit while a page is drawn for everybody."""

    language: str
    adviser_name: str
    adviser_address: str


@lru_cache(maxsize=_KEPT)
def _drawn_once(key: tuple[str, str, tuple[str, ...]], page_id: str, respondent: Respondent) -> DrawnPage:
    questionnaire = catalogue.asked(*key)
    page = questionnaire.page(page_id)
    assert page is not None  # noqa: S101 -- who asks has found it
    anybody = _Anybody(respondent.language, gap("adviser-name"), gap("adviser-address"))
    drawn = draw_page(
        page,
        respondent,
        whole_route(questionnaire),
        layout=_LAYOUT,
        marks=Gaps(),
        token=gap("token"),
        visit=anybody,
        basis=gap("basis"),
        keeping=gap("keeping"),
        about=gap("about"),
        saved=gap("saved"),
        has_more=False,
    )
    return DrawnPage.of(drawn)


def _saved(visit: Visit) -> str:
    if visit.kept_at_utc is None:
        return Markup('<p class="saved" role="status"></p>')
    return _saved_line(visit.language).filled({"time": clock_time(visit.kept_at_utc)})


@cache
def _saved_line(language: str) -> DrawnPage:
    """Draw "Bewaard om 14.32 uur" once per language."""
    return DrawnPage.of(render_template("respond/saved.html", time=gap("time")))
