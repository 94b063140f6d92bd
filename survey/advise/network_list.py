"""The list of networks: where an adviser sees where help is needed."""

from flask import Response, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, person
from survey.advise.views import blueprint
from survey.clock import full_hour
from survey.database import reading
from survey.i18n import _, day
from survey.listing import choices, workbook
from survey.listing.listing import Cell, Column, Filter, Listing, has_page, link_to
from survey.listing.showing import show
from survey.models.network import PROVINCES
from survey.queries.lists import networks
from survey.queries.lists.networks import NetworkLine
from survey.queries.people import Person
from survey.services.hand_overs import list_offers


@blueprint.get("/netwerken")
@access("coordinator")
def list_networks() -> ResponseReturnValue:
    """Show the networks that somebody reaches."""
    with reading() as session:
        offers = list_offers(session, account_id=person().account_id)
    return render_template("advise/networks.html", shown=show(_listing(person())), has_page=has_page, offers=offers)


@blueprint.get("/netwerken.xlsx")
@access("coordinator")
def list_networks_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing(person()))


def _listing(somebody: Person) -> Listing[NetworkLine]:
    until, who = full_hour(clock.now()), somebody.account_id
    return Listing(
        endpoint="advise.list_networks",
        file_name="netwerken",
        exported="networks.exported",
        columns=_columns(somebody),
        matches=lambda wish: networks.match(somebody.reach, wish, adviser_id=who),
        lines=lambda session, ids: networks.list_lines(session, ids, until=until),
        filters=(*_own(somebody), *_filters()),
        searched=_("Name, municipality or coordinator"),
    )


def _columns(somebody: Person) -> tuple[Column[NetworkLine], ...]:
    return (
        Column("naam", _("Network"), lambda row: row.name, _name, width=36),
        Column("provincie", _("Province"), lambda row: _province(row.province), width=16),
        Column("gemeenten", _("Municipalities"), lambda row: ", ".join(row.municipalities), width=30),
        Column("adviseur", _("Adviser"), lambda row: row.adviser, width=24),
        Column("coordinator", _("Coordinator"), lambda row: row.coordinator, _coordinator, width=24),
        Column("organisaties", _("Organisations"), lambda row: row.organisations, width=14, is_number=True),
        Column("contactpersonen", _("Contacts"), lambda row: row.contacts, width=16, is_number=True),
        Column("ronde", _("Round"), _round_in_words, lambda row: _round(row, somebody), width=30),
        Column("genodigd", _("Invited"), lambda row: _total(row, "invited"), width=12, only_exported=True),
        Column("ingestuurd", _("Sent in"), lambda row: _total(row, "sent_in"), width=12, only_exported=True),
        Column("sluit", _("Closes on"), lambda row: row.newest and row.newest.closes_on, width=14, only_exported=True),
    )


def _own(somebody: Person) -> tuple[Filter, ...]:
    """Return the choice between the own networks and all, for who has some of both."""
    if not somebody.may("adviser"):
        return ()
    with reading() as session:
        has_own = networks.has_own(session, adviser_id=somebody.account_id)
    whose = {"mijn": _("My networks"), "": _("All networks of %(name)s", name=somebody.support_organisation)}
    return (Filter("wie", _("Whose"), whose, "mijn" if has_own else "", is_first=True),)


def _filters() -> tuple[Filter, ...]:
    return (
        Filter("ronde", _("Round"), {
            "": _("All"), "open": _("a round is open"),
            "gesloten": _("the last round is closed"), "geen": _("no round yet"),
        }, is_first=True),
        Filter("provincie", _("Province"), {"": _("All"), **PROVINCES}),
        choices.archive_filter(),
    )  # fmt: skip


def _province(code: str) -> str:
    return PROVINCES.get(code, code)


def _name(row: NetworkLine) -> Cell:
    archived = _("in the archive") if row.archived_at_utc else ""
    return Cell(row.name, link_to("advise.show_network", row.id), more=archived)


def _coordinator(row: NetworkLine) -> Cell:
    """Return who coordinates, and where a conversation with them is prepared."""
    talk = link_to("advise.prepare_conversation", row.id)
    return Cell(row.coordinator or "–", also=_("Prepare a conversation"), also_href=talk)


def _total(row: NetworkLine, which: str) -> int | None:
    """Return a total of an open round; of a closed one the report tells."""
    is_open = row.newest is not None and row.newest.closed_at_utc is None
    return getattr(row.newest, which) if is_open else None


def _round_in_words(row: NetworkLine) -> str:
    newest = row.newest
    if newest is None:
        return _("no round yet")
    if newest.closed_at_utc:
        return _("round %(number)s is closed", number=newest.number)
    return _("round %(number)s is open", number=newest.number)


def _round(row: NetworkLine, somebody: Person) -> Cell:
    newest, report = row.newest, _report(row, somebody)
    also = _("Read the last report") if report else ""
    if newest is None or newest.closed_at_utc:
        return Cell(_round_in_words(row), also=also, also_href=report)
    return Cell(
        _("%(sent_in)s of %(invited)s answers", sent_in=newest.sent_in, invited=newest.invited),
        share=round(100 * newest.sent_in / newest.invited) if newest.invited else 0,
        more=_("open until %(day)s, counted by the hour", day=day(newest.closes_on)),
        also=also,
        also_href=report,
    )


def _report(row: NetworkLine, somebody: Person) -> str:
    """Return where the last report is; an administrator reads none by that role alone (disclosure rule R10)."""
    is_own = somebody.account_id == row.adviser_id or somebody.account_id in row.coordinators
    if row.report is None or not (is_own or somebody.role == "adviser"):
        return ""
    return url_for("rounds.show_report", round_id=row.report)
