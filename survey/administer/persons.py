"""A request about one person: find, give a file, erase, and prove it. Nothing of the person is in an address."""

from typing import Final
from uuid import UUID

from flask import Response, abort, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from survey import clock
from survey.access import access, actor, config, person
from survey.administer.blueprint import blueprint
from survey.database import reading, writing
from survey.errors import Refused
from survey.forms import StaffForm, one_line
from survey.i18n import _, gettext_noop, later
from survey.queries import persons as queries
from survey.services import audit, persons
from survey.services.audit import What
from survey.services.erasing import DAYS_IN_BACKUPS
from survey.services.forgetting import forget_everywhere
from survey.services.lost_links import key_of
from survey.services.person_file import sections
from survey.services.persons import Person

#: What the pages say about the copies that stay for a while.
_STAYS: Final = {"days": DAYS_IN_BACKUPS}


class SearchForm(StaffForm):
    """Whom a request is about."""

    who = StringField(
        later("E-mail address or name"),
        filters=[one_line],
        validators=[DataRequired(later("Type an e-mail address or a name.")), Length(max=254)],
    )


class PersonForm(StaffForm):
    """Which of the people found; checked against what is there."""

    key = HiddenField(validators=[DataRequired(), Length(max=254)])


@blueprint.get("/beheer/personen")
@access("administrator")
def person_search() -> ResponseReturnValue:
    """Ask whom a request is about."""
    return render_template("administer/persons.html", form=SearchForm(), found=None, erased=())


@blueprint.post("/beheer/personen")
@access("administrator")
def person_found() -> ResponseReturnValue:
    """Show who was found, in the answer itself: an address in the address bar would stay in it."""
    form = SearchForm()
    if not form.validate():
        return render_template("administer/persons.html", form=form, found=None, erased=()), 422
    if not _may_look():
        return _too_often()
    who = str(form.who.data)
    with reading() as db_session:
        found, mark = _search(db_session, who)
        erased = queries.list_erasures(db_session, mark=mark) if mark else ()
    return render_template("administer/persons.html", form=form, found=found, erased=erased)


@blueprint.post("/beheer/personen/bestand")
@access("administrator")
def person_file() -> ResponseReturnValue:
    """Send a file with everything that staff hold about a person."""
    if not _may_look():
        return _too_often()
    with writing() as db_session:
        found = _chosen(db_session)
        tables = sections(db_session, person=found)
        details = {"contacts": len(found.contacts), "accounts": len(found.accounts)}
        mark = persons.mark_of(found.key, key=config().instance_key)
        audit.note(db_session, What("person.exported", "person", mark, details=details), by=actor(), at=clock.now())
    page = render_template("administer/person_file.html", person=found, sections=tables, made_at=clock.now())
    return _download(page, "persoon.html", "text/html")


@blueprint.post("/beheer/personen/wissen")
@access("administrator")
def person_to_erase() -> ResponseReturnValue:
    """Say what is erased with a person, and what stays."""
    if not _may_look():
        return _too_often()
    with reading() as db_session:
        found = _chosen(db_session)
    return render_template("administer/erase_person.html", person=found, form=PersonForm(key=found.key), **_STAYS)


@blueprint.post("/beheer/personen/gewist")
@access("administrator")
def person_erase() -> ResponseReturnValue:
    """Erase a person everywhere, and lead to the proof."""
    with reading() as db_session:
        found = _chosen(db_session)
    try:
        event_id = _erase(found)
    except Refused as refusal:
        form, problem = PersonForm(key=found.key), _(str(refusal))
        page = render_template("administer/erase_person.html", person=found, form=form, problem=problem, **_STAYS)
        return page, 422
    forget_everywhere()
    return redirect(url_for("administer.person_proof", event_id=event_id), 303)


@blueprint.get("/beheer/personen/bewijs/<uuid:event_id>")
@access("administrator")
def person_proof(event_id: UUID) -> ResponseReturnValue:
    """Show what was erased of a person, when and where, and what stayed."""
    return render_template("administer/proof.html", **_proof(event_id))


@blueprint.get("/beheer/personen/bewijs/<uuid:event_id>.txt")
@access("administrator")
def person_proof_text(event_id: UUID) -> ResponseReturnValue:
    """Send the proof as a text, to give to the person."""
    return _download(render_template("administer/proof.txt", **_proof(event_id)), "bewijs.txt", "text/plain")


def _may_look() -> bool:
    with writing() as db_session:
        somebody = person().account_id
        return persons.take_a_look(db_session, account_id=somebody, key=config().instance_key, at=clock.now())


def _too_often() -> ResponseReturnValue:
    form = SearchForm()
    form.refuse("who", _("You looked people up very often. Try again in an hour."))
    return render_template("administer/persons.html", form=form, found=None, erased=()), 429


def _search(db_session: Session, who: str) -> tuple[list[Person], UUID | None]:
    try:
        key = key_of(who)
    except Refused:
        return persons.search(db_session, name=who), None
    found = persons.find_person(db_session, key=key)
    return [found] if found else [], persons.mark_of(key, key=config().instance_key)


def _chosen(db_session: Session) -> Person:
    form = PersonForm()
    found = persons.find_person(db_session, key=str(form.key.data)) if form.validate() else None
    if found is None:
        abort(404)
    return found


def _erase(found: Person) -> UUID:
    if person().account_id in [each.id for each in found.accounts]:
        raise Refused(gettext_noop("You cannot erase yourself. Ask another administrator."))
    with writing() as db_session:
        now = persons.find_person(db_session, key=found.key)
        if now is None:
            abort(404)
        return persons.erase_person(db_session, person=now, key=config().instance_key, by=actor(), at=clock.now())


def _proof(event_id: UUID) -> dict[str, object]:
    with reading() as db_session:
        event = queries.find_erasure(db_session, event_id=event_id)
        if event is None:
            abort(404)
        places = queries.count_erased_with(db_session, event=event)
    return {"event": event, "places": places, **_STAYS}


def _download(content: str, name: str, kind: str) -> Response:
    response = make_response(content)
    response.mimetype = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
