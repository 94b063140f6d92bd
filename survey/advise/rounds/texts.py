"""The texts of a round's mails: write them, and see them as they arrive."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.access import access
from survey.advise.rounds.blueprint import blueprint
from survey.advise.rounds.previewing import Choice, preview, readers
from survey.advise.rounds.text_form import TextForm
from survey.advise.saving import changed, noted, saved
from survey.advise.within import locked_network, own_network
from survey.database import reading
from survey.errors import Refused
from survey.forms import choices
from survey.i18n import _, gettext_noop
from survey.mail.placeholders import NAMES, in_braces
from survey.models import Network
from survey.models.campaign import MailPurpose
from survey.services.round_texts import OwnTexts, change, own_texts

#: What texts are called in addresses.
_IN_ADDRESS: Final[dict[MailPurpose, str]] = {
    "invitation": "uitnodiging",
    "reminder": "herinnering",
    "released": "rapport",
}
_NOTHING_TO_WRITE: Final = gettext_noop("Plan a round first. Then you can write what its mails say.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The text that somebody works on, with everything around it."""

    network: Network
    own: OwnTexts
    name: MailPurpose
    language: str
    readers: list[Choice]

    def address(self, name: MailPurpose | None = None, language: str | None = None) -> str:
        """Return where this text is written, or another one."""
        return url_for(
            "rounds.edit_texts",
            network_id=self.network.id,
            tekst=_IN_ADDRESS[name or self.name],
            spreekt=language or self.language,
        )

    @property
    def placeholders(self) -> dict[str, str]:
        """What can be filled in, as it is written in this language."""
        return {key: in_braces(key, self.language) for key in NAMES[self.language]}


@blueprint.route("/netwerken/<uuid:network_id>/ronde/teksten", methods=["GET", "POST"])
@access("coordinator")
def edit_texts(network_id: UUID) -> ResponseReturnValue:
    """Show a text beside what it becomes, and keep it when it is right."""
    try:
        with reading() as session:
            chosen = _chosen(session, own_network(session, network_id))
    except Refused as refusal:
        flash(refusal.told, "alert")
        return redirect(url_for("rounds.show_round", network_id=network_id), 303)
    form: Any = TextForm()
    form.reader.choices = choices((each.value, each.label) for each in chosen.readers)
    if request.method == "GET":
        form.show(chosen.own.words(chosen.name, chosen.language))
    elif _is_to_be_kept(form) and saved(form, _keeping(form, chosen)):
        flash(_("This is the standard text again.") if "reset" in request.form else _("Saved"))
        return redirect(chosen.address(), 303)
    return _draw(form, chosen), 422 if form.mistakes() or form.form_errors else 200


def _is_to_be_kept(form: Any) -> bool:
    """Whether what was sent is right, and is to be kept; whoever takes back the standard text typed nothing."""
    return "reset" in request.form or (form.validate() and request.form.get("go") != "look")


def _chosen(session: Session, network: Network) -> Chosen:
    """Return the text that the address names; the first one where it names none that there is."""
    own = _own(session, network)
    asked, spoken = request.args.get("tekst"), request.args.get("spreekt", "")
    named = _named(own.names, asked)
    language = spoken if spoken in own.facts.languages else own.facts.languages[0]
    return Chosen(network, own, named, language, readers(session, network=network))


def _named(names: tuple[MailPurpose, ...], asked: str | None) -> MailPurpose:
    for name in names:
        if _IN_ADDRESS[name] == asked:
            return name
    return names[0]


def _own(session: Session, network: Network) -> OwnTexts:
    own = own_texts(session, network=network)
    if own is None:
        raise Refused(_NOTHING_TO_WRITE)
    return own


def _keeping(form: Any, chosen: Chosen) -> Any:
    """Return what keeps a text, or takes back the standard one."""

    def keep(session: Session) -> None:
        network = locked_network(session, chosen.network.id)
        own = _own(session, network)
        if chosen.name not in own.names:
            raise Refused(gettext_noop("This mail has gone already: its text cannot be changed any more."))
        to = None if "reset" in request.form else form.words
        if change(session, own, name=chosen.name, language=chosen.language, to=to, seen=form.version.data):
            noted(session, changed("round.texts_changed", own.row.id, network, fields=["texts"]))

    return keep


def _draw(form: Any, chosen: Chosen) -> str:
    typed = chosen.own.with_typed(chosen.name, chosen.language, form.words)
    kept = chosen.own.words(chosen.name, chosen.language)
    reader = next((each for each in chosen.readers if each.value == form.reader.data), chosen.readers[0]).reader
    return render_template(
        "advise/round/texts_page.html",
        network=chosen.network,
        form=form,
        chosen=chosen,
        is_kept=form.words == kept,
        is_standard=kept == chosen.own.standard(chosen.name, chosen.language),
        shown=preview(typed, chosen.name, reader, language=chosen.language),
    )
