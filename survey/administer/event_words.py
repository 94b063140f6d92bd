"""What rows of the audit log are about and their details, in words; what has none is shown by the name that it has."""

from collections.abc import Mapping
from typing import Any, Final, cast

from survey.account.roles import NAMES
from survey.i18n import _, gettext_noop

#: What something was done to.
KINDS: Final = {
    "account": gettext_noop("an account"),
    "action": gettext_noop("an action"),
    "contact": gettext_noop("a contact"),
    "invitation": gettext_noop("an invitation"),
    "letters": gettext_noop("letters"),
    "network": gettext_noop("a network"),
    "organisation": gettext_noop("an organisation"),
    "person": gettext_noop("a person"),
    "report_batch": gettext_noop("reports of several networks"),
    "round": gettext_noop("a round"),
    "saved_view": gettext_noop("a kept choice"),
    "support_organisation": gettext_noop("a support organisation"),
    "api_token": gettext_noop("a token for programs"),
}
#: From where, when that is no address.
PLACES: Final = {
    "command line": gettext_noop("by a command"),
    "worker": gettext_noop("by the platform itself"),
}
#: The names of the details: what was counted, or what a word or a list of fields is about.
KEYS: Final = {
    "account_mails": gettext_noop("mails to accounts"),
    "accounts": gettext_noop("accounts"),
    "actions": gettext_noop("actions that lost their names"),
    "added": gettext_noop("added"),
    "audit_rows": gettext_noop("lines of the audit log"),
    "changed": gettext_noop("changed"),
    "contacts": gettext_noop("contacts"),
    "contacts_added": gettext_noop("contacts added"),
    "coordinators_unlinked": gettext_noop("coordinators taken off"),
    "deleted": gettext_noop("deleted"),
    "emptied": gettext_noop("emptied"),
    "fields": gettext_noop("changed"),
    "filters": gettext_noop("filtered by"),
    "form": gettext_noop("which part"),
    "gone": gettext_noop("no longer there"),
    "left": gettext_noop("the line of the contact"),
    "link_requests": gettext_noop("requests for a lost link"),
    "method": gettext_noop("way of signing in"),
    "networks": gettext_noop("networks"),
    "networks_added": gettext_noop("networks added"),
    "networks_unlinked": gettext_noop("taken off networks"),
    "number": gettext_noop("number in its round"),
    "organisations_added": gettext_noop("organisations added"),
    "passkeys": gettext_noop("passkeys"),
    "people": gettext_noop("people"),
    "purpose": gettext_noop("for"),
    "report_batches": gettext_noop("files with all reports"),
    "reason": gettext_noop("why"),
    "refused": gettext_noop("skipped, wholly or in part"),
    "role": gettext_noop("role"),
    "rows": gettext_noop("lines"),
    "sealed_rounds": gettext_noop("rounds whose answers went"),
    "sessions": gettext_noop("sessions"),
    "skipped": gettext_noop("skipped"),
    "staged_imports": gettext_noop("files that were given to import"),
    "texts": gettext_noop("texts"),
    "throttles": gettext_noop("counters of tries"),
    "unchanged": gettext_noop("the same already"),
    "year": gettext_noop("year"),
}
#: The words that a detail can be: survey.services.audit_words.
WORDS: Final[dict[str, str]] = {
    "cards": gettext_noop("the action cards"),
    "beside": gettext_noop("a few networks by themselves"),
    "between": gettext_noop("library beside welfare"),
    "closed": gettext_noop("the account is closed"),
    "code": gettext_noop("code"),
    "compared": gettext_noop("networks side by side"),
    "conversation": gettext_noop("what prepares a conversation"),
    "csv": gettext_noop("the figures (CSV)"),
    "deleted": gettext_noop("deleted"),
    "demo": gettext_noop("demo"),
    "development": gettext_noop("networks over their rounds"),
    "emptied": gettext_noop("empty until its round is published"),
    "invitation": gettext_noop("invitation"),
    "json": gettext_noop("the figures (JSON)"),
    "link": gettext_noop("link by e-mail"),
    "meeting": gettext_noop("the people in a meeting"),
    "needs": gettext_noop("what networks need"),
    "openid": gettext_noop("account of the own organisation"),
    "organisations": gettext_noop("what organisations said"),
    "page": gettext_noop("the page"),
    "paper": gettext_noop("who types over paper forms"),
    "passkey": gettext_noop("passkey"),
    "password": gettext_noop("password"),
    "pdf": gettext_noop("the PDF"),
    "reach": gettext_noop("commitment, roles and reach"),
    "places": gettext_noop("where networks are"),
    "recovery": gettext_noop("recovery code"),
    "region": gettext_noop("the report of the region"),
    "reset": gettext_noop("link for a new password"),
    "sheets": gettext_noop("the action cards, four on a sheet"),
    "slides": gettext_noop("the slides"),
    "taken": gettext_noop("somebody else of that provider signs in with it"),
    "totp": gettext_noop("code of an app"),
    "trusted": gettext_noop("second step at the own organisation"),
    "unknown": gettext_noop("no account has this address"),
    "unverified": gettext_noop("the provider did not check the address"),
    "workbook": gettext_noop("the workbook"),
    **NAMES,
}
#: The fields that people change, and what lists are filtered by.
FIELDS: Final = {
    "address": gettext_noop("E-mail address"),
    "archief": gettext_noop("Archive"),
    "audit_months": gettext_noop("Months that the audit log is kept"),
    "closes_on": gettext_noop("Last day to fill in"),
    "contact_months": gettext_noop("Months that contacts are kept"),
    "contact_id": gettext_noop("Who does it"),
    "coordinator_name": gettext_noop("Name of the coordinator"),
    "due_on": gettext_noop("Ready on"),
    "fase": gettext_noop("Phase"),
    "first_step": gettext_noop("First step"),
    "gebied": gettext_noop("Which networks"),
    "gets_overview": gettext_noop("Wants the weekly mail"),
    "groepeer": gettext_noop("Put under headings by"),
    "grootte": gettext_noop("People invited"),
    "helpers": gettext_noop("Who helps"),
    "jaar": gettext_noop("Year"),
    "job": gettext_noop("Job"),
    "kind": gettext_noop("Kind of partner"),
    "language": gettext_noop("Language"),
    "meeting_on": gettext_noop("Day of the meeting"),
    "meeting_place": gettext_noop("Time and place of the meeting"),
    "municipalities": gettext_noop("Municipalities"),
    "name": gettext_noop("Name"),
    "names_profile": gettext_noop("Fills in on behalf of the organisation"),
    "namens": gettext_noop("On behalf of the organisation"),
    "netwerk": gettext_noop("Network"),
    "note": gettext_noop("Note"),
    "notes": gettext_noop("Notes"),
    "organisatie": gettext_noop("Support organisation"),
    "owner_id": gettext_noop("Organisation that sees to it"),
    "pace": gettext_noop("Alerts by mail"),
    "partner_organisation_id": gettext_noop("Organisation"),
    "person": gettext_noop("Who does it"),
    "proof": gettext_noop("How to see that it worked"),
    "province": gettext_noop("Province"),
    "provincie": gettext_noop("Province"),
    "questionnaires": gettext_noop("Questionnaires"),
    "regio": gettext_noop("Labour-market region"),
    "region": gettext_noop("Labour-market region"),
    "rol": gettext_noop("Role"),
    "ronde": gettext_noop("Round"),
    "sender_name": gettext_noop("Sender of mails"),
    "soort": gettext_noop("Kind of partner"),
    "spreekt": gettext_noop("Language"),
    "staat": gettext_noop("State"),
    "status": gettext_noop("State"),
    "sturing": gettext_noop("Who steers"),
    "texts": gettext_noop("Introductions of mails"),
    "theme": gettext_noop("Theme"),
    "tot": gettext_noop("Until and including this day"),
    "van": gettext_noop("From this day"),
    "voor": gettext_noop("For whom"),
    "vragenlijst": gettext_noop("Questionnaire"),
    "wat": gettext_noop("What"),
    "what": gettext_noop("What"),
    "wie": gettext_noop("Whose"),
    "zoek": gettext_noop("Search"),
}


def kind(name: str | None) -> str:
    """Say what something was done to."""
    return _said(KINDS, name or "")


def place(name: str) -> str:
    """Say from where something was done: a neighbourhood of addresses, or in words."""
    return _said(PLACES, name)


def details(given: Mapping[str, Any]) -> str:
    """Say the details of a row, one after the other; of several numbers not those that are 0."""
    numbers = [value for value in given.values() if isinstance(value, int)]
    silent: tuple[Any, ...] = (None, [], 0) if len(numbers) > 1 else (None, [])
    told = {key: value for key, value in given.items() if value not in silent}
    return "; ".join(sorted(f"{_said(KEYS, key)}: {_value(value)}" for key, value in told.items()))


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(_small(_said(FIELDS, each)) for each in cast(list[str], value)))
    return " + ".join(_small(_said(WORDS, each)) for each in str(value).split("+"))


def _said(words: Mapping[str, str], name: str) -> str:
    return _(words[name]) if name in words else name


def _small(label: str) -> str:
    """Write the label of a field as it is within a sentence."""
    return label[:1].lower() + label[1:]
