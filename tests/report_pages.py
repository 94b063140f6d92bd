"""Pages of reports that no round has: a route that only tests have, for who reads or looks at every kind of block."""

from typing import Final

from flask import Flask, render_template

from reports.report import Report
from survey.access import access
from survey.charts import chart
from survey.handing_out import downloads
from survey.headers import allow_charts

#: Where such a report stands; the name is that of the report.
ADDRESS: Final = "/proefrapport/<name>"


def serve(app: Flask, reports: dict[str, Report]) -> None:
    """Give an application, before its first visitor, a page for each report."""

    def page(name: str) -> str:
        allow_charts()
        offered = downloads(lambda form: f"/{form}")
        return render_template("report/report.html", report=reports[name], downloads=offered, chart=chart)

    app.add_url_rule(ADDRESS, "trial_report", access("public")(page))
