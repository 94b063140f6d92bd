"""What a report says that prepares a conversation: its own sentences and words, in its own order, on one screen.

Nothing is computed here that the report does not say already; what a section chooses is asked of that section.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.profile import ReachWord, ThemeVoices, group_reach, relation_map, theme_voices
from reports.profile.asked import GROUPS
from reports.report.input import Asked, ReportInput
from reports.report.parts import Fact, Highlight, Highlights, Notice, Paragraph, Section, Talks
from reports.report.sections import highlights, reach, relations, sentences, talk, trend, voices
from reports.report.source import Source
from reports.trend import compare_rounds
from reports.wording import words
from reports.wording.sentences import status_words


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme with the word for how it stands, and the one for what changed since the round before."""

    title: str
    status: str
    change: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a report says before a conversation; what it does not say is empty.

    ``few`` says that there is nothing to show; ``changed`` opens what changed, also where nothing can be compared.
    """

    striking: tuple[Highlight, ...]
    few: Notice | None
    topics: tuple[Topic, ...]
    changed: str
    #: How to read what changed: who answered both times, and which questions are others now.
    beside: tuple[str, ...]
    talks: Talks
    #: Themes, each with the organisations that say that it is stuck, and what they say with it.
    stuck: tuple[Fact, ...]
    #: Pairs of organisations, each with who of them wants more contact.
    links: tuple[Fact, ...]
    #: Groups of people that nobody sees enough of.
    blind_spots: tuple[str, ...]

    @property
    def is_compared(self) -> bool:
        """Whether any theme is laid beside the round before."""
        return any(topic.change for topic in self.topics)


def conversation(given: ReportInput, asked: Asked, *, language: str) -> Conversation:
    """Return what the report of one round says before a conversation, in one language."""
    source = Source(given, asked, words(language), "adviser")
    has_themes = bool(source.questionnaire.themes)
    opening = (highlights if has_themes else sentences).section(source)
    changes = trend.section(source) if has_themes else None
    return Conversation(
        striking=_striking(source, opening),
        few=next((block for block in opening.blocks if isinstance(block, Notice)), None),
        topics=tuple(_topics(source)),
        changed=changes.summary if changes else "",
        beside=tuple(_notes(changes)) if changes else (),
        talks=next((block for block in talk.section(source).blocks if isinstance(block, Talks)), Talks(())),
        stuck=tuple(_stuck(source)),
        links=tuple(_links(source)),
        blind_spots=tuple(_blind_spots(source)),
    )


def _striking(source: Source, opening: Section) -> tuple[Highlight, ...]:
    """Return the sentences that open the report; a questionnaire without themes opens by one."""
    found = next((block.items for block in opening.blocks if isinstance(block, Highlights)), ())
    if found or any(isinstance(block, Notice) for block in opening.blocks):
        return found
    return (Highlight(opening.summary, source.words.say(opening.id), opening.id),)


def _notes(of: Section) -> Iterator[str]:
    return (block.text for block in of.blocks if isinstance(block, Paragraph) and block.tone == "small")


def _topics(source: Source) -> Iterator[Topic]:
    before = source.previous
    trends = compare_rounds(before=before, now=source.results).themes if before else ()
    changes = {each.theme: source.words.say(f"trend.word.{each.outcome}") for each in trends}
    for theme, status in source.status.items():
        yield Topic(source.titles[theme], status_words(source.words, status), changes.get(theme, ""))


def _stuck(source: Source) -> Iterator[Fact]:
    profile = source.profile
    if profile is None or voices.BLOCK not in profile.blocks:
        return
    names = {each.id: each.name for each in profile.organisations}
    for theme in theme_voices(profile, source.results):
        if said := _saying(theme, names):
            yield Fact(voices.title_of(source, theme.theme), said)


def _saying(theme: ThemeVoices, names: dict[str, str]) -> str:
    """Return who says that a theme is stuck, each with the sentence that was given with it."""
    stuck = [voice for voice in theme.voices if voices.is_stuck(voice)]
    return "; ".join(_quoted(names[voice.organisation], voice.sentence) for voice in stuck)


def _quoted(name: str, sentence: str | None) -> str:
    return f"{name}: ‘{sentence}’" if sentence else name


def _links(source: Source) -> Iterator[Fact]:
    profile = source.profile
    found = relation_map(profile) if profile else None
    if profile is None or found is None:
        return
    for each in found.chances:
        pair = source.words.listed(profile.names((each.first, each.second)))
        yield Fact(pair, relations.wanting(source, profile.names(each.wanted_by)))


def _blind_spots(source: Source) -> Iterator[str]:
    profile = source.profile
    if profile is None or GROUPS not in profile.blocks:
        return
    for group in group_reach(profile, source.results):
        if group.word is ReachWord.BLIND_SPOT:
            yield reach.title_of(source, group)
