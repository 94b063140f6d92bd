"""Networks side by side: all themes in a grid, one theme as a chart, and two to six networks by themselves."""

from collections.abc import Callable, Mapping
from typing import Final

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from reports.dashboards import theme_figure
from survey import clock
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.choices import Asked
from survey.charts import chart
from survey.database import reading
from survey.headers import allow_charts
from survey.i18n import _, language
from survey.queries.standings.choosing import size_of
from survey.queries.standings.reading import Stood
from survey.services.dashboards.comparing import ComparePage, Heading, Wanted, compare_page

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


def _shown(session: Session, asked: Asked) -> ComparePage:
    wanted = Wanted(asked.chosen, language(), clock.now(), asked.page, _heading(asked))
    return compare_page(session, person(), wanted)


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
