"""What the coming night deletes, per support organisation, and why."""

from flask import render_template
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.i18n import gettext_noop
from survey.services import retention as services
from survey.services.erasing import DAYS_IN_BACKUPS

#: What the terms that are the same everywhere are called.
_NAMES = {
    "sessions": gettext_noop("Sessions that ended by themselves"),
    "account_mails": gettext_noop("Mails to accounts that could not be sent"),
    "staged_imports": gettext_noop("Files that were given to import, and not carried out"),
    "link_requests": gettext_noop("Requests for a lost link"),
    "throttles": gettext_noop("Counters of tries"),
    "audit_rows": gettext_noop("Rows of the audit log whose term is over"),
    "sealed_rounds": gettext_noop("Closed rounds whose answers without a name go"),
}


@blueprint.get("/beheer/bewaren")
@access("administrator")
def retention() -> ResponseReturnValue:
    """Show what goes tonight, in numbers."""
    with reading() as db_session:
        due = services.due(db_session, at=clock.now())
    return render_template(
        "administer/retention.html",
        due=due,
        names=_NAMES,
        sealed_days=services.DAYS_SEALED,
        backup_days=DAYS_IN_BACKUPS,
    )
