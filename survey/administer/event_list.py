"""The audit log, to be searched; it holds no names, so they are looked up while it is read."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.administer import event_words
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.i18n import _, clock_time, day_of
from survey.listing import workbook
from survey.listing.listing import Cell, Column, Day, Filter, Listing, link_to
from survey.listing.showing import show
from survey.queries.lists import events, supports
from survey.queries.lists.events import EventLine
from survey.services import audit_actions as actions


@blueprint.get("/beheer/logboek")
@access("administrator")
def list_events() -> ResponseReturnValue:
    """Show who did what, newest first."""
    return render_template("administer/events.html", shown=show(_listing()))


@blueprint.get("/beheer/logboek.xlsx")
@access("administrator")
def list_events_workbook() -> Response:
    """Send it as a workbook."""
    return workbook.send(_listing())


def _listing() -> Listing[EventLine]:
    offered = actions.choices()
    return Listing(
        endpoint="administer.list_events",
        file_name="logboek",
        exported="audit.exported",
        columns=_columns(),
        matches=lambda wish: events.match(wish, actions=offered),
        lines=events.list_lines,
        filters=_filters({action: actions.in_words(action) for action in offered}),
        searched=_("Name or address of an account, or name of a network"),
        newest_first=True,
    )


def _filters(offered: dict[str, str]) -> tuple[Filter | Day, ...]:
    with reading() as session:
        named = {str(id): name for id, name in supports.list_names(session)}
    return (
        Filter("wat", _("What"), {"": _("All"), **offered}, is_first=True),
        Filter("organisatie", _("Support organisation"), {"": _("All"), **named}),
        Day("van", _("From this day")),
        Day("tot", _("Until and including this day")),
    )


def _columns() -> tuple[Column[EventLine], ...]:
    return (
        Column("wanneer", _("When"), lambda row: row.at_utc, _when, width=18),
        Column(
            "wie",
            _("Who"),
            _who,
            _who_cell,
            width=28,
        ),
        Column("wat", _("What"), lambda row: actions.in_words(row.action), width=36),
        Column("netwerk", _("Network"), _network, width=32),
        Column("waarover", _("About"), _about, _about_cell, width=32),
        Column("organisatie", _("Support organisation"), lambda row: row.support_organisation, width=28),
        Column("waarvandaan", _("From where"), lambda row: event_words.place(row.place), width=20),
        Column("details", _("Details"), lambda row: event_words.details(row.details), width=40),
    )


def _when(row: EventLine) -> Cell:
    return Cell(day_of(row.at_utc), more=clock_time(row.at_utc))


def _who(row: EventLine) -> str:
    if row.actor_id is None:
        return _("nobody who is known")
    return row.actor or _("an account that is gone")


def _who_cell(row: EventLine) -> Cell:
    return Cell(_who(row), link_to("administer.account", row.actor_id) if row.actor_id and row.actor else "")


def _network(row: EventLine) -> str:
    if row.network_id is None:
        return ""
    return row.network or _("a network that is gone")


def _about(row: EventLine) -> str:
    if row.object_kind == "account" and row.object_id is not None:
        return row.object_account or _("an account that is gone")
    return "" if row.object_kind == "network" else event_words.kind(row.object_kind)


def _about_cell(row: EventLine) -> Cell:
    """Lead to the proof, where somebody was erased."""
    is_erasure = row.action == "person.erased"
    return Cell(_about(row), link_to("administer.person_proof", row.id) if is_erasure else "")
