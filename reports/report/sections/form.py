"""Vorm en fase: how close the network works together and who steers it, now and as needed, by published shares."""

from typing import Final

from reports.profile import Direction, direction, nobody_steers
from reports.profile.form import CLOSE, DEPTH, STEERING
from reports.profile.verdicts import Verdict, ahead
from reports.report.heat import asks, favourite, ladder, ladder_answer, options_table, too_few
from reports.report.parts import Block, Paragraph, Section
from reports.report.source import Source
from reports.wording.organisations import ended, form_answer, most_chosen

PURPOSE, PHASE = "form-purpose", "fp-phase"

#: The form that a purpose needs at least; trying something new can be done in any.
_FITTING: Final = {"inform": "tell", "refer": "adjust", "joint-offer": "joint-work", "influence": "one-plan"}


def section(source: Source) -> Section | None:
    """Make the section: both ladders, the direction, the purpose with what fits it, and the phase."""
    if not asks(source, DEPTH, STEERING, PURPOSE, PHASE):
        return None
    blocks = [*_depth(source), *_purpose(source), *_steering(source), *_phase(source)]
    summary = form_answer(source.words, direction(source.results))
    return Section("form", source.words.say("form"), tuple(blocks or [too_few(source)]), summary)


def _depth(source: Source) -> list[Block]:
    say = source.words.say
    grid = ladder(source, DEPTH, id="form-depth", caption=say("form.depth"))
    if not grid.is_shown:
        return []
    lead = Paragraph(form_answer(source.words, direction(source.results)), "lead")
    return [lead, grid.figure(source, ladder_answer(source, DEPTH)), Paragraph(say("form.light"), "small")]


def _steering(source: Source) -> list[Block]:
    grid = ladder(source, STEERING, id="form-steering", caption=source.words.say("form.steering"))
    if not grid.is_shown:
        return []
    figure = grid.figure(source, ladder_answer(source, STEERING))
    many = nobody_steers(source.results) is Verdict.YES
    return [figure, *([Paragraph(source.words.say("form.nobody-steers.yes"))] if many else [])]


def _purpose(source: Source) -> list[Block]:
    """Return what the network is for, and the form that fits it."""
    if not source.results.shares(PURPOSE):
        return []
    words = source.words
    said = [most_chosen(words, "shares", favourite(source, PURPOSE)), _advice(source)]
    table = options_table(source, PURPOSE, "form-purpose", words.say("form.purpose"))
    return [table, Paragraph(" ".join(filter(None, said)))]


def _advice(source: Source) -> str:
    """Link the purpose to the form that it needs; without one purpose ahead, that is what to talk about first."""
    purpose = ahead(source.results.shares(PURPOSE))
    if purpose is None:
        return source.words.say("form.advice.none")
    step = source.labels.options(f"{DEPTH}.now").get(_FITTING.get(purpose, ""))
    label = source.labels.options(PURPOSE).get(purpose, purpose)
    if not step:
        return ""
    parts_ways = _FITTING[purpose] in CLOSE and direction(source.results) is Direction.LIGHTER
    said = [source.words.say("form.advice", purpose=label, step=ended(step))]
    return " ".join([*said, *([source.words.say("form.advice.lighter")] if parts_ways else [])])


def _phase(source: Source) -> list[Block]:
    if not source.results.shares(PHASE):
        return []
    table = options_table(source, PHASE, "form-phase", source.words.say("form.phase"))
    return [table, Paragraph(most_chosen(source.words, "shares", favourite(source, PHASE)))]
