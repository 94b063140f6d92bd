"""Gather what pages over many networks share: networks with their themes, titles, and the newest edition."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.catalogue import UnknownQuestionnaire
from reports.benchmark import Edition, InvalidEdition
from reports.dashboards import ComparedNetwork
from reports.standing import ThemeStanding
from survey.clock import dutch_day
from survey.queries import benchmarks
from survey.queries.standings.reading import Stood


class Round(Protocol):
    """A released round: when it closed, and what it asked."""

    @property
    def closed_on(self) -> date:
        """The day on which it closed."""
        ...

    @property
    def questionnaire(self) -> str:
        """The name of its questionnaire."""
        ...

    @property
    def version(self) -> str:
        """The version of that."""
        ...


#: How many editions are kept as they were read.
_EDITIONS = 4


def newest_edition(session: Session, *, at: datetime) -> Edition | None:
    """Return the newest benchmark edition; ``None`` where none was made, or by another version of the application."""
    document = benchmarks.newest_document(session, until=dutch_day(at))
    return _read(document) if document else None


@lru_cache(_EDITIONS)
def _read(document: str) -> Edition | None:
    try:
        return Edition.from_json(document)
    except InvalidEdition:
        return None


def titles(stood: Sequence[Round], language: str) -> dict[str, str]:
    """Return every theme of these rounds with its title; where versions differ, as the newest round's has it."""
    asked: dict[str, tuple[str, str]] = {}
    for each in sorted(stood, key=lambda each: each.closed_on, reverse=True):
        asked.setdefault(each.questionnaire, (each.questionnaire, each.version))
    found: dict[str, str] = {}
    for questionnaire, version in asked.values():
        found = {**_titles(questionnaire, version, language), **found}
    return found


def title_of(theme: str, language: str) -> str:
    """Return what a theme is called where a questionnaire has it, as its newest version says; else nothing."""
    newest = (catalogue.latest(name) for name in dict.fromkeys(name for name, _ in catalogue.catalogue()))
    found = (each for questionnaire in newest for each in questionnaire.themes if each.id == theme)
    return next((each.title.in_language(language) for each in found), "")


@lru_cache
def _titles(questionnaire: str, version: str, language: str) -> Mapping[str, str]:
    try:
        themes = catalogue.find(questionnaire, version).themes
    except UnknownQuestionnaire:
        return {}
    return {theme.id: theme.title.in_language(language) for theme in themes}


def compared(stood: Stood, themes: tuple[ThemeStanding, ...]) -> ComparedNetwork:
    """Return a network as pages compare it."""
    return ComparedNetwork(str(stood.network_id), stood.name, stood.closed_on, themes)
