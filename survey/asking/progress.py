"""How far somebody is: which pages are open, which is next, how many minutes remain.

All of it is about the pages on which anything is asked now; where nothing depends on answers, those are all pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questionnaires.definition import Page, Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts, showing
from questionnaires.types.base import Question


@dataclass(frozen=True, slots=True)
class PageState:
    """One page in the list of pages: how much is asked on it, how much of that is answered, and what is open."""

    page: Page
    answered: int
    total: int
    open: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The pages on which anything is shown, in order, with what is shown there."""

    questionnaire: Questionnaire
    shown: tuple[tuple[Page, tuple[Question, ...]], ...]

    @property
    def asked(self) -> tuple[tuple[Page, tuple[Question, ...]], ...]:
        """The pages with what is asked there, texts to read left out."""
        return tuple((page, tuple(part for part in parts if part.takes_answer)) for page, parts in self.shown)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages."""
        return tuple(page for page, _ in self.shown)

    def states(self, answers: Mapping[str, Any], respondent: Respondent) -> list[PageState]:
        """Return the state of every page that asks something."""
        return [_state(page, questions, answers, respondent) for page, questions in self.asked if questions]

    def first_open(self, answers: Mapping[str, Any]) -> Page | None:
        """Return the first page that was never kept; ``None`` when all were: then there is only checking left."""
        unseen = (page for page, asked in self.asked if asked and not any(each.id in answers for each in asked))
        return next(unseen, None)

    def neighbours(self, page: Page) -> tuple[Page | None, Page | None]:
        """Return the page before and the page after; ``page`` itself need not be on the route any more."""
        order = self.questionnaire.order
        place = order[page.id]
        before = [each for each, _ in self.shown if order[each.id] < place]
        after = [each for each, _ in self.shown if order[each.id] > place]
        return before[-1] if before else None, after[0] if after else None

    def place(self, page: Page) -> tuple[int, int]:
        """Return the number of a page's topic and of how many; a last page without a theme is no topic."""
        pages = self.pages
        topics = len(pages) if not pages or pages[-1].theme else len(pages) - 1
        order = self.questionnaire.order
        return sum(order[each.id] <= order[page.id] for each in pages), topics

    def minutes_from(self, page: Page | None = None) -> int:
        """Return about how many minutes are left, from the beginning of ``page``, or in all."""
        order, minutes = self.questionnaire.order, self.questionnaire.minutes
        first = order[page.id] if page else 0
        left = (part for each, parts in self.shown if order[each.id] >= first for part in parts)
        return max(1, round(sum(minutes.get(part.id, 0.0) for part in left)))


def _state(
    page: Page, questions: tuple[Question, ...], answers: Mapping[str, Any], respondent: Respondent
) -> PageState:  # fmt: skip
    counted = [question.progress(answers.get(question.id), respondent) for question in questions]
    still_open = (question for question, (answered, total) in zip(questions, counted, strict=True) if answered < total)
    answered, total = (sum(numbers) for numbers in zip(*counted, strict=True))
    return PageState(page, answered, total, tuple(still_open))


def route(questionnaire: Questionnaire, answers: Mapping[str, Any], facts: Facts) -> Route:
    """Return the way through a questionnaire for somebody with these answers."""
    if not questionnaire.is_conditional:
        return whole_route(questionnaire)
    now = showing(questionnaire, answers, facts)
    return Route(questionnaire, tuple((page, now.parts(page)) for page in now.pages(questionnaire)))


def whole_route(questionnaire: Questionnaire) -> Route:
    """Return the way through every page."""
    return Route(questionnaire, tuple((page, page.parts) for page in questionnaire.pages))


def statements_answered(way: Route, answers: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many statements of themes are answered, and how many are asked."""
    items = [item for page, questions in way.asked if page.theme for item in questions]
    return sum(answers.get(item.id) is not None for item in items), len(items)
