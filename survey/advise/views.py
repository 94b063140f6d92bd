"""The rooms of advisers and coordinators hang on this blueprint; and signing out."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.account.signing_in import end

blueprint = Blueprint("advise", __name__)


@blueprint.post("/uitloggen")
@access("signed_in")
def sign_out() -> ResponseReturnValue:
    """Forget who is signed in."""
    end()
    return redirect(url_for("public.start"), 303)
