"""Print the actions of a network as cards to lay on the table: what is to be done, and empty ones for what is new."""

import logging
from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.forms.cards import card_sheets, cards, cards_to_work_with
from reports.forms.typesetting import CannotMakePdf, MissingFonts
from reports.report import ActionCard
from reports.wording import words
from survey import clock
from survey.access import access
from survey.advise.actions.blueprint import blueprint
from survey.advise.actions.wording import theme_name
from survey.advise.saving import noted
from survey.advise.within import own_network
from survey.clock import beginning_of, dutch_day
from survey.database import reading, writing
from survey.documents import file_name, send_file, turn
from survey.i18n import _, language
from survey.queries import actions as queries
from survey.services.audit import What
from survey.services.editions import as_told

_logger = logging.getLogger("netwerkspiegel")

#: How they are set: four on a sheet to cut, or each on a page of its own.
_FORMS: Final[Mapping[str, Callable[..., bytes]]] = {"sheets": card_sheets, "cards": cards}


@blueprint.get("/netwerken/<uuid:network_id>/acties/kaartjes-a4.pdf", defaults={"form": "sheets"})
@blueprint.get("/netwerken/<uuid:network_id>/acties/kaartjes.pdf", defaults={"form": "cards"})
@access("coordinator")
def print_cards(network_id: UUID, form: str) -> ResponseReturnValue:
    """Send a card of every action that is still to be done, and an empty one for each that can be added."""
    with writing() as session:
        network = own_network(session, network_id)
        about = (network.id, network.id, network.support_organisation_id)
        noted(session, What("action.printed", "network", *about, details={"form": form}))
    with reading() as session:
        told = _cards(session, network_id)
    make, spoken, day = _FORMS[form], language(), dutch_day(clock.now())
    at = beginning_of(day)  # the same all day: a file says nothing of when it was asked for
    title = _("Actions of %(network)s", network=network.name)
    try:
        with turn():
            content = make(told, language=spoken, title=title, at=at)
    except (CannotMakePdf, MissingFonts) as error:
        _logger.error("The cards of actions could not be made. %s", type(error).__name__)
        flash(_("The cards cannot be made now. It is noted what went wrong."), "alert")
        return redirect(url_for("actions.list_actions", network_id=network_id), 303)
    name = f"{file_name(title)}-{day.isoformat()}.pdf"
    return send_file(content, mimetype="application/pdf", name=name)


def _cards(session: Session, network_id: UUID) -> list[ActionCard]:
    agreed = [as_told(each) for each in queries.list_agreed(session, network_id=network_id)]
    themes = {each.theme: theme_name(each.theme) for each in agreed if each.theme}
    return cards_to_work_with(agreed, themes, words(language()))
