"""What "Vergelijken" shows: one page of networks by their newest rounds, with the newest edition."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from reports.dashboards import Compared, ComparedNetwork, compare
from survey.queries.people import Person
from survey.queries.standings import choosing, reading
from survey.queries.standings.choosing import Chosen
from survey.queries.standings.reading import Page, Stood
from survey.services.dashboards import gathering

#: Networks on a page: as many as an adviser looks after.
PAGE_SIZE: Final = 60
#: Networks in a file: more take a request too long, and a program that opens it too.
MOST_IN_FILE: Final = 1000


@dataclass(frozen=True, slots=True)
class ComparePage:
    """One page of networks side by side; ``found`` is how many there are in all."""

    networks: list[ComparedNetwork]
    compared: Compared
    found: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.found // PAGE_SIZE))


@dataclass(frozen=True, slots=True)
class StoodPage:
    """The networks of one page by their newest rounds; ``found`` is how many there are in all."""

    stood: list[Stood]
    found: int
    page: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.found // PAGE_SIZE))


@dataclass(frozen=True, slots=True)
class Heading:
    """What networks stand under, and its place among the headings."""

    place: int
    text: str


NO_HEADING: Final = Heading(0, "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: which networks, which page of them, for whom; ``under`` gives a network its heading."""

    chosen: Chosen
    language: str
    at: datetime
    page: int = 1
    under: Callable[[Stood], Heading] | None = None


def compare_page(session: Session, somebody: Person, wanted: Wanted) -> ComparePage:
    """Return a page of the networks that fit; past the end, the last one."""
    shown = one_page(session, somebody, wanted)
    networks, compared = compare_stood(session, shown.stood, wanted)
    return ComparePage(networks, compared, shown.found, shown.page)


def one_page(session: Session, somebody: Person, wanted: Wanted) -> StoodPage:
    """Return the networks of a page, in the order of their names; past the end, those of the last one."""
    found = choosing.count(session, somebody, wanted.chosen)
    page = min(wanted.page, max(1, -(-found // PAGE_SIZE)))
    stood = reading.newest(session, somebody, wanted.chosen, page=Page(PAGE_SIZE * (page - 1), PAGE_SIZE))
    return StoodPage(stood, found, page)


def all_in_file(session: Session, somebody: Person, wanted: Wanted) -> StoodPage:
    """Return the networks of a file, in the order of their names: all that fit, or the first thousand of them."""
    found = choosing.count(session, somebody, wanted.chosen)
    return StoodPage(reading.newest(session, somebody, wanted.chosen, page=Page(0, MOST_IN_FILE)), found, 1)


def compare_stood(session: Session, stood: list[Stood], wanted: Wanted) -> tuple[list[ComparedNetwork], Compared]:
    """Lay these networks side by side, under headings where they have one."""
    themes = reading.themes(session, standing_ids=[each.id for each in stood])
    headed = under_headings(stood, wanted)
    networks = [replace(gathering.compared(each, themes.get(each.id, ())), under=head.text) for each, head in headed]
    titles, edition = gathering.titles(stood, wanted.language), gathering.newest_edition(session, at=wanted.at)
    return networks, compare(wanted.language, networks, titles, edition)


def under_headings(stood: Sequence[Stood], wanted: Wanted) -> list[tuple[Stood, Heading]]:
    """Return networks with what they stand under, those under one heading together; there in the order of names."""
    headed = [(each, wanted.under(each) if wanted.under else NO_HEADING) for each in stood]
    return sorted(headed, key=lambda each: each[1].place)
