"""Keep what is chosen on a page over many networks under a name, and see, rename, replace and delete what was kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, SelectField, StringField

from survey import clock
from survey.access import access, actor, person
from survey.account.fields import at_most, required, trimmed, visible
from survey.advise.dashboards import choices
from survey.advise.dashboards.areas import area_filters, areas
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.kept import BOARDS, TOPIC, as_address, given_in, href_of, in_words
from survey.advise.saving import saved
from survey.database import reading, writing
from survey.forms import StaffForm
from survey.forms import choices as options
from survey.i18n import _, language, later
from survey.models import SavedView
from survey.queries import saved_views as queries
from survey.services import saved_views
from survey.services.dashboards.gathering import title_of
from survey.services.saved_views import LONGEST_NAME, Kept

#: An address is never longer than this.
_LONGEST_CHOICE: Final = 2000
#: Of these pages the one on which there is nothing without networks that were chosen.
_SIDE_BY_SIDE: Final = "naast-elkaar"


class NameForm(StaffForm):
    """What a kept view is called."""

    name = StringField(later("Name"), filters=[trimmed], validators=[required, at_most(LONGEST_NAME), visible])


class KeepForm(StaffForm):
    """What is kept, and under which name; or in the place of which one, whose name it then takes over."""

    name = StringField(later("Name"), filters=[trimmed], validators=[at_most(LONGEST_NAME), visible])
    instead = SelectField(later("In the place of"), validate_choice=False)
    page = HiddenField()
    chosen = HiddenField()


@dataclass(frozen=True, slots=True)
class Listed:
    """A kept view in the list of them."""

    id: UUID
    name: str
    page: str
    href: str
    chosen: str


@blueprint.get("/bewaard")
@access("adviser")
def list_views() -> ResponseReturnValue:
    """Show what somebody kept."""
    return _draw_list()


def _draw_list(*, is_gone: bool = False) -> str:
    with reading() as session:
        views = queries.list_views(session, account_id=person().account_id)
        filters = _filters(session) if views else dict[str, tuple[choices.Filter, ...]]()
    listed = [_listed(view, filters.get(view.page, ())) for view in views]
    return render_template("advise/dashboards/views.html", views=listed, most=saved_views.MOST, is_gone=is_gone)


def _listed(view: SavedView, filters: "tuple[choices.Filter, ...]") -> Listed:
    board = BOARDS.get(view.page)
    given = given_in(view.chosen)
    asked = choices.read_given(filters, given)
    topic = title_of(given.get(TOPIC, ""), language()) if board and board.has_topic else ""
    chosen = filter(None, (in_words(asked, view.page), _("Topic: %(title)s", title=topic) if topic else ""))
    return Listed(view.id, view.name, _(board.message) if board else view.page, href_of(view), "; ".join(chosen))


@blueprint.post("/bewaard")
@access("adviser")
def keep_view() -> ResponseReturnValue:
    """Keep what was chosen, and go back to it."""
    form: Any = KeepForm()
    with reading() as session:
        views = queries.list_views(session, account_id=person().account_id)
        what = _given(session, form)
    form.instead.choices = options(
        [("", _("Nothing: it becomes a new one")), *((str(each.id), each.name) for each in views)]
    )
    if what is None:
        flash(_("There was nothing to keep. Open a page, choose, and keep it there."), "alert")
        return redirect(url_for("dashboards.list_views"), 303)
    if not _keep(form, what, views):
        return _draw(form, what, views), 422
    return redirect(href_of(SavedView(page=what.page, chosen=what.chosen)), 303)


def _given(session: Session, form: Any) -> Kept | None:
    """Return what is to be kept: what of it can be chosen here, and nothing else."""
    page, chosen = form.page.data or "", form.chosen.data or ""
    board = BOARDS.get(page)
    if board is None or len(chosen) > _LONGEST_CHOICE:
        return None
    given = given_in(chosen)
    asked = choices.read_given(_filters(session)[page], given)
    if page == _SIDE_BY_SIDE and not asked.networks:
        return None
    return Kept(page, as_address(page, asked, given.get(TOPIC, "")))


def _filters(session: Session) -> "Mapping[str, tuple[choices.Filter, ...]]":
    """Return what can be chosen on each page; where networks are chosen one by one, only what leaves none out."""
    every = choices.every_filter(session, person())
    whose = tuple(each for each in every if each.key == choices.WHOSE)
    alone = tuple(each for each in every if each.key in (choices.YEAR, choices.GROUPED))
    own = {"overzicht": whose, "kaart": whose, "naast-elkaar": alone, "rondes": ()}
    own["regio"] = area_filters(areas(session))
    return {page: own.get(page, every) for page in BOARDS}


def _keep(form: Any, what: Kept, views: Sequence[SavedView]) -> bool:
    """Keep it and say so; or say at the form why not."""
    if not form.validate():
        return False
    name, instead = form.name.data, _view_id(form.instead.data)
    if not name and instead is None:
        form.refuse("name", _("Give this choice a name, so that you find it again."))
        return False
    told: list[str] = []

    def write(session: Session) -> None:
        if instead is None:
            saved_views.keep(session, what, name=name, by=actor(), at=clock.now())
            told.append(name)
        else:
            told.append(saved_views.replace(session, what, view_id=instead, name=name, by=actor(), at=clock.now()))

    if not saved(form, write):
        return False
    flash(_("Kept as ‘%(name)s’. You find it at the top of these pages.", name=told[-1]))
    same = [each.name for each in views if (each.page, each.chosen) == (what.page, what.chosen)]
    if instead is None and same and told[-1] not in same:
        flash(_("You kept the same choice as ‘%(name)s’ already. Delete one of them if one is enough.", name=same[0]))
    return True


def _view_id(given: str | None) -> UUID | None:
    try:
        return UUID(given) if given else None
    except ValueError:
        return None


def _draw(form: Any, what: Kept, views: Sequence[SavedView]) -> str:
    """Show the form with what is wrong; the kept one that has this name is proposed to be replaced."""
    same = [str(each.id) for each in views if each.name.casefold() == (form.name.data or "").casefold()]
    if same and not form.instead.data:
        form.instead.data = same[0]
    form.name.flags.required = form.name.flags.required or not form.instead.data
    back = href_of(SavedView(page=what.page, chosen=what.chosen))
    return render_template("advise/dashboards/keep.html", form=form, back=back)


@blueprint.route("/bewaard/<uuid:view_id>", methods=["GET", "POST"])
@access("adviser")
def change_view(view_id: UUID) -> ResponseReturnValue:
    """Give a kept view another name; the same page asks before it is deleted."""
    with reading() as session:
        view = queries.find_view(session, account_id=person().account_id, view_id=view_id)
    if view is None:
        return _draw_list(is_gone=True), 404
    form: Any = NameForm(obj=view)
    if form.validate_on_submit() and saved(form, partial(_rename, view_id=view_id, name=form.name.data)):
        flash(_("It is called ‘%(name)s’ now.", name=form.name.data))
        return redirect(url_for("dashboards.list_views"), 303)
    drawn = render_template("advise/dashboards/view.html", form=form, view=view, href=href_of(view))
    return drawn, 422 if form.is_submitted() else 200


def _rename(session: Session, *, view_id: UUID, name: str) -> None:
    if not saved_views.rename(session, view_id=view_id, name=name, by=actor(), at=clock.now()):
        abort(404)  # deleted since it was looked up


@blueprint.post("/bewaard/<uuid:view_id>/wissen")
@access("adviser")
def delete_view(view_id: UUID) -> ResponseReturnValue:
    """Delete a kept view; nothing of a network changes."""
    with writing() as session:
        name = saved_views.delete(session, view_id=view_id, by=actor(), at=clock.now())
    if name is None:
        return _draw_list(is_gone=True), 404
    flash(_("‘%(name)s’ is deleted.", name=name))
    return redirect(url_for("dashboards.list_views"), 303)
