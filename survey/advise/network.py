"""The page of one network; putting it away, and bringing it back."""

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from questionnaires.kinds import partner_kinds
from reports.wording import words
from survey import clock
from survey.access import access, person
from survey.advise.saving import changed, done, noted
from survey.advise.views import blueprint
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.i18n import _, language
from survey.models.network import PROVINCES
from survey.queries import members
from survey.services import networks
from survey.services.network_page import network_page


@blueprint.get("/netwerken/<uuid:network_id>")
@access("coordinator")
def show_network(network_id: UUID) -> ResponseReturnValue:
    """Show everything about one network."""
    with reading() as session:
        network = own_network(session, network_id)
        page = network_page(session, network=network, reader=person(), at=clock.now())
    return render_template(
        "advise/network.html",
        page=page,
        network=network,
        province=PROVINCES.get(network.province, network.province),
        kinds=kind_names(),
        groups=words(language()),
        today=clock.dutch_day(clock.now()),
        is_adviser=person().may("adviser"),
        may_edit=network.archived_at_utc is None,
    )


@blueprint.post("/netwerken/<uuid:network_id>/archiveren")
@access("adviser")
def archive_network(network_id: UUID) -> ResponseReturnValue:
    """Put a network away."""

    def archive(session: Session) -> None:
        network = locked_network(session, network_id)
        networks.archive(session, network=network, at=clock.now())
        noted(session, changed("network.archived", network.id, network))

    done(archive, _("The network is archived. Everything is kept, and you can bring it back."))
    return redirect(url_for("advise.show_network", network_id=network_id), 303)


@blueprint.post("/netwerken/<uuid:network_id>/terughalen")
@access("adviser")
def bring_network_back(network_id: UUID) -> ResponseReturnValue:
    """Bring an archived network back."""

    def bring_back(session: Session) -> None:
        network = own_network(session, network_id)
        members.lock_network(session, reach=person().reach, network_id=network_id)
        session.refresh(network)
        networks.bring_back(session, network=network)
        noted(session, changed("network.brought_back", network.id, network))

    done(bring_back, _("The network is back."))
    return redirect(url_for("advise.show_network", network_id=network_id), 303)


def kind_names() -> dict[str, str]:
    """Return the kinds of partner by id, in the language of the page."""
    return {kind.id: kind.name.in_language(language()) for kind in partner_kinds().values()}
