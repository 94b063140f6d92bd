"""Who is invited to a network's round: the list, once more, withdraw."""

from collections.abc import Callable
from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access
from survey.advise.mailing import post, tell
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.own_invitations import OwnInvitation, locked_invitation, own_invitation
from survey.advise.saving import changed, done, noted
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.i18n import _
from survey.services import inviting
from survey.services.invited_page import invited_page


@blueprint.get("/netwerken/<uuid:network_id>/ronde/genodigden")
@access("coordinator")
def list_invited(network_id: UUID) -> ResponseReturnValue:
    """List who is invited to the open round, with what may be known of it."""
    with reading() as session:
        network = own_network(session, network_id)
        page = invited_page(session, network=network)
    may_change = page.is_open and network.archived_at_utc is None
    return render_template("advise/round/invited.html", network=network, page=page, may_change=may_change)


@blueprint.post("/netwerken/<uuid:network_id>/ronde/genodigden")
@access("coordinator")
def invite_others(network_id: UUID) -> ResponseReturnValue:
    """Invite everybody of the network who was not, such as who came in by an import."""
    with reading() as session:
        own_network(session, network_id)
    batches: list[UUID] = []

    def invite(session: Session) -> None:
        network = locked_network(session, network_id)
        opened, others = inviting.list_others(session, network=network)
        batches.extend(inviting.invite_latecomers(session, network=network, latecomers=others, post=post()))
        noted(session, changed("round.invited", opened.id, network, people=len(others)))

    done(invite, _("They are invited."))
    tell(batches)
    return redirect(url_for("rounds.list_invited", network_id=network_id), 303)


@blueprint.post("/genodigden/<uuid:invitation_id>/opnieuw")
@access("coordinator")
def send_again(invitation_id: UUID) -> ResponseReturnValue:
    """Send an invitation once more to the same address."""
    batches: list[UUID] = []

    def again(session: Session, own: OwnInvitation) -> None:
        batches.extend(
            inviting.send_again(
                session, round=own.round, invitation=own.invitation, contact=own.contact, post=post()
            )
        )  # fmt: skip
        noted(session, changed("invitation.sent_again", own.invitation.id, own.network))

    led = _do(invitation_id, again, _("The invitation goes out once more, with the same link."))
    tell(batches)
    return led


@blueprint.post("/genodigden/<uuid:invitation_id>/intrekken")
@access("coordinator")
def withdraw(invitation_id: UUID) -> ResponseReturnValue:
    """Make a link open nothing any more."""

    def do(session: Session, own: OwnInvitation) -> None:
        inviting.withdraw(session, round=own.round, invitation=own.invitation, at=clock.now())
        noted(session, changed("invitation.withdrawn", own.invitation.id, own.network))

    return _do(invitation_id, do, _("The link is withdrawn: it opens nothing any more. What was sent in counts."))


@blueprint.post("/genodigden/<uuid:invitation_id>/teruggeven")
@access("coordinator")
def give_back(invitation_id: UUID) -> ResponseReturnValue:
    """Let a link work again that was withdrawn."""

    def do(session: Session, own: OwnInvitation) -> None:
        inviting.give_back(session, round=own.round, invitation=own.invitation, contact=own.contact)
        noted(session, changed("invitation.given_back", own.invitation.id, own.network))

    return _do(invitation_id, do, _("The link works again."))


def _do(
    invitation_id: UUID, do: Callable[[Session, OwnInvitation], None], message: str
) -> ResponseReturnValue:  # fmt: skip
    with reading() as session:
        network_id = own_invitation(session, invitation_id).network.id
    done(lambda session: do(session, locked_invitation(session, invitation_id)), message)
    return redirect(url_for("rounds.list_invited", network_id=network_id, _anchor=f"i-{invitation_id}"), 303)
