"""The actions of a network: what is to be done, and what was; and saying with one press how far one is."""

from typing import Any
from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, StringField

from survey import clock
from survey.access import access
from survey.advise.actions.blueprint import blueprint
from survey.advise.actions.within import locked_action
from survey.advise.actions.wording import STATES, theme_name, told
from survey.advise.saving import changed, done, noted
from survey.advise.within import own_network
from survey.database import reading
from survey.errors import Refused
from survey.forms import StaffForm
from survey.i18n import _, gettext_noop
from survey.models.action import MOST_OPEN
from survey.queries import actions as queries
from survey.services import actions


class StateForm(StaffForm):
    """How far an action is, by one press of a button."""

    status = StringField()
    version = HiddenField()


@blueprint.get("/netwerken/<uuid:network_id>/acties")
@access("coordinator")
def list_actions(network_id: UUID) -> str:
    """Show what a network agreed to do, and what became of what it agreed before."""
    with reading() as session:
        network = own_network(session, network_id)
        agreed = queries.list_agreed(session, network_id=network_id)
    settled = sorted((each for each in agreed if not each.is_to_do), key=lambda each: str(each.settled_at_utc))[::-1]
    return render_template(
        "advise/actions/list.html",
        network=network,
        to_do=[each for each in agreed if each.is_to_do],
        settled=settled,
        most=MOST_OPEN,
        today=clock.dutch_day(clock.now()),
        may_edit=network.archived_at_utc is None,
        states=told(STATES),
        theme_name=theme_name,
    )


@blueprint.post("/netwerken/<uuid:network_id>/acties/<uuid:action_id>/stand")
@access("coordinator")
def move_action(network_id: UUID, action_id: UUID) -> ResponseReturnValue:
    """Say that an action is busy, done, or stopped."""
    form: Any = StateForm()

    def move(session: Session) -> None:
        own = locked_action(session, network_id, action_id)
        if str(own.action.version) != form.version.data:
            raise Refused(gettext_noop("Somebody else changed this action in the meantime. Look at it, and try again."))
        if form.status.data not in STATES:
            raise Refused(gettext_noop("Choose how far the action is."))
        if actions.move(session, network=own.network, action=own.action, status=form.status.data, at=clock.now()):
            noted(session, changed("action.moved", action_id, own.network))

    done(move, _("Saved"))
    return redirect(url_for("actions.list_actions", network_id=network_id), 303)
