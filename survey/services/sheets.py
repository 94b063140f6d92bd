"""Keep what is filled in on a sheet: a whole page that was posted, or single choices as they are made.

A sheet is a questionnaire with what a person, or an organisation, has answered so far. Nothing here reads or writes
the database: who calls has locked the sheet, and stores what comes back.

Of two choices about the same thing the newest wins, whatever the order in which they arrive: a device that was without
a connection sends them later, and a request can come twice. When a choice was made is told on the server's clock, by a
device that got its time with the page; its own clock may be wrong.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from questionnaires.definition import Page, Questionnaire
from questionnaires.respondent import Respondent
from questionnaires.showing import Facts, showing
from questionnaires.types.base import Question
from questionnaires.types.parts import CLEAR, Answer, Form, Part, Several
from questionnaires.types.texts import TICK
from survey.services.page_reading import PageReading, fingerprint, read_page, seen_prints

#: The field that tells of one choice when it was made: "sp-1:1790000000000".
CHOSEN: Final = "chosen"

#: Among the times of choices: what was chosen before this moment was erased, and does not come back.
ERASED: Final = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is being filled in. ``choice_times`` holds milliseconds since 1970, per unit: see :func:`units_of`."""

    questionnaire: Questionnaire
    respondent: Respondent
    facts: Facts
    answers: Mapping[str, Answer]
    choice_times: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a page or of choices: the whole document to store, and what to say about it."""

    page: Page
    reading: PageReading
    answers: dict[str, Answer]
    choice_times: dict[str, int]
    #: The questions of this page that are asked only since these answers.
    revealed: tuple[str, ...] = ()
    #: The choices that were read, kept or not: a device need not send them again.
    heard: tuple[str, ...] = ()
    #: Those of them that are the newest, and are kept.
    newest: tuple[str, ...] = ()
    #: What was answered elsewhere, which the page did not know, and what these choices took the place of.
    replaced: dict[str, Answer] = field(default_factory=dict[str, Answer])
    #: How many of them belong nowhere on this page: they were not kept, and nobody is told.
    strange: int = 0

    @property
    def basis(self) -> str:
        """What the page's answers are now, for the next save to tell."""
        return fingerprint(self.page, self.answers)

    def is_news(self, sheet: Sheet) -> bool:
        """Say whether there is anything to store."""
        return self.answers != sheet.answers or self.choice_times != sheet.choice_times


def moment(at: datetime) -> int:
    """Return a time as it is kept per choice: milliseconds since 1970."""
    return int(at.timestamp() * 1000)


def keep_page(sheet: Sheet, page: Page, form: Form, *, at: datetime) -> Kept:
    """Keep what was posted for one page; answers to other pages are not touched.

    Sound answers are kept even when another on the page is refused, so that nothing typed is lost.
    """
    reading = read_page(page, form, sheet.answers, sheet.respondent)
    revealed = _follow_conditions(sheet, page, reading)
    answers = {**sheet.answers, **reading.answers}
    times = {unit: moment(at) for unit in _changed_units(sheet, page, answers)}
    return Kept(page, reading, answers, {**sheet.choice_times, **times}, revealed)


def keep_choices(sheet: Sheet, page: Page, form: Form, *, at: datetime) -> Kept:
    """Keep single choices on a page, each unless a newer one is kept already; what is not in the form stays.

    Also says, as ``reading.changed``, what was answered elsewhere since the page was last told how it is.
    """
    told = dict(_chosen(form, latest=moment(at)))
    known = set(_units_of_questions(page, sheet, {_question_of(unit) for unit in told}))
    chosen = {unit: time for unit, time in told.items() if unit in known}
    fresh = {unit: time for unit, time in chosen.items() if time >= _newest(sheet, unit)}
    reading = PageReading()
    for question in page.questions:
        if units := {unit for unit in fresh if _question_of(unit) == question.id}:
            _read_units(reading, question, _Only(form, units), sheet)
    answers = {**sheet.answers, **reading.answers}
    times = _of_sound(fresh, reading)
    elsewhere = set(_changed_elsewhere(sheet, page, form))
    replaced = {name: sheet.answers.get(name) for name in elsewhere & set(map(_question_of, times))}
    late = {_question_of(unit) for unit in chosen.keys() - fresh.keys()}
    reading.changed = {name: answers.get(name) for name in sorted(elsewhere | late)}
    return Kept(
        page,
        reading,
        answers,
        {**sheet.choice_times, **times},
        heard=tuple(told),
        newest=tuple(times),
        replaced=replaced,
        strange=len(told) - len(chosen),
    )


def _units_of_questions(page: Page, sheet: Sheet, names: set[str]) -> Iterator[str]:
    """Go through everything in these questions of a page that is chosen by itself, and so has a time of its own."""
    for question in page.questions:
        if question.id in names:
            yield from _leaves(question.part(sheet.respondent))


def _leaves(part: Part) -> Iterator[str]:
    if isinstance(part, Several):
        for each in part.parts.values():
            yield from _leaves(each)
    else:
        yield part.name


def units_of(question: Question, sheet: Sheet, before: Answer, after: Answer) -> Iterator[str]:
    """Go through the parts of a question whose answers differ: its fields where it has several, else itself."""
    part = question.part(sheet.respondent)
    if not isinstance(part, Several):
        yield question.id
        return
    old, new = part.posted(before), part.posted(after)
    yield from (name.removesuffix(TICK) for name in {**old, **new} if old.get(name) != new.get(name))


def _changed_units(sheet: Sheet, page: Page, answers: Mapping[str, Answer]) -> Iterator[str]:
    for question in page.questions:
        before, after = sheet.answers.get(question.id), answers.get(question.id)
        if before != after:
            yield from units_of(question, sheet, before, after)


def _follow_conditions(sheet: Sheet, page: Page, reading: PageReading) -> tuple[str, ...]:
    """Forget what is wrong with questions that are not asked; return those that these answers brought up."""
    if not page.is_conditional:
        return ()
    before = showing(sheet.questionnaire, sheet.answers, sheet.facts)
    after = showing(sheet.questionnaire, {**sheet.answers, **reading.answers}, sheet.facts)
    reading.leave_out({question.id for question in page.questions} - after.shown)
    return tuple(part.id for part in page.parts if after.brings_up(part, before))


def _chosen(form: Form, *, latest: int) -> Iterator[tuple[str, int]]:
    """Go through the choices that a form tells of; one from the future was made now, and one without a time never."""
    for told in form.getlist(CHOSEN):
        unit, _, time = told.rpartition(":")
        if unit and time.isascii() and time.isdigit() and len(time) < 16:
            yield unit, min(int(time), latest)


def _newest(sheet: Sheet, unit: str) -> int:
    return max(sheet.choice_times.get(unit, 0), sheet.choice_times.get(ERASED, 0))


def _question_of(unit: str) -> str:
    return unit.split(".")[0]


def _read_units(reading: PageReading, question: Question, form: Form, sheet: Sheet) -> None:
    result = question.read(form, sheet.answers.get(question.id), sheet.respondent)
    reading.problems |= {problem.field: problem for problem in result.problems}
    reading.answers[question.id] = result.answer


def _of_sound(times: Mapping[str, int], reading: PageReading) -> dict[str, int]:
    """Leave out the times of choices that were refused: what is stored is older."""
    refused = set(reading.problems) | {name.rpartition(".")[0] for name in reading.problems}
    return {unit: time for unit, time in times.items() if unit not in refused}


def _changed_elsewhere(sheet: Sheet, page: Page, form: Form) -> Iterator[str]:
    """Go through the questions whose stored answers are not what the page was last told."""
    now = seen_prints(page, fingerprint(page, sheet.answers))
    yield from (name for name, seen in seen_prints(page, form.get("basis")).items() if now[name] != seen)


@dataclass(frozen=True, slots=True)
class _Only:
    """A form of which only the fields of these units can be seen."""

    form: Form
    units: set[str]

    def get(self, name: str, /) -> str | None:
        return next(iter(self.getlist(name)), None)

    def getlist(self, name: str, /) -> list[str]:
        if name == CLEAR:
            return [cleared for cleared in self.form.getlist(CLEAR) if self._shows(cleared)]
        return self.form.getlist(name) if self._shows(name) else []

    def _shows(self, name: str) -> bool:
        return bool(self.units & {name, name.removesuffix(TICK), name.rpartition(".")[0]})
