"""What is kept of released reports, as tests need it."""

from pathlib import Path
from uuid import UUID

from flask import Flask
from sqlalchemy import select, update

from reports.report import ReportInput
from survey import clock
from survey.database import reading, writing
from survey.models import OwnWords, ReportEdition, Round
from survey.queries import own_words as queries
from survey.services.releasing import release
from tests.endings import published_unreleased
from tests.factories import NETWORK, OpenRound

#: Four texts, of which three are enough to be shown.
TEXTS = ("De koffie is goed.", "Het overleg loopt stroef.", "We zien elkaar vaak.", "Er is te weinig tijd.")


def editions(app: Flask, round_id: UUID) -> list[ReportEdition]:
    """Return all editions of a round's report."""
    with app.app_context(), reading() as session:
        theirs = select(ReportEdition).where(ReportEdition.round_id == round_id)
        return list(session.scalars(theirs.order_by(ReportEdition.number)))


def newest(app: Flask, round_id: UUID) -> ReportInput:
    """Return what the newest edition is made of."""
    return ReportInput.from_json(editions(app, round_id)[-1].document or "")


def words_of(app: Flask, round_id: UUID) -> set[str]:
    """Return the own words that the newest edition holds."""
    return {text for each in newest(app, round_id).words for text in each.texts}


def let_read(app: Flask, opened: OpenRound) -> None:
    with app.app_context(), writing() as session:
        release(session, closed=session.get_one(Round, opened.id), sender=None, at=clock.now())


def decide_all(app: Flask, opened: OpenRound, state: str = "released") -> None:
    """Decide the same about every text of a round."""
    with app.app_context(), writing() as session:
        session.execute(update(OwnWords).where(OwnWords.round_id == opened.id).values(state=state))


def released_with_words(app: Flask, *, name: str = NETWORK) -> OpenRound:
    """Make a round of which everybody reads the report, with four texts in it."""
    opened = published_unreleased(app, texts=TEXTS, name=name)
    decide_all(app, opened)
    let_read(app, opened)
    return opened


def id_of(app: Flask, opened: OpenRound, text: str) -> UUID:
    """Return the id of a text in own words."""
    with app.app_context(), reading() as session:
        return next(each.id for each in queries.list_words(session, round_id=opened.id) if each.words == text)


def files(app: Flask) -> list[Path]:
    """Return the files that editions were drawn to."""
    return sorted((app.extensions["netwerkspiegel"].data_dir / "forms").glob("*"))
