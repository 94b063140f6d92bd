"""The privacy officer's page, and the records of processing: both drawn from one table in the code."""

from flask import render_template
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.privacy import terms
from survey.privacy.elsewhere import ELSEWHERE
from survey.privacy.holding import SEERS
from survey.privacy.holdings import HOLDINGS
from survey.public.views import blueprint


@blueprint.get("/privacy")
@access("public")
def holdings() -> ResponseReturnValue:
    """Say what is stored, where, how long, and who can see it."""
    return _draw("public/holdings.html")


@blueprint.get("/verwerkingen")
@access("public")
def records() -> ResponseReturnValue:
    """Show the records of processing (AVG, article 30)."""
    return _draw("public/records.html")


def _draw(template: str) -> str:
    return render_template(template, holdings=HOLDINGS, elsewhere=ELSEWHERE, seers=SEERS, how_long=terms.sentence)
