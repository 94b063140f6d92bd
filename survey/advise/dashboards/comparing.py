"""Networks side by side: all themes in a grid, one theme as a chart, and two to six networks by themselves."""

from collections.abc import Callable, Mapping
from typing import Final

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.dashboards import theme_figure
from reports.report import Paragraph, Section
from survey import clock
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import MOST, Asked
from survey.advise.dashboards.sending import send_workbook
from survey.charts import chart
from survey.database import reading
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.queries.standings.choosing import Chosen, size_of
from survey.queries.standings.reading import Stood, newest
from survey.services.dashboards.comparing import ComparePage, Heading, Wanted, compare_page, compare_stood

#: The theme of the chart, in the address.
THEME: Final = "onderwerp"

#: What a network has of each filter by which it can stand under a heading.
_VALUES: Final[Mapping[str, Callable[[Stood], str | None]]] = {
    choices.PROVINCE: lambda each: each.province,
    choices.REGION: lambda each: each.region,
    choices.SIZE: lambda each: size_of(each.invited),
    choices.VERSION: lambda each: f"{each.questionnaire}:{each.version}",
    choices.PHASES: lambda each: each.phase,
    choices.STEERINGS: lambda each: each.steering,
}


@blueprint.get("/vergelijken")
@access("adviser")
def compare_networks() -> ResponseReturnValue:
    """Show the networks that somebody reads, side by side."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        shown = _shown(session, asked)
    theme = next((each for each in shown.compared.themes if each.id == request.args.get(THEME)), None)
    figure = theme_figure(language(), shown.networks, theme) if theme else None
    allow_charts()
    return render_template(
        "advise/dashboards/compare.html",
        asked=asked,
        shown=shown,
        theme=theme,
        figure=figure,
        chart=chart,
        report={"language": language()},  # as the templates of figures know it
    )


@blueprint.get("/vergelijken.xlsx")
@access("adviser")
def compare_networks_workbook() -> Response:
    """Send all networks that fit, not only those of a page, as a workbook."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        stood = newest(session, person(), asked.chosen)
        compared = compare_stood(session, stood, _wanted(asked))[1]
    section = Section("compared", _("Networks and topics"), (*map(Paragraph, compared.notes), compared.table))
    return send_workbook(_("Compare networks"), (section,), asked=asked, form="compared")


@blueprint.get("/vergelijken/naast-elkaar")
@access("adviser")
def lay_side_by_side() -> ResponseReturnValue:
    """Show two to six networks by themselves, with a chart of each topic."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        chosen = Chosen(networks=asked.networks[:MOST])
        networks, compared = compare_stood(session, newest(session, person(), chosen), _wanted(asked))
    figures = [theme_figure(language(), networks, theme) for theme in compared.themes]
    allow_charts()
    return render_template(
        "advise/dashboards/beside.html",
        asked=asked,
        networks=networks,
        compared=compared,
        figures=[figure for figure in figures if figure],
        missing=len(asked.networks[:MOST]) - len(networks),
        too_many=len(asked.networks) > MOST,
        chart=chart,
        report={"language": language()},
    )


def _shown(session: Session, asked: Asked) -> ComparePage:
    return compare_page(session, person(), _wanted(asked))


def _wanted(asked: Asked) -> Wanted:
    return Wanted(asked.chosen, language(), clock.now(), asked.page, _heading(asked))


def _heading(asked: Asked) -> Callable[[Stood], Heading] | None:
    """Return what gives a network its heading, by the filter that was chosen for it."""
    if not asked.grouped:
        return None
    filter = next(each for each in asked.filters if each.key == asked.grouped)
    value, places = _VALUES[asked.grouped], list(filter.choices)

    def heading(stood: Stood) -> Heading:
        own = value(stood) or ""
        if not own or own not in filter.choices:
            return Heading(len(places), _("Not known"))
        return Heading(places.index(own), filter.choices[own])

    return heading
