"""Fill in what an organisation says on its own behalf: its people do it together, one page at a time (R11)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from questionnaires.definition import Page, Questionnaire
from questionnaires.respondent import Member, Respondent
from questionnaires.showing import Facts, Showing, showing
from questionnaires.types.parts import Answer, Form
from reports.names import dutch_order
from survey.errors import LinkUnknown, OwnPartFirst, PageUnknown, RoundClosed
from survey.queries import networks, profiles, visits
from survey.queries.networks import OrganisationRow
from survey.queries.profiles import PROFILE, ProfileRow
from survey.queries.visits import Visit
from survey.services.answering import asked, refuse_stopped, report_token
from survey.services.sheets import ERASED, Kept, Sheet, keep_choices, keep_page, moment
from survey.tokens import hash_token


@dataclass(frozen=True)
class OwnProfile:
    """The profile of a visitor's organisation: what it is asked, and what its people answered so far."""

    visit: Visit
    row: ProfileRow
    members: list[OrganisationRow]

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered so far, by whoever of the organisation."""
        return self.row.answers

    @cached_property
    def questionnaire(self) -> Questionnaire:
        """The profile as this round asks it."""
        row = self.row
        return asked(PROFILE, row.version, row.content_hash, row.left_out, self.visit.languages)

    @cached_property
    def respondent(self) -> Respondent:
        """What a page looks different for: the other organisations of the network are asked about."""
        others = [each for each in self.members if each.id != self.visit.organisation_id]
        listed = sorted(others, key=lambda other: (*dutch_order(other.name), str(other.id)))
        known = self.questionnaire.languages
        language = self.visit.language if self.visit.language in known else known[0]
        members = tuple(Member(str(other.id), other.name) for other in listed)
        return Respondent(language, self.visit.kind, tuple(self.visit.kinds), members)

    @cached_property
    def sheet(self) -> Sheet:
        """What the people of the organisation are filling in together."""
        blocks = tuple(block.id for block in self.questionnaire.blocks)
        facts = Facts(self.visit.kind, self.visit.round_number, blocks)
        return Sheet(self.questionnaire, self.respondent, facts, self.row.answers, self.row.choice_times)

    @property
    def now(self) -> Showing:
        """What is asked of this organisation now."""
        return showing(self.questionnaire, self.answers, self.sheet.facts)

    def answered(self, answers: Mapping[str, Answer]) -> "OwnProfile":
        """Return this profile with these answers, among those that it has."""
        return replace(self, row=replace(self.row, answers={**self.answers, **answers}))

    def holding(self, answers: dict[str, Answer], choice_times: dict[str, int], at: datetime) -> "OwnProfile":
        """Return this profile as its visitor leaves it; who passes through without a choice did not change it."""
        row = replace(self.row, answers=answers, choice_times=choice_times)
        if choice_times != self.row.choice_times:
            row = replace(row, kept_at_utc=at, editor_id=self.visit.contact_id, editor_name=self.visit.contact_name)
        return replace(self, row=row)

    def page(self, page_id: str) -> Page:
        """Return a page of this profile.

        Raises
        ------
        PageUnknown
            When there is no such page.
        """
        page = self.questionnaire.page(page_id)
        if page is None:
            raise PageUnknown
        return page


@dataclass(frozen=True, slots=True)
class SavedProfilePage:
    """What became of a posted page, or of choices on it; ``profile`` is as it is kept now."""

    profile: OwnProfile
    kept: Kept


def open_profile(where: Session | Connection, *, visit: Visit) -> OwnProfile:
    """Return the profile of a visitor's organisation.

    Raises
    ------
    PageUnknown
        When this round asks for none, or somebody came in by a code: then there is no organisation.
    OwnPartFirst
        When the own personal part is not sent in yet.
    """
    of = _organisation(visit)
    return _opened(where, visit, profiles.find_profile(where, round_id=visit.round_id, organisation_id=of))


def save_page(
    session: Session, *, token: str, key: bytes, page_id: str, form: Form, at: datetime
) -> SavedProfilePage:  # fmt: skip
    """Keep what was posted for one page of the profile.

    Raises
    ------
    LinkUnknown, RoundClosed, PageUnknown, OwnPartFirst
        When there is nothing to keep the page in.
    """
    return _keep(session, token, key, page_id, at, partial(keep_page, form=form, at=at))


def save_choices(
    session: Session, *, token: str, key: bytes, page_id: str, form: Form, at: datetime
) -> SavedProfilePage:  # fmt: skip
    """Keep single choices of one page as they are made.

    Raises
    ------
    LinkUnknown, RoundClosed, PageUnknown, OwnPartFirst
        When there is nothing to keep them in.
    """
    return _keep(session, token, key, page_id, at, partial(keep_choices, form=form, at=at))


def _keep(
    session: Session, token: str, key: bytes, page_id: str, at: datetime, keep: Callable[[Sheet, Page], Kept]
) -> SavedProfilePage:  # fmt: skip
    profile = _lock(session, token, key)
    kept = keep(profile.sheet, profile.page(page_id))
    if kept.is_news(profile.sheet):
        profile = profile.holding(kept.answers, kept.choice_times, at)
        profiles.keep_profile(session, row=profile.row)
    return SavedProfilePage(profile, kept)


def erase(session: Session, *, token: str, key: bytes, at: datetime) -> None:
    """Erase the whole profile, whoever filled it in; no choice from before comes back.

    Raises
    ------
    LinkUnknown, RoundClosed, PageUnknown, OwnPartFirst
        When there is no profile that this person may change.
    """
    profile = _lock(session, token, key)
    profiles.keep_profile(session, row=profile.holding({}, {ERASED: moment(at)}, at).row)


def may_speak(visit: Visit, row: ProfileRow) -> bool:
    """Whether somebody may see and change a profile: the own part is sent in, or they changed it last.

    Who erases the own part afterwards can so still take back what they said on behalf of the organisation.
    """
    return visit.sent_in_at_utc is not None or (row.editor_id is not None and row.editor_id == visit.contact_id)


def _lock(session: Session, token: str, key: bytes) -> OwnProfile:
    """Return the profile, which nobody else can change until the transaction ends.

    It is begun before anything is locked: a round that closes at the same time then waits, or has closed already.
    """
    visit = _open(session, visits.find_visit(session, token_hash=hash_token(token)), key)
    round_id, organisation_id = visit.round_id, _organisation(visit)
    profiles.begin_profile(session, round_id=round_id, organisation_id=organisation_id)
    visit = _open(session, visits.lock_visit(session, token_hash=hash_token(token)), key)
    row = profiles.lock_profile(session, round_id=round_id, organisation_id=organisation_id)
    return _opened(session, visit, row)


def _open(session: Session, visit: Visit | None, key: bytes) -> Visit:
    if visit is None:
        raise LinkUnknown
    refuse_stopped(visit)
    if visit.is_closed:
        raise RoundClosed(report_token(session, visit=visit, key=key), visit.meeting_on)
    return visit


def _organisation(visit: Visit) -> UUID:
    if visit.organisation_id is None:
        raise PageUnknown
    return visit.organisation_id


def _opened(where: Session | Connection, visit: Visit, row: ProfileRow | None) -> OwnProfile:
    if row is None:
        raise PageUnknown
    if not may_speak(visit, row):
        raise OwnPartFirst
    return OwnProfile(visit, row, networks.list_organisations(where, network_id=visit.network_id))
