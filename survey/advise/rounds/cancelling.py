"""Cancel a round that was opened by mistake."""

import logging
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, actor, config
from survey.advise.rounds.blueprint import blueprint
from survey.advise.saving import Confirmation, saved
from survey.advise.within import locked_round, own_round
from survey.database import forget_deleted, reading
from survey.i18n import _
from survey.services.cancelling import cancel_round
from survey.work.client import hand_over
from survey.work.orders import ROUND_MAILS, Order

_logger = logging.getLogger("netwerkspiegel")


@blueprint.get("/rondes/<uuid:round_id>/annuleren")
@access("adviser")
def confirm_cancelling(round_id: UUID) -> ResponseReturnValue:
    """Say what cancelling does, and ask."""
    return _draw(round_id, Confirmation())


@blueprint.post("/rondes/<uuid:round_id>/annuleren")
@access("adviser")
def cancel(round_id: UUID) -> ResponseReturnValue:
    """Erase what was filled in, and have those told whose invitation went."""
    form: Any = Confirmation()
    batches: list[UUID] = []
    with reading() as session:
        network_id = own_round(session, round_id).network.id

    def erase(session: Session) -> None:
        locked_round(session, round_id)
        ours = config().mail_from
        batches.extend(cancel_round(session, round_id=round_id, sender=ours, by=actor(), at=clock.now()))

    if not saved(form, erase):
        return _draw(round_id, form), 422
    if not forget_deleted():
        _logger.warning("Something is reading the database, so deleted answers are still in its log until tonight.")
    for batch_id in batches:
        hand_over(Order(ROUND_MAILS, batch_id), config())
    flash(_("The round is cancelled, and everything that was filled in is erased."))
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


def _draw(round_id: UUID, form: Any) -> str:
    with reading() as session:
        network, cancelled = own_round(session, round_id)
    return render_template(
        "advise/round/cancel.html", form=form, network=network, round=cancelled, is_open=cancelled.closed_at_utc is None
    )
