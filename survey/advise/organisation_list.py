"""The list of partner organisations."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.access import access, person
from survey.advise.views import blueprint
from survey.database import reading
from survey.i18n import _
from survey.listing import choices, workbook
from survey.listing.listing import Cell, Column, Listing, link_to
from survey.listing.showing import show
from survey.queries.lists import organisations
from survey.queries.lists.organisations import OrganisationLine
from survey.queries.lists.reaching import reaches_many
from survey.queries.people import Person


@blueprint.get("/organisaties")
@access("coordinator")
def list_organisations() -> ResponseReturnValue:
    """Show the partner organisations of the networks that somebody reaches."""
    return render_template("advise/organisations.html", shown=show(_listing(person())))


@blueprint.get("/organisaties.xlsx")
@access("coordinator")
def list_organisations_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing(person()))


def _listing(somebody: Person) -> Listing[OrganisationLine]:
    with reading() as session:
        many = reaches_many(session, reach=somebody.reach)
    kinds = choices.kinds()
    places = {kind: place for place, kind in enumerate(kinds)}
    return Listing(
        endpoint="advise.list_organisations",
        file_name="organisaties",
        exported="organisations.exported",
        columns=_columns(kinds),
        matches=lambda wish: organisations.match(somebody.reach, wish, kinds=places, in_order=many),
        lines=organisations.list_lines,
        filters=(choices.network_filter(somebody), choices.kind_filter()),
        searched=_("Name of the organisation"),
    )


def _columns(kinds: dict[str, str]) -> tuple[Column[OrganisationLine], ...]:
    return (
        Column("naam", _("Organisation"), lambda row: row.name, _name, width=40),
        Column("soort", _("Kind of partner"), lambda row: kinds.get(row.kind, row.kind), width=34),
        Column("netwerk", _("Network"), lambda row: row.network, _network, width=36),
        Column("contactpersonen", _("Contacts"), lambda row: row.contacts, width=16, is_number=True),
    )


def _name(row: OrganisationLine) -> Cell:
    return Cell(row.name, link_to("advise.edit_organisation", row.id))


def _network(row: OrganisationLine) -> Cell:
    return Cell(row.network, link_to("advise.show_network", row.network_id))
