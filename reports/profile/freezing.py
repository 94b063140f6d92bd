"""The close of a round for the organisation profile: sealed profiles in, one frozen ProfileResults object out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from questionnaires.definition import Questionnaire
from questionnaires.types.checklist import Checklist
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.options import answered
from questionnaires.types.parts import Answer
from reports.disclosure.policy import VERSION
from reports.names import dutch_order
from reports.profile import asked
from reports.profile.counts import Count, code_count, code_part
from reports.profile.document import ProfileResults
from reports.profile.facts import Contact, Organisation, ReachNumber, Said, SeenGroup, Task, Voice, Wanted
from reports.profile.given import Partner, Profile, checked

#: The answers that count, by organisation in the order of their names; who filled in nothing has none.
_Given = Mapping[str, Mapping[str, Answer]]


def freeze(
    partners: Iterable[Partner], profiles: Iterable[Profile], *, questionnaire: Questionnaire, closed_on: date
) -> ProfileResults:
    """Make the profile's results of a closed round, once; they are shown with the names of the organisations.

    Parameters
    ----------
    partners
        Every organisation of the network, those without a profile included, in any order.
    profiles
        The profiles that were sealed; an organisation without one did not fill it in.
    questionnaire
        The organisation profile, without the blocks that the round left out.

    Raises
    ------
    InvalidProfile
        See :func:`reports.profile.given.checked`.
    """
    listed = sorted(partners, key=lambda partner: (*dutch_order(partner.name), partner.id))
    found = checked(listed, profiles, questionnaire)
    given = {partner.id: found.get(partner.id, {}) for partner in listed}
    return ProfileResults(
        policy=VERSION,
        questionnaire=questionnaire.id,
        questionnaire_version=questionnaire.version,
        questionnaire_hash=questionnaire.content_hash,
        closed_on=closed_on,
        blocks=tuple(_blocks(questionnaire, questionnaire.questions)),
        organisations=tuple(_organisation(partner, given[partner.id], questionnaire) for partner in listed),
        tasks=tuple(_tasks(given, questionnaire)),
        groups=tuple(_groups(given, questionnaire)),
        numbers=tuple(_numbers(given)),
        said=tuple(_said(given, questionnaire)),
        voices=tuple(_voices(given)),
        contacts=tuple(_contacts(given)),
        wanted=tuple(_wanted(given)),
    )


def _blocks(questionnaire: Questionnaire, ids: Iterable[str]) -> Iterator[str]:
    """Go through the blocks that hold any of these questions."""
    wanted = set(ids)
    for block in questionnaire.blocks:
        if any(question.id in wanted for question in block.questions):
            yield block.id


def _organisation(partner: Partner, answers: Mapping[str, Answer], questionnaire: Questionnaire) -> Organisation:
    return Organisation(partner.id, partner.name, tuple(_blocks(questionnaire, answers)), partner.kind)


def _tasks(given: _Given, questionnaire: Questionnaire) -> Iterator[Task]:
    question = questionnaire.questions.get(asked.TASKS)
    if not isinstance(question, Checklist):
        return
    for line in question.lines:
        ticks = {name: _inside(answers.get(asked.TASKS), line.id) or () for name, answers in given.items()}
        by = {part: tuple(name for name, ticked in ticks.items() if part in ticked) for part in ("do", "lead", "want")}
        yield Task(line.id, line.shared, by["do"], by["lead"], by["want"])


def _groups(given: _Given, questionnaire: Questionnaire) -> Iterator[SeenGroup]:
    question = questionnaire.questions.get(asked.SEES)
    if not isinstance(question, MultipleChoice):
        return
    for option in question.options:
        seeing = (name for name, answers in given.items() if option.id in _listed(answers.get(asked.SEES)))
        yield SeenGroup(option.id, tuple(seeing))


def _numbers(given: _Given) -> Iterator[ReachNumber]:
    for question in asked.NUMBERS:
        for name, answers in given.items():
            if (answer := answers.get(question)) is not None:
                yield ReachNumber(question, name, _count(question, answer, answers))


def _count(question: str, answer: Any, answers: Mapping[str, Any]) -> Count:
    if question in asked.PARTS_OF_STARTED:
        return code_part(answer, answers.get(asked.STARTED))
    return code_count(answer)


def _said(given: _Given, questionnaire: Questionnaire) -> Iterator[Said]:
    """Go through the choices that are shown beside something else: double counting, and the municipality's check."""
    for name, answers in given.items():
        if isinstance(choice := answers.get(asked.COUNTED_TWICE), str):
            yield Said(asked.COUNTED_TWICE, name, choice)
    for question in (asked.CHECK, asked.LEVEL):
        for part in _parts(questionnaire, question):
            for name, answers in given.items():
                if choice := _inside(answers.get(question), part):
                    yield Said(f"{question}.{part}", name, choice)


def _parts(questionnaire: Questionnaire, name: str) -> tuple[str, ...]:
    question = questionnaire.questions.get(name)
    if isinstance(question, Checklist):
        return tuple(line.id for line in question.lines)
    return ("now", "needed") if question else ()


def _voices(given: _Given) -> Iterator[Voice]:
    for question, theme in asked.VOICES.items():
        for name, answers in given.items():
            choice, sentence = answers.get(question), answers.get(asked.WHY.format(voice=question))
            if choice or sentence:
                yield Voice(theme, name, _text(choice), _text(sentence))


def _contacts(given: _Given) -> Iterator[Contact]:
    for name, answers in given.items():
        ticked, details = _listed(answers.get(asked.PARTNERS)), answers.get(asked.CONTACT)
        for other in (each for each in given if each in ticked):
            about = dict(answered(_inside(details, other), asked.DETAILS))
            yield Contact(name, other, *(about.get(detail) for detail in asked.DETAILS))


def _wanted(given: _Given) -> Iterator[Wanted]:
    """Go through the wishes; who is ticked as a contact is no longer wanted without contact."""
    for name, answers in given.items():
        wished, ticked = _listed(answers.get(asked.WANTED)), _listed(answers.get(asked.PARTNERS))
        yield from (Wanted(name, other) for other in given if other in wished and other not in ticked)


def _listed(answer: Answer) -> list[str]:
    return answer if isinstance(answer, list) else []


def _inside(answer: Answer, key: str) -> Any:
    return answer.get(key) if isinstance(answer, dict) else None


def _text(answer: Answer) -> str | None:
    return answer if isinstance(answer, str) else None
