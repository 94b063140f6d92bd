"""What comes in: the organisations of a network and their sealed profiles, checked before anything is made of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from questionnaires.definition import Questionnaire
from questionnaires.showing import Facts, showing
from questionnaires.types.parts import Answer
from reports.profile.asked import CONTACT, PARTNERS, WANTED


class InvalidProfile(ValueError):
    """A profile that cannot be one of this network, this questionnaire, or an organisation at all.

    The message names the organisation and the question, never the answer.
    """


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation of the network, whether it filled in its profile or not."""

    id: str
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One sealed profile: whose it is, and its answers by question id; ``None`` is no answer."""

    organisation: str
    answers: Mapping[str, Answer]


def checked(
    partners: Sequence[Partner], profiles: Iterable[Profile], questionnaire: Questionnaire
) -> dict[str, Mapping[str, Answer]]:
    """Return the answers that count by organisation: those to questions that were asked of it.

    Raises
    ------
    InvalidProfile
        When the questionnaire is not answered by organisations; an organisation is there twice or has two profiles; a
        profile is of an organisation, or speaks of one, that is not in the network; a question is not in this version;
        or an answer is not one that it offers.
    """
    if questionnaire.answered_by != "organisation":
        raise InvalidProfile(f"{questionnaire.id} is answered by persons, and may not be shown by name.")
    given = list(profiles)
    known = {partner.id: partner for partner in partners}
    _refuse_twice([partner.id for partner in partners], "stands in the network twice")
    _refuse_twice([profile.organisation for profile in given], "has two profiles")
    for profile in given:
        if profile.organisation not in known:
            raise InvalidProfile(f"The organisation '{profile.organisation}' is not in the network.")
        _refuse_unsound(profile, questionnaire)
        _refuse_strangers(profile, known)
    return {each.organisation: _counting(each, known[each.organisation], questionnaire) for each in given}


def _refuse_twice(ids: Iterable[str], problem: str) -> None:
    twice = [each for each, number in Counter(ids).items() if number > 1]
    if twice:
        raise InvalidProfile(f"The organisation '{twice[0]}' {problem}.")


def _refuse_unsound(profile: Profile, questionnaire: Questionnaire) -> None:
    for name, answer in profile.answers.items():
        question = questionnaire.questions.get(name)
        if question is None:
            version = f"{questionnaire.id} {questionnaire.version}"
            raise InvalidProfile(f"'{profile.organisation}' answers '{name}', which {version} does not ask.")
        if not question.is_sound(answer):
            raise InvalidProfile(f"The answer of '{profile.organisation}' to '{name}' is not one that it offers.")


def _refuse_strangers(profile: Profile, known: Iterable[str]) -> None:
    others = set(known) - {profile.organisation}
    for question in (PARTNERS, CONTACT, WANTED):
        named = cast(Iterable[Any], profile.answers.get(question) or ())
        if not set(named) <= others:
            raise InvalidProfile(
                f"In '{question}' '{profile.organisation}' speaks of itself or of an organisation not in the network."
            )


def _counting(profile: Profile, partner: Partner, questionnaire: Questionnaire) -> Mapping[str, Answer]:
    """Return what was asked and answered: who passes through a page and chooses nothing, says nothing by name."""
    asked_for = showing(questionnaire, profile.answers, Facts(kind=partner.kind)).answers
    return {name: answer for name, answer in asked_for.items() if answer is not None}
