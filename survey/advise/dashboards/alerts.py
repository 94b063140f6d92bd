"""Which alerts an adviser gets by mail, and how soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reports.disclosure.policy import K_ITEM
from survey import clock
from survey.access import access, actor, config, person
from survey.advise.dashboards.blueprint import blueprint
from survey.database import reading, writing
from survey.forms import StaffForm
from survey.i18n import _, gettext_noop
from survey.models import Account
from survey.models.alert import AlertKind, AlertPace
from survey.queries.lists import networks
from survey.services import alerts
from survey.services.dashboards.needs import SOON

#: What each kind is called, and when there is one.
_KINDS: Final[Mapping[AlertKind, tuple[str, str]]] = {
    "too_few": (
        gettext_noop("A round is nearly over and there are few answers"),
        gettext_noop(
            "From %(days)s days before the end, with fewer than %(number)s answers. Counted until the full hour."
        ),
    ),
    "bounced": (
        gettext_noop("Mails of a round cannot be delivered"),
        gettext_noop("How many there are. On the page of the round you see which addresses are wrong."),
    ),
    "report": (
        gettext_noop("A report is ready"),
        gettext_noop("It waits for you to release it, or participants can read it already. The mail has no results."),
    ),
    "late": (
        gettext_noop("An action is late"),
        gettext_noop("The day on which it had to be ready is over."),
    ),
}
_PACES: Final[Mapping[AlertPace, str]] = {
    "never": gettext_noop("never"),
    "weekly": gettext_noop("weekly"),
    "at_once": gettext_noop("at once"),
}
#: What the page says besides each choice: how it was when the page was shown.
SHOWN: Final = "-shown"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of alert as the page asks about it; ``chosen`` is empty where what was sent is no choice.

    ``shown`` is what was kept when the page was first shown.
    """

    id: AlertKind
    title: str
    hint: str
    chosen: str
    shown: str
    standard: str
    problem: str


@blueprint.get("/overzicht/meldingen")
@access("adviser")
def show_alerts() -> ResponseReturnValue:
    """Show what somebody chose."""
    with reading() as session:
        chosen = alerts.choices(session, account_id=person().account_id)
    return _draw(StaffForm(), dict(chosen), dict(chosen))


@blueprint.post("/overzicht/meldingen")
@access("adviser")
def save_alerts() -> ResponseReturnValue:
    """Keep what somebody chose."""
    form: Any = StaffForm()
    chosen, shown = _sent(), _sent(SHOWN)
    if not form.validate() or "" in chosen.values():
        return _draw(form, chosen, shown), 422
    paces = cast("dict[AlertKind, AlertPace]", chosen)
    with writing() as session:
        alerts.choose(session, account_id=person().account_id, chosen=paces, shown=shown, by=actor(), at=clock.now())
    flash(_("Your choice is saved."))
    return redirect(url_for("dashboards.show_alerts"), 303)


def _sent(suffix: str = "") -> dict[AlertKind, str]:
    """Return what the page sent of each kind; nothing where that is no choice."""
    sent: dict[AlertKind, str] = {kind: request.form.get(kind + suffix, "") for kind in _KINDS}
    return {kind: pace if pace in get_args(AlertPace) else "" for kind, pace in sent.items()}


def _draw(form: Any, chosen: Mapping[AlertKind, str], shown: Mapping[AlertKind, str]) -> str:
    with reading() as session:
        address = session.get_one(Account, person().account_id).address
        has_own = networks.has_own(session, adviser_id=person().account_id)
    return render_template(
        "advise/dashboards/alerts.html",
        form=form,
        kinds=[_kind(kind, chosen.get(kind, ""), shown[kind]) for kind in _KINDS],
        paces={pace: _(message) for pace, message in _PACES.items()},
        address=address,
        has_own=has_own,
        sends_mail=config().mail_server is not None,
        times={"from_hour": alerts.FROM.hour, "until_hour": alerts.UNTIL.hour},
    )


def _kind(kind: AlertKind, chosen: str, shown: str) -> Kind:
    title, hint = _KINDS[kind]
    problem = "" if chosen in get_args(AlertPace) else _("Choose one of the three.")
    standard = _("Default: %(pace)s.", pace=_(_PACES[alerts.STANDARD[kind]]))
    return Kind(kind, _(title), _(hint, days=SOON.days, number=K_ITEM), chosen, shown, standard, problem)
