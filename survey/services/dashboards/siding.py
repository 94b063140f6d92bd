"""What "Bibliotheek en welzijn" shows: the published gaps of networks, and what such organisations say themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlalchemy.orm import Session

from questionnaires import catalogue
from reports.dashboards import Gaps, Offered, VoicedNetwork, Voices, gaps_of, voices_of
from reports.profile.asked import VOICES
from reports.report.labels import Labels
from survey.queries.people import Person
from survey.queries.profiles import PROFILE
from survey.queries.standings import reading
from survey.queries.standings.reading import Stood
from survey.services.dashboards import gathering
from survey.services.dashboards.comparing import StoodPage, Wanted, all_in_file, one_page, under_headings


@dataclass(frozen=True, slots=True)
class Sides:
    """Both halves of the page; they are of the same networks, and never mix (disclosure rule R11)."""

    gaps: Gaps
    voices: Voices


@dataclass(frozen=True, slots=True)
class SidesPage:
    """One page of networks."""

    paged: StoodPage
    sides: Sides


def sides_page(session: Session, somebody: Person, wanted: Wanted) -> SidesPage:
    """Return a page of the networks that fit; past the end, the last one."""
    paged = one_page(session, somebody, wanted)
    return SidesPage(paged, _sides(session, paged.stood, wanted))


def all_sides(session: Session, somebody: Person, wanted: Wanted) -> SidesPage:
    """Return the networks of a file, not only those of a page."""
    paged = all_in_file(session, somebody, wanted)
    return SidesPage(paged, _sides(session, paged.stood, wanted))


def _sides(session: Session, stood: Sequence[Stood], wanted: Wanted) -> Sides:
    ids = [each.id for each in stood]
    gaps = reading.gaps(session, standing_ids=ids)
    facts = reading.facts(session, standing_ids=ids, measures=("library", "welfare"))
    networks = [
        (replace(gathering.compared(each, gaps.get(each.id, ())), under=heading.text), facts.get(each.id, ()))
        for each, heading in under_headings(stood, wanted)
    ]
    titles = gathering.titles(stood, wanted.language)
    edition = gathering.newest_edition(session, at=wanted.at)
    return Sides(
        gaps_of(wanted.language, [network for network, _ in networks], titles, edition),
        voices_of(wanted.language, [VoicedNetwork(*each) for each in networks], _offered(wanted.language, titles)),
    )


def _offered(language: str, titles: Mapping[str, str]) -> Offered:
    """Return what organisations are asked; a theme that no round of these has is named by its question."""
    questions, answers = _asked_of_organisations(language)
    return Offered({theme: titles.get(theme, question) for theme, question in questions.items()}, answers)


@lru_cache
def _asked_of_organisations(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    labels = Labels(catalogue.latest(PROFILE), language)
    questions = {theme: labels.wording(question) for question, theme in VOICES.items()}
    return questions, labels.options(next(iter(VOICES)))
