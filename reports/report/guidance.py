"""How to lead the conversation: the steps of a meeting and a line per theme, for who guides the round only."""

from collections.abc import Iterator, Mapping
from typing import Final

from questionnaires.guide import Status as GuideStatus
from reports.report.input import TO_DO
from reports.report.parts import Fact, Guidance, Suggestion, Suggestions
from reports.report.source import Source
from reports.status import StatusName
from reports.wording.sentences import owners, titled, weeks
from reports.wording.words import inline

#: What the guide calls a status; a theme of which nothing is published has no suggestions.
_GUIDED: Final[Mapping[StatusName, GuideStatus]] = {
    StatusName.UNKNOWN: "unknown",
    StatusName.DIVIDED: "divided",
    StatusName.ATTENTION: "low",
    StatusName.ON_THE_WAY: "mid",
    StatusName.STRONG: "high",
}

#: How many steps each script has.
_STEPS: Final = {"guidance.meeting": 7, "guidance.scan": 4}


def guided_status(source: Source, theme: str) -> GuideStatus | None:
    """Return what a theme's status asks for: of one that can have several, the lowest; ``None`` without a status."""
    status = source.status.get(theme)
    return _GUIDED.get(status.names[0]) if status else None


def suggestions(source: Source, theme: str) -> Suggestions | None:
    """Return what a network could do about a theme, beside what it is doing already.

    ``None`` when its status or the guide has nothing more for it.
    """
    status, guide = guided_status(source, theme), source.questionnaire.guide
    doing = {action.what for action in source.given.actions if action.status in TO_DO}
    suggested = guide.actions(theme, status) if guide and status else ()
    found = [each for each in suggested if doing.isdisjoint(each.text.values())]
    if not found:
        return None
    words = source.words
    items = (
        Suggestion(each.text.in_language(words.language), owners(words, each.owners), weeks(words, each.weeks))
        for each in found
    )
    return Suggestions(words.say("suggestions.title", theme=inline(source.titles[theme])), tuple(items))


def guidance(source: Source, themes: Mapping[str, str]) -> Guidance | None:
    """Return the script of the meeting with a line on leading each theme, by title; ``None`` for participants."""
    if source.audience != "adviser":
        return None
    say = source.words.say
    which = "guidance.meeting" if source.questionnaire.themes else "guidance.scan"
    numbers = range(1, _STEPS[which] + 1)
    steps = (Fact(say(f"{which}.{number}"), say(f"{which}.{number}.text")) for number in numbers)
    return Guidance(say(which), (*steps, *_leading(source, themes)))


def _leading(source: Source, themes: Mapping[str, str]) -> Iterator[Fact]:
    """Say how to lead the talk on each theme; those of which it is the same, together."""
    by_status: dict[str, list[str]] = {}
    for theme, title in themes.items():
        by_status.setdefault(guided_status(source, theme) or "none", []).append(title)
    for status, titles in by_status.items():
        term = source.words.say("guidance.theme", theme=titled(source.words, titles))
        yield Fact(term, source.words.say(f"guidance.lead.{status}"))
