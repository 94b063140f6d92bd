"""The screen of a meeting: how to join, how many did, and in the end where the result is."""

from typing import Any, Final
from uuid import UUID

import segno
from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy.orm import Session

from survey import clock
from survey.access import access, config
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.noting import about_round
from survey.advise.saving import Confirmation, noted, saved
from survey.advise.within import locked_round, own_round
from survey.database import reading
from survey.i18n import language
from survey.models import Round
from survey.services import code_page
from survey.services.code_page import questionnaire_of
from survey.services.codes import MadeCode
from survey.work.client import hand_over
from survey.work.orders import CLOSE_ROUND, Order

#: After how many seconds the screen is fetched anew: while answers come in one by one, while they are counted by the
#: hour, and while the result is being made.
_LIVE, _HOURLY, _WAITING = 10, 300, 3
#: The questionnaire whose first page begins with what the host of a meeting says.
_QUICK_SCAN: Final = "quick-scan"


@blueprint.get("/rondes/<uuid:round_id>/codes/scherm")
@access("coordinator")
def show_screen(round_id: UUID) -> ResponseReturnValue:
    """Show the code of a meeting on a wall, how many joined by it, and in the end where the result is.

    It is fetched anew by itself, also without script, unless that was stopped, or whoever shows it is asked something.
    """
    now, asks = clock.now(), request.args.get("vraag") == "1"
    stands_still = asks or request.args.get("stil") == "1"
    with reading() as session:
        network, own = own_round(session, round_id)
        code = code_page.codes_of(session, round=own, key=config().instance_key, at=now)["meeting"]
        answers = code_page.answers_by_code(session, round=own, at=now)
        report = code_page.result_token(session, round=own, key=config().instance_key)
    address = f"{config().base_url}{url_for('respond.report', token=report)}" if report else join_address(code.made)
    page = render_template(
        "advise/round/screen.html",
        network=network,
        round=own,
        code=code,
        answers=answers,
        is_open=code_page.is_open(own),
        report=report,
        qr=qr(address) if address else "",
        typed_at=typed_at(),
        host_text=_host_text(own),
        stands_still=stands_still,
        asks=asks,
        form=Confirmation(),
    )
    response = make_response(page)
    if not stands_still and report is None:
        response.headers["Refresh"] = str(_pause(own))
    return response


@blueprint.post("/rondes/<uuid:round_id>/codes/resultaat")
@access("coordinator")
def show_result(round_id: UUID) -> ResponseReturnValue:
    """Close a round by code alone, and show its result as soon as that is there."""
    with reading() as session:
        own_round(session, round_id)
    form: Any = Confirmation()

    def close(session: Session) -> None:
        own = locked_round(session, round_id)
        if code_page.ask_for_result(session, round=own.round, at=clock.now()):
            noted(session, about_round("round.result_asked", own))

    if saved(form, close):
        hand_over(Order(CLOSE_ROUND, round_id), config())
        return redirect(url_for("rounds.show_screen", round_id=round_id), 303)
    flash(form.form_errors[-1], "alert")
    return redirect(url_for("rounds.show_codes", round_id=round_id), 303)


def join_address(code: MadeCode | None) -> str:
    """Return the address behind a QR code; empty without a code."""
    return f"{config().base_url}{url_for('respond.enter', token=code.token)}" if code else ""


def typed_at() -> str:
    """Return where digits are typed, as people write an address."""
    address = f"{config().base_url}{url_for('respond.type_code')}"
    return address.removeprefix("https://").removeprefix("http://")


def qr(address: str) -> Markup:
    """Return a QR code as a picture in the page; its frame is white, also where a screen is dark."""
    drawn = segno.make_qr(address, error="m").svg_inline(omitsize=True, border=2)
    return Markup(drawn)  # noqa: S704 -- drawn from an address of ours


def _pause(own: Round) -> int:
    if not code_page.is_open(own):
        return _WAITING
    return _LIVE if own.is_by_code else _HOURLY


def _host_text(own: Round) -> str:
    """Return what the host of a meeting says, where the questionnaire begins with it."""
    if own.questionnaire_id != _QUICK_SCAN or not code_page.is_open(own):
        return ""
    questionnaire = questionnaire_of(own)
    intro = questionnaire.pages[0].intro
    spoken = language() if language() in questionnaire.languages else questionnaire.languages[0]
    return intro.in_language(spoken) if intro else ""
