"""All reports of an adviser's networks in one file: ask for them, see how far that is, and download them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from flask import Response, abort, flash, make_response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField, SelectMultipleField, ValidationError

from reports.forms.kinds import FORMS, FormName
from reports.report import Audience
from survey import clock
from survey.access import access, actor, config, person
from survey.advise.saving import done, saved
from survey.advise.views import blueprint
from survey.database import reading, writing
from survey.forms import StaffForm, choices
from survey.handing_out import in_words
from survey.i18n import LANGUAGES, _, language, later
from survey.models import ReportBatch
from survey.queries import batches as queries
from survey.services import batch_files, batches
from survey.work.client import hand_over
from survey.work.orders import REPORTS, Order

#: After how many seconds the page is fetched anew while reports are made.
_PAUSE: Final = 5
#: What most advisers take to a meeting.
_USUAL: Final = ("pdf", "slides")
_AUDIENCES: Final[Mapping[Audience, str]] = {
    "adviser": later("For you, with guidance for the conversation"),
    "participant": later("As participants read them, to pass on"),
}
#: The same in a few words.
_TO_WHOM: Final[Mapping[Audience, str]] = {
    "adviser": later("with guidance for the conversation"),
    "participant": later("as participants read them"),
}
_USUAL_AUDIENCE: Final[Audience] = "adviser"


def _one_at_least(form: Any, field: Any) -> None:
    """Refuse nothing, and what is no form of ours. A validator."""
    if not any(name in FORMS for name in field.data):
        raise ValidationError(_("Choose at least one."))


class BatchForm(StaffForm):
    """In which language and forms, and for whom."""

    audience = SelectField(later("For whom are they?"), default=_USUAL_AUDIENCE)
    language = SelectField(later("Language of the reports"))
    # what is no form of ours falls away
    forms = SelectMultipleField(
        later("What do you want of each network?"), validators=[_one_at_least], validate_choice=False
    )


@blueprint.get("/rapporten")
@access("adviser")
def show_batch() -> ResponseReturnValue:
    """Show how far the reports are that were asked for, and let others be asked for."""
    _refuse_others()
    form = _form(formdata=None, data={"language": language(), "forms": list(_USUAL)})
    return _draw(form)


@blueprint.post("/rapporten")
@access("adviser")
def ask_for_batch() -> ResponseReturnValue:
    """Have the reports made; the worker does it, one after the other."""
    _refuse_others()
    form = _form()
    asked: list[UUID] = []

    def ask(session: Session) -> None:
        wanted: list[FormName] = [name for name in FORMS if name in form.forms.data]
        asked.append(_ask(session, form, wanted).id)

    if not form.validate_on_submit() or not saved(form, ask):
        return _draw(form), 422
    batch_files.sweep()
    hand_over(Order(REPORTS, asked[-1]), config())
    return redirect(url_for("advise.show_batch"), 303)


def _ask(session: Session, form: Any, wanted: Sequence[FormName]) -> ReportBatch:
    audience, spoken = form.audience.data, form.language.data
    return batches.ask(session, language=spoken, audience=audience, forms=wanted, by=actor(), at=clock.now())


@blueprint.post("/rapporten/<uuid:batch_id>/weg")
@access("adviser")
def drop_batch(batch_id: UUID) -> ResponseReturnValue:
    """Stop the making of reports, or throw the file away; twice, from an old page, it says that it is gone."""
    _refuse_others()
    if _find_own(batch_id) is None:
        return render_template("advise/batch_gone.html"), 404
    done(lambda session: queries.delete_of(session, account_id=person().account_id), _("It is gone."))
    batch_files.sweep()
    return redirect(url_for("advise.show_batch"), 303)


@blueprint.get("/rapporten/<uuid:batch_id>/rapporten.zip")
@access("adviser")
def send_batch(batch_id: UUID) -> ResponseReturnValue:
    """Send the file, as long as every network in it is still theirs and nothing in it was taken back."""
    batch = _own_batch(batch_id)
    if not _is_ready(batch):
        flash(_("This file is not there any more. Ask for the reports anew."), "alert")
        return redirect(url_for("advise.show_batch"), 303)
    with writing() as session:
        batches.note_download(session, batch=batch, by=actor(), at=clock.now())
    return _sent(batch)


def _sent(batch: ReportBatch) -> Response:
    name = f"rapporten-{clock.dutch_day(batch.asked_at_utc)}.zip"
    path = batch_files.path_of(batch.id)
    return send_file(path, mimetype="application/zip", as_attachment=True, download_name=name, etag=False, max_age=0)


def _form(**options: Any) -> Any:
    form: Any = BatchForm(**options)
    form.audience.choices = choices(_AUDIENCES.items())
    form.language.choices = choices(LANGUAGES.items())
    form.forms.choices = choices((name, in_words(name)[0]) for name in FORMS)
    return form


def _refuse_others() -> None:
    """By that role alone an administrator reads no network's report (disclosure rule R10)."""
    if person().role != "adviser":
        abort(404)


def _own_batch(batch_id: UUID) -> ReportBatch:
    """Return the batch that who is signed in asked for; that of another one does not exist."""
    _refuse_others()
    return _find_own(batch_id) or abort(404)


def _find_own(batch_id: UUID) -> ReportBatch | None:
    with reading() as session:
        batch = batches.find_of(session, account_id=person().account_id, at=clock.now())
    return batch if batch is not None and batch.id == batch_id else None


def _is_ready(batch: ReportBatch) -> bool:
    is_whole = batch.finished_at_utc is not None and batch.cause is None
    return is_whole and batch_files.path_of(batch.id).exists() and _is_theirs(batch)


def _is_theirs(batch: ReportBatch) -> bool:
    """Whether every network in it is still theirs, with the report that it was made of."""
    somebody = person()
    with reading() as session:
        return queries.is_theirs(
            session,
            batch_id=batch.id,
            adviser_id=somebody.account_id,
            support_id=somebody.support_organisation_id,
        )


def _draw(form: Any) -> Response:
    somebody, now = person(), clock.now()
    with reading() as session:
        batch = batches.find_of(session, account_id=somebody.account_id, at=now)
        made, networks = queries.count_items(session, batch_id=batch.id) if batch else (0, 0)
        there = queries.list_editions(
            session, adviser_id=somebody.account_id, support_id=somebody.support_organisation_id
        )
    stands_still = request.args.get("stil") == "1"
    page = render_template(
        "advise/batches.html",
        form=form,
        batch=batch,
        made=made,
        networks=networks,
        there=len(there),
        is_theirs=batch is None or _is_theirs(batch),
        is_ready=batch is not None and _is_ready(batch),
        stands_still=stands_still,
        called={name: in_words(name) for name in FORMS},
        languages=LANGUAGES,
        audiences=_TO_WHOM,
        ends_at=batch.asked_at_utc + batches.KEPT if batch else None,
    )
    response = make_response(page)
    if batch is not None and batch.finished_at_utc is None and not stands_still:
        response.headers["Refresh"] = str(_PAUSE)
    return response
