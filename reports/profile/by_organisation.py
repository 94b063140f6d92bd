"""What each organisation said on its own behalf, in words: the plainest way to read the frozen profiles."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from questionnaires.definition import Questionnaire
from questionnaires.respondent import Member, Respondent
from questionnaires.types.base import Question
from questionnaires.types.parts import Answer
from questionnaires.types.whole_number import WholeNumber
from reports.profile import asked
from reports.profile.counts import Count
from reports.profile.document import ProfileResults
from reports.profile.facts import Contact, Organisation
from reports.wording.words import words


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A question and what was said to it: a line for each part, with its label (empty for a simple question)."""

    wording: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SaidPart:
    """One part of the profile that an organisation answered."""

    title: str
    lines: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """An organisation and what it said; no parts when it did not fill in its profile."""

    name: str
    kind: str | None
    parts: tuple[SaidPart, ...]


def by_organisation(profile: ProfileResults, questionnaire: Questionnaire, language: str) -> tuple[Speaker, ...]:
    """Return what each organisation said, in the order of their names, from the frozen profiles only.

    Parameters
    ----------
    profile
        The frozen profiles of a round.
    questionnaire
        The version of the organisation profile that they are answers to.
    language
        One that the questionnaire and the wording of reports both have.
    """
    return tuple(
        Speaker(each.name, each.kind, tuple(_parts(profile, questionnaire, each, language)))
        for each in profile.organisations
    )


def _parts(
    profile: ProfileResults, questionnaire: Questionnaire, by: Organisation, language: str
) -> Iterator[SaidPart]:  # fmt: skip
    others = tuple(Member(each.id, each.name) for each in profile.organisations if each is not by)
    respondent = Respondent(language, by.kind, organisations=others)
    answers, counts = answers_of(profile, by.id), _counts(profile, by.id)
    for block in questionnaire.blocks:
        if block.id in by.blocks:
            lines = (_line(question, answers, counts, respondent) for question in block.questions)
            yield SaidPart(block.title.in_language(language), tuple(line for line in lines if line.said))


def _line(
    question: Question, answers: Mapping[str, Answer], counts: Mapping[str, Count], respondent: Respondent
) -> SaidLine:
    count = counts.get(question.id)
    if isinstance(question, WholeNumber) and count:
        said = (("", _counted(count, question, respondent)),)
    else:
        said = question.said(answers.get(question.id), respondent)
    return SaidLine(question.wording(respondent), said)


def _counted(count: Count, question: WholeNumber, respondent: Respondent) -> str:
    """Say a number of people as far as it may be shown; one that may not be shown as "< 5" or "some"."""
    if not count.is_hidden:
        how = {"how": "unknown"} if count.kind == "unknown" else {"number": count.number, "how": count.how}
        return question.read_back({key: value for key, value in how.items() if value is not None}, respondent)
    number = words(respondent.language).say(f"reach.count.{count.kind}")
    certainty = {"counted": question.counted, "estimated": question.estimated}.get(count.how or "")
    return f"{number} ({certainty.in_language(respondent.language)})" if certainty else number


def _counts(profile: ProfileResults, by: str) -> dict[str, Count]:
    return {number.question: number.count for number in profile.numbers if number.organisation == by}


def answers_of(profile: ProfileResults, by: str) -> dict[str, Answer]:
    """Return what an organisation said as its answers were, but for numbers of people."""
    found: dict[str, Answer] = {
        asked.TASKS: _tasks(profile, by),
        asked.SEES: [group.id for group in profile.groups if by in group.organisations],
        asked.PARTNERS: [contact.about for contact in profile.contacts if contact.by == by],
        asked.CONTACT: _contacts(profile, by),
        asked.WANTED: [wish.about for wish in profile.wanted if wish.by == by],
    }
    for said in (said for said in profile.said if said.organisation == by):
        _put(found, said.subject, said.choice)
    questions = {theme: question for question, theme in asked.VOICES.items()}
    for voice in (voice for voice in profile.voices if voice.organisation == by):
        question = questions[voice.theme]
        found |= {question: voice.choice, asked.WHY.format(voice=question): voice.sentence}
    return {name: answer for name, answer in found.items() if answer}


def _tasks(profile: ProfileResults, by: str) -> dict[str, Any]:
    ticks = {
        task.id: [
            name for name, those in (("do", task.doers), ("lead", task.leaders), ("want", task.wanting)) if by in those
        ]
        for task in profile.tasks
    }
    return {task: ticked for task, ticked in ticks.items() if ticked}


def _contacts(profile: ProfileResults, by: str) -> dict[str, Any]:
    details = {contact.about: _details(contact) for contact in profile.contacts if contact.by == by}
    return {other: said for other, said in details.items() if said}


def _details(contact: Contact) -> dict[str, str]:
    said = (contact.frequency, contact.referral, contact.joint, contact.wish)
    return {detail: choice for detail, choice in zip(asked.DETAILS, said, strict=True) if choice}


def _put(found: dict[str, Answer], subject: str, choice: str) -> None:
    """Put a choice under its question, or under the line of it that it is an answer to."""
    question, _, part = subject.partition(".")
    if not part:
        found[question] = choice
        return
    known = found.get(question)
    found[question] = {**(known if isinstance(known, dict) else {}), part: choice}
