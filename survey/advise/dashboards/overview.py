"""The overview of an adviser's networks: those that need somebody now come first, with the reason in words."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reports.status import Status, StatusName
from reports.wording import Words, words
from reports.wording.sentences import status_words
from survey import clock
from survey.access import access, person
from survey.advise.dashboards import choices
from survey.advise.dashboards.blueprint import blueprint
from survey.advise.dashboards.kept import kept_on
from survey.advise.dashboards.needs_table import needs_sections
from survey.advise.dashboards.sending import send_workbook
from survey.database import reading
from survey.i18n import _, day, language
from survey.services.dashboards import needs
from survey.services.dashboards.happening import happening
from survey.services.dashboards.needs import Urgency
from survey.services.dashboards.overview import Line, overview
from survey.services.dashboards.reasons import reason

#: Topics with one of these words are worth a name; so many fit in a line.
_TO_TALK_ABOUT: Final = frozenset((StatusName.DIVIDED, StatusName.ATTENTION, StatusName.UNKNOWN))
_NAMED: Final = 2
#: Where each need is met; what is not here is met on the page of the round.
_PLACES: Final = {Urgency.LATE_ACTIONS: "actions.list_actions"}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a network stands where it stands, and where something can be done about it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One network as the page shows it; ``status``: its topics with the word of each, ``counts``: those in one line."""

    id: UUID
    name: str
    needs_you: bool
    reasons: list[Reason]
    next_on: str
    actions: str
    when: str
    counts: str
    status: list[tuple[str, str]]


@blueprint.get("/overzicht")
@access("adviser")
def show_overview() -> ResponseReturnValue:
    """Show what each network needs."""
    with reading() as session:
        asked = choices.read_whose(session, person(), request.args)
        page = overview(session, person(), mine=asked.chosen.mine, page=asked.page, language=language(), at=clock.now())
        asked = asked.on(page.page)
        kept = kept_on(session, "overzicht", asked)
    lines = [_shown(line, page.titles) for line in page.lines]
    return render_template("advise/dashboards/overview.html", asked=asked, page=page, lines=lines, kept=kept)


@blueprint.get("/overzicht.xlsx")
@access("adviser")
def show_overview_workbook() -> Response:
    """Send what all networks need, not only those of a page, as a workbook."""
    with reading() as session:
        asked = choices.read_whose(session, person(), request.args)
        page = overview(session, person(), mine=asked.chosen.mine, page=None, language=language(), at=clock.now())
    sections = tuple(needs_sections(page))
    return send_workbook(_("What networks need"), sections, asked=asked, form="needs", shows="needs")


def _shown(line: Line, titles: dict[str, str]) -> Shown:
    said, facts = words(language()), line.facts
    return Shown(
        id=facts.moment.id,
        name=facts.moment.name,
        needs_you=line.needs_you,
        reasons=[Reason(reason(each, facts), _place(each, facts)) for each in line.needs],
        next_on=_next(line),
        actions=_actions(facts),
        when=day(line.stood.closed_on) if line.stood else "",
        counts=_counts(line, titles),
        status=[
            (titles.get(each.theme, each.theme), status_words(said, Status(each.theme, each.status)))
            for each in line.themes
        ],
    )


def _next(line: Line) -> str:
    """Say the next date and what happens then."""
    if line.happens is None:
        return ""
    on, what = line.happens
    return _("%(day)s: %(what)s", day=day(on), what=happening(what))


def _place(need: needs.Need, facts: needs.Facts) -> str:
    return url_for(_PLACES.get(need.urgency, "rounds.show_round"), network_id=facts.moment.id)


def _actions(facts: needs.Facts) -> str:
    if not facts.agreed.open:
        return ""
    if facts.agreed.late:
        return _("%(open)s open, %(late)s late", open=facts.agreed.open, late=facts.agreed.late)
    return _("%(open)s open", open=facts.agreed.open)


def _counts(line: Line, titles: dict[str, str]) -> str:
    """Say how many topics have each word, and name those to talk about where they are few.

    As in: "aandacht: De inzet van de gemeente; 5 op weg; 2 sterk".
    """
    said = words(language())
    found: dict[tuple[StatusName, ...], list[str]] = {}
    for each in line.themes:
        found.setdefault(each.status, []).append(titles.get(each.theme, each.theme))
    order = sorted(found, key=lambda names: [list(StatusName).index(name) for name in names])
    return "; ".join(_told(status_words(said, Status("", names)), names, found[names], said) for names in order)


def _told(word: str, names: tuple[StatusName, ...], topics: list[str], said: Words) -> str:
    is_named = len(topics) <= _NAMED and _TO_TALK_ABOUT.issuperset(names)
    return f"{word}: {said.listed(topics)}" if is_named else f"{len(topics)} {word}"
