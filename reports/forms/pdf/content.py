"""A Report as the data that the templates draw."""

from collections.abc import Collection

from reports.forms.typesetting import Json, look, plain, printable
from reports.look import MARKS
from reports.report import Report
from reports.wording import words


def content(report: Report, unprintable: Collection[str] = ()) -> Json:
    """Return everything that the templates need: the report, its labels and the look."""
    say = words(report.language).say
    return {
        "report": plain(report, lambda text: printable(text, unprintable)),
        "labels": {"contents": say("contents"), "page": say("page", page="{page}", pages="{pages}")},
        **look(),
        "marks": {name: plain(mark, str) for name, mark in MARKS.items()},
    }
