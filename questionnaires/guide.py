"""The conversation guide: questions to talk about and suggested actions, per theme and status.

A guide is a file of its own beside the questionnaires: nobody is asked what stands in it, so its words can become
better without a new version of a questionnaire.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from pydantic import Field

from questionnaires.context import FileContext
from questionnaires.document import Trail, steps_of
from questionnaires.reading import read
from questionnaires.sentences import typed
from questionnaires.text import Text
from questionnaires.types.base import Definition, Slug

GUIDES: Final = Path(__file__).parent / "guides"

#: What a theme's published status asks for; "unknown" has actions of its own, the same for every theme.
Status = Literal["low", "mid", "high", "divided", "unknown"]
Owner = Literal["coordinator", "municipality", "library", "welfare", "everyone", "adviser"]


class ConversationQuestion(Definition):
    """A question to begin a conversation with."""

    id: Slug
    text: Text


class SuggestedAction(Definition):
    """An action that a network can take over, change, or leave."""

    id: Slug
    owners: tuple[Owner, ...] = Field(min_length=1)
    #: The term in which it can be done.
    weeks: int = Field(ge=1, le=52)
    text: Text


class ThemeAction(SuggestedAction):
    """An action for one theme, at one status."""

    status: Literal["low", "mid", "high", "divided"]


class ThemeGuide(Definition):
    """What to talk about, and what to do, when a report names a theme."""

    id: Slug
    conversation: tuple[ConversationQuestion, ...] = Field(min_length=3, max_length=3)
    actions: tuple[ThemeAction, ...]


class Guide(Definition):
    """The guide for the themes of one or more questionnaires."""

    id: Slug
    languages: tuple[str, ...] = Field(min_length=1)
    themes: tuple[ThemeGuide, ...]
    #: Actions for a theme of which people know little, whichever it is.
    unknown: tuple[SuggestedAction, ...] = ()

    def theme(self, theme_id: str) -> ThemeGuide | None:
        """Return what there is for a theme."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def actions(self, theme_id: str, status: Status) -> tuple[SuggestedAction, ...]:
        """Return the suggested actions for a theme with this status."""
        if status == "unknown":
            return self.unknown
        theme = self.theme(theme_id)
        return tuple(action for action in theme.actions if action.status == status) if theme else ()


def load_guide(path: Path) -> Guide:
    """Read and check a guide.

    Raises
    ------
    DefinitionErrors
        When anything is wrong with it.
    """
    document = read(path)
    written = typed(Guide, document, FileContext(document.listed("languages")), _settings_at)
    seen: set[str] = set()
    for trail, name in _ids((), document.data):
        if name in seen:
            document.add(trail, f'The id "{name}" is used a second time.')
        seen.add(name)
    if written is None or document.mistakes:
        raise document.errors()
    return written


@cache
def guides() -> Mapping[str, Path]:
    """Return the guides of this installation by their names: where each is."""
    return {path.stem: path for path in sorted(GUIDES.glob("*.yaml"))}


@cache
def find_guide(name: str) -> Guide:
    """Return a guide by its name.

    Raises
    ------
    KeyError
        When there is no such guide.
    """
    return load_guide(guides()[name])


def _ids(trail: Trail, data: Any) -> list[tuple[Trail, str]]:
    below: list[tuple[Trail, str]] = []
    for step, value in steps_of(data):
        if step == "id" and isinstance(value, str):
            below.append(((*trail, "id"), value))
        below += _ids((*trail, step), value)
    return below


_PARTS: Final[Mapping[tuple[str, ...], type[Definition]]] = {
    (): Guide,
    ("themes",): ThemeGuide,
    ("themes", "conversation"): ConversationQuestion,
    ("themes", "actions"): ThemeAction,
    ("unknown",): SuggestedAction,
}


def _settings_at(trail: Trail, data: Any) -> tuple[str, ...]:
    part = _PARTS.get(tuple(step for step in trail if isinstance(step, str)))
    return tuple(part.model_fields) if part else ()


#: All statuses, in the order in which a guide lists them.
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
