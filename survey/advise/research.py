"""Download the research dataset: what all networks of a support organisation published, without their names."""

from typing import TYPE_CHECKING, Final

from flask import Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, actor, config, person
from survey.advise.views import blueprint
from survey.database import reading, writing
from survey.i18n import _

if TYPE_CHECKING:
    from survey.services.research import Form

_FILES: Final[dict["Form", tuple[str, str]]] = {
    "sav": ("onderzoek.sav", "application/x-spss-sav"),
    "csv": ("onderzoek.csv", "text/csv"),
    "codebook": ("onderzoek-codeboek.csv", "text/csv"),
}


@blueprint.get("/onderzoek.sav")
@access("adviser")
def research_sav() -> ResponseReturnValue:
    """Send the dataset for SPSS and PSPP."""
    return _send("sav")


@blueprint.get("/onderzoek.csv")
@access("adviser")
def research_csv() -> ResponseReturnValue:
    """Send the dataset as CSV."""
    return _send("csv")


@blueprint.get("/onderzoek-codeboek.csv")
@access("adviser")
def research_codebook() -> ResponseReturnValue:
    """Send what the columns mean."""
    return _send("codebook")


def _send(form: "Form") -> ResponseReturnValue:
    from survey.services import research  # it needs pandas, which stays out of the partners' pages

    support_id = person().support_organisation_id
    if person().role != "adviser":  # by that role alone an administrator reads no network's report (R10)
        abort(404)
    with reading() as session:
        found = research.gather(session, support_organisation_id=support_id, key=config().instance_key)
    if found is None:
        flash(_("Nothing was released yet, so there is nothing to download."))
        return redirect(url_for("advise.list_tokens"), 303)
    content = research.make(found, form)
    with writing() as session:
        research.note_export(
            session, support_organisation_id=support_id, rows=len(found.rows), by=actor(), at=clock.now()
        )
    name, mimetype = _FILES[form]
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
