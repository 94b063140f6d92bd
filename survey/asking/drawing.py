"""Draw a page of questions, for whoever it is: the same template for a partner's link and for a preview."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from flask import render_template

from questionnaires.definition import Page
from questionnaires.respondent import Respondent
from questionnaires.types.base import FieldView
from questionnaires.types.parts import Problem
from survey.asking.marking import Marks
from survey.asking.progress import Route
from survey.i18n import LANGUAGES


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a posted page: per field why it cannot be stored, per question what it became elsewhere."""

    problems: Mapping[str, Problem] = field(default_factory=dict[str, Problem])
    changed: Mapping[str, str] = field(default_factory=dict[str, str])


def draw_page(page: Page, respondent: Respondent, way: Route, *, layout: str, marks: Marks, **more: Any) -> str:
    """Draw one page in ``layout``, the template with all that stands around the questions.

    ``more`` is for that template and for the page: ``wrong`` (a :class:`Wrong`), ``saved``, ``basis``, ``has_more``.
    """
    number, topics = way.place(page)
    before, _ = way.neighbours(page)
    return render_template(
        "asking/page.html",
        layout=layout,
        page=page,
        reads=respondent.language,
        foreign=respondent.language if respondent.language not in LANGUAGES else None,
        questionnaire_languages=way.questionnaire.languages,
        fields=views(page, respondent),
        marks_of_answers=marks,
        steps=len(way.pages),
        number=number,
        topics=topics,
        is_topic=number <= topics,
        minutes=way.minutes_from(page),
        before=before,
        **more,
    )


@lru_cache(maxsize=1000)
def _views(page_key: "_Key", respondent: Respondent) -> tuple[FieldView, ...]:
    return tuple(part.view(respondent) for part in page_key.page.parts)


@dataclass(frozen=True, slots=True)
class _Key:
    """A page as a key of a cache: pages are compared by where they are, not by what they hold."""

    page: Page = field(compare=False)
    identity: int


def views(page: Page, respondent: Respondent) -> tuple[FieldView, ...]:
    """Return a page's questions ready to draw; made once for each page and kind of respondent."""
    return _views(_Key(page, id(page)), respondent)
