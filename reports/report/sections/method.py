"""Over dit rapport: how the figures were made, and which versions made them."""

from reports.disclosure.policy import K_ITEM, K
from reports.report.parts import Fact, Facts, Paragraph, Section
from reports.report.source import Source

#: Enough of the hash to tell two sets of results apart by eye.
_HASH = 12


def section(source: Source) -> Section:
    """Make the section: the rules in words, and the versions."""
    names = ("k", "edges", "margin", "once") if source.questionnaire.themes else ("scan", "once")
    texts = (source.words.say(f"method.{name}", k=K, k_item=K_ITEM) for name in names)
    return Section("method", source.words.say("method"), (*map(Paragraph, texts), Facts(_facts(source))))


def _facts(source: Source) -> tuple[Fact, ...]:
    words, results = source.words, source.results
    title = source.questionnaire.title.in_language(words.language)
    opened, closed = words.in_full(results.opened_on), words.in_full(results.closed_on)
    values = {
        "questionnaire": f"{title} {results.questionnaire_version}",
        "policy": words.say("method.policy.version", version=results.policy),
        "opened": words.say("method.opened.dates", opened=opened, closed=closed),
        "hash": results.hash[:_HASH],
    }
    return tuple(Fact(words.say(f"method.{name}"), value) for name, value in values.items())
