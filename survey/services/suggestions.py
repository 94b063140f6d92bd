"""What a network could do: the actions that the guide suggests, first those for what its last report says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.guide import STATUSES, Guide, Status, SuggestedAction
from questionnaires.text import Text
from reports.report import Asked, ReportInput
from reports.report.choices import to_discuss
from reports.report.source import Source
from reports.results import Results
from reports.status import StatusName, theme_status
from reports.wording import words
from survey.queries import published, rounds
from survey.services.planning import DEFAULT_QUESTIONNAIRE

#: What the guide calls a theme's status; of two names, such as "on the way or strong", the lower one counts.
_IN_THE_GUIDE: Final[Mapping[StatusName, Status]] = {
    StatusName.ATTENTION: "low",
    StatusName.ON_THE_WAY: "mid",
    StatusName.STRONG: "high",
    StatusName.DIVIDED: "divided",
    StatusName.UNKNOWN: "unknown",
}
#: Which other themes ask for an action first.
_FIRST: Final[tuple[Status, ...]] = ("low", "divided", "unknown", "mid", "high")


@dataclass(frozen=True, slots=True)
class LastReport:
    """What a network's last report says: how each theme stands, and which themes it proposes to talk about."""

    statuses: Mapping[str, Status] = field(default_factory=dict[str, Status])
    to_discuss: tuple[str, ...] = ()


NO_REPORT: Final = LastReport()


@dataclass(frozen=True, slots=True)
class ThemeSuggestions:
    """What the guide suggests for one theme."""

    id: str
    title: Text
    #: What the last report says of it; none without a report, or where too few answered.
    status: Status | None
    #: By status; that of the last report first, the others in the order of the guide.
    actions: Mapping[Status, tuple[SuggestedAction, ...]]


@dataclass(frozen=True, slots=True)
class Suggested:
    """One suggestion, with the theme that it is for."""

    theme: str
    action: SuggestedAction


def asked_by(session: Session, *, network_id: UUID) -> Questionnaire:
    """Return the questionnaire that a network's actions are about: that of its newest round, else the usual one."""
    newest = rounds.newest_round(session, network_id=network_id)
    known = catalogue.catalogue()
    asked = known.get((newest.questionnaire_id, newest.questionnaire_version)) if newest else None
    return asked or catalogue.latest(DEFAULT_QUESTIONNAIRE)


def theme_titles(questionnaire: Questionnaire) -> Mapping[str, Text]:
    """Return what a network's actions can be about; a scan has no themes and is about those that its guide is for."""
    themes = questionnaire.themes or next(
        (each.themes for each in catalogue.catalogue().values() if each.themes and each.guide == questionnaire.guide),
        (),
    )
    return {theme.id: theme.title for theme in themes}


def title_of(theme_id: str) -> Text | None:
    """Return the title of a theme of any questionnaire, the newest one first; none when no questionnaire has it."""
    found = (
        theme.title
        for each in reversed(list(catalogue.catalogue().values()))
        for theme in each.themes
        if theme.id == theme_id
    )
    return next(found, None)


def last_report(session: Session, *, network_id: UUID) -> LastReport:
    """Return what the newest released report says of each theme, as the guide calls it, and what it names to discuss.

    A report in a version of its questionnaire that is not here any more names nothing.
    """
    document = published.newest_released(session, network_id=network_id)
    if document is None:
        return NO_REPORT
    results = Results.from_json(document)
    said = {theme.id: theme_status(results, theme.id).names[0] for theme in results.themes}
    known: dict[str, Status] = {theme: _IN_THE_GUIDE[name] for theme, name in said.items() if name in _IN_THE_GUIDE}
    asked = catalogue.catalogue().get((results.questionnaire, results.questionnaire_version))
    return LastReport(known, tuple(_to_discuss(results, asked)) if asked else ())


def _to_discuss(results: Results, asked: Questionnaire) -> list[str]:
    """Return the themes that the report proposes to talk about; they are the same in every language."""
    return to_discuss(Source(ReportInput("", results), Asked(asked), words("nl")))


def suggestions(questionnaire: Questionnaire, last: LastReport = NO_REPORT) -> list[ThemeSuggestions]:
    """Return what the guide suggests for each theme: first those to discuss by the last report, then the hardest."""
    guide = questionnaire.guide
    if guide is None:
        return []
    titles, known = theme_titles(questionnaire), last.statuses
    found = [
        ThemeSuggestions(
            theme.id, titles[theme.id], known.get(theme.id), _by_status(guide, theme.id, known.get(theme.id))
        )
        for theme in guide.themes
        if theme.id in titles
    ]
    return sorted(found, key=lambda each: _place(each, last.to_discuss))


def _place(of: ThemeSuggestions, to_discuss: Sequence[str]) -> tuple[int, int]:
    discussed = to_discuss.index(of.id) if of.id in to_discuss else len(to_discuss)
    return discussed, _FIRST.index(of.status) if of.status else len(_FIRST)


def _by_status(guide: Guide, theme_id: str, own: Status | None) -> Mapping[Status, tuple[SuggestedAction, ...]]:
    order = sorted(STATUSES, key=lambda status: status != own)
    found: dict[Status, tuple[SuggestedAction, ...]] = {status: guide.actions(theme_id, status) for status in order}
    return {status: actions for status, actions in found.items() if actions}


def find(questionnaire: Questionnaire, *, theme_id: str, suggestion_id: str) -> Suggested | None:
    """Return a suggestion by the theme that it was chosen for, and its id."""
    for theme in suggestions(questionnaire):
        if theme.id == theme_id:
            return next((Suggested(theme_id, each) for each in _all(theme) if each.id == suggestion_id), None)
    return None


def _all(theme: ThemeSuggestions) -> Iterable[SuggestedAction]:
    return (action for actions in theme.actions.values() for action in actions)
