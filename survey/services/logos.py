"""Keep a support organisation's logo, and take it away."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey.models import Logo
from survey.queries import logos, supports
from survey.services import audit
from survey.services.audit import Actor, What
from survey.services.pictures import Picture


def keep(session: Session, *, support_id: UUID, picture: Picture, by: Actor, at: datetime) -> None:
    """Put this picture in the place of the one before."""
    supports.lock(session, support_id=support_id)  # of two who do so at once, the second waits and replaces
    logos.delete_logo(session, support_id=support_id)
    row = Logo(
        id=uuid4(),
        support_organisation_id=support_id,
        png=picture.png,
        width=picture.width,
        height=picture.height,
        content_hash=picture.content_hash,
    )
    session.add(row)
    _note(session, "support_organisation.logo_changed", support_id, by, at)


def take_away(session: Session, *, support_id: UUID, by: Actor, at: datetime) -> None:
    """Do without a logo; nothing happens where there is none."""
    if logos.delete_logo(session, support_id=support_id):
        _note(session, "support_organisation.logo_removed", support_id, by, at)


def _note(session: Session, action: str, support_id: UUID, by: Actor, at: datetime) -> None:
    what = What(action, "support_organisation", support_id, support_organisation_id=support_id)
    audit.note(session, what, by=by, at=at)
