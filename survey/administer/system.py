"""How the system is doing, for administrators."""

from datetime import datetime

from flask import render_template
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.mail.folder import mail_folder
from survey.services import system as services
from survey.services.system import in_round_numbers


@blueprint.get("/beheer/systeem")
@access("administrator")
def show_system() -> ResponseReturnValue:
    """Show version, database, workers, mail and disk, and what to do where something is wrong."""
    ours, at = config(), clock.now()
    with reading() as db_session:
        found = services.look(db_session, config=ours, at=at)
    return render_template(
        "administer/system.html",
        status=found,
        workers=[(name, _minutes(at, seen_at)) for name, seen_at in found.workers],
        mail_server=ours.mail_server,
        mail_folder=mail_folder(ours),
        size=in_round_numbers,
    )


def _minutes(at: datetime, seen_at: datetime) -> int:
    return max(0, int((at - seen_at).total_seconds() // 60))
