"""Open a planned round, or take that back: the worker does it, so that no request waits for it."""

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, config, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.saving import Confirmation, changed, done, noted, saved
from survey.advise.within import locked_network
from survey.database import reading
from survey.i18n import _, day
from survey.models import PlannedRound
from survey.queries import rounds
from survey.services import opening
from survey.services.openable import standing_of
from survey.services.settling import find_settled
from survey.work.client import hand_over
from survey.work.orders import opening_order


@blueprint.post("/netwerken/<uuid:network_id>/ronde/openen")
@access("adviser")
def open_round(network_id: UUID) -> ResponseReturnValue:
    """Have the worker open what was planned, once however often it is asked for."""
    form, seen = Confirmation(), request.form.get("version", "")

    def ask(session: Session) -> None:
        network = locked_network(session, network_id)
        find_settled(session, network=network)
        standing = standing_of(session, network=network)
        who, now = person().account_id, clock.now()
        is_new = opening.press_open(session, standing=standing, seen=seen, account_id=who, at=now)
        if is_new and standing.plan:
            noted(session, changed("round.opening_asked", standing.plan.id, network))

    if saved(form, ask):
        _tell(network_id)
    else:
        flash(form.form_errors[-1], "alert")
    return _to_the_round(network_id)


@blueprint.post("/netwerken/<uuid:network_id>/ronde/niet-openen")
@access("adviser")
def stop_opening(network_id: UUID) -> ResponseReturnValue:
    """Take back that a round be opened; the plan stays."""

    def stop(session: Session) -> None:
        network = locked_network(session, network_id)
        plan = find_settled(session, network=network)
        opening.stop_asking(session, plan=plan)
        if plan is not None:
            noted(session, changed("round.opening_stopped", plan.id, network))

    done(stop, _("The round does not open. The plan is still there."))
    return _to_the_round(network_id)


def _tell(network_id: UUID) -> None:
    """Hand it to the worker if its day has come, and say what happens."""
    with reading() as session:
        plan = rounds.find_plan(session, network_id=network_id)
    if plan is None or plan.asked_at_utc is None:
        flash(_("The round is open."))
        return
    if opening.is_due(plan, clock.now()):
        hand_over(opening_order(plan.id, plan.asked_at_utc), config())
    flash(_what_happens(plan))


def _what_happens(plan: PlannedRound) -> str:
    if plan.opens_on is not None and not opening.is_due(plan, clock.now()):
        return _("The round opens by itself on %(day)s. Until then you can stop it.", day=day(plan.opens_on))
    if plan.is_by_code:
        return _("The round is being opened. Then you can show its code on the screen.")
    return _("The round is being opened. In a few minutes the invitations go out.")


def _to_the_round(network_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)
