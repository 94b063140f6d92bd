"""Remind by hand those who did not send in: a page that says what happens, and the button on it."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, config
from survey.advise.rounds.blueprint import blueprint
from survey.advise.within import OwnRound, locked_round, own_round
from survey.database import reading, writing
from survey.errors import Refused
from survey.forms import StaffForm
from survey.i18n import _
from survey.queries import response_totals
from survey.services import reminding
from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order


@blueprint.get("/rondes/<uuid:round_id>/herinneren")
@access("coordinator")
def ask_to_remind(round_id: UUID) -> ResponseReturnValue:
    """Say whom a reminder goes to, before it goes."""
    with reading() as session:
        return _draw(session, own_round(session, round_id))


@blueprint.post("/rondes/<uuid:round_id>/herinneren")
@access("coordinator")
def remind(round_id: UUID) -> ResponseReturnValue:
    """Remind those who did not send in; pressed twice, they get one mail."""
    now = clock.now()
    try:
        with writing() as session:
            own = locked_round(session, round_id)
            network_id, sender = own.network.id, config().mail_from
            batches = reminding.remind_by_hand(session, opened=own.round, sender=sender, by=actor(), at=now)
    except Refused:
        with reading() as session:
            return _draw(session, own_round(session, round_id)), 422
    for batch_id in batches:
        hand_over(Order(ROUND_MAILS, batch_id), config())
    flash(_("The reminder is on its way to those who did not send in."))
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


def _draw(session: Session, own: OwnRound) -> str:
    """Draw the page; why it cannot be now takes the place of the button."""
    now, refusal = clock.now(), ""
    try:
        reminding.refuse_by_hand(session, own.round, now)
    except Refused as refused:
        refusal = refused.told
    totals = response_totals.count(session, round_ids=[own.round.id], until=clock.full_hour(now))[own.round.id]
    values = {"network": own.network, "round": own.round, "refusal": refusal, "totals": totals}
    return render_template("advise/round/remind.html", form=StaffForm(), **values)
