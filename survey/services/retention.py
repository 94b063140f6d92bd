"""How long things are kept, and what goes when that is over: counted in a dry run, deleted every night."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import InstrumentedAttribute, Session

from survey import clock
from survey.access import SESSION_LASTS
from survey.models import (
    AccountMail,
    AccountSession,
    AuditEvent,
    LinkRequest,
    ReportBatch,
    StagedImport,
    SupportOrganisation,
    Throttle,
)
from survey.queries import actions, sealed
from survey.queries import retention as queries
from survey.queries.retention import DueNetwork
from survey.services import account_links, audit, batches, editions, lost_links
from survey.services.audit import WORKER, Actor, What
from survey.services.erasing_accounts import anonymise

#: Sealed answers are deleted 24 months after closing (disclosure rule R14); published results stay.
DAYS_SEALED: Final = 730
#: The longest that a mail to an account waits: an invitation, until its link is of no use; any other goes earlier.
ACCOUNT_MAILS_KEPT: Final = account_links.LASTS["invitation"]
#: Rows of a file that somebody gave and did not say yes to.
IMPORTS_KEPT: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Term:
    """Rows that go some time after the time in a column, the same everywhere."""

    name: str
    column: InstrumentedAttribute[Any]
    kept: timedelta = timedelta()


TERMS: Final = (
    Term("sessions", AccountSession.begun_at_utc, SESSION_LASTS),
    Term("account_mails", AccountMail.asked_at_utc, ACCOUNT_MAILS_KEPT),
    Term("staged_imports", StagedImport.given_at_utc, IMPORTS_KEPT),
    Term("report_batches", ReportBatch.asked_at_utc, batches.KEPT),
    Term("link_requests", LinkRequest.asked_at_utc, lost_links.KEPT),
    Term("throttles", Throttle.ends_at_utc),
    # the database's own clock has the last word on this one, so it is left the benefit of a moment
    Term("audit_rows", AuditEvent.kept_until_utc, timedelta(seconds=1)),
)


@dataclass(frozen=True, slots=True)
class DueSupport:
    """What goes of one support organisation, by the terms that it chose; numbers, no names of people."""

    id: UUID
    name: str
    contact_months: int
    audit_months: int
    networks: tuple[DueNetwork, ...]
    accounts: int
    #: How many actions lose the names of people.
    actions: int

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of all its networks together."""
        return {
            "contacts": sum(each.contacts for each in self.networks),
            "emptied": sum(each.emptied for each in self.networks),
            "networks": len(self.networks),
            "accounts": self.accounts,
            "actions": self.actions,
        }


@dataclass(frozen=True, slots=True)
class Due:
    """Everything that has been kept long enough at a moment."""

    supports: tuple[DueSupport, ...]
    #: By the name of the term, and "sealed_rounds".
    elsewhere: Mapping[str, int]

    @property
    def counts(self) -> dict[str, int]:
        """All numbers together, as the audit log has them."""
        names = ("contacts", "emptied", "networks", "accounts", "actions")
        return {name: sum(each.counts[name] for each in self.supports) for name in names} | dict(self.elsewhere)


def due(session: Session, *, at: datetime) -> Due:
    """Return what would go at a moment; nothing is changed."""
    supports = tuple(_due_of(session, each, at) for each in queries.list_support_organisations(session))
    counted = {term.name: queries.count_until(session, column=term.column, moment=at - term.kept) for term in TERMS}
    rounds = queries.count_sealed_rounds(session, closed_before=at - timedelta(days=DAYS_SEALED))
    return Due(supports, counted | {"sealed_rounds": rounds})


def _due_of(session: Session, support: SupportOrganisation, at: datetime) -> DueSupport:
    before = at - clock.months(support.contact_months)
    networks = tuple(queries.list_due_networks(session, support_id=support.id, before=before))
    accounts = len(queries.list_closed_accounts(session, support_id=support.id, before=before))
    named = actions.count_due_names(session, support_id=support.id, before=before)
    return DueSupport(support.id, support.name, support.contact_months, support.audit_months, networks, accounts, named)


def delete_old_answers(session: Session, *, at: datetime) -> None:
    """Delete sealed answers and own words of rounds that closed 24 months ago or longer, in their reports as well."""
    before = at - timedelta(days=DAYS_SEALED)
    sealed.delete_closed_before(session, moment=before)
    editions.forget_words(session, closed_before=before, at=at)


def forget(session: Session, *, at: datetime, by: Actor = WORKER) -> Due:
    """Delete everything that has been kept long enough, note how much that was, and return it."""
    found = due(session, at=at)
    for support in found.supports:
        _forget_of(session, support, by, at)
    delete_old_answers(session, at=at)
    for term in TERMS:
        queries.delete_until(session, column=term.column, moment=at - term.kept)
    audit.note(session, What("retention.run", details=found.counts), by=by, at=at)
    return found


def _forget_of(session: Session, support: DueSupport, by: Actor, at: datetime) -> None:
    before = at - clock.months(support.contact_months)
    named = {str(each) for each in actions.list_due_names(session, support_id=support.id, before=before)}
    named |= {str(each) for each in queries.list_actions_of_due(session, support_id=support.id, before=before)}
    editions.forget_names(session, support_id=support.id, action_ids=named, before=before, at=at)
    if not any(support.counts.values()):
        return
    queries.delete_due_contacts(session, support_id=support.id, before=before)
    actions.forget_due_names(session, support_id=support.id, before=before)
    for account in queries.list_closed_accounts(session, support_id=support.id, before=before):
        anonymise(session, account=account)
    what = What("retention.applied", "support_organisation", support.id, None, support.id, support.counts)
    audit.note(session, what, by=by, at=at)
