"""Add an action, from a suggestion or with nothing filled in; change what was agreed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from questionnaires.guide import Owner
from survey import clock
from survey.access import access
from survey.advise.actions.blueprint import blueprint
from survey.advise.actions.form import ActionForm
from survey.advise.actions.within import locked_action, own_action
from survey.advise.actions.wording import said, theme_name
from survey.advise.saving import changed, noted, saved
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.i18n import _
from survey.models import Action, Network
from survey.queries import actions as queries
from survey.services import actions, suggestions
from survey.services.changes import check_version
from survey.services.network_page import Members, list_members
from survey.services.suggestions import Suggested

#: The kinds of partner that the guide means by an owner; the others are no organisation of the network.
_KINDS: Final[Mapping[Owner, tuple[str, ...]]] = {
    "municipality": ("municipality", "municipality-desk"),
    "library": ("library",),
    "welfare": ("welfare",),
}


@blueprint.route("/netwerken/<uuid:network_id>/acties/nieuw", methods=["GET", "POST"])
@access("coordinator")
def add_action(network_id: UUID) -> ResponseReturnValue:
    """Add an action; a suggestion is text to change, and becomes an action when somebody says by whom and when."""
    form, network, suggested = _new_form(network_id)

    def add(session: Session) -> None:
        current, id = locked_network(session, network_id), form.new_id(network_id)
        if session.get(Action, id) is not None:
            return
        made = actions.add(
            session,
            network=current,
            agreement=form.agreement,
            at=clock.now(),
            suggestion_id=suggested.action.id if suggested else None,
            id=id,
        )
        noted(session, changed("action.added", made.id, current))

    if _is_sound(form, network) and saved(form, add):
        flash(_("The action is there."))
        return redirect(url_for("actions.list_actions", network_id=network_id), 303)
    return _draw(form, network, None)


@blueprint.route("/netwerken/<uuid:network_id>/acties/<uuid:action_id>", methods=["GET", "POST"])
@access("coordinator")
def edit_action(network_id: UUID, action_id: UUID) -> ResponseReturnValue:
    """Change what was agreed, and how far it is."""
    with reading() as session:
        network, action = own_action(session, network_id, action_id)
        themes, members = _to_choose(session, network)
    if action.theme:
        themes.setdefault(action.theme, theme_name(action.theme) or action.theme)
    form: Any = ActionForm()
    form.offer(themes, members, action.contact_id)
    if not form.is_submitted():
        form.process(data={**form.told_of(action), "version": str(action.version)})

    def change(session: Session) -> None:
        own = locked_action(session, network_id, action_id)
        check_version(own.action, form.version.data)
        fields = actions.change(
            session, network=own.network, action=own.action, agreement=form.agreement, at=clock.now()
        )
        if fields:
            noted(session, changed("action.changed", action_id, own.network, fields=sorted(fields)))

    if _is_sound(form, network, action) and saved(form, change):
        flash(_("Saved"))
        return redirect(url_for("actions.list_actions", network_id=network_id), 303)
    return _draw(form, network, action)


def _is_sound(form: Any, network: Network, action: Action | None = None) -> bool:
    """Whether a form was sent and is right; else say all that is not at once, also what would be refused later."""
    if not form.is_submitted() or form.validate():
        return form.is_submitted()
    today = clock.dutch_day(clock.now())
    with reading() as session:
        for each in actions.mistakes(session, network, form.agreement, today=today, was=action):
            if each.field in form and not form[each.field].errors:
                form.take(each)
    return False


def _new_form(network_id: UUID) -> tuple[Any, Network, Suggested | None]:
    """Return the form of a new action, with what a suggestion fills in; and that suggestion."""
    with reading() as session:
        network = own_network(session, network_id)
        themes, members = _to_choose(session, network)
        asked = suggestions.asked_by(session, network_id=network_id)
    form: Any = ActionForm()
    del form.status, form.note
    theme, _colon, id = (form.suggestion.data or request.args.get("voorstel", "")).partition(":")
    suggested = suggestions.find(asked, theme_id=theme, suggestion_id=id)
    if suggested and not form.is_submitted():
        form.process(data=_filled(suggested, members))
    form.offer(themes, members)
    return form, network, suggested


def _to_choose(session: Session, network: Network) -> tuple[dict[str, str], list[Members]]:
    asked = suggestions.asked_by(session, network_id=network.id)
    themes = {id: said(title) for id, title in suggestions.theme_titles(asked).items()}
    return themes, list_members(session, network=network)


def _filled(suggested: Suggested, members: list[Members]) -> dict[str, Any]:
    """Return what a suggestion fills in: its text, its theme, the organisation that it is for, and its term."""
    kinds = [kind for owner in suggested.action.owners for kind in _KINDS.get(owner, ())]
    owners = [part.organisation for kind in kinds for part in members if part.organisation.kind == kind]
    return {
        "suggestion": f"{suggested.theme}:{suggested.action.id}",
        "what": said(suggested.action.text),
        "theme": suggested.theme,
        "owner_id": str(owners[0].id) if owners else "",
        "due_on": clock.dutch_day(clock.now()) + timedelta(weeks=suggested.action.weeks),
    }


def _draw(form: Any, network: Network, action: Action | None) -> ResponseReturnValue:
    with reading() as session:
        is_full = action is None and len(queries.list_slots(session, network_id=network.id)) >= actions.MOST_OPEN
    page = render_template("advise/actions/form.html", form=form, network=network, action=action, is_full=is_full)
    return page, 422 if form.errors else 200
