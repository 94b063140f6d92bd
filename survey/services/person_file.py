"""Everything that staff hold about one person, as sections of a file to read; no secret, no answer, no invitation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from survey.clock import DUTCH_TIME
from survey.i18n import gettext_noop
from survey.models import Account, AuditEvent, SupportOrganisation
from survey.queries import actions, saved_views
from survey.queries import persons as queries
from survey.services.audit_actions import in_words
from survey.services.persons import Person, named_networks, networks_of

#: One table of the file: its headings, and its rows as texts.
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of data; title and headings are messages to translate."""

    title: str
    headings: tuple[str, ...]
    rows: Rows


def sections(session: Session, *, person: Person) -> tuple[Section, ...]:
    """Return the file of a person; a section without rows is there all the same, for it says that there is nothing."""
    return (
        _contacts(person),
        Section(
            gettext_noop("Named as coordinator"),
            (gettext_noop("Network"),),
            tuple((name,) for name in named_networks(session, person)),
        ),
        _actions(session, person),
        Section(
            gettext_noop("Accounts"),
            (
                gettext_noop("Name"),
                gettext_noop("E-mail address"),
                gettext_noop("Support organisation"),
                gettext_noop("Role"),
                gettext_noop("Language"),
                gettext_noop("Added"),
                gettext_noop("Joined"),
                gettext_noop("Closed"),
                gettext_noop("Ways to sign in"),
            ),
            tuple(_account(session, each) for each in person.accounts),
        ),
        *_of_accounts(session, person.accounts),
        _requests(session, person),
        _events(session, person),
    )


def _contacts(person: Person) -> Section:
    headings = (
        gettext_noop("Name"),
        gettext_noop("E-mail address"),
        gettext_noop("Job"),
        gettext_noop("Language"),
        gettext_noop("Organisation"),
        gettext_noop("Network"),
        gettext_noop("Support organisation"),
        gettext_noop("Added"),
        gettext_noop("Archived"),
    )
    rows = (
        (
            each.name,
            each.address or "",
            each.job,
            each.language,
            each.organisation,
            each.network,
            each.support_organisation,
            _moment(each.added_at_utc),
            _moment(each.archived_at_utc),
        )
        for each in person.contacts
    )
    return Section(gettext_noop("Contacts"), headings, tuple(rows))


def _actions(session: Session, person: Person) -> Section:
    """Return the actions that a person does, or is named in."""
    named = actions.list_naming(
        session,
        contact_ids=[each.id for each in person.contacts],
        network_ids=networks_of(session, person),
        names=person.names,
    )
    headings = (gettext_noop("Network"), gettext_noop("Agreed"), gettext_noop("Action"))
    rows = (
        (
            network,
            _moment(action.agreed_at_utc),
            " / ".join(filter(None, (getattr(action, text.key) for text in actions.TEXTS))),
        )
        for network, action in named
    )
    return Section(gettext_noop("Actions"), headings, tuple(rows))


def _account(session: Session, account: Account) -> tuple[str, ...]:
    support = session.get_one(SupportOrganisation, account.support_organisation_id)
    return (
        account.name,
        account.address,
        support.name,
        account.role,
        account.language,
        _moment(account.added_at_utc),
        _moment(account.joined_at_utc),
        _moment(account.closed_at_utc),
        ", ".join(_ways(session, account)),
    )


def _ways(session: Session, account: Account) -> Iterator[str]:
    """Say by what somebody can sign in; never the secret itself."""
    if account.password:
        yield "password"
    if account.tf_totp_secret:
        yield "authenticator"
    yield from (f"passkey: {name}" for name in queries.list_passkeys(session, account_id=account.id))
    yield from (f"provider: {issuer}" for issuer in queries.list_providers(session, account_id=account.id))


def _of_accounts(session: Session, accounts: Sequence[Account]) -> Iterator[Section]:
    ids = [each.id for each in accounts]
    networks = [row for each in ids for row in queries.list_networks(session, account_id=each)]
    yield Section(
        gettext_noop("Networks of the account"), (gettext_noop("Role"), gettext_noop("Network")), tuple(networks)
    )
    kept = [
        (row.name, row.page, row.chosen) for each in ids for row in saved_views.list_views(session, account_id=each)
    ]
    yield Section(
        gettext_noop("Kept choices"),
        (gettext_noop("Name"), gettext_noop("Page"), gettext_noop("What was chosen")),
        tuple(kept),
    )
    used = [
        (_moment(row.begun_at_utc), _moment(row.seen_at_utc), row.place, row.browser, row.method)
        for each in ids
        for row in queries.list_sessions(session, account_id=each)
    ]
    headings = (
        gettext_noop("Since"),
        gettext_noop("Last seen"),
        gettext_noop("From"),
        gettext_noop("Browser"),
        gettext_noop("By"),
    )
    yield Section(gettext_noop("Sessions"), headings, tuple(used))
    handed = [
        (network, _moment(offered), answer or "")
        for each in ids
        for network, offered, answer in queries.list_hand_overs(session, account_id=each)
    ]
    headings = (gettext_noop("Network"), gettext_noop("Offered"), gettext_noop("Answer"))
    yield Section(gettext_noop("Networks handed over"), headings, tuple(handed))


def _requests(session: Session, person: Person) -> Section:
    asked = queries.list_link_requests(session, address_key=person.address_key) if person.address_key else []
    rows = tuple((_moment(each),) for each in asked)
    return Section(gettext_noop("Requests for a lost link"), (gettext_noop("Asked"),), rows)


def _events(session: Session, person: Person) -> Section:
    headings = (
        gettext_noop("When"),
        gettext_noop("What was done"),
        gettext_noop("By this person"),
        gettext_noop("From"),
    )
    rows = (_event(each, each.actor_id in person.ids) for each in queries.list_events_of(session, ids=person.ids))
    return Section(gettext_noop("Audit log"), headings, tuple(rows))


def _event(event: AuditEvent, is_own: bool) -> tuple[str, ...]:
    """Say what was done; from where it was done by somebody else is that person's."""
    return _moment(event.at_utc), in_words(event.action), "x" if is_own else "", event.place if is_own else ""


def _moment(value: datetime | None) -> str:
    return f"{value.astimezone(DUTCH_TIME):%Y-%m-%d %H:%M}" if value else ""
