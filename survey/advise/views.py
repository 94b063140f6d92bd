"""The rooms of advisers and coordinators hang on this blueprint; and signing out."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from survey.access import access, person
from survey.account.signing_in import end
from survey.database import reading
from survey.queries.lists import networks

blueprint = Blueprint("advise", __name__)


@blueprint.get("/binnen")
@access("coordinator")
def enter() -> ResponseReturnValue:
    """Lead somebody who comes in to the first page: what their networks need, or else the list of networks."""
    somebody = person()
    with reading() as session:
        has_own = somebody.may("adviser") and networks.has_own(session, adviser_id=somebody.account_id)
    return redirect(url_for("dashboards.show_overview" if has_own else "advise.list_networks"), 303)


@blueprint.post("/uitloggen")
@access("signed_in")
def sign_out() -> ResponseReturnValue:
    """Forget who is signed in."""
    end()
    return redirect(url_for("public.start"), 303)
