"""A definition file as it is written, where pages only name what they show, and the questionnaire made of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final, cast

from pydantic import Field, PlainValidator, SerializeAsAny, ValidationInfo
from pydantic_core import PydanticKnownError

from questionnaires.definition import Block, Page, Questionnaire, Theme
from questionnaires.document import Trail
from questionnaires.text import Text
from questionnaires.types import question_type
from questionnaires.types.base import Definition, Slug
from questionnaires.types.statement import NamedScale, Scale, Statement

_LANGUAGE: Final = r"^[a-z]{2,3}$"
_Minutes = Annotated[float, Field(gt=0, le=60)]


class WrittenStatements(Definition):
    """What all statements of the themes have in common; the scale is handed on to each of them."""

    scale: NamedScale
    minutes: _Minutes
    intro: Text | None = None


class WrittenPage(Definition):
    """One page as written: either a theme, or blocks under a heading of their own."""


class ThemePage(WrittenPage):
    """A page with the statements of one theme, under the theme's title and id."""

    theme: str


class BlockPage(WrittenPage):
    """A page with the questions of one or more blocks."""

    id: Slug
    title: Text
    intro: Text | None = None
    minutes: _Minutes
    blocks: tuple[str, ...] = Field(min_length=1)


def _page_type(written: Mapping[str, object]) -> type[ThemePage] | type[BlockPage]:
    return BlockPage if written.keys() & {"id", "blocks"} else ThemePage


def _read_page(written: Any, info: ValidationInfo) -> WrittenPage:
    if not isinstance(written, Mapping):
        raise PydanticKnownError("dict_type")
    return _page_type(cast(Mapping[str, object], written)).model_validate(written, context=info.context)


class WrittenQuestionnaire(Definition):
    """A whole definition file."""

    id: Slug
    version: str = Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")
    languages: tuple[Annotated[str, Field(pattern=_LANGUAGE)], ...] = Field(min_length=1)
    title: Text
    scales: tuple[Scale, ...] = Field(min_length=1)
    statements: WrittenStatements
    themes: tuple[Theme, ...] = Field(min_length=1)
    blocks: tuple[Block, ...] = ()
    pages: tuple[Annotated[SerializeAsAny[WrittenPage], PlainValidator(_read_page)], ...] = Field(min_length=1)

    def assembled(self, content_hash: str) -> Questionnaire:
        """Put the questionnaire together: every page gets the questions that it names."""
        return Questionnaire(
            id=self.id,
            version=self.version,
            title=self.title,
            languages=self.languages,
            scales={scale.id: scale for scale in self.scales},
            themes=self.themes,
            blocks=self.blocks,
            pages=tuple(self._assembled_pages()),
            content_hash=content_hash,
        )

    def _assembled_pages(self) -> Iterator[Page]:
        themes = {theme.id: theme for theme in self.themes}
        for page in self.pages:
            if isinstance(page, ThemePage):
                yield self._theme_page(themes[page.theme])
            elif isinstance(page, BlockPage):
                yield self._block_page(page)

    def _theme_page(self, theme: Theme) -> Page:
        common = self.statements
        return Page(
            id=theme.id,
            title=theme.title,
            intro=common.intro,
            minutes=common.minutes,
            questions=theme.items,
            theme=theme,
        )

    def _block_page(self, page: BlockPage) -> Page:
        blocks = {block.id: block for block in self.blocks}
        questions = tuple(question for name in page.blocks for question in blocks[name].questions)
        return Page(id=page.id, title=page.title, intro=page.intro, minutes=page.minutes, questions=questions)


#: The class that describes each part of a file, by the names on the way to it.
_PARTS: Final[Mapping[tuple[str, ...], type[Definition]]] = {
    (): WrittenQuestionnaire,
    ("scales",): Scale,
    ("statements",): WrittenStatements,
    ("themes",): Theme,
    ("themes", "items"): Statement,
}


def is_language(written: object) -> bool:
    """Tell whether ``written`` is a language code."""
    return isinstance(written, str) and re.search(_LANGUAGE, written) is not None


def settings_at(trail: Trail, data: Any) -> tuple[str, ...]:
    """Return the settings that may stand in ``data``, the part of a file at ``trail``."""
    names = tuple(step for step in trail if isinstance(step, str))
    if names == ("blocks",):
        return (*Block.model_fields, "each")
    if names == ("pages",):
        return tuple(_page_type(data).model_fields)
    part = question_type(data) if names == ("blocks", "questions") else _PARTS.get(names)
    return tuple(part.model_fields) if part else ()
