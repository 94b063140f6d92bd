"""Link kwijt? Somebody types an address, and gets the own links by mail; the page is the same for every address."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey import clock
from survey.access import access, config
from survey.database import writing
from survey.errors import Refused
from survey.extensions import without_csrf
from survey.i18n import language
from survey.public.views import blueprint
from survey.services import lost_links
from survey.services.lost_links import Asked
from survey.services.throttling import neighbourhood
from survey.work.client import hand_over
from survey.work.orders import LOST_LINK, Order

#: Of what was typed, as much is shown again; no address is longer.
_LONGEST = 254


@blueprint.get("/link-kwijt")
@access("public")
def lost_link() -> ResponseReturnValue:
    """Ask for the address that the link was sent to."""
    return _draw()


@blueprint.post("/link-kwijt")
@access("public")
@without_csrf  # who posts it in somebody else's name sends that person the own link, and learns nothing
def ask_for_link() -> ResponseReturnValue:
    """Take the request; whether anybody has this address is not looked up here."""
    typed = request.form.get("address", "")
    try:
        asked = Asked(lost_links.key_of(typed), language())
    except Refused:
        return _draw(typed, problem="no address"), 422
    place = neighbourhood(request.remote_addr)
    with writing() as session:
        request_id = lost_links.ask(session, asked=asked, place=place, key=config().instance_key, at=clock.now())
    if request_id is None:
        return _draw(typed, problem="too often"), 429
    response = redirect(url_for("public.link_asked", taal=language()), 303)
    order, ours = Order(LOST_LINK, request_id), config()
    # after the answer is out: nobody waits for the worker's database, or is told that it is not there
    response.call_on_close(lambda: hand_over(order, ours))
    return response


@blueprint.get("/link-kwijt/gevraagd")
@access("public")
def link_asked() -> ResponseReturnValue:
    """Say what happens now, whoever asked."""
    return render_template("public/link_asked.html", sends_mail=_sends_mail())


def _draw(typed: str = "", *, problem: str = "") -> str:
    shown = "".join(char for char in typed if char.isprintable())[:_LONGEST]
    return render_template("public/lost_link.html", typed=shown, problem=problem, sends_mail=_sends_mail())


def _sends_mail() -> bool:
    return config().mail_server is not None
