"""The list of rounds over all networks: where response lags comes first."""

import json

from flask import Response, render_template, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, person
from survey.advise.rounds.blueprint import blueprint
from survey.clock import full_hour
from survey.database import reading
from survey.i18n import _, clock_time
from survey.listing import workbook
from survey.listing.listing import Cell, Column, Filter, Listing
from survey.listing.showing import show
from survey.queries.lists import networks, rounds
from survey.queries.lists.rounds import RoundLine
from survey.queries.people import Person
from survey.queries.response_totals import Totals


@blueprint.get("/rondes")
@access("coordinator")
def list_rounds() -> ResponseReturnValue:
    """Show the rounds of the networks that somebody reaches."""
    counted_until = clock_time(full_hour(clock.now()))
    return render_template("advise/rounds.html", shown=show(_listing(person())), counted_until=counted_until)


@blueprint.get("/rondes.xlsx")
@access("coordinator")
def list_rounds_workbook() -> Response:
    """Send them as a workbook."""
    return workbook.send(_listing(person()))


def _listing(somebody: Person) -> Listing[RoundLine]:
    until, who = full_hour(clock.now()), somebody.account_id
    return Listing(
        endpoint="rounds.list_rounds",
        file_name="rondes",
        exported="rounds.exported",
        columns=_columns(somebody),
        matches=lambda wish: rounds.match(somebody.reach, wish, adviser_id=who, until=until),
        lines=lambda session, ids: rounds.list_lines(session, ids, until=until),
        filters=(*_own(somebody), _states()),
        searched=_("Name of the network or coordinator"),
        sorted_by="respons",
    )


def _columns(somebody: Person) -> tuple[Column[RoundLine], ...]:
    def counted(row: RoundLine) -> Totals | None:
        return row.totals or _published(row, somebody)

    def share(row: RoundLine) -> int | None:
        return _share(counted(row))

    return (
        Column("netwerk", _("Network"), lambda row: row.network, _name, width=36),
        Column("ronde", _("Round"), lambda row: row.number, width=10, only_exported=True),
        Column("staat", _("Stage"), _state, lambda row: _stage(row, somebody), width=40),
        Column("respons", _("Response in percent"), share, lambda row: _bar(counted(row)), width=14),
        Column("genodigd", _("Invited"), lambda row: _of(counted(row), "invited"), width=12, is_number=True),
        Column("ingestuurd", _("Sent in"), lambda row: _of(counted(row), "sent_in"), width=12, is_number=True),
        Column("sluit", _("Closes on"), lambda row: row.closes_on, width=14),
    )


def _own(somebody: Person) -> tuple[Filter, ...]:
    """Return the choice between rounds of the own networks and of all, for who has some of both."""
    if not somebody.may("adviser"):
        return ()
    with reading() as session:
        has_own = networks.has_own(session, adviser_id=somebody.account_id)
    whose = {"mijn": _("My networks"), "": _("All networks of %(name)s", name=somebody.support_organisation)}
    return (Filter("wie", _("Whose"), whose, "mijn" if has_own else "", is_first=True),)


def _states() -> Filter:
    return Filter("staat", _("Stage"), {
        "": _("All"), "open": _("open"), "sluit": _("closes within a week"),
        "vrijgeven": _("ready to release"), "gesloten": _("closed"),
    }, is_first=True)  # fmt: skip


def _name(row: RoundLine) -> Cell:
    more = _("round %(number)s", number=row.number)
    return Cell(row.network, url_for("rounds.show_round", network_id=row.network_id), more=more)


def _state(row: RoundLine) -> str:
    words = {
        "open": _("open"),
        "closing": _("being closed"),
        "publishing": _("closed, the report is being made"),
        "published": _("closed, the report is ready to release"),
        "released": _("closed, participants can read the report"),
    }
    return words[row.state]


def _stage(row: RoundLine, somebody: Person) -> Cell:
    """Say where a round is on its way; a published one leads to its report, for who may read it."""
    reads = row.document is not None and somebody.reads_reports(adviser_id=row.adviser_id)
    report = url_for("rounds.show_report", round_id=row.id) if reads else ""
    return Cell(_state(row), also=_("Read the report") if report else "", also_href=report)


def _published(row: RoundLine, somebody: Person) -> Totals | None:
    """Return the totals of a closed round as they were published, for who may read its report."""
    if row.document is None or not somebody.reads_reports(adviser_id=row.adviser_id):
        return None
    response = json.loads(row.document)["response"]
    return Totals(response["invited"], response["sent_in"], by_code=response.get("by_code", 0))


def _of(totals: Totals | None, which: str) -> int | None:
    return getattr(totals, which) if totals else None


def _share(totals: Totals | None) -> int | None:
    return totals.share if totals and totals.invited else None


def _bar(totals: Totals | None) -> Cell:
    share = _share(totals)
    if totals is None or share is None:
        return Cell(_("%(number)s by a code", number=totals.by_code) if totals and totals.by_code else "–")
    return Cell(str(share), share=share)
