"""The types a definition file is read into: Questionnaire, Page, Theme, Block, Scale."""

from functools import cached_property

from pydantic import Field

from questionnaires.text import Text
from questionnaires.types import AnyQuestion
from questionnaires.types.base import Definition, Question, Slug
from questionnaires.types.statement import Scale, Statement


class Theme(Definition):
    """A group of statements that one score is made of."""

    id: Slug
    title: Text
    short: Text
    items: tuple[Statement, ...] = Field(min_length=1)
    #: Three questions to talk about when the report names this theme.
    conversation: tuple[Text, ...]

    @property
    def item_versions(self) -> tuple[tuple[str, int], ...]:
        """The list that must be identical before two rounds may be compared (disclosure.md R16)."""
        return tuple((item.id, item.version) for item in self.items)


class Block(Definition):
    """Questions beside the themes, of any type: the unit that a round can leave out."""

    id: Slug
    title: Text
    questions: tuple[AnyQuestion, ...] = Field(min_length=1)


class Page(Definition):
    """One page of the questionnaire: a theme's statements, or other questions under a heading."""

    id: Slug
    title: Text
    intro: Text | None = None
    minutes: float
    questions: tuple[Question, ...]
    theme: Theme | None = None


class Questionnaire(Definition):
    """One version of a questionnaire, complete and checked."""

    id: Slug
    version: str
    title: Text
    languages: tuple[str, ...]
    scales: dict[Slug, Scale]
    themes: tuple[Theme, ...]
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...]
    #: SHA-256 of the definition's content: two files with the same meaning have the same hash.
    content_hash: str

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in the order of the pages."""
        return {question.id: question for page in self.pages for question in page.questions}

    def page(self, page_id: str) -> Page | None:
        """Return a page by id, or ``None`` when this questionnaire has no such page."""
        return next((page for page in self.pages if page.id == page_id), None)

    def theme(self, theme_id: str) -> Theme:
        """Return a theme by id.

        Raises
        ------
        KeyError
            When this questionnaire has no such theme.
        """
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(theme_id)
