"""What organisations say on their own behalf: filled in together while a round is open, frozen after it (R11)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from survey.models import (
    Contact,
    OrganisationProfile,
    PartnerOrganisation,
    PublishedProfile,
    Round,
)

#: The questionnaire that organisations answer; a round stores only which version of it.
PROFILE: Final = "organisatieprofiel"


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """What a round asks of one organisation, and what its people filled in together so far."""

    #: None as long as nobody has begun.
    id: UUID | None
    version: str
    content_hash: str
    left_out: list[str]
    organisation_name: str
    answers: dict[str, Any]
    choice_times: dict[str, int]
    kept_at_utc: datetime | None
    editor_id: UUID | None
    editor_name: str | None


_FIND: Final[Select[*tuple[Any, ...]]] = (
    select(
        OrganisationProfile.id,
        Round.profile_version,
        Round.profile_hash,
        Round.profile_left_out,
        PartnerOrganisation.name,
        OrganisationProfile.answers,
        OrganisationProfile.choice_times,
        OrganisationProfile.kept_at_utc,
        OrganisationProfile.editor_id,
        Contact.name,
    )
    .select_from(Round)
    .join(PartnerOrganisation, PartnerOrganisation.id == bindparam("organisation"))
    .outerjoin(
        OrganisationProfile,
        (OrganisationProfile.round_id == Round.id)
        & (OrganisationProfile.partner_organisation_id == PartnerOrganisation.id),
    )
    .outerjoin(Contact, Contact.id == OrganisationProfile.editor_id)
    .where(Round.id == bindparam("round"), Round.profile_version.is_not(None))
)


def find_profile(where: Session | Connection, *, round_id: UUID, organisation_id: UUID) -> ProfileRow | None:
    """Return an organisation's profile in a round, begun or not; ``None`` when the round asks for none."""
    row = where.execute(_FIND, {"round": round_id, "organisation": organisation_id}).one_or_none()
    if row is None:
        return None
    begun, version, content_hash, left_out, name, answers, times, *kept = row
    return ProfileRow(begun, version, content_hash, left_out, name, answers or {}, times or {}, *kept)


def begin_profile(session: Session, *, round_id: UUID, organisation_id: UUID) -> None:
    """Make sure that an organisation has its profile in a round; of two who begin at once, one does."""
    make = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    values = {"id": uuid4(), "round_id": round_id, "partner_organisation_id": organisation_id}
    begun = make(OrganisationProfile).values(**values, answers={}, choice_times={})
    session.execute(begun.on_conflict_do_nothing(index_elements=["round_id", "partner_organisation_id"]))


def lock_profile(session: Session, *, round_id: UUID, organisation_id: UUID) -> ProfileRow | None:
    """Like ``find_profile``, and nobody else can change it until the transaction ends."""
    session.execute(select(OrganisationProfile.id).where(_of(round_id, organisation_id)).with_for_update())
    return find_profile(session, round_id=round_id, organisation_id=organisation_id)


def keep_profile(session: Session, *, row: ProfileRow) -> None:
    """Store the whole document of answers, with when each was chosen, and who changed it last."""
    kept = {"answers": row.answers, "choice_times": row.choice_times}
    kept |= {"kept_at_utc": row.kept_at_utc, "editor_id": row.editor_id}
    session.execute(update(OrganisationProfile).where(OrganisationProfile.id == row.id).values(**kept))


def forget_editors(session: Session, *, round_id: UUID) -> None:
    """Take off who filled in a round's profiles, and when; part of the cut."""
    ours = update(OrganisationProfile).where(OrganisationProfile.round_id == round_id)
    session.execute(ours.values(editor_id=None, kept_at_utc=None, choice_times={}))


def list_profiles(session: Session, *, round_id: UUID) -> list[tuple[UUID, dict[str, Any]]]:
    """Return a round's profiles that were begun: whose, and the answers."""
    statement = select(OrganisationProfile.partner_organisation_id, OrganisationProfile.answers)
    found = session.execute(
        statement.where(OrganisationProfile.round_id == round_id).order_by(OrganisationProfile.partner_organisation_id)
    )
    return [(row[0], row[1]) for row in found]


def delete_profiles(session: Session, *, round_id: UUID) -> None:
    """Delete what organisations filled in; what was published of it stays."""
    session.execute(delete(OrganisationProfile).where(OrganisationProfile.round_id == round_id))


def store_published(session: Session, *, profile: dict[str, Any]) -> None:
    """Store the frozen profiles of a round."""
    session.execute(insert(PublishedProfile), [profile])


def get_published(session: Session, *, round_id: UUID) -> str | None:
    """Return the frozen profiles of a round."""
    return session.scalar(select(PublishedProfile.document).where(PublishedProfile.round_id == round_id))


def list_asked(session: Session) -> list[tuple[str, str, str]]:
    """Return every version of the profile that any round asked and did not cancel, with its hash then."""
    asked: Select[*tuple[Any, ...]] = select(Round.profile_version, Round.profile_hash)
    counted = Round.profile_version.is_not(None) & Round.cancelled_at_utc.is_(None)
    known = asked.where(counted).distinct().order_by(*asked.selected_columns)
    return [(PROFILE, row[0], row[1]) for row in session.execute(known)]


def _of(round_id: UUID, organisation_id: UUID) -> Any:
    return (OrganisationProfile.round_id == round_id) & (OrganisationProfile.partner_organisation_id == organisation_id)
