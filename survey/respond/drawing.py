"""Draw a page of questions; a page that is opened is drawn once for everybody, with gaps for what is one's own.

Everything on a page follows from the questionnaire's version, the language and the kind of organisation, but for a
few places: the link, whom to ask, when it was saved, and which answers are marked. Drawing the whole page for each
request costs several times as much as all else together, so the drawn page is kept in pieces between those gaps.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from flask import render_template
from markupsafe import Markup, escape

from questionnaires import catalogue
from questionnaires.definition import Page
from questionnaires.types.base import Answer
from survey.i18n import clock_time
from survey.queries.visits import Visit
from survey.respond.progress import minutes_from, neighbours
from survey.services.page_reading import PageReading, fingerprint

#: Marks a gap in a drawn page; it passes through addresses and escaping unchanged, and nobody can guess it.
_NONCE = secrets.token_hex(8)
_GAP = re.compile(f"~{_NONCE}~(.*?)~")


class Answers(Protocol):
    """What a question's macro draws as answered."""

    def mark(self, question_id: str, value: str) -> str:
        """Return the attribute that marks an option, or nothing."""
        ...

    def text(self, question_id: str) -> str:
        """Return the text of an open answer."""
        ...

    def tick(self, question_id: str) -> str:
        """Return the attribute that ticks an open answer's box, or nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """Answers as they are."""

    answers: Mapping[str, Answer]

    def mark(self, question_id: str, value: str) -> str:
        """Mark the option that was chosen."""
        return " checked" if str(self.answers.get(question_id)) == value else ""

    def text(self, question_id: str) -> str:
        """Return what was written."""
        answer = self.answers.get(question_id)
        return str(answer["text"]) if isinstance(answer, dict) else ""

    def tick(self, question_id: str) -> str:
        """Tick what may be in the report."""
        answer = self.answers.get(question_id)
        return " checked" if isinstance(answer, dict) and answer["share"] else ""


class Gaps:
    """Gaps where answers will be."""

    def mark(self, question_id: str, value: str) -> str:
        """Leave a gap for an option's mark."""
        return _gap(f"{question_id}={value}")

    def text(self, question_id: str) -> str:
        """Leave a gap for a text."""
        return _gap(question_id)

    def tick(self, question_id: str) -> str:
        """Leave a gap for a tick."""
        return _gap(f"{question_id}=share")


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page in pieces: text, name of a gap, text, name of a gap, ..., text."""

    pieces: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the page with its gaps filled; a gap without a value stays empty."""
        filled = list(self.pieces)
        filled[1::2] = [values.get(name, "") for name in self.pieces[1::2]]
        return "".join(filled)


def draw_stored(token: str, visit: Visit, page: Page) -> str:
    """Draw a page with what is stored."""
    drawn = _drawn_once(visit.questionnaire_id, visit.questionnaire_version, page.id, visit.language, visit.kind)
    values = {
        "token": token,
        "adviser-name": escape(visit.adviser_name),
        "adviser-address": escape(visit.adviser_address),
        "basis": fingerprint(page, visit.answers),
        "saved": _saved(visit),
    }
    for question in page.questions:
        values |= _values(question.id, visit.answers.get(question.id))
    return drawn.filled(values)


def draw_refused(token: str, visit: Visit, page: Page, reading: PageReading) -> str:
    """Draw a page with what was typed, and what is wrong with it."""
    basis = fingerprint(page, visit.answers | reading.answers)
    changed = {
        question.id: question.read_back(reading.changed[question.id], visit.language)
        for question in page.questions
        if question.id in reading.changed
    }
    answers = Shown(reading.shown)
    return _render(page, visit, token=token, answers=answers, basis=basis, saved="", reading=reading, changed=changed)


@dataclass(frozen=True, slots=True)
class _Anybody:
    """Stands in for a visit while a page is drawn for everybody."""

    questionnaire_id: str
    questionnaire_version: str
    language: str
    kind: str
    adviser_name: str
    adviser_address: str


@cache
def _drawn_once(questionnaire_id: str, version: str, page_id: str, language: str, kind: str) -> DrawnPage:
    page = catalogue.find(questionnaire_id, version).page(page_id)
    assert page is not None  # noqa: S101 -- who asks has found it
    anybody = _Anybody(questionnaire_id, version, language, kind, _gap("adviser-name"), _gap("adviser-address"))
    drawn = _render(
        page,
        anybody,
        token=_gap("token"),
        answers=Gaps(),
        basis=_gap("basis"),
        saved=_gap("saved"),
        reading=None,
        changed={},
    )
    return DrawnPage(tuple(_GAP.split(drawn)))


def _render(page: Page, visit: Visit | _Anybody, *, token: str, answers: Answers, **values: Any) -> str:
    questionnaire = catalogue.find(visit.questionnaire_id, visit.questionnaire_version)
    before, _ = neighbours(questionnaire, page)
    return render_template(
        "respond/page.html",
        token=token,
        visit=visit,
        page=page,
        answers=answers,
        questionnaire=questionnaire,
        questionnaire_languages=questionnaire.languages,
        fields=[question.view(visit.language, visit.kind) for question in page.questions],
        number=questionnaire.pages.index(page) + 1,
        minutes=minutes_from(questionnaire, page),
        before=before,
        **values,
    )


def _values(question_id: str, answer: Answer) -> dict[str, str]:
    if isinstance(answer, dict):
        return {question_id: escape(answer["text"]), f"{question_id}=share": " checked" if answer["share"] else ""}
    return {} if answer is None else {f"{question_id}={answer}": " checked"}


def _saved(visit: Visit) -> str:
    if visit.kept_at_utc is None:
        return ""
    return _saved_line(visit.language).filled({"time": clock_time(visit.kept_at_utc)})


@cache
def _saved_line(language: str) -> DrawnPage:
    """Draw "Bewaard om 14.32 uur" once per language."""
    return DrawnPage(tuple(_GAP.split(render_template("respond/saved.html", time=_gap("time")))))


def _gap(name: str) -> Markup:
    return Markup(f"~{_NONCE}~{name}~")  # noqa: S704 -- our own marker
