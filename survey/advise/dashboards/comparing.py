"""Networks side by side: all themes in a grid, one theme as a chart, and two to six networks by themselves."""

from dataclasses import dataclass

from flask import Response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.dashboards import Compared, ComparedNetwork, theme_figure
from reports.report import Paragraph, Section
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import MOST, Asked
from survey.advise.dashboards.headings import wanted
from survey.advise.dashboards.kept import TOPIC, kept_on
from survey.advise.dashboards.sending import of_all, send_workbook
from survey.charts import chart
from survey.database import reading
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.reading import Stood, newest
from survey.services.dashboards.comparing import ComparePage, all_in_file, compare_page, compare_stood


@dataclass(frozen=True, slots=True)
class Ticked:
    """The networks that are ticked to lie side by side, ``elsewhere`` those of them that the page does not show."""

    all: list[str]
    elsewhere: list[Stood]


@blueprint.get("/vergelijken")
@access("adviser")
def compare_networks() -> ResponseReturnValue:
    """Show the networks that somebody reads, side by side."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args)
        shown = _shown(session, asked)
        ticked = _ticked(session, asked, shown.networks)
        asked = asked.on(shown.page)
        kept = kept_on(session, "vergelijken", asked)
    if asked.strange or len(ticked.all) < len(asked.networks):
        asked = asked.but(_("Ticked networks"))
    topic = request.args.get(TOPIC)
    theme = next((each for each in shown.compared.themes if each.id == topic), None)
    figure = theme_figure(language(), shown.networks, theme) if theme else None
    allow_charts()
    return render_template(
        "advise/dashboards/compare.html",
        asked=asked.but(_("Topic")) if topic and theme is None else asked,
        shown=shown,
        ticked=ticked,
        kept=kept,
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
        paged = all_in_file(session, person(), wanted(asked))
        compared = compare_stood(session, paged.stood, wanted(asked))[1]
    told = (*of_all(paged), *compared.notes)
    section = Section("compared", _("Networks and topics"), (*map(Paragraph, told), compared.table))
    return send_workbook(_("Compare networks"), (section,), asked=asked, form="compared")


@blueprint.get("/vergelijken/naast-elkaar")
@access("adviser")
def lay_side_by_side() -> ResponseReturnValue:
    """Show two to six networks by themselves, with a chart of each topic."""
    with reading() as session:
        every = choices.read_choices(session, person(), request.args)
        asked = every.by_itself()
        networks, compared = _beside(session, asked)
        kept = kept_on(session, "naast-elkaar", asked, networks=tuple(each.name for each in networks))
    figures = [theme_figure(language(), networks, theme) for theme in compared.themes]
    allow_charts()
    return render_template(
        "advise/dashboards/beside.html",
        asked=asked,
        back=every.address("dashboards.compare_networks", netwerk=[str(each) for each in every.networks]),
        networks=networks,
        kept=kept,
        compared=compared,
        figures=[figure for figure in figures if figure],
        can_be_kept=bool(networks),
        missing=len(asked.networks[:MOST]) - len(networks),
        too_many=len(asked.networks) > MOST,
        chart=chart,
        report={"language": language()},
    )


@blueprint.get("/vergelijken/naast-elkaar.xlsx")
@access("adviser")
def lay_side_by_side_workbook() -> ResponseReturnValue:
    """Send the networks that were chosen as a workbook: the grid, and a sheet for each topic."""
    with reading() as session:
        asked = choices.read_choices(session, person(), request.args).by_itself()
        networks, compared = _beside(session, asked)
    if not networks:
        return redirect(asked.address("dashboards.lay_side_by_side"), 303)
    figures = (theme_figure(language(), networks, theme) for theme in compared.themes)
    sections = (
        Section("compared", _("Networks and topics"), (*map(Paragraph, compared.notes), compared.table)),
        *(Section(each.id, theme.title, (each,)) for each, theme in zip(figures, compared.themes, strict=True) if each),
    )
    return send_workbook(_("Networks side by side"), sections, asked=asked, form="beside")


def _beside(session: Session, asked: Asked) -> tuple[list[ComparedNetwork], Compared]:
    chosen = Chosen(networks=asked.networks[:MOST], year=asked.chosen.year)
    return compare_stood(session, newest(session, person(), chosen), wanted(asked))


def _ticked(session: Session, asked: Asked, shown: list[ComparedNetwork]) -> Ticked:
    """Return what was ticked and can be chosen, in the order in which the page has it."""
    ticked = {str(each) for each in asked.networks}
    here = [each.key for each in shown if each.key in ticked]
    others = tuple(each for each in asked.networks if str(each) not in here)
    elsewhere = newest(session, person(), Chosen(networks=others)) if others else []
    return Ticked([*here, *(str(each.network_id) for each in elsewhere)], elsewhere)


def _shown(session: Session, asked: Asked) -> ComparePage:
    return compare_page(session, person(), wanted(asked))
