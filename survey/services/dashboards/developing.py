"""What "Ontwikkeling" shows: newest rounds beside the ones before, and one network over all its rounds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import UUID

from sqlalchemy.orm import Session

from reports.dashboards import (
    Change,
    ComparedNetwork,
    Developed,
    Development,
    StoodRound,
    develop,
    line_figures,
    lines_table,
)
from reports.report import Figure, Table
from reports.standing import ThemeStanding
from reports.wording import words
from survey.queries.people import Person
from survey.queries.standings import moving, reading
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.reading import Stood
from survey.services.dashboards import gathering
from survey.services.dashboards.comparing import StoodPage, Wanted, all_in_file, one_page, under_headings


@dataclass(frozen=True, slots=True)
class DevelopmentPage:
    """One page of networks; ``rounds`` says of each, by its key, how many rounds with a report it has."""

    paged: StoodPage
    development: Development
    rounds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NetworkRounds:
    """One network over all its rounds: a chart of each theme, and everything in one table."""

    key: str
    name: str
    count: int
    how: str
    figures: tuple[Figure, ...]
    table: Table


def development_page(session: Session, somebody: Person, wanted: Wanted) -> DevelopmentPage:
    """Return a page of the networks that fit; past the end, the last one."""
    return _page_of(session, somebody, one_page(session, somebody, wanted), wanted)


def _page_of(session: Session, somebody: Person, paged: StoodPage, wanted: Wanted) -> DevelopmentPage:
    rounds = _by_network(session, paged.stood)
    counts = {str(network_id): len(each) for network_id, each in rounds.items()}
    return DevelopmentPage(paged, _develop(session, somebody, paged.stood, rounds, wanted), counts)


def develop_all(session: Session, somebody: Person, wanted: Wanted) -> DevelopmentPage:
    """Return the networks of a file, not only those of a page."""
    return _page_of(session, somebody, all_in_file(session, somebody, wanted), wanted)


def _by_network(session: Session, stood: Sequence[Stood]) -> dict[UUID, list[Stood]]:
    every = reading.every_round(session, network_ids=[each.network_id for each in stood])
    return {network_id: list(rounds) for network_id, rounds in groupby(every, key=lambda each: each.network_id)}


def _develop(
    session: Session, somebody: Person, stood: Sequence[Stood], rounds: Mapping[UUID, list[Stood]], wanted: Wanted
) -> Development:  # fmt: skip
    before = {each.network_id: found for each in stood if (found := _before(each, rounds))}
    ids = [each.id for each in (*stood, *before.values())]
    themes = reading.themes(session, standing_ids=ids)
    networks = [
        Developed(
            now=replace(gathering.compared(each, themes.get(each.id, ())), under=heading.text),
            before=_compared(before.get(each.network_id), themes),
            composition_changed=each.composition_changed,
        )
        for each, heading in under_headings(stood, wanted)
    ]
    counts = _counts(session, somebody, wanted.chosen)
    return develop(wanted.language, networks, gathering.titles(stood, wanted.language), counts)


def _compared(
    stood: Stood | None, themes: Mapping[UUID, tuple[ThemeStanding, ...]]
) -> ComparedNetwork | None:  # fmt: skip
    return gathering.compared(stood, themes.get(stood.id, ())) if stood else None


def _before(stood: Stood, rounds: Mapping[UUID, list[Stood]]) -> Stood | None:
    """Return the round with a report before this one."""
    earlier = [each for each in rounds.get(stood.network_id, []) if each.number < stood.number]
    return earlier[-1] if earlier else None


def _counts(session: Session, somebody: Person, chosen: Chosen) -> dict[str, Counter[Change]]:
    found: dict[str, Counter[Change]] = {}
    for theme, outcome, has_earlier, number in moving.count_moves(session, somebody, chosen):
        change = Change(outcome) if outcome else Change.NOT_SHOWN if has_earlier else Change.FIRST
        found.setdefault(theme, Counter())[change] += number
    return found


def network_rounds(session: Session, somebody: Person, network_id: UUID, *, language: str) -> NetworkRounds | None:
    """Return one network over all its rounds; ``None`` when somebody may not read it, or it has no report."""
    found = reading.newest(session, somebody, Chosen(networks=(network_id,)))
    if not found:
        return None
    stood = reading.every_round(session, network_ids=[network_id])
    themes = reading.themes(session, standing_ids=[each.id for each in stood])
    rounds = [StoodRound(gathering.compared(each, themes.get(each.id, ())), each.composition_changed) for each in stood]
    titles = gathering.titles(stood, language)
    return NetworkRounds(
        key=str(network_id),
        name=found[0].name,
        count=len(rounds),
        how=words(language).say("lines.how"),
        figures=line_figures(language, rounds, titles),
        table=lines_table(language, rounds, titles),
    )
