"""Ticked open answers after the cut, for the one adviser who reads them; and the names that may stand in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session

from survey.models import Contact, OwnWords, PartnerOrganisation, Round


def list_words(session: Session, *, round_id: UUID) -> Sequence[OwnWords]:
    """Return the texts of a round; their ids are random, so their order says nothing."""
    return session.scalars(select(OwnWords).where(OwnWords.round_id == round_id).order_by(OwnWords.id)).all()


def lock_words(session: Session, *, round_id: UUID) -> Sequence[OwnWords]:
    """Return the texts of a round, which nobody else decides on until the transaction ends."""
    return session.scalars(
        select(OwnWords).where(OwnWords.round_id == round_id).order_by(OwnWords.id).with_for_update()
    ).all()


def count_by_state(session: Session, *, round_id: UUID) -> dict[str, int]:
    """Count a round's texts by what was decided about them."""
    statement = select(OwnWords.state, func.count()).where(OwnWords.round_id == round_id).group_by(OwnWords.state)
    return {state: number for state, number in session.execute(statement.order_by(OwnWords.state))}


def list_released(session: Session, *, round_id: UUID) -> list[tuple[str, str]]:
    """Return question and text of what a report may show, where participants can read it."""
    is_read = exists().where(Round.id == OwnWords.round_id, Round.released_at_utc.is_not(None))
    statement = select(OwnWords.question_id, func.coalesce(OwnWords.shown_words, OwnWords.words))
    ours = (OwnWords.round_id == round_id) & (OwnWords.state == "released")
    return [(row[0], row[1]) for row in session.execute(statement.where(ours, is_read).order_by(OwnWords.id))]


def overwrite_originals(session: Session, *, round_id: UUID) -> None:
    """Keep of released texts only what is shown."""
    changed = (OwnWords.state == "released") & OwnWords.shown_words.is_not(None)
    session.execute(
        update(OwnWords)
        .where(OwnWords.round_id == round_id, changed)
        .values(words=OwnWords.shown_words, shown_words=None)
        .execution_options(synchronize_session="fetch")
    )


def delete_hidden(session: Session, *, round_id: UUID) -> None:
    """Delete the texts that will never be shown."""
    hidden = (OwnWords.round_id == round_id) & (OwnWords.state == "hidden")
    session.execute(delete(OwnWords).where(hidden).execution_options(synchronize_session="fetch"))


def list_people(session: Session, *, network_id: UUID) -> list[str]:
    """Return the names of a network's contacts, also of those who left."""
    statement = select(Contact.name).where(Contact.network_id == network_id, Contact.erased_at_utc.is_(None))
    return list(session.scalars(statement.order_by(Contact.name, Contact.id)))


def list_organisations(session: Session, *, network_id: UUID) -> list[str]:
    """Return the names of a network's organisations."""
    ours = PartnerOrganisation.network_id == network_id
    return list(session.scalars(select(PartnerOrganisation.name).where(ours).order_by(PartnerOrganisation.name)))
