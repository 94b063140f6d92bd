"""Om over te praten: the themes that ask for it most, with their conversation questions."""

from reports.report.choices import to_talk_about
from reports.report.parts import Paragraph, Section, Talk, Talks
from reports.report.source import Source
from reports.wording import mean

#: How many themes the report proposes to talk about: as many as one meeting can hold.
THEMES = 2


def section(source: Source) -> Section:
    """Make the section: two themes by their averages, or the first theme when there are no averages."""
    say = source.words.say
    chosen = to_talk_about(source.totals, THEMES)
    if chosen:
        talks = tuple(_talk(source, theme, mean(source.words, source.totals[theme])) for theme in chosen)
        return Section("talk", say("talk"), (Paragraph(say("talk.intro")), Talks(talks)))
    first = _talk(source, source.questionnaire.themes[0].id, say("talk.reason.few"))
    return Section("talk", say("talk"), (Paragraph(say("talk.few")), Talks((first,))))


def _talk(source: Source, theme_id: str, reason: str) -> Talk:
    theme, language = source.questionnaire.theme(theme_id), source.words.language
    questions = tuple(each.text.in_language(language) for each in source.questionnaire.conversation(theme.id))
    return Talk(theme.title.in_language(language), reason, questions)
