"""The list of contacts; whom a round invited and who answered is not in it (disclosure rule R10)."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.access import access, person
from survey.advise.views import blueprint
from survey.database import reading
from survey.i18n import LANGUAGES, _, name_of
from survey.listing import choices, workbook
from survey.listing.listing import Cell, Column, Filter, Listing, link_to
from survey.listing.showing import show
from survey.queries.lists import contacts
from survey.queries.lists.contacts import ContactLine
from survey.queries.lists.reaching import reaches_many
from survey.queries.people import Person


@blueprint.get("/contactpersonen")
@access("coordinator")
def list_contacts() -> ResponseReturnValue:
    """Show the contacts of the networks that somebody reaches."""
    return render_template("advise/contacts.html", shown=show(_listing(person())))


@blueprint.get("/contactpersonen.xlsx")
@access("coordinator")
def list_contacts_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing(person()))


def _listing(somebody: Person) -> Listing[ContactLine]:
    with reading() as session:
        many = reaches_many(session, reach=somebody.reach)
    return Listing(
        endpoint="advise.list_contacts",
        file_name="contactpersonen",
        exported="contacts.exported",
        columns=_columns(choices.kinds()),
        matches=lambda wish: contacts.match(somebody.reach, wish, in_order=many),
        lines=contacts.list_lines,
        filters=(choices.network_filter(somebody), *_filters()),
        searched=_("Name or e-mail address"),
    )


def _filters() -> tuple[Filter, ...]:
    speaks = {"": _("All"), "ja": _("asked on behalf of the organisation"), "nee": _("not asked for that")}
    return (
        choices.kind_filter(),
        Filter("spreekt", _("Language"), {"": _("All"), **LANGUAGES}),
        Filter("namens", _("On behalf of the organisation"), speaks),
        choices.archive_filter(),
    )


def _columns(kinds: dict[str, str]) -> tuple[Column[ContactLine], ...]:
    return (
        Column("naam", _("Name"), lambda row: row.name, _name, width=28),
        Column("adres", _("E-mail address"), lambda row: row.address, width=34),
        Column("functie", _("Job"), lambda row: row.job, width=22, only_exported=True),
        Column("organisatie", _("Organisation"), lambda row: row.organisation, lambda row: _of(row, kinds), width=34),
        Column("soort", _("Kind of partner"), lambda row: kinds.get(row.kind, row.kind), width=30, only_exported=True),
        Column("netwerk", _("Network"), lambda row: row.network, _network, width=32),
        Column("spreekt", _("Language"), lambda row: name_of(row.language), width=14),
        Column("namens", _("On behalf of the organisation"), _speaks, width=18),
        Column("toegevoegd", _("Added on"), lambda row: row.added_at_utc, width=16, only_exported=True),
        Column("archief", _("In the archive since"), lambda row: row.archived_at_utc, width=16, only_exported=True),
    )


def _name(row: ContactLine) -> Cell:
    more = [row.job, _("in the archive") if row.archived_at_utc else ""]
    return Cell(row.name, link_to("advise.edit_contact", row.id), more=", ".join(filter(None, more)))


def _of(row: ContactLine, kinds: dict[str, str]) -> Cell:
    return Cell(row.organisation, more=kinds.get(row.kind, row.kind))


def _network(row: ContactLine) -> Cell:
    return Cell(row.network, link_to("advise.show_network", row.network_id))


def _speaks(row: ContactLine) -> str:
    return _("yes") if row.names_profile else _("no")
