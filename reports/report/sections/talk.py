"""Om over te praten: the themes that ask for it most, with their conversation questions and suggested actions."""

from reports.report.choices import divided_items, most_chosen, to_discuss
from reports.report.guidance import guidance, suggestions
from reports.report.parts import Block, Paragraph, Section, Talk, Talks
from reports.report.source import Source
from reports.status import StatusName
from reports.wording.sentences import share_said, theme_sentence, titled
from reports.wording.words import opening

#: How many topics a scan proposes at most to talk about: as many as one meeting can hold.
TOPICS = 2


def section(source: Source) -> Section:
    """Make the section: two themes by what is published, else the topic that most chose, else the first there is."""
    say = source.words.say
    reasons = _reasons(source)
    how = "talk.intro" if source.questionnaire.themes else "talk.intro.scan"
    intro = Paragraph(say(how if reasons else "talk.few"))
    if not reasons:
        reasons = {theme: say("talk.reason.few") for theme in list(_titles(source))[:1]}
    titles = {theme: _titles(source)[theme] for theme in reasons}
    talks = tuple(_talk(source, theme, reason) for theme, reason in reasons.items())
    summary = say("talk.summary", themes=titled(source.words, list(titles.values()))) if titles else ""
    blocks = [intro, *([Talks(talks)] if talks else []), *_actions(source, titles)]
    guided = guidance(source, titles)
    return Section("talk", say("talk"), (*([guided] if guided else []), *blocks), summary)


def _reasons(source: Source) -> dict[str, str]:
    """Return what to talk about and why, as far as anything that is published chooses it."""
    if chosen := to_discuss(source):
        return {theme: _reason(source, theme) for theme in chosen}
    return {topic: _chosen_by(source, topic) for topic in most_chosen(source.topic_shares, TOPICS)}


def _reason(source: Source, theme: str) -> str:
    """Say on how many statements opinions differ; else what the average is."""
    apart, status = divided_items(source).get(theme, 0), source.status[theme]
    if apart and StatusName.UNKNOWN not in status.names:
        return source.words.counted("talk.reason.divided", apart, count=source.words.in_words(apart))
    return theme_sentence(source.words, source.totals[theme], status)


def _chosen_by(source: Source, topic: str) -> str:
    return opening(source.words.say("talk.chosen", share=share_said(source.words, source.topic_shares[topic])))


def _titles(source: Source) -> dict[str, str]:
    """Return what can be talked about: the themes, or in a questionnaire without any the topics that it offers."""
    titles = {theme.id: theme.title.in_language(source.words.language) for theme in source.questionnaire.themes}
    return titles or source.topics


def _talk(source: Source, theme_id: str, reason: str) -> Talk:
    language = source.words.language
    questions = tuple(each.text.in_language(language) for each in source.questionnaire.conversation(theme_id))
    return Talk(_titles(source)[theme_id], reason, questions)


def _actions(source: Source, themes: dict[str, str]) -> list[Block]:
    found = [each for theme in themes if (each := suggestions(source, theme))]
    return [Paragraph(source.words.say("suggestions.intro")), *found] if found else []
