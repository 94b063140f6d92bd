"""Put a regional report together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reports.regional import acting, middles, moved, saying, themes
from reports.regional.counting import MIN_TOGETHER, Source, table
from reports.regional.given import Edition, Regional
from reports.regional.themes import TogetherTheme
from reports.report import (
    Block,
    Cover,
    Fact,
    Facts,
    Highlight,
    Highlights,
    Notice,
    Paragraph,
    Report,
    Section,
    Value,
)
from reports.report.values import number
from reports.wording import words

#: How the report was made, in the order in which it is told; the first two stand on a slide.
_METHOD: Final[Mapping[Edition, tuple[str, ...]]] = {
    "own": ("once", "count", "most", "no-ranking", "same-questions", "middle", "own"),
    "given_on": ("given_on", "middle"),
}


def build_regional(given: Regional, *, language: str, edition: Edition) -> Report:
    """Make the report of many networks, in one language, for one kind of reader.

    Parameters
    ----------
    given
        What it is made of: of networks only that whoever makes it may open one by one (disclosure rule R7).
    language
        One that the wording of reports has.
    edition
        ``own`` for who may open the report of each network. ``given_on`` for who may not: it has no result of theirs
        in any form, for two such reports that differ by a few networks would tell of those, however numbers are coded;
        the middle half in it is that of all networks in the country.
    """
    source = Source(given, words(language), edition)
    found = themes.together(source)
    say = source.words.say
    return Report(
        language=language,
        title=say("region.title", area=given.area),
        cover=Cover(say(f"region.kicker.{edition}"), given.area, tuple(_facts(source))),
        mirror=say(f"region.mirror.{edition}"),
        sections=tuple(_sections(source, found)),
        closed_on=given.made_on,
        about="networks",
        only_for=say("region.only-for") if edition == "own" else "",
    )


def _sections(source: Source, found: Sequence[TogetherTheme]) -> Iterator[Section]:
    if not source.given.networks:
        yield _nothing(source)
        return
    if source.is_given_on:
        yield _networks(source)
        yield middles.section(source, found)
        yield acting.talk(source, ())
    else:
        said = (saying.tasks(source), saying.reach(source))
        yield _highlights(source, found, said)
        yield _networks(source)
        yield themes.section(source, list(found))
        yield middles.section(source, found)
        yield moved.moved(source)
        yield moved.beside(source, found)
        yield saying.commitment(source)
        yield from said
        yield acting.actions(source)
        yield acting.talk(source, found)
    yield _method(source)


def _nothing(source: Source) -> Section:
    say = source.words.say
    return Section("highlights", say("region.highlights"), (Notice(say("region.empty.title"), say("region.empty")),))


def _highlights(source: Source, found: Sequence[TogetherTheme], said: Sequence[Section]) -> Section:
    """Make the section with what most networks have in common, and what they agreed.

    Without a strength or a worry that most have there is one sentence that says so, and not two.
    """
    say, link = source.words.say, source.words.say("region.link.themes")
    told = [themes.strengths(source, list(found))] * any(each.is_strong for each in found)
    told += [themes.worries(source, list(found))] * any(each.is_worry for each in found)
    items = [Highlight(each, link, "themes") for each in told or [say("region.level")] * bool(found)]
    items += [Highlight(each.summary, say("region.link.said"), each.id) for each in said if _tells(source, each)]
    if source.given.actions:
        items.append(Highlight(acting.summary(source), say("region.link.actions"), "actions"))
    if not items:
        none = Notice(say("region.themes.none.title"), say("region.themes.none"))
        return Section("highlights", say("region.highlights"), (none,), none.title)
    return Section("highlights", say("region.highlights"), (Highlights(tuple(items)),), items[0].sentence)


def _tells(source: Source, section: Section) -> bool:
    """Whether somebody said something of it."""
    empty = {source.words.say(f"region.{each}") for each in ("unsaid.title", "too-few-together")}
    return bool(section.summary) and section.summary not in empty


def _networks(source: Source) -> Section:
    """Make the section that says which networks it is about; how many answered in each is for advisers only."""
    say, networks = source.words.say, source.given.networks
    count = len(networks)
    lead = source.words.counted("region.networks.answer", count, area=source.given.area)
    heads = [say("compare.network"), say("compare.closed")]
    if not source.is_given_on:
        heads += [say("region.column.invited"), say("region.column.sent-in")]
    rows = [
        (
            Value(each.name),
            Value(source.words.in_full(each.closed_on)),
            *(() if source.is_given_on else (number(each.invited, "people"), number(each.sent_in, "people"))),
        )
        for each in networks
    ]
    blocks: list[Block] = [
        Paragraph(lead, "lead"),
        *_few(source),
        table(source, "networks", heads, rows, of_words=(0, 1)),
    ]
    return Section("response", say("region.networks"), tuple(blocks), lead)


def _few(source: Source) -> Iterator[Notice]:
    """Say what is not in it, or what fewer than five networks mean for the rest."""
    say, count = source.words.say, len(source.given.networks)
    if source.is_given_on:
        yield Notice(say("region.without.title"), say("region.without"))
    elif count == 1:
        yield Notice(say("region.one.title"), say("region.one"), "attention")
    elif count < MIN_TOGETHER:
        yield Notice(say("region.small.title"), say("region.small"), "attention")


def _facts(source: Source) -> Iterator[Fact]:
    say, networks = source.words.say, source.given.networks
    yield Fact(say("board.made"), source.words.in_full(source.given.made_on))
    yield Fact(say("region.fact.networks"), str(len(networks)))
    if not networks:
        return
    days = [each.closed_on for each in networks]
    first, last = (source.words.in_full(day) for day in (min(days), max(days)))
    rounds = first if first == last else say("region.fact.between", first=first, last=last)
    yield Fact(say("region.fact.rounds"), rounds)
    if not source.is_given_on:
        yield Fact(say("region.fact.invited"), str(sum(each.invited for each in networks)))
        yield Fact(say("region.fact.sent-in"), str(sum(each.sent_in for each in networks)))


def _method(source: Source) -> Section:
    say, benchmark = source.words.say, source.given.benchmark
    texts = [say(f"region.method.{each}", k=MIN_TOGETHER) for each in _METHOD[source.edition]]
    facts = [Fact(say("region.method.for"), say(f"region.method.for.{source.edition}"))]
    facts.append(Fact(say("board.made"), source.words.in_full(source.given.made_on)))
    if benchmark:
        facts.append(Fact(say("region.method.edition"), source.words.in_full(benchmark.cut_off)))
    return Section("method", say("method"), (*map(Paragraph, texts), Facts(tuple(facts))), texts[0])
