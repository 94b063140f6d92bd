"""A definition file as it is written, where pages only name what they show."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, cast

from pydantic import Field, PlainValidator, SerializeAsAny, ValidationInfo
from pydantic_core import PydanticKnownError

from questionnaires import conditions
from questionnaires.definition import Block, Theme
from questionnaires.document import Trail
from questionnaires.readability import RULES
from questionnaires.text import Text
from questionnaires.types import question_type
from questionnaires.types.base import Definition, Slug
from questionnaires.types.options import Choice, Line, Tick
from questionnaires.types.roster import RosterField
from questionnaires.types.statement import NamedScale, Scale, Statement

_LANGUAGE: Final = r"^[a-z]{2,3}$"
VERSION: Final = r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$"
Minutes = Annotated[float, Field(gt=0, le=60)]


class WrittenStatements(Definition):
    """What all statements of the themes have in common; the scale is handed on to each of them."""

    scale: NamedScale
    minutes: Minutes
    intro: Text | None = None


class WrittenPage(Definition):
    """One page as written; which form it has follows from its settings."""


class ThemePage(WrittenPage):
    """A page with the statements of one theme, under the theme's title and id."""

    theme: str


class BlockPage(WrittenPage):
    """A page with one block, under the block's title and id."""

    block: str
    intro: Text | None = None


class OwnPage(WrittenPage):
    """A page under a heading of its own: blocks, single questions, or statements of another questionnaire's themes."""

    id: Slug
    title: Text
    intro: Text | None = None
    minutes: Minutes | None = None
    blocks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()


def page_type(written: Mapping[str, object]) -> type[ThemePage] | type[BlockPage] | type[OwnPage]:
    """Return the form of page that these settings are for."""
    if "block" in written:
        return BlockPage
    return OwnPage if written.keys() & {"id", "blocks", "questions", "statements"} else ThemePage


def _read_page(written: Any, info: ValidationInfo) -> WrittenPage:
    if not isinstance(written, Mapping):
        raise PydanticKnownError("dict_type")
    return page_type(cast(Mapping[str, object], written)).model_validate(written, context=info.context)


class Basis(Definition):
    """The questionnaire that this one takes its themes and blocks from, and which statements it keeps."""

    questionnaire: Slug
    version: str = Field(pattern=VERSION)
    keep: Literal["all", "core", "anchor"] = "all"


class Accepted(Definition):
    """Something that the readability check says and the writer wants to keep, with the reason."""

    at: Slug
    rule: str
    because: str = Field(min_length=10)


class WrittenQuestionnaire(Definition):
    """A whole definition file, with what it takes over from another filled in."""

    id: Slug
    version: str = Field(pattern=VERSION)
    answered_by: Literal["person", "organisation"] = "person"
    languages: tuple[Annotated[str, Field(pattern=_LANGUAGE)], ...] = Field(min_length=1)
    title: Text
    guide: str | None = None
    based_on: Basis | None = None
    scales: tuple[Scale, ...] = ()
    statements: WrittenStatements | None = None
    themes: tuple[Theme, ...] = ()
    blocks: tuple[Block, ...] = ()
    pages: tuple[Annotated[SerializeAsAny[WrittenPage], PlainValidator(_read_page)], ...] = Field(min_length=1)
    #: No part of what is asked, and so not of the content's hash.
    accept: tuple[Accepted, ...] = Field(default=(), exclude=True)


#: The class that describes each part of a file, by the names on the way to it.
_PARTS: Final[Mapping[tuple[str, ...], type[Definition]]] = {
    (): WrittenQuestionnaire,
    ("scales",): Scale,
    ("statements",): WrittenStatements,
    ("themes",): Theme,
    ("themes", "items"): Statement,
    ("based_on",): Basis,
    ("accept",): Accepted,
}

#: The class that describes the entries of a list in a question.
_LISTS: Final[Mapping[str, type[Definition]]] = {
    "options": Tick,
    "steps": Choice,
    "lines": Line,
    "tasks": Line,
    "fields": RosterField,
}


def is_language(written: object) -> bool:
    """Tell whether ``written`` is a language code."""
    return isinstance(written, str) and re.search(_LANGUAGE, written) is not None


def settings_at(trail: Trail, data: Any) -> tuple[str, ...]:
    """Return the settings that may stand in ``data``, the part of a file at ``trail``."""
    names = tuple(step for step in trail if isinstance(step, str))
    if "show_when" in names:
        return conditions.SETTINGS
    if names == ("blocks",):
        return (*Block.model_fields, "each")
    if names == ("pages",):
        return tuple(page_type(data).model_fields)
    if names[:2] == ("blocks", "questions") and len(names) > 2:
        part: type[Definition] | None = _LISTS.get(names[-1])
    else:
        part = question_type(data) if names == ("blocks", "questions") else _PARTS.get(names)
    return tuple(part.model_fields) if part else ()


#: The rules that an exception can be about.
READABILITY_RULES: Final = RULES
