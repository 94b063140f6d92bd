"""Rounds that end, with and without somebody to release their report."""

from datetime import date, timedelta
from uuid import UUID

from flask import Flask
from sqlalchemy import update

from survey import clock
from survey.database import reading, writing
from survey.models import Round
from survey.services import closing
from tests.factories import NETWORK, OpenRound, answer, close_round, make_round, statements, words

#: Enough people for own words.
TWELVE = {"library": 6, "municipality": 6}
QUESTION = "op-keep"


def set_round(app: Flask, round_id: UUID, **values: object) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Round).where(Round.id == round_id).values(**values))


def find_round(app: Flask, round_id: UUID) -> Round:
    with app.app_context(), reading() as session:
        return session.get_one(Round, round_id)


def yesterday() -> date:
    return clock.dutch_day(clock.now()) - timedelta(days=1)


def let_it_end(app: Flask, round_id: UUID) -> None:
    """Let a round's last day be over; nobody has closed it yet."""
    set_round(app, round_id, closes_on=yesterday())


def cut_only(app: Flask, round_id: UUID) -> None:
    """Close a round without publishing it: somebody was interrupted."""
    with app.app_context(), writing() as session:
        closing.cut(session, round_id=round_id, at=clock.now())


def published_unreleased(
    app: Flask, members: dict[str, int] | None = None, *, texts: tuple[str, ...] = (), name: str = NETWORK
) -> OpenRound:
    """Make a round whose report is there and not released; the first people wrote these texts and ticked them."""
    opened = make_round(app, members or TWELVE, name=name)
    set_round(app, opened.id, releases_at_once=False)
    for person, token in enumerate(opened.tokens):
        said = words(QUESTION, texts[person], share=True) if person < len(texts) else {}
        answer(app, token, statements(1 + person % 5) | said)
    close_round(app, opened.id)
    return opened
