"""The report of many networks together: as a page, and as files for a board or for advisers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Final, Literal

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.forms.kinds import FORMS, Form
from reports.regional import Edition, build_regional
from reports.report import Report
from reports.wording import words
from survey import clock
from survey.access import access, actor, person
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import names_of
from survey.charts import chart
from survey.database import reading, writing
from survey.documents import file_name, send_file
from survey.handing_out import Download, in_words, not_made
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.listing.listing import Filter
from survey.models.network import PROVINCES
from survey.queries.standings import choosing
from survey.services import audit
from survey.services.audit import What
from survey.services.dashboards.reporting_area import Area, gather_area
from survey.services.drawing import FormNotMade, guarded

#: Names in the address.
AREA, EDITION = "gebied", "voor"
#: The forms of this report, with the last part of their addresses.
RegionalForm = Literal["pdf", "slides", "workbook"]
_FILES: Final[Mapping[RegionalForm, str]] = {"pdf": "rapport.pdf", "slides": "dias.pptx", "workbook": "werkblad.xlsx"}
_EDITIONS: Final[Mapping[str, Edition]] = {"": "given_on", "adviseurs": "own"}
#: So much of an area's name stands in the names of its files.
_NAME: Final = 45


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the choices with what is chosen, and what was asked that cannot be chosen."""

    filters: tuple[Filter, ...]
    values: Mapping[str, str]
    area: Area
    unknown: tuple[str, ...]

    @property
    def edition(self) -> Edition:
        """For whom it is."""
        return _EDITIONS[self.values[EDITION]]

    @property
    def query(self) -> dict[str, str]:
        """What stands in the address; what goes without saying is not in it."""
        return {name: value for name, value in self.values.items() if value}

    def address(self, endpoint: str, **more: str) -> str:
        """Return the address of a page or file with the same choices."""
        return url_for(endpoint, **{**self.query, **more})  # pyright: ignore[reportArgumentType] -- names of ours


@blueprint.get("/regio")
@access("adviser")
def show_regional() -> ResponseReturnValue:
    """Show the report of an area, with its files."""
    with reading() as session:
        asked, report = _made(session)
    allow_charts()
    return render_template(
        "advise/dashboards/regional.html", asked=asked, report=report, downloads=_downloads(asked), chart=chart
    )


@access("adviser")
def send_regional(name: RegionalForm) -> ResponseReturnValue:
    """Send the report of an area as a file, and write down that it went."""
    with reading() as session:
        asked, report = _made(session)
    form = FORMS[name]
    try:
        content = _drawn(name, report)
    except FormNotMade as failed:
        page = asked.address("dashboards.show_regional")
        return not_made(form, page, _downloads(asked, but=failed.form))
    return _sent(asked, report, form, content)


for _name, _file in _FILES.items():
    blueprint.add_url_rule(f"/regio/{_file}", view_func=send_regional, defaults={"name": _name}, methods=["GET"])


def _sent(asked: Asked, report: Report, form: Form, content: bytes) -> Response:
    what = What("dashboards.exported", details={"form": f"region+{form.name}", "filters": sorted(asked.query)})
    with writing() as session:
        audit.note(session, what, by=actor(), at=clock.now())
    say = words(report.language).say
    parts = [
        file_name(say("region.file", area=asked.area.name), _NAME),
        report.closed_on.isoformat(),
        say(f"file.{form.name}"),
        say(f"region.file.{asked.edition}"),
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


def _made(session: Session) -> tuple[Asked, Report]:
    asked = _read(session)
    given = gather_area(session, person(), asked.area, language=language(), at=clock.now())
    return asked, build_regional(given, language=language(), edition=asked.edition)


def _read(session: Session) -> Asked:
    """Read what is chosen; a value that cannot be chosen is left aside and told of."""
    areas = _areas(session)
    editions = {"": _("To give on: a board, a province"), "adviseurs": _("Only for advisers")}
    filters = (
        Filter(AREA, _("Which networks"), {key: each.name for key, each in areas.items()}, is_first=True),
        Filter(EDITION, _("For whom"), editions, is_first=True),
    )
    given = {each.key: request.args.get(each.key, "") for each in filters}
    values = {each.key: given[each.key] if given[each.key] in each.choices else "" for each in filters}
    unknown = tuple(each.title for each in filters if given[each.key] not in each.choices)
    return Asked(filters, values, areas[values[AREA]], unknown)


def _areas(session: Session) -> dict[str, Area]:
    """Return the areas that somebody has readable networks in, the whole first."""
    possible, names = choosing.possible(session, person()), names_of(session)
    areas = {"": Area(person().support_organisation)}
    areas |= {each: Area(PROVINCES.get(each, each), province=each) for each in possible.provinces}
    for each in possible.regions:
        areas[each] = Area(_("Labour-market region %(name)s", name=names.region(each)), region=each)
    return areas
