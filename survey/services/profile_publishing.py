"""Close a round for the organisations: their profiles are frozen once, by name, and what they were made of goes."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from questionnaires.definition import Questionnaire
from questionnaires.types.multiple_choice import MultipleChoice
from questionnaires.types.parts import Answer
from reports.profile import Partner, Profile, ProfileResults, freeze
from survey.clock import dutch_day
from survey.models import Round
from survey.queries import networks, profiles
from survey.queries.profiles import PROFILE
from survey.services.answering import asked


def publish_profiles(session: Session, *, closed: Round, closed_at: datetime, at: datetime) -> None:
    """Freeze what a closed round's organisations said and store it once; nothing where it asked them nothing."""
    if closed.profile_version is None or closed.profile_hash is None:
        return
    questionnaire = asked(PROFILE, closed.profile_version, closed.profile_hash, closed.profile_left_out)
    members = networks.list_organisations(session, network_id=closed.network_id)
    partners = [Partner(str(each.id), each.name, each.kind) for each in members]
    given = {str(name): answers for name, answers in profiles.list_profiles(session, round_id=closed.id)}
    counted = [_counted(partner, given, partners, questionnaire) for partner in partners if partner.id in given]
    frozen = freeze(partners, counted, questionnaire=questionnaire, closed_on=dutch_day(closed_at))
    profiles.store_published(session, profile=_row(closed, frozen, at))
    profiles.delete_profiles(session, round_id=closed.id)


def _counted(
    partner: Partner, given: Mapping[str, Mapping[str, Answer]], partners: list[Partner], questionnaire: Questionnaire
) -> Profile:
    """Return a partner's profile without what it says of who left the network."""
    others = {each.id for each in partners if each is not partner}
    return Profile(partner.id, without_strangers(given[partner.id], others, questionnaire))


def without_strangers(
    answers: Mapping[str, Answer], others: Collection[str], questionnaire: Questionnaire
) -> dict[str, Answer]:
    """Return answers in which organisations are spoken of that are still in the network, and no other."""
    kept = dict(answers)
    for name, question in questionnaire.questions.items():
        answer = kept.get(name)
        if isinstance(question, MultipleChoice) and question.options_from and isinstance(answer, list):
            kept[name] = [each for each in answer if each in others] or None
        elif question.chosen_in and isinstance(answer, dict):
            kept[name] = {each: said for each, said in answer.items() if each in others} or None
    return kept


def _row(closed: Round, frozen: ProfileResults, at: datetime) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "round_id": closed.id,
        "document": frozen.to_json(),
        "document_hash": frozen.hash,
        "published_at_utc": at,
    }
