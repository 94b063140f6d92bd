"""The codes of a round, and its form on paper: make, show, end, renew, print."""

from typing import Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.forms.paper import paper as typeset
from reports.forms.paper.parts import Form
from survey import clock
from survey.access import access, config
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.code_form import asked_purpose, empty_forms
from survey.advise.rounds.meeting_screen import join_address, qr, typed_at
from survey.advise.rounds.noting import about_round
from survey.advise.saving import noted, saved
from survey.advise.within import OwnRound, locked_round, own_round
from survey.database import reading, writing
from survey.documents import send_document
from survey.i18n import _, gettext_noop, name_of
from survey.models import Round
from survey.models.code import Purpose
from survey.services import code_page, codes
from survey.services.code_page import questionnaire_of
from survey.services.codes import CodeTerms
from survey.services.printing import Copy, form_of_network

#: What was done, by the button that was pressed.
_SAID: Final = {
    "make": gettext_noop("The code works."),
    "renew": gettext_noop("There is a new code. The one before no longer works."),
    "stop": gettext_noop("The code no longer works. Who began by it can still go on."),
}


@blueprint.get("/rondes/<uuid:round_id>/codes")
@access("coordinator")
def show_codes(round_id: UUID) -> ResponseReturnValue:
    """Show by which codes people join a round, and what that means."""
    return _draw(round_id, empty_forms())


@blueprint.post("/rondes/<uuid:round_id>/codes")
@access("coordinator")
def change_code(round_id: UUID) -> ResponseReturnValue:
    """Make a code, end it at another moment, make it anew, or stop it."""
    with reading() as session:
        own_round(session, round_id)
    forms, purpose, asked_for = empty_forms(), asked_purpose(), request.form.get("do", "")
    if purpose is None or asked_for not in _SAID:
        return redirect(url_for("rounds.show_codes", round_id=round_id), 303)
    form = forms[purpose]

    def change(session: Session) -> None:
        _change(session, locked_round(session, round_id), purpose, asked_for, form)

    if form.validate_on_submit() and saved(form, change):
        flash(_(_SAID[asked_for]))
        return redirect(url_for("rounds.show_codes", round_id=round_id, _anchor=purpose), 303)
    return _draw(round_id, forms, purpose), 422


@blueprint.get("/rondes/<uuid:round_id>/papier/<spoken>.pdf")
@access("coordinator")
def print_form(round_id: UUID, spoken: str) -> ResponseReturnValue:
    """Send what an open round asks as a form on paper, the same for everybody in the network."""
    with reading() as session:
        form = _form(session, own_round(session, round_id), spoken)
    if form is None:
        flash(_("There is no form on paper in this language, or the round is closed."), "alert")
        return redirect(url_for("rounds.show_codes", round_id=round_id), 303)
    with writing() as session:
        noted(session, about_round("paper.printed", own_round(session, round_id)))
    return send_document(lambda: typeset(form), title=form.title)


def _form(session: Session, own: OwnRound, spoken: str) -> Form | None:
    """Return the form of an open round; ``None`` when there is none in this language."""
    if not code_page.is_open(own.round) or spoken not in questionnaire_of(own.round).languages:
        return None
    asked = own.round.questionnaire_id
    return form_of_network(session, network=own.network, questionnaire_id=asked, copy=Copy(language=spoken))


def _change(session: Session, own: OwnRound, purpose: Purpose, asked_for: str, form: Any) -> None:
    code_page.refuse_closed(own.round)
    if asked_for == "stop":
        codes.stop_code(session, round=own.round, purpose=purpose, at=clock.now())
        noted(session, about_round("code.stopped", own, purpose=purpose))
        return
    terms = CodeTerms(purpose, form.ends_at if asked_for == "make" else None, anew=asked_for == "renew")
    codes.make_code(session, round=own.round, terms=terms, key=config().instance_key, at=clock.now())
    noted(session, about_round("code.made", own, purpose=purpose))


def _draw(round_id: UUID, forms: dict[Purpose, Any], wrong: Purpose | None = None) -> str:
    now = clock.now()
    with reading() as session:
        network, own = own_round(session, round_id)
        shown = code_page.codes_of(session, round=own, key=config().instance_key, at=now)
        answers = code_page.answers_by_code(session, round=own, at=now)
    address = join_address(shown["paper"].made)
    return render_template(
        "advise/round/codes_page.html",
        network=network,
        round=own,
        codes=shown,
        forms_of=forms,
        wrong=forms[wrong] if wrong else None,
        answers=answers,
        is_open=code_page.is_open(own),
        typed_at=typed_at(),
        paper_address=address,
        qr=qr(address) if address else "",
        languages=_languages(own) if code_page.is_open(own) else {},
    )


def _languages(own: Round) -> dict[str, str]:
    return {code: name_of(code) for code in questionnaire_of(own).languages}
