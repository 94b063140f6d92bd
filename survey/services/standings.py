"""Keep how a network stands by a round: written when its report is released, for pages over many networks."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any, TypedDict
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from reports.report import ReportInput
from reports.results import Cell
from reports.standing import Fact, Standing, ThemeStanding, standing_of
from survey.queries import editions, rounds
from survey.queries.standings import outcomes, said, writing
from survey.queries.standings.writing import Rows


class Spread(TypedDict):
    """The rows of a standing's themes, gaps and facts."""

    themes: Rows
    gaps: Rows
    facts: Rows


def keep(session: Session, *, round_id: UUID, given: ReportInput) -> None:
    """Write how a network stands by the report of a round; nothing happens when that was done.

    What a report loses later, own words and the names of people, is not in it.
    """
    place = writing.find_place(session, round_id=round_id)
    if place is None or writing.is_stored(session, round_id=round_id):
        return
    network_id, number, edition_id = place
    standing, id = standing_of(given), uuid4()
    row = {
        "id": id,
        "round_id": round_id,
        "network_id": network_id,
        "number": number,
        "edition_id": edition_id,
        "questionnaire_id": given.results.questionnaire,
        "questionnaire_version": given.results.questionnaire_version,
        **line(standing),
    }
    writing.store(session, standing=row, **spread(id, standing))


def spread(id: UUID, standing: Standing) -> Spread:
    """Return the rows that belong to a standing of this id."""
    return {
        "themes": [_theme(id, place, each) for place, each in enumerate(standing.themes)],
        "gaps": [found for each in standing.themes if (found := _gap(id, each))],
        "facts": [_fact(id, place, each) for place, each in enumerate(standing.facts)],
    }


def keep_missing(session: Session, *, round_id: UUID) -> None:
    """Write it for a round whose report was released when there were no pages over many networks."""
    rounds.lock_round(session, round_id=round_id)
    newest = editions.newest(session, round_id=round_id)
    if newest is not None:
        keep(session, round_id=round_id, given=ReportInput.from_json(newest.document or ""))


def line(standing: Standing) -> dict[str, Any]:
    """Return what the row of a round holds of its standing."""
    rows = spread(uuid4(), standing)
    return {
        "closed_on": standing.closed_on,
        "invited": standing.invited,
        "sent_in": standing.sent_in,
        "phase": standing.phase,
        "steering": standing.steering,
        "depth": standing.depth,
        "composition_changed": standing.composition_changed,
        "outcomes": outcomes.as_text(rows["themes"], rows["gaps"]),
        "said": said.as_text(standing.facts),
    }


def _theme(standing_id: UUID, place: int, of: ThemeStanding) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "standing_id": standing_id,
        "theme": of.theme,
        "place": place,
        "version": of.version,
        **_cell(of.average),
        "status": " ".join(of.status),
        "outcome": of.outcome,
        "difference_thousandths": _thousandths(of.difference),
        "margin_thousandths": _thousandths(of.margin),
        "beside": of.beside,
    }


def _gap(standing_id: UUID, of: ThemeStanding) -> dict[str, Any] | None:
    if of.library is None or of.welfare is None:
        return None
    return {
        "id": uuid4(),
        "standing_id": standing_id,
        "theme": of.theme,
        **_cell(of.library, "library_"),
        **_cell(of.welfare, "welfare_"),
        "word": of.gap,
        "difference_thousandths": _thousandths(of.gap_difference),
        "margin_thousandths": _thousandths(of.gap_margin),
    }


def _fact(standing_id: UUID, place: int, of: Fact) -> dict[str, Any]:
    return {"id": uuid4(), "standing_id": standing_id, "place": place, **asdict(of)}


def _cell(cell: Cell, prefix: str = "") -> dict[str, Any]:
    return {
        f"{prefix}kind": cell.kind,
        f"{prefix}low_thousandths": _thousandths(cell.low),
        f"{prefix}high_thousandths": _thousandths(cell.high),
        f"{prefix}n": cell.n,
    }


def _thousandths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 1000)
