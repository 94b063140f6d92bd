"""Extend a round, or close it by a button."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import StringField

from survey import clock
from survey.access import access, config
from survey.account.fields import required
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.day_field import SHORT_TEXT, DayField
from survey.advise.saving import Confirmation, changed, noted, saved
from survey.advise.within import locked_round, own_round
from survey.database import reading
from survey.forms import StaffForm
from survey.i18n import _, day, later
from survey.services.ending import Days, ask_to_close, extend, known_totals
from survey.services.round_page import stage_of
from survey.work.client import hand_over
from survey.work.orders import closing_order


class ExtendForm(StaffForm):
    """Until when people have, and when they talk about it."""

    closes_on = DayField(later("Last day to fill in"), validators=[required])
    meeting_on = DayField(later("Day of the meeting about the report"))
    meeting_place = StringField(later("Time and place of the meeting"), **SHORT_TEXT)


@blueprint.get("/rondes/<uuid:round_id>/verlengen")
@access("adviser")
def ask_extension(round_id: UUID) -> ResponseReturnValue:
    """Show until when people have, to change it."""
    with reading() as session:
        extended = own_round(session, round_id).round
    return _draw_extension(round_id, ExtendForm(obj=extended))


@blueprint.post("/rondes/<uuid:round_id>/verlengen")
@access("adviser")
def extend_round(round_id: UUID) -> ResponseReturnValue:
    """Give people longer."""
    with reading() as session:
        network_id = own_round(session, round_id).network.id
    form: Any = ExtendForm()

    def do(session: Session) -> None:
        network, extended = locked_round(session, round_id)
        days = Days(form.closes_on.data, form.meeting_on.data, form.meeting_place.data or None)
        fields = extend(session, ending=extended, days=days, at=clock.now())
        noted(session, changed("round.extended", round_id, network, fields=fields))

    if not (form.validate() and saved(form, do)):
        return _draw_extension(round_id, form), 422
    flash(_("People have until %(day)s. Their pages show what you changed.", day=day(form.closes_on.data)))
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


def _draw_extension(round_id: UUID, form: Any) -> str:
    with reading() as session:
        network, extended = own_round(session, round_id)
        is_open = stage_of(session, extended, clock.now()) == "open"
    return render_template("advise/round/extend.html", form=form, network=network, round=extended, is_open=is_open)


@blueprint.get("/rondes/<uuid:round_id>/sluiten")
@access("adviser")
def ask_closing(round_id: UUID) -> ResponseReturnValue:
    """Say what becomes final, and ask."""
    return _draw_closing(round_id, Confirmation())


@blueprint.post("/rondes/<uuid:round_id>/sluiten")
@access("adviser")
def close_round(round_id: UUID) -> ResponseReturnValue:
    """Have a round closed by the worker; pressed twice, it is closed once."""
    with reading() as session:
        network_id = own_round(session, round_id).network.id
    form: Any = Confirmation()

    def do(session: Session) -> None:
        network, closing = locked_round(session, round_id)
        if ask_to_close(session, ending=closing, at=clock.now()):
            noted(session, changed("round.closing_asked", round_id, network))

    if not (form.validate() and saved(form, do)):
        return _draw_closing(round_id, form), 422
    hand_over(closing_order(round_id, clock.now()), config())
    return redirect(url_for("rounds.show_round", network_id=network_id), 303)


def _draw_closing(round_id: UUID, form: Any) -> str:
    now = clock.now()
    with reading() as session:
        network, closing = own_round(session, round_id)
        is_open = stage_of(session, closing, now) == "open"
        totals = known_totals(session, ending=closing, at=now) if is_open else None
    return render_template(
        "advise/round/close.html",
        form=form,
        network=network,
        round=closing,
        totals=totals,
        hour=clock.full_hour(now),
    )
