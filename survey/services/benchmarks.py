"""Freeze a benchmark edition: made once from what is published, and never again (disclosure rule R7)."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy.orm import Session

from reports.benchmark import Edition, Made, Member, NetworkRound, check_cut_off, make_edition, window
from reports.results import Results
from survey.clock import beginning_of, dutch_day
from survey.errors import Refused
from survey.models import BenchmarkEdition
from survey.queries import benchmarks, networks


def freeze_edition(session: Session, *, cut_off: date, at: datetime) -> bool:
    """Make and store the edition of a cut-off; ``False`` when it is frozen already.

    Raises
    ------
    Refused
        When no edition can be made of this day, or there is too little to make one of.
    """
    _check_day(cut_off, at)
    earlier = benchmarks.list_editions(session)
    if any(edition.cut_off == cut_off for edition in earlier):
        return False
    if earlier and earlier[-1].cut_off > cut_off:
        raise Refused(f"An edition of {earlier[-1].cut_off} is frozen already; none is made of a day before it.")
    made = make_edition(
        cut_off,
        _rounds(session, cut_off),
        earlier=[_made(session, edition) for edition in earlier],
        invented=_is_invented(session),
    )
    if not made.edition.themes:
        raise Refused(
            f"There is no edition of {cut_off}: no theme has an average in 10 networks, from 100 answers together."
        )
    store_edition(session, made, at=at)
    return True


def store_edition(session: Session, made: Made, *, at: datetime) -> None:
    """Store an edition and, apart from it, whose results it was made of."""
    edition_id, edition = uuid4(), made.edition
    row = {
        "id": edition_id,
        "cut_off": edition.cut_off,
        "document": edition.to_json(),
        "document_hash": edition.hash,
        "made_at_utc": at,
    }
    members = [
        {"id": uuid4(), "edition_id": edition_id, "figure": figure, "round_id": member.round}
        for figure, of in sorted(made.members.items())
        for member in sorted(of)
    ]
    benchmarks.store(session, edition=row, members=members)


def _check_day(cut_off: date, at: datetime) -> None:
    try:
        check_cut_off(cut_off)
    except ValueError:
        raise Refused(f"Editions are of 1 January or 1 July; {cut_off} is neither.") from None
    if cut_off > dutch_day(at):
        raise Refused(f"{cut_off} is still to come; an edition is made on its day or later.")


def _rounds(session: Session, cut_off: date) -> Iterator[NetworkRound]:
    first, end = window(cut_off)
    for row in benchmarks.each_published(session, since=beginning_of(first), before=beginning_of(end)):
        yield NetworkRound(Member(row.network_id, row.round_id), Results.from_json(row.document))


def _made(session: Session, stored: BenchmarkEdition) -> Made:
    edition = Edition.from_json(stored.document)
    members: dict[str, set[Member]] = {figure.key: set() for figure in (*edition.themes, *edition.gaps)}
    for figure, network_id, round_id in benchmarks.list_members(session, edition_id=stored.id):
        members[figure].add(Member(network_id, round_id))
    return Made(edition, {figure: frozenset(of) for figure, of in members.items()})


def _is_invented(session: Session) -> bool:
    instance = networks.get_instance(session)
    return instance is not None and instance.kind != "production"
