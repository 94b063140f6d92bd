"""Numbers of people in a report: by organisation, together with what a sum leaves out, and what follows from them."""

from collections.abc import Sequence
from typing import Final

from reports.profile import Count, ProfileResults, ReachSum, exchange, funnel, reach_sums
from reports.profile.asked import (
    COUNTED_TWICE,
    FINISHED,
    FOUND,
    INTAKE,
    OF_STARTED,
    REFERRED_IN,
    REFERRED_OUT,
    STARTED,
    VOLUNTEERS,
)
from reports.report.naming import silent_note
from reports.report.parts import Block, Paragraph
from reports.report.source import Source
from reports.report.tables import Column, Table
from reports.report.values import NOTHING, Value, count, number
from reports.wording import Words
from reports.wording.organisations import exchange_answer, funnel_answer, sum_note

BLOCK: Final = "reach-numbers"

#: The numbers in two tables, so that each fits on a page.
_TABLES: Final = {
    "find": (FOUND, REFERRED_OUT, REFERRED_IN),
    "learn": (INTAKE, STARTED, FINISHED, OF_STARTED, VOLUNTEERS),
}


def numbers(source: Source, profile: ProfileResults) -> list[Block]:
    """Return the numbers of every organisation that gave any, their sums, and what they say."""
    say, sums = source.words.say, reach_sums(profile)
    if not profile.numbers:
        return [Paragraph(say("reach.numbers.none"))]
    answers = filter(
        None, [funnel_answer(source.words, funnel(profile)), exchange_answer(source.words, exchange(profile))]
    )
    return [
        *map(Paragraph, answers),
        *(_table(source, profile, name) for name in _TABLES),
        *([_sums(source, profile)] if sums else []),
        Paragraph(say("reach.numbers.how"), "small"),
        *([Paragraph(say("reach.part.text"), "small")] if _has_part(profile) else []),
        *silent_note(source, profile, BLOCK),
    ]


def _has_part(profile: ProfileResults) -> bool:
    return any(given.count.kind == "part" for given in profile.numbers)


def _table(source: Source, profile: ProfileResults, name: str) -> Table:
    """Return the table of some of the numbers; the first also says what part was counted elsewhere."""
    say, questions = source.words.say, _TABLES[name]
    with_double = name == "find"
    heads = [Column(say("organisations.column"))]
    heads += [Column(say(f"reach.number.{question}"), numeric=True) for question in questions]
    heads += [Column(say("reach.double"))] if with_double else []
    rows = tuple(
        (
            Value(each.name),
            *_counts(source.words, profile, each.id, questions),
            *_double(source, profile, each.id, with_double),
        )
        for each in profile.organisations
        if BLOCK in each.blocks
    )
    return Table(f"reach-{name}", say(f"reach.numbers.{name}"), tuple(heads), rows)


def _counts(words: Words, profile: ProfileResults, by: str, questions: Sequence[str]) -> list[Value]:
    given = {each.question: each.count for each in profile.numbers if each.organisation == by}
    return [
        count(_said(words, given[question]), given[question], f"reach/{question}/{by}")
        if question in given
        else NOTHING
        for question in questions
    ]


def _said(words: Words, given: Count) -> str:
    said = words.say(f"reach.count.{given.kind}", number=given.number)
    return words.say("reach.number.estimated", number=said) if given.how == "estimated" else said


def _double(source: Source, profile: ProfileResults, by: str, wanted: bool) -> list[Value]:
    """Return what part of its people an organisation thinks was counted elsewhere too."""
    if not wanted:
        return []
    options = source.profile_labels.options(COUNTED_TWICE)
    said = (each.choice for each in profile.said if each.subject == COUNTED_TWICE and each.organisation == by)
    return [next((Value(options.get(choice, choice)) for choice in said), NOTHING)]


def _sums(source: Source, profile: ProfileResults) -> Table:
    """Return the sums over the organisations of which a number is shown; none without its warnings."""
    say = source.words.say
    columns = (
        Column(say("reach.sums.what")),
        Column(say("reach.sums.total"), numeric=True),
        Column(say("reach.sums.note")),
    )
    rows = tuple(
        (
            Value(say(f"reach.number.{each.question}")),
            _total(source.words, each),
            Value(sum_note(source.words, each)),
        )
        for each in reach_sums(profile)
    )
    return Table("reach-sums", say("reach.sums"), columns, rows)


def _total(words: Words, each: ReachSum) -> Value:
    """Return a sum, as the least that it can be where an organisation is not in it."""
    about = f"reach/{each.question}/sum"
    if each.is_whole or not each.is_told:
        return number(each.total if each.is_told else None, about)
    said = words.say("reach.sum.at-least", total=each.total)
    return Value(said, "number", "at_least", each.total, None, about, meant="counted")
