"""Wipe what had to go from wherever it may still be: the database's files, and what reports were drawn to."""

import logging

from survey.database import forget_deleted, forget_documents
from survey.services.batches import forget_withdrawn
from survey.services.form_files import forget_files
from survey.services.reporting import forget_reports

_logger = logging.getLogger("netwerkspiegel")


def forget_everywhere() -> bool:
    """Forget after a transaction what it took away; returns as ``forget_deleted`` does."""
    forget_reports()
    forget_files()
    forget_withdrawn()
    is_wiped = forget_deleted()
    if not forget_documents():
        _logger.warning("Somebody is reading reports, so what was withdrawn is still in the files until tonight.")
    return is_wiped
