"""Have the templates of the report drawn."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from reports.forms.pdf.content import content
from reports.forms.typesetting import FONTS, Compile, apart, typeset
from reports.report import Report

_TEMPLATE: Final = Path(__file__).with_name("report.typ")


def pdf(report: Report, fonts: Path = FONTS, by: Compile = apart) -> bytes:
    """Set a report as an accessible PDF; raises as ``typeset`` does.

    The same report gives the same bytes: the document's time is that of its edition; where it is none, noon of the
    round's closing date.
    """
    at = report.edition.at if report.edition else datetime.combine(report.closed_on, time(12), UTC)
    return typeset(_TEMPLATE, lambda unprintable: content(report, unprintable), at=at, fonts=fonts, by=by)
