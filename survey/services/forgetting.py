"""Wipe what had to go from wherever it may still be: the database's files, and what reports were drawn to."""

from survey.database import forget_deleted
from survey.services.form_files import forget_files
from survey.services.reporting import forget_reports


def forget_everywhere() -> bool:
    """Forget after a transaction what it took away; returns as ``forget_deleted`` does."""
    forget_reports()
    forget_files()
    return forget_deleted()
