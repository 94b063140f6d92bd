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
        "administer.list_supports",
        gettext_noop("Support organisations"),
        gettext_noop("Who looks after networks: sender, logo, texts, and how long things are kept."),
    ),
    Entry(
        "administer.list_accounts",
        gettext_noop("Accounts"),
        gettext_noop("Who can sign in: invite, change the role, close."),
    ),
    Entry(
        "administer.list_events",
        gettext_noop("Audit log"),
        gettext_noop("Who did what, when and from where."),
    ),
    Entry(
        "administer.retention",
        gettext_noop("Retention"),
        gettext_noop("What is erased tonight because it was kept long enough."),
    ),
    Entry(
        "administer.person_search",
        gettext_noop("A request of one person"),
        gettext_noop("Everything that staff hold about somebody, as a file; and erasing it everywhere."),
    ),
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
