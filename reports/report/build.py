"""Put a report together: cover, top text, and the sections in their order."""

from types import ModuleType

from questionnaires.definition import Questionnaire
from reports.report.input import Asked, ReportInput
from reports.report.parts import Audience, Cover, EditionMark, Fact, Report
from reports.report.sections import (
    actions,
    form,
    groups,
    highlights,
    method,
    municipality,
    overall,
    previous,
    reach,
    relations,
    response,
    roles,
    sentences,
    statements,
    talk,
    themes,
    trend,
    unknown,
    voices,
)
from reports.report.sections import words as own_words
from reports.report.source import Source
from reports.wording import cover_response, words

#: The order of the report; a section that has nothing to say about a round says so itself.
SECTIONS = (
    highlights,
    response,
    themes,
    trend,
    groups,
    voices,
    statements,
    unknown,
    overall,
    municipality,
    roles,
    reach,
    form,
    relations,
    own_words,
    talk,
    previous,
    actions,
    method,
)
#: That of a questionnaire without averages, such as the quick scan.
SECTIONS_OF_A_SCAN = (sentences, response, overall, own_words, talk, actions, method)


def build(
    given: ReportInput,
    asked: Asked,
    *,
    language: str,
    audience: Audience = "participant",
    mark: EditionMark | None = None,
) -> Report:
    """Make the report of one round, in one language, for one audience.

    Parameters
    ----------
    given
        Everything that the report is made of.
    asked
        The versions that the round was asked in.
    language
        The language of the report: one that the questionnaire declares and that ``reports.wording`` knows.
    audience
        For whom it is: guidance differs, numbers never.
    mark
        Which edition it is; ``None`` for a report that was not released.
    """
    source = Source(given, asked, words(language), audience)
    made = (module.section(source) for module in _sections(asked.questionnaire))
    return Report(
        language=language,
        title=source.words.say("title", network=given.network, period=source.period),
        cover=_cover(source),
        mirror=source.words.say("mirror"),
        sections=tuple(section for section in made if section is not None),
        closed_on=given.results.closed_on,
        audience=audience,
        edition=mark,
    )


def _sections(questionnaire: Questionnaire) -> tuple[ModuleType, ...]:
    return SECTIONS if questionnaire.themes else SECTIONS_OF_A_SCAN


def _cover(source: Source) -> Cover:
    say, given = source.words.say, source.given
    facts = [
        Fact(say("cover.response"), cover_response(source.words, source.results.response)),
        Fact(say("cover.closed"), source.words.in_full(source.results.closed_on)),
    ]
    if given.meeting_on:
        place = filter(None, [source.words.in_full(given.meeting_on), given.meeting_place])
        facts.append(Fact(say("cover.meeting"), ", ".join(place)))
    return Cover(say(f"cover.kicker.{source.audience}", period=source.period), given.network, tuple(facts))
