"""Which sentence a published figure gets: functions of published values only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from reports.benchmark import BenchmarkSituation, ThemeFigures
from reports.disclosure.policy import K
from reports.gap import Gap, GapWord
from reports.margins import mean_margin
from reports.results import Cell, Response
from reports.status import ItemWord, Status, StatusName
from reports.trend import ThemeTrend
from reports.wording.words import Words, inline, opening

#: Below this share of answers the figures are called a picture of those who answered.
LOW_RESPONSE = Fraction(1, 2)

#: With more numbers of answers than this beside the usual one, only their range is named.
_EXCEPTIONS = 2

#: So many statements are named in one sentence; of more only how many they are.
NAMED = 3


def response(words: Words, response: Response) -> str:
    """Say how many of the invited answered; in a round without invitations, how many answered at all."""
    invited, sent_in = response.invited, response.sent_in
    if sent_in > invited or not invited:
        return words.counted("response.open", sent_in + response.by_code)
    if invited == 1:
        return words.say(f"response.single.{'all' if sent_in else 'none'}")
    if sent_in == invited:
        return words.say("response.all", invited=invited)
    return words.counted("response", sent_in, sent_in=sent_in, invited=invited, share=_percent(sent_in, invited))


def by_code(words: Words, response: Response) -> str:
    """Say how many answered without an invitation and where they count; empty where nobody did or all did."""
    if not response.by_code or not response.invited:
        return ""
    return f"{words.counted('response.by-code', response.by_code)} {words.say('response.by-code.counts')}"


def _percent(part: int, whole: int) -> int:
    """Round half up, in whole numbers."""
    return (200 * part + whole) // (2 * whole)


def cover_response(words: Words, response: Response) -> str:
    """Say the response in a few words."""
    invited, sent_in = response.invited, response.sent_in
    if sent_in > invited or not invited:
        return words.counted("cover.response.alone", sent_in + response.by_code)
    of_invited = words.counted("cover.response.of", invited, sent_in=sent_in, invited=invited)
    return words.say("cover.response.and", of=of_invited, more=response.by_code) if response.by_code else of_invited


def is_low(response: Response) -> bool:
    """Whether so few of the invited answered that every figure needs the warning."""
    return response.sent_in < LOW_RESPONSE * response.invited


def returning(words: Words, response: Response) -> str:
    """Say how many of the invited were also invited the last time; empty when there was no last time."""
    before, invited = response.invited_before, response.invited
    if before is None or not invited:
        return ""
    if before == invited:
        return words.say("returning.all", invited=invited)
    return words.counted("returning", before, invited=invited)


def mean(words: Words, cell: Cell) -> str:
    """Say an average with its margin, or as far as it is published."""
    parts = words.bounds(cell) | {"k": str(K)}
    if margin := mean_margin(cell):
        parts |= {"from_": words.number(margin.low), "to": words.number(margin.high)}
    return words.say(f"mean.{cell.kind}", **parts)


def answers(words: Words, counted: Sequence[tuple[str, int]]) -> str:
    """Say of how many people the averages are: pairs of theme title and number of answers."""
    (usual, _), *_ = Counter(n for _, n in counted).most_common(1)
    exceptions = [(title, n) for title, n in counted if n != usual]
    if not exceptions:
        return words.say("answers.same", n=usual)
    if len(exceptions) > _EXCEPTIONS:
        numbers = [n for _, n in counted]
        return words.say("answers.range", low=min(numbers), high=max(numbers))
    named = [words.say("answers.exception", theme=titled(words, [title]), n=n) for title, n in exceptions]
    return words.say("answers.except", n=usual, exceptions=words.listed(named))


def titled(words: Words, titles: Sequence[str]) -> str:
    """Return themes as they stand inside a sentence: one as it reads, several each between marks."""
    if len(titles) == 1:
        return inline(titles[0])
    return words.listed([words.say("titles.quoted", title=title) for title in titles])


def attention_sentence(words: Words, themes: str, averages: Sequence[Cell]) -> str:
    """Say which themes ask for attention; of one its average."""
    if len(averages) > 1:
        return words.say("highlight.attention.many", themes=themes)
    (average,) = averages
    kind = "between" if average.kind == "between" else "one"
    return words.say(f"highlight.attention.{kind}", themes=themes, value=words.value(average), **words.bounds(average))


def gap_sentence(words: Words, gaps: Sequence[Gap], titles: Sequence[str]) -> str:
    """Say the clear differences between two groups: who is more positive about which themes, and by how much.

    Of a coded average no size is said, and so none of the largest either.
    """
    higher, lower = words.group(gaps[0].higher or ""), words.group(gaps[0].lower)
    parts = {"Higher": opening(higher.inline), "lower": lower.inline, "themes": titled(words, titles)}
    sentence = words.say(f"gap.different.{'many' if higher.plural else 'one'}", **parts)
    sizes = [abs(gap.difference) for gap in gaps if gap.difference is not None]
    if len(sizes) < len(gaps):
        return sentence
    return f"{sentence} {words.counted('gap.size', len(sizes), difference=words.number(max(sizes)))}"


def gap_answer(words: Words, outcomes: Sequence[GapWord]) -> str:
    """Say what the differences between groups come to when none of them is clear."""
    for word in (GapWord.UNCLEAR, GapWord.SAME):
        if word in outcomes:
            return words.say(f"gap.{word}")
    return ""


def trend_sentence(words: Words, trend: ThemeTrend, title: str, when: str) -> str:
    """Say a clear change of one theme: both values, and that chance is an unlikely reason."""
    before = words.value(trend.before) if trend.before else "–"
    return words.say(f"trend.{trend.outcome}", Theme=title, when=when, before=before, now=words.value(trend.now))


def benchmark_sentence(words: Words, situation: BenchmarkSituation, titles: Sequence[str]) -> str:
    """Say how the network stands on some themes beside the other networks; without titles, on all of them."""
    named = titled(words, titles) if titles else words.say("titles.all")
    themes = opening(named) if situation == BenchmarkSituation.NOT_COMPARABLE else named
    whether = {name: words.say(f"benchmark.{name}") for name in ("chance", "range")}
    return words.say(f"benchmark.{situation}", themes=themes, **whether)


def others_value(words: Words, figures: ThemeFigures | None) -> str:
    """Return the median and the middle half of the other networks as a table prints them."""
    if figures is None:
        return "–"
    quartiles = {"median": figures.median, "lower": figures.lower, "upper": figures.upper}
    return words.say("benchmark.value", **{name: words.number(value) for name, value in quartiles.items()})


def status_words(words: Words, status: Status) -> str:
    """Say how a theme stands; of a coded average every status that it can have: ``op weg of sterk``."""
    *start, last = [words.say(f"status.{name}") for name in status.names]
    return words.say("status.or", first=", ".join(start), last=last) if start else last


def theme_sentence(words: Words, cell: Cell, status: Status) -> str:
    """Say a theme's average; that many do not know it, or that opinions differ, comes first."""
    first = [words.say(f"{name}.text") for name in (StatusName.UNKNOWN, StatusName.DIVIDED) if name in status.names]
    return " ".join([*first, mean(words, cell)])


def share_said(words: Words, cell: Cell) -> str:
    """Say a share as it stands in a sentence: ``ongeveer 70%``, ``minstens 80%``."""
    return words.say(f"share.said.{cell.kind}", **percents(cell))


def percents(cell: Cell) -> dict[str, int]:
    """Return the printed ends of a share in percent, by name."""
    ends = {"low": cell.low, "high": cell.high}
    return {name: int(100 * end) for name, end in ends.items() if end is not None}


def item_sentence(words: Words, word: ItemWord, shares: Mapping[str, Cell]) -> str:
    """Say of one statement which part agrees, or disagrees, or of both where neither is most."""
    if word == ItemWord.NOT_SHOWN:
        return words.say("item.said.not_shown")
    situation = ItemWord.MIXED if word == ItemWord.UNSURE else word
    agree, disagree = (share_said(words, shares[side]) for side in ("agree", "disagree"))
    parts = {"agree": agree, "disagree": disagree, "Agree": opening(agree), "Disagree": opening(disagree)}
    return words.say(f"item.said.{situation}", **parts)


def grade_sentence(words: Words, shares: Mapping[str, Cell]) -> str:
    """Say which part of those who answered gave a low, a middle and a high grade."""
    names = {"Low": "1-5", "Middle": "6-7", "High": "8-10"}
    said = {name: opening(share_said(words, shares[grades])) for name, grades in names.items()}
    return words.say("overall.grade", **said)


def weeks(words: Words, number: int) -> str:
    """Say in about how much time something can be done."""
    return words.counted("suggestions.weeks", number)


def owners(words: Words, ids: Sequence[str]) -> str:
    """Say who could take something up."""
    return words.listed([words.say(f"owner.{each}") for each in ids])


def quoted(words: Words, statement: str) -> str:
    """Return a statement as it stands in another sentence: between marks, without its own full stop."""
    return words.say("statements.quoted", statement=statement.rstrip(" ."))


def sentences_counted(words: Words, count: int, asked: int) -> str:
    """Say how many statements; that it is all that were asked, where it is."""
    return words.say("statements.count.all" if count == asked else "statements.count", count=words.in_words(count))


def statements_said(words: Words, statements: Sequence[tuple[str, Cell]], side: str, asked: int) -> str:
    """Say which part agrees, or disagrees, with one statement or with several, of all ``asked``, that are alike."""
    (first, cell), *others = statements
    if not others:
        return words.say(f"statements.answer.{side}", statement=first.rstrip(" ."), share=share_said(words, cell))
    alike = len({(each.kind, each.low, each.high) for _, each in statements}) == 1
    share = share_said(words, cell) if alike else words.say("share.said.or_more", **percents(cell))
    if len(statements) > NAMED:
        sentences = sentences_counted(words, len(statements), asked)
        return words.say(f"statements.answer.{side}.count", sentences=sentences, share=share)
    named = words.listed([quoted(words, statement) for statement, _ in statements])
    count = words.in_words(len(statements))
    return words.say(f"statements.answer.{side}.many", count=count, items=named, share=share)
