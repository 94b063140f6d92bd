"""Have the templates of the report drawn."""

import re
from collections.abc import Collection
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from reports.forms.pdf.content import content
from reports.forms.typesetting import FONTS, Compile, Json, apart, typeset
from reports.report import Report

#: A meeting reads no longer report.
MOST_PAGES: Final = 16
#: How large type is, in percent: usually, of a page too many, and of more.
_USUAL: Final = 99
_SMALLER: Final = 93
_SMALLEST: Final = 87

_TEMPLATE: Final = Path(__file__).with_name("report.typ")
_PAGE: Final = re.compile(rb"/Type\s*/Page\b")


def pdf(report: Report, fonts: Path = FONTS, by: Compile = apart) -> bytes:
    """Set a report as an accessible PDF; raises as ``typeset`` does.

    A report of more than ``MOST_PAGES`` is set in smaller type. The same report gives the same bytes: the document's
    time is that of its edition; where it is none, noon of the round's closing date.
    """
    at = report.edition.at if report.edition else datetime.combine(report.closed_on, time(12), UTC)

    def made(scale: int) -> bytes:
        def data(unprintable: Collection[str]) -> Json:
            return content(report, unprintable, scale=scale)

        return typeset(_TEMPLATE, data, at=at, fonts=fonts, by=by)

    usual = made(_USUAL)
    over = pages_in(usual) - MOST_PAGES
    if over <= 0:
        return usual
    smaller = made(_SMALLER) if over == 1 else b""
    return smaller if smaller and pages_in(smaller) <= MOST_PAGES else made(_SMALLEST)


def pages_in(document: bytes) -> int:
    """Return how many pages a document has that ``typeset`` made: it packs none of them away."""
    return len(_PAGE.findall(document))
