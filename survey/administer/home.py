"""The first page of administration: what is here, and whether the system is well."""

from dataclasses import dataclass
from typing import Final

from flask import render_template
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.i18n import gettext_noop
from survey.services import system


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of administration: its page, what it is called, and what it is for."""

    endpoint: str
    message: str
    help: str


#: Who adds a page for administrators adds a line here.
ENTRIES: Final = (
    Entry(
        "administer.list_questionnaires",
        gettext_noop("Questionnaires"),
        gettext_noop("What there is, who can choose it, and how it looks to a partner."),
    ),
    Entry(
        "administer.show_quality",
        gettext_noop("Quality of the questionnaires"),
        gettext_noop("How well the questions measure, studied once a year over all networks together."),
    ),
    Entry(
        "administer.show_system",
        gettext_noop("The system"),
        gettext_noop("Version, database, worker, mail and disk."),
    ),
)


@blueprint.get("/beheer")
@access("administrator")
def home() -> ResponseReturnValue:
    """Show what is here, and before it whether something is wrong with the system."""
    with reading() as db_session:
        found = system.look(db_session, config=config(), at=clock.now())
    return render_template("administer/home.html", entries=ENTRIES, troubles=found.troubles)
