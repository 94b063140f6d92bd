"""What the audit log's actions are called: all that are noted, and no other."""

from typing import Final

from survey.i18n import _, gettext_noop

ACTIONS: Final[dict[str, str]] = {
    "account.signed_in": gettext_noop("signed in"),
    "account.signed_out": gettext_noop("signed out"),
    "account.sign_in_failed": gettext_noop("could not sign in"),
    "account.sign_in_refused": gettext_noop("was refused to sign in"),
    "account.provider_linked": gettext_noop("linked an account to another provider"),
    "account.invited": gettext_noop("invited somebody to an account"),
    "account.added": gettext_noop("added an account"),
    "account.role_changed": gettext_noop("changed what somebody may do"),
    "account.moved": gettext_noop("moved an account to another support organisation"),
    "account.closed": gettext_noop("closed an account"),
    "account.reopened": gettext_noop("opened an account again"),
    "account.erased": gettext_noop("erased an account"),
    "account.password_set": gettext_noop("set a password"),
    "account.address_changed": gettext_noop("changed the e-mail address of an account"),
    "account.details_changed": gettext_noop("changed the own name or language"),
    "account.app_set_up": gettext_noop("set up an app that shows codes"),
    "account.app_taken_away": gettext_noop("took an app that shows codes away"),
    "account.passkey_added": gettext_noop("added a passkey"),
    "account.passkey_taken_away": gettext_noop("took a passkey away"),
    "account.recovery_codes_made": gettext_noop("made new recovery codes"),
    "account.second_factor_reset": gettext_noop("reset the second step of an account"),
    "account.session_ended": gettext_noop("ended a session"),
    "account.sessions_ended": gettext_noop("ended sessions"),
    "account.other_sessions_ended": gettext_noop("signed out in all other browsers"),
    "network.added": gettext_noop("added a network"),
    "network.changed": gettext_noop("changed a network"),
    "network.archived": gettext_noop("put a network in the archive"),
    "network.brought_back": gettext_noop("brought a network back from the archive"),
    "network.offered": gettext_noop("offered a network to another adviser"),
    "network.offer_withdrawn": gettext_noop("withdrew the offer of a network"),
    "network.offer_refused": gettext_noop("refused a network that was offered"),
    "network.handed_over": gettext_noop("took over a network"),
    "coordinator.added": gettext_noop("made somebody coordinator of a network"),
    "coordinator.removed": gettext_noop("took a coordinator off a network"),
    "organisation.added": gettext_noop("added an organisation"),
    "organisation.changed": gettext_noop("changed an organisation"),
    "organisation.deleted": gettext_noop("deleted an organisation"),
    "organisation.merged": gettext_noop("made two organisations one"),
    "contact.added": gettext_noop("added a contact"),
    "contact.changed": gettext_noop("changed a contact"),
    "contact.archived": gettext_noop("put a contact in the archive"),
    "contact.brought_back": gettext_noop("brought a contact back from the archive"),
    "contact.erased": gettext_noop("erased a contact"),
    "contact.merged": gettext_noop("made two contacts one"),
    "person.exported": gettext_noop("made a file about a person"),
    "person.erased": gettext_noop("erased a person everywhere"),
    "support_organisation.added": gettext_noop("added a support organisation"),
    "support_organisation.changed": gettext_noop("changed a support organisation"),
    "support_organisation.archived": gettext_noop("put a support organisation in the archive"),
    "support_organisation.brought_back": gettext_noop("brought a support organisation back from the archive"),
    "support_organisation.logo_changed": gettext_noop("changed the logo of a support organisation"),
    "support_organisation.logo_removed": gettext_noop("took the logo of a support organisation away"),
    "round.planned": gettext_noop("planned a round"),
    "round.plan_discarded": gettext_noop("threw the plan of a round away"),
    "round.opening_asked": gettext_noop("had a round opened"),
    "round.opening_stopped": gettext_noop("stopped the opening of a round"),
    "round.opened": gettext_noop("opened a round"),
    "round.cancelled": gettext_noop("cancelled a round"),
    "round.invited": gettext_noop("invited people to an open round"),
    "invitation.sent_again": gettext_noop("sent an invitation once more"),
    "invitation.withdrawn": gettext_noop("withdrew a link"),
    "invitation.given_back": gettext_noop("let a withdrawn link work again"),
    "links.listed": gettext_noop("had links listed"),
    "letters.printed": gettext_noop("printed letters or cards with links"),
    "import.carried_out": gettext_noop("read in a spreadsheet"),
    "networks.exported": gettext_noop("downloaded the list of networks"),
    "organisations.exported": gettext_noop("downloaded the list of organisations"),
    "contacts.exported": gettext_noop("downloaded the list of contacts"),
    "accounts.exported": gettext_noop("downloaded the list of accounts"),
    "supports.exported": gettext_noop("downloaded the list of support organisations"),
    "audit.exported": gettext_noop("downloaded the audit log"),
    "audit.shown": gettext_noop("looked at the audit log"),
    "round.texts_changed": gettext_noop("changed the texts of a round's mails"),
    "round.reminded": gettext_noop("had people reminded of a round"),
    "rounds.exported": gettext_noop("downloaded the list of rounds"),
    "report.read": gettext_noop("opened a report"),
    "municipalities.loaded": gettext_noop("read in the municipalities"),
    "retention.run": gettext_noop("deleted what was kept for its term"),
    "retention.applied": gettext_noop("deleted what was kept for its term"),
}


def in_words(action: str) -> str:
    """Say an action as what somebody did; an old one that is noted no more, by the name that it has."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def choices() -> dict[str, frozenset[str]]:
    """Return the actions to choose from, in words; several that are said in the same words are one choice."""
    said: dict[str, set[str]] = {}
    for action in ACTIONS:
        said.setdefault(in_words(action), set()).add(action)
    return {min(actions): frozenset(actions) for _words, actions in sorted(said.items())}
