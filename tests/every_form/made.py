"""The forms of the reports of a few networks, each made once for a run."""

from datetime import UTC, datetime
from functools import cache
from typing import Final

from reports.forms.kinds import FORMS, FormName, Made
from reports.report import Audience, Report
from tests.unit.reports.networks import NETWORKS, given, report_of

AT: Final = datetime(2026, 11, 16, 12, tzinfo=UTC)
#: Every network in both languages.
EVERY: Final = [(name, language) for name in NETWORKS for language in ("nl", "en")]


@cache
def report(name: str, language: str, audience: Audience = "participant") -> Report:
    return report_of(name, language, audience)


@cache
def form(of: FormName, name: str, language: str, audience: Audience = "participant") -> bytes:
    made_of, asked = given(name)
    return FORMS[of].make(Made(report(name, language, audience), made_of, asked, AT))
