"""How long things are kept, in words, from the constants that the code itself deletes by."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from survey.access import SESSION_LASTS
from survey.i18n import _, gettext_noop
from survey.mail.folder import MAILS_KEPT
from survey.models import SupportOrganisation
from survey.services import audit, batches, erasing, lost_links, retention
from survey.work.orders import WORK_KEPT

#: Term -> what it is in words; the gap is filled in by ``length``.
SENTENCES: Final[Mapping[str, str]] = {
    "contacts": gettext_noop(
        "%(length)s after the last round or after being added, or as the support organisation chose"
    ),
    "accounts": gettext_noop("until the account is closed, and %(length)s after that"),
    "audit": gettext_noop("%(length)s, or as the support organisation chose"),
    "sessions": gettext_noop("until signing out, and %(length)s at most"),
    "account_mails": gettext_noop("until the mail went, and %(length)s at most"),
    "imports": gettext_noop("until the file was carried out, and %(length)s at most"),
    "link_requests": gettext_noop("until the mail went, and %(length)s at most"),
    "throttles": gettext_noop("until the time for which is counted is over, and then until the next night"),
    "open": gettext_noop("until the round closes"),
    "sealed": gettext_noop("%(length)s after the closing"),
    "actions": gettext_noop(
        "as long as the network is here; the names of people %(length)s after an action was over, or as the support "
        "organisation chose"
    ),
    "reports": gettext_noop(
        "as long as the network takes part; texts in own words until %(length)s after the closing, and then the report "
        "goes on without them"
    ),
    "batches": gettext_noop("%(length)s at most"),
    "results": gettext_noop("as long as the network takes part, to compare rounds"),
    "network": gettext_noop("as long as the network is here"),
    "system": gettext_noop("as long as the platform runs"),
    "mail_files": gettext_noop("%(length)s"),
    "work": gettext_noop("%(length)s"),
    "backups": gettext_noop("%(length)s at most"),
}


def lengths() -> dict[str, str]:
    """Return how long each term is that has a length; read anew, so that it is what the code does now."""
    standard = SupportOrganisation.__table__.columns
    contact_months = _months(standard["contact_months"].default.arg)
    return {
        "contacts": contact_months,
        "actions": contact_months,
        "accounts": contact_months,
        "audit": _months(audit.MONTHS_KEPT),
        "sessions": _span(SESSION_LASTS),
        "account_mails": _span(retention.ACCOUNT_MAILS_KEPT),
        "imports": _span(retention.IMPORTS_KEPT),
        "link_requests": _span(lost_links.KEPT),
        "sealed": _days(retention.DAYS_SEALED),
        "reports": _days(retention.DAYS_SEALED),
        "batches": _span(batches.KEPT),
        "mail_files": _span(MAILS_KEPT),
        "work": _span(WORK_KEPT),
        "backups": _days(erasing.DAYS_IN_BACKUPS),
    }


def sentence(term: str) -> str:
    """Say how long a term is, in the language of this request."""
    return _(SENTENCES[term], length=lengths().get(term, ""))


def _months(number: int) -> str:
    return _("%(number)s months", number=number)


def _days(number: int) -> str:
    return _("%(number)s days", number=number)


def _span(span: timedelta) -> str:
    if span >= timedelta(days=2):
        return _days(span.days)
    return _("%(number)s hours", number=int(span.total_seconds() // 3600))
