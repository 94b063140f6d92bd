"""The list of accounts."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.administer.blueprint import blueprint
from survey.database import reading
from survey.i18n import _
from survey.listing import workbook
from survey.listing.listing import Cell, Column, Filter, Listing, has_page, link_to
from survey.listing.showing import show
from survey.queries.lists import accounts, supports
from survey.queries.lists.accounts import AccountLine


@blueprint.get("/beheer/accounts")
@access("administrator")
def list_accounts() -> ResponseReturnValue:
    """Show everybody who can sign in."""
    return render_template("administer/accounts.html", shown=show(_listing()), has_page=has_page)


@blueprint.get("/beheer/accounts.xlsx")
@access("administrator")
def list_accounts_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing())


def _listing() -> Listing[AccountLine]:
    return Listing(
        endpoint="administer.list_accounts",
        file_name="accounts",
        exported="accounts.exported",
        columns=_columns(_roles()),
        matches=accounts.match,
        lines=accounts.list_lines,
        filters=_filters(),
        searched=_("Name or e-mail address"),
    )


def _roles() -> dict[str, str]:
    return {"coordinator": _("Coordinator"), "adviser": _("Adviser"), "administrator": _("Administrator")}


def _filters() -> tuple[Filter, ...]:
    with reading() as session:
        named = {str(id): name for id, name in supports.list_names(session)}
    states = {"actief": _("in use"), "uitgenodigd": _("invited, not taken up yet"), "gesloten": _("closed")}
    return (
        Filter("organisatie", _("Support organisation"), {"": _("All"), **named}, is_first=True),
        Filter("rol", _("Role"), {"": _("All"), **_roles()}),
        Filter("staat", _("State"), {"": _("All"), **states}),
    )


def _columns(roles: dict[str, str]) -> tuple[Column[AccountLine], ...]:
    return (
        Column("naam", _("Name"), lambda row: row.name, _name, width=28),
        Column("adres", _("E-mail address"), lambda row: row.address, width=36),
        Column("rol", _("Role"), lambda row: roles[row.role], width=16),
        Column("organisatie", _("Support organisation"), lambda row: row.support_organisation, width=32),
        Column("netwerken", _("Networks"), lambda row: row.networks, width=12, is_number=True),
        Column("staat", _("State"), _state, _state_cell, width=24),
        Column("toegevoegd", _("Added on"), lambda row: row.added_at_utc, width=16),
        Column("gezien", _("Last seen"), lambda row: row.seen_at_utc, width=16, only_exported=True),
    )


def _name(row: AccountLine) -> Cell:
    return Cell(row.name, link_to("administer.account", row.id))


def _state(row: AccountLine) -> str:
    if not row.active:
        return _("closed")
    return _("in use") if row.joined_at_utc else _("invited, not taken up yet")


def _state_cell(row: AccountLine) -> Cell:
    needs = row.active and row.joined_at_utc and row.role != "coordinator" and not row.has_second_factor
    return Cell(_state(row), more=_("no second step set up by app") if needs else "")
