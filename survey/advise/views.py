"""The networks somebody reaches, and signing out."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config, person
from survey.account.signing_in import end
from survey.database import reading
from survey.services import overview

blueprint = Blueprint("advise", __name__)


@blueprint.get("/netwerken")
@access("coordinator")
def list_networks() -> ResponseReturnValue:
    """Show the networks that somebody reaches."""
    with reading() as db_session:
        rows = overview.list_networks(db_session, reader=person(), key=config().instance_key, at=clock.now())
    return render_template("advise/networks.html", networks=rows)


@blueprint.post("/uitloggen")
@access("signed_in")
def sign_out() -> ResponseReturnValue:
    """Forget who is signed in."""
    end()
    return redirect(url_for("public.start"), 303)
