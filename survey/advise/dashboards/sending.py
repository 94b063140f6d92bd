"""Send a page over many networks as a file, and write down that it went."""

from dataclasses import replace
from typing import Final, cast

from flask import Response, redirect, request

from reports.dashboards import Shows, as_report
from reports.report import Paragraph, Section, Table
from reports.report.parts import Fact
from reports.wording import words
from survey import clock
from survey.access import actor
from survey.advise.dashboards.choices import Asked
from survey.clock import dutch_day
from survey.database import writing
from survey.documents import file_name, send_file
from survey.i18n import _, language
from survey.services import audit
from survey.services.audit import What
from survey.services.dashboards.comparing import StoodPage

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_workbook(
    title: str, sections: tuple[Section, ...], *, asked: Asked, form: str, shows: Shows = "results"
) -> Response:
    """Send the tables of a page; on its first sheet stands what was chosen. ``form`` names it in the audit log."""
    from reports.forms.workbook import workbook  # slow to load, and few ask for it

    if asked.unknown:
        return to_page(".xlsx")
    at = clock.now()
    told = tuple(map(_told, sections))
    made = as_report(language(), title, told, on=dutch_day(at), facts=_chosen(asked), shows=shows)
    what = What("dashboards.exported", details={"form": form, "filters": sorted(asked.query)})
    with writing() as session:
        audit.note(session, what, by=actor(), at=at)
    name = f"{file_name(title)}-{dutch_day(at).isoformat()}.xlsx"
    return send_file(workbook(made, at=at), mimetype=_XLSX, name=name)


def _told(section: Section) -> Section:
    """Return a section; where its tables have no rows, it says that no network fits."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    if not tables or any(table.rows for table in tables):
        return section
    return replace(section, blocks=(Paragraph(_("No network fits these choices")), *section.blocks))


def to_page(*ends: str) -> Response:
    """Lead to the page of a file: it tells which choices cannot be made, and a file would leave them out in silence."""
    path = next((request.path.removesuffix(end) for end in ends if request.path.endswith(end)), request.path)
    return cast(Response, redirect(f"{path}?{request.query_string.decode('ascii', 'replace')}", 303))


def of_all(paged: StoodPage) -> tuple[str, ...]:
    """Say that a file does not hold all networks that fit, and what to do; nothing where it does."""
    left = paged.found - len(paged.stood)
    if left <= 0:
        return ()
    return (
        _(
            "These are the first %(shown)s of %(found)s networks. Choose less for a file that holds all of them.",
            shown=len(paged.stood),
            found=paged.found,
        ),
    )


def _chosen(asked: Asked) -> tuple[Fact, ...]:
    """Say each choice that leaves something out."""
    said = [
        f"{each.title}: {each.choices[asked.values[each.key]]}" for each in asked.filters if each.key in asked.query
    ]
    return (Fact(words(language()).say("board.chosen"), "; ".join(said)),) if said else ()
