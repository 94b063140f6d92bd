"""Open a round: fix its plan, invite its contacts, make their links."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from questionnaires import catalogue
from questionnaires.definition import Questionnaire
from questionnaires.kinds import partner_kinds
from survey.errors import Refused
from survey.i18n import gettext_noop
from survey.models import Invitation, Network, PlannedRound, Response, Round
from survey.queries import networks, profiles, rounds
from survey.queries.networks import ContactRow
from survey.services.codes import CodeTerms, make_code
from survey.services.openable import Dates, refuse_unopenable, standing_of
from survey.services.planning import Plan, default_plan, group_of, own_blocks, planned_questionnaire
from survey.services.profile_planning import left_out_of_profile, planned_profile
from survey.tokens import hash_token, make_token

#: What a round takes over from its plan as it stands there.
PLANNED = ("languages", "sender_name", "texts", "reminds_on", "is_by_code", "releases_at_once")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed before a round opens; without a plan, the default one is made."""

    closes_on: date
    plan: Plan | None = None
    meeting_on: date | None = None
    meeting_place: str | None = None


def open_round(session: Session, *, network: Network, terms: Terms, at: datetime, key: bytes) -> Round:
    """Open a network's next round, as it was planned, and invite all its contacts.

    Raises
    ------
    Refused
        As ``refuse_unopenable``, or when the questionnaire changed after it was asked before.
    """
    standing = standing_of(session, network=network)
    plan, contacts = standing.plan, standing.people
    questionnaire = planned_questionnaire(plan)
    dates = Dates(terms.closes_on, meeting_on=terms.meeting_on)
    refuse_unopenable(standing, questionnaire=questionnaire, dates=dates, at=at)
    round_id = uuid4()
    new = Round(
        id=round_id,
        network_id=network.id,
        number=rounds.newest_number(session, network_id=network.id) + 1,
        **_questionnaire_asked(session, questionnaire, own_blocks(plan) if plan else []),
        **_profile_asked(session, plan),
        kinds=kinds_of(session, network=network),
        plan=_groups(terms, plan, contacts),
        opened_at_utc=at,
        closes_on=terms.closes_on,
        meeting_on=terms.meeting_on,
        meeting_place=terms.meeting_place,
        **_planned(plan),
        report_generation=1,
        report_token_hash=hash_token(make_token(key, "report", round_id, 1)),
    )
    if plan is not None:
        session.delete(plan)
    session.add(new)
    session.flush()
    for contact in () if new.is_by_code else contacts:
        invite(session, round=new, contact=contact, key=key)
    if new.is_by_code:
        make_code(session, round=new, terms=CodeTerms("meeting"), key=key, at=at)
    return new


def invite(session: Session, *, round: Round, contact: ContactRow, key: bytes, late: bool = False) -> Invitation:
    """Invite one contact: an invitation, and an empty response that waits for its first page.

    Who has no address of their own, or was added after opening, joins the total only (disclosure rule R3).
    """
    invitation_id = uuid4()
    counts = contact.address_key is not None and not late
    invitation = Invitation(
        id=invitation_id,
        round_id=round.id,
        contact_id=contact.id,
        generation=1,
        token_hash=hash_token(make_token(key, "invitation", invitation_id, 1)),
        reporting_group=group_of(round.plan, contact.kind) if counts else None,
    )
    session.add(invitation)
    session.flush()
    asked = catalogue.find(round.questionnaire_id, round.questionnaire_version)
    languages = asked.offered_in(round.languages).languages
    language = contact.language if contact.language in languages else languages[0]
    session.add(Response(round_id=round.id, invitation_id=invitation_id, answers={}, language=language))
    session.flush()
    return invitation


def invite_late(session: Session, *, network: Network, contact: ContactRow, key: bytes) -> Invitation | None:
    """Invite a contact who was added while a round is open; ``None`` when none is, or it invites nobody by name."""
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is None or newest.closed_at_utc is not None or newest.is_by_code:
        return None
    return invite(session, round=newest, contact=contact, key=key, late=True)


def find_open_round(session: Session, *, network: Network) -> Round:
    """Return a network's open round.

    Raises
    ------
    Refused
        When no round is open.
    """
    newest = rounds.newest_round(session, network_id=network.id)
    if newest is None or newest.closed_at_utc is not None:
        raise Refused(gettext_noop("'%(network)s' has no open round. Open one first."), network=network.name)
    return newest


def kinds_of(session: Session, *, network: Network) -> list[str]:
    """Return the kinds of partner in a network, in the order in which they are offered."""
    present = networks.list_kinds(session, network_id=network.id)
    return [kind for kind in partner_kinds() if kind in present]


def _planned(plan: PlannedRound | None) -> dict[str, Any]:
    """Return what a round takes over from its plan.

    One that nobody planned has nobody to release its report; and who came in by a meeting's code is there to see it.
    """
    if plan is None:
        return {"releases_at_once": True}
    return {name: getattr(plan, name) for name in PLANNED} | {
        "releases_at_once": plan.releases_at_once or plan.is_by_code
    }


def _groups(terms: Terms, plan: PlannedRound | None, contacts: Sequence[ContactRow]) -> Plan:
    """Return the reporting groups; where everybody comes in by a code there are none (disclosure rule R3)."""
    if plan is not None and plan.is_by_code:
        return []
    return terms.plan or default_plan(contact.kind for contact in contacts if contact.address_key)


def _questionnaire_asked(session: Session, questionnaire: Questionnaire, left_out: list[str]) -> dict[str, Any]:
    """Return what a round keeps of the questionnaire that it asks."""
    _refuse_changed(questionnaire, rounds.list_asked(session))
    return {
        "questionnaire_id": questionnaire.id,
        "questionnaire_version": questionnaire.version,
        "questionnaire_hash": questionnaire.content_hash,
        "left_out": left_out,
    }


def _profile_asked(session: Session, plan: PlannedRound | None) -> dict[str, Any]:
    """Return what a round keeps of the organisation profile that it asks; by a code no organisation comes in."""
    left_out = plan.left_out if plan else []
    profile = planned_profile(left_out)
    if profile is None or (plan and plan.is_by_code):
        return {"profile_left_out": []}
    _refuse_changed(profile, profiles.list_asked(session))
    return {
        "profile_version": profile.version,
        "profile_hash": profile.content_hash,
        "profile_left_out": left_out_of_profile(left_out),
    }


def _refuse_changed(questionnaire: Questionnaire, asked: list[tuple[str, str, str]]) -> None:
    """Refuse a version that was asked before with other contents: it would compare what cannot be compared."""
    name, version = questionnaire.id, questionnaire.version
    if any(known[:2] == (name, version) and known[2] != questionnaire.content_hash for known in asked):
        raise Refused(
            gettext_noop(
                "Version %(version)s of '%(questionnaire)s' was asked in a round before, and its file has changed "
                "since. Put the old file back and give the new one a higher version."
            ),
            version=version,
            questionnaire=name,
        )
