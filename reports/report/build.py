"""Put a report together: cover, top text, and the sections in their order."""

from dataclasses import dataclass
from datetime import date
from types import ModuleType

from questionnaires.definition import Questionnaire
from reports.benchmark import Edition
from reports.report.parts import Cover, Fact, Report
from reports.report.sections import actions, groups, highlights, method, response, sentences, talk, themes, trend
from reports.report.source import Source
from reports.results import Results
from reports.wording import cover_response, words

#: The order of the report; a section that has nothing to say about a round says so itself.
SECTIONS = (highlights, response, themes, groups, trend, talk, actions, method)
#: That of a questionnaire without averages, such as the quick scan.
SECTIONS_OF_A_SCAN = (sentences, response, talk, actions, method)


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where the network talks about this report."""

    on: date
    place: str = ""


def build(  # noqa: PLR0913 -- all by name, and each a thing of its own
    results: Results,
    *,
    questionnaire: Questionnaire,
    network: str,
    language: str,
    previous: Results | None = None,
    meeting: Meeting | None = None,
    edition: Edition | None = None,
) -> Report:
    """Make the report of one round, in one language.

    Parameters
    ----------
    results
        The published results of the round.
    questionnaire
        The version that the round was asked in.
    network
        The network's name, as its adviser wrote it.
    language
        The language of the report: one that the questionnaire declares and that ``reports.wording`` knows.
    previous
        The results of the round before; ``None`` when this is the first.
    meeting
        When the report is talked about; ``None`` when that is not known.
    edition
        The benchmark edition that the report took when it was published; ``None`` when there was none.
    """
    source = Source(results, questionnaire, words(language), previous, edition)
    return Report(
        language=language,
        title=source.words.say("title", network=network, period=source.period),
        cover=_cover(source, network, meeting),
        mirror=source.words.say("mirror"),
        sections=tuple(module.section(source) for module in _sections(questionnaire)),
        closed_on=results.closed_on,
    )


def _sections(questionnaire: Questionnaire) -> tuple[ModuleType, ...]:
    return SECTIONS if questionnaire.themes else SECTIONS_OF_A_SCAN


def _cover(source: Source, network: str, meeting: Meeting | None) -> Cover:
    say = source.words.say
    facts = [
        Fact(say("cover.response"), cover_response(source.words, source.results.response)),
        Fact(say("cover.closed"), source.words.in_full(source.results.closed_on)),
    ]
    if meeting:
        facts.append(
            Fact(say("cover.meeting"), ", ".join(filter(None, [source.words.in_full(meeting.on), meeting.place])))
        )
    return Cover(say("cover.kicker", period=source.period), network, tuple(facts))
