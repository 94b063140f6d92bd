"""Where the views of signing in and of one's own account hang."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from survey.i18n import _

blueprint = Blueprint("account", __name__)


@blueprint.errorhandler(StaleDataError)
def changed_meanwhile(error: StaleDataError) -> ResponseReturnValue:
    """Tell that the same account was changed at the same moment; nothing of this request was kept."""
    title = _("This account was just changed")
    sentences = (_("Something else of this account was changed at the same moment. Try once more."),)
    return render_template("public/error.html", title=title, sentences=sentences), 409
