"""The list of support organisations."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.access import access
from survey.administer.blueprint import blueprint
from survey.i18n import _
from survey.listing import choices, workbook
from survey.listing.listing import Cell, Column, Listing, has_page, link_to
from survey.listing.showing import show
from survey.queries.lists import supports
from survey.queries.lists.supports import SupportLine


@blueprint.get("/beheer/ondersteuningsorganisaties")
@access("administrator")
def list_supports() -> ResponseReturnValue:
    """Show the support organisations."""
    return render_template("administer/supports.html", shown=show(_listing()), has_page=has_page)


@blueprint.get("/beheer/ondersteuningsorganisaties.xlsx")
@access("administrator")
def list_supports_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing())


def _listing() -> Listing[SupportLine]:
    return Listing(
        endpoint="administer.list_supports",
        file_name="ondersteuningsorganisaties",
        exported="supports.exported",
        columns=_columns(),
        matches=supports.match,
        lines=supports.list_lines,
        filters=(choices.archive_filter(),),
        searched=_("Name of the organisation"),
    )


def _columns() -> tuple[Column[SupportLine], ...]:
    return (
        Column("naam", _("Support organisation"), lambda row: row.name, _name, width=36),
        Column("afzender", _("Sender of mails"), lambda row: row.sender_name or row.name, width=30),
        Column("accounts", _("Accounts"), lambda row: row.accounts, width=12, is_number=True),
        Column("netwerken", _("Networks"), lambda row: row.networks, width=12, is_number=True),
        Column("bewaart", _("Months contacts are kept"), lambda row: row.contact_months, width=20, is_number=True),
        Column("logboek", _("Months the log is kept"), lambda row: row.audit_months, width=20, is_number=True),
    )


def _name(row: SupportLine) -> Cell:
    archived = _("in the archive") if row.archived_at_utc else ""
    return Cell(row.name, link_to("administer.support", row.id), more=archived)
