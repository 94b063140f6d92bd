"""In eigen woorden: what people wrote, as an adviser released it; in no form but the page and the PDF (R8)."""

from typing import Final

from questionnaires.types.long_text import LongText
from reports.disclosure.policy import SHOWN_TEXTS
from reports.report.parts import Notice, Paragraph, Quotes, Section
from reports.report.source import Source

#: A report quotes at most so many texts of a question, and of all together: the first, in an order that says nothing.
MOST: Final = 6
MOST_OF_ALL: Final = 24


def section(source: Source) -> Section | None:
    """Make the section: the texts by question, or why there are none."""
    given, say = source.given.words, source.words.say
    if not given:
        return _nothing(source)
    most = min(MOST, max(1, MOST_OF_ALL // len(given)))
    quotes = tuple(Quotes(source.labels.wording(each.question), each.texts[:most]) for each in given)
    is_cut = any(len(each.texts) > most for each in given)
    notes = [say("words.intro"), *([say("words.most", most=source.words.in_words(most))] if is_cut else [])]
    summary = source.words.counted("words.summary", len(quotes), count=source.words.in_words(len(quotes)))
    return Section("words", say("words"), (Paragraph(" ".join(notes)), *quotes), summary)


def _nothing(source: Source) -> Section | None:
    asked = any(isinstance(question, LongText) for question in source.questionnaire.questions.values())
    if not asked:
        return None
    say = source.words.say
    text = say("words.none.text", least=source.words.in_words(SHOWN_TEXTS))
    return Section("words", say("words"), (Notice(say("words.none.title"), text),), say("words.none.title"))
