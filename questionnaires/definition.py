"""The types a definition file is read into: Questionnaire, Page, Theme, Block, Scale."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from questionnaires.guide import ConversationQuestion, Guide
from questionnaires.text import Text
from questionnaires.types import AnyQuestion
from questionnaires.types.base import Definition, Question, Slug
from questionnaires.types.statement import Scale, Statement
from questionnaires.written_conditions import WrittenCondition


class Theme(Definition):
    """A group of statements that one score is made of."""

    id: Slug
    title: Text
    short: Text
    items: tuple[Statement, ...] = Field(min_length=1)

    @property
    def item_versions(self) -> tuple[tuple[str, int], ...]:
        """The list that must be identical before two rounds may be compared (disclosure.md R16)."""
        return tuple((item.id, item.version) for item in self.items)


class Block(Definition):
    """Questions beside the themes, of any type: the unit that a round can leave out."""

    id: Slug
    title: Text
    #: About how long all of it takes.
    minutes: float = Field(gt=0, le=60)
    show_when: WrittenCondition | None = None
    questions: tuple[AnyQuestion, ...] = Field(min_length=1)


class Page(Definition):
    """One page of the questionnaire: a theme's statements, or other questions under a heading."""

    id: Slug
    title: Text
    intro: Text | None = None
    #: Everything on the page, texts to read among it.
    parts: tuple[Question, ...]
    theme: Theme | None = None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What can be answered."""
        return tuple(part for part in self.parts if part.takes_answer)

    @cached_property
    def is_conditional(self) -> bool:
        """Whether what is asked on this page depends on anything."""
        return any(part.show_when is not None or part.chosen_in for part in self.parts)

    def only(self, parts: Iterable[Question]) -> "Page":
        """Return this page with these of its parts."""
        return Page(id=self.id, title=self.title, intro=self.intro, parts=tuple(parts), theme=self.theme)


class Questionnaire(Definition):
    """One version of a questionnaire, complete and checked."""

    id: Slug
    version: str
    answered_by: Literal["person", "organisation"] = "person"
    title: Text
    languages: tuple[str, ...]
    #: What to talk about and to do, per theme.
    guide: Guide | None = None
    scales: dict[Slug, Scale] = Field(default_factory=dict[str, Scale])
    themes: tuple[Theme, ...] = ()
    blocks: tuple[Block, ...] = ()
    pages: tuple[Page, ...]
    #: About how many minutes each question takes, by id.
    minutes: dict[Slug, float]
    #: SHA-256 of the definition's content: two files with the same meaning have the same hash.
    content_hash: str
    #: The questionnaire that this one took its themes from; the two share statements (disclosure.md R1).
    based_on: str | None = None

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question that can be answered by id, in the order of the pages."""
        return {question.id: question for page in self.pages for question in page.questions}

    @cached_property
    def is_conditional(self) -> bool:
        """Whether what is asked depends on anything."""
        return any(page.is_conditional for page in self.pages)

    @cached_property
    def _pages(self) -> Mapping[str, Page]:
        return {page.id: page for page in self.pages}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each page, by id; pages are long, and slow to compare."""
        return {page.id: place for place, page in enumerate(self.pages)}

    def page(self, page_id: str) -> Page | None:
        """Return a page by id, or ``None`` when this questionnaire has no such page."""
        return self._pages.get(page_id)

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

    def conversation(self, theme_id: str) -> tuple[ConversationQuestion, ...]:
        """Return the questions to talk about when a report names a theme; none when there is no guide for it."""
        found = self.guide.theme(theme_id) if self.guide else None
        return found.conversation if found else ()

    def without(self, blocks: Iterable[str]) -> "Questionnaire":
        """Return this questionnaire as a round asks it that leaves these blocks out.

        Raises
        ------
        KeyError
            When there is no such block.
        """
        left_out = set(blocks)
        if unknown := left_out - {block.id for block in self.blocks}:
            raise KeyError(min(unknown))
        if not left_out:
            return self
        kept = tuple(block for block in self.blocks if block.id not in left_out)
        gone = {question.id for block in self.blocks if block.id in left_out for question in block.questions}
        pages = (page.only(part for part in page.parts if part.id not in gone) for page in self.pages)
        settings = {name: getattr(self, name) for name in type(self).model_fields}
        settings |= {"blocks": kept, "pages": tuple(page for page in pages if page.parts)}
        return Questionnaire.model_validate(settings)

    def offered_in(self, languages: Iterable[str]) -> "Questionnaire":
        """Return this questionnaire as a round offers it: in these of its languages, in this order; none: in all."""
        kept = tuple(each for each in languages if each in self.languages)
        return self.model_copy(update={"languages": kept}) if kept else self

    def minutes_of(self, pages: Iterable[Page]) -> float:
        """Return about how long these pages take."""
        return sum(self.minutes.get(part.id, 0.0) for page in pages for part in page.parts)
