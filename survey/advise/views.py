"""An adviser's list of networks, and signing out."""

from uuid import UUID

from flask import Blueprint, g, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.database import reading
from survey.queries import networks
from survey.services import overview

blueprint = Blueprint("advise", __name__)


@blueprint.get("/netwerken")
@access("adviser")
def list_networks() -> ResponseReturnValue:
    """Show the networks of the adviser's support organisation."""
    with reading() as db_session:
        adviser = networks.get_adviser(db_session, adviser_id=UUID(g.adviser_id))
        if adviser is None:
            session.clear()
            return redirect(url_for("public.start"), 303)
        rows = overview.list_networks(db_session, adviser=adviser, key=config().instance_key, at=clock.now())
    return render_template("advise/networks.html", adviser=adviser, networks=rows)


@blueprint.post("/uitloggen")
@access("adviser")
def sign_out() -> ResponseReturnValue:
    """Forget who is signed in."""
    session.clear()
    return redirect(url_for("public.start"), 303)
