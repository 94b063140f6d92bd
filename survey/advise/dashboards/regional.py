"""The report of many networks together: as a page, and as files for a board or for advisers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final, Literal

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.forms.kinds import FORMS, Form
from reports.regional import Edition, build_regional
from reports.report import Report
from reports.wording import words
from survey import clock
from survey.access import access, actor, person
from survey.advise.dashboards.areas import AREA, EDITION, EDITIONS, area_filters, areas
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import Asked, read_given
from survey.advise.dashboards.kept import kept_on
from survey.advise.dashboards.sending import to_page
from survey.charts import chart
from survey.database import reading, writing
from survey.documents import file_name, send_file
from survey.handing_out import Download, in_words, not_made
from survey.headers import allow_charts
from survey.i18n import language
from survey.services import audit
from survey.services.audit import What
from survey.services.dashboards.reporting_area import Area, gather_area
from survey.services.drawing import FormNotMade, guarded

#: The forms of this report, with the last part of their addresses.
RegionalForm = Literal["pdf", "slides", "workbook"]
_FILES: Final[Mapping[RegionalForm, str]] = {"pdf": "rapport.pdf", "slides": "dias.pptx", "workbook": "werkblad.xlsx"}
#: So much of an area's name stands in the names of its files.
_NAME: Final = 45


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: the choices, and the area and the edition that they name."""

    asked: Asked
    area: Area

    @property
    def edition(self) -> Edition:
        """For whom it is."""
        return EDITIONS[self.asked.values[EDITION]]


@blueprint.get("/regio")
@access("adviser")
def show_regional() -> ResponseReturnValue:
    """Show the report of an area, with its files."""
    with reading() as session:
        wanted, report = _made(session)
        has_networks = any(each.id == "response" for each in report.sections)
        kept = kept_on(session, "regio", wanted.asked)
    allow_charts()
    return render_template(
        "advise/dashboards/regional.html",
        asked=wanted.asked,
        edition=wanted.edition,
        has_networks=has_networks,
        kept=kept,
        report=report,
        downloads=_downloads(wanted.asked) if has_networks else [],
        chart=chart,
    )


@access("adviser")
def send_regional(name: RegionalForm) -> ResponseReturnValue:
    """Send the report of an area as a file, and write down that it went."""
    with reading() as session:
        wanted, report = _made(session)
    if wanted.asked.unknown:
        return to_page(f"/{_FILES[name]}")
    form = FORMS[name]
    try:
        content = _drawn(name, report)
    except FormNotMade as failed:
        page = wanted.asked.address("dashboards.show_regional")
        return not_made(form, page, _downloads(wanted.asked, but=failed.form))
    return _sent(wanted, report, form, content)


for _name, _file in _FILES.items():
    blueprint.add_url_rule(f"/regio/{_file}", view_func=send_regional, defaults={"name": _name}, methods=["GET"])


def _sent(wanted: Wanted, report: Report, form: Form, content: bytes) -> Response:
    what = What("dashboards.exported", details={"form": f"region+{form.name}", "filters": sorted(wanted.asked.query)})
    with writing() as session:
        audit.note(session, what, by=actor(), at=clock.now())
    say = words(report.language).say
    parts = [
        file_name(say("region.file", area=wanted.area.name), _NAME),
        report.closed_on.isoformat(),
        say(f"file.{form.name}"),
        say(f"region.file.{wanted.edition}"),
        report.language,
    ]
    return send_file(content, mimetype=form.mimetype, name="-".join(parts) + form.suffix)


def _drawn(name: RegionalForm, report: Report) -> bytes:
    """Draw a form when it is its turn; raises as ``guarded`` does."""
    return guarded(FORMS[name], lambda: _DRAWERS[name](report))


def _pdf(report: Report) -> bytes:
    from reports.forms.pdf import pdf

    return pdf(report)


def _slides(report: Report) -> bytes:
    from reports.forms.slides import slides  # slow to load, and few ask for it

    return slides(report, at=_noon(report))


def _workbook(report: Report) -> bytes:
    from reports.forms.workbook import workbook  # slow to load, and few ask for it

    return workbook(report, at=_noon(report))


def _noon(report: Report) -> datetime:
    """Return the moment that a file bears: that of the day on which it was made, so that it says no more than that."""
    return datetime.combine(report.closed_on, time(12), UTC)


_DRAWERS: Final[Mapping[RegionalForm, Callable[[Report], bytes]]] = {
    "pdf": _pdf,
    "slides": _slides,
    "workbook": _workbook,
}


def _downloads(asked: Asked, *, but: Form | None = None) -> list[Download]:
    return [
        Download(asked.address("dashboards.send_regional", name=name), *in_words(name))
        for name in _FILES
        if but is None or but.name != name
    ]


def _made(session: Session) -> tuple[Wanted, Report]:
    found = areas(session)
    asked = read_given(area_filters(found), request.args)
    wanted = Wanted(asked, found[asked.values[AREA]])
    given = gather_area(session, person(), wanted.area, language=language(), at=clock.now())
    return wanted, build_regional(given, language=language(), edition=wanted.edition)
