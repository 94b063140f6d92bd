"""Om over te praten: the themes that ask for it most, with their conversation questions."""

from reports.report.choices import most_chosen, to_talk_about
from reports.report.parts import Paragraph, Section, Talk, Talks
from reports.report.source import Source
from reports.wording import mean
from reports.wording.words import opening

#: How many themes the report proposes to talk about: as many as one meeting can hold.
THEMES = 2


def section(source: Source) -> Section:
    """Make the section: two themes by their averages, else the topic that most chose, else the first there is."""
    say = source.words.say
    chosen = to_talk_about(source.totals, THEMES)
    if chosen:
        talks = tuple(_talk(source, theme, mean(source.words, source.totals[theme])) for theme in chosen)
        return Section("talk", say("talk"), (Paragraph(say("talk.intro")), Talks(talks)))
    if most := most_chosen(source.topic_shares, THEMES):
        talks = tuple(_talk(source, topic, _chosen_by(source, topic)) for topic in most)
        return Section("talk", say("talk"), (Paragraph(say("talk.intro")), Talks(talks)))
    first = next(iter(_titles(source)), None)
    proposed = (Talks((_talk(source, first, say("talk.reason.few")),)),) if first else ()
    return Section("talk", say("talk"), (Paragraph(say("talk.few")), *proposed))


def _chosen_by(source: Source, topic: str) -> str:
    return opening(source.words.say("talk.chosen", share=source.words.share(source.topic_shares[topic])))


def _titles(source: Source) -> dict[str, str]:
    """Return what can be talked about: the themes, or in a questionnaire without any the topics that it offers."""
    titles = {theme.id: theme.title.in_language(source.words.language) for theme in source.questionnaire.themes}
    return titles or source.topics


def _talk(source: Source, theme_id: str, reason: str) -> Talk:
    language = source.words.language
    questions = tuple(each.text.in_language(language) for each in source.questionnaire.conversation(theme_id))
    return Talk(_titles(source)[theme_id], reason, questions)
