"""Open the rounds of many networks at once: choose, look what each can show, open all that can."""

from collections.abc import Sequence
from typing import Any, Final

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import BooleanField, SelectMultipleField

from reports.wording import words
from survey import clock
from survey.access import access, actor, config, person
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.plan_form import RoundForm, default_choice, shared_blocks, usual_values
from survey.advise.rounds.planning import list_askable
from survey.advise.saving import saved
from survey.database import reading
from survey.errors import Refused
from survey.forms import choices, one_line
from survey.i18n import _, gettext_noop, language, later, ngettext
from survey.models.network import PROVINCES
from survey.queries.lists import networks as lists
from survey.queries.lists.finding import Wish, find_all_ids
from survey.services.openable import Standing, list_standings, refuse_dates
from survey.services.opening import is_due
from survey.services.opening_many import has_own_plan, list_ready, lock_all, open_all
from survey.services.readiness import Readiness
from survey.work.client import hand_over
from survey.work.orders import looking_order

#: By how many of a hundred the one line is said.
USUAL_RATE: Final = 75
_FILTERS: Final = ("zoek", "wie", "provincie")
#: How many reasons are told at once.
_MOST_REASONS: Final = 5


class ManyForm(RoundForm):
    """Which networks, and what their rounds will be."""

    # what meanwhile opened or went is no mistake of who ticked it
    networks = SelectMultipleField(later("Networks"), validate_choice=False)
    everything = BooleanField(later("All networks in this list"))

    def chosen(self, among: Sequence[Standing]) -> list[Standing]:
        """Return the networks that were chosen."""
        fields: Any = self
        ticked = set(fields.networks.data)
        return [each for each in among if fields.everything.data or str(each.network.id) in ticked]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check it; the days have to fit each other, whichever networks it is for."""
        fields: Any = self
        if not super().validate(extra_validators):
            return False
        try:
            refuse_dates(fields.settings().dates, at=clock.now())
        except Refused as refusal:
            self.take(refusal)
            return False
        return True


@blueprint.get("/rondes/openen")
@access("adviser")
def choose_networks() -> ResponseReturnValue:
    """Show the networks without an open round, to choose those whose rounds are to open."""
    standings, form = _begin()
    return _draw(form, standings)


@blueprint.post("/rondes/openen")
@access("adviser")
def open_rounds() -> ResponseReturnValue:
    """Show how ready the chosen networks are; or open all that can."""
    standings, form = _begin()
    chosen = form.chosen(standings)
    is_right = form.validate_on_submit()
    if not chosen:
        form.refuse("networks", _("Choose at least one network."))
    if not is_right or not chosen:
        return _draw(form, standings), 422
    ready = list_ready(chosen, settings=form.settings(), at=clock.now())
    if "open" not in request.form:
        return _draw(form, chosen, ready)
    return _open(form, chosen)


def _open(form: Any, chosen: Sequence[Standing]) -> ResponseReturnValue:
    """Open what can be opened now, whatever was so when it was looked at."""
    opened: list[bool] = []
    left: list[Readiness] = []

    def ask(session: Session) -> None:
        now, settings = clock.now(), form.settings()
        standings = lock_all(session, reach=person().reach, network_ids=[each.network.id for each in chosen])
        ready = list_ready(standings, settings=settings, at=now)
        opened.extend(is_due(plan, now) for plan in open_all(session, ready, settings=settings, by=actor(), at=now))
        left.extend(each for each in ready if each.refusal)

    if not saved(form, ask):
        return _draw(form, chosen, list_ready(chosen, settings=form.settings(), at=clock.now())), 422
    if any(opened):
        hand_over(looking_order(), config())
    _tell(len(opened), left)
    return redirect(url_for("advise.list_networks"), 303)


def _tell(opened: int, left: Sequence[Readiness]) -> None:
    if opened:
        sentence = ngettext("%(num)s round is being opened.", "%(num)s rounds are being opened.", opened)
        flash(f"{sentence} " + _("The invitations go out one after the other; you need not wait for it."))
    under_way = sum(each.standing.is_under_way for each in left)
    if under_way:
        flash(ngettext("%(num)s round was opened already.", "%(num)s rounds were opened already.", under_way))
    refused = [each for each in left if each.refusal and not each.standing.is_under_way]
    if refused:
        reasons = [each.refusal.told for each in refused[:_MOST_REASONS] if each.refusal]
        more = len(refused) - len(reasons)
        said = ngettext("And %(num)s more.", "And %(num)s more.", more) if more else ""
        flash(" ".join([_("Not everything could open."), *reasons, said]).strip(), "alert")


def _begin() -> tuple[list[Standing], Any]:
    """Return the networks that can be chosen among, and the form as it was sent or begins."""
    with reading() as session:
        standings = _list_candidates(session)
        known = list_askable(session, person().support_organisation_id)
    form: Any = ManyForm(known)
    form.networks.choices = choices((str(each.network.id), each.network.name) for each in standings)
    form.known = known
    usual = default_choice(known)
    if not form.is_submitted() and usual:
        form.fill(usual_values(clock.dutch_day(clock.now()), usual))
    return standings, form


def _list_candidates(session: Session) -> list[Standing]:
    """Return the networks without an open round that the address bar, or the form, narrows down to."""
    asked = wished()
    chosen = {"ronde": "niet-open", "archief": "nee", **{name: asked[name] for name in ("wie", "provincie")}}
    wish = Wish(search=asked["zoek"], chosen={name: value for name, value in chosen.items() if value}, sort="naam")
    ids = find_all_ids(session, lists.match(person().reach, wish, adviser_id=person().account_id), wish)
    found = lists.list_networks(session, reach=person().reach, network_ids=ids)
    return list_standings(session, networks_=found)


def wished() -> dict[str, str]:
    """Return how the list is narrowed down; what is not known falls away."""
    given = {name: one_line(request.values.get(name))[:200] for name in _FILTERS}
    if "wie" not in request.values:
        with reading() as session:
            has_own = lists.has_own(session, adviser_id=person().account_id)
        given["wie"] = "mijn" if has_own else ""
    return given | {"provincie": given["provincie"] if given["provincie"] in PROVINCES else ""}


def _draw(form: Any, standings: Sequence[Standing], ready: Sequence[Readiness] = ()) -> str:
    return render_template(
        "advise/round/many.html",
        form=form,
        standings=standings,
        ready=ready,
        lines={each.standing.network.id: in_one_line(each) for each in ready},
        can_open=sum(each.refusal is None for each in ready),
        wished=wished(),
        provinces=PROVINCES,
        has_own_plan=has_own_plan,
        places=shared_blocks(form.known),
        known=form.known,
    )


_WHOLE: Final = {
    (False, False): gettext_noop("too few answers for a result"),
    (True, False): gettext_noop("averages of the whole network"),
    (True, True): gettext_noop("averages of the whole network, and how answers are spread"),
}
_WHOLE_OF_A_SCAN: Final = {
    (False, False): gettext_noop("too few answers for a result"),
    (True, False): gettext_noop("one word per statement"),
    (True, True): gettext_noop("how answers are spread"),
}


def in_one_line(ready: Readiness) -> str:
    """Say what a round can show if people answer as usual."""
    if not ready.outlooks:
        return ""
    whole, *groups = ({each.rate: each for each in outlook.chances}[USUAL_RATE] for outlook in ready.outlooks)
    sentences = _WHOLE_OF_A_SCAN if ready.is_scan else _WHOLE
    said = _(sentences[whole.average, whole.spread])
    own = [outlook.group for outlook, chance in zip(ready.outlooks[1:], groups, strict=True)
           if chance.average or chance.spread]  # fmt: skip
    named = [words(language()).group(group).label for group in own if group]
    if not named:
        return _("%(whole)s; no result of a group's own", whole=said)
    return _("%(whole)s; a result of its own: %(groups)s", whole=said, groups=words(language()).listed(named))
