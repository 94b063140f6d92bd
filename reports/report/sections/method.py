"""Over dit rapport: how the figures were made, what that protects, and which versions made them."""

from collections.abc import Iterator
from typing import Final

from questionnaires.types.long_text import LongText
from reports.disclosure.policy import K_ITEM, K
from reports.report.parts import Fact, Facts, Paragraph, Section
from reports.report.source import Source

#: Enough of a hash to tell two of them apart by eye.
_HASH: Final = 12


def section(source: Source) -> Section:
    """Make the section: the rules in words, and the versions."""
    say = source.words.say
    texts = [say(f"method.{name}", k=K, k_item=K_ITEM) for name in _rules(source)]
    facts = tuple(Fact(say(f"method.{name}"), value) for name, value in _facts(source))
    return Section("method", say("method"), (*map(Paragraph, texts), Facts(facts)), texts[0])


def _rules(source: Source) -> Iterator[str]:
    """Name the rules that this report followed."""
    yield from ("k", "edges", "margin") if source.questionnaire.themes else ("scan",)
    yield "once"
    if any(isinstance(each, LongText) for each in source.questionnaire.questions.values()):
        yield "words"
    if source.profile:
        yield "profile-part"
    yield from ("no-ranking", "not-anonymous")


def _facts(source: Source) -> Iterator[tuple[str, str]]:
    words, results, asked = source.words, source.results, source.asked
    title = source.questionnaire.title.in_language(words.language)
    yield "questionnaire", f"{title} {results.questionnaire_version}"
    if asked.profile and source.profile:
        yield "profile", f"{asked.profile.title.in_language(words.language)} {asked.profile.version}"
    yield "policy", words.say("method.policy.version", version=results.policy)
    opened, closed = words.in_full(results.opened_on), words.in_full(results.closed_on)
    yield "opened", words.say("method.opened.dates", opened=opened, closed=closed)
    if source.edition:
        yield "benchmark", words.say("method.benchmark.date", date=words.in_full(source.edition.cut_off))
    yield "hash", results.hash[:_HASH]
