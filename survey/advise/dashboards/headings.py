"""What is asked of a page over many networks: by which choices, and under which headings networks stand."""

from collections.abc import Callable, Mapping
from typing import Final

from survey import clock
from survey.advise.dashboards import choices
from survey.advise.dashboards.choices import Asked
from survey.i18n import _, language
from survey.queries.standings.choosing import size_of
from survey.queries.standings.reading import Stood
from survey.services.dashboards.comparing import Heading, Wanted

#: What a network has of each filter by which it can stand under a heading.
_VALUES: Final[Mapping[str, Callable[[Stood], str | None]]] = {
    choices.PROVINCE: lambda each: each.province,
    choices.REGION: lambda each: each.region,
    choices.SIZE: lambda each: size_of(each.invited),
    choices.VERSION: lambda each: f"{each.questionnaire}:{each.version}",
    choices.PHASES: lambda each: each.phase,
    choices.STEERINGS: lambda each: each.steering,
}


def wanted(asked: Asked) -> Wanted:
    """Return what a page is asked for: by these choices, in the language of this request, now."""
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
