"""How far somebody is: which pages are open, which is next, how many minutes remain."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from questionnaires.definition import Page, Questionnaire


@dataclass(frozen=True, slots=True)
class PageState:
    """One page in the list of pages: how many of its questions are answered."""

    page: Page
    answered: int
    is_seen: bool

    @property
    def total(self) -> int:
        """How many questions the page has."""
        return len(self.page.questions)


def page_states(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> list[PageState]:
    """Return the state of every page, in order."""
    return [
        PageState(
            page,
            answered=sum(answers.get(question.id) is not None for question in page.questions),
            is_seen=any(question.id in answers for question in page.questions),
        )
        for page in questionnaire.pages
    ]


def first_open(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> Page | None:
    """Return the first page that was never kept; ``None`` when all were: then there is only checking left."""
    return next((state.page for state in page_states(questionnaire, answers) if not state.is_seen), None)


def minutes_from(questionnaire: Questionnaire, page: Page) -> int:
    """Return about how many minutes are left, from the beginning of ``page``."""
    index = questionnaire.pages.index(page)
    return max(1, round(sum(later.minutes for later in questionnaire.pages[index:])))


def minutes_in_all(questionnaire: Questionnaire) -> int:
    """Return about how many minutes the whole questionnaire takes."""
    return minutes_from(questionnaire, questionnaire.pages[0])


def neighbours(questionnaire: Questionnaire, page: Page) -> tuple[Page | None, Page | None]:
    """Return the page before and the page after."""
    index = questionnaire.pages.index(page)
    before = questionnaire.pages[index - 1] if index else None
    after = questionnaire.pages[index + 1] if index + 1 < len(questionnaire.pages) else None
    return before, after


def statements_answered(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many statements of themes are answered, and how many there are."""
    items = [item for theme in questionnaire.themes for item in theme.items]
    return sum(answers.get(item.id) is not None for item in items), len(items)
