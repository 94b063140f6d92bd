"""Letters and cards to print, with the links of who has no e-mail address."""

from contextlib import suppress
from datetime import date
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.forms.letters import Letter, cards, letters
from survey.access import access, config
from survey.advise.rounds.blueprint import blueprint
from survey.advise.saving import Confirmation, changed, noted, saved
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.documents import send_document
from survey.i18n import language
from survey.services.letters import print_letters as made_letters


@blueprint.post("/netwerken/<uuid:network_id>/ronde/brieven")
@access("coordinator")
def print_letters(network_id: UUID) -> ResponseReturnValue:
    """Send letters, or cards, as one document; it is noted first that staff hold these links."""
    with reading() as session:
        own_network(session, network_id)
    made: list[Letter] = []
    last_days: list[date] = []

    def make(session: Session) -> None:
        network = locked_network(session, network_id)
        opened, said = made_letters(
            session, network=network, chosen=_chosen(), base_url=config().base_url, key=config().instance_key
        )
        made.extend(said)
        last_days.append(opened.closes_on)
        noted(session, changed("letters.printed", opened.id, network, people=len(said)))

    form = Confirmation()
    if not saved(form, make):
        flash(form.form_errors[-1], "alert")
        return redirect(url_for("rounds.list_invited", network_id=network_id), 303)
    draw, title = (cards, "kaartjes") if request.form.get("form") == "cards" else (letters, "brieven")
    spoken = language()
    return send_document(lambda: draw(made, on=last_days[0], language=spoken), title=title)


def _chosen() -> list[UUID]:
    """Return the invitations that were ticked; what is no id is nobody's."""
    found: list[UUID] = []
    for each in request.form.getlist("who"):
        with suppress(ValueError):
            found.append(UUID(each))
    return found
