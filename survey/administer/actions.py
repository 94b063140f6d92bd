"""What the audit log's actions are called; one that is not here is shown by the name that it has."""

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
    "account.joined": gettext_noop("took up an invitation"),
    "account.changed": gettext_noop("changed an account"),
    "account.role_changed": gettext_noop("changed what somebody may do"),
    "account.closed": gettext_noop("closed an account"),
    "account.reopened": gettext_noop("opened an account again"),
    "account.password_changed": gettext_noop("changed a password"),
    "account.address_changed": gettext_noop("changed the e-mail address of an account"),
    "account.session_ended": gettext_noop("ended a session"),
    "account.sessions_ended": gettext_noop("ended sessions"),
    "network.added": gettext_noop("added a network"),
    "network.changed": gettext_noop("changed a network"),
    "network.archived": gettext_noop("put a network in the archive"),
    "network.offered": gettext_noop("offered a network to another adviser"),
    "network.handed_over": gettext_noop("took over a network"),
    "organisation.added": gettext_noop("added an organisation"),
    "organisation.changed": gettext_noop("changed an organisation"),
    "organisation.deleted": gettext_noop("deleted an organisation"),
    "organisations.merged": gettext_noop("made two organisations one"),
    "contact.added": gettext_noop("added a contact"),
    "contact.changed": gettext_noop("changed a contact"),
    "contact.archived": gettext_noop("put a contact in the archive"),
    "contact.erased": gettext_noop("erased a contact"),
    "round.invited": gettext_noop("invited people to an open round"),
    "invitation.sent_again": gettext_noop("sent an invitation once more"),
    "invitation.withdrawn": gettext_noop("withdrew a link"),
    "invitation.given_back": gettext_noop("let a withdrawn link work again"),
    "links.listed": gettext_noop("had links listed"),
    "letters.printed": gettext_noop("printed letters or cards with links"),
    "contacts.merged": gettext_noop("made two contacts one"),
    "import.carried_out": gettext_noop("read in a spreadsheet"),
    "networks.exported": gettext_noop("downloaded the list of networks"),
    "organisations.exported": gettext_noop("downloaded the list of organisations"),
    "contacts.exported": gettext_noop("downloaded the list of contacts"),
    "accounts.exported": gettext_noop("downloaded the list of accounts"),
    "supports.exported": gettext_noop("downloaded the list of support organisations"),
    "audit.exported": gettext_noop("downloaded the audit log"),
    "audit.shown": gettext_noop("looked at the audit log"),
    "report.read": gettext_noop("opened a report"),
    "municipalities.loaded": gettext_noop("read in the municipalities"),
    "retention.run": gettext_noop("deleted what was kept for its term"),
    "retention.applied": gettext_noop("deleted what was kept for its term"),
}


def in_words(action: str) -> str:
    """Say an action as what somebody did."""
    return _(ACTIONS[action]) if action in ACTIONS else action


def choices() -> dict[str, frozenset[str]]:
    """Return the actions to choose from, in words; several that are said in the same words are one choice."""
    said: dict[str, set[str]] = {}
    for action in ACTIONS:
        said.setdefault(in_words(action), set()).add(action)
    return {min(actions): frozenset(actions) for _words, actions in sorted(said.items())}
