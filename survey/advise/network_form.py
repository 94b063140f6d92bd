"""Add a network, and change what is known of it."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from survey.access import access, person
from survey.advise.saving import EditForm, changed, noted, saved
from survey.advise.views import blueprint
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.forms import choices, one_line, plain_text
from survey.i18n import _, later
from survey.models import Network
from survey.models.network import PROVINCES
from survey.queries import municipalities as municipality_queries
from survey.queries import networks as queries
from survey.services import municipalities, networks
from survey.services.changes import check_version
from survey.services.networks import Details

_ROOM = 3
_MOST_TYPED = 60


class Lines(Field):
    """As many short texts as somebody types, each in a line of its own; empty ones do not count."""

    data: list[str]

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed."""
        self.data = [text for text in map(one_line, valuelist[:_MOST_TYPED]) if text]


class OwnNetworkForm(EditForm):
    """What a coordinator may change."""

    coordinator_name = StringField(
        later("Name of the coordinator"),
        filters=[one_line],
        validators=[Length(max=200, message=later("At most 200 characters fit."))],
    )
    notes = TextAreaField(
        later("Notes"),
        filters=[plain_text],
        validators=[Length(max=10_000, message=later("At most 10,000 characters fit."))],
    )

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this network."""
        return {"coordinator_name": row.coordinator_name or "", "notes": row.notes}


class NetworkForm(OwnNetworkForm):
    """What an adviser may change."""

    name = StringField(
        later("Name of the network"),
        filters=[one_line],
        validators=[
            InputRequired(later("Give the network a name.")),
            Length(max=200, message=later("At most 200 characters fit.")),
        ],
    )
    province = SelectField(
        later("Province"), choices=choices(PROVINCES.items()), validators=[InputRequired(later("Choose a province."))]
    )
    municipalities = Lines(later("Municipalities"), default=())
    region = SelectField(later("Labour-market region"), validate_choice=True)

    def told_of(self, row: Any) -> dict[str, Any]:
        """Return what the fields would hold for this network."""
        mine = {"name": row.name, "province": row.province, "region": row.region or ""}
        return mine | super().told_of(row)


@blueprint.route("/netwerken/nieuw", methods=["GET", "POST"])
@access("adviser")
def add_network() -> ResponseReturnValue:
    """Add a network, which who adds it looks after."""
    form, known = _network_form(None)
    made: list[UUID] = []

    def add(session: Session) -> None:
        adviser = queries.get_adviser(session, adviser_id=person().account_id)
        assert adviser is not None  # noqa: S101 -- signed in, so there
        network = networks.add_network(session, adviser=adviser, name=form.name.data, province=form.province.data)
        networks.change_network(session, network=network, details=_details(form))
        municipalities.settle(session, network=network, typed=form.municipalities.data)
        noted(session, changed("network.added", network.id, network))
        made.append(network.id)

    if _is_sent(form) and saved(form, add):
        flash(_("The network is there. Now add the organisations."))
        return redirect(url_for("advise.show_network", network_id=made[0]), 303)
    return _draw(form, None, known)


@blueprint.route("/netwerken/<uuid:network_id>/bewerken", methods=["GET", "POST"])
@access("coordinator")
def edit_network(network_id: UUID) -> ResponseReturnValue:
    """Change what is known of a network: an adviser everything, a coordinator the notes and the own name."""
    with reading() as session:
        network = own_network(session, network_id)
    form, known = _network_form(network)

    def change(session: Session) -> None:
        current = locked_network(session, network_id)
        check_version(current, form.version.data)
        details = _details(form) if isinstance(form, NetworkForm) else _own_details(current, form)
        fields = networks.change_network(session, network=current, details=details)
        if isinstance(form, NetworkForm) and municipalities.settle(
            session, network=current, typed=form.municipalities.data
        ):
            fields.append("municipalities")
        if fields:
            noted(session, changed("network.changed", current.id, current, fields=sorted(fields)))

    if _is_sent(form) and saved(form, change):
        flash(_("Saved"))
        return redirect(url_for("advise.show_network", network_id=network_id), 303)
    return _draw(form, network, known)


def _network_form(network: Network | None) -> tuple[Any, list[str]]:
    """Return the form that fits who is signed in, with the names of municipalities to choose from."""
    if not person().may("adviser"):
        return _filled(OwnNetworkForm(), network), []
    form: Any = NetworkForm()
    with reading() as session:
        year = municipality_queries.newest_year(session)
        known = [each.name for each in municipality_queries.list_municipalities(session) if each.year == year]
        regions = municipality_queries.list_regions(session)
        own = municipality_queries.list_of_network(session, network_id=network.id) if network else ()
    if network is not None and network.region and network.region not in dict(regions):
        regions.append((network.region, network.region))
    if network is None:
        form.province.choices = choices([("", _("Choose")), *PROVINCES.items()])
    form.region.choices = choices([("", _("not filled in")), *regions])
    if not form.is_submitted():
        form.municipalities.data = [each.name for each in own]
    return _filled(form, network), known


def _filled(form: Any, network: Network | None) -> Any:
    """Put what is known into a form that was not sent yet."""
    if network is not None and not form.is_submitted():
        form.version.data = str(network.version)
        for name, value in form.told_of(network).items():
            form[name].data = value
    return form


def _is_sent(form: Any) -> bool:
    """Whether somebody wants to save; a button that only makes room does not."""
    return "more" not in request.form and form.validate_on_submit()


def _details(form: Any) -> Details:
    names = ("name", "province", "region", "coordinator_name", "notes")
    return Details(**{name: form[name].data for name in names})


def _own_details(network: Network, form: Any) -> Details:
    return Details(network.name, network.province, network.region, form.coordinator_name.data, form.notes.data)


def _draw(form: Any, network: Network | None, known: list[str]) -> ResponseReturnValue:
    is_wrong = bool(form.errors)
    page = render_template(
        "advise/network_form.html",
        form=form,
        network=network,
        known=known,
        room=_ROOM * (3 if "more" in request.form else 1),
        is_adviser=person().may("adviser"),
    )
    return page, 422 if is_wrong else 200
