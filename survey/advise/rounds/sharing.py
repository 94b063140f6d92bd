"""Share a report with people who were not invited: by a link that staff make, copy and withdraw."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, config, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.noting import about_round
from survey.advise.rounds.section import Section
from survey.advise.saving import done, noted
from survey.advise.within import OwnRound, locked_round, own_round
from survey.database import reading
from survey.i18n import _
from survey.queries import published
from survey.services import sharing
from survey.services.round_page import RoundPage


def share(session: Session, page: RoundPage) -> Section | None:
    """Show the links by which reports of the network are shared, or offer to make one for the newest."""
    if not page.reader.reads_reports(adviser_id=page.network.adviser_id):
        return None
    found = sharing.list_shareable(session, network_id=page.network.id, key=config().instance_key)
    if not found:
        return None
    shares = [(of, _address(token) if token else None) for of, token in found]
    return Section("sharing", {"shares": shares, "may_act": page.network.archived_at_utc is None})


@blueprint.get("/rondes/<uuid:round_id>/rapport/delen")
@access("coordinator")
def show_sharing(round_id: UUID) -> ResponseReturnValue:
    """Show the link by which a round's report is shared, or offer to make one; also while a later round is open."""
    with reading() as session:
        network, of = own_round(session, round_id)
        is_there = published.is_released(session, round_id=of.id)
        if not (is_there and person().reads_reports(adviser_id=network.adviser_id)):
            abort(404)
        token = sharing.token_of(session, of=of, key=config().instance_key)
    values = {"shares": [(of, _address(token) if token else None)], "may_act": network.archived_at_utc is None}
    return render_template("advise/round/sharing_page.html", network=network, of=of, values=values)


def _address(token: str) -> str:
    return f"{config().base_url}{url_for('respond.report', token=token)}"


@blueprint.post("/rondes/<uuid:round_id>/rapport/delen")
@access("coordinator")
def share_report(round_id: UUID) -> ResponseReturnValue:
    """Make a link to share a report; pressed twice, there is one."""

    def do(session: Session) -> None:
        own = _locked(session, round_id)
        by_id = person().account_id
        if sharing.share(session, of=own.round, by_id=by_id, key=config().instance_key, at=clock.now()):
            noted(session, about_round("report.shared", own))

    return _done(round_id, do, _("The link is there: copy it, and mail it to whom you like."))


@blueprint.post("/rondes/<uuid:round_id>/rapport/delen-intrekken")
@access("coordinator")
def withdraw_share(round_id: UUID) -> ResponseReturnValue:
    """Let the link by which a report is shared open nothing any more."""

    def do(session: Session) -> None:
        own = _locked(session, round_id)
        if sharing.withdraw(session, of=own.round, at=clock.now()):
            noted(session, about_round("report.share_withdrawn", own))

    return _done(round_id, do, _("The link is withdrawn: it opens nothing any more."))


@blueprint.post("/rondes/<uuid:round_id>/rapport/andere-link")
@access("coordinator")
def renew_link(round_id: UUID) -> ResponseReturnValue:
    """Give a report another link of its own, because the one there was is in the wrong hands."""

    def do(session: Session) -> None:
        own = _locked(session, round_id)
        sharing.renew(session, of=own.round, key=config().instance_key)
        noted(session, about_round("report.link_renewed", own))

    return _done(round_id, do, _("The report has another link. Participants find it by their own links."))


def _locked(session: Session, round_id: UUID) -> OwnRound:
    """Return a round, locked, whose report is this person's to read; to everybody else it does not exist."""
    if not person().reads_reports(adviser_id=own_round(session, round_id).network.adviser_id):
        abort(404)
    return OwnRound(*locked_round(session, round_id))


def _done(round_id: UUID, do: Callable[[Session], None], message: str) -> ResponseReturnValue:
    with reading() as session:
        network, of = own_round(session, round_id)
        is_there = published.is_released(session, round_id=of.id)
    done(do, message)
    if is_there:
        return redirect(url_for("rounds.show_sharing", round_id=round_id), 303)
    return redirect(url_for("rounds.show_round", network_id=network.id), 303)
